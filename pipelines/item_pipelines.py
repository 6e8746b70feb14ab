"""The one place where Scrapy meets the chain: a page comes in as an item, is refined in a worker process, and stored in batches."""

import logging
from dataclasses import replace
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from pipelines.errors import PageRejected
from pipelines.page import Page
from pipelines.readers import Readers, ReadingFailed
from pipelines.refined import Refined

logger = logging.getLogger(__name__)


class RefinePipeline:
    """Turns a ``Page`` into ``Refined``. A page that kills its reader or takes too long is rejected, and the others go on."""

    def __init__(self, crawler: Crawler, *, workers: int, seconds: float) -> None:
        """``workers`` processes (0: this one) and the most seconds that one page may take."""
        self._crawler = crawler
        self._readers = Readers(workers, seconds)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Read REFINE_WORKERS and REFINE_SECONDS."""
        return cls(crawler, workers=crawler.settings.getint("REFINE_WORKERS"), seconds=crawler.settings.getfloat("REFINE_SECONDS"))

    def open_spider(self) -> None:
        """Begin loading what reading needs."""
        self._readers.start()

    async def process_item(self, item: Any) -> Any:
        """Refine pages; let other items pass. Raises DropItem for a page that is rejected, after writing down why."""
        if not isinstance(item, Page):
            return item
        try:
            return await self._whole(item)
        except PageRejected as rejection:
            if isinstance(rejection, ReadingFailed):
                logger.error("%s: %s", item.url, rejection)
            await self._reject(item, rejection)
            raise DropItem(f"{rejection.reason}: {rejection}") from None

    def close_spider(self) -> None:
        """End the workers."""
        self._readers.close()

    async def _whole(self, page: Page) -> Refined:
        """An article on several pages is read again when its further pages are there."""
        refined = await self._readers.refine(page)
        while refined.reading.next_parts:
            more = await self._crawler.spider.parts_of(page, refined.reading.next_parts)  # type: ignore[union-attr]
            if not more:
                break
            page = replace(page, parts=(*page.parts, *more))
            refined = await self._readers.refine(page)
        return refined

    async def _reject(self, page: Page, rejection: PageRejected) -> None:
        if self._crawler.stats is not None:
            self._crawler.stats.inc_value(f"rejected/{rejection.reason}")
        await self._crawler.spider.batches.reject(page, rejection.reason, str(rejection))  # type: ignore[union-attr]


class StorePipeline:
    """Stores what was refined, and counts what became of it."""

    def __init__(self, crawler: Crawler) -> None:
        """The spider holds the batches."""
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    async def process_item(self, item: Any) -> Any:
        """Wait until the report is committed."""
        if isinstance(item, Refined):
            spider = self._crawler.spider
            stored = await spider.batches.store(item, spider.site_id_of(item.page))  # type: ignore[union-attr]
            if self._crawler.stats is not None:
                self._crawler.stats.inc_value(f"stored/{stored.outcome}")
        return item
