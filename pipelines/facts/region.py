"""Region: the most specific division that the report is about, by the names in it, its own words for itself, and the history of divisions."""

import re
from collections import defaultdict
from functools import lru_cache

from db import divisions
from db.divisions import Division
from pipelines.canonical import host_of
from pipelines.facts.context import Context
from pipelines.facts.language.addresses import spelt_in
from pipelines.facts.language.places import Place, places
from pipelines.facts.language.text import Text
from pipelines.factual import Region

KIND = "region"
NEEDS = ("people",)
_LEAD = 260
_KINDS = "县区市旗州盟省"
_SELF = re.compile(rf"([全我本{_KINDS}])(?:(?<=[全我本])([{_KINDS}])(?![域社体])|(?<=[{_KINDS}])(?:委|政府|人民政府|人大|政协|长(?![期远江])|直|领导|行署))")
"""我县, 全县, 县委, 县长: what a report calls its own division."""
_MEASURED_BY = re.compile(r"(?:高于|低于|快于|慢于|高出|超过|好于|居|列|排名?|占|第一?|名|位于|跻身|入围)[\u4e00-\u9fff]{0,2}$")
"""高于全州平均, 居全市第2位: a county's report speaks of the prefecture that it is compared with."""
_VISITS = re.compile(r"[^，。；]{0,12}?(?:招商|考察|学习|推介|拜访|对接)")
_PARENT_SHARE = 0.4
_LEAST = 2.0
_IN_PASSING = 1.0
"""The score of a name without its kind that stands once, below the lead: a guest's home, a school."""
_LONGEST_NAME = 4
"""Of a reporter; longer credits are organs, which name their place."""
_NOT_REPORTED_ON = ("71", "81", "82")
"""Taiwan, Hong Kong, Macao: partners and places of events in reports of the mainland's governments, which have no sites there."""
OWN, NAMED = "the site's own division", "named in the text"
_TITLE = 4.0
"""Weight of a name in the headline; 3 in the lead, 1 elsewhere."""


def find(text: Text, context: Context) -> Region | None:
    """The division, or None where the text names none and speaks of none of its own."""
    plain = text.plain
    named = [(place, _weight(place.start)) for place in _without_names(places(text), plain, context) if not _is_visited(plain, place)]
    named += [(place, _TITLE) for line in _headlines(context) for place in _without_names(_of_line(line), line, context)]
    named += [(place, 1.0) for line in (context.source, context.site_name) for place in _of_line(line)]
    selves = _selves(plain)
    for kind, count in _selves(context.title).items():
        selves[kind] += 2 * count
    scores = _scores(named, context)
    (site, saw), weak = _site(context, selves), _weak(named)
    own = _own_site(site, selves, scores, weak) if site else None
    if own:
        return _region(own, OWN, saw)
    scores = _without_mere_provinces(scores, named, selves)
    best = _above(_best(scores, selves) or _common_prefecture(scores), selves)
    if best in weak and site and not _is_within(best, site):
        return _region(_today(site) or site.code, OWN, saw)
    return _region(best, NAMED) if best else None


def _without_mere_provinces(scores: dict[str, float], named: list[tuple[Place, float]], selves: dict[str, int]) -> dict[str, float]:
    """Without provinces named without their kind (浙江“千万工程”经验), in a text that speaks of its own county or city."""
    if not any(selves[kind] for kind in "县区市旗州盟"):
        return scores
    full = {row.code for place, _ in named if place.full for row in place.rows}
    return {code: score for code, score in scores.items() if not code.endswith("0000") or code in full}


def _is_visited(plain: str, place: Place) -> bool:
    """赴深圳市开展招商考察: where those of whom the report tells have gone."""
    return plain.startswith(("赴", "往"), max(0, place.start - 1)) and _VISITS.match(plain, place.end) is not None


def _is_within(code: str, site: Division) -> bool:
    """Whether a division is the site's own or one of its counties, of which a prefecture's site reports too."""
    return code.startswith((_today(site) or site.code).rstrip("0"))


def _headlines(context: Context) -> list[str]:
    return [line for line in (context.title, context.kicker, context.subtitle) if line]


