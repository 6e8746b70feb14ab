"""Event dates: when what is reported took place, with the year from the text, the record, or neither."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from pipelines.facts.context import Context
from pipelines.facts.language.days import Day
from pipelines.facts.language.numerals import chinese_number
from pipelines.facts.language.text import Text
from pipelines.facts.language.years import forced
from pipelines.factual import EventDate

KIND = "event_dates"
_LEAD, _OPENING = 700, 200
_DAY = r"(?:(?P<{0}year>(?:19|20)\d\d)年|(?P<{0}this>今年|去年))?(?:(?P<{0}month>1[0-2]|0?[1-9])月|(?P<{0}same>本月))?(?P<{0}day>3[01]|[12]\d|0?[1-9])[日号]"
_DATE = re.compile(
    rf"(?<!\d){_DAY.format('a')}(?:(?:上午|下午|晚|晚上|清晨|凌晨|中午)?(?:至|到|[-—]{{1,2}}|~|、|和){_DAY.format('b')})?"
    r"|(?<!\d)(?P<cyear>(?:19|20)\d\d)[-/.](?P<cmonth>1[0-2]|0?[1-9])[-/.](?P<cday>3[01]|[12]\d|0?[1-9])(?!\d)"
    rf"|(?<!\d)(?P<dmonth>1[0-2]|0?[1-9])月(?P<dday>3[01]|[12]\d|0?[1-9])(?:[-—]{{1,2}}|~|至|到)(?P<eday>3[01]|[12]\d|0?[1-9])[日号]"
    r"|(?<![第十一二三四五六七八九])(?:(?<!\d)(?P<hyear>(?:19|20)\d\d)年)?(?P<hmonth>十[一二]?|[一二三四五六七八九])月(?P<hday>三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])日"
    r"|(?P<word>今天|今日|今[早晚晨]|昨天|昨日|昨[晚夜]|前天|前日)(?:（(?P<given>3[01]|[12]\d|0?[1-9])日）)?"
    r"|(?P<week>上周|本周|这周|上个?星期|本星期)(?P<weekday>[一二三四五六日天])"
)
_MAY_BEGIN = re.compile(
    r"[\d今去昨前上本这一二三四五六七八九十](?:(?<!\d\d)(?<=\d)(?=\d{0,3}[年月日号\-/.])|(?<=[今去])(?=年)|(?<=[今昨前])(?=[天日早晚晨夜])|(?<=本)(?=[月周星])|(?<=[上这])(?=[周个星])"
    r"|(?<=[一二三四五六七八九十])(?<![第十一二三四五六七八九].)(?=[月零九一二]))"
)
"""Where ``_DATE``, which is costly to try, may match."""
_WIRED = re.compile("日(?:电|讯|消息|报道|综合)")
_DATELINE = re.compile(
    r"(?:^|\n)[^\n。]{0,40}?(?P<month>1[0-2]|0?[1-9])月(?P<day>3[01]|[12]\d|0?[1-9])日(?:电|讯|消息|报道|综合)"
    r"(?:\s?[（(][^（）()\n]{0,60}[）)])?[：:]?"
)
_VAGUE = re.compile(r"近日|日前|近期|连日来|最近|近段时间|近来|前不久|不久前")
_HAPPENS = re.compile(
    r"召开|举行|举办|开展|主持|出席|参加|调研|督导|检查|视察|考察|慰问|走访|会见|座谈|观摩|启动|开幕|闭幕|开工|签约|揭牌|带队|深入|来到|前往|赴|到|组织|听取|传达|约谈|接访|看望|在[^，。]{1,30}(?:上|举行|召开)|落下帷幕|拉开帷幕|宣讲|授课|部署|发布|成立|竣工|通车|发生|审议|通过|迎来|开赛|颁奖|巡查|督查|暗访|考核|验收|培训|演练|宣誓|当选|逝世|病逝|去世"
)
_PAST = re.compile(r"(?:自|从|截至|截止|于|到|至|在|比|较|今年|去年)\s?$")
_SINCE = re.compile(r"^(?:起|以来|前|之前|以前|止|零时起|24时|以后|之后(?!，))")
_LED_BY = re.compile(r"\s*(?:[^。，（]{0,16}[讯电]\s*)?(?:（[^（）]{0,50}）)?\s*")
_OPENS = re.compile(r"(?:[上下]午|早上|清晨|一早|晚|当天|晚上)?[，\s]|(?:[上下]午|晚)")
_THAT_DAY = re.compile(r"\s*(?:当[天日]|这[一]?天)")
_REFERRED = re.compile(r"习近平|总书记|党中央|国务院|省委|中央")
_AT = re.compile(r"^[\s—\-（]*(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:\s*(?:在|于)[^\n。]{2,60}|[\s）]*$)", re.MULTILINE)
_PASSED = re.compile(r"^\s*（(?=(?:19|20)\d\d年\d{1,2}月\d{1,2}日[^（）\n]{4,60}(?:通过|批准|推选|表决)）)", re.MULTILINE)
_GIVEN_ALOUD = re.compile(r"各位代表|各位委员|同志们|各位领导|我代表|会议上|大会上")
_SPOKEN_TITLE = re.compile(r"上的?(?:讲话|报告|发言|致辞|致词|说明)(?:（[^（）]{1,12}）|提纲|稿|摘要|要点)*$")
_DATED_TITLE = re.compile(r"(?:报告|讲话|致辞|发言)（((?:19|20)\d\d)年(1[0-2]|0?[1-9])月(3[01]|[12]\d|0?[1-9])日）$")
_NOTICE_AHEAD = re.compile(r"定于|拟于|将于|决定于|兹定于|计划于")


def find(text: Text, context: Context) -> tuple[EventDate, ...]:
    """The days of the reported event, from its first mention in the lead; none for 近日 and for texts that report no event."""
    if found := _of_document(text, context.title) or _of_subtitle(context) or _of_title(context.title):
        return (found,)
    line = _DATELINE.match(text.plain) or _DATELINE.search(text.plain, 0, _LEAD) if _WIRED.search(text.plain, 0, _LEAD) else None
    anchor = Day(None, int(line["month"]), int(line["day"])) if line else None
    for match in _dates(text.plain, 0, _LEAD):
        if (line and line.start() <= match.start() < line.end()) or not _is_event(text, match):
            continue
        if _vague_before(text, match):
            return ()
        if event := _event(text, context, match, anchor):
            return (event,)
    return ()


def _of_subtitle(context: Context) -> EventDate | None:
    """The same where it stands beneath the headline and not in the body, so that there is nothing to quote."""
    if not context.subtitle:
        return None
    found = _of_document(Text.of(f"{context.subtitle}\n会议上"), "")
    return replace(found, quote="", start=0, reason="stated in the subtitle") if found else None


def _of_title(title: str) -> EventDate | None:
    """政府工作报告（2015年2月3日）."""
    day = _DATED_TITLE.search(title)
    if day is None:
        return None
    when = Day(*map(int, day.groups())).iso(int(day[1]))
    return EventDate(quote="", start=0, start_date=when, end_date=when, year_inferred=False, reason="stated in the headline")


def _of_document(text: Text, title: str) -> EventDate | None:
    """——2021年2月5日在某市第四届人民代表大会第六次会议上: the day on which a report was given, or something was passed."""
    is_spoken = _GIVEN_ALOUD.search(text.plain, 0, _LEAD) or _SPOKEN_TITLE.search(title)
    found = (_AT.search(text.plain, 0, _LEAD) if is_spoken else None) or _PASSED.search(text.plain, 0, _OPENING)
    day = next(_dates(text.plain, found.start(), len(text.plain)), None) if found else None
    if not found or not day or not day["ayear"]:
        return None
    return _fact(text, day, Day(int(day["ayear"]), int(day["amonth"]), int(day["aday"])), None, int(day["ayear"]), "stated", inferred=False)


def _dates(plain: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The days named in a stretch of folded text, in order."""
    while sign := _MAY_BEGIN.search(plain, start, end):
        day = _DATE.match(plain, sign.start(), end)
        start = day.end() if day else sign.end()
        if day:
            yield day


