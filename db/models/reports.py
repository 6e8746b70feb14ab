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
    """The headline."""
    title_derived: Mapped[bool]
    """The page carries no headline and we made one."""
    kicker: Mapped[str | None]
    """引题, the line above the headline."""
    subtitle: Mapped[str | None]
    """副题, the line below it."""
    body: Mapped[str]
    """Paragraphs joined by line breaks, without boilerplate, in the script of the page, repaired."""
    body_hans: Mapped[str]
    """The simplified rendering."""
    kind: Mapped[str]
    """article, attachment_only or image_only."""
    script: Mapped[str]
    """hans or hant."""
    publish_date: Mapped[str | None]
    """ISO, as precise as it is stated, local time."""
    published_on: Mapped[date | None] = mapped_column(index=True)
    """The day of ``publish_date``; null where it is not known to the day."""
    publish_date_basis: Mapped[str | None]
    """Where it came from: meta, page, list, url, dateline or given."""
    page_generated_at: Mapped[str | None]
    """When a CMS rebuilt the page, where a footer states it; never the publish date."""
    source: Mapped[str | None]
    """来源."""
    site_id_code: Mapped[str | None]
    """政府网站标识码, from the page."""
    column_name: Mapped[str | None]
    """栏目."""
    adcode: Mapped[str | None] = mapped_column(index=True)
    """Of the division that the report is about, valid today."""
    region_name: Mapped[str | None]
    """Its name today."""
    region_path: Mapped[list[Any]]
    """Names from the province down."""
    genre: Mapped[str | None] = mapped_column(index=True)
    """meeting_news, speech, work_report, inspection, notice, other or template_or_ad."""
    flags: Mapped[list[Any]]
    """Named doubts, a list: truncated, advertisement, placeholder, mangled_script, future_date …."""
    set_aside: Mapped[bool]
    """An advertisement, a sample speech or a text with placeholders: left out of queries unless asked for."""
    provenance: Mapped[dict[str, Any]]
    """For each field that was read from the page, and the region: the rule that won and what it saw."""
    repairs: Mapped[int]
    """How many artefacts of a mirror were undone in the body."""
    text_raw: Mapped[str | None]
    """The body before that; null where nothing was repaired."""
    encoding: Mapped[str]
    """Of the page."""
    body_digest: Mapped[str] = mapped_column(index=True)
    """SHA-256 of the bare text: equal for exact reposts."""
    facts_version: Mapped[str]
    """Of the code that found the facts."""
    stored_at: Mapped[datetime]
    """When it was first stored."""
    run_id: Mapped[int | None] = mapped_column(ForeignKey("run.id"))
    """The run that stored it."""

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
    """The report."""
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"), index=True)
    """The site that carries it; null for documents on disk."""
    url: Mapped[str]
    """Where it stands."""
    url_key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str | None]
    """As it stands there."""
    body_digest: Mapped[str]
    """Of the text that stands there now; its history is in the versions."""
    publish_date: Mapped[str | None]
    """ISO, as precise as it is stated, local time."""
    published_on: Mapped[date | None]
    """The day of ``publish_date`` there; null where it is not known to the day."""
    column_name: Mapped[str | None]
    """栏目."""
    link_kind: Mapped[str]
    """How it relates to the report: first, identical, repost or mirror."""
    score: Mapped[float]
    """Share of text kept, 0 to 1."""
    state: Mapped[str] = mapped_column(default="live")
    """live, missing (not found once) or gone (not found twice, a day apart)."""
    first_seen_at: Mapped[datetime]
    """When we first saw it so."""
    last_seen_at: Mapped[datetime]
    """When we last saw it so."""
    next_visit_at: Mapped[datetime | None] = mapped_column(index=True)
    visits: Mapped[int] = mapped_column(default=0)
    """How often it was looked at again."""
    report: Mapped[Report] = relationship(back_populates="postings")
    versions: Mapped[list["Version"]] = relationship(back_populates="posting", order_by="Version.id")


class Version(Base):
    """One text of a posting over time; a page that vanished ends in a tombstone."""

    __tablename__ = "version"
    id: Mapped[Key]
    posting_id: Mapped[int] = mapped_column(ForeignKey("posting.id", ondelete="CASCADE"), index=True)
    """The posting."""
    capture_id: Mapped[int | None] = mapped_column(ForeignKey("capture.id"))
    """The first capture of this text."""
    body_digest: Mapped[str]
    """SHA-256 of the bare text: equal for exact reposts."""
    title: Mapped[str | None]
    """The headline."""
    body: Mapped[str | None]
    """Null where it equals the report's own body, and for a tombstone."""
    is_tombstone: Mapped[bool] = mapped_column(default=False)
    """The page was gone then."""
    first_seen_at: Mapped[datetime]
    """When we first saw it so."""
    last_seen_at: Mapped[datetime]
    """When we last saw it so."""
    posting: Mapped[Posting] = relationship(back_populates="versions")
    capture: Mapped[Capture | None] = relationship()


class Resource(Base):
    """An attachment or image that a report carries."""

    __tablename__ = "resource"
    id: Mapped[Key]
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    """The report."""
    kind: Mapped[str]
    """attachment or image."""
    url: Mapped[str]
    """Where it stands."""
    name: Mapped[str]
    """As the page names it."""


class ReportLink(Base):
    """Two reports that share text without being the same: excerpt, extended, update."""

    __tablename__ = "report_link"
    __table_args__ = (UniqueConstraint("report_id", "other_id"),)
    id: Mapped[Key]
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"))
    """The report."""
    other_id: Mapped[int] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    """The older report."""
    kind: Mapped[str]
    """What the report is to the other: excerpt, extended, update."""
    score: Mapped[float]
    """Share of text kept, 0 to 1."""


class ShingleBucket(Base):
    """A bucket in which a report is found by texts like it: a MinHash band or an anchor (docs/dedupe.md). Some 30 a report, so the row is its own key."""

    __tablename__ = "shingle_bucket"
    __table_args__ = ({"sqlite_with_rowid": False},)
    bucket: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    """Band number and hash in one 63-bit number."""
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), primary_key=True, index=True)
    """The report."""
