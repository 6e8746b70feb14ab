"""What full-text search compares: text folded to one form, and cut into tokens the same way for the index and for a query.

Chinese has no spaces, so a run of characters is indexed as its overlapping pairs and its last character alone; a Latin word or a number is one token.
A pair is found by itself, one character as the beginning of a pair, and anything longer by its pairs, after which the text itself is looked at.
"""

import re
from dataclasses import dataclass
from functools import cache
from operator import add
from typing import Protocol

LONGEST = 100_000
"""Characters of a text that are indexed: Postgres refuses more than 1 MB of tokens."""
LONGEST_WORD = 64
"""A Latin word is indexed by its first characters only; longer ones are addresses and encoded junk."""

# Full-width forms are ASCII at a distance of 0xFEE0. One character for one, so that places in the folded text are places in the text.
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20} | {code: code + 32 for code in range(65, 91)}
_FOLD |= {code + 0xFEE0: code + 32 for code in range(65, 91)}
_LATIN = re.compile(r"[a-z0-9]+")
_NOT_HAN = re.compile(r"[\W_a-z0-9]+")
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


def tokens(text: str) -> list[str]:
    """The distinct tokens of a text, for the index."""
    folded = fold(text[:LONGEST])
    latin = [word[:LONGEST_WORD] for word in _LATIN.findall(folded)]
    han = _NOT_HAN.sub(" ", folded)
    pairs = map(str.strip, map(add, han, han[1:] + " "))
    found = {*pairs, *latin}
    found.discard("")
    return list(found)


@dataclass(frozen=True, slots=True)
class Word:
    """One thing that must stand in a report: any of its spellings (as typed, and simplified), folded."""

    spellings: tuple[str, ...]

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
        spellings = tuple(s for s in dict.fromkeys((fold(typed), fold(hans(typed)))) if tokens(s))
        if spellings:
            words.append(Word(spellings))
    return words


def _close_up(phrase: str) -> str:
    """Chinese is written without spaces, so those beside a Chinese character in a phrase are the typist's."""
    return re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", phrase.strip())


def needed(spelling: str) -> list[tuple[str, bool]]:
    """The tokens by which the index finds a spelling; True where the token is only the beginning of one (a single character)."""
    folded = fold(spelling)
    wanted: list[tuple[str, bool]] = [(word[:LONGEST_WORD], False) for word in _LATIN.findall(folded)]
    for run in _NOT_HAN.sub(" ", folded).split():
        wanted += [(run[i : i + 2], False) for i in range(len(run) - 1)] or [(run, True)]
    return list(dict.fromkeys(wanted))
