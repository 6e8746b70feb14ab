"""Says how a long run is going: one plain line every ten seconds."""

import asyncio
import logging
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler

from crawler.account import by_prefix, fetched

logger = logging.getLogger(__name__)
EVERY = 10.0
"""Seconds between two lines."""


class Progress:
    """Counts from Scrapy's stats, in this project's words."""

    def __init__(self, crawler: Crawler) -> None:
        """Connect to the run's beginning and end."""
        self._crawler = crawler
        self._timer: asyncio.TimerHandle | None = None
        crawler.signals.connect(self._say, signals.spider_opened)
        crawler.signals.connect(self._closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    def _say(self) -> None:
        stats = self._crawler.stats.get_stats() if self._crawler.stats else {}
        stored, rejected = sum(by_prefix(stats, "stored/").values()), sum(by_prefix(stats, "rejected/").values())
        if self._timer is not None:
            logger.info("%d responses, %d reports stored, %d rejected", fetched(stats), stored, rejected)
        self._timer = asyncio.get_running_loop().call_later(EVERY, self._say)

    def _closed(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
