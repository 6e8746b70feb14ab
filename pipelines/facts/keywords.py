"""Keywords: the words that tell a report from others, by how often they come in it and how rare they are elsewhere."""

import re
from bisect import bisect_right
from collections import Counter
from itertools import islice

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
    counts = Counter(text.words if len(plain) == len(text.plain) else text.words[: bisect_right(text.word_starts, len(plain)) - 1])
    for word in cutter()(context.title):
        if word in counts:
            counts[word] += 2
    least = 2 if len(counts) > _MANY else 1  # what tells of a long report comes more than once, or in its headline
    rare = rarities()
    weights = {word: count * rare[word] for word, count in counts.items() if count >= least and len(word) > 1 and word not in _EMPTY}
    leading = sorted(zip(weights.values(), weights, strict=True), reverse=True)[: 4 * _MOST]
    names = "、".join(person.name for person in context.found.people)
    best = list(islice((word for _, word in leading if word not in names and _WORD.fullmatch(word)), _MOST))
    top = weights[best[0]] if best else 1.0
    return tuple(_keyword(text, plain, word, weights[word] / top) for word in best)


def _keyword(text: Text, plain: str, word: str, weight: float) -> Keyword:
    start = plain.index(word)
    return Keyword(quote=text.quote(start, start + len(word)), start=start, word=word, weight=round(weight, 4))
