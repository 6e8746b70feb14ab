"""The grammar of posts: the nouns that end one (书记, 区长, 主任 …), and how far to its left the organ and the place reach."""

import re
from functools import lru_cache
from typing import NamedTuple

from pipelines.facts.language.surnames import FOREIGN, INITIALS
from pipelines.facts.language.text import Span
from pipelines.facts.people.strangers import may_begin

OFFICE = (
    r"书记(?!处|们)|主任科员|主任(?!会议)|主席(?!团|台)|主委|总经理|经理|总裁|秘书长|秘书|检察长|指挥长|总指挥|指挥(?!部|中心|权)|司令员|司令|政委|政治委员|巡视员|调研员|检查员|专员(?!办)|督学"
    r"|长(?<=[会院部局厅司处科股所站队组校园馆台社行厂场镇乡县区市州盟旗省村段庭关署室团连营师军事书察谋挥判计]长)(?![期久远效足度短大势青征三])"
    + "".join(rf"|{chief}{care}长(?![制江城廊治沙春安办令])" for chief in ("总", "") for care in "河湖林田链")
    + r"|总督察|召集人|总工程师|总会计师|总经济师|总农艺师|总规划师|总畜牧师|总兽医师|总编辑|总编|主编|总监"
    r"|常委(?!会|班子|扩大)|委员(?!会|们)|成员(?<=[组委会子团队]成员)|县级干部|处级干部|负责人|负责同志|一把手|当家人|带头人|法定代表人"
    r"|代表(?<=大代表|党代表|工代表|协代表|女代表)(?!团|们|大会|联络)|专家|教授|研究员|院士|工程师|农艺师|讲师|导师|律师|博士|员(?<=辅导员|教导员|指导员|组织员)|官(?<=法官|察官|行官)"
    r"|董事(?!长|会|们|局|席)|创始人|合伙人|科学家(?<=首席科学家)|支书(?<=村支书|党支书)|医师(?<=任医师)|顾问(?!团|们|委)|苏木达"
)
"""The nouns that end a post; what stands before them (常务副, 第一, the organ, the place) belongs to it as far as the clause reaches.

Each begins with a sign of its own, by which it is searched for: one alternative that does not (总?河长) makes the search seven times as slow.
"""
_SCAN = re.compile(rf"(?:{OFFICE})(?:提名人选|候选人|人选|助理)?")
_OPENS_NAME = INITIALS | FOREIGN
_JOINS = frozenset("、，兼·及和/")
_GOES_ON = re.compile(rf"(?:（[^（）]{{1,8}}）)?(?:同志)?(?:有(?=：))?[：\s、，兼·及和/]{{0,5}}[{''.join(sorted(_OPENS_NAME))}]|[\u4e00-\u9fff]{{1,6}}·")
_STEP = 26
_SEEN_BEFORE = 2
"""How many letters to their left ``_CUT`` looks at."""
_JOINT = re.compile(r"\s?[、兼·及和/]?\s?|，")
_LOOSE = re.compile(r"负责人|负责同志|代表|成员|干部|专家|教授|一把手$")
_QUOTED_ORGAN = re.compile(r"(?:“[\u4e00-\u9fff\d、]{1,10}”|\"[\u4e00-\u9fff\d、]{1,10}\")$")
"""“两新”工委书记."""
_COMPANY = re.compile(r"(?<=[\u4e00-\u9fff])（[\u4e00-\u9fff]{2,6}）$")
_OF_COMPANIES = ("有限", "股份", "集团", "公司", "控股", "科技", "投资", "实业")
"""天成科技（广州）有限公司: a bracket within a company's name."""
_LEVELS = "省市县区州旗盟镇乡"
_LONGEST_ORGAN = 10
_ENDS_ORGAN = frozenset("委府局办部厅区县市州旗镇乡")
_LEFT_EDGE = re.compile(r"(?s:.*)[^\u4e00-\u9fffA-Za-z]")
"""Up to the last sign that is no letter."""
_CUT = re.compile(
    "|".join(f"{event}上" for event in ("会议", "大会", "仪式", "活动", "现场", "座谈会", "推进会", "会"))
    + "|"
    + "|".join(f"{time}后" for time in "会随其最今此之然先向")
    + r"|会前|会间|期间|其间|其中|同时|届时|当[天日晚]|今[天日]|昨[天日]|近日|日前|连日来|上午|下午|晚上|早上|首先|刚才"
    r"|新任|时任|由|在(?:家(?!乡))?|以及|还有|分别是|依次是|兼任?|及(?<=[\u4e00-\u9fff]及)(?!其)|与|受(?!贿)|陪同|会见|接见|率领|率队|率|带领|带队|听取|按照|据|邀请|请(?<!申请)"
    r"|等(?<![高中初同平]等)(?!级)|来自|询问|叮嘱|嘱咐|告诉|看望|慰问|走访|拜访|约谈|采访|握住|拉着|责成|要求|感谢|祝贺|选派|推选|递补|增补|选举|任命|当选|宣布|免去|任为|聘请|担任|现任|包括|主持|出席|参加|召开|举行|召集|深入|走进|前往|赴|抵达|的|了|是(?!山)|让|被|把|给(?!水)|跟随|协同|连同|会同|随同"
    r"|代表(?<!人大代表)(?<!党代表)(?<!职工代表)(?<!全权代表)(?<!法定代表)(?!处|团|队|大会|联络|工作)|同(?<![大会共协]同)(?!心|江|仁|德|安|济|志|盟|城|里|方|升)"
    r"|经(?!济|开|信|普|贸|发|管|营|侦|典|办|理|纪)|对(?!外|口|台|接)|随(?!州|县|后)|向(?!阳|荣|上)|将(?!乐|军)|从(?!化|江)|到(?!任)"
    r"|和(?:(?<=[长记任席员表人部局委府院会办理师]和)|(?!(?<=农牧和|农业和|水利和|水库和|文化和|工业和|商务和|教育和|民政和|交通和|科技和|经济和|体育和|林业和|人力和|健康和|信息和)[\u4e00-\u9fff]{2,8}局)(?![镇乡村]|街道|社区|办事处))(?!改革委|社会保障|城乡建设|规划|旅游|信息化|计划生育|宗教|体育|新闻|平|田|县(?![委长政人纪监副])|政|静|硕|布|龙|顺|谐|林|润|泰|记)"
    r"|任(?<![主责信前时现原]任)(?!城|丘|县|泽|命|职|期|店)|为(?!民|人|科|先)"
)
"""What cannot belong to an organ or a place. Each alternative begins with a sign of its own, by which it is searched for."""
_BEFORE_ORG = re.compile(
    r"(?:[日号晚我本]|一行|等|时(?!任)|中(?![\u4e00-\u9fff]{0,2}[村屯湾乡镇寨]|共|国|央|医|心|学|铁|石|建|交|关|级|小|山|卫|宁|方|牟|原|站|江|阳|电|信|联|行|粮|烟|科|铝|核|冶|储)|该[院县市区局镇乡村校行]|贵(?:县(?=县)|市(?=市)|区(?=区)|州(?=州)|单位)|非(?:中共)?党员|上(?![\u4e00-\u9fff]{0,2}[村屯湾乡镇寨]|合|海|杭|饶|虞|街|林|栗|蔡|高|犹|城|思|党|甘|级|市)|下(?![\u4e00-\u9fff]{0,2}[村屯湾乡镇寨]|陆|城|花园|属|关)|后(?!勤|[\u4e00-\u9fff]{0,2}[村屯湾乡镇寨])|刚刚|特邀|有请|会见|各|有关|以(?!色列))+"
)


