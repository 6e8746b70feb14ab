"""The export: one JSON object a report, with its postings, captures, facts and provenance, streamed in batches."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from sqlalchemy import RowMapping, func, or_, select
from sqlalchemy.orm import DeclarativeBase, Session

from db.filters import Filter
from db.models import Capture, Credit, EventDate, Formula, Indicator, Keyword, Meeting, Mention, OtherFact, Posting, Report, ReportLink, Resource
from db.rows import table_of

BATCH = 200
"""Reports held in memory at once."""
FLAGS = ("truncated", "advertisement", "placeholder", "mangled_script")
"""The flags that every report answers with yes or no; further doubts are listed under ``doubts``."""
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Told:
    """All rows that belong to one report."""

    report: RowMapping
    own: Mapping[type[DeclarativeBase], Sequence[RowMapping]]
    captures: Sequence[RowMapping]

    def of(self, model: type[DeclarativeBase]) -> Sequence[RowMapping]:
        """The report's rows of one table, in the order in which they were written."""
        return self.own.get(model, ())


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the export: how it is made, and what it means."""

    name: str
    make: Callable[[_Told], Any]
    meaning: str


def _plain(column: str) -> Callable[[_Told], Any]:
    return lambda told: told.report[column]


def _rows(model: type[DeclarativeBase], **names: str) -> Callable[[_Told], list[Record]]:
    """Rows of a table as objects: ``key=column``."""
    return lambda told: [{key: row[column] for key, column in names.items()} for row in told.of(model)]


def _resources(kind: str) -> Callable[[_Told], list[Record]]:
    return lambda told: [{"url": row["url"], "name": row["name"]} for row in told.of(Resource) if row["kind"] == kind]


def _region(told: _Told) -> Record | None:
    row = told.report
    return {"adcode": row["adcode"], "name": row["region_name"], "path": row["region_path"]} if row["adcode"] else None


def _indicator(row: RowMapping) -> Record:
    value = row["value"] if row["value_high"] is None else [row["value"], row["value_high"]]
    kept = ("name", "raw_name", "measure", "unit", "comparator", "kind", "period", "wording")
    return {name: row[name] for name in kept} | {"value": value, "evidence": row["quote"], "offset": row["start"]}


def _urls(told: _Told) -> list[str]:
    """Addresses of the postings; documents that came as files were captured under their own, which may be several for one address."""
    files = (unquote(urlsplit(row["url"]).path) for row in told.captures if row["url"].startswith("file:"))
    return list(dict.fromkeys([*(row["url"] for row in told.of(Posting)), *files]))


def _capture(row: RowMapping) -> Record:
    return {
        "url": row["url"],
        "fetched_at": row["fetched_at"].isoformat(),
        "status": row["status"],
        "digest": row["payload_digest"],
        "warc": row["warc_file"],
        "offset": row["warc_offset"],
        "revisit": row["is_revisit"],
    }


def _posting(row: RowMapping) -> Record:
    kept = {"url": "url", "title": "title", "publish_date": "publish_date", "column": "column_name", "kind": "link_kind", "score": "score", "state": "state"}
    seen = {"first_seen_at": row["first_seen_at"].isoformat(), "last_seen_at": row["last_seen_at"].isoformat()}
    return {key: row[column] for key, column in kept.items()} | seen


def _related(told: _Told) -> list[Record]:
    own = told.report["id"]
    return [
        {"id": row["other_id"] if row["report_id"] == own else row["report_id"], "kind": row["kind"], "score": row["score"], "is_from": row["report_id"] == own}
        for row in told.of(ReportLink)
    ]


KEYS = (
    Key("id", _plain("id"), "our id"),
    Key("origin", _plain("origin"), "the path or URL that it was first read from"),
    Key("urls", _urls, "all URLs at which it stands, its own first, and all files that it was read from"),
    Key("title", _plain("title"), "the headline"),
    Key("title_derived", _plain("title_derived"), "true where the page carries no headline and we made one"),
    Key("kicker", _plain("kicker"), "引题, the line above the headline"),
    Key("subtitle", _plain("subtitle"), "副题, the line below it"),
    Key("publish_date", _plain("publish_date"), "ISO, as precise as the page states, local time (+08:00)"),
    Key("publish_date_basis", _plain("publish_date_basis"), "where it came from: meta, page, list, url, dateline, given"),
    Key("page_generated_at", _plain("page_generated_at"), "when a CMS rebuilt the page, where a footer states it; never the publish date"),
    Key("source", _plain("source"), "来源"),
    Key("credits", _rows(Credit, role="role", name="name", quote="quote"), "who made it: `{role, name, quote}`; names in simplified script"),
    Key("site_id_code", _plain("site_id_code"), "政府网站标识码"),
    Key("column", _plain("column_name"), "栏目"),
    Key("region", _region, "`{adcode, name, path}` of the division that it is about, by today's code; null where it is not known"),
    Key("script", _plain("script"), "hans or hant"),
    Key("kind", _plain("kind"), "article, attachment_only or image_only"),
    Key("body", _plain("body"), "paragraphs joined by `\\n`, without boilerplate, in the script of the page, repaired"),
    Key("body_hans", _plain("body_hans"), "the simplified rendering"),
    Key("genre", _plain("genre"), "meeting_news, speech, work_report, inspection, notice, other, template_or_ad"),
    Key(
        "event_dates",
        _rows(
            EventDate, start="start_date", end="end_date", precision="precision", year_inferred="year_inferred", reason="reason", quote="quote", offset="start"
        ),
        "when the reported event took place: `{start, end, precision, year_inferred, reason, quote, offset}`; `--11-06` where the year cannot be told",
    ),
    Key(
        "people",
        _rows(Mention, name="name", posts="posts", role="role", quote="quote", offset="start"),
        "`{name, posts, role, quote, offset}`; role one of speaker, host, attendee, other; in simplified script",
    ),
    Key(
        "meetings",
        _rows(Meeting, name="name", kind="kind", session="session", place="place", host="host", quote="quote", offset="start"),
        "`{name, kind, session, place, host, quote, offset}`",
    ),
    Key("formulas", _rows(Formula, name="name", key="key", items="items", quote="quote", offset="start"), "提法: `{name, key, items, quote, offset}`"),
    Key(
        "indicators",
        lambda told: [_indicator(row) for row in told.of(Indicator) if row["value"] is not None],
        "`{name, raw_name, measure, value, unit, comparator, kind, period, wording, evidence, offset}`; value a number or `[low, high]`",
    ),
    Key(
        "targets_in_words",
        lambda told: [_indicator(row) for row in told.of(Indicator) if row["value"] is None],
        "the same for targets without a number (低于全市平均水平): value is null, wording says it",
    ),
    Key("keywords", _rows(Keyword, word="word", weight="weight"), "`{word, weight}`"),
    Key(
        "other_facts",
        lambda told: [{"kind": row["kind"], "quote": row["quote"], "offset": row["start"]} | row["detail"] for row in told.of(OtherFact)],
        "facts of kinds without a table of their own: `{kind, quote, offset, …}`",
    ),
    Key("flags", lambda told: {flag: flag in told.report["flags"] for flag in FLAGS}, "`{truncated, advertisement, placeholder, mangled_script}` booleans"),
    Key("doubts", lambda told: [flag for flag in told.report["flags"] if flag not in FLAGS], "further named doubts, such as future_date"),
    Key("repairs", _plain("repairs"), "how many artefacts of a mirror were undone in the body"),
    Key("attachments", _resources("attachment"), "`{url, name}`"),
    Key("images", _resources("image"), "`{url, name}`"),
    Key("postings", lambda told: [_posting(row) for row in told.of(Posting)], "each URL with its title, date, kind of copy, score, state, first and last seen"),
    Key("related", _related, "reports that share text without being the same: `{id, kind, score, is_from}`; is_from where this report comes first in the link"),
    Key(
        "captures",
        lambda told: [_capture(row) for row in told.captures],
        "`{url, fetched_at, status, digest, warc, offset, revisit}` of each time it was fetched",
    ),
    Key("provenance", _plain("provenance"), "for each field that was read from the page, and the region: the rule that won and what it saw"),
    Key("body_digest", _plain("body_digest"), "SHA-256 of the bare text: equal for exact reposts"),
    Key("facts_version", _plain("facts_version"), "of the code that found the facts"),
    Key("stored_at", lambda told: told.report["stored_at"].isoformat(), "when it was first stored, UTC"),
)


def count(session: Session, narrowed: Filter | None = None) -> int:
    """How many reports an export of this filter holds."""
    return session.scalar(select(func.count(Report.id)).where(*(narrowed or Filter()).conditions())) or 0


def export(session: Session, narrowed: Filter | None = None) -> Iterator[Record]:
    """All reports that the filter lets through, oldest id first; BATCH of them are in memory at once."""
    reports, newest = table_of(Report), 0
    conditions = (narrowed or Filter()).conditions()
    while True:
        wanted = select(reports).where(reports.c.id > newest, *conditions).order_by(reports.c.id).limit(BATCH)
        rows = session.execute(wanted).mappings().all()
        if not rows:
            return
        yield from _records(session, rows)
        newest = rows[-1]["id"]


def one(session: Session, report_id: int) -> Record | None:
    """One report; None where there is none of this id."""
    reports = table_of(Report)
    return next(_records(session, session.execute(select(reports).where(reports.c.id == report_id)).mappings().all()), None)


def _records(session: Session, reports: Sequence[RowMapping]) -> Iterator[Record]:
    ids = [row["id"] for row in reports]
    own: dict[type[DeclarativeBase], dict[int, list[RowMapping]]] = {
        model: _children(session, model, ids) for model in (Credit, Resource, Mention, Meeting, Indicator, Formula, EventDate, Keyword, OtherFact)
    }
    own[Posting] = _postings(session, ids)
    own[ReportLink] = _links(session, ids)
    captures = _captures(session, ids)
    for row in reports:
        told = _Told(row, {model: rows.get(row["id"], []) for model, rows in own.items()}, captures.get(row["id"], []))
        yield {key.name: key.make(told) for key in KEYS}


def _children(session: Session, model: type[DeclarativeBase], ids: Sequence[int]) -> dict[int, list[RowMapping]]:
    table = table_of(model)
    return _by(session.execute(select(table).where(table.c.report_id.in_(ids)).order_by(table.c.id)).mappings(), "report_id")


def _postings(session: Session, ids: Sequence[int]) -> dict[int, list[RowMapping]]:
    table = table_of(Posting)
    own_first = (table.c.link_kind != "first", table.c.id)
    return _by(session.execute(select(table).where(table.c.report_id.in_(ids)).order_by(*own_first)).mappings(), "report_id")


def _links(session: Session, ids: Sequence[int]) -> dict[int, list[RowMapping]]:
    table = table_of(ReportLink)
    found = session.execute(select(table).where(or_(table.c.report_id.in_(ids), table.c.other_id.in_(ids))).order_by(table.c.id)).mappings().all()
    links = _by(found, "report_id")
    for row in found:
        links[row["other_id"]].append(row)
    return links


def _captures(session: Session, ids: Sequence[int]) -> dict[int, list[RowMapping]]:
    """Every time that a posting of the reports was fetched."""
    captures, postings = table_of(Capture), table_of(Posting)
    wanted = select(postings.c.report_id, captures).join(captures, captures.c.posting_id == postings.c.id)
    return _by(session.execute(wanted.where(postings.c.report_id.in_(ids)).order_by(captures.c.fetched_at, captures.c.id)).mappings(), "report_id")


def _by(rows: Iterable[RowMapping], column: str) -> dict[int, list[RowMapping]]:
    grouped: dict[int, list[RowMapping]] = defaultdict(list)
    for row in rows:
        grouped[row[column]].append(row)
    return grouped
