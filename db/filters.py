"""Which reports are asked for: by place, time and genre, as users write them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement

from db import divisions
from db.errors import AskError
from db.models import Report

GENRES = ("meeting_news", "speech", "work_report", "inspection", "notice", "other", "template_or_ad")
_LEVELS = ("province", "prefecture", "county", "zone")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What narrows a question. Reports whose day is not known are left out where time is asked for."""

    region: str | None = None
    """An adcode (410000 and all below it, 410300, 410308; a former code means its heir) or a name (河南, 洛阳市, 孟津)."""
    since: str | date | None = None
    """A day, or the month or year that it begins with: 2024-03-05, 2024-03, 2024."""
    until: str | date | None = None
    """The same; the month or year is included."""
    genre: str | None = None
    flagged: bool = True
    """Whether advertisements, samples and texts with placeholders are wanted too."""

    def conditions(self) -> list[ColumnElement[bool]]:
        """As SQL. Raises AskError for what cannot be understood."""
        wanted: list[ColumnElement[bool]] = []
        if self.region:
            wanted.append(Report.adcode.between(*codes_of(self.region)))
        if self.since:
            wanted.append(Report.published_on >= span_of(self.since)[0])
        if self.until:
            wanted.append(Report.published_on <= span_of(self.until)[1])
        if self.genre:
            wanted.append(Report.genre == _genre(self.genre))
        if not self.flagged:
            wanted.append(Report.set_aside.is_(False))
        return wanted


def _genre(genre: str) -> str:
    if genre not in GENRES:
        raise AskError(f"no such genre: {genre}; there are {', '.join(GENRES)}")
    return genre


def codes_of(region: str) -> tuple[str, str]:
    """First and last code of a place and everything below it.

    >>> codes_of("410300"), codes_of("洛阳市")
    (('410300', '410399'), ('410300', '410399'))
    """
    code = _code(region)
    prefix = code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
    return prefix.ljust(6, "0"), prefix.ljust(6, "9")


def _code(region: str) -> str:
    if re.fullmatch(r"[0-9]{2}|[0-9]{4}|[0-9]{6}", region):
        code = region.ljust(6, "0")
        return divisions.successor(code) or code
    if region.isdigit():
        raise AskError(f"an adcode has six digits, such as 410308: {region}")
    found = divisions.find(region)
    alike = [row for row in found if row.name == region] or found
    # 河南 is the province, not the county of that name in Qinghai: the highest level is meant.
    highest = min((_LEVELS.index(row.level) for row in alike), default=0)
    alike = [row for row in alike if _LEVELS.index(row.level) == highest]
    if not alike:
        raise AskError(f"no division is called {region}: give its adcode, such as 410308")
    if len(alike) > 1:
        named = ", ".join(f"{row.code} {''.join(divisions.path(row.code)) or row.name}" for row in alike[:5])
        raise AskError(f"several divisions are called {region}: give the adcode of one ({named})")
    return divisions.successor(alike[0].code) or alike[0].code


def span_of(when: str | date) -> tuple[date, date]:
    """First and last day of a day, month or year.

    >>> span_of("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    if isinstance(when, date):
        return when, when
    parts = _DATE.fullmatch(when.strip())
    year, month, day = (int(part) if part else 0 for part in parts.groups()) if parts else (0, 0, 0)
    try:
        first = date(year, month or 1, day or 1)
        following = date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    except ValueError:
        raise AskError(f"no date: {when}; write 2024-03-05, 2024-03 or 2024") from None
    return first, first if day else following - timedelta(days=1)
