"""``scrapy replay``: reads the archive again with today's code; what it reads better, facts above all, is refreshed in place."""

import argparse

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from commands import crawl


class Command(crawl.Command):
    """Runs the ``replay`` spider, with the account and exit statuses of ``scrapy crawl``."""

    word = "replay"

    def syntax(self) -> str:
        """After ``scrapy replay``."""
        return "[--all]"

    def short_desc(self) -> str:
        """For ``scrapy -h``."""
        return "Read the archive again with today's code, and refresh reports and facts"

    def long_desc(self) -> str:
        """For ``scrapy replay -h``."""
        return (
            "Read archived pages again, after an update. Nothing is fetched. Examples: scrapy replay | scrapy replay --all | scrapy replay -s REFINE_WORKERS=8."
            " Reports whose facts were found by another version are read again from their captures in ARCHIVE_DIR, and what differs is written. It may be"
            " stopped and begun again at any time: what was refreshed is not read a second time. A report that today's code refuses stays as it was."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """How much is read again."""
        ScrapyCommand.add_options(self, parser)
        parser.add_argument("--all", action="store_true", help="all texts, those of reposts and of earlier versions too, and the pages that were refused")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Scrapy's own options."""
        ScrapyCommand.process_options(self, args, opts)
        opts.spargs = {"scope": "all"} if opts.all else {}

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the archive again, and tell what came of it."""
        if args:
            raise UsageError(f"no such argument: {args[0]}")
        super().run(["replay"], opts)
