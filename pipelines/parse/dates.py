"""Reads the dates that Chinese pages print, in all the forms seen on government sites, as ISO text in local time (+08:00)."""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

CHINA = timezone(timedelta(hours=8))
_CLOCK = (
    r"(?:\s{0,4}(?:星期[一二三四五六日天]|周[一二三四五六日])?\s{0,4}[-T,]?\s{0,4}(?P<half>上午|下午|晚上|中午)?\s{0,2}"
    r"(?P<hour>\d{1,2})\s{0,2}[:时点]\s{0,2}(?P<minute>\d{1,2})\s{0,2}(?:[:分]\s{0,2}(?P<second>\d{1,2}))?)?"
)
_DATE = re.compile(
    r"(?P<year>(?:19|20)(?<!\d\d\d)\d\d)\s{0,3}[-/.年_]\s{0,3}(?P<month>\d{1,2})\s{0,3}(?:月|(?<!年\d)(?<!年\d\d)[-/._])\s{0,3}(?P<day>\d{1,2})(?!\d)\s{0,2}日?"
    + _CLOCK
)
"""A year's first two digits that no digit stands before; asked in this order, so that the search passes over all that is no 1 or 2.

2023年1-9月, 2023年1.5亿元 hold none: behind 年 a month ends in 月.
"""
_COMPACT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?:(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)(?P<second>[0-5]\d)?)?(?!\d)")
_EPOCH = re.compile(r"(?<!\d)(?P<seconds>1\d{9}|[3-9]\d{8})(?P<millis>\d{3})?(?!\d)")
_MARKS = str.maketrans({"—": "-", "–": "-", "－": "-", "‐": "-", "−": "-", "∶": ":", "：": ":", "﹕": ":", "〇": "零", "○": "零", "O": "零", "Ｏ": "零"})
_MARK = re.compile("[" + "".join(map(chr, _MARKS)) + "]")
_NUMERAL = re.compile("[零一二三四五六七八九]{4}\\s?年\\s?[零一二三四五六七八九十]{1,3}\\s?月\\s?[零一二三四五六七八九十]{1,3}\\s?日")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ENGLISH = re.compile(
    rf"\b(?:(?P<name>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<year>(?:19|20)\d\d)"
    rf"|(?P<day2>\d{{1,2}})\s{{1,3}}(?P<name2>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?,?\s{{1,3}}(?P<year2>(?:19|20)\d\d))(?!\d)"
)
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")}
_MONTH_DAY = re.compile(r"(?<![\d月])(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_LATIN = re.compile("[JFMASOND][a-z]{2}")
_LINE = 200
_LONGEST = 4000
"""Characters looked at; a date stands at the front of what is handed over."""
_URL_DATES = (
    re.compile(r"/(?P<year>(?:19|20)\d\d)[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})/"),
    re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d\d)-(?P<day>\d\d)/"),
    re.compile(r"/(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)/?(?P<day>[0-3]\d)/"),
    re.compile(r"/[tPWc]?_?(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)_\d"),
    re.compile(r"/(?P<year>20\d\d)(?P<month>[01]\d)/(?:\d+/)?[A-Za-z]?\d{0,2}_?20\d\d(?P=month)(?P<day>[0-3]\d)"),
)


def find(text: str) -> str | None:
    """The first date in ``text`` with a year, a month and a day, with the clock time where one stands beside it; None where there is none.

    Understands ``2021-01-28``, ``2021/1/8 9:05``, ``2021.01.28``, ``2021年1月28日 09时05分``, em dashes and the ratio sign for colons (as the State
    Council's own guideline prints them), full-width digits, ``2026-09-28-21:50:00`` and ``二〇二一年一月二十八日``. A day that no calendar has is passed over.
    """
    if not _may_hold_date(text):
        return None
    text = plain(text[:_LONGEST])
    for match in _DATE.finditer(text):
        found = _iso(match)
        if found:
            return found
    english = _english(text)
    return english[0] if english else None


