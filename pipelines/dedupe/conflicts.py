"""Where two texts of one wording state different figures or names: the mark of two notices from one template, not of an edited copy."""

import re
from dataclasses import dataclass

import numpy as np

from pipelines.dedupe.overlap import Overlap, Substitution

LONGEST = 16
"""Characters of a substitution that is compared; what is longer was written anew."""
_LONGEST_NAME = 6

_FIGURE = re.compile(r"\d+(?:\.\d+)?|[〇一二三四五六七八九十百千万亿两]+")
_NUMERAL = re.compile(r"[\d.%‰〇一二三四五六七八九十百千万亿两]+")
_OF_A_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{1,6}")
_NAMED_BEFORE = re.compile(r"(?:书记|[县区市镇乡州省盟旗村厅局处科院校站部队]长|主任|主席|委员|同志|任命|免去|人为|姓名|联系人)$")
_NAMED_AFTER = re.compile(r"(?:同志|任|[镇乡县区市村路局院站桥河湖库]|街道|社区|公司|企业|学校|小学|中学|先生|女士)")
_POINTING = re.compile(r"[我全该本各此两]")


@dataclass(frozen=True, slots=True)
class Conflicts:
    """What the texts contradict each other in, and how many figures they agree on."""

    figures: int
    names: int
    agreed: int

    @property
    def total(self) -> int:
        """All contradictions."""
        return self.figures + self.names


def conflicts(laid: Overlap) -> Conflicts:
    """Count contradictions between two texts that are laid over each other."""
    swapped = laid.substitutions(LONGEST)
    return Conflicts(sum(map(_figures, swapped)), sum(map(_is_name, swapped)), _agreed(laid))


def _figures(swap: Substitution) -> int:
    """How many figures differ in a substitution: those at the same place in its sequence of figures."""
    one, other = _FIGURE.findall(swap.one), _FIGURE.findall(swap.other)
    has_digits = any(c.isdecimal() for c in swap.one) and any(c.isdecimal() for c in swap.other)
    is_numeral = _NUMERAL.fullmatch(swap.one) is not None and _NUMERAL.fullmatch(swap.other) is not None
    if not has_digits and not is_numeral:
        return 0
    return max(1, sum(int(a != b) for a, b in zip(one, other, strict=False)))


def _is_name(swap: Substitution) -> bool:
    """Whether a name of a person, place or body stands on both sides: told by the post before it, or the kind of place behind it."""
    if not _OF_A_NAME.fullmatch(swap.one) or not _OF_A_NAME.fullmatch(swap.other) or _POINTING.search(swap.one + swap.other):
        return False
    return _NAMED_BEFORE.search(swap.left) is not None or _NAMED_AFTER.match(swap.right) is not None


def _agreed(laid: Overlap) -> int:
    """How many runs of digits of the first text stand in the second."""
    digit = (laid.one >= 48) & (laid.one <= 57) & laid.covered_one
    return int(np.count_nonzero(digit & ~np.concatenate((digit[1:], [False])))) if len(digit) else 0
