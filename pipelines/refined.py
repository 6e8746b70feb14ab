"""What comes out of the chain: a page, its reading, its facts and its fingerprints, ready to be stored."""

from dataclasses import dataclass, field

from pipelines.factual import Facts
from pipelines.page import Page
from pipelines.reading import Reading


@dataclass(slots=True, kw_only=True)
class Refined:
    """One page all the way through ``refine``."""

    page: Page
    reading: Reading
    facts: Facts = field(default_factory=Facts)
    body_digest: str = ""
    """SHA-256 of the body's text alone (NFKC, simplified, no white space or punctuation): equal for exact reposts."""
