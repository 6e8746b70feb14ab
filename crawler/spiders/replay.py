"""The ``replay`` spider: reads the archive's captures again with today's code, and refreshes what it reads better."""

import logging
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any

from scrapy import Request
from scrapy.settings import BaseSettings

from crawler.archiving import ArchivingSpider
from crawler.replay import is_article, page_of
from crawler.rereading import Rereading
from crawler.warc.read import Archived, read_capture
from pipelines import facts
from pipelines.errors import ArchiveError, XianzhiError
from pipelines.page import Capture, Page

logger = logging.getLogger(__name__)


class ReplaySpider(ArchivingSpider):
    """Asks nothing of any site. A text that today's code refuses stays as it was read before, and the refusal is counted."""

    name = "replay"
    custom_settings = {"CONCURRENT_ITEMS": 128}  # noqa: RUF012  Scrapy declares it without ClassVar; batches want company

    def __init__(self, scope: str = "outdated") -> None:
        """``scope``: ``outdated``, the texts whose facts another version found, or ``all``, with the pages that were refused. Raises XianzhiError."""
        super().__init__()
        if scope not in ("outdated", "all"):
            raise XianzhiError(f"scope={scope}: must be outdated or all")
        self.version = facts.VERSION if scope == "outdated" else None
        self._unreadable: set[str] = set()

    @classmethod
    def preflight(cls, settings: BaseSettings, asked: dict[str, Any]) -> None:
        """Also look at ``scope``."""
        super().preflight(settings, asked)
        cls(**asked)

    async def start(self) -> AsyncIterator[Request]:
        """Hand all captures in as one stream, of which Scrapy processes CONCURRENT_ITEMS at once."""
        number = self._rereading().count_texts(self.version)
        if number or self.version is None:
            logger.info("Reading %d texts again%s, by facts version %s", number, "" if self.version else " and the pages that were refused", facts.VERSION)
        else:
            logger.info("Every report was read by facts version %s; scrapy replay --all reads them again", facts.VERSION)
        yield self.hand_in(self._pages())

    def _pages(self) -> Iterator[Page]:
        for capture in self._rereading().texts(self.version):
            if archived := self._archived(capture):
                yield page_of(archived, capture)
        for capture in self._rereading().refused() if self.version is None else ():
            if (archived := self._archived(capture)) and is_article(archived):
                yield page_of(archived, capture)

    def _rereading(self) -> Rereading:
        return Rereading(self.ledger.archive)

    async def parts_of(self, page: Page, urls: Sequence[str]) -> list[Page]:
        """The further pages of an article, as they were when it was fetched."""
        moment = page.capture.fetched_at if page.capture else None
        captures = [capture for url in urls if moment and (capture := self._rereading().nearest(url, moment))]
        return [page_of(archived, capture) for capture in captures if (archived := self._archived(capture))]

    def _archived(self, capture: Capture) -> Archived | None:
        """The bytes of a capture; None, told once a file and counted, where the archive does not give them back."""
        full = (self.ledger.known_capture(capture.url, capture.payload_digest) if capture.is_revisit else None) or capture
        try:
            return read_capture(Path(self.settings["ARCHIVE_DIR"]), full.warc_file, full.warc_offset)
        except (OSError, ArchiveError) as error:
            if self.crawler.stats is not None:
                self.crawler.stats.inc_value("rejected/unreadable_capture")
            if capture.warc_file not in self._unreadable:
                logger.warning("%s", error)
            self._unreadable.add(capture.warc_file)
            return None
