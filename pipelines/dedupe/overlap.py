"""How two texts overlap: which characters of each stand in the other, and what stands in one where the other has something else."""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.dedupe.comparable import Codes
from pipelines.dedupe.shingles import are_in, windows

RUN = 8
"""Characters that must stand in both texts in a row to count as common: half a clause. Set phrases are shorter, and every report has them."""
_SIDE = 3
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

    one: Codes
    other: Codes
    covered_one: NDArray[np.bool_]
    covered_other: NDArray[np.bool_]
    share_one: float
    """Share of the first text's characters that stand in the second; 0 for an empty text."""
    share_other: float
    """Share of the second text's characters that stand in the first."""

    def substitutions(self, longest: int) -> list[Substitution]:
        """Where both texts have a gap of at most ``longest`` characters between the same words, in the first text's order."""
        waiting: dict[tuple[Piece, Piece], list[Piece]] = defaultdict(list)
        for left, middle, right in _gaps(self.other, self.covered_other, longest):
            waiting[left, right].append(middle)
        found = []
        for left, middle, right in _gaps(self.one, self.covered_one, longest):
            if theirs := waiting.get((left, right)):
                found.append(Substitution(left, middle, theirs.pop(0), right))
        return found


def overlap(one: Codes, other: Codes) -> Overlap:
    """Lay two texts over each other; the time is that of sorting their runs."""
    width = max(1, min(RUN, len(one), len(other)))
    ones, others = windows(one, width), windows(other, width)
    covered_one, covered_other = _covered(len(one), width, are_in(ones, others)), _covered(len(other), width, are_in(others, ones))
    return Overlap(one, other, covered_one, covered_other, _share(covered_one), _share(covered_other))


def _share(covered: NDArray[np.bool_]) -> float:
    return float(covered.mean()) if len(covered) else 0.0


def _covered(length: int, width: int, common: NDArray[np.bool_]) -> NDArray[np.bool_]:
    covered = np.zeros(length, dtype=np.bool_)
    for offset in range(min(width, length)):
        covered[offset : offset + len(common)] |= common[: length - offset]
    return covered


def _gaps(codes: Codes, covered: NDArray[np.bool_], longest: int) -> list[tuple[Piece, Piece, Piece]]:
    """Left context, text and right context of each run of characters that are not covered; the text's ends are contexts too."""
    edges = np.flatnonzero(np.diff(np.concatenate(([True], covered, [True])).astype(np.int8)))
    return [
        (tuple(codes[max(0, start - _SIDE) : start].tolist()), tuple(codes[start:end].tolist()), tuple(codes[end : end + _SIDE].tolist()))
        for start, end in edges.reshape(-1, 2).tolist()
        if end - start <= longest
    ]
