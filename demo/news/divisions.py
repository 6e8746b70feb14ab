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
_LICENCES = dict(
    zip(
        (
            "河南省",
            "湖南省",
            "河北省",
            "山西省",
            "辽宁省",
            "吉林省",
            "安徽省",
            "福建省",
            "江西省",
            "山东省",
            "广东省",
            "四川省",
            "贵州省",
            "云南省",
            "陕西省",
            "甘肃省",
        ),
        "豫湘冀晋辽吉皖闽赣鲁粤川黔滇陕甘",
        strict=True,
    )
)
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
    def licence(self) -> str:
        """The province's one-character name, with which its ICP and police licences begin."""
        return _LICENCES.get(self.province, PROVINCE_CHARACTER)

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


def _county(adcode: str, province: str, prefecture: str, name: str, pinyin: str) -> Division:
    return Division(adcode, name, (province, prefecture, name), pinyin)


REAL = (
    _county("410308", "河南省", "洛阳市", "孟津区", "mengjin"),
    _county("430212", "湖南省", "株洲市", "渌口区", "lukou"),
    _county("130123", "河北省", "石家庄市", "正定县", "zhengding"),
    _county("140121", "山西省", "太原市", "清徐县", "qingxu"),
    _county("210123", "辽宁省", "沈阳市", "康平县", "kangping"),
    _county("220122", "吉林省", "长春市", "农安县", "nongan"),
    _county("340121", "安徽省", "合肥市", "长丰县", "changfeng"),
    _county("350121", "福建省", "福州市", "闽侯县", "minhou"),
    _county("360121", "江西省", "南昌市", "南昌县", "nanchangxian"),
    _county("370124", "山东省", "济南市", "平阴县", "pingyin"),
    _county("440229", "广东省", "韶关市", "翁源县", "wengyuan"),
    _county("510131", "四川省", "成都市", "蒲江县", "pujiang"),
    _county("520121", "贵州省", "贵阳市", "开阳县", "kaiyang"),
    _county("530127", "云南省", "昆明市", "嵩明县", "songming"),
    _county("610122", "陕西省", "西安市", "蓝田县", "lantian"),
    _county("620123", "甘肃省", "兰州市", "榆中县", "yuzhong"),
)
"""Counties that exist, for judging how a report's region is told; the people and events written about them do not."""
