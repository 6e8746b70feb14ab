"""Meetings: those that are reported, named as the text names them, with kind, session, place and host."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipelines.facts.context import Context
from pipelines.facts.language.alternatives import alternatives
from pipelines.facts.language.meeting_names import core, same, within
from pipelines.facts.language.numerals import number
from pipelines.facts.language.text import Span, Text
from pipelines.factual import Meeting

KIND = "meetings"
NEEDS = ("people",)
_KIND_NAMES = (
    "全体（扩大）会议|全体扩大会议|全委（扩大）会议|全委会议|全体会议|全会|常委（扩大）会议|常委会（扩大）会议|常委会会议|常委会议|常委会|常务会议|党组（扩大）会议|党组会议|主席会议|主任会议|办公会议|办公会|理论学习中心组[^，。；、召举]{0,20}学习(?:（扩大）)?会?(?:议)?|集[体中]学习(?:（扩大）)?(?:会议?)?|专题学习会|经济工作会议|农村工作会议|代表大会[^，。；、]{0,6}?会议|代表大会|党代会|人代会|人大[^，。；、]{1,4}次会议|政协[^，。；、]{2,10}次会议"
    "|座谈会|推进会议?|推介会|部署会议?|动员会议?|动员大会|动员部署会议?|汇报会议?|调度会议?|现场会议?|现场推进会|现场办公会|协调会议?|表彰大会|表彰会|讲评大会|讲评会议?|点评会议?|观摩会议?|例会|培训会议?|报告会|听证会|碰头会|研判会议?|视频会议|电视电话会议|新闻发布会|发布会|恳谈会|述职评议会|评议会|述职会|交流会|分析会议?|通报会|约谈会|联席会议|领导小组会议?|专题会议?|领导干部会议|干部大会|工作会议|誓师大会|攻坚会议?|启动会议?|启动仪式|开班式|开班仪式|结业仪式|捐赠仪式|奠基仪式|竣工仪式|通车仪式|授牌仪式|授旗仪式|开工仪式|签约仪式|揭牌仪式|开幕式|颁奖仪式|对接会|论证会|评审会|民主生活会|组织生活会|茶话会|团拜会|学习会|务虚会|拉练会|擂台赛|比武会|扩大会议|会商会议?|促进会|见面会|研讨会|协商会|议政会|安委会[^，。；、]{0,12}会议|大会|会议"
)
_KINDS = alternatives(_KIND_NAMES.split("|"))
_HEAD = re.compile(
    rf"(?:{_KINDS})(?!(?:副|党组)?(?:主任|主席|书记|成员)|组成人员|委员|室|纪要|精神|决定|议程|通知|材料|厅|中心|场|堂|要求|指出|强调|认为|号召|主席|代表|期间|讲话|部署|确定|作出|决议|闭幕式|开幕式|会场|方案|制度)"
)
_VERB = re.compile(
    r"(?:主持召开|组织召开|集中收听收看|收听收看|先后召开|同时召开|紧急召开|迅速召开|及时召开|专门召开|视频召开|隆重召开|顺利召开|召集召开|召开|举行|举办|召集|主持|列席|出席|参加)(?:了|并参加|并主持召开|的)?"
)
_HELD = re.compile(
    r"^[”》]?(?:（[^（）]{1,12}）)?(?:在?(?:圆满|顺利)?完成(?:了)?[^，。；]{0,10}议程(?:之?后)?)?(?:，?(?:今[天日]|昨[天日]|近日|日前|\d{1,2}月\d{1,2}日(?:至\d{1,2}日)?))?(?:，?(?:上午|下午|晚))?(?:，?(?:在|于)[^，。；]{2,30}?)?(?:隆重|顺利|胜利|正式|如期|圆满)?(?:召开|举行|开幕|闭幕|举办|落下帷幕|拉开帷幕)"
)
_HELD_ANOTHER = re.compile(rf"(?:隆重|顺利|及时)?(?:召开|举行|举办)[^，。；\n]{{0,60}}?(?:{_KINDS})")
_INTRODUCED = re.compile(r"[\s的]*(?:[这此本]次)?(?:\d{1,2}月\d{1,2}日)?(?:[上下]午|晚)?[，\s]*")
_LONGEST = 90
_BEFORE_NP = re.compile(r"(?s:.*)[^\u4e00-\u9fffA-Za-z0-9“”‘’（）《》、·\-+&—]")
"""Up to the last sign that no name holds."""
_STOP = re.compile(
    r"(?:主持召开|组织召开|收听收看|召开|举行|举办|召集|主持|出席|参加|列席|了|由|在|为|是|对(?!接|口|标|外)|将|以|及|并|[^市县区州]委员?会?听取|听取|传达|学习|审议|贯彻|落实|按照|根据|围绕|今天|今日|昨日|昨天|上午|下午|晚上|日前|近日|期间|以来|此次|本次|这次|我们|我代表|随后|会前|会后|刚才|(?:主|承|协|举)办的|宣布|伴随着|采取|采用|通过(?!的)|歌声中|之后|同志)(?![一二三四五六七八九十\d]届)"
)
_THEMED = re.compile(r"(?P<name>(?:全[省市县区州旗]|[\u4e00-\u9fff]{1,5}[省市县区州旗])?(?:深入)?学习(?:宣传)?贯彻)")
"""全县学习贯彻…主题教育动员大会召开: verbs that belong to the name where nobody is there to do what they say."""
_OPENED = re.compile(r"(?:这次|此次|本次)$")
_TO_COME = re.compile(r"《[^》]{0,12}$|(?:关于|同意|筹备)召开")
"""《关于召开…会议的决定》: a meeting that is only decided on."""
_ORGAN_MEETS = re.compile(r"(?<![\u4e00-\u9fff])(?P<organ>[\u4e00-\u9fff]{1,12}常委会|[\u4e00-\u9fff]{2,12}党组)(?:召开|举行)了?(?:（扩大）)?会议")
"""县委常委会召开会议: the meeting goes by its organ."""
_MEETS = re.compile("会(?<=常委会)(?:召开|举行)|组(?<=党组)(?:召开|举行)")
_ORDINAL = r"[一二三四五六七八九十百\d]{1,4}"
_SESSION = re.compile(rf"第?({_ORDINAL})届[^第，。]{{0,14}}?(?:第)?({_ORDINAL})次|第({_ORDINAL})次")
_GENERIC = re.compile(
    r"^(?:(?:随后|会后|当[天日]|之后)?(?:召开|举行)的|(?:今天|今日|昨天|当天|上午|下午)的?|[省市县区州]里的|[此本这]次|该|上述|各类|各种|有关|相关|重要|一次(?:十分|非常|很)?(?:重要|专门|专题)?的?|多次|两次|专门|主持|相关)?(?:会议|大会|全会|专题会|例会|工作会议|圆桌会议|(?:调研|工作|集中)?座谈会|推进会|调度会|动员会|专题会议|开幕式|开幕大?会|闭幕大?会|启动仪式|签约仪式|视频会议|现场会|办公会|协调会|交流会|汇报会|学习会|培训会|干部大会|研判会|新闻发布会|发布会)$"
)
_SPLIT = re.compile(
    r"暨(?:(?<=仪式暨)|(?<=会暨)|(?<=会议暨)|(?<=会议）暨))|、(?:(?<=会议、)|(?<=仪式、)|(?<=论坛、)|(?<=展览、)|(?<=讲座、)|(?<=[进谈习介报动训讨接流场署度布例公]会、))"
)
_AMONG_EVENTS = re.compile(r"[^，。；\n]{0,24}等[^，。；\n]{0,10}(?:活动|板块|环节)")
"""举行主题展览、高峰论坛、圆桌会议等20多个活动: kinds of gatherings, and no meeting's name."""
_LEAD_PARAGRAPHS = 6
_PASSED = re.compile(r"^\s*（(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?P<np>[^（）\n]{4,60}?(?:会议|大会|全会))(?:审议|讨论|表决)?(?:通过|批准)）", re.MULTILINE)
"""（2020年12月28日某县第十二届委员会第十一次全体会议通过）, beneath the headline of a decision."""
_CONVENER = re.compile(r"(?P<organ>[\u4e00-\u9fff\d]{2,20}(?:常委会|常务委员会|委员会|党组|政协|中心组))(?:举行|召开|开展)了?$")
_SPOKEN_AT = re.compile(
    r"在(?P<np>[^，。；“”《》\n]{4,50}?(?:会议|大会|全会|会))上，?(?=[^。\n]{0,40}?(?:作[^，。]{0,20}(?:报告|讲话|发言)|的发言|强调|指出|要求|表示|说))"
)
_ABOVE = re.compile(r"总书记|习近平|中央|全国|省委|省政府|全省|党的|国务院")
_BARE_ORDINAL = re.compile(r"(?:(?:19|20)\d\d年度?)?第[一二三四五六七八九十百\d]{1,4}次(?:全体)?(?:集[体中]学习|专题学习)?(?:（扩大）)?(?:会议?)?")
_STUDY = re.compile(r"(?:专题|集[体中]|理论)?(?:（扩大）)?(?:专题|集[体中]|理论)?学习(?:（扩大）)?(?:会议?)?(?:（扩大）会议?)?")
_STUDIES = re.compile(r"中心组(?:举行|召开|开展)了?$")
"""区委理论学习中心组举行（扩大）学习会: the study goes by who studies."""
_SITS = re.compile(rf"{_BARE_ORDINAL.pattern}|预备会议?|开幕会|闭幕会")
_SITTING = re.compile(r"(?P<np>[\u4e00-\u9fff\d（）]{1,50}(?:代表大会|委员会|政协|人大)[\u4e00-\u9fff\d（）]{0,12}次会议)(?:在[^，。；]{2,20}?)?(?:举行|召开)$")
"""某县第十九届人民代表大会第一次会议举行第三次全体会议: a sitting of the meeting, which goes by the whole."""
_IN_TITLE_AT = re.compile(r"在(?P<np>[^，。；]{3,60}?)(?:上(?!海|饶|杭|虞|街)|中)(?:强调|指出|要求|作|讲|说|表示|的)")
_AT = re.compile(r"[\s—\-（]*(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日)?\s*在(?P<np>[^\n，。；]{3,60})上[）\s]*")

