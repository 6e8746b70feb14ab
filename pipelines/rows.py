"""What a refined page is as rows: the report, and what belongs to it, as plain values."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import DeclarativeBase

from db.models import Credit, EventDate, Formula, Indicator, Keyword, Meeting, Mention, OtherFact, Resource
from db.rows import Row, day_of
from pipelines.factual import Fact, Facts, Region
from pipelines.factual import Indicator as IndicatorFact
from pipelines.reading import Reading
from pipelines.refined import Refined

ASIDE = frozenset({"advertisement", "placeholder"})
"""The flags that leave a report out of queries unless they are asked for."""
Children = Mapping[type[DeclarativeBase], Sequence[Row]]


def report_row(refined: Refined, report_id: int, run_id: int | None, now: datetime) -> Row:
    """The report's own row."""
    reading, facts = refined.reading, refined.facts
    flags = reading.flags | facts.flags
    region = facts.region
    row = {
        "id": report_id,
        "origin": refined.page.origin or refined.page.url,
        **{name: getattr(reading, name) for name in _READ},
        "published_on": day_of(reading.publish_date),
        "column_name": reading.column,
        "adcode": region.adcode if region else None,
        "region_name": region.name if region else None,
        "region_path": list(region.path) if region else [],
        "genre": facts.genre,
        "flags": sorted(flags),
        "set_aside": facts.genre == "template_or_ad" or bool(flags & ASIDE),
        "provenance": {field: {"rule": seen.rule, "saw": seen.saw} for field, seen in reading.provenance.items()} | _provenance(region),
        "body_digest": refined.body_digest,
        "facts_version": facts.version,
        "stored_at": now,
        "run_id": run_id,
    }
    make_storable([row])
    return row


def _provenance(region: Region | None) -> dict[str, dict[str, str]]:
    return {"region": {"rule": region.basis, "saw": region.saw or region.name}} if region else {}


_READ = (
    "title", "title_derived", "kicker", "subtitle", "body", "body_hans", "kind", "script", "publish_date", "publish_date_basis", "page_generated_at",
    "source", "site_id_code", "repairs", "text_raw", "encoding",
)  # fmt: skip


def children(refined: Refined, report_id: int) -> Children:
    """The rows of the tables that hang on a report."""
    rows = {model: own for model, own in (_of_reading(refined.reading) | _of_facts(refined.facts)).items() if own}
    everything = [row for own in rows.values() for row in own]
    for row in everything:
        row["report_id"] = report_id
    make_storable(everything)
    return rows


def _of_reading(reading: Reading) -> dict[type[DeclarativeBase], list[dict[str, Any]]]:
    attachments = [{"kind": "attachment", "url": r.url, "name": r.name} for r in reading.attachments]
    images = [{"kind": "image", "url": r.url, "name": r.name} for r in reading.images]
    return {
        Credit: [{"role": c.role, "name": c.name, "quote": c.quote} for c in reading.credits],
        Resource: attachments + images,
    }


def _of_facts(facts: Facts) -> dict[type[DeclarativeBase], list[dict[str, Any]]]:
    return {
        Mention: [_listed(person, "posts") for person in facts.people],
        Meeting: [_values(meeting) for meeting in facts.meetings],
        Indicator: [_ranged(indicator) for indicator in facts.indicators],
        Formula: [_listed(formula, "items") for formula in facts.formulas],
        EventDate: [_values(event) for event in facts.event_dates],
        Keyword: [_values(keyword) for keyword in facts.keywords],
        OtherFact: [_other(kind, _values(fact)) for kind, facts_ in facts.more.items() for fact in facts_],
    }


def _values(fact: Fact) -> dict[str, Any]:
    # dataclasses.asdict copies every value deeply, which costs more than inserting them.
    return {name: getattr(fact, name) for name in fact.__dataclass_fields__}


def _listed(fact: Fact, name: str) -> dict[str, Any]:
    row = _values(fact)
    row[name] = list(row[name])
    return row


def _ranged(indicator: IndicatorFact) -> dict[str, Any]:
    row = _values(indicator)
    value = indicator.value
    row["value"], row["value_high"] = value if isinstance(value, tuple) else (value, None)
    return row


def _other(kind: str, fact: dict[str, Any]) -> dict[str, Any]:
    return {"kind": kind, "quote": fact.pop("quote"), "start": fact.pop("start"), "detail": fact}


def make_storable(rows: Sequence[dict[str, Any]]) -> None:
    """Replace what no database takes (U+0000, half a surrogate pair) by U+FFFD, character for character: offsets stay true."""
    if not _is_storable("".join([value for row in rows for value in row.values() if isinstance(value, str)])):
        for row in rows:
            row |= {name: _UNSTORABLE.sub("\ufffd", value) for name, value in row.items() if isinstance(value, str)}


_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def _is_storable(text: str) -> bool:
    if "\0" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
