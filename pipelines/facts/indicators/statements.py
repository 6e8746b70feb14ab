"""One sentence at a time: which amount belongs to which indicator, and what it says of it."""

import re
from dataclasses import dataclass, field

from pipelines.facts.indicators import cues, dating, leads, lists, periods, subjects
from pipelines.facts.indicators.names import Naming
from pipelines.facts.indicators.quantities import Quantity, compared, quantities
from pipelines.facts.language.text import Span, Text
from pipelines.factual import Indicator

_BRACKETED = re.compile(r"(?:较|比|高于|低于|好于)[^，。；（）]{0,12}（$")
_STRONG_LINK = re.compile(r"(?:增长|下降|完成|实现|达到|达|为|增加|突破|提高|上涨|控制在|保持在|安排)(?:了)?(?:约|近|超|超过|突破|不低于)?$")
_NOUNS = re.compile(r"项目|企业|个|户|占|比重|中|其|投资|收入|税|能耗|产业|贡献|拉动|缺口|产量|公司|产品|家")
_STEP = re.compile(r"(?:[两三四五]个)?(?:的)?(?:大关|台阶|关口)")
_OF_ALL = re.compile("均|都|双双|各自")
_PERCENTAGE = re.compile(r"[，、（]?(?:增幅|增速|增长|增长率)(?:约|达|为)?\d[\d.]*%")
_BESIDE = re.compile(r"^[^，：。]{0,12}[，：]|[\s“”—\-（）]|^[一二三四五六七八九十]、")
_PARTS_OF_YEAR = frozenset({"half", "m2", "first", "quarters", "quarter", "until", "month"})
"""Parts of a year, which behind a figure are a remark beside it."""
_STATED_BEFORE = re.compile(r"\d(?:%|[亿万]元|元)")
_REFERRING = ("总结", "回顾", "部署", "安排", "审议", "审查", "听取", "传达", "学习")
"""总结2022年工作，部署2023年任务: years of what a meeting does, not of the figures that follow."""
_IN_SUM = re.compile(r"(?:累计|共计?|合计)(?:完成|实现)?$")
_ROUGHLY = re.compile("（(?:预计|预估|初步|快报)")
_FAR = 120
"""How many characters may stand before a period that opens a sentence."""
_NEAR = 6
"""Statements back to which a later one may surpass an earlier."""
_NOWHERE = Span(0, 0)


