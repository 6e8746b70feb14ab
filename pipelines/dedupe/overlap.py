"""How two texts overlap: which characters of each stand in the other, and what stands in one where the other has something else."""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.dedupe.comparable import Codes
from pipelines.dedupe.folded import RUN, Folded, Runs

SIDE = 3
"""Characters on either side of a gap that must agree for two gaps to be the same place of a text."""

Piece = tuple[int, ...]
"""A stretch of codes."""


class Substitution(NamedTuple):
    """Between the same words, one text says ``one`` where the other says ``other``."""

    left: Piece
    one: Piece
    other: Piece
    right: Piece


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two texts laid over each other. A character is covered if a run that it is part of stands in the other text."""

    one: Folded
    other: Folded
    covered_one: NDArray[np.bool_]
    covered_other: NDArray[np.bool_]
    share_one: float
    """Share of the first text's characters that stand in the second; 0 for an empty text."""
    share_other: float
    """Share of the second text's characters that stand in the first."""

    def substitutions(self, longest: int) -> list[Substitution]:
        """Where both texts have a gap of at most ``longest`` characters between the same words, in the first text's order."""
        waiting: dict[tuple[Piece, Piece], list[Piece]] = defaultdict(list)
        for left, middle, right in _gaps(self.other.codes, self.covered_other, longest):
            waiting[left, right].append(middle)
        found = []
        for left, middle, right in _gaps(self.one.codes, self.covered_one, longest):
            if theirs := waiting.get((left, right)):
                found.append(Substitution(left, middle, theirs.pop(0), right))
        return found


def overlap(one: Folded, other: Folded) -> Overlap:
    """Lay two texts over each other; the time is that of sorting their runs, once for each text."""
    width = max(1, min(RUN, len(one), len(other)))
    ones, others = one.runs(width), other.runs(width)
    covered_one, covered_other = _covered(len(one), width, _common(ones, others)), _covered(len(other), width, _common(others, ones))
    return Overlap(one, other, covered_one, covered_other, _share(covered_one), _share(covered_other))


def _common(ones: Runs, others: Runs) -> NDArray[np.bool_]:
    """For each run of the first text, in the text's order, whether it stands in the second. Both ascending, the search walks on instead of around."""
    common = np.zeros(len(ones.ordered), dtype=np.bool_)
    if len(others.ordered):
        nearest = others.ordered.take(others.ordered.searchsorted(ones.ordered), mode="clip")
        common[ones.places] = nearest == ones.ordered
    return common


def _share(covered: NDArray[np.bool_]) -> float:
    return np.count_nonzero(covered) / len(covered) if len(covered) else 0.0


def _covered(length: int, width: int, common: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which characters a common run of ``width`` covers. Each step doubles how far a run's beginning reaches."""
    covered = np.zeros(length, dtype=np.bool_)
    if not common.any():
        return covered
    covered[: len(common)] = common
    reach = 1
    while reach < min(width, length):
        step = min(reach, width - reach)
        covered[step:] |= covered[:-step]
        reach += step
    return covered


def _gaps(codes: Codes, covered: NDArray[np.bool_], longest: int) -> list[tuple[Piece, Piece, Piece]]:
    """Left context, text and right context of each run of characters that are not covered; the text's ends are contexts too."""
    edges = np.flatnonzero(np.diff(np.concatenate(([True], covered, [True])).astype(np.int8)))
    return [
        (tuple(codes[max(0, start - SIDE) : start].tolist()), tuple(codes[start:end].tolist()), tuple(codes[end : end + SIDE].tolist()))
        for start, end in edges.reshape(-1, 2).tolist()
        if end - start <= longest
    ]
