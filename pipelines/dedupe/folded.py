"""A folded text with what comparing needs of it, each found once: a report of set phrases is compared again and again."""

from collections import OrderedDict
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.dedupe.comparable import Codes, comparable
from pipelines.dedupe.shingles import Hashes, windows
from pipelines.dedupe.statements import Statements, statements

RUN = 8
"""Characters that must stand in both texts in a row to count as common: half a clause. Set phrases are shorter, and every report has them."""


class Runs(NamedTuple):
    """The hashes of all runs of a text, in ascending order, and where in the text each begins."""

    ordered: Hashes
    places: NDArray[np.intp]


class Folded:
    """A text's codes, and what follows from them."""

    def __init__(self, codes: Codes) -> None:
        """Nothing else is found before it is asked for."""
        self.codes = codes

    def __len__(self) -> int:
        """How many codes count."""
        return len(self.codes)

    def runs(self, width: int) -> Runs:
        """Its runs of ``width`` characters."""
        return self._runs if width == RUN else _runs(self.codes, width)

    @cached_property
    def _runs(self) -> Runs:
        return _runs(self.codes, RUN)

    @cached_property
    def statements(self) -> Statements:
        """What it states, by kind."""
        return statements(self.codes)


def _runs(codes: Codes, width: int) -> Runs:
    hashes = windows(codes, width)
    places = np.argsort(hashes)
    return Runs(hashes.take(places), places)


class Folds:
    """The folded texts that were compared last, so many that their characters stay within ``room``."""

    def __init__(self, room: int) -> None:
        """``room``: characters in all; each takes about 20 bytes, and its text."""
        self._room, self._used = room, 0
        self._kept: OrderedDict[str, Folded] = OrderedDict()

    def of(self, body_hans: str) -> Folded:
        """The text, folded."""
        found = self._kept.get(body_hans)
        if found is None:
            found = Folded(comparable(body_hans))
            self.keep(body_hans, found)
        else:
            self._kept.move_to_end(body_hans)
        return found

    def keep(self, body_hans: str, folded: Folded) -> None:
        """Keep a text that is folded already: its copies follow soon."""
        if body_hans in self._kept:
            return
        self._kept[body_hans] = folded
        self._used += len(body_hans)
        while self._used > self._room:
            oldest, _ = self._kept.popitem(last=False)
            self._used -= len(oldest)
