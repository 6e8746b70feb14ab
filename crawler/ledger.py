"""The crawler's book-keeping in the archive's database: sites, columns, links and captures, each call one short transaction."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select

from crawler.registry import Site
from db import models, writes
from db.models import LinkState, SiteState
from db.session import Archive
from db.writes import NewLink, PendingLink, SeenLink, visits
from db.writes.visits import DuePosting
from pipelines.page import Capture

ColumnState = models.Column
"""A column's row, detached: what was known of it when the visit began."""


class Ledger:
    """What a spider asks and tells the database while it runs."""

    def __init__(self, archive: Archive) -> None:
        """``archive``: an opened database."""
        self.archive = archive
        self.site_ids: dict[str, int] = {}
        """Rows of the sites of this run, by their key."""
        self._at: dict[str, Site | None] = {}

    def site_id(self, key: str | None) -> int | None:
        """The row of a site; None for one that the database does not know."""
        if key and key not in self.site_ids:
            with self.archive.reading() as session:
                found = session.scalar(select(models.Site.id).where(models.Site.key == key))
            if found is None:
                return None
            self.site_ids[key] = found
        return self.site_ids.get(key or "")

    def site_at(self, host: str) -> Site | None:
        """The one site that stands, or stood, at a host."""
        if host not in self._at:
            wanted = select(models.Site).join(models.SiteHost).where(models.SiteHost.host == host).distinct()
            with self.archive.reading() as session:
                found = [_site(row) for row in session.scalars(wanted)]
            self._at[host] = found[0] if len(found) == 1 else None
        return self._at[host]

    def stored_sites(self) -> list[Site]:
        """The sites that the database knows."""
        with self.archive.reading() as session:
            rows = session.scalars(select(models.Site).order_by(models.Site.key))
            return [_site(row) for row in rows]

    def visited(self) -> dict[str, dict[str, Any]]:
        """What visits found out, by the site's key: family, state, number of columns, last and next visit (ISO, UTC)."""
        column = models.Column
        counted = (func.count(column.id), func.max(column.last_visit_at), func.min(column.next_visit_at), func.max(column.family))
        wanted = select(models.Site, *counted).outerjoin(column, column.site_id == models.Site.id).group_by(models.Site.id)
        with self.archive.reading() as session:
            return {site.key: _visited(site, number, last, following, family) for site, number, last, following, family in session.execute(wanted)}

    def note_site(self, site: Site) -> int:
        """Write a site and its declared columns down; returns the site's id."""
        now = datetime.now(UTC)

        def note(session: Any) -> int:
            row = writes.ensure_site(session, site.key, site.name, site.adcode, site.home, family=site.family, now=now)
            for column in site.columns:
                writes.ensure_column(session, row.id, column.url, column.name, column.family or site.family)
            return int(row.id)

        self.site_ids[site.key] = site_id = self.archive.write(note)
        return site_id

    def note_sites(self, sites: Iterable[Site]) -> None:
        """Write many sites down in one transaction."""
        now, found = datetime.now(UTC), list(sites)

        def note(session: Any) -> None:
            for site in found:
                row = writes.ensure_site(session, site.key, site.name, site.adcode, site.home, family=site.family, now=now)
                for column in site.columns:
                    writes.ensure_column(session, row.id, column.url, column.name, column.family)

        self.archive.write(note)

    def columns(self, site_id: int) -> list[ColumnState]:
        """The columns of a site that are followed."""
        with self.archive.reading() as session:
            rows = list(session.scalars(select(models.Column).where(models.Column.site_id == site_id).order_by(models.Column.id)))
            session.expunge_all()
            return rows

    def note_columns(self, site_id: int, columns: Iterable[tuple[str, str | None]]) -> list[ColumnState]:
        """Write columns down, each an address and a name."""
        found = list(columns)
        return self.archive.write(lambda session: writes.ensure_columns(session, site_id, found))

    def column_visited(self, column: ColumnState, state: tuple[SiteState, str] | None = None, **found: Any) -> None:
        """Write down that a walk through a column came to its end, and with what state of its site and why (None: the state stays)."""
        now = datetime.now(UTC)

        def note(session: Any) -> None:
            writes.column_visited(session, column.id, now=now, **found)
            if state is not None:
                writes.set_site_state(session, column.site_id, *state, now)

        self.archive.write(note)

    def note_state(self, site_id: int, state: SiteState, reason: str) -> None:
        """Write down how a site answered."""
        now = datetime.now(UTC)
        self.archive.write(lambda session: writes.set_site_state(session, site_id, state, reason, now))

    def note_host(self, site_id: int, host: str) -> None:
        """Write down a host under which a site was found."""
        now = datetime.now(UTC)
        self.archive.write(lambda session: writes.note_hosts(session, site_id, {host}, now))

    def note_absent(self, site_id: int, host: str, digest: str | None) -> None:
        """Write down what a host shows for a page that is not there."""
        now = datetime.now(UTC)
        self.archive.write(lambda session: writes.note_absent(session, site_id, host, digest, now))

    def absent_pages(self, site_id: int) -> dict[str, tuple[str | None, datetime | None]]:
        """By host: what it shows for pages that are not there (a payload digest), and when it was asked for one."""
        with self.archive.reading() as session:
            return writes.absent_pages(session, site_id)

    def note_links(self, site_id: int, column_id: int, links: Sequence[SeenLink]) -> list[NewLink]:
        """Write links down as pending; returns those that were not known, in order."""
        if not links:
            return []
        now = datetime.now(UTC)
        return self.archive.write(lambda session: writes.note_links(session, site_id, column_id, links, now))

    def note_external(self, site_id: int, column_id: int, links: Iterable[SeenLink]) -> None:
        """Write links to other sites down, with title and date: they are noted, not followed and not attributed to the county."""
        now, rows = datetime.now(UTC), list(links)

        def note(session: Any) -> None:
            for link in writes.note_links(session, site_id, column_id, rows, now):
                writes.settle_link(session, link.url_key, LinkState.REJECTED, "external")

        if rows:
            self.archive.write(note)

    def was_known(self, key: str, before: datetime | None) -> bool:
        """Whether a link was written down before the column's last whole walk; links of a walk that was cut short do not count, so that it is walked again."""
        if before is None:
            return False
        wanted = select(models.Link.id).where(models.Link.url_key == key, models.Link.first_seen_at <= before)
        with self.archive.reading() as session:
            return session.execute(wanted).first() is not None

    def pending(self, site_id: int, blocked_before: datetime | None = None) -> list[PendingLink]:
        """Links of a site whose pages have still to be fetched, and those that a challenge kept from us before that moment."""
        with self.archive.reading() as session:
            return writes.pending_links(session, site_id, blocked_before=blocked_before)

    def due_postings(self, site_id: int) -> list[DuePosting]:
        """The postings of a site that are to be visited again now."""
        with self.archive.reading() as session:
            return visits.due_postings(session, datetime.now(UTC), site_id)

    def seen_again(self, key: str) -> None:
        """A posting stands as it stood."""
        now = datetime.now(UTC)
        self.archive.write(lambda session: visits.posting_seen(session, key, now))

    def missed(self, key: str, state: SiteState, reason: str) -> None:
        """A posting could not be had: missing where the server says so, only unreachable where it says nothing."""
        now = datetime.now(UTC)
        if state in (SiteState.GONE, SiteState.SOFT_404):
            self.archive.write(lambda session: visits.posting_missing(session, key, now, reason))
        else:
            self.archive.write(lambda session: visits.posting_unreachable(session, key, now))

    def still_pending(self, keys: Sequence[str]) -> list[str]:
        """Those of these links that are pending."""
        found: list[str] = []
        with self.archive.reading() as session:
            for start in range(0, len(keys), 500):
                chunk = keys[start : start + 500]
                found += session.scalars(select(models.Link.url_key).where(models.Link.url_key.in_(chunk), models.Link.state == LinkState.PENDING))
        return found

    def settle(self, key: str, state: LinkState, reason: str) -> None:
        """Write down what became of a link, and that it was tried."""
        now = datetime.now(UTC)

        def settle(session: Any) -> None:
            writes.settle_link(session, key, state, reason)
            if state in (LinkState.PENDING, LinkState.BLOCKED):
                link_id = session.scalar(select(models.Link.id).where(models.Link.url_key == key))
                writes.try_link(session, link_id, now)

        self.archive.write(settle)

    def known_capture(self, url: str, digest: str) -> Capture | None:
        """An earlier capture of the same address with the same payload, for which a revisit record will do."""
        with self.archive.reading() as session:
            found = writes.capture_by_digest(session, digest, url)
            return plain_capture(found) if found is not None else None


def _visited(site: models.Site, columns: int, last: datetime | None, following: datetime | None, family: str | None) -> dict[str, Any]:
    state = f"{site.state}: {site.state_reason}" if site.state not in (SiteState.OK, SiteState.UNKNOWN) and site.state_reason else site.state
    times = {"last_visit": last, "next_visit": following}
    return {"family": site.family or family, "state": state, "columns": columns or None} | {
        name: moment.isoformat(timespec="minutes") if moment else None for name, moment in times.items()
    }


def _site(row: models.Site) -> Site:
    return Site(key=row.key, adcode=row.adcode or "", name=row.name, home=row.home, family=row.family)


def plain_capture(row: models.Capture) -> Capture:
    """A row of the captures, detached."""
    return Capture(
        url=row.url,
        fetched_at=row.fetched_at,
        status=row.status,
        payload_digest=row.payload_digest,
        content_type=row.content_type,
        etag=row.etag,
        last_modified=row.last_modified,
        warc_file=row.warc_file,
        warc_offset=row.warc_offset,
        record_id=row.record_id,
        is_revisit=row.is_revisit,
    )
