"""Numbers as reports write them: figures, figures with 万 and 亿, and Chinese numerals."""

import re

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "○": 0, "俩": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_FIGURE = re.compile(r"-?\d{1,18}(?:\.\d{1,9})?")
CHINESE = "零〇一二三四五六七八九十百千两"
"""The signs of Chinese numerals below ten thousand."""


def chinese_number(text: str) -> float | None:
    """The value of a Chinese numeral (二十五, 三点五, 二零二一, 百, 两千三百); None for anything else.

    >>> chinese_number("二十五"), chinese_number("二零二一"), chinese_number("十"), chinese_number("一点二")
    (25.0, 2021.0, 10.0, 1.2)
    """
    whole, _, part = text.partition("点")
    value = _whole(whole)
    if value is None or (part and not all(c in _DIGITS for c in part)):
        return None
    return float(f"{value}.{''.join(str(_DIGITS[c]) for c in part)}") if part else float(value)


def _whole(text: str) -> int | None:
    if not text or any(c not in _DIGITS and c not in _UNITS for c in text):
        return None
    if not any(c in _UNITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, 0
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        else:
            total += (digit or 1) * _UNITS[c]
            digit = 0
    return total + digit


def number(text: str) -> float | None:
    """A figure (with commas, blanks or a sign) or a Chinese numeral as a number; None where it is neither.

    >>> number("1,234.5"), number("-8.7"), number("十二")
    (1234.5, -8.7, 12.0)
    """
    if _FIGURE.fullmatch(text):
        return float(text)
    bare = "".join(text.replace(",", "").split())
    if _FIGURE.fullmatch(bare):
        return float(bare)
    return chinese_number(bare)