_PLACE = re.compile(
    r"(?:[”》]|（[^（）]{1,12}）)?(?:(?:在|于)\d{1,2}月\d{1,2}日(?:[至—-](?:\d{1,2}月)?\d{1,2}日)?)?(?:[上下]午|晚)?"
    r"(?:在|于)(?!\d{1,2}月)(?P<place>[^，。；]{2,24}?)(?:隆重|顺利|正式)?(?:召开|举行|举办|开幕)"
)


def find(text: Text, context: Context) -> tuple[Meeting, ...]:
    """The meetings that the lead, the opening of a speech or the byline of a report convenes; each once, the two halves of 甲会议暨乙会议 apart."""
    spans = _spans(text)
    meetings: list[Meeting] = []
    for span in spans:
        for part in _parts(text.plain, span):
            if not any(same(text.hans[part.start : part.end], known.name) for known in meetings):
                meetings.append(_meeting(text, part, context))
    if not meetings:
        meetings = [replace(meeting, quote="", start=0) for line in (context.subtitle, context.title) if line for meeting in _of_line(line, context)]
    return tuple(_without_shorter(meetings))


def _of_line(words: str, context: Context) -> list[Meeting]:
    """The meeting at which a report or speech was given, by its subtitle or headline; the body has no words to quote."""
    line = Text.of(words)
    given = [_trimmed(line.plain, Span(*at.span("np"))) for at in _IN_TITLE_AT.finditer(line.plain) if _HEAD.search(line.plain, *at.span("np"))]
    spans = [span for span in given if span and not _GENERIC.match(line.plain[slice(*span)])] if words == context.title else _spans(line)
    return [_meeting(line, part, context) for span in spans for part in _parts(line.plain, span)]


