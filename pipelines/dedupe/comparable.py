"""What of a text is compared: its words and figures as folded character codes, without dateline, credits and pinyin residues."""

import re
import unicodedata
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from opencc import OpenCC

Codes = NDArray[np.uint32]
"""One folded code point a character that counts, in order."""

MAX_CHARS = 200_000
"""Longer texts are compared by their beginning: no report of a county is longer, and the work stays bounded."""

_DATELINE = re.compile(r"[^\s。，,:：！？（(]{2,16}(?:[ \u3000]?\d{1,2}月\d{1,2}日)?[ \u3000]?[讯电](?=[（(\s])\s?(?:[（(][^（）()\n]{0,60}[）)])?")
_BRACKETED = re.compile(
    r"[（(](?:[^（）()\s]{0,8}(?:记者|通讯员|供稿|作者|来源|摄影|编辑|图文|文图|撰稿)[^（）()\n]{0,60}|[^（）()\n]{0,40}(?:供稿|摄))[）)]"
)
_CREDIT_LINE = re.compile(
    r"^[ \t\u3000]{0,8}(?:来源|信息来源|文章来源|稿源|供稿|作者|记者|本报记者|全媒体记者|通讯员|撰稿|摄影|编辑|责任编辑|责编|初审|复审|终审|审核|编审|校对|监制)"
    r"[ \t\u3000]{0,4}[:：][^\n。]{0,80}$",
    re.MULTILINE,
)
_PINYIN = re.compile(r"(?<=[\u3400-\u9fff])[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,6}[）)]")
_KEPT_SIGNS = "%‰."
_DOT = ord(".")
_ALSO = {"著": "着", "○": "〇", "於": "于", "祇": "只", "佔": "占", "妳": "你", "週": "周"}


@lru_cache(maxsize=1)
def _folding() -> Codes:
    """For each code point of the basic plane, the code it counts as; 0 where it does not count.

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
    text = _PINYIN.sub("", text[:MAX_CHARS]).lstrip()
    dateline = _DATELINE.match(text)
    return _CREDIT_LINE.sub("", _BRACKETED.sub("", text[dateline.end() :] if dateline else text))


def codes(text: str) -> Codes:
    """The folded codes of all characters that count; a dot counts only between two digits."""
    points = np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32)
    table = _folding()
    wide = points >= len(table)
    folded = table[np.where(wide, 0, points)]
    if wide.any():  # rare characters of the supplementary ideographic planes count, emoji do not
        folded = np.where(wide & (points >= 0x20000) & (points < 0x40000), points, folded).astype(np.uint32)
    kept: Codes = folded[folded != 0]
    return _without_stray_dots(kept) if (kept == _DOT).any() else kept


def _without_stray_dots(kept: Codes) -> Codes:
    digit = (kept >= 48) & (kept <= 57)
    after = np.concatenate(([False], digit[:-1]))
    before = np.concatenate((digit[1:], [False]))
    clean: Codes = kept[(kept != _DOT) | (after & before)]
    return clean


def comparable(text: str) -> Codes:
    """What of a body is compared with other bodies. Any script; the simplified rendering is best."""
    return codes(uncredited(text))
