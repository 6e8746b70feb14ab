"""Stores in batches: many reports, rejections and captures in one transaction, and whoever handed one in waits until it is safe."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from db import writes
from db.session import Archive
from pipelines.canonical import url_key
from pipelines.page import Capture, Page
from pipelines.refined import Refined
from pipelines.store import Stored, store_many


@dataclass(slots=True)
class _Entry:
    refined: Refined
    site_id: int | None
    done: "asyncio.Future[Stored]"


@dataclass(slots=True)
class _Refusal:
    page: Page
    reason: str
    detail: str
    done: "asyncio.Future[None]"


@dataclass(slots=True)
class _Batch:
    entries: list[_Entry] = field(default_factory=list)
    refusals: list[_Refusal] = field(default_factory=list)
    captures: list[Capture] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.entries) + len(self.refusals) + len(self.captures)


class Batches:
    """Collects what a run brings in. A batch is stored when it holds ``size`` things or its first is ``seconds`` old."""

    def __init__(self, archive: Archive, run_id: int, *, size: int = 64, seconds: float = 0.5, on_error: Callable[[Exception], None]) -> None:
        """``on_error`` is told of the exception when a batch cannot be stored; everyone who waits for it gets the exception too."""
        self._archive = archive
        self._run_id = run_id
        self._size = size
        self._seconds = seconds
        self._on_error = on_error
        self._batch = _Batch()
        self._timer: asyncio.TimerHandle | None = None

    async def store(self, refined: Refined, site_id: int | None = None) -> Stored:
        """Store a report; returns when its transaction is committed."""
        done: asyncio.Future[Stored] = asyncio.get_running_loop().create_future()
        self._batch.entries.append(_Entry(refined, site_id, done))
        self._grown()
        return await done

    async def reject(self, page: Page, reason: str, detail: str) -> None:
        """Write down that a page is no report, and why; returns when that is committed."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._batch.refusals.append(_Refusal(page, reason, detail, done))
        self._grown()
        await done

    def note_capture(self, capture: Capture) -> None:
        """Write down a capture with the next batch; nobody waits for it, since the WARC already has it."""
        self._batch.captures.append(capture)
        self._grown()

    def flush(self) -> None:
        """Store what there is, now."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        batch, self._batch = self._batch, _Batch()
        if not len(batch):
            return
        try:
            stored = self._commit(batch)
        except Exception as error:  # noqa: BLE001  whatever it is, the waiting pages must learn of it
            self._fail(batch, error)
            return
        for entry, outcome in zip(batch.entries, stored, strict=True):
            _settle(entry.done, outcome)
        for refusal in batch.refusals:
            _settle(refusal.done, None)

    def _commit(self, batch: _Batch) -> list[Stored]:
        return self._archive.write(lambda session: self._write(session, batch))

    def _write(self, session: Session, batch: _Batch) -> list[Stored]:
        now = datetime.now(UTC)
        writes.add_captures(session, batch.captures, self._run_id)
        stored = store_many(session, [(entry.refined, entry.site_id) for entry in batch.entries], run_id=self._run_id, now=now)
        for refusal in batch.refusals:
            self._write_refusal(session, refusal, now)
        return stored

    def _write_refusal(self, session: Session, refusal: _Refusal, now: datetime) -> None:
        page = refusal.page
        capture_id = writes.add_capture(session, page.capture, self._run_id) if page.capture else None
        writes.reject(session, run_id=self._run_id, capture_id=capture_id, url=page.url, reason=refusal.reason, detail=refusal.detail, now=now)
        for url in {page.url, page.link_url or page.url}:
            writes.settle_link(session, url_key(url), "rejected", refusal.reason)

    def _fail(self, batch: _Batch, error: Exception) -> None:
        for entry in batch.entries:
            entry.done.set_exception(error)
        for refusal in batch.refusals:
            refusal.done.set_exception(error)
        self._on_error(error)

    def _grown(self) -> None:
        if len(self._batch.entries) + len(self._batch.refusals) >= self._size or len(self._batch) >= 4 * self._size:
            self.flush()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._seconds, self.flush)


def _settle(future: "asyncio.Future[Any]", outcome: Any) -> None:
    if not future.done():
        future.set_result(outcome)