def _selves(plain: str) -> dict[str, int]:
    """How often a text speaks of its own county, district or city."""
    counted = dict.fromkeys(_KINDS, 0)
    for said in _SELF.finditer(plain):
        if said[1] != "全" or not _MEASURED_BY.search(plain, max(0, said.start() - 6), said.start()):
            counted[said[2] or said[1]] += 1
    return counted


@lru_cache(maxsize=1024)  # headlines come once or twice, the names of sites and sources with every report
def _of_line(line: str) -> list[Place]:
    return places(Text(line, line)) if line else []


def _without_names(found: list[Place], plain: str, context: Context) -> list[Place]:
    """The places that are no part of a person's name: 胡文成 is no 文成县."""
    names = [*(person.name for person in context.found.people), *(name for name in context.credited if len(name) <= _LONGEST_NAME)]
    signs, longest = set("".join(names)), max(map(len, names), default=0)
    return [place for place in found if signs.isdisjoint(plain[place.start : place.end]) or not _meets(place, names, longest, plain)]


def _meets(place: Place, names: list[str], longest: int, plain: str) -> bool:
    """Whether one of the names stands where it and the place share a character."""
    around = plain[max(0, place.start - longest + 1) : place.end + longest - 1]
    near = [name for name in names if name in around]
    return any(plain.find(name, max(0, place.start - len(name) + 1), place.end + len(name) - 1) >= 0 for name in near)


def _weight(start: int) -> float:
    return 3.0 if start < _LEAD else 1.0


def _scores(named: list[tuple[Place, float]], context: Context) -> dict[str, float]:
    """Weight of each division (today's code) by how often and where it is named; a name that several share goes to the one whose parents are named."""
    certain = {place.rows[0].code for place, _ in named if len(place.rows) == 1}
    prefixes = _prefixes(certain, context)
    scores: dict[str, float] = defaultdict(float)
    full: set[str] = set()
    for place, weight in named:
        row = _resolved(place, prefixes)
        code = row and _today(row)
        if code and not code.startswith(_NOT_REPORTED_ON):
            scores[code] += weight * (1.5 if place.full else 1.0)
            if place.full:
                full.add(code)
    return {code: score for code, score in scores.items() if code in full or _supported(code, score, prefixes)}


def _prefixes(certain: set[str], context: Context) -> tuple[set[str], set[str]]:
    """Provinces (two digits) and prefectures (four) that the text, or else the site, vouches for."""
    provinces = {code[:2] for code in certain}
    prefectures = {code[:4] for code in certain if not code.endswith("0000")}
    if context.site_adcode:
        provinces.add(context.site_adcode[:2])
        prefectures.add(context.site_adcode[:4])
    return provinces, prefectures


def _resolved(place: Place, prefixes: tuple[set[str], set[str]]) -> Division | None:
    if len(place.rows) == 1:
        return place.rows[0]
    rows = [row for row in place.rows if row.is_current] or list(place.rows)
    if len({_today(row) for row in rows}) == 1:
        return rows[0]
    for width, known in ((4, prefixes[1]), (2, prefixes[0])):
        fitting = [row for row in rows if row.code[:width] in known]
        if len(fitting) == 1:
            return fitting[0]
        if fitting and width == 4:
            return min(fitting, key=lambda row: not row.code.endswith("00"))
    upper = [row for row in rows if row.level in ("prefecture", "province")]
    return upper[-1] if upper else None


def _today(row: Division) -> str | None:
    return _heir(row.code, row.valid_to) if row.valid_to else row.code


@lru_cache(maxsize=4096)
def _heir(code: str, when: str) -> str | None:
    return divisions.successor(code, when or None)


def _supported(code: str, score: float, prefixes: tuple[set[str], set[str]]) -> bool:
    """A short name alone counts where it comes often, stands in the lead, or its own prefecture or province is named beside it."""
    return score >= 3 or (code[:4] in prefixes[1] and not code.endswith("00")) or code[:2] in prefixes[0]


