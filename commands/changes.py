"""``scrapy changes --since DATE``: what counties edited and removed after publication, as lines to read or rows to work with."""

import argparse
import csv
import json
import sys
from datetime import UTC, datetime, time, timedelta, timezone
from typing import Any

from rich.text import Text
from scrapy.commands import ScrapyCommand

from commands.asking import Asking, console, readable
from commands.telling import told, whole
from db.errors import AskError
from db.filters import Filter, span_of
from db.history import Change, changes
from db.session import Archive
from pipelines.changes import difference, share_kept

CHINA = timezone(timedelta(hours=8))
FIELDS = ("at", "kind", "report_id", "region", "title", "url", "share_kept", "reason")
_STYLES = {"edited": "yellow", "removed": "red", "returned": "green"}


class Command(Asking, ScrapyCommand):
    """Exits with 0 also where nothing changed."""

    def syntax(self) -> str:
        """After ``scrapy changes``."""
        return "--since DATE [--region CODE|NAME] [--diff] [--format text|jsonl|csv]"

    def short_desc(self) -> str:
        """For ``scrapy -h``."""
        return "List what was edited, removed or came back since a day"

    def long_desc(self) -> str:
        """For ``scrapy changes -h``."""
        return (
            "List edits and removals. Examples: scrapy changes --since 2026-03-01 | scrapy changes --since 2026-03 --region 410000 --diff | "
            "scrapy changes --since 2026 --format csv > changes.csv. The time is when it was first seen so: the change lies between that visit "
            "and the one before."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Which changes, and how they are shown."""
        super().add_options(parser)
        parser.add_argument("--since", metavar="DATE", required=True, help="seen on or after (Chinese time): 2026-03-05, 2026-03 or 2026")
        parser.add_argument("--region", metavar="CODE|NAME", help="only reports about this division and what lies below it")
        parser.add_argument("--diff", action="store_true", help="show each edit word by word")
        parser.add_argument("--format", choices=("text", "jsonl", "csv"), default="text", help="text (default), jsonl or csv")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """List them."""
        if args:
            self._refuse(f"no such argument: {args[0]}")
        self.answer(lambda archive: self._list(archive, opts))

    def _list(self, archive: Archive, opts: argparse.Namespace) -> None:
        with archive.reading() as session:
            found = changes(session, moment(opts.since), Filter(region=opts.region))
        if opts.format == "text":
            _print(found, with_difference=opts.diff)
        elif opts.format == "jsonl":
            for change in found:
                print(json.dumps(row(change) | _texts(change, wanted=opts.diff), ensure_ascii=False))
        else:
            table = csv.DictWriter(sys.stdout, FIELDS)
            table.writeheader()
            table.writerows(row(change) for change in found)


def moment(when: str) -> datetime:
    """The first moment of a day, month or year in China, in UTC. Raises AskError where it is none."""
    day = span_of(when)[0]
    if day.year <= 1:
        raise AskError(f"no date: {when}; write 2024-03-05, 2024-03 or 2024")
    return datetime.combine(day, time(), CHINA).astimezone(UTC)


def row(change: Change) -> dict[str, Any]:
    """A change as one row; times are Chinese."""
    kept = share_kept(difference(whole(change.old), whole(change.new))) if change.kind == "edited" and change.old else None
    return {
        "at": change.at.astimezone(CHINA).isoformat(timespec="minutes"),
        "kind": change.kind,
        "report_id": change.report_id,
        "region": change.region_name,
        "title": change.title,
        "url": change.url,
        "share_kept": round(kept, 4) if kept is not None else None,
        "reason": change.new.title if change.kind == "removed" else None,
    }


def _texts(change: Change, *, wanted: bool) -> dict[str, Any]:
    if not wanted or change.kind != "edited" or change.old is None:
        return {}
    return {"diff": [[piece.op, piece.text] for piece in difference(whole(change.old), whole(change.new))]}


def _print(found: list[Change], *, with_difference: bool) -> None:
    out = console()
    for change in found:
        about = row(change)
        kept = f" {about['share_kept']:.0%} kept" if about["share_kept"] is not None else ""
        reason = f" ({about['reason']})" if about["reason"] else ""
        line = f"{about['at'][:16]} report {change.report_id} {about['region'] or ''} {about['title'] or '(no title)'}{kept}{reason}  {change.url}"
        out.print(Text.assemble((f"{change.kind:<9}", _STYLES[change.kind]), readable(line)))
        if with_difference and change.kind == "edited" and change.old:
            out.print(told(difference(whole(change.old), whole(change.new))))
    out.print(Text(summary(found), style="dim"))


def summary(found: list[Change]) -> str:
    """How many there are of each kind."""
    if not found:
        return "nothing changed"
    counts = {kind: sum(change.kind == kind for change in found) for kind in ("edited", "removed", "returned")}
    return ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
