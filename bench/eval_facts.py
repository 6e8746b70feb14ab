"""Scores the facts against hand-made gold: ``python -m bench.eval_facts [--misses] [--speed]``.

Reads the seeds and the fact texts of ../shared/corpus with the whole chain, writes rows of the shape of the export, and lets the corpus' own scorer judge
them. The corpus is no part of the repository; where it is absent this says so and succeeds. A figure below its target fails the run.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.eval import SHARED, Figures, pages_of, score
from pipelines.facts import find_all
from pipelines.factual import Facts, Indicator
from pipelines.page import Page
from pipelines.reading import Reading
from pipelines.refine import refine

FOLDERS = {"seeds": ("seeds", "seeds/gold.jsonl"), "texts": ("facts/texts", "facts/gold.jsonl")}
AT_ADDRESS = "texts at their addresses"
"""The same texts, each with the URL that the gold notes for it, as a crawl would have it; a text alone may name its county nowhere."""
TARGETS = {
    "people": 0.95,
    "posts": 0.92,
    "roles": 0.90,
    "credits": 0.95,
    "meetings": 0.85,
    "formulas": 0.85,
    "event_dates": 0.95,
    "indicators": 0.95,
    "region": 0.95,
    "genre": 0.92,
    "flags": 1.0,
}
FLAGS = ("truncated", "advertisement", "placeholder", "mangled_script")


def row(page: Page) -> dict[str, Any]:
    """One page as the export writes it. A page that is rejected raises PageRejected."""
    refined = refine(page)
    reading, facts = refined.reading, refined.facts
    return {
        "origin": page.origin or page.url,
        "title": reading.title,
        "publish_date": reading.publish_date,
        "source": reading.source,
        "column": reading.column,
        "site_id_code": reading.site_id_code,
        "body": reading.body,
        "credits": [{"role": credit.role, "name": credit.name} for credit in reading.credits],
        "genre": facts.genre,
        "region": {"adcode": facts.region.adcode} if facts.region else None,
        "flags": {name: name in reading.flags | facts.flags for name in FLAGS},
        "people": [asdict(person) for person in facts.people],
        "meetings": [{"name": meeting.name} for meeting in facts.meetings],
        "formulas": [{"name": formula.name} for formula in facts.formulas],
        "event_dates": [{"start": event.start_date, "end": event.end_date} for event in facts.event_dates],
        "indicators": [_indicator(fact) for fact in facts.indicators if fact.value is not None],
        "unquoted": list(unquoted(reading, facts)),
    }


def _indicator(fact: Indicator) -> dict[str, Any]:
    return {key: value for key, value in asdict(fact).items() if key not in ("quote", "start", "wording")} | {"evidence": fact.quote}


def unquoted(reading: Reading, facts: Facts) -> Iterable[str]:
    """The facts whose quote does not stand in the body at its offset: there must be none."""
    groups = [facts.people, facts.meetings, facts.indicators, facts.formulas, facts.event_dates, facts.keywords, *facts.more.values()]
    for group in groups:
        for fact in group:
            if reading.body[fact.start : fact.start + len(fact.quote)] != fact.quote:
                yield repr(fact)


def judge(name: str, *, misses: bool) -> Figures:
    """The scorer's figures for one folder."""
    folder, gold = FOLDERS["texts" if name == AT_ADDRESS else name]
    pages = pages_of(SHARED / "corpus" / folder)
    rows = [row(page) for page in (_at_addresses(pages, SHARED / "corpus" / gold) if name == AT_ADDRESS else pages)]
    for lost in [text for each in rows for text in each.pop("unquoted")]:
        print(f"not in the body: {lost}")
    with tempfile.TemporaryDirectory() as temporary:
        exported = Path(temporary) / "rows.jsonl"
        exported.write_text("\n".join(json.dumps(each, ensure_ascii=False) for each in rows), encoding="utf-8")
        return score(SHARED / "corpus" / gold, exported, misses=misses)


def _at_addresses(pages: list[Page], gold: Path) -> list[Page]:
    """The pages at the URLs whence their texts were taken, where the gold notes one."""
    noted = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    urls = {each["file"]: url for each in noted if (url := each["provenance"].get("url"))}
    return [replace(page, url=urls.get(page.url, page.url), origin=page.url) for page in pages]


def show(found: dict[str, Figures], console: Console) -> bool:
    """A table of the figures beside their targets; whether all are reached."""
    table = Table(title="facts, ../shared/corpus", title_justify="left")
    for column in ("", *found, "target"):
        table.add_column(column, justify="left" if not column else "right", no_wrap=True)
    reached = True
    for key, target in TARGETS.items():
        values = [figures.get(key) for figures in found.values()]
        low = [value for value in values if value is not None and value < target]
        reached &= not low
        table.add_row(key, *("-" if value is None else f"{value:.3f}" for value in values), f"{target:.2f}{'  below' if low else ''}")
    console.print(table)
    return reached


def speed(length: int, rounds: int = 4) -> float:
    """Milliseconds of processor time that ``find_all`` takes for a body of ``length`` characters made of the fact texts.

    The mean over bodies of the least of a few rounds each: what else the machine does raises any single time and never lowers it.
    """
    readings = [refine(page).reading for folder, _ in FOLDERS.values() for page in pages_of(SHARED / "corpus" / folder)]
    joined = "\n".join(reading.body_hans for reading in readings)
    bodies = [(joined * 3)[start : start + length] for start in range(0, len(joined), 1000 + length // 4)]
    find_all(Reading(body=bodies[0], body_hans=bodies[0]))
    return 1000 * sum(min(_seconds(body) for _ in range(rounds)) for body in bodies) / len(bodies)


def _seconds(body: str) -> float:
    begun = time.process_time()
    find_all(Reading(body=body, body_hans=body))
    return time.process_time() - begun


def main() -> int:
    """Print the table; 1 where a figure is below its target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what was missed and made up, row by row")
    parser.add_argument("--speed", action="store_true", help="print the time a report takes for four lengths")
    arguments = parser.parse_args()
    if not (SHARED / "corpus" / "facts" / "gold.jsonl").exists():
        print("no ../shared/corpus here: no facts to score (it is an optional evaluation corpus)")
        return 0
    reached = show({name: judge(name, misses=arguments.misses) for name in (*FOLDERS, AT_ADDRESS)}, Console(width=100))
    if arguments.speed:
        for length in (600, 2000, 10000, 40000):
            took = speed(length)
            print(f"facts alone, {length:>6} characters: {took:6.2f} ms of processor time, {1000 / took:6.1f} reports/s")
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
