"""Sites and their columns: what is followed, how it answered, and when it is visited again."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from db.models import Column, Site, SiteHost, SiteState
from db.rows import table_of, upsert

SHORTEST_HOURS, FIRST_HOURS, LONGEST_HOURS = 1.0, 24.0, 168.0
"""Between two visits of a column: never under an hour, a day before anything is known, a week where nothing ever comes."""


def ensure_site(  # noqa: PLR0913  the fields of a registry entry
    session: Session,
    key: str,
    name: str,
    adcode: str | None,
    home: str,
    *,
    family: str | None = None,
    site_id_code: str | None = None,
    hosts: Iterable[str] = (),
    now: datetime | None = None,
) -> Site:
    """The site of this key, written down or brought up to date with the registry; its state is kept."""
    known = {"name": name, "adcode": adcode, "home": home, "family": family, "site_id_code": site_id_code}
    known = {column: value for column, value in known.items() if value is not None}
    add = upsert(session, Site).values(key=key, state=SiteState.UNKNOWN, **known)
    session.execute(add.on_conflict_do_update(index_elements=["key"], set_=known))
    site = session.scalars(select(Site).where(Site.key == key).execution_options(populate_existing=True)).one()
    note_hosts(session, site.id, {urlsplit(home).hostname or "", *hosts} - {""}, now or datetime.now(UTC))
    return site


def note_hosts(session: Session, site_id: int, hosts: set[str], now: datetime) -> None:
    """Write down the host names under which a site was seen."""
    for host in sorted(hosts):
        add = upsert(session, SiteHost).values(site_id=site_id, host=host, first_seen_at=now, last_seen_at=now)
        session.execute(add.on_conflict_do_update(index_elements=["site_id", "host"], set_={"last_seen_at": now}))


def note_absent(session: Session, site_id: int, host: str, digest: str | None, now: datetime) -> None:
    """Write down what a host shows with status 200 for a page that cannot be there; None where it tells such pages by their status."""
    note_hosts(session, site_id, {host}, now)
    hosts = table_of(SiteHost)
    session.execute(update(hosts).where(hosts.c.site_id == site_id, hosts.c.host == host).values(absent_digest=digest, absent_asked_at=now))


def absent_pages(session: Session, site_id: int) -> dict[str, tuple[str | None, datetime | None]]:
    """By host: the digest of what it shows for pages that are not there, and when it was asked for one."""
    hosts = table_of(SiteHost)
    wanted = select(hosts.c.host, hosts.c.absent_digest, hosts.c.absent_asked_at).where(hosts.c.site_id == site_id)
    return {host: (digest, asked) for host, digest, asked in session.execute(wanted)}


def set_site_state(session: Session, site_id: int, state: SiteState | str, reason: str | None, now: datetime) -> None:
    """Write down how the site answered."""
    session.execute(update(table_of(Site)).where(Site.id == site_id).values(state=SiteState(state), state_reason=reason, state_at=now))


def set_site_family(session: Session, site_id: int, family: str, now: datetime) -> None:
    """Write down which CMS family the site was seen to be of."""
    session.execute(update(table_of(Site)).where(Site.id == site_id).values(family=family, family_seen_at=now))


def ensure_column(session: Session, site_id: int, url: str, name: str | None = None, family: str | None = None) -> Column:
    """The column of this site and address, written down where it is new; a given name or family replaces what was known."""
    _write_column(session, site_id, url, name, family)
    wanted = select(Column).where(Column.site_id == site_id, Column.url == url)
    return session.scalars(wanted.execution_options(populate_existing=True)).one()


def ensure_columns(session: Session, site_id: int, columns: Iterable[tuple[str, str | None]]) -> list[Column]:
    """The same for several, each an address and a name, in their order."""
    found = list(columns)
    for url, name in found:
        _write_column(session, site_id, url, name, None)
    wanted = select(Column).where(Column.site_id == site_id, Column.url.in_([url for url, _ in found]))
    rows = {row.url: row for row in session.scalars(wanted.execution_options(populate_existing=True))}
    return [rows[url] for url, _ in found]


def _write_column(session: Session, site_id: int, url: str, name: str | None, family: str | None) -> None:
    known = {column: value for column, value in {"name": name, "family": family}.items() if value is not None}
    add = upsert(session, Column).values(site_id=site_id, url=url, history="unknown", walk_memory={}, **known)
    clash = ["site_id", "url"]
    session.execute(add.on_conflict_do_update(index_elements=clash, set_=known) if known else add.on_conflict_do_nothing(index_elements=clash))


def column_visited(  # noqa: PLR0913  what a visit can learn
    session: Session,
    column_id: int,
    *,
    new_count: int,
    now: datetime,
    etag: str | None = None,
    last_modified: str | None = None,
    family: str | None = None,
    history: str | None = None,
    walk_memory: Mapping[str, Any] | None = None,
) -> None:
    """Write down a visit that found ``new_count`` unseen links, and set the next one by how often the column publishes."""
    columns = table_of(Column)
    interval, last_visit_at = session.execute(select(columns.c.interval_hours, columns.c.last_visit_at).where(columns.c.id == column_id)).one()
    interval = next_interval(interval, last_visit_at, new_count, now)
    values: dict[str, Any] = {"interval_hours": interval, "next_visit_at": now + timedelta(hours=interval), "last_visit_at": now}
    values |= {"etag": etag, "last_modified": last_modified}
    if new_count:
        values["last_new_at"] = now
    if family is not None:
        values |= {"family": family, "family_seen_at": now}
    if history is not None:
        values["history"] = history
    if walk_memory is not None:
        values["walk_memory"] = dict(walk_memory)
    session.execute(update(columns).where(columns.c.id == column_id).values(**values))


def next_interval(interval: float | None, last_visit_at: datetime | None, new_count: int, now: datetime) -> float:
    """Hours until the next visit: halfway from the last interval to the time that one new item took; longer where nothing came.

    The first visit of a column sees its whole list, which says nothing about its pace.
    """
    if interval is None or last_visit_at is None:
        return FIRST_HOURS
    passed = (now - last_visit_at).total_seconds() / 3600
    pace = passed / new_count if new_count else max(passed, interval) * 2
    return min(max((interval + pace) / 2, SHORTEST_HOURS), LONGEST_HOURS)


def due_columns(session: Session, now: datetime, site_ids: Sequence[int] | None = None) -> list[Column]:
    """The columns whose next visit has come, never visited ones first."""
    wanted = select(Column).where(or_(Column.next_visit_at.is_(None), Column.next_visit_at <= now))
    if site_ids is not None:
        wanted = wanted.where(Column.site_id.in_(site_ids))
    wanted = wanted.order_by(Column.next_visit_at.is_not(None), Column.next_visit_at, Column.id)
    return list(session.scalars(wanted.execution_options(populate_existing=True)))
