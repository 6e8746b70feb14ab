"""Links: written down as pending before they are asked for, settled in the transaction that stores or rejects what they led to."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, bindparam, or_, select, update
from sqlalchemy.orm import Session

from db.models import Link, LinkState
from db.rows import execute_many, in_chunks, table_of, upsert


class SeenLink(NamedTuple):
    """One link on a list page; ``url_key`` is ``pipelines.canonical.url_key(url)``."""

    url: str
    url_key: str
    title: str | None = None
    date: str | None = None
    """ISO, as the list's row states it."""


class NewLink(NamedTuple):
    """A link that was not known before."""

    id: int
    url: str
    url_key: str


class PendingLink(NamedTuple):
    """A link whose page has still to be fetched."""

    id: int
    site_id: int
    column_id: int | None
    url: str
    url_key: str
    title: str | None
    date: str | None
    tries: int


def note_links(session: Session, site_id: int, column_id: int | None, rows: Iterable[SeenLink | tuple[str, ...]], now: datetime) -> list[NewLink]:
    """Write down the links of a list page as pending. Returns those that are new, in the list's order; known ones were seen again."""
    seen: dict[str, SeenLink] = {}
    for row in rows:
        link = SeenLink(*row)
        seen.setdefault(link.url_key, link)
    new: dict[str, NewLink] = {}
    for keys in in_chunks(seen):
        new |= _insert(session, site_id, column_id, [seen[key] for key in keys], now)
        known = [key for key in keys if key not in new]
        if known:
            session.execute(update(Link).where(Link.url_key.in_(known)).values(last_seen_at=now))
    return [new[key] for key in seen if key in new]


def _insert(session: Session, site_id: int, column_id: int | None, links: Sequence[SeenLink], now: datetime) -> dict[str, NewLink]:
    common = {"site_id": site_id, "column_id": column_id, "state": LinkState.PENDING, "tries": 0, "first_seen_at": now, "last_seen_at": now}
    rows = [common | {"url": link.url, "url_key": link.url_key, "list_title": link.title, "list_date": link.date} for link in links]
    # Another worker may write the same link at this moment: only what RETURNING names is ours.
    add = upsert(session, Link).on_conflict_do_nothing(index_elements=["url_key"])
    return {row.url_key: NewLink(*row) for row in session.connection().execute(add.returning(Link.id, Link.url, Link.url_key), rows)}


def pending_links(session: Session, site_id: int | None = None, limit: int | None = None, *, blocked_before: datetime | None = None) -> list[PendingLink]:
    """The links whose pages have still to be fetched, in the order in which they were seen; with those that were blocked before a moment, if given."""
    fields = (Link.id, Link.site_id, Link.column_id, Link.url, Link.url_key, Link.list_title, Link.list_date, Link.tries)
    open_state: ColumnElement[bool] = Link.state == LinkState.PENDING
    if blocked_before is not None:
        open_state = or_(open_state, and_(Link.state == LinkState.BLOCKED, Link.last_tried_at < blocked_before))
    wanted = select(*fields).where(open_state).order_by(Link.id).limit(limit)
    if site_id is not None:
        wanted = wanted.where(Link.site_id == site_id)
    return [PendingLink(*row) for row in session.execute(wanted)]


def try_link(session: Session, link_id: int, now: datetime) -> None:
    """Write down that the link's page is being asked for."""
    session.execute(update(Link).where(Link.id == link_id).values(tries=Link.tries + 1, last_tried_at=now))


def settle_link(session: Session, url_key: str, state: LinkState | str, reason: str | None = None) -> None:
    """Write down what became of the link; nothing where no list showed it."""
    session.execute(update(Link).where(Link.url_key == url_key).values(state=LinkState(state), reason=reason))


def settle_done(session: Session, url_keys: Iterable[str]) -> None:
    """The pages of these links are stored."""
    links = table_of(Link)
    done = update(links).where(links.c.url_key == bindparam("key"), links.c.state != LinkState.DONE).values(state=LinkState.DONE, reason=None)
    execute_many(session, done, [{"key": key} for key in url_keys])
