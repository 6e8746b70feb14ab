"""The facts that a report may state, each with the exact words (quote) and the place (start) in the body that state it."""

from dataclasses import dataclass, field
from typing import Literal

Genre = Literal["meeting_news", "speech", "work_report", "inspection", "notice", "other", "template_or_ad"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Any fact: ``body[start:start + len(quote)] == quote`` always holds; offsets count characters of ``Reading.body``."""

    quote: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Fact):
    """Someone named as acting in the report, in simplified script."""

    name: str
    posts: tuple[str, ...] = ()
    role: Literal["speaker", "host", "attendee", "other"] = "attendee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """A meeting that is reported."""

    name: str
    kind: str | None = None
    session: str | None = None
    """Normalised, such as ``10-9`` for 第十届…第九次."""
    place: str | None = None
    host: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Fact):
    """A figure or a target without one. ``quote`` is the evidence; see eval conventions in docs/facts.md."""

    name: str
    raw_name: str
    measure: Literal["level", "growth", "share"]
    value: float | tuple[float, float] | None
    unit: str | None
    comparator: Literal["eq", "approx", "ge", "le", "gt", "lt"]
    kind: Literal["target", "estimate", "actual"]
    period: str | None
    wording: str | None = None
    """For a target without a number: its words, such as 低于全市平均水平."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula(Fact):
    """A policy formula (提法)."""

    name: str
    key: str
    """Normal form, so that adoption can be counted across counties."""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate(Fact):
    """When the reported event took place: ISO, or ``--MM-DD`` where the year cannot be told."""

    start_date: str
    end_date: str
    precision: Literal["day", "month", "year"] = "day"
    year_inferred: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyword(Fact):
    """A telling word and its weight."""

    word: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """The most specific division that the report is about, by the code valid today."""

    adcode: str
    name: str
    path: tuple[str, ...]
    """From province down, such as 河南省, 洛阳市, 孟津区."""
    basis: str = ""
    """Which rule named it."""
    saw: str = ""
    """What of the site says that it is its own: its adcode, its name or its host; empty where the text names the division."""


@dataclass(slots=True, kw_only=True)
class Facts:
    """All that was found in one report."""

    region: Region | None = None
    genre: Genre | None = None
    flags: frozenset[str] = frozenset()
    """``truncated``, ``advertisement``, ``placeholder``."""
    people: tuple[Person, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    formulas: tuple[Formula, ...] = ()
    event_dates: tuple[EventDate, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    version: str = ""
    """Of the code that made them."""
    more: dict[str, tuple[Fact, ...]] = field(default_factory=dict)
    """Facts of kinds that have no table of their own, by kind."""
