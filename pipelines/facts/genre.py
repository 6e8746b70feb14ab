"""Genre: what kind of document it is, by its headline, its opening and who speaks."""

import re

from pipelines.facts.context import Context
from pipelines.facts.language.alternatives import alternatives
from pipelines.facts.language.text import Text
from pipelines.factual import Genre

KIND = "genre"
NEEDS = ("region", "flags", "meetings", "people")
_NOTICE_TITLE = re.compile(
    r"(?:通知|通告|公告|公示|启事|公开信|倡议书|告知书|通报|命令|决定|决议|批复|预告|预警(?:信[息号])?|提示|办法|细则|方案|规定|意见|函|招聘|拍卖|出让)(?:（[^（）]{1,20}）)?[》]?$|^关于[^，。]{2,80}的(?:通知|通告|公告|公示|通报|批复|决定|意见|函)"
)
_NOTICE_BODY = re.compile(
    r"现将有关(?:事项|情况|事宜)?(?:通知|公告|公示|通告)如下|特此(?:通知|公告|公示|通告|函告)|现(?:予以?|将[^。]{2,60})(?:公告|公示|通告|公布)如?下?|公示期|请认真(?:贯彻|遵照)(?:执行|落实)|现(?:就|将)[^。]{2,60}(?:通知|公告|通告)如下"
)
_HEREBY = re.compile("特此(?:通知|公告|公示|通告)")
_NOTICE_HEAD = re.compile(r"^\s*(?:各[乡镇县市区街部科委局][^\n。]{2,80}[：]|[^\n。]{2,40}(?:通知|公告|通告|公示)\s*\n)")
_REPORT_TITLE = re.compile(
    r"(?:政府|人大常委会|政协常委会|人民法院|法院|人民检察院|检察院|工作)(?:工作)?报告(?:（[^（）]{1,30}）|全文|摘要)?$|(?:执行情况|草案|草案）)[^，。]{0,40}报告(?:（[^（）]{1,30}）)?$|政府工作报告(?!的|会|精神|提出|征求|解读|座谈|起草|》)"
)
_REPORT_TOLD = re.compile(r"(?:审议|讨论|热议|听取|学习|解读|起草|征求|宣讲)[^，。]{0,12}报告")
"""News of a report: 代表团审议政府工作报告."""
_REPORT_OPENING = re.compile(
    alternatives(
        [
            *(f"{word}[^。]{{0,30}}代表[^。]{{2,60}}(?:报告|审议)" for word in ("我", "现在", "下面")),
            "我受[^。]{2,40}委托[^。]{0,30}(?:报告|审议)",
            *(f"{word}(?:大会|各位)[^。]{{0,20}}(?:报告(?:政府)?工作|审议)" for word in ("向", "请")),
        ]
    )
)
_ADDRESS = re.compile("同志们|各位|女士们|朋友们|尊敬的")
_TO_ALL = re.compile(
    r"^\s*[^\n。]{0,60}?(?:同志们|各位(?:领导|代表|委员|来宾|嘉宾|同志|朋友|同仁|老师|父老|企业家)|(?:女士们|朋友们|尊敬的)[^\n]{0,30})[^\n。]{0,20}[：:！，]",
    re.MULTILINE,
)
_SPEECH_TITLE = re.compile(
    r"(?:在[^，。]{2,60}(?:上|时)的?)?(?:讲话|致辞|致词|发言(?:材料|稿|提纲)?|演讲|主持词|讲稿|表态发言|动员讲话|贺词|献词|讲话稿|述职(?:述[廉学法德]){0,3}报告)(?:（[^（）]{1,24}）|全文|摘要|摘登|要点)?$"
)
_SPEECH_TOLD = re.compile(
    r"(?:发表|学习|传达|贯彻|出席)[^，。]{0,30}$|并(?:讲话|致辞|发言)$|(?:召开|举行)[^，。]{2,40}(?:会|会议|大会|仪式) |(?:举行|组织|安排|作)(?:大会)?发言$"
)
"""News of a speech: 县里召开工作会议 李海王敏讲话."""
_FIRST_PERSON = re.compile(r"我(?:再|就|讲|代表|强调|想|简要|们|谨)|下面，我|刚才|借此机会|今天，?我们|这次会议")
_INSPECTS = re.compile(r"调研|督导|督查|督办|检查|视察|巡查|暗访|走访|慰问|看望|观摩|察看|查看|巡河|巡林|巡田|考察|实地|包联|下沉|蹲点|夜查|突击检查|接访|下访")
_MEETS = re.compile(
    r"会议|大会|全会|座谈会|推进会|部署会|动员会|汇报会|调度会|推介会|现场会|协调会|表彰会|例会|培训会|报告会|听证会|学习会|碰头会|视频会|发布会|恳谈会|讲评会|述职|两会|党代会|人代会|常委会|常务会|中心组|会见|会谈|约谈|签约|仪式|座谈(?=\s|$)|代表团[^，。]{0,20}审议|分组(?:审议|讨论)"
)
_CLASS = re.compile(r"举[办行][^。；]{0,60}?[训讨习]班")
_EMPHASES = re.compile(r"(?<=[时上中])?(?:强调|指出|要求)[：，\s].*")
_CONVENES = re.compile(
    alternatives(
        [
            *(f"{verb}[^。；]{{0,60}}?(?:会|仪式)" for verb in ("召开", "举行", "举办", "组织召开", "主持召开", "召集")),
            *(
                rf"{noun}(?:\d{{1,2}}月\d{{1,2}}日)?(?:在[^，。]{{1,20}})?(?:隆重|胜利|顺利|圆满|正式|如期)?(?:召开|举行|开幕|闭幕|举办)"
                for noun in ("会", "会议", "大会", "仪式", "[工班业幕奖学]式", "论坛")
            ),
            *(f"{noun}(?:指出|强调|要求|传达|审议|听取|认为|号召)" for noun in ("会议", "大会", "全会", "会上")),
        ]
    )
)
_NEWS_INSPECTION_TITLE = re.compile(
    r"(?:调研|督导|督查|检查|视察|巡查|暗访|走访|慰问|看望|观摩|考察|巡河|巡林|接访|下访)(?!工作(?:会|座谈))[^，。]{0,30}$|(?:到|赴|深入)[^，。]{1,30}(?:调研|督导|检查|视察|走访|慰问|考察)"
)
_NOWHERE = 10_000


