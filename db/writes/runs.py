"""Runs: written down when they begin, and when they end."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from db.models import Run


def begin_run(session: Session, spider: str, asked: Mapping[str, Any], versions: Mapping[str, str], now: datetime | None = None) -> int:
    """Write down that a run begins: the spider's arguments, and the versions of the code. Returns its id."""
    run = Run(spider=spider, asked=dict(asked), versions=dict(versions), started_at=now or datetime.now(UTC), counts={})
    session.add(run)
    session.flush()
    return run.id


def finish_run(session: Session, run_id: int, outcome: str, counts: Mapping[str, Any], now: datetime | None = None) -> None:
    """Write down how it ended, and what it counted."""
    session.execute(update(Run).where(Run.id == run_id).values(outcome=outcome, counts=dict(counts), finished_at=now or datetime.now(UTC)))
