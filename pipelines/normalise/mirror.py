"""Undoes what spam mirrors do to county news: pinyin in brackets after characters, and the bytes that their replacing broke.

Mirrors on hijacked domains convert a page to traditional script and replace, byte by byte in GBK, each of a set of characters by
"character(pinyin)". Where the replaced pair of bytes straddles two characters, one byte of the text is lost: 政府數據 becomes
政府?dāng)?shù)據(jù). The repair rebuilds the byte stream (observed on ten mirrors, and reproduced).
"""

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipelines.normalise.script import traditional_characters

_LETTERS = "a-zāáǎàēéěèêīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ"
_GLOSS = re.compile(rf"([\u3400-\u9fff])\(([{_LETTERS}]{{1,6}})\)")
_TOKEN = re.compile(rf"([\u3400-\u9fff])\(([{_LETTERS}]{{1,6}})\)|[?\ufffd]([{_LETTERS}]{{1,6}})\)|\?\?([@-~])(?=[\u3400-\u9fff])")
_LEAST_GLOSSED, _LEAST_TRADITIONAL = 3, 5
"""A page is a mirror's when it glosses this many different characters and holds this many traditional ones; legitimate glosses (亳(bó)州) survive."""


@dataclass(slots=True)
class Mirror:
    """One page's damage: the characters that it glosses, and how many repairs were made."""

    glossed: frozenset[str]
    repairs: int = 0
    toned: bool = True
    residue: list[str] = field(default_factory=list)
    """What looked like damage but could not be undone."""

    def repair(self, text: str) -> str:
        """The text as it was before the mirror's replacing."""
        if "(" not in text and ")" not in text and "??" not in text:
            return text
        stream, end = bytearray(), 0
        for match in _TOKEN.finditer(text):
            stream += text[end : match.start()].encode("gb18030", "replace")
            stream += self._mend(match, stream)
            end = match.end()
        stream += text[end:].encode("gb18030", "replace")
        return stream.decode("gb18030", "replace")

    def _mend(self, match: re.Match[str], before: bytes | bytearray) -> bytes:
        character, reading, broken, tail = match.groups()
        if character:
            if self._reads(character, reading):
                self.repairs += 1
                return str(character).encode("gb18030")
        elif tail:
            mended = _straddled_question_mark(tail)
            if mended:
                self.repairs += 1
                return mended
        elif before:
            lost = self._lost_byte(before[-1], broken)
            if lost is not None:
                self.repairs += 1
                return bytes([lost])
        self.residue.append(match.group())
        return match.group().encode("gb18030", "replace")

    def _lost_byte(self, first: int, reading: str) -> int | None:
        """The second byte of the glossed character whose first byte ends what is before it."""
        traditional = traditional_characters()
        fitting = [
            (character not in self.glossed, character not in traditional, second) for second, character in _seconds(first) if self._reads(character, reading)
        ]
        return min(fitting)[2] if fitting else None

    def _reads(self, character: str, reading: str) -> bool:
        return reads(character, reading, toned=self.toned)


@functools.cache
def _seconds(first: int) -> tuple[tuple[int, str], ...]:
    """The bytes that make a character of GBK with this first one, each with it."""
    found = list[tuple[int, str]]()
    for second in range(0x40, 0xFF):
        try:
            character = bytes([first, second]).decode("gbk")
        except UnicodeDecodeError:
            continue
        if len(character) == 1:
            found.append((second, character))
    return tuple(found)


def mirror_of(lines: Iterable[str]) -> Mirror | None:
    """The mirror's damage on a page with these lines; None for a page that no mirror touched."""
    text = "\n".join(lines)
    glosses = [(m[1], m[2]) for m in _GLOSS.finditer(text)] if "(" in text else []
    if len({character for character, _ in glosses}) < _LEAST_GLOSSED or len(set(text) & traditional_characters()) < _LEAST_TRADITIONAL:
        return None
    toned = any(_plain(reading) != reading for _, reading in glosses)
    glossed = frozenset(character for character, reading in set(glosses) if reads(character, reading, toned=toned))
    return Mirror(glossed, toned=toned) if len(glossed) >= _LEAST_GLOSSED else None


def reads(character: str, reading: str, *, toned: bool) -> bool:
    """True where ``reading`` (pinyin with tone marks, or without) is one of the character's."""
    known, plain = _readings(character)
    return reading in known or (not toned and _plain(reading) in plain)


@functools.lru_cache(maxsize=32_768)
def _readings(character: str) -> tuple[frozenset[str], frozenset[str]]:
    """A character's readings, with tone marks and without."""
    from pypinyin import Style, pinyin  # noqa: PLC0415  a dictionary that takes a quarter of a second to load, and mirrors are rare

    readings = pinyin(character, style=Style.TONE, heteronym=True, errors="ignore")
    known = frozenset(readings[0]) if readings else frozenset()
    return known, frozenset(map(_plain, known))


@functools.lru_cache(maxsize=4096)
def _plain(reading: str) -> str:
    """Pinyin without its tone marks."""
    return "".join(c for c in unicodedata.normalize("NFD", reading) if not unicodedata.combining(c))


def _straddled_question_mark(tail: str) -> bytes | None:
    """A full-width question mark (A3 BF) that the mirror made of the end of 。 and the start of the next character (縣 is BF 68)."""
    pair = bytes([0xBF, ord(tail)])
    try:
        character = pair.decode("gbk")
    except UnicodeDecodeError:
        return None
    return "。".encode("gbk") + pair if character in traditional_characters() else None
