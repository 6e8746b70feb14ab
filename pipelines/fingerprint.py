"""A text's fingerprint: what is left of it once only its words and figures count, and the digest of that."""

import hashlib
import re
import unicodedata
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_COMMON = re.compile(r"[\s，。、；：？！（）《》“”]+")
"""Taken out first: what is left of most texts then is in NFKC already, which is quick to see, where folding costs more than all the rest."""
_NOT_WORD = re.compile(r"[^\w%‰.]|_")
_STRAY_DOT = re.compile(r"\.(?:(?<!\d\.)|(?!\d))")
_BLOCKS = (
    range(0x100), range(0x3B1, 0x3CA), range(0x2000, 0x2070), range(0x2100, 0x27C0), range(0x3000, 0x302A), range(0x3200, 0x3400), range(0xFE30, 0xFE50),
    range(0xFF01, 0xFF5F),
)  # fmt: skip
"""Letters, signs and forms of figures that are folded to the same wherever they stand: Σ, which ends words as ς, is not among them, nor are accents."""
_HAN = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))
_OPEN = 0xFFFF_FFFF


class _Signs(NamedTuple):
    """What single signs are as bare text."""

    counts_as: NDArray[np.uint32]
    """By code point, what it counts as: 0 for nothing, or open where the sign alone does not tell. The last place is for all beyond the basic plane."""
    several: re.Pattern[str]
    """Those that stand for more than one: ½, Ⅲ, ㎡."""


@cache
def _signs() -> _Signs:
    table = np.full(0x10001, _OPEN, dtype="<u4")
    for codes in _HAN:
        table[codes] = codes
    folded = {code: _folded(chr(code)) for codes in _BLOCKS for code in codes}
    table[[code for code, bared in folded.items() if len(bared) < 2]] = [ord(bared or "\0") for bared in folded.values() if len(bared) < 2]
    return _Signs(table, re.compile(f"[{''.join(chr(code) for code, bared in folded.items() if len(bared) > 1)}]"))


def bare(text_hans: str) -> str:
    """The words and figures of a simplified text alone: NFKC, lower case, no white space, punctuation or invisible characters.

    A decimal point between digits and the signs % and ‰ stay: 3.5% and 35% are different statements, however they are set.
    """
    kept = _looked_up(text_hans)
    if _is_open(kept):
        kept = _looked_up(_signs().several.sub(lambda sign: _folded(sign[0]), text_hans))
    bared = _folded(text_hans) if _is_open(kept) else kept[kept != 0].tobytes().decode("utf-32-le")
    return _STRAY_DOT.sub("", bared)


def _looked_up(text: str) -> NDArray[np.uint32]:
    """Each sign by itself: many times as quick as folding the text."""
    return _signs().counts_as.take(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4"), mode="clip")


def _is_open(kept: NDArray[np.uint32]) -> bool:
    return bool(kept.max(initial=0) == _OPEN)


def _folded(text: str) -> str:
    """The same with all its dots, whatever the text holds."""
    worded = _COMMON.sub("", text).replace("○", "〇")  # editors write the zero of 二○二六 with a circle, which NFKC leaves
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", worded).lower())


def body_digest(text_hans: str) -> str:
    """SHA-256 (64 hex digits) of a body's bare text; equal for exact reposts, whatever their layout and punctuation.

    ``text_hans`` is ``Reading.body_hans``: simplified already. Two bodies without any text share the digest of the empty string,
    so callers must not take equal digests of empty bodies for equal reports.
    """
    return hashlib.sha256(bare(text_hans).encode()).hexdigest()
