"""One report, many postings: finds the reports that a text is, contains, or is a part of, however it was edited or mirrored (docs/dedupe.md).

Sketching and comparing are pure, and exported here; ``pipelines.dedupe.near`` asks the archive.
"""

from pipelines.dedupe.signature import Signature, buckets, probes, signature
from pipelines.dedupe.verdict import Kind, Verdict, compare

__all__ = ["Kind", "Signature", "Verdict", "buckets", "compare", "probes", "signature"]
