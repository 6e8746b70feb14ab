"""What all spiders share: the archive they write, the ledger they keep, the run they belong to, and a clean end whatever happens."""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from inspect import signature
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from crawler.ledger import Ledger
from crawler.replay import is_article
from crawler.warc import repair
from crawler.warc.read import Archived, captures
from crawler.warc.write import WarcWriter, check_writable
from db import writes
from db.session import open_archive
from pipelines.batches import Batches
from pipelines.canonical import host_of, url_key
from pipelines.errors import ArchiveError, XianzhiError
from pipelines.page import Page

logger = logging.getLogger(__name__)
LIBRARIES = ("scrapy", "trafilatura", "lxml", "warcio", "sqlalchemy", "jieba", "opencc")


class ArchivingSpider(Spider):
    """A spider with ``ledger``, ``warc``, ``batches`` and ``run_id``. A failure that would lose bytes or reports ends the run; ``failure`` says which."""

    ledger: Ledger
    warc: WarcWriter
    batches: Batches
    run_id: int
    demo_netlocs: frozenset[str] = frozenset()
    max_pages: int | None = None
    max_minutes: float | None = None
    failure: XianzhiError | None = None
    recovered: dict[str, Archived]
    """Pages that a killed run archived but did not store, by the key of their link."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Open database and archive, mend what a killed run left, and begin a run. Raises StoreError, ArchiveError, EntryError."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.open(crawler.settings, kwargs)
        crawler.signals.connect(spider.close_archive, signals.spider_closed)
        return spider

    @classmethod
    def preflight(cls, settings: BaseSettings, asked: dict[str, Any]) -> None:
        """Find out before anything starts whether a run can succeed. Raises XianzhiError with one line, or TypeError for an unknown argument."""
        signature(cls.__init__).bind(None, **asked)
        check_writable(Path(settings["ARCHIVE_DIR"]))
        open_archive(settings["DATABASE_URL"]).close()

    def open(self, settings: BaseSettings, asked: dict[str, Any]) -> None:
        """Open everything that a run writes to."""
        folder = Path(settings["ARCHIVE_DIR"])
        self.ledger = Ledger(open_archive(settings["DATABASE_URL"]))
        self.recovered = {}
        self._recover(folder)
        software = f"xianzhi/0.1 (scrapy {version('scrapy')})"
        about = {"robots": "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore", "http-header-user-agent": settings["USER_AGENT"]}
        self.warc = WarcWriter(folder, max_bytes=settings.getint("WARC_MAX_BYTES"), software=software, about=about)
        versions = {name: version(name) for name in LIBRARIES}
        now = datetime.now(UTC)
        self.run_id = self.ledger.archive.write(lambda session: writes.begin_run(session, self.name, asked, versions, now))
        size, seconds = settings.getint("STORE_BATCH"), settings.getfloat("STORE_SECONDS")
        self.batches = Batches(self.ledger.archive, self.run_id, size=size, seconds=seconds, on_error=self.fail)

    def site_id_of(self, page: Page) -> int | None:
        """The row of the site that carries a page; None for pages that came from no site."""
        return self.ledger.site_id(page.hints.site_key)

    def of_known_site(self, page: Page) -> Page:
        """A page that came without the crawler's hints (someone else's WARC, a document with a URL), with those of the site at its host, if known."""
        site = None if page.hints.site_key or not (host := host_of(page.url)) else self.ledger.site_at(host)
        return page if site is None else replace(page, hints=replace(page.hints, site_key=site.key, site_name=site.name, site_adcode=site.adcode or None))

    def schedule(self, request: Request) -> None:
        """Queue a request of ``start`` at once: after each that is yielded, Scrapy sees to the answers at hand, and the last of many sites would wait long."""
        engine = self.crawler.engine
        if engine is not None and engine.spider is not None:
            engine.crawl(request)

    def hand_in(self, pages: Iterator[Page]) -> Request:
        """Pages that need no network, as a request that is answered at once: items that ``start`` itself yields, Scrapy does not wait for as it closes."""
        return Request("data:,", self.parse_archived, cb_kwargs={"pages": pages}, errback=self.hand_in_failed)

    def parse_archived(self, response: Response, pages: Iterator[Page]) -> Iterator[Page]:
        """The pages, until the run has to stop."""
        if self.crawler.stats is not None:
            self.crawler.stats.inc_value("documents")
        for page in pages:
            if self.failure is not None or self.crawler.engine is None or not self.crawler.engine.running:
                return
            yield self.of_known_site(page)

    def hand_in_failed(self, failure: Failure) -> None:
        """A request without a network does not fail, unless the run is stopping."""

    async def parts_of(self, page: Page, urls: Sequence[str]) -> list[Page]:
        """The further pages of an article. A spider that cannot get them leaves the article as it is."""
        return []

    def fail(self, error: Exception) -> None:
        """End the run with one clear line: going on would lose what comes in. What was not stored stays pending."""
        if self.failure is not None:
            return
        self.failure = error if isinstance(error, XianzhiError) else XianzhiError(f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}")
        logger.critical("%s", self.failure, exc_info=None if isinstance(error, XianzhiError) else error)
        engine = self.crawler.engine
        if engine is not None:
            reason = "archive_error" if isinstance(error, ArchiveError) else "store_error"
            self._closing = asyncio.ensure_future(engine.close_spider_async(reason=reason))

    def close_archive(self, reason: str) -> None:
        """Store the last batch, finish the WARC file, and write down how the run ended."""
        self.batches.flush()
        try:
            self.warc.close()
        except OSError as error:
            self.fail(ArchiveError(f"cannot finish the archive file: {error.strerror}"))
        counts = {name: value for name, value in self.crawler.stats.get_stats().items() if isinstance(value, int | float)} if self.crawler.stats else {}
        outcome = reason if self.failure is None else f"{reason}: {self.failure}"
        try:
            self.ledger.archive.write(lambda session: writes.finish_run(session, self.run_id, outcome, counts, datetime.now(UTC)))
        except XianzhiError as error:
            self.fail(error)
        self.ledger.archive.close()

    def _recover(self, folder: Path) -> None:
        """A killed run leaves a WARC file with captures that the database has not heard of: finish the file and write them down.

        Articles among them whose links are still pending are kept in ``recovered``, so that nobody need ask for them again.
        """
        for path in repair.finish_abandoned(folder):
            archived = list(captures(path))
            found = [one.capture for one in archived]
            self.ledger.archive.write(lambda session, found=found: writes.add_captures(session, found))  # type: ignore[misc]
            logger.info("Finished %s, which a killed run left: %d captures", path.name, len(found))
            articles = {url_key(one.capture.url): one for one in archived if is_article(one)}
            self.recovered |= {key: articles[key] for key in self.ledger.still_pending(list(articles))}
