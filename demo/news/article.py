"""One article with everything that is true of it, in the words of the export keys."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from demo.news.divisions import Division

Role = Literal["speaker", "host", "attendee", "other"]
Value = float | tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTruth:
    """Someone who acts in the article; posts as written, role as docs/facts.md defines it."""

    name: str
    posts: tuple[str, ...]
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorTruth:
    """One figure, or a target without one (``value`` None); ``evidence`` stands in the body word for word."""

    name: str
    raw_name: str
    measure: Literal["level", "growth", "share"]
    value: Value
    unit: str | None
    comparator: Literal["eq", "approx", "ge", "le", "gt", "lt"]
    kind: Literal["target", "estimate", "actual"]
    period: str | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What was written, and its truth. ``key`` is one report: every posting of it, anywhere, carries the same key."""

    key: str
    title: str
    kicker: str | None
    published: datetime
    source: str
    credits: tuple[tuple[str, str], ...]
    genre: str
    people: tuple[PersonTruth, ...]
    meetings: tuple[str, ...]
    event_dates: tuple[tuple[str, str, str], ...]
    """Start, end (ISO days) and precision. Those of notices lie ahead, and careful readers differ on whether they are events."""
    indicators: tuple[IndicatorTruth, ...]
    formulas: tuple[str, ...]
    region: Division
    body: str
    """Paragraphs joined by ``\\n``."""
    images: tuple[str, ...] = ()
    """Captions, one an image."""
    attachments: tuple[str, ...] = ()
    """File names."""

    def truth(self) -> dict[str, Any]:
        """The article under the keys of the export, as a gold row for scoring."""
        return {
            "key": self.key,
            "title": self.title,
            "kicker": self.kicker,
            "publish_date": self.published.isoformat(timespec="minutes"),
            "source": self.source,
            "credits": [{"role": role, "name": name} for role, name in self.credits],
            "genre": self.genre,
            "people": [{"name": p.name, "posts": list(p.posts), "role": p.role} for p in self.people],
            "meetings": [{"name": m} for m in self.meetings],
            "event_dates": [{"start": s, "end": e, "precision": p, "ambiguous": self.genre == "notice"} for s, e, p in self.event_dates],
            "indicators": [_indicator(i) for i in self.indicators],
            "formulas": [{"name": f} for f in self.formulas],
            "region": {"adcode": self.region.adcode, "name": self.region.name, "path": list(self.region.path)},
            "flags": {"truncated": False, "advertisement": False, "placeholder": False, "mangled_script": False},
            "body": self.body,
        }


def _indicator(i: IndicatorTruth) -> dict[str, Any]:
    return {field: getattr(i, field) for field in IndicatorTruth.__slots__} | {"value": list(i.value) if isinstance(i.value, tuple) else i.value}
