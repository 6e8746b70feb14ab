"""The year that a report is written in: from its record, or forced by what its text says."""

import re
from typing import NamedTuple

from pipelines.facts.context import Context
from pipelines.facts.language.numerals import chinese_number
from pipelines.facts.language.text import Text

_LEAD, _OPENING = 1500, 200
_YEAR = r"((?:19|20)\d\d)年"
_PLANNED = re.compile(
    rf"(?:部署|安排|做好|谋划|明确|研究)(?:了)?(?:好)?{_YEAR}[^，。；]{{0,8}}?(?:工作|任务|目标)|{_YEAR}(?:政府|经济|全[市县区]|重点|各项|的|主要|发展|农业|农村|党建){{0,3}}工作(?:的)?(?:总体要求|安排|部署|重点|任务|目标|要做到)"
    rf"|(?<![到至]){_YEAR}(?:全[市县区旗州]|经济社会|经济|社会|发展|的|主要|年度|工作){{0,6}}(?:预期)?目标|{_YEAR}是[^。]{{0,60}}?之年|{_YEAR}，?[\u4e00-\u9fff]{{0,8}}?将(?:围绕|紧盯|聚焦|坚持|继续|全力|大力|以)"
)
_REVIEWED = re.compile(
    rf"{_YEAR}度[^，。；]{{0,24}}?(?:考评|考核|总结|表彰|述职|民主生活会|组织生活会|评议|讲评|评先)|总结(?:了)?{_YEAR}[^，。；]{{0,10}}?工作|{_YEAR}[^，。；]{{0,6}}?工作回顾"
)
_TITLED = re.compile(rf"{_YEAR}[^，。；]{{0,12}}?(?:工作报告|工作会议|经济运行|国民经济|统计公报|工作总结|工作要点)")
_NUMBERED = re.compile(rf"{_YEAR}(?:度)?第[一二三四五六七八九十\d]{{1,3}}(?:次|季度)")
"""2020年第一次书记专题会议: a headline counts within the year that runs."""
_NAMED = re.compile(
    rf"{_YEAR}(?:度)?(?:第[一二三四五六七八九十\d]{{1,3}}次|第?[一二三]季度|[春夏秋]季|“?三夏|防汛|汛期|高考|中考|教师节|国庆|中秋|端午"
    r"|[^，。；\d]{0,20}?(?:(?<![春环季细])节(?![目约能省气奏点日])|运动会|[比大联]赛|展销会|博览会|招聘会|演练))"
)
"""10月18日，2021年秋季开工仪式: what is held belongs to its own year."""
_MET = re.compile(rf"{_YEAR}(?!度)[^，。；\d]{{0,24}}?会议?(?![上议])")
"""In April a meeting that is called 2024年信访工作会议 is of the year that runs; about New Year it may be of the next or the last."""
_AIMED = re.compile(rf"(?:力争|确保|努力)(?:实现|完成|使|做到)?{_YEAR}(?!前|底前|以前)")
"""In April what is aimed at in 2024 is aimed at in the year that runs; from October on it may be the next."""
_RUNS = re.compile(rf"{_YEAR}，?(?:(?P<quarter>[一二三])季度|(?P<half>上半年)|(?P<quarters>前三季度)|1[-—至~](?P<months>1?\d)月)")
"""In July what was reached in the first half of 2019 was reached in the year that runs."""
_REACHED = re.compile(
    rf"{_YEAR}，?[^，。；目预力确]{{0,20}}?(?:生产总值|GDP|主要经济指标|预算收入|财政(?:总)?收入)(?:（[^（）]{{1,12}}）)?(?:预计)?"
    r"(?:完成|实现|达到?|突破|增幅|增速|\d)"
)
"""In its first months a year reports what the one before it reached."""
_RISEN = re.compile(rf"[到至]{_YEAR}的\d")
"""由2015年的44亿元增加到2019年的75亿元。今年上半年…: the year after."""
_CONCLUDED = re.compile(rf"(?:会议|全会|大会)(?:认为|指出)，{_YEAR}，")
"""全会认为，2023年，…: what a meeting at the turn of the year looks back on."""
_SEASON = re.compile(rf"{_YEAR}(?:新春|新年|春节|农历)")
_SIGNED = re.compile(rf"\n\s*{_YEAR}\d{{1,2}}月\d{{1,2}}日\s*$")
_STATED = re.compile(_YEAR)
_MARKED = re.compile(
    r"(?P<word>今|明)年，?是[^。；]{0,40}?(?:“?十(?P<plan>[一二三四五六])五”?[^。，；]{0,8}?(?:(?P<first>开局|起步)|(?P<last>收官|决胜)|第(?P<nth>[二三四])年)"
    r"|党的(?P<congress>十[五六七八九]|二十[一二]?)大(?:(?:胜利)?召开|(?P<spirit>精神的?开局))|(?P<since>建党|中国共产党成立|新中国成立|中华人民共和国成立|改革开放)(?P<anniversary>\d{2,3})周年)"
)
"""今年是“十四五”开局之年, 今年是党的二十大召开之年: years that all of China counts alike."""
_FOUNDED = {"建党": 1921, "中国共产党成立": 1921, "新中国成立": 1949, "中华人民共和国成立": 1949, "改革开放": 1978}
_FIRST_PLAN, _FIRST_CONGRESS = 1951, 1922
"""The first year of a plan is 1951 and five for each; the fifteenth congress met in 1997, and every fifth year since."""
_FIRST_MONTHS, _LATE = 3, 10
_AHEAD = 4
"""How many characters the longest words in front of a year have: 部署了好."""
_FIRST_SIGNS = "部安做谋明研总"
"""What those words begin with."""
_DATED = re.compile(rf"{_YEAR}\d{{1,2}}月\d{{1,2}}日")


