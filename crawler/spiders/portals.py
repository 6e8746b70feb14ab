"""The ``portals`` spider: from the provinces' portals down, it finds the sites of counties and writes down those that confirm who they are."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from scrapy import Request
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from crawler import registry
from crawler.archiving import ArchivingSpider
from crawler.arguments import value
from crawler.blocked import obstacle
from crawler.choice import demo_sites, netlocs
from crawler.failures import obstacle_of
from crawler.jumps import MOST_JUMPS, jump
from crawler.lists.listing import ListPage
from crawler.onboarding.portals import Candidate, Unconfirmed, candidates, confirm, level_of
from crawler.registry import Site
from crawler.responses import content_type
from pipelines.errors import XianzhiError

PROVINCES = Path(__file__).parents[1] / "provinces.toml"


class PortalsSpider(ArchivingSpider):
    """``-a provinces=410000,430000|all|demo [-a max_pages=N] [-a max_minutes=N]``."""

    name = "portals"

    def __init__(self, provinces: str = "all", max_pages: str | None = None, max_minutes: str | None = None) -> None:
        """Raise XianzhiError for a province that is not known."""
        super().__init__()
        self.asked = provinces
        self.max_pages = value("max_pages", max_pages, int, "a whole number")
        self.max_minutes = value("max_minutes", max_minutes, float, "a number")

    @classmethod
    def preflight(cls, settings: BaseSettings, asked: dict[str, Any]) -> None:
        """Also find the provinces."""
        super().preflight(settings, asked)
        _begin(cls(**asked).asked, settings)

    async def start(self) -> AsyncIterator[Request]:
        """The portals of the provinces."""
        begin = _begin(self.asked, self.settings)
        if self.asked == "demo":
            self.demo_netlocs = netlocs([*demo_sites(Path(self.settings["DEMO_WEB"])), *_demo_portals(self.settings)])
        for site in begin:
            yield self._ask(site.home, self.parse_portal, {"adcode": site.adcode})

    def _ask(self, url: str, callback: Any, known: dict[str, Any]) -> Request:
        return Request(url, callback, errback=self.failed, meta={"about": {"role": "home"}, "known": known})

    def parse_portal(self, response: Response) -> Iterator[Request]:
        """A province's or prefecture's portal: ask every candidate who it is."""
        page, above = _page(response), response.meta["known"]["adcode"]
        if (target := jump(page.text, response.url)) and response.meta["known"].get("jumps", 0) < MOST_JUMPS:
            yield self._ask(target, self.parse_portal, {"adcode": above, "jumps": response.meta["known"].get("jumps", 0) + 1})
            return
        for candidate in candidates(page):
            yield self._ask(candidate.url, self.parse_candidate, {"candidate": candidate, "above": above})

    def parse_candidate(self, response: Response) -> Iterator[Request]:
        """A candidate's home page: write a county down, go on below a prefecture, count the others by reason."""
        known = response.meta["known"]
        candidate: Candidate = known["candidate"]
        page = _page(response)
        if (stands := obstacle(response.status, response.body, page.text)) is not None:
            self._count(f"portals/{stands.state}")
            return
        if (target := jump(page.text, response.url)) and known.get("jumps", 0) < MOST_JUMPS:
            yield self._ask(target, self.parse_candidate, known | {"jumps": known.get("jumps", 0) + 1})
            return
        answer = confirm(page, candidate, known["above"])
        if isinstance(answer, Unconfirmed):
            self._count("portals/unconfirmed")
            self.logger.info("%s %s: %s", candidate.name, candidate.url, answer.reason)
        elif answer.level == "county":
            self._count("portals/counties")
            self.ledger.note_sites([Site(key=answer.adcode, adcode=answer.adcode, name=candidate.name, home=response.url)])
        else:
            self._count(f"portals/{answer.level}s")
            yield self._ask(response.url, self.parse_portal, {"adcode": answer.adcode})

    def failed(self, failure: Failure) -> None:
        """No answer: counted by what stood in the way."""
        self._count(f"portals/{obstacle_of(failure).state}")

    def _count(self, name: str) -> None:
        if self.crawler.stats is not None:
            self.crawler.stats.inc_value(name)


def _page(response: Response) -> ListPage:
    return ListPage.from_bytes(response.body, response.url, content_type(response))


def _begin(asked: str, settings: BaseSettings) -> list[Site]:
    """The provinces that were asked for. Raises XianzhiError for one that is not known."""
    sites = _demo_portals(settings) if asked == "demo" else list(registry.load_file(PROVINCES))
    provinces = {site.adcode: site for site in sites if level_of(site.adcode) == "province"}
    if asked in ("all", "demo"):
        return list(provinces.values())
    unknown = [code for code in asked.split(",") if code not in provinces]
    if unknown:
        raise XianzhiError(f"provinces={asked}: {unknown[0]} is no province; there are {', '.join(sorted(provinces))}")
    return [provinces[code] for code in asked.split(",")]


def _demo_portals(settings: BaseSettings) -> list[Site]:
    """The portals of the demo web, from the file beside its sites. Raises XianzhiError where none runs."""
    return demo_sites(Path(settings["DEMO_WEB"]).with_suffix(".portals.toml"))
