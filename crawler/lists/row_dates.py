"""Dates in the rows of a list: full ones, month and day only, and days set apart from their month."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from pipelines.parse.dates import CHINA

_SEP = r"\s{0,2}[-—–－‐/.．年]\s{0,2}"
_SEP2 = r"\s{0,2}[-—–－‐/.．月]\s{0,2}"
_FULL = re.compile(rf"(?<!\d)(?P<y>(?:19|20)\d\d){_SEP}(?P<m>\d{{1,2}}){_SEP2}(?P<d>\d{{1,2}})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)(?P<y>\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_DAY_THEN_MONTH = re.compile(rf"(?<![\d/.月-])(?P<d>\d{{1,2}})日?\s{{1,8}}(?P<y>20\d\d){_SEP}(?P<m>\d{{1,2}})月?(?![\d/.-])")
_MONTH_THEN_DAY = re.compile(rf"(?<!\d)(?P<y>20\d\d){_SEP}(?P<m>\d{{1,2}})月?\s{{1,8}}(?P<d>\d{{1,2}})日?(?!\d)")
_DAY_THEN_YEAR = re.compile(r"(?<![\d/.年-])(?P<m>0?[1-9]|1[0-2])\s?[-/.月]\s?(?P<d>0?[1-9]|[12]\d|3[01])日?\s{1,8}(?P<y>20\d\d)年?(?![\d/.-])")
_YEAR_THEN_DAY = re.compile(r"(?<![\d/.-])(?P<y>20\d\d)年?\s{1,8}(?P<m>0?[1-9]|1[0-2])\s?[-/.月]\s?(?P<d>0?[1-9]|[12]\d|3[01])日?(?![\d/.-])")
_OF_FULL_YEARS = (_DAY_THEN_MONTH, _FULL, _MONTH_THEN_DAY, _DAY_THEN_YEAR, _YEAR_THEN_DAY, _COMPACT)
_DIGIT = re.compile(r"\d")
_MONTH_DAY = re.compile(r"(?:^|[\[(（【\s|])(?P<m>0?[1-9]|1[0-2])\s?[-/.月]\s?(?P<d>0?[1-9]|[12]\d|3[01])日?(?=$|[\])）】\s|])")
_DAY_MONTH = re.compile(r"(?:^|[\[(（【\s|])(?P<d>0?[1-9]|[12]\d|3[01])日?\s{1,8}(?P<m>0?[1-9]|1[0-2])月(?=$|[\])）】\s|])")


@dataclass(frozen=True, slots=True)
class RowDate:
    """Year (None where the row leaves it out), month and day."""

    year: int | None
    month: int
    day: int

    def iso(self) -> str | None:
        """YYYY-MM-DD; None without a year."""
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}" if self.year else None


def find(text: str) -> RowDate | None:
    """The date of a row. The last full date wins: titles may hold dates, the row's own stands after or apart from them."""
    if not _DIGIT.search(text):
        return None
    squeezed = " ".join(text[-2000:].split())
    with_years = _OF_FULL_YEARS if "20" in squeezed or "19" in squeezed else ()
    for pattern in (*with_years, _SHORT_YEAR):
        for found in reversed(list(pattern.finditer(squeezed))):
            if (dated := _checked(found.groupdict())) is not None:
                return dated
    for pattern in (_MONTH_DAY, _DAY_MONTH):
        for found in reversed(list(pattern.finditer(squeezed))):
            if (dated := _checked({**found.groupdict(), "y": None})) is not None:
                return dated
    return None


def _checked(groups: dict[str, str | None]) -> RowDate | None:
    year = int(groups["y"]) if groups["y"] else None
    if year is not None and year < 100:
        year += 2000
    month, day = int(groups["m"] or 0), int(groups["d"] or 0)
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return RowDate(year, month, day)


def complete(found: RowDate | None, url_year: int | None, seen_on: date | None = None) -> str | None:
    """The ISO date of a row. A missing year comes from the URL, else it is the latest such day that does not lie after the visit."""
    if found is None:
        return None
    year = found.year or url_year
    if year is None and seen_on is not None:
        this_year = _day(seen_on.year, found.month, found.day)
        year = seen_on.year if this_year and this_year <= seen_on else seen_on.year - 1
    return RowDate(year, found.month, found.day).iso() if year else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def of_moment(text: str) -> str | None:
    """The ISO day in China of a moment as machines write it: a mail date (RFC 5322) or an ISO 8601 time; None for anything else.

    A time without a zone is China's. So is ``CST``, by which Java means China's where RFC 822 means Chicago's.
    """
    stated = text.strip()[:60]
    ways = ((parsedate_to_datetime, stated.replace("CST", "+0800")), (parsedate_to_datetime, f"{stated} 00:00"), (datetime.fromisoformat, stated))
    for read, written in ways if ":" in stated else ways[1:2]:
        try:
            moment = read(written)
            return (moment.astimezone(CHINA) if moment.tzinfo else moment).date().isoformat()
        except (ValueError, TypeError, OverflowError):
            continue
    return None
