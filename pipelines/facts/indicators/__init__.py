"""Indicators: the figures and targets of gross product, output, investment, revenue, incomes, jobs and prices, with their periods."""

import re

from pipelines.facts.context import Context
from pipelines.facts.indicators import cues, periods
from pipelines.facts.indicators.names import namings
from pipelines.facts.indicators.statements import Sentence
from pipelines.facts.indicators.wordings import worded
from pipelines.facts.language.text import Span, Text
from pipelines.facts.language.years import this_year
from pipelines.factual import Indicator

KIND = "indicators"
NEEDS = ("event_dates",)
_HEADING = re.compile(r"^[\s“”（）—\-]*(?:[一二三四五六七八九十]{1,3}[、.]|（[一二三四五六七八九十]{1,3}）)?[^，。；]{0,40}$")
_DIGIT = re.compile(r"\d|百分之|两位数|[百千]亿")


def find(text: Text, context: Context) -> tuple[Indicator, ...]:
    """All statements of indicators, each once; conventions in docs/facts.md."""
    year = this_year(text, context)
    published = context.published
    moment = (published.year, published.month) if published else None
    scope, mood, subjects, subject_span = _titled(context, year), cues.Mood(), (), Span(0, 0)
    found: list[Indicator] = []
    paragraph, estimated = -1, False
    for span in text.sentences:
        number = text.paragraph_number(span.start)
        if number != paragraph:
            paragraph, estimated, subjects, mood = number, False, (), cues.Mood(mood.section or "actual", False, mood.section)
            if _HEADING.match(text.plain[span.start : span.end].rstrip("\n")):
                mood = cues.headed(mood, text.plain[span.start : span.end])
        sentence = Sentence(text, span, scope, mood.rested(), year, moment, subjects, subject_span)
        has_estimate = cues.has_estimate(text.plain, *span)
        sentence.wholly_estimated = estimated and has_estimate
        if _is_worth_reading(text.plain, span):
            sentence.read()
            _add_worded(sentence)
        else:
            sentence.skim()
        found += sentence.found
        scope, mood, subjects, subject_span = sentence.scope, sentence.mood, sentence.subjects, sentence.subject_span
        estimated = has_estimate
    return _once(found)


def _titled(context: Context, year: int | None) -> periods.Scope:
    """What the headline says the report is about."""
    scope = periods.Scope()
    for mention in periods.mentions(context.title, 0, len(context.title)):
        scope = periods.entered(scope, mention, year)
    return scope if scope.part else periods.Scope()


def _is_worth_reading(plain: str, span: Span) -> bool:
    return bool(_DIGIT.search(plain, *span) or worded(plain, *span))


def _add_worded(sentence: Sentence) -> None:
    """Targets in words: the last indicator named before them, where no figure lies between."""
    plain, (start, end) = sentence.text.plain, sentence.span
    while match := worded(plain, start, end):
        near = [n for n in namings(plain, max(start, match.start() - 30), match.start()) if n.names]
        between = plain[near[-1].end : match.start()] if near else ""
        if near and not re.search(r"\d|[，；：]", between):
            _state_in_words(sentence, near[-1].names, Span(near[-1].start, match.end()), match[0])
        start = match.end()


def _state_in_words(sentence: Sentence, names: tuple[str, ...], span: Span, words: str) -> None:
    kind = cues.at(span.start, cues.moods(sentence.text.plain, *sentence.span, sentence.opening)).kind
    if kind != "target":
        return
    year = sentence.scope.period() or (str(sentence.this_year) if sentence.this_year and not sentence.scope.stated else None)
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
    ]


def _once(found: list[Indicator]) -> tuple[Indicator, ...]:
    """Each statement once, where it is first made."""
    first: dict[tuple[object, ...], Indicator] = {}
    for fact in found:
        first.setdefault((fact.name, fact.measure, fact.value, fact.unit, fact.kind, fact.period, fact.wording), fact)
    return tuple(first.values())
