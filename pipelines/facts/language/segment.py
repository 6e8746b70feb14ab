"""Cutting text into words: rjieba where it is installed (thirty times as fast), else jieba, with the same words added to either."""

import logging
import math
import warnings
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from db import divisions
from pipelines.facts.language.kept import Kept
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
def frequencies() -> dict[str, float]:
    """Inverse document frequencies by jieba's table: how telling a word is."""
    found = find_spec("jieba")
    table = {}
    if found and found.origin:
        with (Path(found.origin).parent / "analyse" / "idf.txt").open(encoding="utf-8") as lines:
            for line in lines:
                word, _, value = line.rpartition(" ")
                table[word] = float(value)
    return table


@cache
def rarities() -> Kept[float]:
    """The same of any word: the table's median for words that it lacks."""
    table = frequencies()
    median = sorted(table.values())[len(table) // 2] if table else math.e
    return Kept(lambda word: table.get(word, median))
