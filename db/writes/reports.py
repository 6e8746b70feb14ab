"""Reports and their postings: what is known of those that a batch touches, and the rows that it adds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import bindparam, delete, select, text, update
from sqlalchemy.orm import DeclarativeBase, Session

from db import fulltext
from db.models import Credit, EventDate, Formula, Indicator, Keyword, Meeting, Mention, OtherFact, Posting, Report, Resource, Version
from db.rows import Row, day_of, execute_many, in_chunks, insert_many, is_sqlite, table_of

CHILDREN: tuple[type[DeclarativeBase], ...] = (Credit, Resource, Mention, Meeting, Indicator, Formula, EventDate, Keyword, OtherFact)
"""The tables whose rows belong to one report and are made anew when it is read anew."""
CHANGING = (
    "title", "publish_date", "published_on", "column_name", "body_digest", "first_seen_at", "last_seen_at", "state", "link_kind", "score",
    "next_visit_at", "visits",
)  # fmt: skip
"""What of a posting follows its page."""
KEPT = ("id", "origin", "stored_at", "run_id")
"""What of a report stays as it was when it is read anew."""


@dataclass(slots=True)
class VersionState:
    """One text of a posting. ``body`` is None where it is the report's own text."""

    id: int | None
    body_digest: str
    first_seen_at: datetime
    last_seen_at: datetime
    capture_id: int | None
    title: str | None = None
    body: str | None = None
    is_dirty: bool = False
    """A known version whose row has to be written again, with its text where ``is_reread``."""
    is_reread: bool = False


@dataclass(slots=True)
class PostingState:
    """A posting, new or known, with its texts from the oldest to the newest."""

    id: int | None
    report_id: int
    site_id: int | None
    url: str
    url_key: str
    title: str | None
    publish_date: str | None
    column_name: str | None
    link_kind: str
    score: float
    body_digest: str
    first_seen_at: datetime
    last_seen_at: datetime
    state: str = "live"
    versions: list[VersionState] = field(default_factory=list)
    is_new: bool = False
    next_visit_at: datetime | None = None
    visits: int = 0

    @property
    def published_on(self) -> date | None:
        """The day of ``publish_date``."""
        return day_of(self.publish_date)

    @property
    def is_own(self) -> bool:
        """True for the posting whose text is the report's."""
        return self.link_kind == "first"


class KnownReport(NamedTuple):
    """What deciding about a report needs of one that is stored."""

    id: int
    title: str | None
    title_derived: bool
    body_digest: str


def lock(session: Session, keys: Iterable[int]) -> None:
    """Let no other worker decide about the same texts and addresses (63-bit hashes) until this transaction ends.

    Postgres only: on SQLite there is one writer at a time. Taken in one order, so that two batches cannot wait for each other.
    """
    wanted = sorted(set(keys))
    if wanted and not is_sqlite(session):
        session.execute(text("SELECT count(pg_advisory_xact_lock(key)) FROM (SELECT unnest(CAST(:keys AS bigint[])) AS key) AS wanted"), {"keys": wanted})


def known_postings(session: Session, url_keys: Iterable[str]) -> dict[str, PostingState]:
    """The postings at these addresses, with their versions."""
    found: dict[int, PostingState] = {}
    for chunk in in_chunks(url_keys):
        for p in session.scalars(select(Posting).where(Posting.url_key.in_(chunk))):
            found[p.id] = PostingState(
                p.id, p.report_id, p.site_id, p.url, p.url_key, p.title, p.publish_date, p.column_name, p.link_kind, p.score,
                p.body_digest, p.first_seen_at, p.last_seen_at, p.state, next_visit_at=p.next_visit_at, visits=p.visits,
            )  # fmt: skip
    for ids in in_chunks(found):
        for v in session.scalars(select(Version).where(Version.posting_id.in_(ids)).order_by(Version.first_seen_at, Version.id)):
            found[v.posting_id].versions.append(VersionState(v.id, v.body_digest, v.first_seen_at, v.last_seen_at, v.capture_id))
    return {posting.url_key: posting for posting in found.values()}


def own_posting(session: Session, report_id: int) -> PostingState | None:
    """The posting that a report has its text from."""
    key = session.scalar(select(Posting.url_key).where(Posting.report_id == report_id, Posting.link_kind == "first").limit(1))
    return known_postings(session, [key])[key] if key else None


def reports_by_digest(session: Session, digests: Iterable[str]) -> dict[str, list[KnownReport]]:
    """The reports whose own text has one of these digests, oldest first."""
    found: dict[str, list[KnownReport]] = {}
    fields = (Report.id, Report.title, Report.title_derived, Report.body_digest)
    for chunk in in_chunks(digests):
        for row in session.execute(select(*fields).where(Report.body_digest.in_(chunk)).order_by(Report.id)):
            found.setdefault(row.body_digest, []).append(KnownReport(*row))
    return found


