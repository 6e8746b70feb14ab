"""What a report states, each fact with the exact substring (quote, start) of the body that states it."""

from typing import Any

from sqlalchemy import Float, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Key


class _Stated:
    """What every fact has: its report, and the words that state it."""

    id: Mapped[Key]
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    """The report that states it."""
    quote: Mapped[str]
    """The exact words of the body."""
    start: Mapped[int]
    """Characters from the beginning of the body."""


class Mention(_Stated, Base):
    """A person in a report."""

    __tablename__ = "mention"
    name: Mapped[str] = mapped_column(index=True)
    """As written, in simplified script."""
    posts: Mapped[list[Any]]
    """As written, a list."""
    role: Mapped[str]
    """What part they have."""


class Meeting(_Stated, Base):
    """A meeting that is reported."""

    __tablename__ = "meeting"
    name: Mapped[str] = mapped_column(index=True)
    """As written, in simplified script."""
    kind: Mapped[str | None]
    """Which kind."""
    session: Mapped[str | None]
    """Normalised: 10-9 for 第十届…第九次."""
    place: Mapped[str | None]
    """Where it was held."""
    host: Mapped[str | None]
    """Who held it."""


class Indicator(_Stated, Base):
    """A figure, or a target without one; ``quote`` is the evidence."""

    __tablename__ = "indicator"
    name: Mapped[str] = mapped_column(index=True)
    """As written, in simplified script."""
    raw_name: Mapped[str]
    """As written."""
    measure: Mapped[str]
    """level, growth or share."""
    value: Mapped[float | None] = mapped_column(Float)
    """The figure, or the lower end of a range; null for a target without a number."""
    value_high: Mapped[float | None] = mapped_column(Float)
    """Upper end where the text gives a range; ``value`` is then the lower."""
    unit: Mapped[str | None]
    """%, 亿元, 万元, 元, 人, 个百分点 …."""
    comparator: Mapped[str]
    """eq, approx, ge, le, gt or lt."""
    kind: Mapped[str]
    """Which kind."""
    period: Mapped[str | None] = mapped_column(index=True)
    """2024, 2023H1, 2023Q1, 2023M1-7, 2016-2020; null where the year cannot be told."""
    wording: Mapped[str | None]
    """For a target without a number: its words."""


class Formula(_Stated, Base):
    """A policy formula (提法)."""

    __tablename__ = "formula"
    name: Mapped[str]
    """As written, in simplified script."""
    key: Mapped[str] = mapped_column(index=True)
    """Normal form, the same in every county."""
    items: Mapped[list[Any]]
    """What a numbered formula holds, where the text lists it."""


class EventDate(_Stated, Base):
    """When the reported event took place."""

    __tablename__ = "event_date"
    start_date: Mapped[str] = mapped_column(index=True)
    """ISO, or --MM-DD where the year cannot be told."""
    end_date: Mapped[str]
    """The same day for one day."""
    precision: Mapped[str]
    """day, month or year."""
    year_inferred: Mapped[bool]
    """The year comes from the context, not from the words."""
    reason: Mapped[str]
    """Why that year."""


class Keyword(_Stated, Base):
    """A telling word."""

    __tablename__ = "keyword"
    word: Mapped[str] = mapped_column(index=True)
    """The word."""
    weight: Mapped[float] = mapped_column(Float)
    """How telling it is (TF-IDF)."""


class OtherFact(_Stated, Base):
    """A fact of a kind that has no table of its own."""

    __tablename__ = "other_fact"
    kind: Mapped[str] = mapped_column(index=True)
    """Which kind."""
    detail: Mapped[dict[str, Any]]
    """The rest of the fact."""


class Credit(Base):
    """Someone named as having made the report; the quote stands on the page, not always in the body."""

    __tablename__ = "credit"
    id: Mapped[Key]
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    """The report that states it."""
    role: Mapped[str]
    """What part they have."""
    name: Mapped[str] = mapped_column(index=True)
    """As written, in simplified script."""
    quote: Mapped[str]
    """The exact words of the body."""
