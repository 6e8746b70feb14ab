"""Scores list reading on the saved list pages of the optional evaluation corpus: ``python -m bench.eval_lists [--misses]``."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from crawler.onboarding.probe import probe_list

CORPUS = Path(__file__).resolve().parents[2] / "shared"


def main() -> int:
    """Print the figures; say so, and succeed, where the corpus is absent."""
    pages = CORPUS / "corpus" / "lists"
    if not (pages / "gold.jsonl").exists():
        print("no ../shared/corpus/lists here: nothing to measure")
        return 0
    gold = [json.loads(line) for line in (pages / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line.strip()]
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder) / "lists.jsonl"
        with export.open("w", encoding="utf-8") as file:
            for entry in gold:
                answer = probe_list((pages / f"{entry['id']}.html").read_bytes(), entry.get("url") or "http://site.invalid/")
                file.write(json.dumps({"file": f"{entry['id']}.html", **answer}, ensure_ascii=False) + "\n")
        command = [sys.executable, str(CORPUS / "eval" / "score_lists.py"), "--gold", str(pages / "gold.jsonl"), "--export", str(export)]
        return subprocess.run([*command, *sys.argv[1:]], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
