"""The ``county`` spider: visits the columns of sites, writes every new link down before it asks for its page, and hands pages to the chain."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from scrapy import Request
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from crawler import requests
from crawler.archiving import ArchivingSpider
from crawler.arguments import value
from crawler.asking import LinkRequest
from crawler.blocked import Obstacle, obstacle
from crawler.choice import choose, netlocs
from crawler.failures import obstacle_of
from crawler.hints import hints_of
from crawler.jumps import MOST_JUMPS, jump
from crawler.ledger import Ledger
from crawler.lists.listing import ListPage
from crawler.registry import Site
from crawler.replay import page_of
from crawler.responses import content_type, is_cut_short, obstacle_in, validators
from crawler.visits import ColumnVisit, SiteVisit
from db.models import SiteState
from db.session import open_archive
from pipelines.page import Page

MOST_CHALLENGES = 3
BEGUN_AT_ONCE = 20
"""Sites that are begun in one go before answers are seen to."""


class CountySpider(ArchivingSpider):
    """``-a sites=410202,430212|all|due|demo [-a since=2024-01-01] [-a max_pages=N] [-a max_minutes=N]``."""

    name = "county"

    def __init__(self, sites: str | None = None, since: str | None = None, max_pages: str | None = None, max_minutes: str | None = None) -> None:
        """Raise XianzhiError for a value that cannot be read."""
        super().__init__()
        self.asked = sites
        self.since = value("since", since, date.fromisoformat, "a date such as 2024-01-01")
        self.max_pages = value("max_pages", max_pages, int, "a whole number")
        self.walled: set[str] = set()
        self._challenges: Counter[str] = Counter()
        self._visits: dict[str, SiteVisit] = {}
        self.max_minutes = value("max_minutes", max_minutes, float, "a number")

    @classmethod
    def preflight(cls, settings: BaseSettings, asked: dict[str, Any]) -> None:
        """Also find the sites."""
        super().preflight(settings, asked)
        archive = open_archive(settings["DATABASE_URL"])
        try:
            choose(cls(**asked).asked, Ledger(archive).stored_sites(), Path(settings["DEMO_WEB"]))
        finally:
            archive.close()

    async def start(self) -> AsyncIterator[Request]:
        """What a killed run archived but did not store; then, for each site, what is pending, its columns, and its home page where none is known."""
        sites = choose(self.asked, self.ledger.stored_sites(), Path(self.settings["DEMO_WEB"]))
        if self.asked == "demo":
            self.demo_netlocs = netlocs(sites)
        if self.recovered:
            yield self.hand_in(page_of(one, one.capture) for one in self.recovered.values())
        for number, site in enumerate(sites, 1):
            for request in self._begin(site):
                self.schedule(request)
            if number % BEGUN_AT_ONCE == 0:
                await asyncio.sleep(0)

    def _begin(self, site: Site) -> list[Request]:
        visit = self._visits[site.key] = SiteVisit(site, self.ledger, since=self.since, due_only=self.asked == "due")
        wanted = list(self._wanted(visit))
        if wanted and (nowhere := visit.absent.question()) is not None:  # a site of which nothing is due is left alone
            wanted.append(requests.for_absent(self, visit, nowhere))
        return wanted

    def _wanted(self, visit: SiteVisit) -> Iterator[Request]:
        for link in visit.pending(blocked_days=self.settings.getfloat("BLOCKED_DAYS")):
            if link.key not in self.recovered:
                yield requests.for_article(self, link)
        for posting in visit.postings():
            yield requests.for_posting(self, posting)
        for column in visit.columns():
            yield requests.for_list(self, column)
        if visit.needs_home:
            yield requests.for_home(self, visit, visit.site.home)

    def parse_home(self, response: Response) -> Iterator[Request]:
        """Find the columns of the county's own news on the home page, and visit them."""
        visit: SiteVisit = response.meta["visit"]
        text = ListPage.from_bytes(response.body, response.url, content_type(response)).text
        stands = obstacle(response.status, response.body, text)
        target = None if stands else jump(text, response.url)
        jumps = response.meta.get("jumps", 0)
        if stands is not None:
            visit.failed(stands)
        elif target is not None and jumps < MOST_JUMPS:
            yield requests.for_home(self, visit, target, jumps + 1)
        else:
            visit.arrived(response.url)
            for column in visit.discover(response.body, response.url, content_type(response)):
                yield requests.for_list(self, column)

    def parse_absent(self, response: Response) -> None:
        """What a site shows for a page that is not there; a challenge says nothing of that."""
        stands = obstacle_in(response)
        if stands is None or stands.state in (SiteState.GONE, SiteState.SOFT_404):
            response.meta["visit"].absent.answered(response.status, response.meta["capture"].payload_digest)

    def absent_failed(self, failure: Failure) -> None:
        """No answer: asked again in the next run."""

    def parse_list(self, response: Response) -> Iterator[Request]:
        """Write the new links of a list page down, ask for their pages, and for the next list page where the walk goes on."""
        visit: ColumnVisit = response.meta["visit"]
        if (again := self._whole_again(response)) is not None:
            yield again
            return
        stands = None if response.status == 304 else obstacle(response.status, response.body) or _absent(visit.site, visit.column.url, response)
        if stands is not None:
            yield from self._again(visit.failed(stands))
            return
        for link in visit.take(response.status, response.body, response.url, validators(response)):
            yield requests.for_article(self, link)
        self._count_links(visit)
        yield from self._again(visit)

    def _again(self, visit: ColumnVisit) -> Iterator[Request]:
        if visit.request is not None and not visit.is_over:
            yield requests.for_list(self, visit)

    def parse_article(self, response: Response) -> Iterator[Page | Request]:
        """Hand the page to the chain, or write down what stands in its place."""
        link: LinkRequest = response.meta["link"]
        if (again := self._whole_again(response)) is not None:
            yield again
            return
        stands = self._in_place_of(link, response)
        if stands is not None:
            self._settle(link, stands)
            return
        yield self._page(response, link)

    def _in_place_of(self, link: LinkRequest, response: Response) -> Obstacle | None:
        visit = self._visits[link.about["site_key"]]
        return obstacle_in(response) or _absent(visit, link.url, response)

    def _page(self, response: Response, link: LinkRequest) -> Page:
        return Page(
            url=response.url,
            link_url=link.url if response.url != link.url else None,
            payload=response.body,
            content_type=content_type(response),
            capture=response.meta["capture"],
            hints=hints_of(link.about),
        )

    def parse_posting(self, response: Response) -> Iterator[Page | Request]:
        """A posting that is visited again: unchanged, gone, or read anew, in which case storing it tells what changed."""
        link: LinkRequest = response.meta["link"]
        if response.status == 304 or (response.status == 200 and response.meta["capture"].is_revisit):
            self.ledger.seen_again(link.key)
            self._count("postings/unchanged")
            return
        stands = self._in_place_of(link, response)
        if stands is not None:
            self.ledger.missed(link.key, stands.state, stands.reason)
            self._count(f"postings/{stands.state}")
            return
        self._count("postings/read again")
        yield self._page(response, link)

    def posting_failed(self, failure: Failure) -> None:
        """No answer says nothing about the page."""
        stands = obstacle_of(failure)
        self.ledger.missed(failure.request.meta["link"].key, stands.state, stands.reason)  # type: ignore[attr-defined]
        self._count(f"postings/{stands.state}")

    def _whole_again(self, response: Response) -> Request | None:
        """A body that was cut short is asked for again, as often as other failures."""
        if not is_cut_short(response) or response.request is None:
            return None
        return get_retry_request(response.request, spider=self, reason="body cut short")

    async def parts_of(self, page: Page, urls: Sequence[str]) -> list[Page]:
        """Ask for the further pages of an article; they are archived like every other."""
        assert self.crawler.engine is not None  # noqa: S101  it runs while pages are read
        parts = []
        for url in urls:
            request = Request(url, headers={"Referer": page.url}, meta={"about": {"role": "part", "of": page.url}})
            try:
                response = await self.crawler.engine.download_async(request)
            except Exception as error:  # noqa: BLE001  whatever keeps a part away, the article itself is kept
                self.logger.warning("%s: a further page cannot be had: %s", url, error)
                break
            if obstacle(response.status, response.body) is not None:
                break
            parts.append(Page(url=response.url, payload=response.body, content_type=content_type(response), capture=request.meta.get("capture")))
        return parts

    def home_failed(self, failure: Failure) -> Iterator[Request]:
        """No answer from the home page: it may have moved between http and https."""
        visit, stands = failure.request.meta["visit"], obstacle_of(failure)  # type: ignore[attr-defined]
        other = visit.in_other_scheme(visit.site.home, stands)
        if other is not None:
            yield requests.for_home(self, visit, other)
        else:
            visit.failed(visit.without_connection.get(visit.site.home, stands))

    def list_failed(self, failure: Failure) -> Iterator[Request]:
        """No answer from a list page: a later visit walks again what this one missed."""
        yield from self._again(failure.request.meta["visit"].failed(obstacle_of(failure)))  # type: ignore[attr-defined]

    def article_failed(self, failure: Failure) -> None:
        """No answer from an article: its link stays pending until it has been tried often enough."""
        self._settle(failure.request.meta["link"], obstacle_of(failure))  # type: ignore[attr-defined]

    def _settle(self, link: LinkRequest, stands: Obstacle) -> None:
        if stands.state is SiteState.BLOCKED and "challenge" in stands.reason:
            self._wall(link.about.get("site_key", ""), stands)
        state = link.settle(self.ledger, stands, tries=self.settings.getint("LINK_TRIES"))
        self._count(f"links/{state}")

    def _wall(self, site_key: str, stands: Obstacle) -> None:
        """A site that answers with challenges, several times, is left alone for the rest of the run: neither evaded nor pressed."""
        self._challenges[site_key] += 1
        if site_key in self._visits:
            self._visits[site_key].failed(stands)
        if self._challenges[site_key] == MOST_CHALLENGES:
            self.walled.add(site_key)
            self.logger.warning("%s: %s; nothing more is asked of it in this run", site_key, stands.reason)

    def _count_links(self, visit: ColumnVisit) -> None:
        self._count("list_pages")
        if visit.is_over:
            self._count("columns_visited")

    def _count(self, name: str) -> None:
        if self.crawler.stats is not None:
            self.crawler.stats.inc_value(name)


def _absent(visit: SiteVisit, asked: str, response: Response) -> Obstacle | None:
    return visit.absent.obstacle(asked, response.url, response.status, response.meta["capture"].payload_digest)
