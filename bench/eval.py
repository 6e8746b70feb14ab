"""Scores what is read against hand-made gold, beside the peers, in one run: ``python -m bench.eval [--misses] [--raise] [--ours]``.

The gold is no part of the repository; where ../shared/corpus is absent this says so and succeeds. Floors are kept in floors.json: a figure of ours
below its floor fails the run, and ``--raise`` lifts every floor to a hundredth below what was reached, never lowers one.
"""

import argparse
import json
import math
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.readers import READERS, Reader
from pipelines.page import Hints, Page

SHARED = Path(__file__).resolve().parents[2] / "shared"
FLOORS = Path(__file__).with_name("floors.json")
FIGURE = re.compile(r"^(\w+)\s+([\d.]+)\s+over \d+$")
SHOWN = ("body_f1", "marker_keep", "marker_drop", "title", "date", "source", "column", "site_id", "editor", "credits")
FIELDS = {"seeds": ("body_f1", "marker_drop", "title", "date", "source", "column", "site_id", "credits"), "pages": SHOWN[:-1]}
"""What reading alone is judged by; people, meetings and figures are judged by the export."""

KEYS = {"title": "title", "date": "publish_date", "source": "source", "column": "column", "site_id": "site_id_code", "editor": "credits", "credits": "credits"}
"""The key of the export that a figure judges; a reader that never gives it is not judged by it."""

Figures = dict[str, float]


def pages_of(folder: Path) -> list[Page]:
    """The documents of a folder, with what its manifest says of them."""
    manifest = folder / "manifest.jsonl"
    known = {row["file"]: row for row in map(json.loads, manifest.read_text(encoding="utf-8").splitlines())} if manifest.exists() else {}
    return [_page(path, known.get(path.name, {})) for path in sorted(folder.iterdir()) if path.suffix in {".txt", ".html"}]


def _page(path: Path, row: dict[str, str]) -> Page:
    hints = Hints(publish_date=row.get("publish_date"), publish_date_basis="given" if row.get("publish_date") else None, encoding=row.get("encoding"))
    return Page(url=row.get("url") or path.name, payload=path.read_bytes(), content_type="text/plain" if path.suffix == ".txt" else "text/html", hints=hints)


def export(reader: Reader, folder: Path, out: Path) -> float:
    """Write one row a document, and return the documents read a second."""
    names = [path.name for path in sorted(folder.iterdir()) if path.suffix in {".txt", ".html"}]
    pages = pages_of(folder)
    reader(pages[0])  # libraries load their tables on the first page
    rows, begun = [], time.perf_counter()
    for page in pages:
        try:
            rows.append(reader(page))
        except Exception as error:  # noqa: BLE001 -- a peer that fails on a page scores nothing there
            rows.append({"error": repr(error)[:200]})
    rate = len(pages) / (time.perf_counter() - begun)
    lines = (json.dumps({"origin": name, **row}, ensure_ascii=False) for name, row in zip(names, rows, strict=True))
    out.write_text("\n".join(lines), encoding="utf-8")
    return rate


def score(gold: Path, exported: Path, *, misses: bool = False) -> Figures:
    """The figures that the corpus' own scorer prints."""
    command = [sys.executable, str(SHARED / "eval" / "score.py"), "--gold", str(gold), "--export", str(exported), *(["--misses"] if misses else [])]
    printed = subprocess.run(command, capture_output=True, text=True, check=False)
    if misses:
        print(printed.stdout)
    if printed.returncode not in (0, 1):
        raise SystemExit(f"the scorer failed: {printed.stderr.strip()[-300:]}")
    return {match[1]: float(match[2]) for match in map(FIGURE.match, printed.stdout.splitlines()) if match}


def compare(name: str, folder: Path, readers: dict[str, Reader], *, misses: bool) -> dict[str, Figures]:
    """The figures of every reader on one corpus."""
    found: dict[str, Figures] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for label, reader in readers.items():
            out = Path(temporary) / "rows.jsonl"
            rate = export(reader, folder, out)
            figures = score(folder / "gold.jsonl", out, misses=misses and label == "ours")
            given = set().union(*map(json.loads, out.read_text(encoding="utf-8").splitlines()))
            found[label] = {key: value for key, value in figures.items() if key in FIELDS[name] and KEYS.get(key, "body") in given} | {"pages/s": rate}
    return found


def show(name: str, found: dict[str, Figures], console: Console) -> None:
    """A table, one row a reader."""
    columns = [key for key in (*SHOWN, "pages/s") if any(key in figures for figures in found.values())]
    table = Table(title=f"../shared/corpus/{name}", title_justify="left")
    for column in ("", *columns):
        table.add_column(column, justify="left" if not column else "right", no_wrap=True)
    for label, figures in found.items():
        table.add_row(label, *("-" if key not in figures else f"{figures[key]:.1f}" if key == "pages/s" else f"{figures[key]:.3f}" for key in columns))
    console.print(table)


def below(figures: Figures, floors: Figures) -> Iterable[str]:
    """What of ours is below its floor."""
    for key, floor in floors.items():
        if figures.get(key, 0.0) < floor:
            yield f"{key} is {figures.get(key, float('nan')):.4f}, its floor is {floor:.3f}"


def lift(floors: dict[str, Figures], reached: dict[str, Figures]) -> dict[str, Figures]:
    """Floors raised to a hundredth below what was reached, for new pages are added; none is lowered."""
    raised: dict[str, Figures] = {}
    for name, figures in reached.items():
        old = floors.get(name, {})
        keys = [key for key in figures if key != "pages/s"]
        raised[name] = {key: max(old.get(key, 0.0), math.floor(figures[key] * 100 - 1) / 100) for key in keys}
    return floors | raised


def main() -> int:
    """Print the tables; 1 where a figure of ours is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what ours missed, row by row")
    parser.add_argument("--raise", dest="raised", action="store_true", help="lift the floors to what was reached")
    parser.add_argument("--ours", action="store_true", help="leave the peers out")
    arguments = parser.parse_args()
    if not (SHARED / "corpus" / "pages" / "gold.jsonl").exists():
        print("no ../shared/corpus here: nothing to score (it is an optional evaluation corpus)")
        return 0
    console = Console(width=150)
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    readers = {"ours": READERS["ours"]} if arguments.ours else READERS
    reached, failures = {}, []
    for name in FIELDS:
        found = compare(name, SHARED / "corpus" / name, readers if name == "pages" else {"ours": READERS["ours"]}, misses=arguments.misses)
        show(name, found, console)
        reached[name] = found["ours"]
        failures += [f"{name}: {line}" for line in below(found["ours"], floors.get(name, {}))]
    if arguments.raised:
        FLOORS.write_text(json.dumps(lift(floors, reached), indent=2) + "\n", encoding="utf-8")
    for line in failures:
        print(f"below the floor: {line}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
