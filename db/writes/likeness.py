"""Likeness: the buckets in which reports are found by texts like them, and the links between reports that share text."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, func, select, text
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
    url: str
    """Where it has its text from."""


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
    if asked:
        for bucket, report_id in session.connection().execute(_IN_BUCKETS[sqlite], {"buckets": json.dumps(asked) if sqlite else asked}).all():
            found.setdefault(bucket, []).append(report_id)
    return found


def like_reports(session: Session, ids: Iterable[int]) -> dict[int, LikeReport]:
    """The reports of these ids, with what comparing needs."""
    rows = (session.connection().execute(_LIKE, {"ids": chunk}).all() for chunk in in_chunks(ids))
    return {row[0]: LikeReport._make(row) for chunk in rows for row in chunk}


_OWN_URL = select(Posting.url).where(Posting.report_id == Report.id, Posting.link_kind == "first").limit(1).scalar_subquery()
_LIKE = select(*(table_of(Report).c[name] for name in LikeReport._fields if name != "url"), func.coalesce(_OWN_URL, Report.origin)).where(
    Report.id.in_(bindparam("ids", expanding=True))
)


def fill_buckets(session: Session, buckets: Mapping[int, Iterable[int]], *, anew: Iterable[int] = (), stale: Iterable[tuple[int, int]] = ()) -> None:
    """Put reports (id: its buckets) into their buckets.

    Those of ``anew`` leave the buckets that they were in before; ``stale`` pairs of bucket and report are taken out: a full bucket loses its oldest.
    """
    for ids in in_chunks(anew):
        session.execute(delete(ShingleBucket).where(ShingleBucket.report_id.in_(ids)))
    pairs = sorted((bucket, report_id) for report_id, own in buckets.items() for bucket in own)
    if is_sqlite(session):
        insert_many(session, ShingleBucket, [{"bucket": bucket, "report_id": report_id} for bucket, report_id in pairs])
    elif pairs:
        # One statement: an executemany waits for the server's answer to each of thousands of rows.
        session.connection().execute(_FILL, {"buckets": [bucket for bucket, _ in pairs], "reports": [report_id for _, report_id in pairs]})
    execute_many(session, _TAKE_OUT, [{"old_bucket": bucket, "old_report": report_id} for bucket, report_id in sorted(stale)])


_FILL = text("INSERT INTO shingle_bucket (bucket, report_id) SELECT * FROM unnest(CAST(:buckets AS bigint[]), CAST(:reports AS bigint[]))")
_TAKE_OUT = delete(table_of(ShingleBucket)).where(
    table_of(ShingleBucket).c.bucket == bindparam("old_bucket"), table_of(ShingleBucket).c.report_id == bindparam("old_report")
)


def link_reports(session: Session, links: Iterable[Likeness]) -> None:
    """Write down which reports share text; a pair that is linked already gets its new kind and score."""
    rows = [link._asdict() for link in links]
    if rows:
        add = upsert(session, ReportLink)
        session.connection().execute(
            add.on_conflict_do_update(index_elements=["report_id", "other_id"], set_={"kind": add.excluded.kind, "score": add.excluded.score}), rows
        )
