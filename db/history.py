"""How postings changed over time: the versions of a report's postings, and what was edited, removed or came back since a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from db.filters import Filter
from db.models import Capture, Posting, Report, Version

Kind = Literal["edited", "removed", "returned"]


@dataclass(frozen=True, slots=True)
class Text:
    """One version of a posting. ``body`` is None for a tombstone, whose ``title`` is then the reason."""

    title: str | None
    body: str | None
    is_tombstone: bool
    first_seen_at: datetime
    last_seen_at: datetime
    warc_file: str | None
    warc_offset: int | None


@dataclass(frozen=True, slots=True)
class History:
    """A posting and all its versions, the oldest first."""

    posting_id: int
    report_id: int
    url: str
    link_kind: str
    score: float
    state: str
    versions: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One event in the life of a posting. ``old`` is None where what stood before is not known."""

    kind: Kind
    at: datetime
    report_id: int
    posting_id: int
    url: str
    region_name: str | None
    title: str | None
    old: Text | None
    new: Text


def history(session: Session, report_id: int) -> list[History]:
    """The postings of a report with their versions; the report's own posting first, then the others by their first day."""
    return [
        History(rows[0].Posting.id, report_id, rows[0].Posting.url, rows[0].Posting.link_kind, rows[0].Posting.score, rows[0].Posting.state, _texts(rows))
        for rows in _by_posting(session, [Posting.report_id == report_id])
    ]


def changes(session: Session, since: datetime, narrowed: Filter | None = None) -> list[Change]:
    """What was edited, removed or came back at or after ``since``, in the order of time.

    A version that begins after the posting's first is an edit; a tombstone a removal; a text after a tombstone a return. The moment is when we first
    saw it so: the change itself lies between the visit before and this one.
    """
    later = aliased(Version)
    touched = select(later.posting_id).where(later.first_seen_at >= since)
    conditions = [Posting.id.in_(touched), *(narrowed.conditions() if narrowed else ())]
    found = [change for rows in _by_posting(session, conditions) for change in _changes(rows) if change.at >= since]
    return sorted(found, key=lambda change: (change.at, change.posting_id))


def _by_posting(session: Session, conditions: Sequence[Any]) -> Iterator[list[Any]]:
    """The rows of each posting: itself, its report, one version and the capture of that."""
    wanted = (
        select(Posting, Report.title, Report.body, Report.region_name, Version, Capture.warc_file, Capture.warc_offset)
        .join(Report, Report.id == Posting.report_id)
        .join(Version, Version.posting_id == Posting.id)
        .outerjoin(Capture, Capture.id == Version.capture_id)
        .where(*conditions)
        .order_by(Posting.link_kind != "first", Posting.first_seen_at, Posting.id, Version.first_seen_at, Version.id)
    )
    for _, rows in groupby(session.execute(wanted), key=lambda row: row.Posting.id):
        yield list(rows)


def _texts(rows: Sequence[Any]) -> tuple[Text, ...]:
    return tuple(
        Text(
            row.Version.title,
            None if row.Version.is_tombstone else row.Version.body if row.Version.body is not None else row.body,
            row.Version.is_tombstone,
            row.Version.first_seen_at,
            row.Version.last_seen_at,
            row.warc_file,
            row.warc_offset,
        )
        for row in rows
    )


def _changes(rows: Sequence[Any]) -> Iterator[Change]:
    posting, texts = rows[0].Posting, _texts(rows)
    standing: Text | None = None
    for before, new in zip((None, *texts), texts, strict=False):
        if before is not None:
            kind: Kind = "removed" if new.is_tombstone else "returned" if before.is_tombstone else "edited"
            yield Change(
                kind, new.first_seen_at, posting.report_id, posting.id, posting.url, rows[0].region_name, posting.title or rows[0].title, standing, new
            )
        standing = standing if new.is_tombstone else new
