"""``scrapy crawl SPIDER``: Scrapy's own command, with wrong arguments answered in one line, an account at the end, and an exit status that tells."""

import argparse
import sys

from scrapy.commands.crawl import Command as ScrapyCrawl
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError

from crawler import logs
from db.errors import XianzhiError

logs.quieten()  # Scrapy tells its versions and settings before any command runs


class Command(ScrapyCrawl):
    """Runs a spider of the project; exits with 2 for wrong arguments and 1 for a run that had to stop."""

    def short_desc(self) -> str:
        """For ``scrapy -h``."""
        return "Crawl: county (sites), files (documents and WARCs on disk), portals (find sites)"

    def long_desc(self) -> str:
        """For ``scrapy crawl -h``."""
        return (
            "Run a spider. Examples: scrapy crawl county -a sites=demo | scrapy crawl county -a sites=410202,430212 -a since=2024-01-01 -a max_pages=500"
            " | scrapy crawl county -a sites=due | scrapy crawl files -a path=FOLDER | scrapy crawl files -a path=data/warc"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check what was asked, run, and tell what came of it."""
        from crawler.archiving import ArchivingSpider
        from pipelines import readers

        if len(args) != 1:
            raise UsageError("name one spider: county, files or portals")
        try:
            crawler = self._create_crawler(args[0])
            if issubclass(crawler.spidercls, ArchivingSpider):
                readers.begin(crawler.settings.getint("REFINE_WORKERS"))
                crawler.spidercls.preflight(crawler.settings, opts.spargs)
        except (XianzhiError, KeyError, TypeError) as error:
            readers.end()
            print(f"scrapy crawl: {_line(error)}", file=sys.stderr)
            self.exitcode = 2
            return
        self._run(crawler, opts)

    def _run(self, crawler: Crawler, opts: argparse.Namespace) -> None:
        from crawler.account import account_of
        from crawler.archiving import ArchivingSpider
        from pipelines import garbage

        assert self.crawler_process is not None  # noqa: S101  Scrapy sets it before run; for the type checker
        self.crawler_process.crawl(crawler, **opts.spargs)
        garbage.settle()
        self.crawler_process.start()
        spider = crawler.spider
        failure = getattr(spider, "failure", None)
        if spider is None or failure is not None or self.crawler_process.bootstrap_failed:
            self.exitcode = 1
        faults = crawler.stats.get_value("spider_exceptions/count", 0) if crawler.stats is not None else 0
        if faults:
            self.exitcode = 1
            print(f"scrapy crawl: {faults} pages met a fault of ours (see the log); what they led to stays pending", file=sys.stderr)
        if failure is not None:
            print(f"scrapy crawl: stopped: {failure}", file=sys.stderr)
        if crawler.stats is not None and isinstance(spider, ArchivingSpider):
            print(account_of(crawler.stats.get_stats()))


def _line(error: Exception) -> str:
    """One line for a user; an argument that the spider does not have comes as a TypeError."""
    if isinstance(error, KeyError):
        return f"no such spider: {error.args[0]}; there are county, files and portals"
    return str(error).splitlines()[0]