def _spans(text: Text) -> list[Span]:
    """Where a reported meeting is named, in order."""
    plain = text.plain
    paragraphs = text.paragraphs[:_LEAD_PARAGRAPHS] or ()
    limit = min(paragraphs[-1].end, 800) if paragraphs else 0
    found, opening = [], plain[:600]
    for at in _given_at(opening):
        span = _trimmed(plain, Span(at.start("np"), at.end("np")))
        if span and _HEAD.search(plain, *span):
            found.append(span)
    if "过）" in opening or "准）" in opening:
        found += [Span(*passed.span("np")) for passed in _PASSED.finditer(opening)]
    for head in _HEAD.finditer(plain, 0, limit):
        span = _noun_phrase(plain, head)
        if span and _is_reported(plain, span):
            found.append(_whole(plain, _trimmed(plain, span) or span))
    named = [span for span in found if _is_name(plain, span)] or _spoken_at(plain, limit)
    organ = None if named or not _MEETS.search(plain, 0, limit) else _ORGAN_MEETS.search(plain, 0, limit)
    return [Span(*organ.span("organ"))] if organ else named


def _is_name(plain: str, span: Span) -> bool:
    if _STUDY.fullmatch(plain, *span) and _STUDIES.search(plain, max(0, span.start - 24), span.start):
        return True
    return not _GENERIC.match(plain[span.start : span.end]) and not _is_bare_kind(plain, span)


