"""How two texts overlap: which characters of each stand in the other, and what stands in one where the other has something else."""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.dedupe.comparable import Codes
from pipelines.dedupe.shingles import SHINGLE, windows

_SIDE = SHINGLE - 1
"""Characters of context on either side of a gap; the shingle that ends or begins there is common to both texts."""


class Substitution(NamedTuple):
    """Between the same words, one text says ``one`` where the other says ``other``."""

    left: str
    one: str
    other: str
    right: str


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two texts laid over each other. A character is covered if a shingle that it is part of stands in the other text."""

    one: Codes
    other: Codes
    covered_one: NDArray[np.bool_]
    covered_other: NDArray[np.bool_]

    @property
    def share_one(self) -> float:
        """Share of the first text's characters that stand in the second; 0 for an empty text."""
        return float(self.covered_one.mean()) if len(self.one) else 0.0

    @property
    def share_other(self) -> float:
        """Share of the second text's characters that stand in the first."""
        return float(self.covered_other.mean()) if len(self.other) else 0.0

    def substitutions(self, longest: int) -> list[Substitution]:
        """Where both texts have a gap of at most ``longest`` characters between the same words, in the first text's order."""
        waiting: dict[tuple[str, str], list[str]] = defaultdict(list)
        for left, middle, right in _gaps(self.other, self.covered_other, longest):
            waiting[left, right].append(middle)
        found = []
        for left, middle, right in _gaps(self.one, self.covered_one, longest):
            if theirs := waiting.get((left, right)):
                found.append(Substitution(left, middle, theirs.pop(0), right))
        return found


def overlap(one: Codes, other: Codes) -> Overlap:
    """Lay two texts over each other; linear but for sorting their shingles."""
    ones, others = windows(one, SHINGLE), windows(other, SHINGLE)
    return Overlap(one, other, _covered(len(one), np.isin(ones, others)), _covered(len(other), np.isin(others, ones)))


def _covered(length: int, common: NDArray[np.bool_]) -> NDArray[np.bool_]:
    covered = np.zeros(length, dtype=np.bool_)
    for offset in range(min(SHINGLE, length)):
        covered[offset : offset + len(common)] |= common[: length - offset]
    return covered


def _gaps(codes: Codes, covered: NDArray[np.bool_], longest: int) -> list[tuple[str, str, str]]:
    """Left context, text and right context of each run of characters that are not covered; the text's ends are contexts too."""
    edges = np.flatnonzero(np.diff(np.concatenate(([True], covered, [True])).astype(np.int8)))
    return [
        (spelt(codes[max(0, start - _SIDE) : start]), spelt(codes[start:end]), spelt(codes[end : end + _SIDE]))
        for start, end in edges.reshape(-1, 2)
        if end - start <= longest
    ]


def spelt(codes: Codes) -> str:
    """Codes as a string."""
    return codes.tobytes().decode("utf-32-le", "replace")
