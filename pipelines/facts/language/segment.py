"""Cutting text into words: rjieba where it is installed (thirty times as fast), else jieba, with the same words added to either."""

import logging
import math
import warnings
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from db import divisions
from pipelines.facts.language.listed import listed

_ADDED = listed("field_words")
"""Words of the field that the dictionaries lack."""


@cache
def cutter() -> Callable[[str], list[str]]:
    """The function that cuts; its first use loads a dictionary."""
    words = [*sorted(_ADDED), *_division_names()]
    if find_spec("rjieba") is not None:
        import rjieba  # noqa: PLC0415 - optional, and slow to import

        for word in words:
            rjieba.add_word(word, 500, "n")
        return lambda text: list(rjieba.cut(text, hmm=False))
    return _jieba(words)


def _jieba(words: list[str]) -> Callable[[str], list[str]]:
    """Jieba without its chatter and without the cache that it would leave in the shared temporary folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba  # noqa: PLC0415 - slow to import
    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for word in words:
        tokenizer.add_word(word, 500)
    return lambda text: list(tokenizer.cut(text, HMM=False))


def _division_names() -> list[str]:
    return [name for row in divisions.all_current() for name in {row.name, row.short_name} if 2 <= len(name) <= 6]


@cache
def rarities() -> "Rarities":
    """How telling a word is: its inverse document frequency by jieba's table; the table's median for words that it lacks."""
    found = find_spec("jieba")
    table = Rarities()
    if found and found.origin:
        columns = (Path(found.origin).parent / "analyse" / "idf.txt").read_text(encoding="utf-8").split()
        table.update(zip(columns[::2], map(float, columns[1::2]), strict=True))
    table.median = sorted(table.values())[len(table) // 2] if table else math.e
    return table


class Rarities(dict[str, float]):
    """Weights by word; the median for every other word."""

    median = math.e

    def __missing__(self, word: str) -> float:
        """The median; the word is not kept."""
        return self.median
