"""What was fetched: runs, captures in the WARC archive, and the pages that could not be used, by reason."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Key


class Run(Base):
    """One crawl or replay: what was asked, by which code, and how it ended."""

    __tablename__ = "run"
    id: Mapped[Key]
    spider: Mapped[str]
    """county, files, portals or replay."""
    asked: Mapped[dict[str, Any]]
    """The arguments of the run."""
    versions: Mapped[dict[str, Any]]
    """Of the code and of the libraries that read pages."""
    started_at: Mapped[datetime]
    """When it began."""
    finished_at: Mapped[datetime | None]
    """When it ended; null while it runs, and for ever after a kill."""
    outcome: Mapped[str | None]
    """Scrapy's finish reason; null while it runs, and for ever after a kill."""
    counts: Mapped[dict[str, Any]]
    """Scrapy's counters, ours among them: stored/…, rejected/…, links/…."""


class Capture(Base):
    """One fetched response and where it lies in the archive."""

    __tablename__ = "capture"
    __table_args__ = (UniqueConstraint("warc_file", "warc_offset"),)
    id: Mapped[Key]
    run_id: Mapped[int | None] = mapped_column(ForeignKey("run.id"))
    posting_id: Mapped[int | None] = mapped_column(ForeignKey("posting.id", ondelete="SET NULL"), index=True)
    """The posting whose page this is; null for lists, robots files and pages that were rejected."""
    url: Mapped[str] = mapped_column(index=True)
    """The address, or the path of a document."""
    fetched_at: Mapped[datetime]
    """When the response came."""
    status: Mapped[int]
    """Of the HTTP response."""
    payload_digest: Mapped[str] = mapped_column(index=True)
    """``sha1:`` and base32 of the bytes as they came, as WARC-Payload-Digest writes it."""
    content_type: Mapped[str | None]
    """The Content-Type header."""
    etag: Mapped[str | None]
    """The ETag header, for asking again only if changed."""
    last_modified: Mapped[str | None]
    """The Last-Modified header, for the same."""
    warc_file: Mapped[str]
    """Below ARCHIVE_DIR."""
    warc_offset: Mapped[int]
    """Bytes from the beginning of that file to the record."""
    record_id: Mapped[str]
    """WARC-Record-ID."""
    is_revisit: Mapped[bool]
    """The server sent the same bytes as before; they stand once, under the earlier capture."""


class Rejection(Base):
    """A page that was fetched or opened but is not stored as a report, with the reason; its capture is kept."""

    __tablename__ = "rejection"
    id: Mapped[Key]
    run_id: Mapped[int | None] = mapped_column(ForeignKey("run.id"), index=True)
    capture_id: Mapped[int | None] = mapped_column(ForeignKey("capture.id"), index=True)
    """The capture of the page; null where it could not even be opened."""
    url: Mapped[str] = mapped_column(index=True)
    """The address, or the path of a document."""
    reason: Mapped[str] = mapped_column(index=True)
    """One word, the counter's name: no_body, not_an_article …."""
    detail: Mapped[str]
    """What was seen."""
    rejected_at: Mapped[datetime]
    """When it was last rejected."""
