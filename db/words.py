"""What full-text search compares: text folded to one form, and cut into tokens the same way for the index and for a query.

Chinese has no spaces, so a run of characters is indexed as its overlapping pairs and its last character alone; a Latin word or a number is one token.
A pair is found by itself, one character as the beginning of a pair, and anything longer by its pairs, after which the text itself is looked at.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

LONGEST = 100_000
"""Characters of a text that are indexed: Postgres refuses more than 1 MB of tokens."""
LONGEST_WORD = 64
"""A Latin word is indexed by its first characters only; longer ones are addresses and encoded junk."""

# Full-width forms are ASCII at a distance of 0xFEE0. One character for one, so that places in the folded text are places in the text.
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20} | {code: code + 32 for code in range(65, 91)}
_FOLD |= {code + 0xFEE0: code + 32 for code in range(65, 91)}
_LATIN = re.compile(r"[A-Za-z0-9\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_QUERY = re.compile(r'["“”]([^"“”]*)["“”]|([^\s"“”]+)')


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


def fold(text: str) -> str:
    """Full-width forms and capitals become plain and small; every character keeps its place."""
    return text.translate(_FOLD)


@cache
def _to_hans() -> _Converter:
    from opencc import OpenCC  # noqa: PLC0415  here, since loading its dictionaries takes longer than opening an archive

    converter: _Converter = OpenCC("t2s")
    return converter


def hans(text: str) -> str:
    """The simplified rendering of a text."""
    return _to_hans().convert(text)


@cache
def _letters() -> NDArray[np.uint32]:
    """For each code point, itself where a Chinese word can hold it (letters and figures beyond ASCII, once folded), else 0."""
    table = np.zeros(0x110000, dtype="<u4")
    plane = "".join(map(chr, range(0xD800)))
    table[: len(plane)] = [ord(char) if char.isalnum() and not char.isascii() else 0 for char in fold(plane)]
    table[0xF900:0xFB00] = np.arange(0xF900, 0xFB00)  # compatibility ideographs
    table[0x20000:0x32400] = np.arange(0x20000, 0x32400)  # rare characters, of names above all
    return table


def _codes(text: str) -> NDArray[np.uint32]:
    codes: NDArray[np.uint32] = _letters()[np.frombuffer(text.encode("utf-32-le", "replace"), dtype="<u4")]
    return codes


def tokens(text: str) -> str:
    """The distinct tokens of a text with a space between them, for the index.

    In numpy, on code points: eight times quicker than slicing strings, and this is the dearest step of storing a report.
    """
    text = text[:LONGEST]
    codes = _codes(text)
    pairs = np.zeros((len(codes), 2), dtype="<u4")
    pairs[:, 0] = codes
    pairs[:-1, 1] = codes[1:]
    ordered = np.sort(pairs.view("<u8").ravel()[codes != 0])
    ordered = ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(ordered) else ordered
    spaced = np.full((len(ordered), 3), 0x20, dtype="<u4")
    spaced[:, :2] = ordered.view("<u4").reshape(-1, 2)
    spaced[spaced == 0] = 0x20
    latin = sorted({fold(word)[:LONGEST_WORD] for word in _LATIN.findall(text)})
    return spaced.tobytes().decode("utf-32-le") + " ".join(latin)


@dataclass(frozen=True, slots=True)
class Word:
    """One thing that must stand in a report: any of its spellings (as typed, and simplified), folded."""

    spellings: tuple[str, ...]

    @property
    def is_folded(self) -> bool:
        """Whether it can differ from how a text writes it: Chinese characters alone cannot, and folding long texts takes time."""
        return any(char.isascii() for spelling in self.spellings for char in spelling)

    def count(self, folded: str) -> int:
        """How often it stands in a text, which must be folded if ``is_folded``."""
        return next((often for often in map(folded.count, self.spellings) if often), 0)

    def places(self, folded: str) -> list[tuple[int, int]]:
        """Where it stands in a folded text: (start, end) of each, of the first spelling that is there."""
        for spelling in self.spellings:
            if spelling in folded:
                return [(m.start(), m.end()) for m in re.finditer(re.escape(spelling), folded)]
        return []


def parse(query: str) -> list[Word]:
    """Read a query: words between spaces, phrases between quotation marks; each must stand in the report. Nothing is an error.

    >>> [word.spellings for word in parse('经济 "GDP 增长" ，')]
    [('经济',), ('gdp增长',)]
    """
    words = []
    readable = query.encode("utf-8", "ignore").decode().replace("\0", " ")
    for phrase, word in _QUERY.findall(readable):
        typed = _close_up(phrase or word)
        spellings = tuple(s for s in dict.fromkeys((fold(typed), fold(hans(typed)))) if needed(s))
        if spellings:
            words.append(Word(spellings))
    return words


def _close_up(phrase: str) -> str:
    """Chinese is written without spaces, so those beside a Chinese character in a phrase are the typist's."""
    return re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", phrase.strip())


def needed(spelling: str) -> list[tuple[str, bool]]:
    """The tokens by which the index finds a spelling; True where the token is only the beginning of one (a single character)."""
    wanted: list[tuple[str, bool]] = [(fold(word)[:LONGEST_WORD], False) for word in _LATIN.findall(spelling)]
    for run in "".join(chr(code or 0x20) for code in _codes(spelling)).split(" "):
        wanted += [(run[i : i + 2], False) for i in range(len(run) - 1)] or ([(run, True)] if run else [])
    return list(dict.fromkeys(wanted))
