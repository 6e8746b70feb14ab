"""One walk through a column's list pages: page by page, until nothing is new."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from crawler import families
from crawler.asking import LinkRequest, ListRequest
from crawler.blocked import Obstacle
from crawler.families import Family
from crawler.ledger import ColumnState
from crawler.lists.listing import Link, ListPage, NextPage
from crawler.lists.walk import Step, Walk
from crawler.onboarding import columns
from db import divisions
from db.models import SiteState
from db.writes import SeenLink
from pipelines.canonical import canonical, url_key

if TYPE_CHECKING:
    from crawler.visits.site import SiteVisit

logger = logging.getLogger(__name__)
MOST_LIST_PAGES = 5000
UPSTREAM = "upstream"
"""``Column.history`` of a column that carries the news of others."""
SILENT_DAYS = 14
"""After so many days without news a column's family is recognised anew: sites move to other systems every few years."""


class ColumnVisit:
    """One walk through a column's list pages."""

    def __init__(self, visit: "SiteVisit", column: ColumnState) -> None:
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


def _seen(link: Link) -> SeenLink:
    return SeenLink(canonical(link.url), url_key(link.url), link.title or None, link.date)
