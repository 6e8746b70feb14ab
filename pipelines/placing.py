"""Which report a new posting belongs to: the exact same text here; near-duplicates are asked of ``pipelines.dedupe``."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy.orm import Session

from db.writes.reports import KnownReport, reports_by_digest
from pipelines.fingerprint import bare
from pipelines.refined import Refined

TELLING, UNMISTAKABLE = 40, 200
"""Characters of bare text: shorter texts (详见附件) say nothing about being the same report, and from the second on no title is needed to be sure."""


@dataclass(frozen=True, slots=True)
class Match:
    """The report at which a text stands once more."""

    report_id: int
    link_kind: Literal["identical", "repost", "mirror"]
    score: float
    """Share of text kept, 0 to 1."""


class Placing:
    """Finds places for the texts of one batch; texts that came earlier in the batch are found as well."""

    def __init__(self, session: Session, batch: Sequence[Refined]) -> None:
        """Look up everything that one question to the database can answer for the whole batch."""
        self._session = session
        self._by_digest = reports_by_digest(session, {refined.body_digest for refined in batch})

    def place(self, refined: Refined) -> Match | None:
        """The report that this text is; None where it is a report of its own."""
        same = next((report for report in self._by_digest.get(refined.body_digest, ()) if is_same(refined, report)), None)
        return Match(same.id, "identical", 1.0) if same else None

    def remember(self, refined: Refined, report_id: int) -> None:
        """The text is the report's own from now on: texts after it are compared with it."""
        reading = refined.reading
        report = KnownReport(report_id, reading.title, reading.title_derived, refined.body_digest)
        self._by_digest.setdefault(refined.body_digest, []).append(report)

    def write(self) -> None:
        """Write down what finds the batch's texts later (their reports are in the database now)."""


def is_same(refined: Refined, report: KnownReport) -> bool:
    """Whether two postings with the same bare body are one report: long texts always, shorter ones under titles that do not contradict."""
    length = len(bare(refined.reading.body_hans))
    if length < TELLING or length >= UNMISTAKABLE:
        return length >= UNMISTAKABLE
    if refined.reading.title_derived or report.title_derived:
        return True
    ours, theirs = bare(refined.reading.title or ""), bare(report.title or "")
    return ours in theirs or theirs in ours
