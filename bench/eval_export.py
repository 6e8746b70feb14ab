"""Scores the way a user would: crawl the documents into an empty archive, export it, and judge the export.

``python -m bench.eval_export [--misses] [--raise]``

Floors for ``export seeds``, ``export pages`` and ``export facts`` stand in floors.json beside those for reading alone, and may only rise.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.eval import FLOORS, SHARED, Figures, below, lift, score

ROOT = Path(__file__).parents[1]
PARTS = {
    "export seeds": (SHARED / "corpus" / "seeds", SHARED / "corpus" / "seeds" / "gold.jsonl"),
    "export pages": (SHARED / "corpus" / "pages", SHARED / "corpus" / "pages" / "gold.jsonl"),
    "export facts": (SHARED / "corpus" / "facts" / "texts", SHARED / "corpus" / "facts" / "gold.jsonl"),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="print what was missed and what was made up")
    parser.add_argument("--raise", dest="raised", action="store_true", help="lift the floors to what was reached")
    asked = parser.parse_args()
    if not SHARED.is_dir():
        print("../shared/corpus is not here: nothing to score")
        return 0
    found = {name: judge(documents, gold, misses=asked.misses) for name, (documents, gold) in PARTS.items()}
    show(found)
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    if asked.raised:
        FLOORS.write_text(json.dumps(lift(floors, found), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    low = [f"{name}: {line}" for name, figures in found.items() for line in below(figures, floors.get(name, {}))]
    print("\n".join(low) if low else "all figures are at or above their floors")
    return int(bool(low))


def judge(documents: Path, gold: Path, *, misses: bool) -> Figures:
    """Crawl, export and score one folder in an archive of its own."""
    with tempfile.TemporaryDirectory() as folder:
        env = os.environ | {"DATABASE_URL": f"sqlite:///{folder}/x.db", "ARCHIVE_DIR": f"{folder}/warc"}
        out = Path(folder) / "reports.jsonl"
        for words in (["crawl", "files", "-a", f"path={documents}", "-L", "WARNING"], ["export", str(out)]):
            subprocess.run([sys.executable, "-m", "scrapy", *words], cwd=ROOT, env=env, check=True, capture_output=True)
        return score(gold, out, misses=misses)


def show(found: dict[str, Figures]) -> None:
    table = Table(title="the export, ../shared/corpus", title_justify="left")
    table.add_column("")
    for name in found:
        table.add_column(name, justify="right")
    for figure in dict.fromkeys(key for figures in found.values() for key in figures):
        table.add_row(figure, *(f"{figures[figure]:.3f}" if figure in figures else "" for figures in found.values()))
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())
