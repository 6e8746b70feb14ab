"""What the figures of a sentence are said of: the indicators that it names, together where they are listed, and those whose noun it leaves out."""

import re

from pipelines.facts.indicators.names import Naming, namings
from pipelines.facts.indicators.quantities import Quantity
from pipelines.facts.language.text import Span

_JOINED = re.compile(r"^(?:、|和|与|及|以及|，|\s|（[^（）]{0,30}）|的)*$")
_INVESTMENT = "fixed_asset_investment"
_ABOVE_SCALE = "industrial_output_above_scale"
_SCALED = re.compile(r"(?:规模以上|规上|规模)工业(?:企业)?[^。；]{0,24}(?:产值|收入)\d[^。；]{0,30}$")
_REACH = 80
"""How far back, at most, those of a size are spoken of."""
_BARE_VALUE = re.compile(r"(?<=，)(?:完成|实现)?增加值(?=\d)")
_INCOME = "disposable_income"
_WHOSE_INCOME = re.compile(r"(?:(?P<urban>城镇|城市)|农村(?:牧区)?|农牧区)(?:(?:常住)?居民(?=为|达到?|完成|实现|同比|增长|下降|\d)|(?=\d{4,6}元))")


def named(plain: str, span: Span, carried: tuple[str, ...]) -> list[Naming]:
    """The indicators of a sentence in order; ``carried``: what the sentence before went on about.

    居民人均可支配收入12896元，其中城镇居民18623元: whose income it is goes on without the noun.
    """
    found = _without_parts(plain, [_scaled(plain, span, naming) for naming in namings(plain, *span)])
    if any(name.startswith(_INCOME) for name in carried):
        first = span.start
    else:
        first = next((naming.end for naming in found if any(name.startswith(_INCOME) for name in naming.names)), span.end)
    elided = [
        Naming(*who.span(), (f"{_INCOME}_{'urban' if who['urban'] else 'rural'}",))
        for who in _WHOSE_INCOME.finditer(plain, first, span.end)
        if "支出" not in plain[first : who.start()] and not any(naming.start < who.end() and who.start() < naming.end for naming in found)
    ]
    elided += [Naming(*bare.span(), (_ABOVE_SCALE,)) for bare in _BARE_VALUE.finditer(plain, *span) if _is_of_scale(plain, span, bare.start())]
    return sorted([*found, *elided]) if elided else found


def _without_parts(plain: str, found: list[Naming]) -> list[Naming]:
    """全社会固定资产投资426亿元，其中城镇固定资产投资401亿元: the second is a part of the first."""
    whole = next((i for i, naming in enumerate(found) if naming.names == (_INVESTMENT,)), len(found))
    return [
        naming._replace(names=("other:investment_part",))
        if i > whole and naming.names == (_INVESTMENT,) and plain.startswith(("城镇", "城乡"), naming.start)
        else naming
        for i, naming in enumerate(found)
    ]


def _is_of_scale(plain: str, span: Span, offset: int) -> bool:
    """Whether what stands before an offset speaks of industry above a size."""
    return _SCALED.search(plain, max(span.start, offset - _REACH), offset) is not None


def _scaled(plain: str, span: Span, naming: Naming) -> Naming:
    """规模以上工业完成产值30亿元，实现工业增加值9亿元: those of a size go on being spoken of."""
    if naming.names == ("industrial_output",) and plain[naming.start : naming.start + 2] == "工业" and _is_of_scale(plain, span, naming.start):
        return naming._replace(names=(_ABOVE_SCALE,))
    return naming


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
