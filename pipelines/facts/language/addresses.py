"""Divisions whose government writes its name in pinyin as the host of its site: www.liulin.gov.cn is 柳林县's."""

from collections import defaultdict
from functools import cache, lru_cache
from itertools import islice, product

from db import divisions
from db.divisions import Division
from pipelines.canonical import host_of

_GOVERNMENT = ".gov.cn"
_SINCE = "2000"
"""Names that ended before governments had sites are on no host."""
_READINGS = 16
"""Of one name, at most: 长 and 重 have two each."""


@lru_cache(maxsize=4096)
def spelt_in(url: str) -> tuple[Division, ...]:
    """Today's divisions that the host may name, in full pinyin with or without their kind; none for other hosts.

    Of the country's 2,842 county portals 1,514 have such a host; with the kind of division known (县, 区, 市) it names one alone for 1,351 of them, and the
    right one for each. What stands to the right, where it is a name too, is the division above (county.city.gov.cn).
    Several are returned where names are spelt alike.
    """
    host = host_of(url)
    if not host.endswith(_GOVERNMENT):
        return ()
    named = [found for label in host.removesuffix(_GOVERNMENT).split(".") if (found := _spelt().get(label))]
    if not named:
        return ()
    within = frozenset(code for code in named[0] if any(_lies_in(code, above) for above in named[-1])) if len(named) > 1 else None
    rows = (divisions.division(code) for code in sorted(within or named[0]))
    return tuple(row for row in rows if row)


def _lies_in(code: str, above: str) -> bool:
    return code != above and code.startswith(above[:2] if above.endswith("0000") else above[:4])


@cache
def _spelt() -> dict[str, frozenset[str]]:
    """Today's codes by every way to spell a name that they have or had."""
    codes = defaultdict(set)
    for row in divisions.all_current(former=True):
        if (today := divisions.today(row)) and (row.is_current or row.valid_to >= _SINCE):
            for spelling in {each for name in (row.name, row.short_name) for each in _spellings(name)}:
                codes[spelling].add(today)
    return {spelling: frozenset(found) for spelling, found in codes.items()}


def _spellings(name: str) -> set[str]:
    from pypinyin import Style, pinyin  # noqa: PLC0415  a dictionary that takes a quarter of a second to load, and few pages ask for it

    readings = [dict.fromkeys(each) for each in pinyin(name, style=Style.NORMAL, heteronym=True)]
    return {"".join(each) for each in islice(product(*readings), _READINGS)}
