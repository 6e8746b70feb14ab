"""Amounts with their units, ranges and the words around them that compare."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from pipelines.facts.language.alternatives import alternatives
from pipelines.facts.language.numerals import CHINESE, number

Comparator = Literal["eq", "approx", "ge", "le", "gt", "lt"]

_UNIT_NAMES = (
    r"个百分点|百分点|%|‰|万亿元|千亿元|百亿元|十亿元|亿元|千万元|百万元|万元|亿美元|万美元|美元|亿人民币|元|亿人次|万人次|人次|万人|人|万吨标准煤|吨标准煤|万吨|亿吨|吨|亿公斤|万公斤|亿斤|万斤|公斤|千克|斤"
    r"|万公顷|公顷|万亩|亩|平方公里|平方米|万千瓦时|亿千瓦时|千瓦时|亿度|微克/立方米|μg/m3|万户|户|万家|家|万个|个|万头|头|万只|只|倍|天|亿"
)
_UNITS = alternatives(_UNIT_NAMES.split("|"))
_FIGURE = r"\d{1,15}+(?:,\d{3}){0,5}+(?:\.\d{1,6})?+"
_CHINESE_FIGURE = rf"[{CHINESE}]{{1,9}}(?:点[{CHINESE}]{{1,4}})?"
_MAY_BEGIN = re.compile(
    rf"[-\d{CHINESE}为达是](?:(?<=[-\d])(?<![\d.].)|(?<=指数[为达是])|(?<=[{CHINESE}])(?<![第零一二三四五六七八九十百千两几数].)(?=[{CHINESE}]{{0,8}}[点个万亿元])|(?<=百)分之|(?<=两)位数)"
)
"""Where ``_QUANTITY``, which is costly to try, may match."""
_QUANTITY = re.compile(
    rf"(?<![\d.：])(?P<ratio>\d{{1,2}}(?:\.\d{{1,2}})?(?:：\d{{1,2}}(?:\.\d{{1,2}})?){{2}})(?![\d.：])|(?<![\d.第/])(?P<low>-?{_FIGURE})(?:\s?(?P<lowunit>{_UNITS})?(?:[-—]{{1,2}}|~|至|到)(?P<high>{_FIGURE}))?\s?(?:(?P<unit>{_UNITS})|(?=(?:[、和及]-?{_FIGURE}){{1,4}}\s?(?P<later>{_UNITS})))"
    rf"|(?<![第零一二三四五六七八九十百千两几数])(?P<most>[{CHINESE}]{{1,8}})(?P<great>[亿万])零?(?P<least>[{CHINESE}]{{1,8}})(?P<small>万?)(?P<of>元|吨|公斤|斤|人|美元)"
    rf"|百分之(?P<percent>{_CHINESE_FIGURE})"
    rf"|(?<![第零一二三四五六七八九十百千两几数])(?P<chinese>{_CHINESE_FIGURE})(?P<cunit>个百分点|万亿元|亿元|万元|元|亿美元|万美元|万人|万吨|亿斤|亿)"
    r"|(?<=指数)(?:为|达到?|是)?(?P<index>(?:9\d|1[0-2]\d)(?:\.\d{1,2})?)(?![\d%个.])"
    r"|(?P<digits>两位数)"
)
_MULTIPLES = {
    "千亿元": (1000, "亿元"), "百亿元": (100, "亿元"), "十亿元": (10, "亿元"), "万亿元": (10_000, "亿元"), "千万元": (1000, "万元"), "百万元": (100, "万元"),
}  # fmt: skip
_SAME = {"百分点": "个百分点", "亿人民币": "亿元", "亿": "亿元"}
_OF_SECTORS = re.compile(r"产[^，。；\n]{0,38}$")
_ADJUSTED = re.compile(r"(?:调整|优化|变化|演变|转变|升级|变|升)[为到至成]")
_PART = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
_AFTER = re.compile(
    r"\s?(?:的)?(?:(?P<ge>[及或]?以上|起步|以上水平)|(?P<le>[及或]?以下|以内|之内|内(?![^，。；、]))|(?P<approx>左右|上下|大约)|(?P<gt>多|余|有余|强))(?:的)?"
)
_BEFORE: tuple[tuple[Comparator, re.Pattern[str]], ...] = (
    ("ge", re.compile(r"(?:不低于|不少于|不小于|至少(?:达到?|增长|增加)?|力保|保底)[^，。；]{0,2}$")),
    ("le", re.compile(r"(?:不超过|不高于|不大于|不突破|最多)[^，。；]{0,2}$")),
    ("gt", re.compile(r"(?:高于|超过|突破|超|逾|跨越|连跨|跨|大于|多于|超出|冲刺|迈上|跨上|站上|跃上|跨过|越过|迈过)$")),
    ("lt", re.compile(r"(?:低于|小于|少于|不足|不到)$")),
    ("approx", re.compile(r"(?:约|大约|近|将近|接近|约为|约达|左右|大致)$")),
)


class Quantity(NamedTuple):
    """One amount; ``end`` includes a comparing word behind it (左右, 以上)."""

    start: int
    end: int
    value: float | tuple[float, float] | None
    unit: str
    after: Comparator | None


def quantities(plain: str, start: int, end: int) -> list[Quantity]:
    """The amounts in a stretch of folded text, in order. 两位数 is an amount without a value."""
    found: list[Quantity] = []
    while sign := _MAY_BEGIN.search(plain, start, end):
        match = _QUANTITY.match(plain, sign.start(), end)
        start = match.end() if match else sign.start() + 1
        if match and match["ratio"]:
            found += _shares(plain, match)
        elif match and match["most"]:
            found.append(_spelt(match))
        elif match and (amount := _quantity(plain, match)):
            found.append(amount)
    return found


def _shares(plain: str, match: re.Match[str]) -> list[Quantity]:
    """The parts of 三次产业结构为12.5：45.6：41.9, as percentages; none of other ratios, and the structure that was as one amount."""
    if not _OF_SECTORS.search(plain, max(0, match.start() - 40), match.start()):
        return []
    if _ADJUSTED.match(plain, match.end()):
        return [Quantity(*match.span(), None, "%", None)]
    return [Quantity(part.start(), part.end(), number(part[0]), "%", None) for part in _PART.finditer(plain, *match.span())]


def _spelt(match: re.Match[str]) -> Quantity:
    """十八亿二千万元, 十三万六千吨: in the greater of the two units."""
    most, least = number(match["most"]) or 0, number(match["least"]) or 0
    share = 10_000 if match["great"] == "万" or match["small"] else 100_000_000
    return Quantity(*match.span(), round(most + least / share, 8), match["great"] + match["of"], None)


def _quantity(plain: str, match: re.Match[str]) -> Quantity | None:
    unit = match["unit"] or match["later"] or match["cunit"] or ("%" if match["percent"] else "")
    value: float | tuple[float, float] | None
    if match["digits"]:
        value = None
    else:
        low = number(match["low"] or match["index"] or match["percent"] or match["chinese"])
        if low is None or (match["chinese"] and match["cunit"] in ("元", "亿") and len(match["chinese"]) < 2):
            return None
        high = number(match["high"]) if match["high"] else None
        if high is not None and match["lowunit"] not in (None, unit):
            return None
        value = low if high is None else (low, high)
    value, unit = _scaled(value, unit)
    tail = _AFTER.match(plain, match.end())
    after: Comparator | None = tail.lastgroup if tail else None  # type: ignore[assignment]
    return Quantity(match.start(), tail.end() if tail else match.end(), value, unit, after)


def _scaled(value: float | tuple[float, float] | None, unit: str) -> tuple[float | tuple[float, float] | None, str]:
    """Units that mix a number in (千亿元) as plain ones."""
    if unit in _MULTIPLES and value is not None:
        factor, plain = _MULTIPLES[unit]
        return tuple(round(x * factor, 6) for x in value) if isinstance(value, tuple) else round(value * factor, 6), plain  # type: ignore[return-value]
    return value, _SAME.get(unit, unit)


@lru_cache(maxsize=4096)  # reports lead up to their figures in the same few words
def _said_before(lead: str) -> Comparator | None:
    return next((comparator for comparator, pattern in _BEFORE if pattern.search(lead)), None)


def compared(lead: str, quantity: Quantity) -> Comparator:
    """How the value stands to the amount, by the words before (``lead``) and behind it."""
    if quantity.after == "le" and lead.endswith(("控制在", "稳定在", "保持在")):
        return "le"
    before = _said_before(lead)
    if quantity.after == "gt":  # 三百多万元
        return before or "gt"
    return quantity.after or before or "eq"
