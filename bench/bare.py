"""Bare Scrapy on a list of addresses: what the engine alone does on the same pages, for comparison; also with its own JOBDIR.

``python -m bench.bare URLS_FILE`` fetches each address once, yields it, and prints the seconds that took; ``python -m bench.bare LISTS_FILE JOBDIR``
follows list pages instead, as a resumable crawl.
"""

import sys
from pathlib import Path

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess

from crawler import families
from crawler.lists.listing import ListPage

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


class Following(Bare):
    """Begins at list pages, follows their articles and pages with the same rules as ours, and leaves the rest to Scrapy: what it remembers in a JOBDIR."""

    name = "following"

    async def start(self):
        for url in Path(self.urls).read_text(encoding="utf-8").split():
            yield Request(url, self.parse_list, dont_filter=True)

    def parse_list(self, response):
        page = ListPage(url=response.url, text=response.text)
        family = families.recognise(page)
        for link in family.links(page):
            yield Request(link.url)
        following = family.next_request(page)
        if following is not None:
            yield Request(following.url, self.parse_list, dont_filter=True)


def main(urls: str, jobdir: str | None = None) -> None:
    process = AsyncCrawlerProcess(PLAIN | ({"JOBDIR": jobdir} if jobdir else {}))
    crawler = process.create_crawler(Following if jobdir else Bare)
    process.crawl(crawler, urls=urls)
    process.start()
    print(crawler.stats.get_value("elapsed_time_seconds"))


if __name__ == "__main__":
    main(*sys.argv[1:])