def _is_event(text: Text, match: re.Match[str]) -> bool:
    """Whether the date opens an account of something done: a verb of doing follows in its sentence, and nothing makes it a limit or a quotation."""
    plain = text.plain
    sentence = text.sentence_at(match.start())
    before, after = plain[sentence.start : match.start()], plain[match.end() : sentence.end]
    if not match["aday"] and not (match["word"] or match["week"] or match["cday"] or match["dday"] or match["hday"]):
        return False
    if match["word"] and re.match(r"，?(?:我们|在这里|大家|我和|是|的)", after):  # a speech's own today is not the page's
        return False
    if _SINCE.match(after) or (_PAST.search(before[-4:]) and not _NOTICE_AHEAD.search(before) and not re.search(r"[于在]\s?$", before)):
        return False
    if len(before) > 60 or _REFERRED.search(before):
        return False
    opens = match.start() < 70 and after.strip() and _OPENS.match(after) and _LED_BY.fullmatch(before)
    if match["aday"] and not match["amonth"] and not match["asame"]:  # a day alone is one where a report opens with it
        return bool(opens) and not match[0].endswith("号")
    return bool(opens or _HAPPENS.search(after[:220]) or _THAT_DAY.match(plain, sentence.end))


def _vague_before(text: Text, match: re.Match[str]) -> bool:
    """Whether 近日 opens the account before any date does."""
    vague = _VAGUE.search(text.plain, 0, match.start())
    return vague is not None and _HAPPENS.search(text.plain, vague.end(), match.start()) is not None


def _event(text: Text, context: Context, match: re.Match[str], anchor: Day | None) -> EventDate | None:
    if match["word"] or match["week"]:
        return _relative(text, context, match, anchor)
    if match["aday"] and not match["amonth"]:
        return _of_this_month(text, context, match, anchor)
    first, last = _days(match)
    if first is None or not first.exists:
        return None
    year, reason = _year(text, context, first, match)
    return _fact(text, match, first, last if last and last.exists else None, year, reason, inferred=first.year is None)


