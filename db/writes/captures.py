"""Captures and rejections: where each fetched response lies in the archive, and why a page did not become a report."""

# ruff: noqa: D102  the fields of Fetched are explained where they are made: pipelines/page.py
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from db.models import Capture, Rejection
from db.rows import allocate, execute_many, in_chunks, insert_many, table_of


class Fetched(Protocol):
    """What a capture is to us: ``pipelines.page.Capture`` has these fields, and we may not import it."""

    @property
    def url(self) -> str: ...
    @property
    def fetched_at(self) -> datetime: ...
    @property
    def status(self) -> int: ...
    @property
    def payload_digest(self) -> str: ...
    @property
    def content_type(self) -> str | None: ...
    @property
    def etag(self) -> str | None: ...
    @property
    def last_modified(self) -> str | None: ...
    @property
    def warc_file(self) -> str: ...
    @property
    def warc_offset(self) -> int: ...
    @property
    def record_id(self) -> str: ...
    @property
    def is_revisit(self) -> bool: ...


FIELDS = (
    "url", "fetched_at", "status", "payload_digest", "content_type", "etag", "last_modified", "warc_file", "warc_offset", "record_id", "is_revisit",
)  # fmt: skip
Place = tuple[str, int]
"""WARC file and offset: what makes a capture one."""


class KnownCapture(NamedTuple):
    """A capture in the archive, and the posting whose page it is known to be."""

    id: int
    posting_id: int | None


def place_of(capture: Fetched) -> Place:
    """Where a capture lies."""
    return capture.warc_file, capture.warc_offset


def add_capture(session: Session, capture: Fetched, run_id: int | None = None) -> int:
    """Write down a capture, unless it is known (a replay reads the same record again). Returns its id."""
    return add_captures(session, [capture], run_id)[place_of(capture)].id


def add_captures(session: Session, captures: Sequence[Fetched], run_id: int | None = None) -> dict[Place, KnownCapture]:
    """Write down those captures that are not known. Returns what is known of each by its place."""
    known = _known(session, captures)
    new = {place_of(capture): capture for capture in captures if place_of(capture) not in known}
    ids = allocate(session, Capture, len(new))
    rows = [
        {"id": id_, "run_id": run_id, "posting_id": None} | {field: getattr(capture, field) for field in FIELDS}
        for id_, capture in zip(ids, new.values(), strict=True)
    ]
    insert_many(session, Capture, rows)
    return known | {place: KnownCapture(id_, None) for id_, place in zip(ids, new, strict=True)}


def _known(session: Session, captures: Sequence[Fetched]) -> dict[Place, KnownCapture]:
    offsets: dict[str, list[int]] = {}
    for capture in captures:
        offsets.setdefault(capture.warc_file, []).append(capture.warc_offset)
    known: dict[Place, KnownCapture] = {}
    for file, places in offsets.items():
        for chunk in in_chunks(places):
            fields = select(Capture.warc_offset, Capture.id, Capture.posting_id)
            found = session.execute(fields.where(Capture.warc_file == file, Capture.warc_offset.in_(chunk)))
            known |= {(file, offset): KnownCapture(id_, posting_id) for offset, id_, posting_id in found}
    return known


def tie_captures(session: Session, postings: Mapping[int, int]) -> None:
    """Write down of which posting each capture is: capture id -> posting id."""
    captures = table_of(Capture)
    tie = update(captures).where(captures.c.id == bindparam("capture")).values(posting_id=bindparam("posting"))
    execute_many(session, tie, [{"capture": capture, "posting": posting} for capture, posting in postings.items()])


def forget_refusals(session: Session, captures: Collection[int]) -> None:
    """Pages that were refused and have become reports since are refused no longer."""
    for chunk in in_chunks(list(captures)):
        session.execute(delete(Rejection).where(Rejection.capture_id.in_(chunk)))


def capture_by_digest(session: Session, payload_digest: str, url: str) -> Capture | None:
    """The latest full capture of this payload at this URL, for a revisit record to refer to."""
    same = select(Capture).where(Capture.payload_digest == payload_digest, Capture.url == url, Capture.is_revisit.is_(False))
    return session.scalars(same.order_by(Capture.id.desc()).limit(1)).first()


def reject(session: Session, run_id: int | None, capture_id: int | None, url: str, reason: str, detail: str, now: datetime) -> None:
    """Count a page that did not become a report. The same capture rejected again (a replay) stays one row, with the latest reason."""
    values: dict[str, Any] = {"run_id": run_id, "url": url, "reason": reason, "detail": detail, "rejected_at": now}
    same = select(Rejection.id).where(Rejection.capture_id == capture_id) if capture_id is not None else None
    known = session.scalars(same.limit(1)).first() if same is not None else None
    if known is None:
        session.add(Rejection(capture_id=capture_id, **values))
        session.flush()
    else:
        session.execute(update(Rejection).where(Rejection.id == known).values(**values))
