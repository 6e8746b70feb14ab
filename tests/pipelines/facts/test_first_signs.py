"""Guards the speed of the long patterns: each alternative begins with a sign of its own, by which ``re`` searches for it; without, every place is tried."""

import pytest

from pipelines.facts.people.decisions import _DECIDES
from pipelines.facts.people.mentions import _GROUP
from pipelines.facts.people.offices import _CUT, _SCAN
from pipelines.facts.people.roles import _NOT_HIS, _SPEAKS, _SPEAKS_BESIDES_HOSTING

LONG = {
    "offices": _SCAN,
    "cuts": _CUT,
    "others' words": _NOT_HIS,
    "verbs": _SPEAKS,
    "verbs besides hosting": _SPEAKS_BESIDES_HOSTING,
    "groups": _GROUP,
    "decisions": _DECIDES,
}


def alternatives(pattern: str) -> list[str]:
    """The alternatives with which a pattern begins, its first group opened."""
    pattern = pattern.removeprefix("(?:")
    parts, depth = [""], 0
    for sign in pattern:
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(sign, 0)
        if depth < 0:
            break
        if sign == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


@pytest.mark.parametrize("name", LONG)
def test_each_alternative_begins_with_a_sign(name: str) -> None:
    parts = alternatives(LONG[name].pattern)
    assert len(parts) > 5
    assert [part for part in parts if not "\u4e00" <= part[0] <= "\u9fff" or part[1:2] in ("?", "*", "{")] == []
