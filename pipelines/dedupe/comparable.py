"""What of a text is compared: its words and figures as folded character codes, without dateline, credits and pinyin residues."""

import re
import unicodedata
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from opencc import OpenCC

Codes = NDArray[np.uint32]
"""What counts of a text, in order: one folded code point a character, and one code above FIGURES for each whole figure."""

FIGURES = 0x8000_0000
"""Codes from here on are figures. A figure is one thing: 1日 and 11日 have nothing in common that tells."""

MAX_CHARS = 200_000
"""Longer texts are compared by their beginning: no report of a county is longer, and the work stays bounded."""

_DATELINE = re.compile(r"[^\s。，,:：！？（(]{2,16}(?:[ \u3000]?\d{1,2}月\d{1,2}日)?[ \u3000]?[讯电](?=[（(\s])\s?(?:[（(][^（）()\n]{0,60}[）)])?")
_BRACKETED = re.compile(r"[（(](?:[^（）()\s]{0,8}(?:记者|通讯员|供稿|作者|来源|摄影|编辑|图文|文图|撰稿)[^（）()\n]{0,60}|[^（）()\n]{0,40}(?:供稿|摄))[）)]")
_CREDIT_LINE = re.compile(
    r"[ \t\u3000]{0,8}"
    r"(?:来源|信息来源|文章来源|稿源|供稿|作者|记者|本报记者|全媒体记者|通讯员|撰稿|摄影|(?:责任)?编辑|责编|初审|复审|终审|审核|编审|校对|监制)"
    r"[ \t\u3000]{0,4}[:：][^\n。]{0,80}"
)
_PINYIN = re.compile(r"[（(](?<=[\u3400-\u9fff].)[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,6}[）)]")
_ARABIC, _CHINESE = 1, 2
_PARTS = np.zeros(0xA000, dtype=np.int8)
"""Of a figure, by code: a digit or the dot between two, or a Chinese numeral."""
_PARTS[[ord(char) for char in ".0123456789"]] = _ARABIC
_PARTS[[ord(char) for char in "〇一二三四五六七八九十百千万亿"]] = _CHINESE
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_PLACE, _HALF, _UPPER = np.uint64(21), np.uint64(29), np.uint64(33)
_KEPT_SIGNS = "%‰."
_DOT = ord(".")
_WIDEST = 0xFFFF
_ALSO = {"著": "着", "○": "〇", "於": "于", "祇": "只", "佔": "占", "妳": "你", "週": "周"}


@lru_cache(maxsize=1)
def _folding() -> Codes:
    """For each code point of the basic plane, the code it counts as; 0 where it does not count, as the last does not, where all beyond are looked up.

    NFKC, lower case, simplified by OpenCC character by character and back again, so that characters that a conversion to
    traditional script and back confuses count as one on both sides.
    """
    chars = [unicodedata.normalize("NFKC", chr(code)).lower() if not 0xD800 <= code < 0xE000 else "" for code in range(0x10000)]
    folded = [char if len(char) == 1 and (char.isalnum() or char in _KEPT_SIGNS) else "" for char in chars]
    for written, counts_as in _ALSO.items():
        folded[ord(written)] = counts_as
    simplify, complicate = OpenCC("t2s"), OpenCC("s2t")
    han = [code for code, char in enumerate(folded) if char and 0x3400 <= ord(char) < 0xA000]
    spelt = "\n".join(folded[code] for code in han)
    for code, char in zip(han, simplify.convert(complicate.convert(simplify.convert(spelt))).split("\n"), strict=True):
        folded[code] = char[:1]
    return np.array([ord(char) if char else 0 for char in folded], dtype=np.uint32)


def uncredited(text: str) -> str:
    """The text without its dateline, bracketed credits, credit lines and pinyin that a mirror put behind characters.

    Reposts change exactly these (domain note 5.6); each pattern is anchored or bounded, so the time is linear.
    """
    text = text[:MAX_CHARS]
    bracketed = "（" in text or "(" in text
    if bracketed:
        text = _PINYIN.sub("", text)
    text = text.lstrip()
    dateline = _DATELINE.match(text)
    text = text[dateline.end() :] if dateline else text
    lines = (_BRACKETED.sub("", text) if bracketed else text).split("\n")
    return "\n".join("" if _CREDIT_LINE.fullmatch(line) else line for line in lines)


def codes(text: str) -> Codes:
    """The folded codes of all characters that count; a dot counts only between two digits."""
    points = np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32)
    folded = _folding().take(points, mode="clip")
    if points.max(initial=0) > _WIDEST:  # rare characters of the supplementary ideographic planes count, emoji do not
        folded = np.where((points >= 0x20000) & (points < 0x40000), points, folded)
    kept: Codes = folded[folded != 0]
    return _without_stray_dots(kept) if (kept == _DOT).any() else kept


def _without_stray_dots(kept: Codes) -> Codes:
    digit = (kept >= 48) & (kept <= 57)
    stray = kept == _DOT
    stray[1:-1] &= ~(digit[:-2] & digit[2:])
    clean: Codes = kept[~stray]
    return clean


def _with_whole_figures(kept: Codes) -> Codes:
    """Each run of digits, and each run of two or more Chinese numerals, as one code."""
    padded = np.zeros(len(kept) + 2, dtype=np.int8)
    part = padded[1:-1]
    _PARTS.take(kept, mode="clip", out=part)
    numeral = padded == _CHINESE
    part[numeral[1:-1] & ~(numeral[:-2] | numeral[2:])] = 0
    inside = np.flatnonzero(part)
    if not len(inside):
        return kept
    begins = (part != padded[:-2])[inside]
    first = inside[begins]
    place = inside - first[np.cumsum(begins) - 1]
    spread = (kept[inside] + (place.astype(np.uint64) << _PLACE)) * _SPREAD
    spread ^= spread >> _HALF
    spread *= _SPREAD
    sums = np.add.reduceat(spread, np.flatnonzero(begins)) >> _UPPER
    whole: Codes = kept.copy()
    whole[first] = sums.astype(np.uint32) | np.uint32(FIGURES)
    part[first] = 0
    with_figures: Codes = whole[part == 0]
    return with_figures


def comparable(text: str) -> Codes:
    """What of a body is compared with other bodies. Any script; the simplified rendering is best."""
    return _with_whole_figures(codes(uncredited(text)))
