"""Whether a text names an indicator at all: nearly all that is looked through names none."""

import re

from pipelines.facts.indicators.names import FAMILIES
from pipelines.facts.language.alternatives import alternatives

_TELLING = "值量耗GPR规固零消算财税收就失价粮贸商资境款率待润良研构比例"
"""Characters that other words seldom hold."""
_ANYWHERE = re.compile(
    alternatives(
        f"{head[at]}{f'(?<={head[: at + 1]})' if at else ''}{head[at + 1 :]}"
        for heads, _ in FAMILIES
        for head in heads.split("|")
        for at in [next((at for at, sign in enumerate(head) if sign in _TELLING), 0)]
    )
)
"""The words by which names are found, each from its most telling character on: it only matters whether there is one."""


def next_head(plain: str, start: int) -> int | None:
    """An offset within the first word from ``start`` on by which an indicator may be named; None where there is none."""
    found = _ANYWHERE.search(plain, start)
    return found.start() if found else None
