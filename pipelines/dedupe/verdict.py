"""What one text is to another: the same report (identical, repost, mirror), part of it (excerpt, extended), an update, or another report."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from pipelines.dedupe.comparable import comparable
from pipelines.dedupe.conflicts import Conflicts, conflicts
from pipelines.dedupe.folded import Folded
from pipelines.dedupe.overlap import Overlap, overlap

Kind = Literal["identical", "repost", "mirror", "excerpt", "extended", "update"]
SAME_REPORT: tuple[Kind, ...] = ("identical", "repost", "mirror")

SHORT = 40
"""Below so many characters that count, only a text that is all but equal is the same."""
KEPT = 0.5
"""Share of each text that stands in the other for a copy, edited by up to 30 %."""
LONG = 150
"""Below so many characters, set phrases alone make up half of a text."""
KEPT_UNPROVEN, PROVEN = 0.62, 2
"""There, so much must stand in both unless at least two figures agree and no kind of statement differs."""
KEPT_SHORT = 0.85
ONE_SWAP = 6
"""Characters that differ, at most, where one swapped figure or name is all that differs."""
CONTAINED = 0.75
"""Share of the shorter text that stands in the longer one for an excerpt."""
SHORTENED = 0.64
"""Length of an excerpt, at most, as a share of its whole: a text that lost less was edited down."""
LEAST_EXCERPT = 24
STRETCH, MISSING_ENDS, MISSING_INSIDE = 0.85, 0.25, 0.06
"""A longer part is an excerpt as well where it is one stretch of the whole: an editor cuts here and there."""
CORRECTED = 12
"""One figure in so many may differ between copies of a text full of figures: a correction."""
UPDATED = 200
"""Characters of a text, at least, that an update is told of; a shorter one with other figures is another notice of its kind."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the new text is to the old one. ``kind`` None: another report."""

    kind: Kind | None
    score: float
    """Share of the old text that stands in the new one, 0 to 1."""

    @property
    def is_same(self) -> bool:
        """True where both are one report."""
        return self.kind in SAME_REPORT


def compare(new: str | Folded, old: str | Folded, *, is_mirror: bool = False, same_title: bool = False) -> Verdict:
    """What ``new`` is to ``old``.

    ``is_mirror``: exactly one of the postings is in traditional script or came mangled. ``same_title``: both stand under one headline at one
    site, so that other figures are an update and not another notice of its kind.
    """
    one = Folded(comparable(new)) if isinstance(new, str) else new
    other = Folded(comparable(old)) if isinstance(old, str) else old
    if not len(one) or not len(other):
        return Verdict(None, 0.0)
    same: Kind = "mirror" if is_mirror else "repost"
    if np.array_equal(one.codes, other.codes):
        return Verdict("mirror" if is_mirror else "identical", 1.0)
    laid = overlap(one, other)
    kind = _kind(laid, same, same_title=same_title)
    return Verdict(kind, round(laid.share_other, 4))


def _kind(laid: Overlap, same: Kind, *, same_title: bool) -> Kind | None:
    part = _part(laid)
    common, length = min(laid.share_one, laid.share_other), min(len(laid.one), len(laid.other))
    if part is None and common < (KEPT if length >= SHORT else KEPT_SHORT):
        return None
    found = conflicts(laid)
    if same_title and part is None and found.figures and len(laid.one) >= UPDATED:
        return "update"
    if _contradict(found, laid):
        return None
    is_doubtful = length < LONG and common < KEPT_UNPROVEN and (found.agreed < PROVEN or found.kinds_apart > 0)
    return part or (None if is_doubtful else same)


def _part(laid: Overlap) -> Kind | None:
    """Whether one text is a part of the other."""
    new, old = len(laid.one), len(laid.other)
    if LEAST_EXCERPT <= new < SHORTENED * old and laid.share_one >= CONTAINED:
        return "excerpt"
    if LEAST_EXCERPT <= old < SHORTENED * new and laid.share_other >= CONTAINED:
        return "extended"
    if min(new, old) < SHORT:
        return None
    if laid.share_one >= STRETCH and _is_stretch(laid.covered_other):
        return "excerpt"
    if laid.share_other >= STRETCH and _is_stretch(laid.covered_one):
        return "extended"
    return None


def _is_stretch(covered: NDArray[np.bool_]) -> bool:
    """Whether what stands in the other text is one stretch of this one, whose beginning or end is missing there."""
    at = np.flatnonzero(covered)
    ends = len(covered) - (at[-1] + 1 - at[0])
    inside = np.count_nonzero(~covered) - ends
    return bool(ends >= MISSING_ENDS * len(covered) and inside <= MISSING_INSIDE * len(covered))


def _contradict(found: Conflicts, laid: Overlap) -> bool:
    """Whether figures and names tell two reports of one wording apart.

    They do where more kinds of statement differ than agree; where one is swapped and a kind differs in a short text; where two are swapped, unless
    many figures agree; and where one swap is all that differs in a text that is not long (an edition, a day, a name).
    """
    if found.kinds_apart > found.kinds_alike:
        return True
    swapped = found.figures + found.names
    if swapped and found.kinds_apart and len(laid.one) < LONG:
        return True
    if swapped >= 2:
        return swapped * CORRECTED > found.agreed
    differing = max(int(np.count_nonzero(~laid.covered_one)), int(np.count_nonzero(~laid.covered_other)))
    return swapped == 1 and len(laid.one) < 2 * LONG and found.agreed < 2 * CORRECTED and differing <= ONE_SWAP