class Stack(NamedTuple):
    """One or more posts that stand before one name: their offsets, the first included."""

    start: int
    end: int
    posts: tuple[Span, ...]


def stacks(plain: str) -> list[Stack]:
    """All runs of posts behind which a name may stand, in order."""
    found: list[Stack] = []
    for office in _SCAN.finditer(plain):
        end = office.end()
        following = plain[end : end + 1]
        if following not in _OPENS_NAME and following not in _JOINS and not _GOES_ON.match(plain, end) and not may_begin(plain, end):
            continue
        span = Span(_post_start(plain, office.start()), end)
        while found and found[-1].end > span.start:  # an office within the organ of the next (主任 in 主任会议秘书长)
            kept = found.pop().posts[:-1]
            found += [Stack(kept[0].start, kept[-1].end, kept)] if kept else []
        last = found[-1] if found else None
        if last and _joins(plain, last, span.start):
            found[-1] = Stack(last.start, span.end, (*last.posts, span))
        else:
            found.append(Stack(span.start, span.end, (span,)))
    return found


def _joins(plain: str, last: Stack, start: int) -> bool:
    """Whether the next post stands directly behind the last, as one more of the same holder."""
    if start - last.end > 3 or not _JOINT.fullmatch(plain, last.end, start):
        return False
    return plain[last.end] != "，" or not _LOOSE.search(plain, *last.posts[-1])


def _post_start(plain: str, office: int) -> int:
    """Where the post begins: leftward over its organ and place, to the last word that cannot belong to them."""
    floor = max(0, office - _STEP)
    if edge := _LEFT_EDGE.match(plain, floor, office):
        start = edge.end() + _organ_start(plain[edge.end() : office])
        if start > edge.end():
            return start
        if bracket := _COMPANY.search(plain, floor, start) if plain.startswith(_OF_COMPANIES, start) else None:
            return _post_start(plain, bracket.start())
        quoted = _QUOTED_ORGAN.search(plain, floor, start)
        return _quoted_start(plain, quoted.start()) if quoted and plain[start] not in _LEVELS else start
    seen = min(floor, _SEEN_BEFORE)
    return floor - seen + _organ_start(plain[floor - seen : office], seen)


def _quoted_start(plain: str, quotation: int) -> int:
    """Where a post begins that holds a quotation: with the organ before it (县委“三农”工作领导小组组长), else with the quotation."""
    if plain[quotation - 1 : quotation] not in _ENDS_ORGAN:
        return quotation
    floor = max(0, quotation - _LONGEST_ORGAN)
    edge = _LEFT_EDGE.match(plain, floor, quotation)
    start = edge.end() if edge else floor
    return start + _organ_start(plain[start:quotation])


@lru_cache(maxsize=4096)  # 县委, 县人民政府 stand before the offices of report after report
def _organ_start(before: str, floor: int = 0) -> int:
    """The same within the letters before an office, from ``floor`` on."""
    for cut in _CUT.finditer(before, floor):
        floor = cut.end()
    lead = _BEFORE_ORG.match(before, floor)
    return lead.end() if lead else floor


_MANY = re.compile(r"副|执行主席$|常委$|委员$|成员$|调研员$|巡视员$|代表$|负责人$|干部$|督学$|专家$|教授$|助理$|员$")


def spreads(post: str) -> bool:
    """Whether several people can hold the post at once, so that it holds for a list of names (副区长A、B、C)."""
    return bool(_MANY.search(post))
