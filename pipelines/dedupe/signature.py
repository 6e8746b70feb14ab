"""What is kept of a text so that its like can be found: a MinHash signature, anchors for excerpts, and the buckets of both."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.dedupe.comparable import FIGURES, Codes, comparable
from pipelines.dedupe.shingles import SHINGLE, Hashes, mixed, whole, windows_by

Minima = NDArray[np.uint32]

BANDS, ROWS = 12, 4
"""Two texts with Jaccard similarity j share a band with probability 1-(1-j⁴)¹²: 0.92 at 0.66, and 0.00007 at 0.05."""

ANCHOR = 12
"""Characters in an anchor: long enough that unrelated reports seldom share one."""

STORED_ANCHORS = (6, 40)
"""Fewest and most anchors kept of a report: one for every 50 characters in between. They are those with the smallest hashes (bottom-k
sampling), so that an excerpt and its whole choose the same ones where they overlap."""

ASKED_ANCHORS = 64
"""How many anchors of a new text are looked up. More than are kept, since asking is cheap and rows are for ever."""

_HEAD = 16
_FIGURES = 4
_BAND_BITS = 57
_ANCHOR_BAND, _HEAD_BAND, _FIGURES_BAND = 61, 62, 63
_CHUNK = 4096
_FACTORS: Minima = (mixed(np.arange(1, BANDS * ROWS + 1, dtype=np.uint64)) >> np.uint64(32)).astype(np.uint32) | np.uint32(1)
_BAND_MARKS: Hashes = np.arange(BANDS, dtype=np.uint64) << np.uint64(_BAND_BITS)
_ANCHOR_MARK = np.uint64(_ANCHOR_BAND << _BAND_BITS)
_UPPER = np.uint64(32)
_FOLD = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Signature:
    """A text's sketch."""

    codes: Codes
    minima: Minima
    """``BANDS * ROWS`` minima over the hashed shingles."""
    anchors: Hashes
    """The ``ASKED_ANCHORS`` smallest hashes of windows of ``ANCHOR`` characters, ascending."""


def signature(text: str) -> Signature:
    """The sketch of a body in simplified script; about 0.25 ms for 2,000 characters."""
    return sketch(comparable(text))


def sketch(codes: Codes) -> Signature:
    """The sketch of a text that is folded already."""
    shingles, anchors = windows_by(codes, SHINGLE, ANCHOR)
    return Signature(codes, _minima(shingles), _smallest(anchors))


def _smallest(hashes: Hashes) -> Hashes:
    """The smallest distinct hashes, ascending; a text of repetitions may yield fewer than ``ASKED_ANCHORS``."""
    some = 4 * ASKED_ANCHORS
    ordered = np.sort(np.partition(hashes, some)[:some] if len(hashes) > some else hashes)
    first = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first][:ASKED_ANCHORS]


def _minima(shingles: Hashes) -> Minima:
    """For each of the factors, the smallest product over all shingles.

    Multiplying by an odd number permutes the 32-bit numbers (Dietzfelbinger 1997); 32 bits because numpy multiplies those eight at once.
    """
    short = (shingles >> _UPPER).astype(np.uint32)
    minima = np.full(len(_FACTORS), 0xFFFF_FFFF, dtype=np.uint32)
    for start in range(0, len(short), _CHUNK):
        products = _FACTORS[:, None] * short[None, start : start + _CHUNK]
        np.minimum(minima, products.min(axis=1), out=minima)
    return minima


def buckets(text: str | Signature, asked: list[int] | None = None) -> list[int]:
    """The buckets under which a report is kept: its ``probes`` (``asked``, where they are known) without the anchors beyond the first few."""
    sign = signature(text) if isinstance(text, str) else text
    fewest, most = STORED_ANCHORS
    left = min(most, max(fewest, len(sign.codes) // 50))
    kept = []
    for bucket in asked or probes(sign):
        if bucket >> _BAND_BITS == _ANCHOR_BAND:
            left -= 1
        if left >= 0 or bucket >> _BAND_BITS != _ANCHOR_BAND:
            kept.append(bucket)
    return kept


def probes(text: str | Signature) -> list[int]:
    """The buckets in which the like of a new text is looked for: 63-bit numbers, band in the upper six bits, each at most once."""
    sign = signature(text) if isinstance(text, str) else text
    if not len(sign.codes):
        return []
    bands = sign.minima.reshape(BANDS, ROWS).astype(np.uint64)
    folded = bands[:, 0]
    for row in range(1, ROWS):
        folded = mixed(folded * _FOLD + bands[:, row])
    down = np.uint64(64 - _BAND_BITS)
    found: list[int] = ((folded >> down) | _BAND_MARKS).tolist()
    found += ((sign.anchors >> down) | _ANCHOR_MARK).tolist()
    found.append(_bucket(_HEAD_BAND, whole(sign.codes[:_HEAD])))
    found += _figures(sign.codes)
    return list(dict.fromkeys(found))


def lock_keys(sign: Signature) -> list[int]:
    """Three 63-bit numbers of a text.

    Two texts with Jaccard similarity j share each of two with probability j; the third is common to all that begin alike.
    """
    if not len(sign.codes):
        return []
    return [_bucket(_HEAD_BAND, whole(sign.codes[:_HEAD])), *(_bucket(row, int(mixed(sign.minima[row : row + 1].astype(np.uint64))[0])) for row in (0, 1))]


def _figures(codes: Codes) -> list[int]:
    """A bucket for the whole sequence of figures, where there are a few: it finds the one true copy among a thousand notices of one template."""
    figures = codes[codes >= FIGURES]
    return [_bucket(_FIGURES_BAND, whole(figures))] if len(figures) >= _FIGURES else []


def _bucket(band: int, value: int) -> int:
    """Band 0 to 63 and the upper bits of a hash, as one number that fits a signed 64-bit column."""
    return (band << _BAND_BITS) | (value >> (64 - _BAND_BITS))
