"""Stores what was refined: captures, reports, postings, versions and facts of a batch in the caller's one transaction, nothing twice."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy.orm import Session

from db.models import Posting, Report
from db.rows import Row, allocate, is_sqlite
from db.writes.captures import KnownCapture, add_captures, forget_refusals, place_of, tie_captures
from db.writes.links import settle_done
from db.writes.reports import (
    KEPT,
    PostingState,
    add_children,
    add_reports,
    keep_old_text,
    known_postings,
    lock,
    own_posting,
    replace_reports,
    report_bodies,
    report_rows,
    write_postings,
)
from db.writes.visits import next_visit
from pipelines.canonical import url_key
from pipelines.dedupe.near import Near
from pipelines.placing import Match, Placing
from pipelines.refined import Refined
from pipelines.rows import children, report_row
from pipelines.versions import capture_of, insert_earlier, rename, version_of

Outcome = Literal["new", "repost", "unchanged", "changed", "earlier", "refreshed"]
"""new: a report of its own; repost: one more posting of a known report; unchanged: seen again with the same text; changed: with another text;
earlier: a text from before those that were known; refreshed: the same capture, read better than before."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a refined page."""

    report_id: int
    posting_id: int
    outcome: Outcome


def store(session: Session, refined: Refined, run_id: int | None = None, site_id: int | None = None, now: datetime | None = None) -> Stored:
    """Store one page: see ``store_many``."""
    return store_many(session, [(refined, site_id)], run_id=run_id, now=now)[0]


def store_many(session: Session, entries: Sequence[tuple[Refined, int | None]], *, run_id: int | None = None, now: datetime | None = None) -> list[Stored]:
    """Store refined pages, each with the id of the site it is from, in the caller's transaction (one call a transaction).

    A page at a known address is a version of the posting there; a known text at a new address is a posting of the report that it is; the rest is new.
    Links that led here become done. What the archive already knows is not stored again, whatever the order and number of replays.

    Raises:
        StoreError: a page has no capture: the archive never holds a report whose bytes it does not hold.

    """
    if not entries:
        return []
    batch = _Batch(session, [refined for refined, _ in entries], run_id, now or datetime.now(UTC))
    stored = [batch.take(refined, site_id) for refined, site_id in entries]
    batch.write()
    return stored