def _site(context: Context, selves: dict[str, int]) -> tuple[Division | None, str]:
    """The division whose site carries the page, and by what: its code, the one name in the site's own (孟津区人民政府) that is no other's, or its host.

    A host counts where the text speaks of a division of that kind as its own: 全县 on www.liulin.gov.cn.
    """
    if context.site_adcode:
        return divisions.division(context.site_adcode), context.site_adcode
    named = [place for place in _of_line(context.site_name) if place.full]
    if named and len(named[-1].rows) == 1:
        return named[-1].rows[0], context.site_name
    spelt = [row for row in spelt_in(context.url) if selves.get(_kind(row))] if any(selves.values()) else []
    return (spelt[0], host_of(context.url)) if len(spelt) == 1 else (None, "")


def _weak(named: list[tuple[Place, float]]) -> frozenset[str]:
    """Divisions that are named once, without their kind, and not in the headline: a word that happens to be a name, or a guest's home."""
    times: dict[str, float] = defaultdict(float)
    for place, weight in named:
        for row in place.rows:
            times[_today(row) or row.code] += 1 if not place.full and weight < _TITLE else _TITLE
    return frozenset(code for code, count in times.items() if count == 1)


def _own_site(row: Division, selves: dict[str, int], scores: dict[str, float], weak: frozenset[str]) -> str | None:
    """The site's own division, where the text speaks of 我县, 全县 and names no other division of that kind more than in passing."""
    code = _today(row) or row.code
    others = [1.0 if other in weak else score for other, score in scores.items() if other != code and not code.startswith(other.rstrip("0") or "-")]
    said = selves.get(_kind(row), 0)
    if (said >= 1 or scores.get(code, 0) >= _LEAST) and scores.get(code, 0) + min(said, 6) >= max(others, default=0):
        return code
    return None


def _kind(row: Division) -> str:
    return row.name[-1]


def _best(scores: dict[str, float], selves: dict[str, int]) -> str | None:
    """The strongest, helped by the text's word for itself; a county before its prefecture where it is the one that is spoken of."""
    total = sum(selves.values()) or 1
    weighed = {code: score * (1 + 1.5 * selves.get(_kind_of(code), 0) / total) for code, score in scores.items() if score > _IN_PASSING}
    ranked = sorted(weighed, key=lambda code: (-weighed[code], code))
    if not ranked or weighed[ranked[0]] < _LEAST:
        return None
    best = ranked[0]
    while True:
        below = [code for code in ranked if code != best and code.startswith(best.rstrip("0")) and _level(code) > _level(best)]
        below = [code for code in below if weighed[code] >= _PARENT_SHARE * weighed[best]]
        if not below or (len(below) > 1 and weighed[below[1]] > 0.6 * weighed[below[0]] and _level(below[1]) == _level(below[0])):
            return best
        best = below[0]


def _common_prefecture(scores: dict[str, float]) -> str | None:
    """One of the counties of the one prefecture of which several are named, each too weak by itself."""
    counties = [code for code in scores if _level(code) == 2]
    same = len({code[:4] for code in counties}) == 1
    return counties[0] if same and len(counties) >= 2 and sum(scores.values()) >= _LEAST else None


def _above(code: str | None, selves: dict[str, int]) -> str | None:
    """The prefecture of a county in a text that speaks of 全市 and 我市 and never of 全县: its county is a place within the story."""
    if code is None or _level(code) < 2 or _kind_of(code) not in "县区旗":
        return code
    above = divisions.prefecture(code)
    if above and selves[_kind_of(code)] == 0 and selves.get(_kind(above), 0) >= 2:
        return above.code
    return code


def _level(code: str) -> int:
    return 0 if code.endswith("0000") else 1 if code.endswith("00") else 2


@lru_cache(maxsize=4096)
def _kind_of(code: str) -> str:
    row = divisions.division(code)
    return _kind(row) if row else ""


@lru_cache(maxsize=4096)
def _region(code: str, basis: str, saw: str = "") -> Region:
    row = divisions.division(code)
    return Region(adcode=code, name=row.name if row else "", path=divisions.path(code), basis=basis, saw=saw)
