"""Invented provinces, prefectures and counties under codes 99xxxx, which GB/T 2260 does not give to anyone."""

from dataclasses import dataclass
from functools import lru_cache

_FIRST = dict(
    zip(
        "澜砚禾绮芷璞霁棠筠翊琅珞皓瑾涟蓁澄岫黛煦",
        ["lan", "yan", "he", "qi", "zhi", "pu", "ji", "tang", "yun", "yi", "lang", "luo", "hao", "jin", "lian", "zhen", "cheng", "xiu", "dai", "xu"],
        strict=True,
    ),
)
_SECOND = dict(
    zip(
        "溪川岭浦原泽峪湾埠屏渡塘岗淀沟洲",
        ["xi", "chuan", "ling", "pu", "yuan", "ze", "yu", "wan", "bu", "ping", "du", "tang", "gang", "dian", "gou", "zhou"],
        strict=True,
    ),
)
_KINDS = "县县县区县市县县区县"
_PREFECTURES = [
    "苍屏",
    "云埠",
    "霞浒",
    "望澜",
    "沉璧",
    "曲棠",
    "远峪",
    "临砚",
    "南珞",
    "北筠",
    "西翊",
    "东蓁",
    "上淀",
    "长煦",
    "安黛",
    "永岫",
    "平漪",
    "和瑾",
    "宁璞",
    "泰芷",
    "广禾",
    "新绮",
    "明霁",
    "兴皓",
    "丰澄",
    "华琅",
    "嘉渡",
    "景坪",
    "宜塬",
    "顺洲",
]
PROVINCE = "岚江省"
PROVINCE_CHARACTER = "岚"
PROVINCE_CODE = "990000"
COUNTIES_A_PREFECTURE = 10


@dataclass(frozen=True, slots=True)
class Division:
    """A county-level unit; ``path`` runs from province down to its own name."""

    adcode: str
    name: str
    path: tuple[str, ...]
    pinyin: str

    @property
    def unit(self) -> str:
        """县, 区, 市 or 旗: what its party committee and people are named by."""
        return self.name[-1]

    @property
    def short(self) -> str:
        """The name without its last character."""
        return self.name[:-1]

    @property
    def prefecture(self) -> str:
        """The unit above."""
        return self.path[-2]

    @property
    def province(self) -> str:
        """The uppermost unit."""
        return self.path[0]


@lru_cache(maxsize=4096)
def invented(index: int) -> Division:
    """The index-th invented county; 300 differ in code, name and pinyin.

    >>> invented(0).adcode, invented(0).path[0]
    ('990101', '岚江省')
    """
    prefecture, rank = divmod(index, COUNTIES_A_PREFECTURE)
    pair = index * 7 % (len(_FIRST) * len(_SECOND))  # 7 shares no divisor with 320, so neighbours differ and none repeats
    first, second = divmod(pair, len(_SECOND))
    a, b = list(_FIRST)[first], list(_SECOND)[second]
    name = a + b + _KINDS[index % len(_KINDS)]
    kind = {"县": "x", "区": "q", "市": "s"}[name[-1]]
    return Division(
        f"99{prefecture % 99 + 1:02d}{rank + 1:02d}",
        name,
        (PROVINCE, prefecture_name(prefecture), name),
        f"{_FIRST[a]}{_SECOND[b]}{kind}{index if index >= len(_PREFECTURES) * 10 else ''}",
    )


def prefecture_name(index: int) -> str:
    """The index-th invented prefecture-level city."""
    return f"{_PREFECTURES[index % len(_PREFECTURES)]}市"
