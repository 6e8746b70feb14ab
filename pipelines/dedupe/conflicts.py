"""Where two texts of one wording state different figures or names: the mark of two notices from one template, not of an edited copy."""

from dataclasses import dataclass

import numpy as np

from pipelines.dedupe.comparable import FIGURES, Codes, codes
from pipelines.dedupe.overlap import Overlap, Piece, Substitution
from pipelines.dedupe.shingles import Hashes, mixed

LONGEST = 40
"""Characters of a substitution that is compared; what is longer was written anew."""
MOST = 200
"""Substitutions that are looked at, so that the time stays bounded for texts of any length."""
_LONGEST_FREE = 8
"""Longer ones are compared only where their figures count the same things."""
_LONGEST_NAME, _PLACE = 6, 4
_NUMERALS = frozenset(map(ord, "〇一二三四五六七八九十百千万亿两"))
_POINTING = codes("我全该本各此两大新老")
_POINTERS = frozenset(_POINTING.tolist())
_OF_PLACES = codes("县区市镇乡村旗州")
"""What a place's name ends in."""
_POSTS = ("书记", "主任", "主席", "同志", "委员", *(f"{office}长" for office in "县区市镇乡村州省厅局院校会组部站队科处所"))
"""What stands before a person's name, or ends so."""
_POST_ENDS = frozenset(tuple(codes(post).tolist()) for post in _POSTS)
_AFTER_NAMES = frozenset([*_OF_PLACES.tolist(), *codes("街庄店铺沟营屯寨堡湾").tolist()])
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
    apart, alike = _kinds(laid.one, laid.other)
    agreed = int(np.count_nonzero((laid.one >= FIGURES) & laid.covered_one))
    names = sum(_is_name(swap) and not _stands(swap.one, laid.other) and not _stands(swap.other, laid.one) for swap in swapped)
    return Conflicts(sum(map(_figures, swapped)), names, agreed, apart, alike)


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


def _is_name(swap: Substitution) -> bool:
    """Whether a name stands on both sides: told by the post before it, or by the kind of place or body behind it."""
    if not (_may_be_name(swap.one) and _may_be_name(swap.other)):
        return False
    return _ends_name(swap.right, max(1, _PLACE - len(swap.one))) or swap.left[-2:] in _POST_ENDS


def _ends_name(right: Piece, reach: int) -> bool:
    """Whether a place's name ends within ``reach`` characters, in 镇 or 村; not where that begins 镇委 or 村民."""
    if not right or right[0] in _POINTERS:
        return False
    end = next((place for place, code in enumerate(right[:reach]) if code in _AFTER_NAMES), None)
    return end is not None and _OWN_WORDS.isdisjoint(right[end + 1 : end + 2])


def _stands(piece: Piece, text: Codes) -> bool:
    """Whether a stretch stands anywhere in a text: a name of another report does not, a word that an editor moved does."""
    return np.array(piece, dtype=np.uint32).tobytes() in text.tobytes()


def _may_be_name(piece: Piece) -> bool:
    return 1 <= len(piece) <= _LONGEST_NAME and max(piece) < FIGURES and _POINTERS.isdisjoint(piece)


def _kinds(one: Codes, other: Codes) -> tuple[int, int]:
    """In how many kinds of statement the texts have nothing, and something, in common."""
    ones, others = _statements(one), _statements(other)
    both = np.intersect1d(ones[:, 0], others[:, 0])
    alike = len(np.intersect1d(both, _common_kinds(ones, others)))
    return len(both) - alike, alike


def _common_kinds(ones: Hashes, others: Hashes) -> Hashes:
    stated = mixed(ones[:, 0] * np.uint64(3) + mixed(ones[:, 1]))
    also = mixed(others[:, 0] * np.uint64(3) + mixed(others[:, 1]))
    common: Hashes = ones[np.isin(stated, also), 0]
    return common


def _statements(text: Codes) -> Hashes:
    """Pairs of kind and value: a figure and what it counts, a place's name and its kind, a person's name and the end of the post before it."""
    wide = np.concatenate((text, np.zeros(2, dtype=np.uint32))).astype(np.uint64)
    at = np.arange(len(text))
    figures = at[text >= FIGURES]
    places = at[np.isin(text, _OF_PLACES)]
    places = places[places >= 2]
    places = places[~np.isin(text[places - 1], _NOT_IN_NAMES) & ~np.isin(text[places - 2], _POINTING)]
    shift = np.uint64(32)
    posts = at[1:][np.isin((wide[:-3] << shift) + wide[1:-2], _POST_PAIRS)]
    pairs = [
        np.stack((wide[figures + 1], wide[figures]), axis=1),
        np.stack((wide[places] + (np.uint64(1) << shift), wide[places - 1] + (wide[places - 2] << shift)), axis=1),
        np.stack((wide[posts] + (np.uint64(2) << shift), wide[posts + 1] + (wide[posts + 2] << shift)), axis=1),
    ]
    return np.concatenate(pairs)


_POST_PAIRS = np.array([(before << 32) + end for before, end in _POST_ENDS], dtype=np.uint64)
_NOT_IN_NAMES = np.concatenate((_POINTING, _OF_PLACES))
