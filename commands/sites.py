"""``scrapy sites list|import``: what is known of sites, and lists of portals that others made."""

import argparse
import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import Console
from rich.table import Table
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from commands.asking import until_read
from db.errors import XianzhiError

if TYPE_CHECKING:
    from crawler.ledger import Ledger

FIELDS = ("key", "name", "home", "family", "columns", "state", "last_visit", "next_visit")
MOST_REFUSALS = 20


class Command(ScrapyCommand):
    """One door for everything about sites."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """After ``scrapy sites``."""
        return "list | probe URL_OR_FILE | add URL | import FILE"

    def short_desc(self) -> str:
        """For ``scrapy -h``."""
        return "Sites: list them, probe one, add one, import a list"

    def long_desc(self) -> str:
        """For ``scrapy sites -h``."""
        return (
            "list: what is known. probe URL: what a site is, writing nothing. probe FILE.html --url URL: the same of a saved list page."
            " add URL: follow a site."
            " import FILE: TSV, CSV or JSONL with adcode, name and url. Examples: scrapy sites list --format csv | scrapy sites probe http://www.example.gov.cn/"
            " | scrapy sites import portals.tsv"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """For all four."""
        super().add_options(parser)
        parser.add_argument("--format", choices=("table", "jsonl", "csv", "json"), default="table", help="how to print (default table)")
        parser.add_argument("--url", help="where a saved page came from, for probe FILE")
        parser.add_argument("--adcode", help="the division of the site, for add, where its pages do not say it")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Dispatch; failures are one line and exit status 1, wrong words exit status 2."""
        verbs: dict[str, tuple[int, Callable[..., None]]] = {
            "list": (0, self._list),
            "probe": (1, self._probe),
            "add": (1, self._add),
            "import": (1, self._import),
        }
        verb, *rest = args or [""]
        if verb not in verbs or len(rest) != verbs[verb][0]:
            raise UsageError(f"say one of: {self.syntax()}")
        try:
            with until_read():
                verbs[verb][1](*rest, opts)
        except XianzhiError as error:
            print(f"scrapy sites {verb}: {error}", file=sys.stderr)
            self.exitcode = 1

    def _list(self, opts: argparse.Namespace) -> None:
        from crawler import registry
        from crawler.onboarding import overview as onboarding

        rows = onboarding.overview(registry.load().values(), self._ledger())
        if opts.format == "csv":
            writer = csv.DictWriter(sys.stdout, FIELDS)
            writer.writeheader()
            writer.writerows(rows)
        elif opts.format == "table":
            _table(rows)
        else:
            print("\n".join(json.dumps(row, ensure_ascii=False) for row in rows))

    def _probe(self, what: str, opts: argparse.Namespace) -> None:
        from crawler.onboarding import overview as onboarding

        found = onboarding.probe_file(Path(what), opts.url) if Path(what).is_file() else onboarding.probe_site(what, self.settings)
        print(json.dumps(found, ensure_ascii=False, indent=None if opts.format == "jsonl" else 2) if opts.format != "table" else onboarding.told(found))

    def _add(self, url: str, opts: argparse.Namespace) -> None:
        from crawler.onboarding import overview as onboarding

        site = onboarding.site_of(onboarding.probe_site(url, self.settings), opts.adcode)
        self._ledger().note_sites([site])
        print(f"Following {site.name} {site.key} {site.home} with {len(site.columns)} columns; crawl it: scrapy crawl county -a sites={site.key}")

    def _import(self, file: str, opts: argparse.Namespace) -> None:
        from crawler.onboarding import portals_list

        entries = list(portals_list.read(Path(file)))
        refused = [entry for entry in entries if isinstance(entry, portals_list.Refused)]
        sites = [entry for entry in entries if not isinstance(entry, portals_list.Refused)]
        self._ledger().note_sites(sites)
        for entry in refused[:MOST_REFUSALS]:
            print(f"line {entry.line}: {entry.reason}", file=sys.stderr)
        if len(refused) > MOST_REFUSALS:
            print(f"… and {len(refused) - MOST_REFUSALS} more", file=sys.stderr)
        print(f"{len(sites)} sites imported, {len(refused)} rows could not be used")

    def _ledger(self) -> "Ledger":
        from crawler.ledger import Ledger
        from db.session import open_archive

        assert self.settings is not None  # noqa: S101  Scrapy sets it before run; for the type checker
        return Ledger(open_archive(self.settings["DATABASE_URL"]))


def _table(rows: list[dict[str, Any]]) -> None:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for field in FIELDS:
        table.add_column(field, overflow="fold")
    for row in rows:
        table.add_row(*("" if row[field] is None else str(row[field]) for field in FIELDS))
    Console().print(table)
    print(f"{len(rows)} sites")
