"""Shingles: every run of a few characters of a text as one mixed 64-bit number, computed for the whole text at once."""

import numpy as np
from numpy.typing import NDArray

from pipelines.dedupe.comparable import Codes

Hashes = NDArray[np.uint64]
"""Mixed 64-bit numbers."""

SHINGLE = 4
"""Characters in a shingle. A Chinese word has two on average: four are long enough to be telling, and short enough that a
changed word spoils only five of them."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))


def mixed(values: Hashes) -> Hashes:
    """SplitMix64's finaliser (Steele, Lea and Flood 2014): every bit of the number depends on every bit of the input."""
    values = (values ^ (values >> np.uint64(30))) * _MIX[0]
    values = (values ^ (values >> np.uint64(27))) * _MIX[1]
    return values ^ (values >> np.uint64(31))


def windows(codes: Codes, width: int) -> Hashes:
    """One hash for each window of ``width`` characters, in order; one hash of the whole for a shorter text, none for none."""
    if not len(codes):
        return np.empty(0, dtype=np.uint64)
    count = max(1, len(codes) - width + 1)
    rolled = np.zeros(count, dtype=np.uint64)
    wide = codes.astype(np.uint64)
    for offset in range(min(width, len(codes))):
        rolled = rolled * _BASE + wide[offset : offset + count]
    return mixed(rolled)


def shingle_set(codes: Codes) -> Hashes:
    """The distinct shingles of a text, sorted."""
    return np.unique(windows(codes, SHINGLE))


def are_in(values: Hashes, others: Hashes) -> NDArray[np.bool_]:
    """For each value whether it is among the others (neither is empty); three times as quick as ``np.isin`` for texts."""
    ordered = np.sort(others)
    place = np.searchsorted(ordered, values)
    place[place == len(ordered)] = 0
    found: NDArray[np.bool_] = ordered[place] == values
    return found


def whole(codes: Codes) -> int:
    """One 64-bit hash of a sequence of codes."""
    return int(windows(codes, max(1, len(codes)))[0]) if len(codes) else 0


def containments(one: Hashes, other: Hashes) -> tuple[float, float]:
    """The shares of each set (sorted, distinct) that the other holds too; 0 for an empty set."""
    if not len(one) or not len(other):
        return 0.0, 0.0
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common / len(one), common / len(other)
