"""Administrative divisions of China: codes and names with the years in which they were valid, and what followed them (GB/T 2260)."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from db.division_names import OTHER_SHORT_NAMES, PROVINCE_SHORT_NAMES, said, stem

TABLE = Path(__file__).with_name("data") / "divisions.csv"
Level = Literal["province", "prefecture", "county", "zone"]


@dataclass(frozen=True, slots=True)
class Division:
    """One name that one code had."""

    code: str
    name: str
    level: Level
    parent: str
    """Code of the prefecture, or of the province where none lies between; empty for provinces."""
    valid_from: str
    """Day, month or year in which it began; empty before the first list (1980)."""
    valid_to: str
    """Day, month or year in which it ended; empty while it is valid."""
    successors: tuple[str, ...]
    """Codes that took it over, the main heir first."""

    @property
    def is_current(self) -> bool:
        """Whether code and name are valid today."""
        return not self.valid_to

    @property
    def short_name(self) -> str:
        """The name as people say it: 孟津 for 孟津区."""
        return stem(self.name)

    @property
    def began(self) -> date:
        """The first day on which it can have been valid."""
        return _span(self.valid_from)[0] if self.valid_from else date.min

    @property
    def ended(self) -> date:
        """The last day on which it can have been valid."""
        return _span(self.valid_to)[1] if self.valid_to else date.max


def _span(when: str | date) -> tuple[date, date]:
    """First and last day of a date, month or year in ISO form. Raises ValueError where it is none."""
    if isinstance(when, date):
        return when, when
    parts = [int(x) for x in when[:10].split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return day, day
    year, month = parts[0], parts[1] if len(parts) == 2 else None
    first = date(year, month or 1, 1)
    following = date(year + 1, 1, 1) if month in (None, 12) else date(year, (month or 0) + 1, 1)
    return first, following - timedelta(days=1)


@cache
def _table() -> dict[str, tuple[Division, ...]]:
    """All rows by code, the oldest first."""
    rows = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for code, name, level, parent, start, end, successors in list(csv.reader(file))[1:]:
            rows[code].append(Division(code, name, level, parent, start, end, tuple(successors.split())))  # type: ignore[arg-type]
    return {code: tuple(divisions) for code, divisions in rows.items()}


@cache
def _by_name() -> dict[str, tuple[Division, ...]]:
    """All rows by full name and by name without its kind."""
    names = defaultdict(list)
    for rows in _table().values():
        for row in rows:
            for name in {row.name, row.short_name, said(row.name) or row.name}:
                names[name].append(row)
    return {name: tuple(rows) for name, rows in names.items()}


@lru_cache(maxsize=8192)
def division(code: str) -> Division | None:
    """What the code means today, or meant last; None for a code that never was."""
    rows = _table().get(code)
    return max(rows, key=lambda row: row.ended) if rows else None


def division_at(code: str, when: str | date) -> Division | None:
    """What the code meant on a day (or in a month or year, ISO); None where it was not valid then.

    A change that is known by its year only counts on both sides for that year.
    """
    first, last = _span(when)
    fitting = [row for row in _table().get(code, ()) if row.began <= last and row.ended >= first]
    return max(fitting, key=lambda row: row.began) if fitting else None


def lineage(code: str, when: str | date | None = None) -> Iterator[Division]:
    """The division and its main heirs, up to today's. With ``when``, what the code meant then comes first."""
    row = division_at(code, when) if when else division(code)
    while row:
        yield row
        row = _heir(row)


def _heir(row: Division) -> Division | None:
    if not row.successors:
        return None
    later = [r for r in _table().get(row.successors[0], ()) if r is not row and r.ended >= row.ended and r.began >= row.began]
    later = later or [r for r in _table().get(row.successors[0], ()) if r.ended > row.ended]
    return min(later, key=lambda r: (r.ended == row.ended, r.began)) if later else None


def successor(code: str, when: str | date | None = None) -> str | None:
    """Today's code of the division (itself while it is valid); None where it is unknown or the heir is not known."""
    *_, last = [None, *_bounded(lineage(code, when))]
    return last.code if last and last.is_current else None


def _bounded(chain: Iterable[Division]) -> Iterator[Division]:
    seen = set()
    for row in chain:
        if row in seen:
            return
        seen.add(row)
        yield row


