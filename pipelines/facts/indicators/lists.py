"""Amounts that are listed: 19618元、8616元 behind the indicators that they belong to in turn, also each with its growth in brackets."""

import re
from itertools import islice, pairwise

from pipelines.facts.indicators.quantities import Quantity

_LISTED = re.compile(r"^(?:、|：|和|与|及|以及|，|\s|增长|下降|为|分别|达到?)*$")
_OPENS = re.compile(r"（\+?(?:同比)?(?:增长|增|下降|降)?")
_CLOSES = re.compile(r"）[、，和与]?(?:及|以及)?")
_MOST = 8


def run(plain: str, amounts: list[Quantity], i: int) -> list[Quantity]:
    """The amounts from ``i`` on that are listed with nothing between them."""
    listed = [amounts[i]]
    for after in islice(amounts, i + 1, i + 1 + _MOST):
        if not _LISTED.match(plain[listed[-1].end : after.start]) or listed[-1].unit != after.unit:
            break
        listed.append(after)
    return listed


def paired(plain: str, amounts: list[Quantity], i: int, count: int) -> list[tuple[Quantity, Quantity]]:
    """So many amounts from ``i`` on, each with the percentage that stands in brackets behind it; none where they are not listed like this."""
    pairs = list(zip(amounts[i : i + 2 * count : 2], amounts[i + 1 : i + 2 * count : 2], strict=False))
    if len(pairs) < count or not all(growth.unit == "%" and _OPENS.fullmatch(plain, each.end, growth.start) for each, growth in pairs):
        return []
    apart = (_CLOSES.fullmatch(plain, growth.end, after.start) for (_, growth), (after, _) in pairwise(pairs))
    return pairs if all(apart) and len({each.unit for each, _ in pairs}) == 1 else []
