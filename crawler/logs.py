"""What a log line says: rejected pages are counted elsewhere, not printed with their bodies."""

import logging
from typing import Any

from scrapy import Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure

STARTS = ("scrapy.utils.log", "scrapy.crawler", "scrapy.middleware", "scrapy.addons", "scrapy.core.engine", "scrapy.statscollectors")
"""They tell versions, settings and components at every start; docs/settings.md and the run table hold these."""
DOWN = ("scrapy.downloadermiddlewares.robotstxt", "scrapy.downloadermiddlewares.httpcompression", "scrapy.core.downloader.handlers.http11")
"""They print tracebacks for sites that are down or lie, which is normal: the site's state says so."""


def quieten() -> None:
    """Hold Scrapy's noise back. By filters, since Scrapy's own set-up puts the levels of its loggers back."""
    logging.getLogger("alembic").setLevel(logging.WARNING)
    for names, level in ((STARTS, logging.WARNING), (DOWN, logging.CRITICAL)):
        for name in names:
            logging.getLogger(name).addFilter(_AtLeast(level))


class _AtLeast(logging.Filter):
    """Lets records of a level and above pass."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def filter(self, record: logging.LogRecord) -> bool:
        """True for what may pass."""
        return record.levelno >= self._level


class QuietDrops(LogFormatter):
    """Scrapy's formatter, which says a dropped item in one short debug line and does not print stored ones."""

    def dropped(self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider) -> LogFormatterResult:
        """One line, without the page's bytes."""
        return {"level": logging.DEBUG, "msg": "Rejected %(url)s: %(why)s", "args": {"url": _url(item), "why": str(exception)}}

    def item_error(self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Spider) -> LogFormatterResult:
        """One line with the address, never the page's bytes; what went wrong was said when its batch failed."""
        return {"level": logging.DEBUG, "msg": "Not stored: %(url)s: %(why)s", "args": {"url": _url(item), "why": str(exception)}}

    def scraped(self, item: Any, response: Response | None, spider: Spider) -> LogFormatterResult | None:  # type: ignore[override]
        """Nothing: progress is said by the progress extension."""
        return None


def _url(item: Any) -> str:
    """The address of a page, before or after it was refined."""
    return str(getattr(item, "url", None) or getattr(getattr(item, "page", None), "url", ""))
