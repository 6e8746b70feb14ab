"""``scrapy export OUT``: all reports with their facts, postings, captures and provenance, as JSON lines, CSV or Parquet."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from scrapy.commands import ScrapyCommand

from commands.asking import WRONG, Asking, add_filter_options, filter_of
from db import exports, formats
from db.session import Archive


class Command(Asking, ScrapyCommand):
    """The file appears under its name only when it is whole."""

    def syntax(self) -> str:
        """After ``scrapy export``."""
        return "OUT.jsonl|OUT.csv|OUT.parquet|- [--region R] [--since D] [--until D] [--genre G]"

    def short_desc(self) -> str:
        """For ``scrapy -h``."""
        return "Write reports with all that is known of them to a file"

    def long_desc(self) -> str:
        """For ``scrapy export -h``."""
        return (
            "Write all reports, or those that the options let through, flagged ones included (docs/export.md explains the keys). "
            "Examples: scrapy export reports.jsonl | scrapy export luoyang-2024.csv --region 410300 --since 2024 --until 2024 | scrapy export - | head -n 1"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """What narrows the export."""
        super().add_options(parser)
        add_filter_options(parser)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Export."""
        if len(args) != 1:
            self.fail("name one file to write, or - for standard output. Example: scrapy export reports.jsonl", WRONG)
        else:
            self.answer(lambda archive: self._export(archive, args[0], opts))

    def _export(self, archive: Archive, out: str, opts: argparse.Namespace) -> None:
        narrowed = filter_of(opts, flagged=True)
        if out != "-":
            formats.writer_for(Path(out))
        with archive.reading() as session:
            records = with_progress(exports.export(session, narrowed), exports.count(session, narrowed))
            if out == "-":
                formats.write_jsonl(sys.stdout.buffer, records)
            else:
                count = formats.write(Path(out), records)
                print(f"{count} reports written to {out}", file=sys.stderr)


def with_progress(records: Iterable[exports.Record], total: int) -> Iterator[exports.Record]:
    """The records; on a terminal, a bar on standard error tells how far they are."""
    err = Console(stderr=True)
    columns = (TextColumn("exporting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as progress:
        yield from progress.track(records, total=total)