def _whole(plain: str, span: Span) -> Span:
    """The meeting of which a numbered sitting is reported."""
    sitting = _SITTING.search(plain, max(0, span.start - 80), span.start) if _SITS.fullmatch(plain, *span) else None
    return Span(*sitting.span("np")) if sitting else span


def _spoken_at(plain: str, limit: int) -> list[Span]:
    """The meeting at which someone spoke, where none is said to be held; a speech of those above is only referred to."""
    for at in _SPOKEN_AT.finditer(plain, 0, limit):
        span = Span(*at.span("np"))
        referred = _ABOVE.search(plain, max(0, at.start() - 24), span.start + 6)
        heads = [head for head in _HEAD.finditer(plain, *span) if head.end() == span.end]
        if heads and not referred and _is_name(plain, span):
            return [span]
    return []


def _given_at(opening: str) -> Iterator[re.Match[str]]:
    """The lines that begin with where a speech was given (在…会议上)."""
    end = start = 0
    for line in opening.split("\n"):
        goes_on = not line or line[-1] in "—-（日" or line[-1].isspace()  # dashes or a date, and 在 on the line below
        if start >= end and ("在" in line or goes_on) and (at := _AT.match(opening, start)):
            yield at
            end = at.end()
        start += len(line) + 1


def _is_bare_kind(plain: str, span: Span) -> bool:
    """座谈会, 推进会 alone name nothing; 常务会议, 全体会议 are the organ's own."""
    return bool(_HEAD.fullmatch(plain, *span)) and not re.match(
        r"全体|全委|常委|常务|党组|主席|主任|代表大会|党代会|人代会|领导干部|经济工作|农村工作|理论学习", plain[span.start : span.end]
    )