def report_rows(session: Session, ids: Iterable[int]) -> dict[int, Row]:
    """The reports of these ids, as the rows that they are."""
    fields = [column for column in table_of(Report).c if column.name not in KEPT or column.name == "id"]
    return {row["id"]: dict(row) for chunk in in_chunks(ids) for row in session.execute(select(*fields).where(Report.id.in_(chunk))).mappings()}


def report_bodies(session: Session, ids: Iterable[int]) -> dict[int, str]:
    """The bodies of the reports of these ids."""
    return {id_: body for chunk in in_chunks(ids) for id_, body in session.execute(select(Report.id, Report.body).where(Report.id.in_(chunk)))}


def keep_old_text(session: Session, report_ids: Iterable[int]) -> None:
    """Before reports get another text: write the old one into the versions that had it by being null."""
    old = select(Report.body).join(Posting, Posting.report_id == Report.id).where(Posting.id == Version.posting_id).scalar_subquery()
    for chunk in in_chunks(report_ids):
        theirs = select(Posting.id).where(Posting.report_id.in_(chunk))
        empty = Version.body.is_(None) & Version.is_tombstone.is_(False)
        session.execute(update(Version).where(Version.posting_id.in_(theirs), empty).values(body=old), execution_options={"synchronize_session": False})


def add_reports(session: Session, rows: Sequence[Row]) -> None:
    """Insert reports with their ids, and index their texts."""
    insert_many(session, Report, rows)
    fulltext.add(session, [_indexed(row) for row in rows])


def replace_reports(session: Session, rows: Sequence[Row]) -> None:
    """Write reports anew under their ids, take their rows in CHILDREN away, and index their new texts."""
    ids = [row["id"] for row in rows]
    fields = (Report.id, Report.title, Report.body_hans, Report.script)
    for chunk in in_chunks(ids):
        old = [fulltext.Indexed(*row) for row in session.execute(select(*fields).where(Report.id.in_(chunk)))]
        fulltext.remove(session, old)
        for child in CHILDREN:
            table = table_of(child)
            session.execute(delete(table).where(table.c.report_id.in_(chunk)))
    for row in rows:
        session.execute(update(table_of(Report)).where(table_of(Report).c.id == row["id"]).values({k: v for k, v in row.items() if k not in KEPT}))
    fulltext.add(session, [_indexed(row) for row in rows])


def _indexed(row: Row) -> fulltext.Indexed:
    return fulltext.Indexed(row["id"], row["title"], row["body_hans"], row["script"])


def add_children(session: Session, children: Mapping[type[DeclarativeBase], Sequence[Row]]) -> None:
    """Insert the rows that belong to reports, table by table."""
    for model, rows in children.items():
        insert_many(session, model, rows)


def write_postings(session: Session, postings: Iterable[PostingState]) -> None:
    """Insert new postings (their ids are set) and update known ones; then their versions."""
    touched = list(postings)
    new = [p for p in touched if p.is_new]
    fields = (
        "id", "report_id", "site_id", "url", "url_key", "title", "publish_date", "published_on", "column_name", "link_kind", "score", "body_digest",
        "first_seen_at", "last_seen_at", "state", "next_visit_at", "visits",
    )  # fmt: skip
    insert_many(session, Posting, [{f: getattr(p, f) for f in fields} for p in new])
    _update(session, Posting, [p for p in touched if not p.is_new], CHANGING)
    versions = [(p, v) for p in touched for v in p.versions]
    insert_many(session, Version, [_version_row(p, v) for p, v in versions if v.id is None])
    _update(session, Version, [v for _, v in versions if v.is_reread and v.id], ("body_digest", "title", "body"))
    _update(session, Version, [v for _, v in versions if v.is_dirty and v.id], ("first_seen_at", "last_seen_at"))


def _version_row(posting: PostingState, version: VersionState) -> Row:
    fields = ("body_digest", "first_seen_at", "last_seen_at", "capture_id", "title", "body")
    return {"posting_id": posting.id, "is_tombstone": False} | {f: getattr(version, f) for f in fields}


def _update(session: Session, model: type[DeclarativeBase], states: Sequence[PostingState] | Sequence[VersionState], fields: Sequence[str]) -> None:
    table = table_of(model)
    change = update(table).where(table.c.id == bindparam("key")).values({f: bindparam(f"new_{f}") for f in fields})
    execute_many(session, change, [{"key": s.id} | {f"new_{f}": getattr(s, f) for f in fields} for s in states])
