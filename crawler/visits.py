"""One visit of a site and of each of its columns: what to ask next, what is new, and what to write down; the spider only sends and receives."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

from crawler import families
from crawler.absent import AbsentPages
from crawler.addresses import netloc, other_scheme
from crawler.asking import LinkRequest, ListRequest
from crawler.blocked import Obstacle
from crawler.failures import NO_CONNECTION
from crawler.families import Family
from crawler.ledger import ColumnState, Ledger
from crawler.lists.listing import Link, ListPage, NextPage
from crawler.lists.walk import Step, Walk
from crawler.onboarding import columns, home
from crawler.registry import Site
from db import divisions
from db.models import SiteState
from db.writes import SeenLink
from pipelines.canonical import canonical, url_key

logger = logging.getLogger(__name__)
MOST_LIST_PAGES = 5000
UPSTREAM = "upstream"
"""``Column.history`` of a column that carries the news of others."""
SILENT_DAYS = 14
"""After so many days without news a column's family is recognised anew: sites move to other systems every few years."""


class SiteVisit:
    """One site: its pending links, its columns, and its home page where none is known."""

    def __init__(self, site: Site, ledger: Ledger, *, since: date | None = None, due_only: bool = False) -> None:
        """Writes the site and its declared columns down."""
        self.site, self.ledger, self.since, self._due_only = site, ledger, since, due_only
        self.site_id = ledger.note_site(site)
        self.declared = {column.url for column in site.columns}
        """Columns that the registry names are followed whatever their titles say."""
        self.trouble: Obstacle | None = None
        self.without_connection: dict[str, Obstacle] = {}
        """Addresses whose other scheme was tried, and what stood in the way of this one."""
        self._columns = ledger.columns(self.site_id)
        self.absent = AbsentPages(ledger, self.site_id, site.home)

    @property
    def about(self) -> dict[str, str]:
        """What the archive keeps of the home page."""
        return {"role": "home", "site_key": self.site.key}

    @property
    def needs_home(self) -> bool:
        """True where no column is known: the home page names them."""
        return not self._columns

    def pending(self, blocked_days: float) -> Iterator[LinkRequest]:
        """Links that an earlier run wrote down but did not finish, and those that a challenge kept from us so many days ago."""
        for link in self.ledger.pending(self.site_id, datetime.now(UTC) - timedelta(days=blocked_days)):
            column = next((c.name for c in self._columns if c.id == link.column_id), None)
            yield self.link_request(link.url, link.url_key, title=link.title, day=link.date, column=column, tries=link.tries)

    def postings(self) -> Iterator[LinkRequest]:
        """Postings whose next visit is due: edits and removals show only to those who come back (1, 3, 7, 30 and 90 days after the first)."""
        for due in self.ledger.due_postings(self.site_id):
            conditions = {"If-None-Match": due.etag, "If-Modified-Since": due.last_modified}
            asked = self.link_request(due.url, due.url_key, title=due.title, day=None, column=due.column_name)
            yield replace(asked, conditions={name: value for name, value in conditions.items() if value})

    def columns(self) -> Iterator["ColumnVisit"]:
        """A visit for each column (only those that are due, where that was asked)."""
        now = datetime.now(UTC)
        for column in self._columns:
            if column.history == UPSTREAM:
                continue
            if not self._due_only or column.next_visit_at is None or column.next_visit_at <= now:
                yield ColumnVisit(self, column)

    def discover(self, payload: bytes, url: str, content_type: str | None) -> list["ColumnVisit"]:
        """The columns of the county's own news that the home page names, written down."""
        found = home.own_columns(payload, url, content_type, self.site.name)
        if not found:
            self.failed(Obstacle(SiteState.UNKNOWN, "the home page names no column of the county's own news"))
        self._columns = self.ledger.note_columns(self.site_id, ((column.url, column.name) for column in found))
        return [ColumnVisit(self, column) for column in self._columns]

    def link_request(
        self, url: str, key: str, *, title: str | None, day: str | None, column: str | None, tries: int = 0, referer: str | None = None
    ) -> LinkRequest:
        """What to ask for, with what is known of it."""
        known = {
            "role": "article",
            "title": title,
            "date": day,
            "column": column,
            "site_key": self.site.key,
            "site_name": self.site.name,
            "site_adcode": self.site.adcode,
            "body_selector": self.site.body_selector,
        }
        return LinkRequest(url, key, {name: value for name, value in known.items() if value}, referer, tries)

    def failed(self, stands: Obstacle) -> None:
        """Write down why the site could not be visited."""
        self.trouble = stands
        self.ledger.note_state(self.site_id, stands.state, stands.reason)

    def in_other_scheme(self, url: str, stands: Obstacle) -> str | None:
        """The address with http for https or the reverse, where no connection can be made; each is tried once a visit.

        27 of 2,739 county sites needed the other scheme in 2026 (domain note 4.5).
        """
        if url in self.without_connection or (stands.state is not SiteState.TLS_ERROR and stands.reason not in NO_CONNECTION):
            return None
        self.without_connection[url] = stands
        return other_scheme(url)

    def arrived(self, url: str) -> None:
        """Where the home page was found. On another host than the registry's, the site has moved: the new host is written down, the old one kept."""
        here, there = (_bare_host(address) for address in (url, self.site.home))
        if here != there:
            self.failed(Obstacle(SiteState.MOVED, f"now at {url}"))
            self.ledger.note_host(self.site_id, here)

    def state_after(self, partial: bool, stop: str) -> tuple[SiteState, str] | None:
        """What a column that was walked says of its site; nothing where the site moved or showed a wall: it keeps that state."""
        return None if self.trouble is not None else (SiteState.PARTIAL_HISTORY if partial else SiteState.OK, stop)


