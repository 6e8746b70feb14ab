"""Where two texts of one wording state different figures or names: the mark of two notices from one template, not of an edited copy."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipelines.dedupe.comparable import FIGURES, Codes, codes
from pipelines.dedupe.overlap import SIDE, Overlap, Piece, Substitution
from pipelines.dedupe.statements import PLACES, POINTING, POST_ENDS, Statements

LONGEST = 40
"""Characters of a substitution that is compared; what is longer was written anew."""
MOST = 200
"""Substitutions that are looked at, so that the time stays bounded for texts of any length."""
_LONGEST_FREE = 8
"""Longer ones are compared only where their figures count the same things."""
_LONGEST_NAME, _PLACE = 6, 4
_NUMERALS = frozenset(map(ord, "〇一二三四五六七八九十百千万亿两"))
_POINTERS = frozenset(POINTING.tolist())
_AFTER_NAMES = frozenset([*PLACES.tolist(), *codes("街庄店铺沟营屯寨堡湾").tolist()])
_OWN_WORDS = frozenset(codes("委政人级直长领里内域会场民容规镇村").tolist())
"""What makes a word of its own of the character before it: 县委, 市场, 村民."""


@dataclass(frozen=True, slots=True)
class Conflicts:
    """What the texts contradict each other in, and what they agree on."""

    figures: int
    """Figures in whose place the other text has another one."""
    names: int
    """The same of names."""
    agreed: int
    """Figures of the first text that stand in the second between the same words."""
    kinds_apart: int
    """Kinds of statement (so many 日, so many 万元, such a 镇, such a 书记) that both texts make, with nothing in common."""
    kinds_alike: int
    """Kinds of statement in which they have something in common."""


def conflicts(laid: Overlap) -> Conflicts:
    """Count contradictions between two texts that are laid over each other."""
    swapped = laid.substitutions(LONGEST)[:MOST]
    apart, alike = _kinds(laid.one.statements, laid.other.statements)
    agreed = int(np.count_nonzero((laid.one.codes >= FIGURES) & laid.covered_one))
    return Conflicts(sum(map(_figures, swapped)), _names(swapped, laid), agreed, apart, alike)


def _trimmed(swap: Substitution) -> Substitution:
    """The substitution without what both sides begin and end with: short stretches between two names are covered by no run."""
    left, one, other, right = swap
    begin = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    most = min(len(one), len(other)) - begin
    end = next((n for n in range(most) if one[-1 - n] != other[-1 - n]), most)
    return Substitution((*left, *one[:begin])[-SIDE:], one[begin : len(one) - end], other[begin : len(other) - end], (*one[len(one) - end :], *right)[:SIDE])


def _names(swapped: Sequence[Substitution], laid: Overlap) -> int:
    """In how many places another name stands. What is a name in one place is the same name in the others: 东河变电站 … 东河街."""
    trimmed = [_trimmed(swap) for swap in swapped]
    named = {(core.one, core.other) for swap, core in zip(swapped, trimmed, strict=True) if _is_new_name(swap, laid) or _is_new_name(core, laid)}
    return sum((core.one, core.other) in named for core in trimmed)


def _figures(swap: Substitution) -> int:
    """How many figures differ in a substitution."""
    if max(len(swap.one), len(swap.other)) > _LONGEST_FREE and _counted(swap.one) != _counted(swap.other):
        return 0
    one, other = _figures_in(swap.one), _figures_in(swap.other)
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True))
    return min(len(set(one) - set(other)), len(set(other) - set(one)))


def _counted(piece: Piece) -> list[int]:
    """What the figures of a stretch count, in order: 号, 月, 日; 0 at its end."""
    return [after for code, after in zip(piece, (*piece[1:], 0), strict=True) if code >= FIGURES]


def _figures_in(piece: Piece) -> list[int]:
    """The figures of a stretch; a single Chinese numeral is one where nothing else stands beside it."""
    return [code for code in piece if code >= FIGURES] or [code for code in piece if len(piece) == 1 and code in _NUMERALS]


def _is_new_name(swap: Substitution, laid: Overlap) -> bool:
    """Whether each side has a name that the other text does not know: told by the post before it, or by the kind of place or body behind it."""
    if not (_may_be_name(swap.one) and _may_be_name(swap.other)):
        return False
    rest = _rest_of_name(swap.right, max(1, _PLACE - len(swap.one)))
    if not rest and swap.left[-2:] not in POST_ENDS:
        return False
    return not _stands((*swap.one, *rest), laid.other.codes) and not _stands((*swap.other, *rest), laid.one.codes)


def _rest_of_name(right: Piece, reach: int) -> Piece:
    """What is left of a place's name that ends within ``reach`` characters, in 镇 or 村; nothing where that begins 镇委 or 村民."""
    if not right or right[0] in _POINTERS:
        return ()
    end = next((place for place, code in enumerate(right[:reach]) if code in _AFTER_NAMES), None)
    return right[: end + 1] if end is not None and _OWN_WORDS.isdisjoint(right[end + 1 : end + 2]) else ()


def _stands(piece: Piece, text: Codes) -> bool:
    """Whether a stretch stands anywhere in a text: a name of another report does not, a word that an editor moved does."""
    return np.array(piece, dtype=np.uint32).tobytes() in text.tobytes()


def _may_be_name(piece: Piece) -> bool:
    return 1 <= len(piece) <= _LONGEST_NAME and max(piece) < FIGURES and _POINTERS.isdisjoint(piece)


def _kinds(ones: Statements, others: Statements) -> tuple[int, int]:
    """In how many kinds of statement the texts have nothing, and something, in common."""
    both = ones.keys() & others.keys()
    alike = sum(not ones[kind].isdisjoint(others[kind]) for kind in both)
    return len(both) - alike, alike
