"""Bare Scrapy on a list of addresses: what the engine alone does on the same pages, for comparison; also with its own JOBDIR.

``python -m bench.bare URLS_FILE [JOBDIR]`` fetches each address once, yields it, and prints the seconds that took.
"""

import sys
from pathlib import Path

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess

PLAIN = {
    "LOG_LEVEL": "WARNING",
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "CONCURRENT_REQUESTS": 64,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 64,
    "ROBOTSTXT_OBEY": False,
    "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
}


class Bare(Spider):
    """Asks for every address in a file."""

    name = "bare"

    async def start(self):
        for url in Path(self.urls).read_text(encoding="utf-8").split():
            yield Request(url)

    def parse(self, response):
        yield {"url": response.url}


def main(urls: str, jobdir: str | None = None) -> None:
    process = AsyncCrawlerProcess(PLAIN | ({"JOBDIR": jobdir} if jobdir else {}))
    crawler = process.create_crawler(Bare)
    process.crawl(crawler, urls=urls)
    process.start()
    print(crawler.stats.get_value("elapsed_time_seconds"))


if __name__ == "__main__":
    main(*sys.argv[1:])