class ColumnVisit:
    """One walk through a column's list pages."""

    def __init__(self, visit: SiteVisit, column: ColumnState) -> None:
        """Begin with page 1, asked conditionally where a whole earlier walk allows it."""
        self.site = visit
        self.column = column
        self.is_over = False
        self.request: ListRequest | None = ListRequest(column.url, headers=self._conditions())
        self._asked: NextPage | None = None
        self._walk: Walk | None = None
        self._validators: dict[str, str] = {}
        self._new = 0

    @property
    def about(self) -> dict[str, str]:
        """What the archive keeps of a list page."""
        return {"role": "list", "site_key": self.site.site.key, "column": self.column.name or ""}

    def take(self, status: int, payload: bytes, url: str, headers: Mapping[str, str]) -> list[LinkRequest]:
        """Read a list page: writes its new links down and returns them; sets ``request`` to the next page, or ends the visit."""
        if status == 304:
            self._finish("unchanged")
            return []
        page = ListPage.from_bytes(payload, url, headers.get("content-type"), self._asked, seen_on=datetime.now(UTC).date())
        if self._walk is None:
            self._walk = self._begin(page)
            if self._is_of_others(page):
                return []
            self._validators = {name: headers[name] for name in ("etag", "last-modified") if name in headers}
        step = self._walk.feed(page)
        requests = self._note(step, url)
        self._go_on(step)
        return requests

    def failed(self, stands: Obstacle) -> "ColumnVisit":
        """A list page could not be had. Missing further pages end a walk; anything else leaves it to be walked again."""
        self.request = None
        other = self.site.in_other_scheme(self.column.url, stands) if self._walk is None else None
        if other is not None:
            self.request = ListRequest(other)
            return self
        if self._walk is not None and stands.state in (SiteState.GONE, SiteState.SOFT_404):
            self._go_on(self._walk.missing())
            return self
        self.is_over = True
        stands = self.site.without_connection.get(self.column.url, stands)
        self.site.failed(replace(stands, reason=f"{self.column.url}: {stands.reason}"))
        return self

    def _begin(self, page: ListPage) -> Walk:
        column = self.column
        return Walk(
            family=self._family(page),
            known=lambda url: self.site.ledger.was_known(url_key(url), column.last_visit_at),
            complete=column.last_visit_at is not None,
            since=self.site.since.isoformat() if self.site.since else None,
            max_pages=MOST_LIST_PAGES,
            memory=column.walk_memory,
        )

    def _is_of_others(self, page: ListPage) -> bool:
        """A column that the home page named like the county's own, but whose titles speak of the province or the state: kept out, and remembered as such."""
        if self.column.last_visit_at is not None or self.column.url in self.site.declared or self._walk is None:
            return False
        county, above = self.site.site.name, divisions.path(self.site.site.adcode)[:-1]
        verdict, why = columns.verdict_by_titles([link.title for link in self._walk.family.links(page)], county, above)
        if verdict == "own":
            return False
        self.request, self.is_over = None, True
        self.site.ledger.column_visited(self.column, new_count=0, family=self._walk.family.name, history=UPSTREAM)
        logger.info("%s %s is not followed: %s", self.site.site.name, self.column.url, why)
        return True

    def _family(self, page: ListPage) -> Family:
        """The declared or last recognised family, unless the column has been silent: then the page says."""
        column = self.column
        silent = column.last_new_at is not None and (datetime.now(UTC) - column.last_new_at).days >= SILENT_DAYS
        if column.family and not silent:
            family = families.get(column.family)
            if family.links(page):
                return family
        return families.recognise(page)

    def _conditions(self) -> dict[str, str]:
        if self.site.since is not None or self.column.last_visit_at is None:
            return {}
        given = {"If-None-Match": self.column.etag, "If-Modified-Since": self.column.last_modified}
        return {name: value for name, value in given.items() if value}

    def _note(self, step: Step, referer: str) -> list[LinkRequest]:
        ours = [link for link in step.new if not link.external]
        new = self.site.ledger.note_links(self.site.site_id, self.column.id, [_seen(link) for link in ours])
        self.site.ledger.note_external(self.site.site_id, self.column.id, [_seen(link) for link in step.new if link.external])
        self._new += len(new)
        rows = {url_key(link.url): link for link in ours}
        return [self._article(rows[link.url_key], link.url, link.url_key, referer) for link in new]

    def _article(self, row: Link, url: str, key: str, referer: str) -> LinkRequest:
        asked = self.site.link_request(url, key, title=row.title, day=row.date, column=self.column.name, referer=referer)
        return replace(asked, is_new=True)

    def _go_on(self, step: Step) -> None:
        self._asked = step.next
        if step.next is None:
            self._finish(step.stop or "no_next_page")
            return
        following = step.next
        body = urlencode(following.form).encode() if following.method == "POST" else b""
        headers = dict(following.headers) | ({"Content-Type": "application/x-www-form-urlencoded"} if body else {})
        self.request = ListRequest(following.url, following.method, body, headers)

    def _finish(self, stop: str) -> None:
        self.request, self.is_over = None, True
        walk = self._walk
        self.site.ledger.column_visited(
            self.column,
            self.site.state_after(walk is not None and walk.partial, stop),
            new_count=self._new,
            etag=self._validators.get("etag") if walk else self.column.etag,
            last_modified=self._validators.get("last-modified") if walk else self.column.last_modified,
            family=walk.family.name if walk else None,
            history=None if walk is None else "partial" if walk.partial else "complete",
            walk_memory=walk.remember() if walk else None,
        )


def _bare_host(url: str) -> str:
    """Host and port, without ``www.``; the demo web's sites differ by port."""
    return netloc(url).removeprefix("www.").removesuffix(":80").removesuffix(":443")


def _seen(link: Link) -> SeenLink:
    return SeenLink(canonical(link.url), url_key(link.url), link.title or None, link.date)
