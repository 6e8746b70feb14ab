"""Keywords: the words that tell a report from others, by how often they come in it and how rare they are elsewhere."""

import re
from bisect import bisect_right
from collections import Counter

from pipelines.facts.context import Context
from pipelines.facts.language.listed import listed
from pipelines.facts.language.segment import cutter, rarities
from pipelines.facts.language.text import Text
from pipelines.factual import Keyword

KIND = "keywords"
NEEDS = ("people",)
_MOST = 12
_MANY = 200
_LONGEST = 6000
"""Characters that are looked at: what a long report is about shows in its first pages."""
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9+]+")
_EMPTY = listed("empty_words")


def find(text: Text, context: Context) -> tuple[Keyword, ...]:
    """At most twelve words, the most telling first, with weights from 0 to 1; a word of the headline counts threefold."""
    plain = text.plain[:_LONGEST]
    counts = Counter(text.words[: bisect_right(text.word_starts, len(plain)) - 1])
    titled = Counter(cutter()(context.title))
    rare = rarities()
    names = "、".join(person.name for person in context.found.people)
    if len(counts) > _MANY:  # what tells of a long report comes more than once
        counts = Counter({word: count for word, count in counts.items() if count > 1 or word in titled})
    weights = {word: (count + 2 * titled.get(word, 0)) * rare.get(word, rare.median) for word, count in counts.items() if len(word) > 1 and word not in _EMPTY}
    leading = sorted(zip(weights.values(), weights, strict=True), reverse=True)[: 4 * _MOST]
    best = [word for _, word in leading if word not in names and _WORD.fullmatch(word)][:_MOST]
    top = weights[best[0]] if best else 1.0
    return tuple(_keyword(text, plain, word, weights[word] / top) for word in best)


def _keyword(text: Text, plain: str, word: str, weight: float) -> Keyword:
    start = plain.index(word)
    return Keyword(quote=text.quote(start, start + len(word)), start=start, word=word, weight=round(weight, 4))
