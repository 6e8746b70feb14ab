"""Looks at one site as a visitor would, and writes nothing: its home page, the columns on it, one page of each, three articles."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.blocked import Obstacle, obstacle
from crawler.failures import obstacle_of
from crawler.jumps import MOST_JUMPS, jump
from crawler.lists.listing import ListPage
from crawler.onboarding import home, probe
from crawler.responses import content_type
from pipelines.errors import PageRejected
from pipelines.page import Hints, Page

COLUMNS, SAMPLES = 4, 3


class ProbeSpider(Spider):
    """``found`` is the answer; ``obstacle`` says why there is none. Used by ``scrapy sites probe`` and ``add``, not from the command line."""

    name = "probe"
    custom_settings = {  # noqa: RUF012  Scrapy declares it without ClassVar
        "ITEM_PIPELINES": {},
        "EXTENSIONS": {"crawler.extensions.progress.Progress": None},
        "LOG_ENABLED": False,
        "DOWNLOAD_TIMEOUT": 15,
        "RETRY_TIMES": 0,
    }

    def __init__(self, url: str) -> None:
        """``url``: the home page."""
        super().__init__()
        self.url = url
        self.found: dict[str, Any] = {}
        self.obstacle: Obstacle | None = None
        self._samples = 0

    async def start(self) -> AsyncIterator[Request]:
        """Begin at the home page."""
        yield Request(self.url, self.parse, errback=self.failed)

    def parse(self, response: Response) -> Iterator[Request]:
        """What the home page says, or where it jumps to."""
        page = ListPage.from_bytes(response.body, response.url, content_type(response))
        self.obstacle = obstacle(response.status, response.body, page.text)
        target, jumps = jump(page.text, response.url), response.meta.get("jumps", 0)
        if self.obstacle is None and target and jumps < MOST_JUMPS:
            yield Request(target, self.parse, errback=self.failed, meta={"jumps": jumps + 1})
        elif self.obstacle is None:
            self.found = {"home": response.url} | home.describe(response.body, response.url, content_type(response))
            for column in [c for c in self.found["columns"] if c["verdict"] == "own"][:COLUMNS]:
                yield Request(column["url"], self.parse_column, errback=self.missed, cb_kwargs={"column": column})

    def parse_column(self, response: Response, column: dict[str, Any]) -> Iterator[Request]:
        """Family, rows and pager of a column; then samples of its articles."""
        said = probe.probe_list(response.body, response.url, content_type(response))
        column |= {"family": said["family"], "articles": len(said["article_links"]), "next_page": said["next_page"]}
        self.found.setdefault("family", said["family"])
        for row in said["rows"][: SAMPLES - self._samples]:
            self._samples += 1
            hints = Hints(title=row["title"], publish_date=row["date"], publish_date_basis="list" if row["date"] else None, column=column["name"])
            yield Request(row["url"], self.parse_article, errback=self.missed, cb_kwargs={"hints": hints})

    def parse_article(self, response: Response, hints: Hints) -> None:
        """The fields of one article."""
        from pipelines.read import read  # noqa: PLC0415  every crawl loads all spiders; only this one reads pages itself

        sample: dict[str, Any] = {"url": response.url}
        try:
            reading = read(Page(url=response.url, payload=response.body, content_type=content_type(response), hints=hints))
            sample |= {"title": reading.title, "publish_date": reading.publish_date, "source": reading.source, "characters": len(reading.body)}
        except PageRejected as rejection:
            sample |= {"rejected": rejection.reason}
        self.found.setdefault("samples", []).append(sample)

    def failed(self, failure: Failure) -> None:
        """No answer from the home page."""
        self.obstacle = obstacle_of(failure)

    def missed(self, failure: Failure) -> None:
        """No answer from a column or article: said, not fatal."""
        self.found.setdefault("missed", []).append(f"{failure.request.url}: {obstacle_of(failure).reason}")  # type: ignore[attr-defined]
