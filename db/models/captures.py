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
    asked: Mapped[dict[str, Any]]
    versions: Mapped[dict[str, Any]]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    """Scrapy's finish reason; null while it runs, and for ever after a kill."""
    counts: Mapped[dict[str, Any]]


class Capture(Base):
    """One fetched response and where it lies in the archive."""

    __tablename__ = "capture"
    __table_args__ = (UniqueConstraint("warc_file", "warc_offset"),)
    id: Mapped[Key]
    run_id: Mapped[int | None] = mapped_column(ForeignKey("run.id"))
    posting_id: Mapped[int | None] = mapped_column(ForeignKey("posting.id", ondelete="SET NULL"), index=True)
    """The posting whose page this is; null for lists, robots files and pages that were rejected."""
    url: Mapped[str] = mapped_column(index=True)
    fetched_at: Mapped[datetime]
    status: Mapped[int]
    payload_digest: Mapped[str] = mapped_column(index=True)
    content_type: Mapped[str | None]
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    warc_file: Mapped[str]
    warc_offset: Mapped[int]
    record_id: Mapped[str]
    is_revisit: Mapped[bool]


class Rejection(Base):
    """A page that was fetched or opened but is not stored as a report, with the reason; its capture is kept."""

    __tablename__ = "rejection"
    id: Mapped[Key]
    run_id: Mapped[int | None] = mapped_column(ForeignKey("run.id"), index=True)
    capture_id: Mapped[int | None] = mapped_column(ForeignKey("capture.id"), index=True)
    url: Mapped[str] = mapped_column(index=True)
    reason: Mapped[str] = mapped_column(index=True)
    detail: Mapped[str]
    rejected_at: Mapped[datetime]
