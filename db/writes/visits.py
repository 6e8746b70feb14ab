"""Visits of postings after the first: when one is due, and what it means that a page is still there, or is not."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db.models import Capture, Posting, Version

SCHEDULE_DAYS = (1, 3, 7, 30, 90)
"""Days after a page was first seen on which it is visited again: most corrections come soon, and a quiet page is left alone after a quarter."""
CONFIRM = timedelta(days=1)
"""A page that is not found must not be found again after so long before it counts as gone: sites are down for a night, or move for an hour."""
TOMBSTONE_DIGEST = ""
"""In place of a body's digest where there is no body."""

Fate = Literal["missing", "gone"]


class DuePosting(NamedTuple):
    """A posting to visit again, and what its server gave us to ask conditionally with."""

    id: int
    report_id: int
    site_id: int | None
    url: str
    url_key: str
    title: str | None
    publish_date: str | None
    column_name: str | None
    etag: str | None
    last_modified: str | None


def next_visit(first_seen: datetime, visits: int, now: datetime) -> datetime | None:
    """When a page is due again; None once the schedule is over.

    ``visits`` is how many were made after the first. Days that went by without one are not made up for: one visit tells as much as three.
    """
    days = (first_seen + timedelta(days=day) for day in SCHEDULE_DAYS[visits:])
    return next((due for due in days if due > now), None)


def due_postings(session: Session, now: datetime, site_id: int | None = None, limit: int | None = None) -> list[DuePosting]:
    """The postings whose next visit is due, the longest overdue first; of one site where ``site_id`` is given."""
    wanted: list[ColumnElement[bool]] = [Posting.next_visit_at <= now, Posting.state != "gone"]
    if site_id is not None:
        wanted.append(Posting.site_id == site_id)
    rows = session.execute(select(Posting).where(*wanted).order_by(Posting.next_visit_at, Posting.id).limit(limit)).scalars().all()
    return [_due(session, posting) for posting in rows]


def _due(session: Session, posting: Posting) -> DuePosting:
    newest = select(Capture.etag, Capture.last_modified).where(Capture.posting_id == posting.id).order_by(Capture.fetched_at.desc(), Capture.id.desc()).limit(1)
    etag, last_modified = session.execute(newest).first() or (None, None)
    own = {name: getattr(posting, name) for name in DuePosting._fields if name not in ("etag", "last_modified")}
    return DuePosting(**own, etag=etag, last_modified=last_modified)


def posting_seen(session: Session, url_key: str, now: datetime) -> bool:
    """The page is there, with the text that we know (304, or the same payload). False where no posting stands at this address.

    A page that was read anew needs no such call: storing it does the same.
    """
    posting = _posting(session, url_key)
    if posting is None:
        return False
    newest = _newest(posting)
    if newest and newest.is_tombstone:
        # It came back as it was: the text before the tombstone begins a second time.
        before = next((v for v in reversed(posting.versions) if not v.is_tombstone), None)
        newest = Version(
            body_digest=posting.body_digest, title=posting.title, body=before.body if before else None, is_tombstone=False,
            first_seen_at=now, last_seen_at=now, capture_id=before.capture_id if before else None,
        )  # fmt: skip
        posting.versions.append(newest)
    if newest:
        newest.last_seen_at = max(now, newest.last_seen_at)
    posting.last_seen_at, posting.state = max(now, posting.last_seen_at), "live"
    posting.visits += 1
    posting.next_visit_at = next_visit(posting.first_seen_at, posting.visits, now)
    session.flush()
    return True


def posting_missing(session: Session, url_key: str, now: datetime, reason: str) -> Fate | None:
    """The server says that the page is not there: 404, 410, or a soft 404. None where no posting stands at this address.

    The first time it is missing, and is visited again a day later; found missing then, or later, it is gone, and its versions end in a tombstone
    that names the ``reason``. A server that cannot be reached says nothing about a page: call ``posting_unreachable``.
    """
    posting = _posting(session, url_key)
    if posting is None:
        return None
    if posting.state == "gone":
        return "gone"
    if posting.state != "missing" or posting.next_visit_at is None:
        posting.state, posting.next_visit_at = "missing", now + CONFIRM
    elif now >= posting.next_visit_at:
        since = posting.next_visit_at - CONFIRM
        posting.versions.append(Version(body_digest=TOMBSTONE_DIGEST, title=reason, body=None, is_tombstone=True, first_seen_at=since, last_seen_at=now))
        posting.state, posting.next_visit_at = "gone", None
    session.flush()
    return "gone" if posting.state == "gone" else "missing"


def posting_unreachable(session: Session, url_key: str, now: datetime) -> bool:
    """The server did not answer, or let nobody in: nothing is known, and the visit is put off by a day. False where no posting stands there."""
    posting = _posting(session, url_key)
    if posting is None:
        return False
    if posting.next_visit_at is not None and posting.state == "live":
        posting.next_visit_at = max(posting.next_visit_at, now + CONFIRM)
    session.flush()
    return True


def _posting(session: Session, url_key: str) -> Posting | None:
    return session.scalars(select(Posting).where(Posting.url_key == url_key).with_for_update()).one_or_none()


def _newest(posting: Posting) -> Version | None:
    versions: Sequence[Version] = posting.versions
    return max(versions, key=lambda version: version.first_seen_at, default=None)
