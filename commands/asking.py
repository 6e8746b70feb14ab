"""What the commands that ask the archive share: how they open it, fail in one line, and write to a terminal or a pipe."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from rich.console import Console
from scrapy.settings import Settings

from db.errors import AskError, XianzhiError
from db.filters import GENRES, Filter
from db.session import Archive, open_archive

WRONG, FAILED = 2, 1
"""Exit statuses: the command was asked wrongly; it was asked rightly and failed, or found nothing (as grep does)."""
_CONTROL = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


class Asking:
    """Goes before ScrapyCommand among a command's bases."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}  # noqa: RUF012  Scrapy's own way to declare it
    settings: Settings | None
    exitcode: int

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Scrapy's options; a wrong one is answered in one line."""
        super().add_options(parser)  # type: ignore[misc]
        parser.error = self._refuse  # type: ignore[method-assign]

    def _refuse(self, message: str) -> NoReturn:
        print(f"{self._name}: {message} (see {self._name} --help)", file=sys.stderr)
        sys.exit(WRONG)

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Scrapy's own; it leaves options that nobody knows among the arguments, where they would be taken for words or names."""
        super().process_options(args, opts)  # type: ignore[misc]
        unknown = next((arg for arg in args if arg.startswith("-") and arg != "-"), None)
        if unknown:
            self._refuse(f"no such option: {unknown}")

    @property
    def _name(self) -> str:
        return f"scrapy {type(self).__module__.rpartition('.')[2]}"

    def setting(self, name: str) -> str:
        """One of our settings."""
        assert self.settings is not None  # noqa: S101  Scrapy sets it before run; for the type checker
        return str(self.settings[name])

    def fail(self, line: str, status: int = FAILED) -> None:
        """Say in one line why not."""
        print(f"{self._name}: {line}", file=sys.stderr)
        self.exitcode = status

    def answer(self, work: Callable[[Archive], None]) -> None:
        """Do ``work`` on the archive; failures that have a name become one line and an exit status."""
        try:
            with until_read(), opened(self.setting("DATABASE_URL")) as archive:
                work(archive)
        except AskError as error:
            self.fail(str(error), WRONG)
        except XianzhiError as error:
            self.fail(str(error))


@contextmanager
def until_read() -> Iterator[None]:
    """Print within it: whoever reads our output (head, less) may stop when they have seen enough."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python would complain once more when it closes stdout


@contextmanager
def opened(url: str) -> Iterator[Archive]:
    """The archive, closed at the end."""
    archive = open_archive(url)
    try:
        yield archive
    finally:
        archive.close()


def add_filter_options(parser: argparse.ArgumentParser) -> None:
    """--region, --since, --until and --genre."""
    parser.add_argument("--region", metavar="CODE|NAME", help="only this division and what lies below it: 410000, 410300, 410308, 河南, 孟津区")
    parser.add_argument("--since", metavar="DATE", help="published on or after: 2024-03-05, 2024-03 or 2024")
    parser.add_argument("--until", metavar="DATE", help="published on or before, the month or year included")
    parser.add_argument("--genre", metavar="GENRE", help=f"one of {', '.join(GENRES)}")


def filter_of(opts: argparse.Namespace, *, flagged: bool) -> Filter:
    """What those options ask for."""
    return Filter(region=opts.region, since=opts.since, until=opts.until, genre=opts.genre, flagged=flagged)


def readable(text: Any) -> str:
    """A page's text without control characters: what a page says must not move the reader's cursor."""
    return str(text).translate(_CONTROL)


def console() -> Console:
    """Standard output: colours and wrapping on a terminal, whole plain lines into a pipe."""
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
