"""What goes into reading: a page's bytes, where they were captured, and what was known of it beforehand."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One fetched response and its place in the archive (WARC/1.1)."""

    url: str
    fetched_at: datetime
    """Aware, UTC."""
    status: int = 200
    payload_digest: str
    """``sha1:`` and base32, as WARC-Payload-Digest writes it."""
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    warc_file: str
    """Relative to the archive folder."""
    warc_offset: int
    """Bytes from the start of the file to the record's gzip member."""
    record_id: str
    """WARC-Record-ID, ``<urn:uuid:…>``."""
    is_revisit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is known of a page before it is read: from the list's row, a manifest, or the registry of sites."""

    title: str | None = None
    """The anchor's text on the list; may be cut short."""
    publish_date: str | None = None
    """ISO, as precise as it was stated."""
    publish_date_basis: Literal["list", "given"] | None = None
    """``list``: a list row's date, weak; ``given``: stated by whoever handed the document over, strong."""
    column: str | None = None
    encoding: str | None = None
    body_selector: str | None = None
    """A CSS selector from the registry for the body's container."""
    site_key: str | None = None
    """The registry's name of the site that carries the page."""
    site_name: str | None = None
    site_adcode: str | None = None
    """GB/T 2260 code of the division whose site this is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The bytes of one document, ready to be read without the network."""

    url: str
    """The URL, or the path of a file, that it was read from: the report's origin."""
    payload: bytes
    """The entity body with transfer and content codings undone."""
    content_type: str | None = None
    """The Content-Type header's value, or one guessed from a file's ending."""
    link_url: str | None = None
    """The link that led here, where a redirect led on to ``url``: it is done when the page is stored."""
    origin: str | None = None
    """Where it was read from, if that is not ``url``: the file of a document whose manifest gives its URL."""
    capture: Capture | None = None
    parts: "tuple[Page, ...]" = ()
    """The further pages of an article that is spread over several, in order."""
    hints: Hints = field(default_factory=Hints)

    @property
    def is_plain_text(self) -> bool:
        """True for text documents without markup (``text/plain``)."""
        return (self.content_type or "").lower().startswith("text/plain")