class Year(NamedTuple):
    """A year, and the words that force it."""

    year: int
    reason: str


def forced(text: Text, context: Context, month: int | None = None) -> Year | None:
    """The year that the text forces for an event in ``month`` (any month where None); None where nothing does.

    Work of a year is planned in it or in the last two months before; a year is reviewed and its merits are awarded in the following one, or in its
    own December.
    """
    lead = text.plain[:_LEAD]
    for source in (context.title, lead):
        if found := _at_year(_PLANNED, source):
            year = int(next(g for g in found.groups() if g))
            return Year(year - 1 if month in (11, 12) and "之年" not in found[0] else year, found[0])
    for source in (context.title, context.kicker, lead):
        if found := _at_year(_REVIEWED, source):
            year = int(next(g for g in found.groups() if g))
            return Year(year if month == 12 else year + 1, found[0])
    if "年是" in text.plain and (marked := _marked(text.plain)):
        return marked
    named = _TITLED.search(context.title) or _NUMBERED.search(context.title) or _NAMED.search(context.title) or _NAMED.search(lead[:_OPENING])
    if month and _FIRST_MONTHS <= month < _LATE:
        named = named or _MET.search(context.title) or _MET.search(lead[:_OPENING])
    named = named or (_AIMED.search(text.plain) if month and month < _LATE else None) or _SEASON.search(lead)
    if named:
        return Year(int(named[1]), named[0])
    if month in (1, 2, 12) and (concluded := _CONCLUDED.search(lead)):
        return Year(int(concluded[1]) + (month < _FIRST_MONTHS), concluded[0])
    return _by_results(lead, month) if month else None


def _marked(plain: str) -> Year | None:
    """By what this year or the next is said to be."""
    found = _MARKED.search(plain)
    if found is None:
        return None
    if found["plan"]:
        year = _FIRST_PLAN + 5 * int(chinese_number("十" + found["plan"]) or 0)
        year += 4 if found["last"] else "一二三四".index(found["nth"]) if found["nth"] else 0
    elif found["congress"]:
        year = _FIRST_CONGRESS + 5 * int(chinese_number(found["congress"]) or 0) + (found["spirit"] is not None)
    else:
        year = _FOUNDED[found["since"]] + int(found["anniversary"])
    return Year(year - (found["word"] == "明"), found[0])


def _by_results(lead: str, month: int) -> Year | None:
    """By the latest results told, where no later year is spoken of but, at its beginning, the one that runs."""
    latest = max((int(year[1]) for year in _STATED.finditer(lead) if not lead.endswith(("到", "至"), 0, year.start())), default=0)
    for found in _RUNS.finditer(lead):
        last = 6 if found["half"] else 9 if found["quarters"] else int(found["months"]) if found["months"] else 3 * "一二三".index(found["quarter"]) + 3
        if int(found[1]) == latest and last <= month <= last + 3:
            return Year(latest, found[0])
    if month <= _FIRST_MONTHS and "今年" in lead and (risen := max((int(year[1]) for year in _RISEN.finditer(lead)), default=0)) > latest:
        return Year(risen + 1, f"到{risen}年")
    reached = max(_REACHED.finditer(lead), key=lambda found: found[1], default=None) if month <= _FIRST_MONTHS else None
    return Year(int(reached[1]) + 1, reached[0]) if reached and int(reached[1]) in (latest, latest - 1) else None


def _at_year(pattern: re.Pattern[str], source: str) -> re.Match[str] | None:
    """The first match of a pattern that begins with a year or with the few words in front of one: years are few, and tried nowhere else."""
    for year in _STATED.finditer(source):
        for start in range(max(0, year.start() - _AHEAD), year.start() + 1):
            if (start == year.start() or source[start] in _FIRST_SIGNS) and (found := pattern.match(source, start)):
                return found
    return None


def this_year(text: Text, context: Context) -> int | None:
    """What 今年 means: the year of the reported event, else of publication, else what the text forces; None where it cannot be told."""
    for event in context.found.event_dates:
        if event.start_date[:4].isdigit():
            return int(event.start_date[:4])
    titled = _TITLED.search(context.title)
    if context.publish_year is not None:
        return context.publish_year
    if titled:
        return int(titled[1])
    if found := forced(text, context):
        return found.year
    if "今年" in text.plain and (found := _by_results(text.plain[:_LEAD], 1)):
        return found.year
    dated = _DATED.search(text.plain[:200]) or _SIGNED.search(text.plain[-40:])
    return int(dated[1]) if dated else None