def _noun_phrase(plain: str, head: re.Match[str]) -> Span | None:
    """The name that ends in a head: leftward to the verb that convenes it or to the beginning of its clause."""
    before = _BEFORE_NP.match(plain, max(0, head.start() - _LONGEST), head.end())
    first = max(before.end() if before else 0, head.end() - _LONGEST, 0)
    if first == head.end():
        return None
    convened = [verb.end() for verb in _VERB.finditer(plain, first, head.start())]
    first = convened[-1] if convened else first
    if not convened and _HELD.match(plain[head.end() : head.end() + 40]) and (theme := _THEMED.match(plain, first)):
        return Span(theme.start("name"), head.end())
    if not convened or _HEAD.search(plain, first, head.start()):  # 学习, 部署 belong to a name that a verb of convening opens (党史学习教育民主生活会)
        for stop in _STOP.finditer(plain, first, head.start()):
            first = stop.end()
    while first < head.end() and plain[first] in "、”’》）—-":
        first += 1
    return Span(first, head.end())


def _is_reported(plain: str, span: Span) -> bool:
    """Whether the meeting is convened, attended or presided over here."""
    before = plain[max(0, span.start - 24) : span.start]
    if _TO_COME.search(before):
        return False
    if _OPENED.search(before) and plain.startswith("的", span.end):
        return True
    after = plain[span.end : span.end + 40]
    if _HELD.match(after):
        return not _HELD_ANOTHER.match(plain, span.end, span.end + 80)
    verb = list(_VERB.finditer(before))
    return bool(verb) and len(before) - verb[-1].end() <= 6 and {"。", "；"}.isdisjoint(before[verb[-1].end() :])


def _trimmed(plain: str, span: Span) -> Span | None:
    """Without what only introduces it, and from the end of the first head on."""
    start, end = span
    lead = _INTRODUCED.match(plain, start)
    start = lead.end() if lead else start
    if plain[start : start + 1] == "“" and "”" not in plain[start:end]:
        start += 1
    if start >= end:
        return None
    return Span(start, end)


def _parts(plain: str, span: Span) -> list[Span]:
    """甲会议暨乙会议 and 甲会议、乙会议 as two; 暨 within one name stays."""
    splits = list(_SPLIT.finditer(plain, *span))
    listed = any(split[0] == "、" for split in splits)
    if (listed or plain.startswith("、", span.end)) and _AMONG_EVENTS.match(plain, span.end):
        return []
    bounds = [span.start, *(edge for split in splits for edge in split.span()), span.end]
    parts = [Span(*pair) for pair in zip(bounds[::2], bounds[1::2], strict=True)]
    return [part for part in parts if not listed or (_HEAD.search(plain, *part) and _is_name(plain, part))]


def _goes_by_organ(plain: str, span: Span) -> bool:
    """Whether what is held is only numbered, or is only the study of those who study."""
    return bool(_BARE_ORDINAL.fullmatch(plain, *span) or (_STUDY.fullmatch(plain, *span) and _STUDIES.search(plain, max(0, span.start - 24), span.start)))


def _without_shorter(meetings: list[Meeting]) -> list[Meeting]:
    """The same meeting in fewer words gives way to its full name."""
    return [
        m for m in meetings if not any(m is not other and core(m.name) != core(other.name) and within(core(m.name), core(other.name)) for other in meetings)
    ]


def _meeting(text: Text, span: Span, context: Context) -> Meeting:
    plain = text.plain
    heads = _HEAD.findall(plain, span.start, span.end)
    place = _PLACE.match(plain, span.end)
    convener = _CONVENER.search(plain, max(0, span.start - 24), span.start) if _goes_by_organ(plain, span) else None
    organ = text.written(*convener.span("organ")) if convener else ""
    hosts = [person.name for person in context.found.people if person.role == "host"]
    return Meeting(
        quote=text.quote(*span),
        start=span.start,
        name=organ + text.written(*span),
        kind=heads[-1] if heads else None,
        session=_session(plain[span.start : span.end]),
        place=text.written(*place.span("place")) if place else None,
        host=hosts[0] if len(hosts) == 1 else None,
    )


def _session(name: str) -> str | None:
    """``10-9`` for 第十届…第九次; ``12`` for 第12次."""
    found = _SESSION.search(name)
    if not found:
        return None
    numbers = [int(value) for group in found.groups() if group and (value := number(group)) is not None]
    return "-".join(map(str, numbers)) or None