@dataclass(slots=True)
class Sentence:
    """The state of reading one sentence."""

    text: Text
    span: Span
    scope: periods.Scope
    mood: cues.Mood
    now: periods.Now | None
    """What 今年 means in the text, and the month in which it was written."""
    published: tuple[int, int] | None
    """Year and month of publication, else of the event."""
    subjects: tuple[str, ...] = ()
    subject_span: Span = _NOWHERE
    wholly_estimated: bool = False
    found: list[Indicator] = field(default_factory=list)
    topic: periods.Scope | None = None
    """The scope that outlasts the sentence: set by what it opens with."""
    spoken: list[periods.Mention] = field(default_factory=list)
    """The periods that the sentence names."""
    looked: int = 0
    """How many of them ``began`` has passed."""
    base: int | None = None
    """The year that the last figures were compared with."""
    passed: list[str] = field(default_factory=list)
    """The indicators named so far, in order."""
    opening: cues.Mood = field(init=False)
    """The mood that the sentence begins in."""
    began: periods.Scope = field(init=False)
    """The scope that the sentence begins in, carried on by ``scope_at``."""

    def __post_init__(self) -> None:
        """Remember mood and scope before it is read on."""
        self.opening, self.began = self.mood, self.scope

    def scope_at(self, offset: int) -> periods.Scope:
        """What is spoken of at a place of the sentence that was read; places are asked for in order."""
        while self.looked < len(self.spoken) and self.spoken[self.looked].start < offset:
            self.began = periods.entered(self.began, self.spoken[self.looked], self.now)
            self.looked += 1
        return self.began

    def skim(self) -> None:
        """Follow scope and mood through a sentence without amounts."""
        self.mood = cues.passed(self.text.plain, *self.span, self.mood)
        self._keep_scope(periods.mentions(self.text.plain, *self.span))
        self.subjects = ()

    def read(self) -> None:
        """Fill ``found``; scope and mood are left as they hold at the end."""
        plain, (start, end) = self.text.plain, self.span
        named = subjects.named(plain, self.span, self.subjects)
        amounts = subjects.outside(named, quantities(plain, start, end)) if named or self.subjects else []
        spoken = self.spoken = periods.mentions(plain, start, end)
        moods = cues.moods(plain, start, end, self.mood) if amounts else [(start, cues.passed(plain, start, end, self.mood))]
        self._walk(subjects.grouped(plain, named), amounts, spoken, moods)
        self.mood = moods[-1][1]
        self._keep_scope(spoken)

    def _keep_scope(self, spoken: list[periods.Mention]) -> None:
        """A period that opens the sentence goes on to hold behind it; one in its middle does not."""
        scope = self.topic or self.scope
        stated = _STATED_BEFORE.search(self.text.plain, *self.span) if spoken else None
        for mention in spoken:
            before = self.text.plain[max(self.span.start, mention.start - _FAR - 1) : mention.start]
            if not {"single", "last"}.isdisjoint(mention.groups):  # 当月 is one figure's
                continue
            opens = not {"，", "；", ">"}.isdisjoint(before[-4:]) or (len(before) <= _FAR and len(_BESIDE.sub("", before)) <= 8)
            if opens and not _PARTS_OF_YEAR.isdisjoint(mention.groups) and stated is not None and stated.end() <= mention.start:  # …增长7.2%；一季度增长6.1%
                continue
            if opens and not before.removesuffix("了").endswith(_REFERRING) and not ("whole" in mention.groups and scope.part):  # 前三季度…。预计全年…。
                scope = periods.entered(scope, mention, self.now)
        self.scope = scope

    def _walk(self, groups: list[Naming], amounts: list[Quantity], spoken: list[periods.Mention], moods: list[tuple[int, cues.Mood]]) -> None:
        self.topic = self.scope
        scope, passed, cursor, skip = self.scope, 0, self.span.start, 0
        pending = list(groups)
        for i, amount in enumerate(amounts):
            while pending and pending[0].end <= amount.start:
                naming = pending.pop(0)
                self.subjects, self.subject_span, cursor = naming.names, Span(naming.start, naming.end), naming.end
                self.passed += naming.names
            while passed < len(spoken) and spoken[passed].start < amount.start:
                scope = periods.entered(scope, spoken[passed], self.now)
                if spoken[passed].compared and "year" in spoken[passed].groups:
                    self.base = int(spoken[passed].groups["year"])
                passed += 1
            if skip:
                skip -= 1
            elif self.subjects:
                skip = self._amount(amounts, i, cursor, scope, cues.at(amount.start, moods).kind)
            cursor = amount.end
        for naming in pending[-1:]:
            self.subjects, self.subject_span = naming.names, Span(naming.start, naming.end)

    def _amount(self, amounts: list[Quantity], i: int, cursor: int, scope: periods.Scope, kind: cues.Kind) -> int:
        """Read one amount, or a list of them; returns how many further amounts were read with it."""
        amount, plain = amounts[i], self.text.plain
        lead = plain[cursor : amount.start]
        after = plain[amount.end : amount.end + 24]
        if leads.is_measured_by(amount, after) or leads.is_threshold(amount, after):
            return int(leads.is_measured_by(amount, after))
        if plain.startswith("）", amount.end) and _BRACKETED.search(lead):
            self._bracketed(lead, amount, scope)
            return 0
        rest = leads.residue(lead)
        fresh = cursor == self.subject_span.end
        if rest and not (fresh and len(rest) <= 10 and _STRONG_LINK.search(lead) and not _NOUNS.search(lead)):
            if not leads.is_another_tale(lead, amount, self.subjects[-1]):
                self.subjects = ()
            return 0
        return self._own(amounts, i, lead, scope, kind)

    def _own(self, amounts: list[Quantity], i: int, lead: str, scope: periods.Scope, kind: cues.Kind) -> int:
        """The same where the amount is the indicator's own, or the first of those of several."""
        amount, plain = amounts[i], self.text.plain
        names = self.subjects
        run = lists.run(plain, amounts, i) if len(names) > 1 or "分别" in lead else []
        if len(names) == 1 and 1 < len(run) <= len(self.passed):  # 进出口5亿元，其中出口4亿元，分别增长12%和10%
            names = tuple(self.passed[-len(run) :])
        if len(names) > 1 and (beside := lists.paired(plain, amounts, i, len(names))):  # 18623元（增长6.4%）、8616元（7.9%）
            for name, (each, growth) in zip(names, beside, strict=True):
                self._state(name, lead, each, scope, kind)
                self._state(name, plain[each.end : growth.start], growth, scope, kind)
            return 2 * len(names) - 1
        if 1 < len(names) <= len(run):
            for name, each in zip(names, run, strict=False):  # a word behind the last (6%和7%左右) is said of all
                self._state(name, lead, each._replace(after=each.after or run[len(names) - 1].after), scope, kind)
            return len(names) - 1
        for name in self._meant(lead):
            self._state(name, lead, amount, scope, kind)
        return 0

    def _meant(self, lead: str) -> tuple[str, ...]:
        """Which of several indicators a single amount is said of."""
        if len(self.subjects) == 1 or _OF_ALL.search(lead):
            return self.subjects
        if set(self.subjects) == {"disposable_income_urban", "disposable_income_rural"}:
            return ("disposable_income_residents",)
        return self.subjects[-1:]

    def _bracketed(self, lead: str, amount: Quantity, scope: periods.Scope) -> None:
        """较一季度（-3.1%）: the same figure of another period."""
        before = periods.mentions(lead, 0, len(lead))
        if not before or amount.unit != "%" or scope.year is None:
            year = scope.year - 1 if scope.year and re.search(r"上一?年|去年", lead) else None
            period = f"{year}{scope.part}" if year else None
        else:
            last = before[-1]._replace(compared=False)
            other = periods.entered(scope, last, self.now)
            period = f"{other.year}{scope.part}" if other.year != scope.year and not other.part else other.period()
        if period and amount.unit == "%":
            self._add(self.subjects[-1], "growth", amount, 1, "eq", "actual", period)

    def _state(self, name: str, lead: str, amount: Quantity, scope: periods.Scope, kind: cues.Kind) -> None:
        if not leads.fits(name, amount.unit) and amount.value is not None:
            return
        if leads.is_another_tale(lead, amount, name) or leads.is_former(lead, self.text.plain[amount.end : amount.end + 12]):
            return
        said = leads.read(lead, amount, name)
        if said.restated and said.measure == "growth" and self._percentage_follows(amount):
            return
        last = leads.clause(lead)
        first = self.subject_span.start
        summed = scope.plan is not None and _IN_SUM.search(self.text.plain, max(self.span.start, first - 8), first)
        period = self._since(scope) if said.average else None
        period = period or dating.period_of(scope, said, last, name, summed=bool(summed))
        if self.wholly_estimated and kind == "actual":
            kind = "estimate"
        if kind == "actual" and not scope.stated and not scope.part and said.measure == "growth" and amount.after in ("approx", "ge", "le"):
            kind = "target"  # results are not rounded: 增长8%左右
        if kind == "actual" and dating.is_aimed_at(self.text.plain, amount.end):
            kind, period = "target", period if "全年" not in lead else scope._replace(part="").period()
        if kind == "actual" and self.text.plain.startswith("（", amount.end) and _ROUGHLY.match(self.text.plain, amount.end):
            kind = "estimate"
        kind, period = dating.settled(kind, period, scope, self.now, self.published, is_listed=self.opening.lasting)
        comparator = "gt" if _STEP.match(self.text.plain, amount.end) else compared(lead, amount)
        self._add(name, said.measure, amount, said.sign, comparator, kind, period)

    def _since(self, scope: periods.Scope) -> str | None:
        """由2015年的44亿元增加到2019年的75亿元，年均增长10%: the years after the one that is compared with."""
        if not self.base or not scope.year or scope.part or self.base + 1 >= scope.year:
            return None
        if scope.plan and self.base + 1 < int(scope.plan[:4]):  # 比2010年翻一番，年均增长8%: of the plan
            return None
        return f"{self.base + 1}-{scope.year}"

    def _percentage_follows(self, amount: Quantity) -> bool:
        """同比增长1200元，增幅6.6%: the first figure only says the second in another way."""
        return bool(_PERCENTAGE.match(self.text.plain, amount.end, amount.end + 20))

    def _add(self, name: str, measure: leads.Measure, amount: Quantity, sign: int, comparator: str, kind: cues.Kind, period: str | None) -> None:
        first = min(self.subject_span.start, amount.start)
        if amount.end - first > 160:
            first = max(first, self.text.plain.rfind("，", 0, amount.start) + 1)
        fact = Indicator(
            quote=self.text.quote(first, amount.end),
            start=first,
            name=name,
            raw_name=self.text.written(*self.subject_span),
            measure=measure,
            value=_signed(amount.value, sign),
            unit=amount.unit or None,
            comparator=comparator,  # type: ignore[arg-type]
            kind=kind,
            period=period,
            wording="两位数" if amount.value is None else None,
        )
        if comparator == "eq":
            self.found[-_NEAR:] = [known for known in self.found[-_NEAR:] if not _surpassed(known, fact)]
        elif kind != "target" and any(_surpassed(fact, known) for known in self.found[-_NEAR:]):  # 失业率3.4%，控制在4%以内
            return
        self.found.append(fact)


def _signed(value: float | tuple[float, float] | None, sign: int) -> float | tuple[float, float] | None:
    if value is None or sign > 0:
        return value
    if isinstance(value, tuple):
        return (-value[1], -value[0])
    return value if value < 0 else -value


def _surpassed(old: Indicator, new: Indicator) -> bool:
    """突破500亿元，达到512亿元: the round figure gives way to the exact one."""
    is_rounder = old.comparator in ("gt", "ge", "le") and new.comparator == "eq" and old.unit is not None
    return is_rounder and old.name == new.name and old.measure == new.measure == "level" and old.period == new.period and old.kind == new.kind
