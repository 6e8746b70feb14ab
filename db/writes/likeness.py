"""Likeness: the buckets in which reports are found by texts like them, and the links between reports that share text."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, select, text
from sqlalchemy.orm import Session

from db.models import Posting, Report, ReportLink, ShingleBucket
from db.rows import execute_many, in_chunks, insert_many, is_sqlite, table_of, upsert

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


_IN_BUCKETS = {
    # The buckets are one parameter: 80 placeholders take SQLAlchemy longer to write out than the database to look up.
    True: text("SELECT bucket, report_id FROM shingle_bucket WHERE bucket IN (SELECT value FROM json_each(:buckets))"),
    False: text("SELECT bucket, report_id FROM shingle_bucket WHERE bucket = ANY(CAST(:buckets AS bigint[]))"),
}


def reports_in(session: Session, buckets: Iterable[int]) -> dict[int, list[int]]:
    """The reports in each of these buckets, in any order; empty buckets are left out."""
    found: dict[int, list[int]] = {}
    asked, sqlite = list(buckets), is_sqlite(session)
    for bucket, report_id in session.connection().execute(_IN_BUCKETS[sqlite], {"buckets": json.dumps(asked) if sqlite else asked}):
        found.setdefault(bucket, []).append(report_id)
    return found


def like_reports(session: Session, ids: Iterable[int]) -> dict[int, LikeReport]:
    """The reports of these ids, with what comparing needs."""
    table = table_of(Report)
    fields = [table.c[name] for name in LikeReport._fields]
    rows = (session.connection().execute(select(*fields).where(table.c.id.in_(chunk))) for chunk in in_chunks(ids))
    return {row[0]: LikeReport(*row) for chunk in rows for row in chunk}


def own_url(session: Session, report_id: int) -> str | None:
    """The address of the posting that a report has its text from."""
    return session.scalar(select(Posting.url).where(Posting.report_id == report_id, Posting.link_kind == "first").limit(1))


def fill_buckets(session: Session, buckets: Mapping[int, Iterable[int]], *, anew: Iterable[int] = (), crowded: Iterable[int] = ()) -> None:
    """Put reports (id: its buckets) into their buckets.

    Those of ``anew`` leave the buckets that they were in before; buckets of ``crowded`` that are full lose their oldest.
    """
    for ids in in_chunks(anew):
        session.execute(delete(ShingleBucket).where(ShingleBucket.report_id.in_(ids)))
    rows = [{"bucket": bucket, "report_id": report_id} for report_id, own in buckets.items() for bucket in own]
    insert_many(session, ShingleBucket, sorted(rows, key=lambda row: (row["bucket"], row["report_id"])))
    table = table_of(ShingleBucket)
    stale = [
        {"old_bucket": bucket, "old_report": report_id}
        for bucket, reports in (reports_in(session, crowded) if crowded else {}).items()
        for report_id in sorted(reports)[:-FULL]
    ]
    execute_many(session, delete(table).where(table.c.bucket == bindparam("old_bucket"), table.c.report_id == bindparam("old_report")), stale)


def link_reports(session: Session, links: Iterable[Likeness]) -> None:
    """Write down which reports share text; a pair that is linked already gets its new kind and score."""
    rows = [link._asdict() for link in links]
    if rows:
        add = upsert(session, ReportLink)
        session.connection().execute(
            add.on_conflict_do_update(index_elements=["report_id", "other_id"], set_={"kind": add.excluded.kind, "score": add.excluded.score}), rows
        )
