"""What a log line says: rejected pages are counted elsewhere, not printed with their bodies."""

import logging
from typing import Any

from scrapy import Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure

for _name in ("scrapy.utils.log", "scrapy.crawler", "scrapy.middleware", "scrapy.addons", "scrapy.core.engine", "scrapy.statscollectors"):
    logging.getLogger(_name).setLevel(logging.WARNING)  # versions, settings and components of every start; docs/settings.md and the run table hold them
for _name in ("scrapy.downloadermiddlewares.robotstxt", "scrapy.downloadermiddlewares.httpcompression", "scrapy.core.downloader.handlers.http11"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # a site that is down or lies is normal: its state says so, a traceback would not


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
