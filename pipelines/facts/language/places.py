"""Divisions named in a text: full names, and names without their kind where they are no ordinary words."""

from collections import defaultdict
from functools import cache
from importlib.util import find_spec
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from db import divisions
from db.division_names import said
from db.divisions import Division
from pipelines.facts.language.kept import Kept
from pipelines.facts.language.listed import listed
from pipelines.facts.language.segment import frequencies
from pipelines.facts.language.text import Text

KINDS = frozenset("省市县区旗州盟")
_LOWER = frozenset("镇乡村街路桥庄屯寨社巷沟岗矿站道组山湖河江峡岭岛")
"""What makes another, lower place of a name: 东河镇 is not 东河区."""
_SIGHTS = ("公园", "广场", "大道", "大街", "大桥", "水库", "小区", "子村", "家村")
"""The same in two characters: 梅江公园, 沙河子村."""
_PAPERS = ("日报", "晚报", "新闻网", "融媒", "电视台")
"""What makes even an everyday word (仙桃) a place: its newspaper or station."""
_AT_LEFT = frozenset("省市区州在到于赴往与和及至的由从向对来是年月")
_OTHER_WORDS = frozenset(
    ["市场", "市民", "市值", "市价", "市面", "市集", "区域", "区位", "区块", "区间", "区分", "区别", "县域", "盟友", "旗帜", "旗下", "州际", "省份", "省略"]
) | {kind + "级" for kind in KINDS}
_RARE = 9.0
"""Inverse document frequency from which a word of two characters is no everyday one."""
_RARE_SIGN = 8.4
"""The same of one character: 莘, 杞 and 渠 begin names, 兴, 富 and 强 watchwords (科教兴县)."""
_AIMS = frozenset("富强惠利之")
_ALSO_WORDS = listed("place_words")
"""Names without their kind that are everyday words or stand in street names: they count in full only."""


class Place(NamedTuple):
    """One place where a division is named."""

    start: int
    end: int
    rows: tuple[Division, ...]
    full: bool
    """With its kind: 孟津区."""


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    """Names without kind, and the full ones that such a name does not begin, by their first two characters; the longest first."""
    names = defaultdict(set)
    for row in divisions.all_current():
        for name in (row.name, row.short_name, said(row.name) or row.name):
            if len(name) >= 2 and row.level != "zone":
                names[name[:2]].add(name)
        if row.level == "zone":
            names[row.name[:2]].add(row.name)
    return {key: tuple(sorted(values, key=len, reverse=True)) for key, values in names.items()}


@cache
def _beginnings() -> frozenset[str]:
    pairs = {"中共", *_stems()}
    return frozenset(pairs | {pair[0] for pair in pairs})


_MAY_OPEN = Kept(lambda word: word[:2] in _beginnings())
"""Whether a word may open a name: it begins with the first two characters of one, or is the first alone. Few words do."""


@cache
def _ordinary() -> frozenset[str]:
    """Names without kind that jieba's dictionary knows as other words than places."""
    found = find_spec("jieba")
    stems = {name for names in _stems().values() for name in names}
    words = set(_ALSO_WORDS)
    if found and found.origin:
        with Path(found.origin).with_name("dict.txt").open(encoding="utf-8") as lines:
            for line in lines:
                word, count, tag = line.split(" ")
                if word in stems and not tag.startswith(("ns", "nr", "nz", "nt")) and int(count) > 20:
                    words.add(word)
    return frozenset(words)


@cache
def _rows(name: str) -> tuple[Division, ...]:
    return tuple(divisions.find(name))


@cache
def _autonomous(name: str, kind: str) -> tuple[Division, ...]:
    """新平县, 恩施州: autonomous divisions, whose whole names (新平彝族傣族自治县) reports seldom use."""
    return tuple(row for row in _rows(name) if row.name.endswith(f"自治{kind}"))


@cache
def _full_rows(name: str) -> tuple[Division, ...]:
    """The divisions of just this name, where it has more than two characters."""
    return tuple(row for row in _rows(name) if name in (row.name, said(row.name))) if len(name) > 2 else ()


def places(text: Text) -> list[Place]:
    """The divisions named in a text, in order, the longest name at each place; a name begins where a word does (复杂多样 holds no 杂多)."""
    stems, plain = _stems(), text.plain
    found: list[Place] = []
    passed = 0
    for opening in compress(text.word_starts, map(_MAY_OPEN.__getitem__, text.words)):
        start, pair = opening, plain[opening : opening + 2]
        if pair == "中共":  # 中共福建省委 is a word
            start, pair = opening + 2, plain[opening + 2 : opening + 4]
        if pair in stems and start >= passed and (place := _place(text, start, stems[pair])):
            passed = place.end
            found += [place] if place.rows else []
    return found


def _place(text: Text, start: int, names: tuple[str, ...]) -> Place | None:
    plain = text.plain
    for name in names:
        if plain.startswith(name, start):
            end = start + len(name)
            if name[-1] in KINDS and not _is_kind(plain, end - 1):
                continue
            after = plain[end : end + 1]
            if after in KINDS and _is_kind(plain, end) and (rows := _rows(name + after) or _autonomous(name, after)) and _is_meant(text, start, name):
                return Place(start, end + 1, rows, full=True)
            if len(name) == 2 and name[-1] in KINDS and (after in _AIMS or not _may_be_short(text, start, end)):
                return None  # 振兴县域, 兴县富民 hold no 兴县
            if rows := _full_rows(name):
                if _is_meant(text, start, name[:-1] if name[-1] in KINDS else name):
                    return Place(start, end, rows, full=True)
            elif (rows := _rows(name)) and (short := _short(text, start, end, rows)):
                return short
    return None


def _may_be_short(text: Text, start: int, end: int) -> bool:
    """Whether a name of two characters with its kind (莘县) is meant: where a word must begin, or where it is a word that nothing else begins like."""
    if _is_edge(text.plain, start) or text.plain.endswith(("中共", "现任", "原任", "历任"), 0, start):
        return True
    return frequencies().get(text.plain[start], 0) >= _RARE_SIGN and text.is_word(start, end)


def _short(text: Text, start: int, end: int, rows: tuple[Division, ...]) -> Place | None:
    """A name without its kind; a lower place (东河镇) is a place of no division."""
    plain = text.plain
    if plain[end : end + 1] in _LOWER or plain.startswith(_SIGHTS, end):
        return Place(start, end + 1, (), full=False)
    opens = start == 0 and plain[end : end + 1] == "："  # 民乐：… before a headline is a place
    known = opens or plain.startswith(_PAPERS, end) or (plain[start:end] not in _ordinary() and text.is_cut_at(end))
    return Place(start, end, rows, full=False) if known else None


def _is_meant(text: Text, start: int, stem: str) -> bool:
    """Whether a name with its kind begins where one may: an everyday word only there, any other unless it takes half of the word before.

    土地资源县里统筹 holds no 资源县, and 复杂多县并存 no 杂多县.
    """
    if _is_edge(text.plain, start):
        return True
    return stem not in _ordinary() and frequencies().get(text.plain[start - 1 : start + 1], _RARE) >= _RARE


def _is_edge(plain: str, start: int) -> bool:
    """Whether a word may begin there for certain: behind a sign or a particle, or where the text begins."""
    left = plain[start - 1 : start]
    return left in _AT_LEFT or not "\u4e00" <= left <= "\u9fff"


def _is_kind(plain: str, offset: int) -> bool:
    """Whether 市, 区, 县 at an offset is the kind of the place before it, and not the beginning of 市场, 区域, 县域, 州际, 省份."""
    return plain[offset : offset + 2] not in _OTHER_WORDS
