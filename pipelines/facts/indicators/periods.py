"""The periods that figures belong to: years, halves, quarters, months and five-year plans, and which of them a statement means."""

import re
from typing import NamedTuple

from pipelines.facts.language.numerals import chinese_number

_YEAR = r"(?:19|20)\d\d"
_N = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_MAY_BEGIN = re.compile(
    r"[\dXx×*“十过近这前刚五本今当单未下接去上明新来截到至第全年二三四六七八九一](?:(?<=\d)(?=[\dXx×*_]{0,4}[年月季至到~、\-—])"
    r"|(?<=[至到])(?=[\d一二三四五六七八九十]{1,2}[月至到~、\-—])|(?<![\d至到])(?=[\dXx×*年月季至到~、\-—十一二三四五六七八九去的刚届来后半下止末底个两当单]))"
)
"""Where ``_TOKEN``, which is costly to try, may match: by its first characters."""
_TOKEN = re.compile(
    rf"(?P<from>{_YEAR})年?(?:[-—]{{1,2}}|至|到|~)(?P<to>{_YEAR})年"
    r"|(?P<masked>20[XxXx×*\d_]{2}年|[XxXx×*]{2,4}年)(?<!\d\d\d\d年)"
    rf"|(?P<year>{_YEAR})年(?:度)?(?!代)"
    r"|“?十(?P<plan>[一二三四五六])五”?(?P<planword>末|时期|期间|以来|规划|开局|收官|初|[一二三四五六]年)?"
    r"|“(?P<early>[七八九十])五”(?P<earlyword>末|时期|期间|以来|规划|计划)?"
    r"|(?P<past>(?:过去|近|这|前|刚刚过去的?)(?:的)?五年(?:来|间)?|五年来|五年间|五年中|五年(?=累计|共|总计|合计|新增|净增)|本届政府)|(?P<next>(?:今后|未来|下|下一个|接下来的?)(?:的)?五年|下届政府)"
    r"|(?P<relative>今年|本年度?|去年|上年度?|上一年度?|明年|前年|过去(?:的)?一年|新的一年|来年)"
    r"|(?P<half>上|下)半年"
    rf"|(?:(?:截至|截止|到|至))?(?P<m1>{_N})月?(?:[-—]{{1,2}}|至|到|~|、)(?P<m2>{_N})月(?:份|末|底)?"
    rf"|前(?P<first>{_N})个月"
    r"|前(?P<quarters>[二三两23])个?季度"
    r"|第?(?P<quarter>[一二三四1234])季度"
    rf"|(?:截至|截止|到|至)(?P<until>{_N})月(?:份)?(?:底|末)"
    rf"|(?P<month>{_N})月(?:份)(?!之前)"
    rf"|(?P<single>{_N})月(?=当月|单月)|(?P<last>当月|单月)"
    r"|(?P<whole>全年|年末|年底)"
)
_HINT = re.compile("[年月季五政](?:(?<!政)|府)")
_COMPARED_LEFT = re.compile(r"(?:比|较|与|同|由|从|自|相比|对比|超过|高于|低于|是)[\u4e00-\u9fff“”]{0,3}$")
_MULTIPLE = re.compile(r"”?(?:时期|期间)?的\d[\d.]{0,5}多?倍")
_PAIRED = {"to": ("from", "to"), "m2": ("m1", "m2"), "planword": ("plan", "planword"), "earlyword": ("early", "earlyword")}
"""The groups that match together, by the last of them."""
_COMPARED_RIGHT = re.compile(r"(?:同期|同月|同比|末|底|初)?(?:相比|以来|相较|的?基数|翻|的\d[\d.]{0,5}多?倍)")


class Mention(NamedTuple):
    """One period named in a sentence."""

    start: int
    end: int
    groups: dict[str, str]
    compared: bool
    """Named only to compare with: 比2019年增长."""


class Now(NamedTuple):
    """What 今年 means in a text, and the month in which it was written."""

    year: int
    month: int | None = None

    @property
    def opening_year(self) -> int:
        """The first year of 今后五年: this one, or from October on the next."""
        return self.year + 1 if self.month and self.month >= 10 else self.year


class Scope(NamedTuple):
    """What the statements that follow are about; ``year`` None where it cannot be told."""

    year: int | None = None
    part: str = ""
    """H1, Q1, M1-7 …"""
    plan: str | None = None
    """Years of a five-year period, such as 2016-2020."""
    masked: bool = False
    """The page hides the year (20XX年)."""
    stated: bool = False
    """A year or a word for one was read."""
    whole: bool = False
    """全年 or 年末 was read, of whichever year."""

    def period(self, *, average: bool = False) -> str | None:
        """As written in exports; ``average`` for 年均 and for sums over the plan."""
        if average and self.plan is None and self.year and self.year % 5 == 0 and not self.part:
            return f"{self.year - 4}-{self.year}"
        if self.plan and (average or self.year is None):
            return self.plan
        return f"{self.year}{self.part}" if self.year and not self.masked else None


def mentions(plain: str, start: int, end: int) -> list[Mention]:
    """The periods named in a stretch of folded text, in order."""
    if not _HINT.search(plain, start, end):
        return []
    found, at = [], start
    while sign := _MAY_BEGIN.search(plain, at, end):
        token = _TOKEN.match(plain, sign.start(), end)
        at = token.end() if token else sign.end()
        if token and not (token["quarter"] and plain[token.start() - 1 : token.start()] == "“"):  # “一季度开门红” is a watchword
            found.append(_mention(plain, start, token))
    return found


