"""One report, many postings: finds the reports that a text is, contains, or is a part of, however it was edited or mirrored (docs/dedupe.md)."""

from pipelines.dedupe.near import Near, Placement
from pipelines.dedupe.signature import Signature, buckets, probes, signature
from pipelines.dedupe.verdict import Kind, Verdict, compare

__all__ = ["Kind", "Near", "Placement", "Signature", "Verdict", "buckets", "compare", "probes", "signature"]