def _days(match: re.Match[str]) -> tuple[Day | None, Day | None]:
    if match["cday"]:
        return Day(int(match["cyear"]), int(match["cmonth"]), int(match["cday"])), None
    if match["hday"]:
        return Day(int(match["hyear"]) if match["hyear"] else None, _numeral(match["hmonth"]) or 0, _numeral(match["hday"]) or 0), None
    if match["dday"]:
        month = int(match["dmonth"])
        return Day(None, month, int(match["dday"])), Day(None, month, int(match["eday"]))
    first = Day(int(match["ayear"]) if match["ayear"] else None, int(match["amonth"]), int(match["aday"]))
    last = Day(int(match["byear"]) if match["byear"] else None, int(match["bmonth"] or first.month), int(match["bday"])) if match["bday"] else None
    return first, last


def _numeral(written: str | None) -> int | None:
    """十二, 二十五: Chinese numerals as pages in the traditional script and solemn texts write them."""
    value = chinese_number(written) if written else None
    return None if value is None else int(value)


def _year(text: Text, context: Context, day: Day, match: re.Match[str]) -> tuple[int | None, str]:
    """The year and why: stated; the latest such day not after publication; forced by what the text says of its time; else none."""
    if day.year:
        return day.year, "stated"
    published = context.published
    if published:
        sentence = text.sentence_at(match.start())
        ahead = _NOTICE_AHEAD.search(text.plain, sentence.start, match.start())
        return _near(day, published, ahead=bool(ahead)), "next such day after publication" if ahead else "latest such day not after publication"
    if context.publish_year and len(context.publish_date or "") == 4:
        return context.publish_year, "year of publication"
    found = forced(text, context, day.month)
    return (found.year, f"forced by {found.reason}") if found else (None, "")


def _near(day: Day, published: date, *, ahead: bool) -> int:
    year = published.year
    if ahead:
        return year if (day.month, day.day) >= (published.month, published.day) else year + 1
    return year if (day.month, day.day) <= (published.month, published.day) else year - 1


def _relative(text: Text, context: Context, match: re.Match[str], anchor: Day | None) -> EventDate | None:
    """今天, 昨日 count from the dateline, else from publication."""
    base = _anchored(text, context, anchor)
    if base is None:
        return _yearless_today(text, match, anchor)
    if match["week"]:
        monday = base - timedelta(days=base.weekday() + (7 if match["week"].startswith("上") else 0))
        when = monday + timedelta(days="一二三四五六日".index(match["weekday"].replace("天", "日")))
    else:
        when = base - timedelta(days={"今": 0, "昨": 1, "前": 2}[match["word"][0]])
        if match["given"] and when.day != int(match["given"]):
            when = _latest_with_day(base, int(match["given"])) or when
    return _fact(
        text, match, Day(None, when.month, when.day), None, when.year, "counted from the dateline" if anchor else "counted from publication", inferred=True
    )


def _anchored(text: Text, context: Context, anchor: Day | None) -> date | None:
    if anchor is None:
        return context.published
    year = _near(anchor, context.published, ahead=False) if context.published else None
    if year is None and (found := forced(text, context, anchor.month)):
        year = found.year
    try:
        return date(year, anchor.month, anchor.day) if year else None
    except ValueError:
        return None


def _yearless_today(text: Text, match: re.Match[str], anchor: Day | None) -> EventDate | None:
    if anchor is None or match["week"]:
        return None
    when = date(2001, anchor.month, min(anchor.day, 28 if anchor.month == 2 else anchor.day)) - timedelta(days={"今": 0, "昨": 1, "前": 2}[match["word"][0]])
    day = anchor if match["word"][0] == "今" else Day(None, when.month, when.day)
    return _fact(text, match, day, None, None, "counted from a dateline without a year", inferred=False)


def _of_this_month(text: Text, context: Context, match: re.Match[str], anchor: Day | None) -> EventDate | None:
    """本月15日, and 6日上午 where a report opens with it: the latest such day."""
    base = _anchored(text, context, anchor)
    when = _latest_with_day(base, int(match["aday"])) if base else None
    if when is None:
        return None
    last = Day(None, when.month, int(match["bday"])) if match["bday"] and not match["bmonth"] and int(match["bday"]) > when.day else None
    return _fact(text, match, Day(None, when.month, when.day), last, when.year, "the latest such day", inferred=True)


def _latest_with_day(base: date, day: int) -> date | None:
    for back in range(31):
        when = base - timedelta(days=back)
        if when.day == day:
            return when
    return None


def _fact(text: Text, match: re.Match[str], first: Day, last: Day | None, year: int | None, reason: str, *, inferred: bool) -> EventDate:
    start = first.iso(year)
    end_year = year if last is None or year is None or (last.month, last.day) >= (first.month, first.day) else year + 1
    return EventDate(
        quote=text.quote(match.start(), match.end()),
        start=match.start(),
        start_date=start,
        end_date=last.iso(last.year or end_year) if last else start,
        year_inferred=inferred and year is not None,
        reason=reason,
    )
