"""What a report states, each fact with the exact substring (quote, start) of the body that states it."""

from typing import Any

from sqlalchemy import Float, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Key


class _Stated:
    """What every fact has: its report, and the words that state it."""

    id: Mapped[Key]
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    quote: Mapped[str]
    start: Mapped[int]
    """Characters from the beginning of the body."""


class Mention(_Stated, Base):
    """A person in a report."""

    __tablename__ = "mention"
    name: Mapped[str] = mapped_column(index=True)
    posts: Mapped[list[Any]]
    role: Mapped[str]


class Meeting(_Stated, Base):
    """A meeting that is reported."""

    __tablename__ = "meeting"
    name: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str | None]
    session: Mapped[str | None]
    place: Mapped[str | None]
    host: Mapped[str | None]


class Indicator(_Stated, Base):
    """A figure, or a target without one; ``quote`` is the evidence."""

    __tablename__ = "indicator"
    name: Mapped[str] = mapped_column(index=True)
    raw_name: Mapped[str]
    measure: Mapped[str]
    value: Mapped[float | None] = mapped_column(Float)
    value_high: Mapped[float | None] = mapped_column(Float)
    """Upper end where the text gives a range; ``value`` is then the lower."""
    unit: Mapped[str | None]
    comparator: Mapped[str]
    kind: Mapped[str]
    period: Mapped[str | None] = mapped_column(index=True)
    wording: Mapped[str | None]


class Formula(_Stated, Base):
    """A policy formula (提法)."""

    __tablename__ = "formula"
    name: Mapped[str]
    key: Mapped[str] = mapped_column(index=True)
    items: Mapped[list[Any]]


class EventDate(_Stated, Base):
    """When the reported event took place."""

    __tablename__ = "event_date"
    start_date: Mapped[str] = mapped_column(index=True)
    end_date: Mapped[str]
    precision: Mapped[str]
    year_inferred: Mapped[bool]
    reason: Mapped[str]


class Keyword(_Stated, Base):
    """A telling word."""

    __tablename__ = "keyword"
    word: Mapped[str] = mapped_column(index=True)
    weight: Mapped[float] = mapped_column(Float)


class OtherFact(_Stated, Base):
    """A fact of a kind that has no table of its own."""

    __tablename__ = "other_fact"
    kind: Mapped[str] = mapped_column(index=True)
    detail: Mapped[dict[str, Any]]


class Credit(Base):
    """Someone named as having made the report; the quote stands on the page, not always in the body."""

    __tablename__ = "credit"
    id: Mapped[Key]
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    role: Mapped[str]
    name: Mapped[str] = mapped_column(index=True)
    quote: Mapped[str]
