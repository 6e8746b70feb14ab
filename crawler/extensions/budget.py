"""A run-wide budget: ``-a max_pages`` and ``-a max_minutes`` end a crawl cleanly; what is left stays pending."""

import asyncio
from typing import Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler


class Budget:
    """Closes the spider when its pages or minutes are used up."""

    def __init__(self, crawler: Crawler) -> None:
        """Connect to the run's beginning and to each response."""
        self._crawler = crawler
        self._pages = 0
        self._timer: asyncio.TimerHandle | None = None
        crawler.signals.connect(self._opened, signals.spider_opened)
        crawler.signals.connect(self._received, signals.response_received)
        crawler.signals.connect(self._closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    def _opened(self, spider: Spider) -> None:
        minutes = getattr(spider, "max_minutes", None)
        if minutes:
            self._timer = asyncio.get_running_loop().call_later(minutes * 60, self._end, "max_minutes")

    def _received(self, spider: Spider) -> None:
        self._pages += 1
        if self._pages == getattr(spider, "max_pages", None):
            self._end("max_pages")

    def _closed(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _end(self, reason: str) -> None:
        engine = self._crawler.engine
        if engine is not None:
            self._closing = asyncio.ensure_future(engine.close_spider_async(reason=reason))
