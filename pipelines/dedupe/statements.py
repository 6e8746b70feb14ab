"""The statements of a text: figures with what they count, names of places with their kind, names of persons with their posts."""

from collections.abc import Iterator

import numpy as np

from pipelines.dedupe.comparable import FIGURES, Codes, codes

Statements = dict[int, set[int]]
"""By kind (so many 日, such a 镇, such a 书记) the values stated."""

POINTING = codes("我全该本各此两大新老")
"""What stands before a 镇 that is pointed at, not named."""
PLACES = codes("县区市镇乡村旗州")
"""What a place's name ends in."""
_POSTS = ("书记", "主任", "主席", "同志", "委员", *(f"{office}长" for office in "县区市镇乡村州省厅局院校会组部站队科处所"))
"""What stands before a person's name, or ends so."""
POST_ENDS = frozenset((int(end[0]), int(end[1])) for end in map(codes, _POSTS))
_PLACE_KIND, _POST_KIND, _SHIFT = 1 << 32, 2 << 32, 32
_TABLE = 0xA000


def _table(members: Codes) -> "np.typing.NDArray[np.bool_]":
    table = np.zeros(_TABLE, dtype=np.bool_)
    table[members] = True
    return table


_ENDS_PLACE, _ENDS_POST = _table(PLACES), _table(np.array([end for _, end in POST_ENDS], dtype=np.uint32))
_POINTERS, _NOT_IN_NAMES = frozenset(POINTING.tolist()), frozenset([*POINTING.tolist(), *PLACES.tolist()])


def statements(text: Codes) -> Statements:
    """What a text states, by kind. The text's end counts as 0."""
    found: Statements = {}
    for kind, value in _pairs(text):
        found.setdefault(kind, set()).add(value)
    return found


def _pairs(text: Codes) -> Iterator[tuple[int, int]]:
    wide = [*text.tolist(), 0, 0]
    plain = np.minimum(text, _TABLE - 1)
    for at in np.flatnonzero(text >= FIGURES).tolist():
        yield wide[at + 1], wide[at]
    for at in np.flatnonzero(_ENDS_PLACE[plain]).tolist():
        if at >= 2 and wide[at - 1] not in _NOT_IN_NAMES and wide[at - 2] not in _POINTERS:
            yield wide[at] + _PLACE_KIND, wide[at - 1] + (wide[at - 2] << _SHIFT)
    for at in np.flatnonzero(_ENDS_POST[plain]).tolist():
        if at and (wide[at - 1], wide[at]) in POST_ENDS:
            yield wide[at] + _POST_KIND, wide[at + 1] + (wide[at + 2] << _SHIFT)
