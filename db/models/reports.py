"""What was said: reports, the postings at which they stand, the versions of a posting over time, and how reports resemble each other."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.models.base import Base, Key
from db.models.captures import Capture
from db.models.facts import Credit, EventDate, Formula, Indicator, Keyword, Meeting, Mention


class Report(Base):
    """What was said, once. Dates in ``publish_date`` are ISO and as precise as the page states, local time (+08:00)."""

    __tablename__ = "report"
    id: Mapped[Key]
    origin: Mapped[str]
    """The path or URL from which it was first read."""
    title: Mapped[str | None]
    title_derived: Mapped[bool]
    kicker: Mapped[str | None]
    subtitle: Mapped[str | None]
    body: Mapped[str]
    body_hans: Mapped[str]
    kind: Mapped[str]
    """article, attachment_only or image_only."""
    script: Mapped[str]
    publish_date: Mapped[str | None]
    published_on: Mapped[date | None] = mapped_column(index=True)
    """The day of ``publish_date``; null where it is not known to the day."""
    publish_date_basis: Mapped[str | None]
    page_generated_at: Mapped[str | None]
    source: Mapped[str | None]
    site_id_code: Mapped[str | None]
    column_name: Mapped[str | None]
    adcode: Mapped[str | None] = mapped_column(index=True)
    """Of the division that the report is about, valid today."""
    region_name: Mapped[str | None]
    region_path: Mapped[list[Any]]
    genre: Mapped[str | None] = mapped_column(index=True)
    flags: Mapped[list[Any]]
    set_aside: Mapped[bool]
    """An advertisement, a sample speech or a text with placeholders: left out of queries unless asked for."""
    provenance: Mapped[dict[str, Any]]
    repairs: Mapped[int]
    text_raw: Mapped[str | None]
    encoding: Mapped[str]
    body_digest: Mapped[str] = mapped_column(index=True)
    facts_version: Mapped[str]
    stored_at: Mapped[datetime]
    run_id: Mapped[int | None] = mapped_column(ForeignKey("run.id"))

    postings: Mapped[list["Posting"]] = relationship(back_populates="report", order_by="Posting.id")
    resources: Mapped[list["Resource"]] = relationship(order_by="Resource.id")
    credits: Mapped[list[Credit]] = relationship(order_by=Credit.id)
    mentions: Mapped[list[Mention]] = relationship(order_by=Mention.id)
    meetings: Mapped[list[Meeting]] = relationship(order_by=Meeting.id)
    indicators: Mapped[list[Indicator]] = relationship(order_by=Indicator.id)
    formulas: Mapped[list[Formula]] = relationship(order_by=Formula.id)
    event_dates: Mapped[list[EventDate]] = relationship(order_by=EventDate.id)
    keywords: Mapped[list[Keyword]] = relationship(order_by=Keyword.id)


class Posting(Base):
    """One URL at which a report stands: its first place, a repost, a second column, a mirror."""

    __tablename__ = "posting"
    id: Mapped[Key]
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"), index=True)
    url: Mapped[str]
    url_key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str | None]
    """As it stands there."""
    body_digest: Mapped[str]
    """Of the text that stands there now; its history is in the versions."""
    publish_date: Mapped[str | None]
    published_on: Mapped[date | None]
    """The day of ``publish_date`` there; null where it is not known to the day."""
    column_name: Mapped[str | None]
    link_kind: Mapped[str]
    """How it relates to the report: first, identical, repost or mirror."""
    score: Mapped[float]
    """Share of text kept, 0 to 1."""
    state: Mapped[str] = mapped_column(default="live")
    """live, missing (not found once) or gone (not found twice, a day apart)."""
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    next_visit_at: Mapped[datetime | None] = mapped_column(index=True)
    visits: Mapped[int] = mapped_column(default=0)
    report: Mapped[Report] = relationship(back_populates="postings")
    versions: Mapped[list["Version"]] = relationship(back_populates="posting", order_by="Version.id")


class Version(Base):
    """One text of a posting over time; a page that vanished ends in a tombstone."""

    __tablename__ = "version"
    id: Mapped[Key]
    posting_id: Mapped[int] = mapped_column(ForeignKey("posting.id", ondelete="CASCADE"), index=True)
    capture_id: Mapped[int | None] = mapped_column(ForeignKey("capture.id"))
    body_digest: Mapped[str]
    title: Mapped[str | None]
    body: Mapped[str | None]
    """Null where it equals the report's own body, and for a tombstone."""
    is_tombstone: Mapped[bool] = mapped_column(default=False)
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    posting: Mapped[Posting] = relationship(back_populates="versions")
    capture: Mapped[Capture | None] = relationship()


class Resource(Base):
    """An attachment or image that a report carries."""

    __tablename__ = "resource"
    id: Mapped[Key]
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    """attachment or image."""
    url: Mapped[str]
    name: Mapped[str]


class ReportLink(Base):
    """Two reports that share text without being the same: excerpt, extended, update."""

    __tablename__ = "report_link"
    __table_args__ = (UniqueConstraint("report_id", "other_id"),)
    id: Mapped[Key]
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"))
    other_id: Mapped[int] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    score: Mapped[float]


class ShingleBucket(Base):
    """A bucket in which a report is found by texts like it: a MinHash band or an anchor (docs/dedupe.md). Some 30 a report, so the row is its own key."""

    __tablename__ = "shingle_bucket"
    __table_args__ = ({"sqlite_with_rowid": False},)
    bucket: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    """Band number and hash in one 63-bit number."""
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), primary_key=True, index=True)
