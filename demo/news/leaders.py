"""Who holds which post of a county in which year, and the ways in which papers write the post."""

from functools import lru_cache

from demo import chance
from demo.news import names
from demo.news.divisions import Division

_TERM = 3
"""Years after which a post changes hands; each post starts its terms in a year of its own."""

OFFICES: dict[str, tuple[str, ...]] = {
    "secretary": ("{u}委书记", "{n}委书记", "{u}委书记"),
    "head": ("{u}委副书记、{u}长", "{u}委副书记、{u}政府{u}长", "{u}委副书记、{u}政府党组书记、{u}长", "{n}委副书记、{u}长"),
    "deputy_secretary": ("{u}委副书记", "{u}委专职副书记", "{u}委副书记、政法委书记"),
    "executive": ("{u}委常委、常务副{u}长", "{u}委常委、{u}政府党组副书记、常务副{u}长"),
    "organisation": ("{u}委常委、组织部部长", "{u}委常委、组织部长", "{u}委常委、{u}委组织部部长"),
    "publicity": ("{u}委常委、宣传部部长", "{u}委常委、宣传部长", "{u}委常委、宣传部部长、副{u}长"),
    "united_front": ("{u}委常委、统战部部长", "{u}委常委、统战部长"),
    "discipline": ("{u}委常委、纪委书记、监委主任", "{u}委常委、{u}纪委书记、{u}监委主任"),
    "law": ("{u}委常委、政法委书记", "{u}委常委、{u}委政法委书记"),
    "military": ("{u}委常委、人武部政委", "{u}委常委、{u}人武部部长"),
    "congress": ("{u}人大常委会主任", "{u}人大常委会党组书记、主任"),
    "congress_deputy": ("{u}人大常委会副主任",),
    "cppcc": ("{u}政协主席", "{u}政协党组书记、主席"),
    "cppcc_deputy": ("{u}政协副主席",),
    "vice_1": ("副{u}长", "{u}政府副{u}长", "{u}政府党组成员、副{u}长"),
    "vice_2": ("副{u}长", "副{u}长、{u}公安局局长", "副{u}长、公安局局长"),
    "vice_3": ("副{u}长", "{u}政府副{u}长"),
    "vice_4": ("副{u}长", "{u}政府党组成员、副{u}长"),
    "office": ("{u}政府办公室主任", "{u}政府党组成员、办公室主任"),
    "reform": ("{u}发展和改革委员会主任", "{u}发改委主任", "{u}发改委党组书记、主任"),
    "farming": ("{u}农业农村局局长", "{u}农业农村局党组书记、局长"),
    "housing": ("{u}住房和城乡建设局局长", "{u}住建局局长"),
    "education": ("{u}教育局局长", "{u}教育体育局局长", "{u}委教育工委书记、{u}教育局局长"),
    "health": ("{u}卫生健康委员会主任", "{u}卫健委主任"),
    "emergency": ("{u}应急管理局局长", "{u}应急管理局党委书记、局长"),
    "environment": ("{u}生态环境分局局长", "市生态环境局{n}分局局长"),
    "culture": ("{u}文化广电和旅游局局长", "{u}文旅局局长"),
    "finance": ("{u}财政局局长", "{u}财政局党组书记、局长"),
    "statistics": ("{u}统计局局长", "{u}统计局党组成员、副局长"),
    "town_1": ("{t1}党委书记", "{t1}党委副书记、镇长", "{t1}镇长"),
    "town_2": ("{t2}党委书记", "{t2}镇长", "{t2}人大主席"),
    "street": ("{s}街道党工委书记", "{s}街道办事处主任"),
}
_ACTING = ("{u}委副书记、代{u}长", "{u}委副书记、{u}政府代{u}长", "{u}委副书记、{u}长候选人")
BUREAUS = ("reform", "farming", "housing", "education", "health", "emergency", "environment", "culture", "finance", "statistics")
_TOWNS = [
    "石桥",
    "柳林",
    "双河",
    "白塔",
    "龙泉",
    "大营",
    "东关",
    "西岗",
    "南坪",
    "北渡",
    "青山",
    "黄土",
    "红旗",
    "水磨",
    "沙窝",
    "牛角",
    "杨树",
    "枫香",
    "茶店",
    "马坊",
    "古城",
    "新集",
    "三岔",
    "五里",
    "七星",
    "八角",
    "凤凰",
    "太平",
    "永乐",
    "长坡",
]
_STREETS = ["城关", "东城", "西城", "滨河", "迎宾", "文昌", "振兴", "和平"]


@lru_cache(maxsize=1024)
def towns(division: Division) -> tuple[str, ...]:
    """Twelve towns of the county, each ending in 镇 or 乡."""
    rng = chance.stream("towns", division.adcode)
    return tuple(name + ("乡" if rng.random() < 0.2 else "镇") for name in rng.sample(_TOWNS, 12))


@lru_cache(maxsize=1024)
def streets(division: Division) -> tuple[str, ...]:
    """Three subdistricts of the county seat, without 街道."""
    return tuple(chance.stream("streets", division.adcode).sample(_STREETS, 3))


@lru_cache(maxsize=2048)
def _cast(seed: int, division: Division) -> tuple[str, ...]:
    """Names enough for eight terms of every office."""
    return names.people(chance.stream(seed, "cast", division.adcode), len(OFFICES) * 8)


@lru_cache(maxsize=16384)
def holder(seed: int, division: Division, office: str, year: int) -> str:
    """The name of who holds an office in a year."""
    place = list(OFFICES).index(office)
    shift = chance.between(0, _TERM - 1, seed, "shift", division.adcode, office)
    return _cast(seed, division)[place * 8 + (year + shift) // _TERM % 8]


def is_new(seed: int, division: Division, office: str, year: int) -> bool:
    """True in the first year of a holder, in which a head of government is still an acting one."""
    return holder(seed, division, office, year) != holder(seed, division, office, year - 1)


def wording(division: Division, office: str, choice: int, *, acting: bool = False) -> str:
    """The post as a paper writes it, its parts joined by 、."""
    forms = _ACTING if acting and office == "head" else OFFICES[office]
    town = [t for t in towns(division) if t.endswith("镇")]
    return forms[choice % len(forms)].format(u=division.unit, n=division.name, t1=town[0], t2=town[1], s=streets(division)[0])