def as_of(code: str, when: str | date) -> Division | None:
    """The division that the code stands for as it was called on a day: follows heirs forward, and one certain forerunner back."""
    exact = division_at(code, when)
    if exact:
        return exact
    first, last = _span(when)
    for row in _bounded(lineage(code)):
        if row.began <= last and row.ended >= first:
            return row
    fore = [row for row in _forerunners().get(code, ()) if row.began <= last and row.ended >= first]
    alike = [row for row in fore if row.short_name == getattr(division(code), "short_name", None)] or fore
    return alike[0] if len(alike) == 1 else None


@cache
def _forerunners() -> dict[str, tuple[Division, ...]]:
    """Ended rows by the code that stands for them today."""
    found = defaultdict(list)
    for rows in _table().values():
        for row in rows:
            if not row.is_current and (heir := today(row)):
                found[heir].append(row)
    return {code: tuple(rows) for code, rows in found.items()}


@cache
def today(row: Division) -> str | None:
    """Today's code of one row."""
    chain: Division | None = row
    for _ in range(20):  # the longest chain of the table has seven links
        if chain is None or chain.is_current:
            break
        chain = _heir(chain)
    return chain.code if chain and chain.is_current else None


def parents(row: Division) -> list[Division]:
    """The divisions above, the province first, as they were when the row was last valid."""
    above = []
    code = row.parent
    while code:
        found = division(code) if row.is_current else (division_at(code, row.ended) or division(code))
        if found is None:
            break
        above.append(found)
        code = found.parent
    return above[::-1]


def path(code: str) -> tuple[str, ...]:
    """Names from the province down: ``('河南省', '洛阳市', '孟津区')``; empty for an unknown code."""
    row = division(code)
    return (*(above.name for above in parents(row)), row.name) if row else ()


def province(code: str) -> Division | None:
    """The province of a code."""
    return division(code[:2] + "0000")


def prefecture(code: str) -> Division | None:
    """The prefecture of a code (itself for one); None where a county stands directly below its province."""
    row = division(code)
    if row and row.level == "prefecture":
        return row
    above = division(row.parent) if row else None
    return above if above and above.level == "prefecture" else None


def province_short_name(code: str) -> str | None:
    """豫 for any code in 河南."""
    return PROVINCE_SHORT_NAMES.get(code[:2])


def province_by_short_name(character: str) -> Division | None:
    """河南省 for 豫, as in 豫ICP备; 蜀, 黔, 滇, 陇 are understood."""
    digits = OTHER_SHORT_NAMES.get(character) or next((d for d, c in PROVINCE_SHORT_NAMES.items() if c == character), None)
    return division(digits + "0000") if digits else None


def all_current(level: Level | None = None, *, former: bool = False) -> list[Division]:
    """Every division that is valid today, or those of one level, by code; with ``former`` also what was valid once."""
    return [row for rows in _table().values() for row in rows if (former or row.is_current) and level in (None, row.level)]


def find(name: str, within: str | None = None, date: str | date | None = None) -> list[Division]:
    """Divisions of a name, full or without its kind (孟津区, 孟津), today's or former.

    ``within`` is a code or name of a province or prefecture; with ``date`` only what was valid then counts. Full names come before short ones, valid
    divisions before former ones; a former division whose heir is in the list is left out unless a date is given.
    """
    rows = [row for row in _by_name().get(name, ()) if _lies_within(row, within)]
    if date is not None:
        first, last = _span(date)
        rows = [row for row in rows if row.began <= last and row.ended >= first]
    rows.sort(key=lambda row: (row.name != name, not row.is_current, row.level == "zone", -row.ended.toordinal(), row.code))
    return rows if date is not None else _without_forerunners(rows)


def _without_forerunners(rows: list[Division]) -> list[Division]:
    kept: dict[str, Division] = {}
    for row in rows:
        kept.setdefault(today(row) or row.code, row)
    return list(kept.values())


def _lies_within(row: Division, within: str | None) -> bool:
    if within is None:
        return True
    codes = [within] if within.isdigit() else [r.code for r in _by_name().get(within, ()) if r.level in ("province", "prefecture")]
    prefixes = tuple(code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code for code in codes)
    return bool(prefixes) and (row.code.startswith(prefixes) or (today(row) or "").startswith(prefixes))
