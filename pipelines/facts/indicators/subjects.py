"""What the figures of a sentence are said of: the indicators that it names, together where they are listed, and those whose noun it leaves out."""

import re

from pipelines.facts.indicators.names import Naming, namings
from pipelines.facts.indicators.quantities import Quantity
from pipelines.facts.language.text import Span

_JOINED = re.compile(r"^(?:、|和|与|及|以及|，|\s|（[^（）]{0,30}）|的)*$")
_INCOME = "disposable_income"
_WHOSE_INCOME = re.compile(r"(?:(?P<urban>城镇|城市)|农村(?:牧区)?|农牧区)(?:常住)?居民(?=为|达到?|完成|实现|同比|增长|下降|\d)")


def named(plain: str, span: Span, carried: tuple[str, ...]) -> list[Naming]:
    """The indicators of a sentence in order; ``carried``: what the sentence before went on about.

    居民人均可支配收入12896元，其中城镇居民18623元: whose income it is goes on without the noun.
    """
    found = namings(plain, *span)
    if any(name.startswith(_INCOME) for name in carried):
        first = span.start
    else:
        first = next((naming.end for naming in found if any(name.startswith(_INCOME) for name in naming.names)), span.end)
    elided = [
        Naming(*who.span(), (f"{_INCOME}_{'urban' if who['urban'] else 'rural'}",))
        for who in _WHOSE_INCOME.finditer(plain, first, span.end)
        if "支出" not in plain[first : who.start()] and not any(naming.start < who.end() and who.start() < naming.end for naming in found)
    ]
    return sorted([*found, *elided]) if elided else found


def outside(named: list[Naming], amounts: list[Quantity]) -> list[Quantity]:
    """The amounts that are no part of a name (500万元以上固定资产投资)."""
    return [amount for amount in amounts if not any(naming.start <= amount.start < naming.end for naming in named)]


def grouped(plain: str, named: list[Naming]) -> list[Naming]:
    """Indicators that are listed with only 、 or 和 between them as one naming of several."""
    groups: list[Naming] = []
    for naming in named:
        last = groups[-1] if groups else None
        if last and last.names and naming.names and _JOINED.match(plain[last.end : naming.start]) and "，" not in plain[last.end : naming.start]:
            groups[-1] = Naming(last.start, naming.end, last.names + naming.names)
        else:
            groups.append(naming)
    return groups
