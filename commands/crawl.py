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

    word = "crawl"
    """What stands before what goes wrong."""

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
        from pipelines import readers

        if len(args) != 1:
            raise UsageError("name one spider: county, files, portals or replay")
        try:
            crawler = self._checked(args[0], opts)
            if crawler is not None:
                self._run(crawler, opts)
        finally:
            readers.end()  # those that no crawler took over: whatever stopped the command, nobody will ask them

    def _checked(self, name: str, opts: argparse.Namespace) -> Crawler | None:
        """The crawler, once it is known that a run can succeed; None, after saying why, where it cannot. Readers begin to load meanwhile."""
        from crawler.archiving import ArchivingSpider
        from pipelines import readers

        try:
            crawler = self._create_crawler(name)
            if issubclass(crawler.spidercls, ArchivingSpider):
                readers.begin(crawler.settings.getint("REFINE_WORKERS"))
                crawler.spidercls.preflight(crawler.settings, opts.spargs)
        except (XianzhiError, KeyError, TypeError) as error:
            self._says(_line(error))
            self.exitcode = 2
            return None
        return crawler

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
            self._says(f"{faults} pages met a fault of ours (see the log); what they led to stays pending")
        if failure is not None:
            self._says(f"stopped: {failure}")
        if crawler.stats is not None and isinstance(spider, ArchivingSpider):
            print(account_of(crawler.stats.get_stats()))

    def _says(self, line: str) -> None:
        print(f"scrapy {self.word}: {line}", file=sys.stderr)


def _line(error: Exception) -> str:
    """One line for a user; an argument that the spider does not have comes as a TypeError."""
    if isinstance(error, KeyError):
        return f"{str(error.args[0]).lower()}; there are county, files, portals and replay"
    return str(error).splitlines()[0]
