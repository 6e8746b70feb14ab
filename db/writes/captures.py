"""Captures and rejections: where each fetched response lies in the archive, and why a page did not become a report."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypedDict

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from db.models import Capture, Rejection
from db.rows import allocate, execute_many, in_chunks, insert_many, table_of


class CaptureRow(TypedDict):
    """A capture as plain values: the fields of ``pipelines.page.Capture``."""

    url: str
    fetched_at: datetime
    status: int
    payload_digest: str
    content_type: str | None
    etag: str | None
    last_modified: str | None
    warc_file: str
    warc_offset: int
    record_id: str
    is_revisit: bool


Place = tuple[str, int]
"""WARC file and offset: what makes a capture one."""


def place_of(row: CaptureRow) -> Place:
    """Where a capture lies."""
    return row["warc_file"], row["warc_offset"]


def add_capture(session: Session, run_id: int | None, row: CaptureRow) -> int:
    """Write down a capture, unless it is known (a replay reads the same record again). Returns its id."""
    return add_captures(session, run_id, [row])[place_of(row)][0]


def add_captures(session: Session, run_id: int | None, rows: Sequence[CaptureRow]) -> dict[Place, tuple[int, int | None]]:
    """Write down those captures that are not known. Returns for each place the id, and the posting whose page it is known to be."""
    known = _known(session, rows)
    new = {place_of(row): row for row in rows if place_of(row) not in known}
    ids = allocate(session, Capture, len(new))
    insert_many(session, Capture, [{**row, "id": id_, "run_id": run_id} for id_, row in zip(ids, new.values(), strict=True)])
    return known | {place: (id_, None) for id_, place in zip(ids, new, strict=True)}


def _known(session: Session, rows: Sequence[CaptureRow]) -> dict[Place, tuple[int, int | None]]:
    offsets: dict[str, list[int]] = {}
    for row in rows:
        offsets.setdefault(row["warc_file"], []).append(row["warc_offset"])
    known: dict[Place, tuple[int, int | None]] = {}
    for file, places in offsets.items():
        for chunk in in_chunks(places):
            fields = select(Capture.warc_offset, Capture.id, Capture.posting_id)
            found = session.execute(fields.where(Capture.warc_file == file, Capture.warc_offset.in_(chunk)))
            known |= {(file, offset): (id_, posting_id) for offset, id_, posting_id in found}
    return known


def tie_captures(session: Session, postings: Mapping[int, int]) -> None:
    """Write down of which posting each capture is: capture id -> posting id."""
    captures = table_of(Capture)
    tie = update(captures).where(captures.c.id == bindparam("capture")).values(posting_id=bindparam("posting"))
    execute_many(session, tie, [{"capture": capture, "posting": posting} for capture, posting in postings.items()])


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
