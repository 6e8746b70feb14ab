"""One visit of a site: its pending links, its columns, its home page where none is known, and how it answered."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from crawler.absent import AbsentPages
from crawler.addresses import netloc, other_scheme
from crawler.asking import LinkRequest
from crawler.blocked import Obstacle
from crawler.failures import NO_CONNECTION
from crawler.ledger import Ledger
from crawler.onboarding import home
from crawler.registry import Site
from crawler.visits.column import UPSTREAM, ColumnVisit
from db.models import SiteState


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

    def columns(self) -> Iterator[ColumnVisit]:
        """A visit for each column (only those that are due, where that was asked)."""
        now = datetime.now(UTC)
        for column in self._columns:
            if column.history == UPSTREAM:
                continue
            if not self._due_only or column.next_visit_at is None or column.next_visit_at <= now:
                yield ColumnVisit(self, column)

    def discover(self, payload: bytes, url: str, content_type: str | None) -> list[ColumnVisit]:
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


def _bare_host(url: str) -> str:
    """Host and port, without ``www.``; the demo web's sites differ by port."""
    return netloc(url).removeprefix("www.").removesuffix(":80").removesuffix(":443")
