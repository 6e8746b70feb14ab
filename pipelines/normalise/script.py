"""Tells traditional from simplified script and renders one in the other (OpenCC), with the corrections that OpenCC's table lacks."""

import functools
import re

import opencc

from pipelines.reading import Script

_LEAST = 5
"""Different traditional characters that a text must hold: names such as 堃 or 喆 occur in simplified texts."""
_ZHE = re.compile("著(?=[力眼重手實实])")
"""OpenCC keeps 著, for it is also the simplified form in 著作; before these characters it is 着."""


@functools.cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@functools.cache
def _reverse() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


@functools.cache
def _alphabets() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that only a traditional text uses, and those that only a simplified one does."""
    every = [chr(code) for code in range(0x4E00, 0x9FA6)]
    lines = "\n".join(every)
    traditional = {a for a, b in zip(every, _converter().convert(lines).split("\n"), strict=True) if a != b}
    simplified = {a for a, b in zip(every, _reverse().convert(lines).split("\n"), strict=True) if a != b}
    return frozenset(traditional - simplified), frozenset(simplified - traditional)


@functools.cache
def _traditional() -> re.Pattern[str]:
    """One traditional character; a simplified text is searched for it much faster than its characters are collected."""
    return re.compile(f"[{''.join(sorted(traditional_characters()))}]")


def traditional_characters() -> frozenset[str]:
    """Characters that only a traditional text uses."""
    return _alphabets()[0]


def script_of(text: str) -> Script:
    """The script of a text: ``hant`` where at least five different traditional characters outnumber the simplified ones."""
    marks = set(_traditional().findall(text))
    return "hant" if len(marks) >= _LEAST and len(marks) > len(set(text) & _alphabets()[1]) else "hans"


def to_hans(text: str) -> str:
    """The simplified rendering of a text in traditional script; offsets of characters stay as they are."""
    return _ZHE.sub("着", str(_converter().convert(text)))
