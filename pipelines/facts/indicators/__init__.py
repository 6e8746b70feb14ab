"""Indicators: the figures and targets of gross product, output, investment, revenue, incomes, jobs and prices, with their periods."""

import re
from collections.abc import Iterator

from pipelines.facts.context import Context
from pipelines.facts.indicators import cues, periods
from pipelines.facts.indicators.dating import is_aimed_at
from pipelines.facts.indicators.heads import next_head
from pipelines.facts.indicators.names import namings
from pipelines.facts.indicators.statements import Sentence
from pipelines.facts.indicators.subjects import grouped
from pipelines.facts.indicators.wordings import worded
from pipelines.facts.language.text import Span, Text
from pipelines.facts.language.years import this_year
from pipelines.factual import Indicator

KIND = "indicators"
NEEDS = ("event_dates",)
_HEADING = re.compile(r"[\s“”（）—\-]*(?:[一二三四五六七八九十]{1,3}[、.]|（[一二三四五六七八九十]{1,3}）)?[^，。；\n]{0,40}\n*$")
_ITEM = re.compile(r"(?:\d{1,2}[.、．]|[①-⑳]|—|·|（\d{1,2}）)")
_LAST_YEAR = re.compile(r"[\u4e00-\u9fff](20\d\d)$")
"""数说2020: a headline that ends in its year."""
_YEAR = re.compile(r"(?:19|20)\d\d年")
_PERIOD_HINT = re.compile("年|季度|十[一二三四五六]五")
_DIGIT = re.compile(r"[\d百两千](?:(?<=\d)|(?<=百)分之|(?<=两)位数|(?<=[百千])亿)")


def find(text: Text, context: Context) -> tuple[Indicator, ...]:
    """All statements of indicators, each once; conventions in docs/facts.md."""
    stating = list(_stating(text))
    return _once(Walk(text, context, stating).statements()) if stating else ()


class Walk:
    """Goes through the sentences of a text in order, carrying on what period and what mood they are in."""

    def __init__(self, text: Text, context: Context, stating: list[Span]) -> None:
        self.text = text
        year = this_year(text, context)
        published = context.published
        self.moment = (published.year, published.month) if published else _day_of(context)
        self.now = periods.Now(year, self.moment[1] if self.moment else None) if year else None
        self.stating = set(stating)
        self.paragraphs = {text.paragraph_number(span.start) for span in stating}
        self.last = text.paragraphs[text.paragraph_number(stating[-1].start)].end
        self.hinting = {text.sentence_at(hint.start()) for hint in _PERIOD_HINT.finditer(text.plain, 0, self.last)}
        self.scope, self.mood = _titled(context, self.now), cues.Mood()
        self.subjects: tuple[str, ...] = ()
        self.subject_span = Span(0, 0)
        self.estimated = False
        self.listed = 0
        """The number of the last paragraph of a list that was announced (主要目标如下：), each paragraph of which states a figure."""

    def statements(self) -> list[Indicator]:
        """What every sentence states."""
        found: list[Indicator] = []
        entered, rested, number, paragraphs = -1, -1, 0, self.text.paragraphs
        for span in self.text.sentences:
            if span.start >= self.last:
                break
            while number + 1 < len(paragraphs) and paragraphs[number + 1].start <= span.start:
                number += 1
            if number != entered and self._is_heading(span):
                self._rest()
                self.mood = cues.headed(self.mood, self.text.plain[slice(*span)])
                rested = number
            entered = number
            if number in self.paragraphs or span in self.hinting:
                if number != rested:
                    if not self._goes_on(number):
                        self._rest()
                    rested = number
                found += self._sentence(span)
        return found

    def _is_heading(self, span: Span) -> bool:
        plain = self.text.plain
        return plain.find("。", *span) < 0 and plain.find("%", *span) < 0 and _HEADING.match(plain, *span) is not None

    def _goes_on(self, number: int) -> bool:
        """Whether a paragraph is one of a list of goals that the paragraph before announces or is part of."""
        if not number or not self.mood.lasting:
            return False
        last, this = (self.text.plain[slice(*self.text.paragraphs[n])].strip() for n in (number - 1, number))
        if last.endswith("：") or (self.listed == number - 1 and self.listed):
            self.listed = number
        return self.listed == number or last.endswith("；") or _ITEM.match(this) is not None

    def _rest(self) -> None:
        """A paragraph begins anew; only what the heading above it announced goes on."""
        self.estimated, self.subjects = False, ()
        self.mood = cues.Mood(self.mood.section or "actual", False, self.mood.section)

    def _sentence(self, span: Span) -> list[Indicator]:
        sentence = Sentence(self.text, span, self.scope, self.mood.rested(), self.now, self.moment, self.subjects, self.subject_span)
        has_estimate = cues.has_estimate(self.text.plain, *span)
        sentence.wholly_estimated = self.estimated and has_estimate
        if span in self.stating or (self.subjects and _DIGIT.search(self.text.plain, *span)):
            sentence.read()
            _add_worded(sentence)
        else:
            sentence.skim()
        self.scope, self.mood, self.subjects, self.subject_span = sentence.scope, sentence.mood, sentence.subjects, sentence.subject_span
        self.estimated = has_estimate
        return sentence.found


