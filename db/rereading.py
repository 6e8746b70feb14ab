"""Which captures a replay reads again: those of the texts of reports that other code read, or of all texts and of the pages that were refused."""

from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from db.models import Capture, Posting, Rejection, Report, Version

Numbered = list[tuple[int, Capture]]
"""Captures, each with the number of the row that names it."""
_AT_ONCE = 500


def text_captures(session: Session, facts_version: str | None, after: int) -> Numbered:
    """The next few captures from which texts were read, with the numbers of the versions, all above ``after``.

    ``facts_version``: only texts of reports whose facts were found by another version; None for all texts, those of reposts too.
    """
    wanted = _of_texts(select(Version.id, Capture), facts_version).where(Version.id > after)
    return [(number, capture) for number, capture in session.execute(wanted.order_by(Version.id).limit(_AT_ONCE))]


def count_texts(session: Session, facts_version: str | None) -> int:
    """How many captures ``text_captures`` gives in all."""
    return session.scalar(_of_texts(select(func.count(Version.id)), facts_version)) or 0


def refused_captures(session: Session, after: int) -> Numbered:
    """The next few captures of pages that were refused, with the numbers of the rejections, all above ``after``."""
    wanted = select(Rejection.id, Capture).join(Capture, Capture.id == Rejection.capture_id).where(Rejection.id > after)
    return [(number, capture) for number, capture in session.execute(wanted.order_by(Rejection.id).limit(_AT_ONCE))]


def _of_texts(wanted: Any, facts_version: str | None) -> Select[Any]:
    texts: Select[Any] = wanted.select_from(Version).join(Capture, Capture.id == Version.capture_id).where(Version.is_tombstone.is_(False))
    if facts_version is None:
        return texts
    own = texts.join(Posting, Posting.id == Version.posting_id).join(Report, Report.id == Posting.report_id)
    return own.where(Posting.link_kind == "first", Report.facts_version != facts_version)
