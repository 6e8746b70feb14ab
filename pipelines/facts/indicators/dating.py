"""The period and the kind that a figure has in the end: by what it says, by when it was written, and by whether it is said to be a goal."""

import re

from pipelines.facts.indicators import cues, leads, periods

_AIMED_AT = re.compile(r"(?:[、和][^，。；、和\d]{2,24}(?:\d[\d.]{0,6}%?(?:以上|左右|以内|以下)?)?){0,6}的(?:预期|发展|增长|年度|全年|总体){0,2}目标")
"""围绕生产总值增长8%的目标: the figure comes before the word."""
_LASTS = re.compile("累计|共|控制在|保持在|稳定在")
_SUMMED = re.compile(r"净增|增加|新增")


def is_aimed_at(plain: str, end: int) -> bool:
    """Whether what ends there is said to be a goal: 增长8%、增速与经济同步的目标."""
    end -= plain.startswith("的", end - 1)  # 3%以上的
    return plain.startswith(("的", "、", "和"), end) and _AIMED_AT.match(plain, end) is not None


def period_of(scope: periods.Scope, said: leads.Reading, last: str, name: str, *, summed: bool) -> str | None:
    """Of growth on average or in sum the years of the plan; of a level within a plan its last year, unless it adds up over them."""
    of_plan = scope.plan and scope.year is None and said.measure == "level"
    if scope.plan and of_plan and not (summed or name == "urban_new_jobs" or _LASTS.search(last)):
        return scope.plan[-4:]
    if scope.plan and said.measure == "level" and str(scope.year) == scope.plan[-4:] and "累计" in last:
        return scope.plan
    return scope.period(average=said.measure == "growth" and (said.average or (scope.plan is not None and bool(_SUMMED.search(last)))))


def _is_years(period: str) -> bool:
    """Whether a period is a year or several, and not a part of one (2023H1, 2023M1-7)."""
    return period[-4:].isdecimal()


def settled(
    kind: cues.Kind, period: str | None, scope: periods.Scope, now: periods.Now | None, published: tuple[int, int] | None, *, is_listed: bool
) -> tuple[cues.Kind, str | None]:
    """A whole year that is not over cannot be a result; a target without a year is this year's."""
    if period is None and now and not scope.stated and not scope.masked:
        if kind == "target":
            return kind, str(now.year)
        if scope.whole and published:  # 全年 of a communiqué is the year before; of a December report its own
            return kind, str(now.year - 1 if published[1] <= 4 else now.year)
    if kind == "target" and period and now and scope.part and int(period[:4]) < now.year and not is_listed:
        return kind, f"{now.year}{scope.part}"  # 2022年…。一季度要确保…: aims lie ahead
    if kind == "actual" and period and published:
        last = int(period[-4:]) if _is_years(period) else 0
        if last > published[0] or (last == published[0] and published[1] <= 6 and len(period) == 4):
            return "target", period
    if kind == "actual" and period and now and _is_years(period) and int(period[-4:]) > now.year:
        return "target", period
    return kind, period