def position(text: str) -> tuple[int, int] | None:
    """Where the first date stands in ``text`` (start, end); None where there is none."""
    if "20" not in text and "19" not in text:
        return None
    return _position(text) if len(text) <= _LINE else _position.__wrapped__(text[:_LONGEST])


@lru_cache(maxsize=4096)
def _position(text: str) -> tuple[int, int] | None:
    """Remembered for lines, for the rules of title, date, source and credits ask one after the other."""
    flat = text.translate(_MARKS) if _MARK.search(text) else text
    match = next((m for m in _DATE.finditer(flat) if _iso(m)), None)
    if match:
        return match.span()
    english = _english(flat)
    return english[1] if english else None


def _english(text: str) -> tuple[str, tuple[int, int]] | None:
    """A day as English pages write it (March 6, 2024; 6 Mar 2024), and where it stands."""
    match = _ENGLISH.search(text) if _LATIN.search(text) else None
    if not match:
        return None
    month = _MONTHS.index(match["name"] or match["name2"]) + 1
    try:
        day = date(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))
    except ValueError:
        return None
    return day.isoformat(), match.span()


def _may_hold_date(text: str) -> bool:
    return "20" in text or "19" in text or "年" in text or "２０" in text or "１９" in text


def exact(text: str) -> str | None:
    """A date out of a meta tag: as ``find``, and also the compact forms (``20210128093000``, seconds or milliseconds since 1970)."""
    found = find(text)
    if found:
        return found
    match = _COMPACT.search(text[:64])
    if match and _iso(match):
        return _iso(match)
    epoch = _EPOCH.search(text[:64])
    return datetime.fromtimestamp(int(epoch["seconds"]), UTC).astimezone(CHINA).strftime("%Y-%m-%dT%H:%M:%S") if epoch else None


def in_url(url: str) -> str | None:
    """The day that a CMS wrote into an article's URL (``t20210128_1266089.html``, ``/2021/1/28/``), as ISO."""
    for pattern in _URL_DATES:
        match = pattern.search(url)
        if match:
            found = _iso(match)
            if found:
                return found[:10]
    return None


def month_day(text: str) -> tuple[int, int] | None:
    """The first month and day without a year, such as 2月14日."""
    for match in _MONTH_DAY.finditer(unicodedata.normalize("NFKC", text[:_LONGEST])):
        month, day = int(match[1]), int(match[2])
        if 1 <= month <= 12 and 1 <= day <= 31:
            return month, day
    return None


def plain(text: str) -> str:
    """Full-width digits, dashes, ratio signs and Chinese numerals of dates brought into ASCII."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_MARKS)
        if "年" in text:
            text = _NUMERAL.sub(lambda match: _numerals(match.group()), text)
    return text


def is_plausible(iso: str, not_after: date) -> bool:
    """Neither a default of some database (1900, 1970-01-01) nor later than ``not_after``."""
    return "1990-01-01" <= iso[:10] <= not_after.isoformat()


def _numerals(text: str) -> str:
    year, rest = text.split("年", 1)
    month, rest = rest.split("月", 1)
    return f"{''.join(str(_DIGITS.get(c, '')) for c in year)}年{_number(month)}月{_number(rest.rstrip('日 '))}日"


def _number(text: str) -> int:
    tens, ten, ones = text.strip().partition("十")
    if not ten:
        return int("".join(str(_DIGITS[c]) for c in tens) or 0)
    return 10 * (_DIGITS.get(tens, 0) if tens else 1) + (_DIGITS.get(ones, 0) if ones else 0)


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    try:
        day = date(int(groups["year"]), int(groups["month"]), int(groups["day"]))
    except ValueError:
        return None
    return day.isoformat() + _clock(groups)


def _clock(groups: dict[str, str | None]) -> str:
    if not groups.get("hour") or not groups.get("minute"):
        return ""
    hour, minute, second = int(groups["hour"] or 0), int(groups["minute"] or 0), groups.get("second")
    if groups.get("half") in {"下午", "晚上"} and hour < 12:
        hour += 12
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return ""
    return f"T{hour:02d}:{minute:02d}" + (f":{int(second):02d}" if second else "")