def find(text: Text, context: Context) -> Genre | None:
    """One genre; None for an empty text."""
    if not text.plain.strip():
        return None
    opening = text.plain[:900]
    if _is_sample(context):
        return "template_or_ad"
    spoken = _spoken(text, context, opening)
    if spoken:
        return spoken
    if _is_notice(text, context, opening):
        return "notice"
    return _news(text, context)


def _is_sample(context: Context) -> bool:
    """A sample or an offer: placeholders where the place should be named, or trade words without any place or meeting of its own."""
    flags, region = context.found.flags, context.found.region
    if "placeholder" in flags and region is None:
        return True
    return "advertisement" in flags and region is None and not context.found.people


def _spoken(text: Text, context: Context, opening: str) -> Genre | None:
    """A work report or a speech: given in the first person to those who are addressed."""
    addressed = _TO_ALL.search(opening) if _ADDRESS.search(opening) else None
    if _REPORT_OPENING.search(opening) and (
        addressed or _REPORT_TITLE.search(context.title) or re.search(r"代表[^。]{2,30}(?:政府|委员会|法院|检察院)", opening)
    ):
        quoted = context.found.people and re.search(r"(?:指出|强调|表示)[，：“]", opening) and not addressed
        if not quoted:
            return "work_report"
    if _REPORT_TITLE.search(context.title) and not _REPORT_TOLD.search(context.title) and (addressed or not _CONVENES.search(opening[:300])):
        return "work_report"
    if addressed and addressed.start() < 400 and _FIRST_PERSON.search(text.plain[addressed.end() : addressed.end() + 600]):
        return "speech"
    if _SPEECH_TITLE.search(context.title) and not _SPEECH_TOLD.search(context.title):
        return "speech"
    return None


def _is_notice(text: Text, context: Context, opening: str) -> bool:
    title = _EMPHASES.sub("", context.title)  # 县长在会上强调：优化奖惩办法 is news
    if _NOTICE_TITLE.search(title) and not re.search(r"(?:召开|举行|学习|传达|审议|研究|发布|解读|印发了)[^，。]{0,40}$", title):
        return True
    return bool(_NOTICE_BODY.search(opening) or _HEREBY.search(text.plain, max(0, len(text.plain) - 200)) or _NOTICE_HEAD.match(opening))


def _news(text: Text, context: Context) -> Genre:
    """News of a meeting or of an inspection; a meeting held in the course of one decides where the headline or the lead names it."""
    title = _EMPHASES.sub("", context.title) + " " + context.kicker
    met = bool(_CONVENES.search(title) or (_MEETS.search(title) and not _NEWS_INSPECTION_TITLE.search(context.title)))
    seen = bool(_NEWS_INSPECTION_TITLE.search(title))
    met = met or (not seen and bool(context.found.people) and _CLASS.search(title + text.plain[:200]) is not None)
    if met:
        return "meeting_news"
    lead = text.plain[:420]
    convened, inspected = _first(_CONVENES, lead) if context.found.meetings else _NOWHERE, _first(_INSPECTS, lead)
    if seen and inspected < _NOWHERE:
        return "meeting_news" if convened < inspected else "inspection"
    if convened < 200:
        return "meeting_news" if convened <= inspected or not context.found.people else "inspection"
    if context.found.people and inspected < 160:
        return "inspection"
    if convened < _NOWHERE:
        return "meeting_news"
    return "other"


def _first(pattern: re.Pattern[str], lead: str) -> int:
    found = pattern.search(lead)
    return found.start() if found else _NOWHERE