def _day_of(context: Context) -> tuple[int, int] | None:
    """Year and month of the reported event."""
    days = (event.start_date for event in context.found.event_dates if event.start_date[:4].isdigit())
    return next(((int(day[:4]), int(day[5:7])) for day in days), None)


def _titled(context: Context, now: periods.Now | None) -> periods.Scope:
    """What the headline says the report is about."""
    scope = periods.Scope()
    yearly = re.search(r"公报|经济运行|国民经济|经济指标|经济形势|大事记|概况|综述|年鉴|发展情况|发展成就|盘点", context.title)
    for mention in periods.mentions(context.title, 0, len(context.title)):
        named = {**mention.groups, "planword": ""} if mention.groups.get("planword") == "规划" else mention.groups  # “十一五”规划 is about its years
        scope = periods.entered(scope, mention._replace(groups=named), now)
    if not scope.year and (ends := _LAST_YEAR.search(context.title)):
        return periods.Scope(year=int(ends[1]), stated=True)
    is_plan = scope.plan and "规划" in context.title
    return scope if scope.part or yearly or is_plan else periods.Scope()


def _stating(text: Text) -> Iterator[Span]:
    """The sentences that name an indicator and a figure or a target in words."""
    plain, start = text.plain, 0
    while (head := next_head(plain, start)) is not None:
        span = text.sentence_at(head)
        if _DIGIT.search(plain, *span) or worded(plain, *span):
            yield span
        start = span.end


def _add_worded(sentence: Sentence) -> None:
    """Targets in words: the last indicator named before them, where no figure lies between."""
    plain, (start, end) = sentence.text.plain, sentence.span
    while match := worded(plain, start, end):
        near = grouped(plain, [n for n in namings(plain, max(start, match.start() - 30), match.start()) if n.names])
        between = _YEAR.sub("", plain[near[-1].end : match.start()]) if near else ""
        if near and not re.search(r"\d|[，；：]", between):
            _state_in_words(sentence, near[-1].names, Span(near[-1].start, match.end()), match[0])
        start = match.end()


def _state_in_words(sentence: Sentence, names: tuple[str, ...], span: Span, words: str) -> None:
    kind = cues.at(span.start, cues.moods(sentence.text.plain, *sentence.span, sentence.opening)).kind
    if kind != "target" and not is_aimed_at(sentence.text.plain, span.end):
        return
    scope = sentence.scope_at(span.end)
    year = scope.period() or (str(sentence.now.year) if sentence.now and not scope.stated else None)
    sentence.found += [
        Indicator(
            quote=sentence.text.quote(*span),
            start=span.start,
            name=name,
            raw_name=sentence.text.written(span.start, span.end - len(words)),
            measure="level" if name.startswith("unemployment") else "growth",
            value=None,
            unit=None,
            comparator="lt" if words.startswith("低于") else "gt" if words.startswith(("高于", "快于")) else "eq",
            kind="target",
            period=year,
            wording=words,
        )
        for name in names
        if not any(known.name == name and known.value is None for known in sentence.found)
    ]


def _once(found: list[Indicator]) -> tuple[Indicator, ...]:
    """Each statement once, where it is first made."""
    first: dict[tuple[object, ...], Indicator] = {}
    for fact in found:
        first.setdefault((fact.name, fact.measure, fact.value, fact.unit, fact.kind, fact.period, fact.wording), fact)
    return tuple(first.values())
