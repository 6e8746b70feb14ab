"""What comes out of the chain: a page, its reading, its facts and its fingerprints, ready to be stored."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipelines.factual import Facts
from pipelines.page import Page
from pipelines.reading import Reading

if TYPE_CHECKING:
    from pipelines.dedupe.signature import Signature


@dataclass(slots=True, kw_only=True)
class Refined:
    """One page all the way through ``refine``."""

    page: Page
    reading: Reading
    facts: Facts = field(default_factory=Facts)
    body_digest: str = ""
    """SHA-256 of the body's text alone (NFKC, simplified, no white space or punctuation): equal for exact reposts."""
    sketch: "Signature | None" = None
    """What near-duplicates are found by (``pipelines.dedupe.signature``), where the reading process made it; placing makes it otherwise."""
