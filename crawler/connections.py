"""Keeps connections open for the next request, as many as one download slot may use at a time."""

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler

from crawler.middlewares.politeness import DEMO_CONCURRENCY


class HttpHandler(HTTP11DownloadHandler):
    """Scrapy's download handler; it keeps CONCURRENT_REQUESTS_PER_DOMAIN connections to a host, and slots that may use more would open the others anew."""

    def __init__(self, crawler: Crawler) -> None:
        """Scrapy's constructor."""
        super().__init__(crawler)
        self._pool.maxPersistentPerHost = max(self._pool.maxPersistentPerHost, DEMO_CONCURRENCY)
