"""What part someone takes: by the verbs that follow the name, shared by all who are named before them."""

import re
from collections.abc import Sequence

from pipelines.facts.language.text import Text
from pipelines.facts.people.mentions import Mention

_DOING = "总结|表彰|部署|动员|安排|汇报|讲评|点评|推介|介绍|报告|通报|座谈|发言|调度|推进|暨|会议|专题|集中|工作"
_CITING = ("按照", "根据", "贯彻", "落实", "学习(?!会)", "传达学习", "审议", "征求", "收集", "对照", "符合", "提出的", "落细")
_NOT_HIS = re.compile(
    r"听取[^，。；]{0,80}(?:汇报|介绍|情况|意见|建议|发言|报告)|"
    + "|".join(rf"{verb}[^，。；]{{0,40}}?(?:要求|讲话|精神|报告|部署|安排|建议|意见|总结)" for verb in _CITING)
    + "|意见建议|讲话精神|"
    + "|".join(rf"{doing}(?:{_DOING}){{0,5}}(?:大会|会议|会|活动|仪式)" for doing in _DOING.split("|"))
    + r"|工作汇报(?<![作做]工作汇报)(?<![作做]了工作汇报)|情况汇报|工作报告的决议|提出的|要求(?=的)|有关要求|具体要求|总体要求|工作要求"
)
"""Words of others and names of events. Here and below each alternative begins with a sign of its own, by which it is searched for."""
_WORDS = (
    r"讲话|讲了话|致(?:辞|词|欢迎|贺|开幕|闭幕|答谢)|补充[道说]|感叹|透露|直言|指出|强调|要求|表示|说(?<![传据听小学]说)(?![明法])|认为|提出|希望|号召|勉励|叮嘱|嘱咐|寄语|呼吁|坦言|授课|上党课"
    r"|讲(?:党课|了?[^，。；]{0,6}?意见(?!建议)|了?(?:[几两三四五]点)?(?:具体)?要求)|提(?:了?[^，。；]{0,6}?意见(?!建议)|了?(?:[几两三四五]点)?(?:具体)?要求)"
)
_GIVEN = "报告|讲话|部署|安排|总结|说明|发言|点评|推介|辅导|授课|培训|讲座|动员|解读|讲评|指示|分析|反馈|补充|陈述|述职"
_SPEAKS_BESIDES_HOSTING = re.compile(_WORDS + "".join(rf"|{gives}了?[^，。；]{{0,40}}?(?:{_GIVEN})" for gives in "作做"))
_SPEAKS = re.compile(
    _WORDS
    + r"|发言|建议|通报(?!表扬)|传达|部署|安排(?<![统筹按照]安排)(?:了|部署)?[^，。；]{0,20}(?:工作|任务)"
    + "|总结|点评|讲评|反馈|表态|主讲|讲授|解读|领学|动员|回顾|汇报|介绍|推介|回答|倡议|告诉|讲道|谈到|所作的"
    + "".join(rf"|{gives}了?[^，。；]{{0,40}}?(?:{_GIVEN}|汇报|介绍|表态|通报)" for gives in "作做")
)
_HOSTS = re.compile(r"主持(?![^，。；]{0,6}(?:全面|日常|行政)?工作(?:[，。；]|$))")
_OBJECT = re.compile(
    r"(?:对(?<![面针]对)|听取|听了|会见|接见|拜会|看望|慰问|陪同|采访|跟随|随同|向|代表|受|按照|根据|任命|免去|选举|推选|当选(?!的)|聘请|约谈|访问|走访|询问|责成|叮嘱|嘱咐|感谢|祝贺|告诉)(?:了)?[^，。；、]{0,4}$"
)
_TALKS = re.compile(r"(?!分别|先后)[^，。；]{0,16}?(?:座谈|会谈|交流|洽谈|会面|见面|磋商|对接)(?!会|发言)")
"""与会长甲座谈，介绍产业: whose words these are stands before."""
_PARALLEL = re.compile(r"(?:围绕|就|对|从|结合)[^，。；、]{1,30}[、，]")
"""甲围绕防火、乙围绕春耕分别作了部署."""
_HEARD = re.compile(r"听取(?:和审议|审议)?了?$")
_REPORTS = re.compile(r"(?:受[^，。；]{2,20}委托，?)?(?:代表[^，。；]{2,30})?(?:关于|就|所?作的?)[^。；]{1,80}?(?:报告|汇报|通报|说明)")
"""听取了副县长甲关于…的通报: he gave it."""
_ANSWERS = re.compile(r"：(?=[^\n]{12})")
"""李涛：我们坚持…, in an interview or a talk set down word for word."""
_TOGETHER = re.compile(r"(?:等(?:同志|领导|[^，。；、]{0,12}领导(?:干部|同志)?)?)?\s*(?:（[^（）]{0,8}）)?[、，和与及]{0,2}(?:以及)?\s*")
_HE = re.compile(
    r"[。！？；\n”]\s?(?:[他她])(?:还|同时|特别|进一步|最后|代表[^，。；]{1,16}|对[^，。；]{1,40}|在[^，。；]{1,30})?(?:指出|强调|要求|表示|说|认为|希望|提出|建议|号召)"
)
_PRESIDES = re.compile(r"主持(?:人|领导)?[：:]\s?$")
_LECTURES = re.compile(r"(?:主讲|领学)(?:人)?[：:]\s?$")


