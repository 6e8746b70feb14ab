"""``scrapy show ID``: one report with its facts and their evidence, its postings and captures, or the very bytes it was read from."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.text import Text
from scrapy.commands import ScrapyCommand

from commands.asking import WRONG, Asking, console, readable
from commands.telling import versions
from crawler.warc.read import Archived, read_capture
from db import exports
from db.errors import AskError
from db.history import history
from db.queries import proof_of
from db.session import Archive

Record = dict[str, Any]


class Command(Asking, ScrapyCommand):
    """Exits with 1 where there is no such report."""

    def syntax(self) -> str:
        """After ``scrapy show``."""
        return "ID [--json | --raw | --versions [--diff]]"

    def short_desc(self) -> str:
        """For ``scrapy -h``."""
        return "Show one report with its facts and evidence, or its archived bytes"

    def long_desc(self) -> str:
        """For ``scrapy show -h``."""
        return (
            "Show a report. Examples: scrapy show 12 | scrapy show 12 --json | scrapy show 12 --versions --diff | scrapy show 12 --raw > page.html. "
            "--versions lists every text of each posting and its tombstone, --diff what changed, by words. --raw writes the bytes exactly as they "
            "came from the server, read from the WARC in ARCHIVE_DIR and checked against their digest."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """How it is shown."""
        super().add_options(parser)
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--json", action="store_true", help="all that is known, as the export writes it")
        how.add_argument("--raw", action="store_true", help="the archived bytes of the newest capture of its text")

        how.add_argument("--versions", action="store_true", help="the texts of each posting over time, and when each was seen")
        parser.add_argument("--diff", action="store_true", help="with --versions: what changed from one to the next, word by word")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Show it."""
        if len(args) != 1 or not args[0].isascii() or not args[0].isdigit():
            self.fail("give the id of one report, as scrapy search prints it. Example: scrapy show 12", WRONG)
        elif opts.diff and not opts.versions:
            self.fail("--diff goes with --versions. Example: scrapy show 12 --versions --diff", WRONG)
        elif opts.versions:
            self.answer(lambda archive: self._versions(archive, int(args[0]), with_difference=opts.diff))
        elif opts.raw:
            self.answer(lambda archive: self._raw(archive, int(args[0])))
        else:
            self.answer(lambda archive: self._show(archive, int(args[0]), as_json=opts.json))

    def _show(self, archive: Archive, report_id: int, *, as_json: bool) -> None:
        with archive.reading() as session:
            record = exports.one(session, report_id)
        if record is None:
            self.fail(f"there is no report {report_id}")
        elif as_json:
            print(json.dumps(record, ensure_ascii=False, indent=2))
        else:
            out = console()
            for line in portrait(record):
                out.print(line)

    def _versions(self, archive: Archive, report_id: int, *, with_difference: bool) -> None:
        with archive.reading() as session:
            found = history(session, report_id)
        if not found:
            self.fail(f"there is no report {report_id}")
        out = console()
        for line in versions(found, with_difference=with_difference):
            out.print(line)

    def _raw(self, archive: Archive, report_id: int) -> None:
        with archive.reading() as session:
            proof = proof_of(session, report_id)
        if proof is None:
            self.fail(f"there is no report {report_id}")
            return
        archived = read_capture(Path(self.setting("ARCHIVE_DIR")), proof.warc_file, proof.warc_offset)
        _check(archived, proof.payload_digest)
        coding = archived.exchange.header("Content-Encoding")
        if coding:
            print(f"{self._name}: the server sent these bytes coded as {coding}", file=sys.stderr)
        sys.stdout.buffer.write(archived.exchange.body)
        sys.stdout.buffer.flush()


def _check(archived: Archived, digest: str) -> None:
    """The record that lies there is the one that the report names."""
    if archived.capture.payload_digest != digest:
        raise AskError(f"the archive holds another page there: {archived.capture.payload_digest}, not {digest}; is ARCHIVE_DIR the archive of this database?")


def portrait(record: Record) -> Iterator[Text]:
    """A report for people, line by line."""
    yield Text(readable(record["title"] or "(no title)"), style="bold")
    yield from (Text(readable(record[name]), style="italic") for name in ("kicker", "subtitle") if record[name])
    yield Text(readable(_about(record)), style="dim")
    yield Text("")
    yield Text(readable(record["body"]))
    yield Text("")
    for label, lines in _facts(record):
        yield from _listed(label, lines)


def _about(record: Record) -> str:
    region = record["region"] or {}
    flags = [name for name, is_set in record["flags"].items() if is_set] + record["doubts"]
    parts = (
        f"report {record['id']}",
        f"{record['publish_date']} ({record['publish_date_basis']})" if record["publish_date"] else "undated",
        " ".join(filter(None, ("".join(region.get("path", ())), region.get("adcode")))),
        record["genre"],
        f"来源 {record['source']}" if record["source"] else "",
        f"栏目 {record['column']}" if record["column"] else "",
        " ".join(flags),
    )
    return " · ".join(part for part in parts if part)


def _listed(label: str, lines: list[str]) -> Iterator[Text]:
    for n, line in enumerate(lines):
        yield Text.assemble((f"{label if n == 0 else '':<12}", "cyan"), readable(line))


def _facts(record: Record) -> Iterator[tuple[str, list[str]]]:
    yield "event", [_span(event) + _quoted(event["quote"]) for event in record["event_dates"]]
    yield "people", [f"{p['name']} {'、'.join(p['posts'])} ({p['role']})" for p in record["people"]]
    yield "meetings", [" ".join(filter(None, (m["name"], m["session"], m["place"]))) for m in record["meetings"]]
    yield "indicators", [_figure(i) + _quoted(i["evidence"]) for i in (*record["indicators"], *record["targets_in_words"])]
    yield "formulas", ["、".join((f["name"], *f["items"])) for f in record["formulas"]]
    yield "keywords", [" ".join(k["word"] for k in record["keywords"])] if record["keywords"] else []
    yield "credits", [f"{c['name']} ({c['role']})" for c in record["credits"]]
    yield "attachments", [f"{a['name']} {a['url']}" for a in record["attachments"]]
    yield "images", [f"{a['name']} {a['url']}" for a in record["images"]]
    yield "postings", [f"{p['url']} ({p['kind']}, {p['state']}, {p['first_seen_at'][:10]} to {p['last_seen_at'][:10]})" for p in record["postings"]]
    yield "related", [f"report {r['id']} ({r['kind']}, {r['score']:.2f})" for r in record["related"]]
    yield "captures", [f"{c['fetched_at'][:19]}Z {c['status']} {c['warc']}@{c['offset']} {c['digest']}" for c in record["captures"]]


def _span(event: Record) -> str:
    return event["start"] if event["start"] == event["end"] else f"{event['start']} to {event['end']}"


def _figure(figure: Record) -> str:
    value = figure["value"]
    number = "-".join(f"{v:g}" for v in value) if isinstance(value, list) else f"{value:g}" if value is not None else figure["wording"] or ""
    sign = {"ge": "≥", "le": "≤", "gt": ">", "lt": "<", "approx": "≈"}.get(figure["comparator"], "")
    return f"{figure['name']} {figure['measure']} {figure['kind']} {figure['period'] or '?'}: {sign}{number}{figure['unit'] or ''}"


def _quoted(quote: str) -> str:
    return f"  “{quote}”" if quote else ""