def _mention(plain: str, start: int, token: re.Match[str]) -> Mention:
    last = token.lastgroup or ""
    groups = {name: token[name] for name in _PAIRED.get(last, (last,))}
    if last.startswith(("plan", "early")):
        groups = {"plan": token["plan"] or token["early"], "planword": token["planword"] or token["earlyword"] or ""}
        return Mention(*token.span(), groups, _is_plan_compared(plain, start, token))
    compared = _COMPARED_LEFT.search(plain, max(start, token.start() - 6), token.start()) or _COMPARED_RIGHT.match(plain, token.end(), token.end() + 6)
    return Mention(*token.span(), groups, compared is not None)


def _is_plan_compared(plain: str, start: int, token: re.Match[str]) -> bool:
    """与“十一五”末相比, 比“十一五”增长: a plan that only measures the one spoken of; 到“十一五”末 is reached itself."""
    before = plain[max(start, token.start() - 3) : token.start()].rstrip("“")
    if "末" in (token["planword"], token["earlyword"]):
        return not before.endswith(("到", "至", "截至"))
    return before.endswith(("比", "较", "与", "同", "超过")) or _MULTIPLE.match(plain, token.end(), token.end() + 14) is not None


def entered(scope: Scope, mention: Mention, now: Now | None) -> Scope:
    """The scope after a period was named."""
    groups = mention.groups
    if "plan" in groups:
        return _entered_plan(scope, mention)
    if mention.compared:
        return scope
    if "from" in groups:
        return scope._replace(plan=f"{groups['from']}-{groups['to']}", year=None, part="", masked=False, stated=True)
    if "masked" in groups:
        return Scope(masked=True, stated=True)
    if "year" in groups:
        return _entered_year(scope, int(groups["year"]))
    if "relative" in groups:
        return scope._replace(year=_relative(groups["relative"], now), part="", masked=False, stated=True)
    if scope.plan and groups.get("past", "").startswith("五年"):  # “十三五”期间，五年累计
        return scope._replace(year=None, part="")
    if "past" in groups or "next" in groups:
        first = _first_of_five(scope, now, past="past" in groups)
        return scope._replace(plan=f"{first}-{first + 4}" if first else None, year=None, part="", stated=True)
    return _entered_part(scope, groups, now)


def _entered_part(scope: Scope, groups: dict[str, str], now: Now | None) -> Scope:
    """A part of the year that is spoken of, or the whole of it."""
    if "whole" in groups:
        return scope._replace(part="", whole=True)
    if "last" in groups:  # 1-11月完成…；当月完成
        return scope._replace(part="M" + scope.part.removeprefix("M1-")) if scope.part.startswith("M1-") else scope
    year = scope.year if scope.stated else now and now.year
    return scope._replace(part=_part(groups), year=year, plan=None, whole=False)


def _entered_year(scope: Scope, year: int) -> Scope:
    """A year; one beyond the plan spoken of leaves it, and the end of a later plan (到2025年…年均增长) opens that."""
    plan = scope.plan
    if plan and year > int(plan[-4:]):
        plan = f"{year - 4}-{year}" if year % 5 == 0 else None
    return scope._replace(year=year, part="", masked=False, stated=True, plan=plan)


def _first_of_five(scope: Scope, now: Now | None, *, past: bool) -> int | None:
    """The first of the past or the next five years; 到2015年底…；五年累计 are those that end in it."""
    if past and scope.year and scope.year % 5 == 0 and not scope.part:
        return scope.year - 4
    return None if now is None else now.opening_year - (5 if past else 0)


def _entered_plan(scope: Scope, mention: Mention) -> Scope:
    """A five-year plan: the eleventh ran from 2006 to 2010. 与“十二五”末相比 opens the one after it."""
    written = mention.groups["plan"]
    number = int(chinese_number(written if written in "七八九十" else "十" + written) or 0)
    first = 1951 + 5 * number
    word = mention.groups.get("planword")
    if word == "末":
        return scope._replace(plan=f"{first + 5}-{first + 9}") if mention.compared else scope._replace(year=first + 4, part="", stated=True)
    if mention.compared:
        return scope
    if word in ("规划", "计划", "开局", "收官"):
        return scope
    if word == "初":
        return scope
    last = scope.year if word == "以来" and scope.year and first < scope.year < first + 4 else first + 4  # 2023年…；“十四五”以来
    return scope._replace(plan=f"{first}-{last}", year=None, part="", stated=True, masked=False)


def _relative(word: str, now: Now | None) -> int | None:
    if now is None:
        return None
    this_year = now.year
    if word[0] in "今本" or word == "新的一年":
        return this_year
    return this_year + 1 if word in ("明年", "来年") else this_year - 2 if word == "前年" else this_year - 1


def _part(groups: dict[str, str]) -> str:
    if "half" in groups:
        return "H1" if groups["half"] == "上" else "H2"
    if "quarter" in groups:
        return f"Q{_int(groups['quarter'])}"
    if "quarters" in groups:
        return f"M1-{3 * _int(groups['quarters'])}"
    if "m1" in groups:
        first, last = _int(groups["m1"]), _int(groups["m2"])
        return f"M{first}-{last}" if first < last else f"M{last}"  # 六、3月份…: a numbered heading
    if month := groups.get("month") or groups.get("single"):
        return f"M{_int(month)}"
    return f"M1-{_int(groups.get('first') or groups['until'])}"


def _int(text: str) -> int:
    return int(text) if text.isdigit() else int(chinese_number(text) or 0)
