"""``scrapy search WORDS``: the reports in which the words stand, with the words highlighted and the capture that proves them."""

import argparse
import csv
import json
import sys
from dataclasses import asdict
from datetime import datetime
from typing import Any

from rich.console import Console
from rich.text import Text
from scrapy.commands import ScrapyCommand

from commands.asking import WRONG, Asking, add_filter_options, console, filter_of, readable
from db.queries import Hit, Places, search
from db.session import Archive


class Command(Asking, ScrapyCommand):
    """Exits with 1 where nothing is found, as grep does."""

    def syntax(self) -> str:
        """After ``scrapy search``."""
        return "WORDS [--region R] [--since D] [--until D] [--genre G] [--limit N] [--format table|jsonl|csv] [--flagged]"

    def short_desc(self) -> str:
        """For ``scrapy -h``."""
        return "Find reports by words in title and body"

    def long_desc(self) -> str:
        """For ``scrapy search -h``."""
        return (
            "Find the reports in which all words stand, in title or body, in either script; “a quoted phrase” is one word. "
            'Examples: scrapy search 经济工作会议 --region 410300 --since 2024 | scrapy search "乡村振兴 产业" --format jsonl --limit 0 > hits.jsonl. '
            "Exit status: 0 found, 1 nothing found or failed, 2 asked wrongly."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """What narrows the search, and how hits are written."""
        super().add_options(parser)
        add_filter_options(parser)
        parser.add_argument("--limit", type=int, default=20, metavar="N", help="at most N hits, best first; 0 for all (default 20)")
        parser.add_argument("--format", choices=("table", "jsonl", "csv"), default="table", help="table for reading, jsonl or csv for programs")
        parser.add_argument("--flagged", action="store_true", help="also advertisements, sample speeches and texts with placeholders")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Search and show."""
        if not " ".join(args).strip():
            self.fail("what to search for? Example: scrapy search 经济工作会议 --region 410300", WRONG)
        elif opts.limit < 0:
            self.fail("--limit must be 0 (all) or more", WRONG)
        else:
            self.answer(lambda archive: self._search(archive, " ".join(args), opts))

    def _search(self, archive: Archive, words: str, opts: argparse.Namespace) -> None:
        with archive.reading() as session:
            hits = search(session, words, filter_of(opts, flagged=opts.flagged), opts.limit)
        FORMATS[opts.format](hits)
        if not hits:
            self.fail(f"no report holds {words}")


def show_hits(hits: list[Hit], out: Console | None = None) -> None:
    """For people: a line of facts, the title, the place in the text, and where it stands."""
    out = out or console()
    for hit in hits:
        place = " ".join(filter(None, (hit.region_name, hit.adcode)))
        facts = "  ".join(filter(None, (hit.publish_date or "undated", place, hit.genre, hit.source)))
        out.print(Text.assemble((f"{hit.report_id:>6}", "bold cyan"), "  ", (readable(facts), "dim")))
        out.print(_marked(hit.title or "(no title)", hit.title_places, "        ", "bold"))
        out.print(_marked(hit.snippet, hit.snippet_places, "        "))
        proof = f"  {hit.capture.warc_file}@{hit.capture.warc_offset}" if hit.capture else ""
        out.print(Text(readable(f"        {hit.url or ''}{proof}"), style="dim"))


def _marked(text: str, places: Places, indent: str, style: str = "") -> Text:
    # Control characters become spaces one for one, so that the places stay true.
    line = Text(indent + "".join(char if readable(char) and char != "\n" else " " for char in text), style=style)
    for start, end in places:
        line.stylize("bold red", start + len(indent), end + len(indent))
    return line


def _jsonl(hits: list[Hit]) -> None:
    for hit in hits:
        print(json.dumps(asdict(hit), ensure_ascii=False, default=datetime.isoformat))


def _csv(hits: list[Hit]) -> None:
    columns = ("report_id", "publish_date", "adcode", "region_name", "genre", "source", "title", "snippet", "url", "score")
    writer = csv.writer(sys.stdout)
    writer.writerow((*columns, "warc_file", "warc_offset", "fetched_at"))
    for hit in hits:
        proof: tuple[Any, ...] = (hit.capture.warc_file, hit.capture.warc_offset, hit.capture.fetched_at.isoformat()) if hit.capture else ("", "", "")
        writer.writerow((*(getattr(hit, column) for column in columns), *proof))


FORMATS = {"table": show_hits, "jsonl": _jsonl, "csv": _csv}
