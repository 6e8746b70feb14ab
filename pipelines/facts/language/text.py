"""The body as the rules read it: simplified, widths and punctuation folded, character for character, so that every offset is one of the body."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from opencc import OpenCC

from pipelines.facts.language.segment import cutter

_LONGEST = 2000
"""Characters of a sentence; the longest of work reports have some hundreds."""
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLDED = (
    _WIDE
    | str.maketrans(",;:?!()", "，；：？！（）")
    | str.maketrans("，；：？！（）", "，；：？！（）")
    | str.maketrans("「」『』﹁﹂＂〝〞", '“”‘’“”"“”')
    | dict.fromkeys(map(ord, "\u3000\xa0\t\r\u2002\u2003\u2009\u200b\ufeff"), " ")
    | dict.fromkeys(map(ord, "∶︰﹕"), "：")
    | dict.fromkeys(map(ord, "～∼〜"), "~")
    | dict.fromkeys(map(ord, "－−‐‑–─━"), "-")
    | dict.fromkeys(map(ord, "•‧・●"), "·")
    | str.maketrans("﹪〇○", "%零零")
)
_FOLDS = {chr(sign): to if isinstance(to, str) else chr(to) for sign, to in _FOLDED.items() if to not in (sign, chr(sign))}
"""The same by sign, without those that stay."""
_FOLDED_SIGN = re.compile(f"[{re.escape(''.join(_FOLDS))}]")
_THOUSANDS = re.compile(r"，(?<=\d，)(?=\d{3}(?!\d))")
_POINT = re.compile(r"·(?<=\d·)(?=\d)")
_CHINESE_YEAR = re.compile("(?:一九|二零)[零一二三四五六七八九]{2}(?=年|(?:至|到|[-—~]{1,2})(?:一九|二零)[零一二三四五六七八九]{2}年)")
_AS_FIGURES = str.maketrans("零一二三四五六七八九", "0123456789")
_BROKEN = re.compile(r"\n(?:(?<=\d\n)(?=[%‰个万亿元人户])|(?<=[，、]\n))")
"""A line end within a clause, where the page was set in lines."""
_SPACED = re.compile(r" (?<=[\d年月.至到—-] )(?=[\d年月日号至到—-])")
_SPREAD = re.compile(
    r"(?<![\d.])\d{4} ?年(?: ?\d{1,2} ?[-—至到] ?\d{1,2} ?月| ?\d{1,2} ?月(?: ?\d{1,2} ?[日号])?)?"
    r"|(?<![\d.])\d{1,2} ?(?:[-—至到] ?\d{1,2} ?)?月(?: ?\d{1,2} ?[日号])?|(?<![\d.])\d{1,4}\. \d{1,2}(?= ?%)|(?<![\d.])\d{1,3} \d{3}(?=元)"
)
"""Dates and figures that are set with spaces inside."""
_ENDS = re.compile(r"[。！？\n][。！？\n]*”?")
_LINE_ENDS = re.compile(r"\n\n*")
"""Both begin with one sign, not with a repetition, and are searched for by that sign."""
_T2S = OpenCC("t2s")


class Span(NamedTuple):
    """A stretch of the body: first offset, and the offset after the last."""

    start: int
    end: int


def simplify(text: str) -> str:
    """The text in simplified script, character for character: OpenCC line by line, and sign by sign where a line would change its length.

    著 before 力, 眼, 重 and 手 is 着, which OpenCC leaves.
    """
    lines = [_same_length(line, _T2S.convert(line)) for line in text.split("\n")]
    return re.sub(r"著(?=[力眼重手])", "着", "\n".join(lines))


def _same_length(line: str, converted: str) -> str:
    if len(line) == len(converted):
        return converted
    return "".join(c if len(c) == 1 else sign for sign, c in ((sign, _T2S.convert(sign)) for sign in line))


def fold(hans: str) -> str:
    """Simplified text with digits, letters and signs in half width, Chinese punctuation in full width, spaces plain; as long as it was.

    Years are in figures, and dates without spaces inside.
    """
    plain = _FOLDED_SIGN.sub(lambda found: _FOLDS[found[0]], hans)  # a text holds few of them: many times as fast as translating every sign
    if '"' in plain:
        plain = "\n".join(_paired(line) for line in plain.split("\n"))
    if _SPACED.search(plain):
        plain = _SPREAD.sub(lambda found: found[0].replace(" ", "").rjust(len(found[0])), plain)
    if "二零" in plain or "一九" in plain:
        plain = _CHINESE_YEAR.sub(lambda found: found[0].translate(_AS_FIGURES), plain)
    return _BROKEN.sub(" ", _POINT.sub(".", _THOUSANDS.sub(",", plain)))


def _paired(line: str) -> str:
    """Straight quotation marks as opening and closing ones in turn."""
    parts = line.split('"')
    return "".join(part + ("“" if i % 2 == 0 else "”") for i, part in enumerate(parts[:-1])) + parts[-1]


@dataclass(frozen=True)
class Text:
    """One body in three renderings of equal length: ``body`` as it stands, ``hans`` simplified, ``plain`` folded for the rules."""

    body: str
    hans: str

    @classmethod
    def of(cls, body: str, body_hans: str | None = None) -> "Text":
        """The text of a body and its simplified rendering, which is made anew where it is not as long as the body; without one the body is simplified."""
        if body_hans is None:
            return cls(body, body)
        return cls(body, body_hans if len(body_hans) == len(body) else simplify(body))

    @cached_property
    def plain(self) -> str:
        """Simplified and folded; what patterns are matched against."""
        return fold(self.hans)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The lines that hold something."""
        return _pieces(self.plain, _LINE_ENDS.finditer(self.plain))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """From one full stop, exclamation or question mark or line end to the next, the mark included; one beyond all measure is cut at its commas."""
        pieces = _pieces(self.plain, _ENDS.finditer(self.plain))
        if all(end - start <= _LONGEST for start, end in pieces):
            return pieces
        return tuple(part for piece in pieces for part in _shortened(self.plain, piece))

    @cached_property
    def words(self) -> list[str]:
        """The folded text cut into words, which put together are the text."""
        return cutter()(self.plain)

    @cached_property
    def word_starts(self) -> list[int]:
        """Where the words begin; the length of the text comes last."""
        return list(accumulate(map(len, self.words), initial=0))

    def is_cut_at(self, offset: int) -> bool:
        """Whether one word ends and another begins there."""
        return self.word_starts[bisect_right(self.word_starts, offset) - 1] == offset

    def is_word(self, start: int, end: int) -> bool:
        """Whether just one word stands there."""
        number = bisect_right(self.word_starts, start)
        return self.word_starts[number - 1] == start and self.word_starts[number] == end

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [span.start for span in self.paragraphs]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that an offset lies in."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)] if self.sentences else Span(0, 0)

    def paragraph_number(self, offset: int) -> int:
        """How many paragraphs stand before the one that holds the offset."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def quote(self, start: int, end: int) -> str:
        """The body's own characters."""
        return self.body[start:end]

    def written(self, start: int, end: int) -> str:
        """The same in simplified script, as the page sets it."""
        return self.hans[start:end]


def _shortened(plain: str, piece: Span) -> Iterator[Span]:
    """A sentence beyond all measure in parts, from one semicolon or comma to another, so that what looks back within a sentence takes no time by its square."""
    start, end = piece
    while end - start > _LONGEST:
        cut = max(plain.rfind(mark, start, start + _LONGEST) for mark in "；，") + 1 or start + _LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def _pieces(plain: str, breaks: Iterable[re.Match[str]]) -> tuple[Span, ...]:
    """What stands between the breaks, each with the break behind it; what is blank is left out."""
    pieces, start = [], 0
    for stop, end in [found.span() for found in breaks]:
        if stop > start and not (plain[start].isspace() and plain[start:stop].isspace()):
            pieces.append((start, end))
            start = end
        elif plain[start:end].isspace():
            start = end
    if start < len(plain) and not plain[start:].isspace():
        pieces.append((start, len(plain)))
    return tuple(map(Span._make, pieces))