def roles(text: Text, found: Sequence[Mention], names: Sequence[str]) -> dict[str, str]:
    """The role of each name; ``names`` runs beside ``found``. Who hosts and speaks is a speaker."""
    plain = text.plain
    said: dict[str, set[str]] = {name: set() for name in names}
    resumed = ("他" in plain or "她" in plain) and _HE.search(plain) is not None
    i = 0
    while i < len(found):
        end = text.sentence_at(found[i].name.start).end
        last = _group_end(plain, found, i, end)
        predicate = _predicate(plain, found, last, end)
        if last + 1 < len(found) and _PARALLEL.fullmatch(predicate):
            predicate = _predicate(plain, found, _group_end(plain, found, last + 1, end), end)
        acts = _acts(predicate, plain[max(0, found[i].start - 12) : found[i].start])
        for name in names[i : _hosts_end(plain, found, i, last) + 1 if _TALKS.match(predicate) else last + 1]:
            said[name] |= acts
        if i == last and not found[i].posts and _ANSWERS.match(plain, found[i].name.end) and (found[i].start == 0 or plain[found[i].start - 1] == "\n"):
            said[names[i]].add("speaker")
        if resumed and _HE.search(plain, found[last].name.end, _next_start(found, last, len(plain), plain)):
            said[names[last]].add("speaker")
        i = last + 1
    return {name: "speaker" if "speaker" in acts else "host" if "host" in acts else "attendee" for name, acts in said.items()}


def _group_end(plain: str, found: Sequence[Mention], i: int, end: int) -> int:
    """Index of the last of those who are named one after the other with one predicate."""
    while i + 1 < len(found) and found[i + 1].start < end and _TOGETHER.fullmatch(plain, found[i].name.end, found[i + 1].start):
        i += 1
    return i


def _hosts_end(plain: str, found: Sequence[Mention], i: int, last: int) -> int:
    """Index of the last before 与: 县长甲与会长乙、丙座谈，介绍产业."""
    return next((j for j in range(i, last) if plain.startswith(("与", "同", "跟"), found[j].name.end)), last)


def _predicate(plain: str, found: Sequence[Mention], last: int, end: int) -> str:
    """What is said of the group: to the next subject, or the end of the sentence; people who are objects of the verb do not end it."""
    start, stop = found[last].name.end, end
    parts = []
    for i in range(last + 1, len(found)):
        other = found[i]
        if other.start >= end:
            break
        if not _OBJECT.search(plain, max(start, other.start - 12), other.start):
            stop = other.start
            break
        parts.append(plain[start : other.start])
        start = other.name.end
    return "".join([*parts, plain[start:stop]])


def _acts(predicate: str, before: str) -> set[str]:
    acts: set[str] = set()
    if _OBJECT.search(before) and not before.endswith(("由", "代表")):  # 企业代表甲、乙发言: a noun
        return {"speaker"} if _HEARD.search(before) and _REPORTS.match(predicate) else acts
    labelled = "：" in before
    hosts = bool(("主持" in predicate and _HOSTS.search(predicate)) or (labelled and _PRESIDES.search(before)))
    if (labelled and _LECTURES.search(before)) or (_SPEAKS_BESIDES_HOSTING if hosts else _SPEAKS).search(_NOT_HIS.sub("", predicate)):
        acts.add("speaker")
    if hosts:
        acts.add("host")
    return acts


def _next_start(found: Sequence[Mention], last: int, length: int, plain: str) -> int:
    """Where the next person is named, or the paragraph after the next begins."""
    start = found[last].name.end
    after = found[last + 1].start if last + 1 < len(found) else length
    line = plain.find("\n", start)
    return min(after, line if line >= 0 else length, start + 600)
