"""Divisions named in a text: full names, and names without their kind where they are no ordinary words."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from db import divisions
from db.divisions import Division

KINDS = "省市县区旗州盟"
_LOWER = frozenset("镇乡村街路桥庄屯寨社巷沟岗矿站道组")
"""What makes another, lower place of a name: 东河镇 is not 东河区."""
_ALSO_WORDS = frozenset(
    "城区 郊区 矿区 共和 城中 城关 江北 江南 河东 河西 河口 海港 港口 中山 和平 新华 建华 东方 朝阳 长安 平安 安宁 通道 高明 宝山 金山 青山 南山 西山 北海 南海 东海 中原 中站 新城 永定 永安 兴安 兴国 向阳 友谊 红旗 文山 大同 "
    "新兴 新建 大通 大安 高台 大方 大城 大理 长治 太平 太阳 清水 清新 白云 石门 金水 天山 天河 天水 天元 龙江 龙门 龙井 凤凰 麒麟 平江 平原 平山 平和 华龙 华安 普安 普定 双塔 双江 双桥 双流 双清 海南 海东 海西 海北 "
    "东安 东坡 东兴 集美 思明 定安 定西 安定 安居 富民 富裕 富源 丰润 丰满 乐安 乐业 康乐 永新 永和 永福 永丰 永康 永兴 德安 寿光 灵山 会同 通河 靖安 安康 安化 安顺 保康 泰安 泰和 万全 万年 万盛 万安 进贤 建平 城厢 站前 桥东 桥西 路桥 "
    "裕安 洪山 洞口 云龙 三元 三水 五华 九龙 九台 十堰 明山 明水 明光 宁远 静安 静海 兴隆 兴业 兴文 兴和 兴平 仁和 崇义 孝义 中方 中江 中宁 平川 平定 "
    "合作 前锋 东风 光明 同心 互助 建设 开平 临时 大化 古城 武安".split()
)
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
        for name in (row.name, row.short_name):
            if len(name) >= 2 and row.level != "zone":
                names[name[:2]].add(name)
        if row.level == "zone":
            names[row.name[:2]].add(row.name)
    return {key: tuple(sorted(values, key=len, reverse=True)) for key, values in names.items()}


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


def places(plain: str) -> list[Place]:
    """The divisions named in a folded text, in order, the longest name at each place."""
    stems = _stems()
    starts = sorted({start for pair in {plain[i : i + 2] for i in range(len(plain) - 1)} & stems.keys() for start in _occurrences(plain, pair)})
    found: list[Place] = []
    for start in starts:
        if not found or start >= found[-1].end:
            place = _place(plain, start, stems[plain[start : start + 2]])
            found += [place] if place else []
    return found


def _occurrences(plain: str, pair: str) -> Iterator[int]:
    start = plain.find(pair)
    while start >= 0:
        yield start
        start = plain.find(pair, start + 1)


def _place(plain: str, start: int, names: tuple[str, ...]) -> Place | None:
    for name in names:
        if plain.startswith(name, start):
            end = start + len(name)
            longer = name + plain[end : end + 1]
            if plain[end : end + 1] in KINDS and _is_kind(plain, end) and (rows := _rows(longer)):
                return Place(start, end + 1, rows, full=True)
            rows = _rows(name)
            full = any(row.name == name for row in rows) and len(name) > 2
            if rows and (full or (name not in _ordinary() and plain[end : end + 1] not in _LOWER)):
                return Place(start, end, tuple(row for row in rows if not full or row.name == name), full=full)
    return None


def _is_kind(plain: str, offset: int) -> bool:
    """Whether 市, 区, 县 at an offset is the kind of the place before it, and not the beginning of 市场, 区域, 县域, 州际, 省份."""
    return plain[offset : offset + 2] not in {"市场", "区域", "区位", "县域", "省级", "市民", "市值", "市价", "区块", "区间"}
