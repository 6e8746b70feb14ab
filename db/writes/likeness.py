"""Likeness: the buckets in which reports are found by texts like them, and the links between reports that share text."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session

from db.models import Posting, Report, ReportLink, ShingleBucket
from db.rows import execute_many, in_chunks, insert_many, table_of, upsert

FULL = 32
"""Reports that one bucket holds. Buckets of set phrases would grow for ever; a full one keeps its newest, since copies follow soon."""


class LikeReport(NamedTuple):
    """What comparing with a report needs."""

    id: int
    origin: str
    title: str | None
    title_derived: bool
    body_hans: str
    script: str
    flags: list[Any]
    repairs: int
    publish_date: str | None


class Likeness(NamedTuple):
    """That one report shares text with an older one."""

    report_id: int
    other_id: int
    kind: str
    score: float


def reports_in(session: Session, buckets: Iterable[int]) -> dict[int, list[int]]:
    """The reports in each of these buckets, oldest first; empty buckets are left out."""
    found: dict[int, list[int]] = {}
    table = table_of(ShingleBucket)
    for chunk in in_chunks(buckets):
        rows = session.connection().execute(select(table.c.bucket, table.c.report_id).where(table.c.bucket.in_(chunk)).order_by(*table.primary_key))
        for bucket, report_id in rows:
            found.setdefault(bucket, []).append(report_id)
    return found


def like_reports(session: Session, ids: Iterable[int]) -> dict[int, LikeReport]:
    """The reports of these ids, with what comparing needs."""
    fields = [getattr(Report, name) for name in LikeReport._fields]
    return {row.id: LikeReport(*row) for chunk in in_chunks(ids) for row in session.execute(select(*fields).where(Report.id.in_(chunk)))}


def own_url(session: Session, report_id: int) -> str | None:
    """The address of the posting that a report has its text from."""
    return session.scalar(select(Posting.url).where(Posting.report_id == report_id, Posting.link_kind == "first").limit(1))


def fill_buckets(session: Session, buckets: Mapping[int, Iterable[int]]) -> None:
    """Put reports (id: its buckets) into their buckets and out of all others. Full buckets lose their oldest."""
    for ids in in_chunks(buckets):
        session.execute(delete(ShingleBucket).where(ShingleBucket.report_id.in_(ids)))
    rows = [{"bucket": bucket, "report_id": report_id} for report_id, own in buckets.items() for bucket in own]
    insert_many(session, ShingleBucket, sorted(rows, key=lambda row: (row["bucket"], row["report_id"])))
    for chunk in in_chunks({row["bucket"] for row in rows}):
        crowded = select(ShingleBucket.bucket).where(ShingleBucket.bucket.in_(chunk)).group_by(ShingleBucket.bucket).having(func.count() > FULL)
        _thin(session, session.scalars(crowded).all())


def _thin(session: Session, crowded: Iterable[int]) -> None:
    table = table_of(ShingleBucket)
    stale = [
        {"old_bucket": bucket, "old_report": report_id}
        for bucket, reports in reports_in(session, crowded).items()
        for report_id in reports[:-FULL]
    ]  # fmt: skip
    execute_many(session, delete(table).where(table.c.bucket == bindparam("old_bucket"), table.c.report_id == bindparam("old_report")), stale)


def link_reports(session: Session, links: Iterable[Likeness]) -> None:
    """Write down which reports share text; a pair that is linked already gets its new kind and score."""
    rows = [link._asdict() for link in links]
    if rows:
        add = upsert(session, ReportLink)
        session.connection().execute(
            add.on_conflict_do_update(index_elements=["report_id", "other_id"], set_={"kind": add.excluded.kind, "score": add.excluded.score}), rows
        )