class _Batch:
    """What the archive knows of a batch, and what it is going to be told."""

    def __init__(self, session: Session, batch: Sequence[Refined], run_id: int | None, now: datetime) -> None:
        self._session, self._run_id, self._now = session, run_id, now
        self._keys = {id(refined): url_key(refined.page.url) for refined in batch}
        self._linked = {url_key(refined.page.link_url) for refined in batch if refined.page.link_url}
        near = Near(session)
        if not is_sqlite(session):
            lock(session, [*_locks(batch, self._keys.values()), *(key for refined in batch for key in near.locks(refined))])
        self._captures = add_captures(session, [capture_of(refined) for refined in batch], run_id)
        self._postings = known_postings(session, set(self._keys.values()))
        self._rows = report_rows(session, {p.report_id for p in self._postings.values() if p.is_own})
        self._placing = Placing(session, [refined for refined in batch if self._keys[id(refined)] not in self._postings], near)
        unknown = len({*self._keys.values()} - {*self._postings})
        self._posting_ids = iter(allocate(session, Posting, unknown))
        self._report_ids = iter(allocate(session, Report, unknown))
        self._new: dict[int, Refined] = {}
        self._anew: dict[int, Refined] = {}
        self._touched: dict[str, PostingState] = {}
        self._ties: dict[int, int] = {}

    def take(self, refined: Refined, site_id: int | None) -> Stored:
        """Decide what a page is to the archive."""
        capture = self._captures[place_of(capture_of(refined))]
        posting = self._postings.get(self._keys[id(refined)])
        if posting is None:
            posting, outcome = self._post(refined, site_id, capture)
        else:
            outcome = self._see_again(posting, refined, capture)
        assert posting.id is not None  # noqa: S101  allocated or known; for the type checker
        self._touched[posting.url_key] = posting
        if capture.posting_id != posting.id:
            self._ties[capture.id] = posting.id
        self._captures[place_of(capture_of(refined))] = KnownCapture(capture.id, posting.id)
        return Stored(posting.report_id, posting.id, outcome)

    def _post(self, refined: Refined, site_id: int | None, capture: KnownCapture) -> tuple[PostingState, Outcome]:
        match = self._placing.place(refined)
        if match is None:
            report_id = next(self._report_ids)
            self._new[report_id] = refined
            self._placing.remember(refined, report_id)
        reading, at = refined.reading, capture_of(refined).fetched_at
        posting = PostingState(
            id=next(self._posting_ids),
            report_id=match.report_id if match else report_id,
            site_id=site_id,
            url=refined.page.url,
            url_key=self._keys[id(refined)],
            title=reading.title,
            publish_date=reading.publish_date,
            column_name=reading.column,
            link_kind=match.link_kind if match else "first",
            score=match.score if match else 1.0,
            body_digest=refined.body_digest,
            first_seen_at=at,
            last_seen_at=at,
            versions=[version_of(refined, capture.id)],
            is_new=True,
            next_visit_at=next_visit(at, 0, self._now) if "://" in refined.page.url else None,
        )
        self._postings[posting.url_key] = posting
        if match and match.takes_over:
            self._hand_over(match, posting, refined)
        return posting, "repost" if match else "new"

    def _hand_over(self, match: Match, posting: PostingState, refined: Refined) -> None:
        """The report has its text from this posting from now on; the posting that it had it from is a copy of it."""
        known = (p for p in self._postings.values() if p.report_id == match.report_id and p.is_own)
        before = next(known, None) or own_posting(self._session, match.report_id)
        if before is None:
            return
        before = self._postings.setdefault(before.url_key, before)
        before.link_kind, before.score = match.link_kind, match.score
        self._touched[before.url_key] = before
        posting.link_kind, posting.score = "first", 1.0
        self._rewrite(match.report_id, refined)

    def _see_again(self, posting: PostingState, refined: Refined, capture: KnownCapture) -> Outcome:
        at = capture_of(refined).fetched_at
        newest = posting.versions[-1]
        if capture.posting_id == posting.id:
            return self._read_again(posting, refined, at)
        if at < newest.last_seen_at:
            return insert_earlier(posting, refined, capture.id)
        posting.last_seen_at, posting.state = at, "live"
        posting.visits += 1
        posting.next_visit_at = next_visit(posting.first_seen_at, posting.visits, self._now) if "://" in posting.url else None
        if newest.body_digest == refined.body_digest:
            newest.last_seen_at, newest.is_dirty = at, True
            return "refreshed" if self._refresh(posting, refined, always=False) else "unchanged"
        posting.versions.append(version_of(refined, capture.id))
        self._follow(posting, refined)
        return "changed"

    def _read_again(self, posting: PostingState, refined: Refined, at: datetime) -> Outcome:
        """A capture that was stored before (replay): the page is the same, and only our reading of it may differ."""
        version = next((v for v in reversed(posting.versions) if v.first_seen_at <= at <= v.last_seen_at), posting.versions[-1])
        is_newest = version is posting.versions[-1]
        if version.body_digest == refined.body_digest:
            return "refreshed" if is_newest and self._refresh(posting, refined, always=True) else "unchanged"
        version.body_digest, version.title, version.body, version.is_reread = refined.body_digest, refined.reading.title, refined.reading.body, True
        if is_newest:
            self._follow(posting, refined)
        return "refreshed"

    def _follow(self, posting: PostingState, refined: Refined) -> None:
        """The posting has another text now; where it is the report's own posting, so has the report."""
        posting.body_digest = refined.body_digest
        rename(posting, refined)
        if posting.is_own:
            self._rewrite(posting.report_id, refined)

    def _refresh(self, posting: PostingState, refined: Refined, *, always: bool) -> bool:
        """Take over a better reading of the text that the report has; ``always``, or only where other code found its facts."""
        row = self._rows.get(posting.report_id)
        if not posting.is_own or row is None or not (always or row["facts_version"] != refined.facts.version):
            return False
        if not _differs(report_row(refined, posting.report_id, self._run_id, self._now), row):
            return False
        rename(posting, refined)
        self._rewrite(posting.report_id, refined)
        return True

    def _rewrite(self, report_id: int, refined: Refined) -> None:
        (self._new if report_id in self._new else self._anew)[report_id] = refined
        self._placing.remember(refined, report_id)

    def write(self) -> None:
        """Tell the archive."""
        session = self._session
        add_reports(session, self._report_rows(self._new))
        if self._anew:
            keep_old_text(session, self._anew)
            replace_reports(session, self._report_rows(self._anew))
        everything = self._new | self._anew
        rows: dict[type, list[Row]] = {}
        for report_id, refined in everything.items():
            for model, own in children(refined, report_id).items():
                rows.setdefault(model, []).extend(own)
        add_children(session, rows)
        self._leave_out_own_text(everything)
        write_postings(session, self._touched.values())
        tie_captures(session, self._ties)
        forget_refusals(session, self._ties)
        settle_done(session, {*self._touched, *self._linked})
        self._placing.write()

    def _report_rows(self, texts: dict[int, Refined]) -> list[Row]:
        return [report_row(refined, report_id, self._run_id, self._now) for report_id, refined in texts.items()]

    def _leave_out_own_text(self, texts: dict[int, Refined]) -> None:
        """A version whose text is the report's own does not hold it a second time."""
        written = [(p, v) for p in self._touched.values() for v in p.versions if v.id is None or v.is_reread]
        bodies = report_bodies(self._session, {p.report_id for p, _ in written if p.report_id not in texts})
        bodies |= {report_id: refined.reading.body for report_id, refined in texts.items()}
        for posting, version in written:
            if version.body == bodies[posting.report_id]:
                version.body = None


def _differs(new: Row, old: Row) -> bool:
    return any(new[name] != old[name] for name in new if name not in KEPT)


def _locks(batch: Iterable[Refined], keys: Iterable[str]) -> list[int]:
    texts = {*keys, *(refined.body_digest for refined in batch)}
    return [int.from_bytes(hashlib.blake2b(text.encode(errors="replace"), digest_size=8).digest()) >> 1 for text in texts]
