"""Which report a new posting belongs to: the exact same text here; near-duplicates are asked of ``pipelines.dedupe``."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.writes.reports import KnownReport, reports_by_digest
from pipelines.dedupe import Kind
from pipelines.dedupe.near import Near, Placement
from pipelines.fingerprint import bare
from pipelines.refined import Refined

TELLING, UNMISTAKABLE = 40, 200
"""Characters of bare text: shorter texts (详见附件) say nothing about being the same report, and from the second on no title is needed to be sure."""
BEGINNING = 3 * UNMISTAKABLE
"""How much of a text is looked at to see whether it tells enough."""
TELLING_SENTENCE = 12
"""A shorter text tells enough where it is a sentence: a one-sentence item, not a list of attachments."""


@dataclass(frozen=True, slots=True)
class Match:
    """The report at which a text stands once more."""

    report_id: int
    link_kind: Kind
    score: float
    """Share of text kept, 0 to 1."""
    takes_over: bool = False
    """This posting is official and earlier: the report has its text from here from now on."""


class Placing:
    """Finds places for the texts of one batch; texts that came earlier in the batch are found as well."""

    def __init__(self, session: Session, batch: Sequence[Refined], near: Near) -> None:
        """Look up everything that one question to the database can answer for the whole batch: ``batch`` holds the texts that will be placed."""
        self._near = near
        self._by_digest = reports_by_digest(session, {refined.body_digest for refined in batch})
        self._placements: dict[int, Placement] = {}
        self._own: set[int] = set()
        self._telling: dict[int, bool] = {}
        unknown = {refined.body_digest: refined for refined in reversed(batch) if refined.body_digest not in self._by_digest}
        near.prepare(filter(self._tells, unknown.values()), (report.id for alike in self._by_digest.values() for report in alike))

    def place(self, refined: Refined) -> Match | None:
        """The report that this text is; None where it is a report of its own."""
        alike = self._by_digest.get(refined.body_digest, ())
        same = next((report for report in alike if is_same(refined, report)), None)
        placement = self._near.at(refined, same.id) if same else self._near.find(refined) if self._tells(refined) else None
        if placement is None:
            self._own.add(id(refined))
            return None
        self._placements[id(refined)] = placement
        if placement.report_id is None or placement.kind is None:
            self._own.add(id(refined))
            return None
        self._near.link(placement.report_id, placement)
        return Match(placement.report_id, placement.kind, placement.score, placement.takes_over)

    def remember(self, refined: Refined, report_id: int) -> None:
        """The text is the report's own from now on: texts after it are compared with it."""
        reading = refined.reading
        report = KnownReport(report_id, reading.title, reading.title_derived, refined.body_digest)
        self._by_digest.setdefault(refined.body_digest, []).append(report)
        self._near.remember(refined, report_id, is_new=id(refined) in self._own)
        placement = self._placements.get(id(refined))
        if placement and placement.report_id is None:
            self._near.link(report_id, placement)

    def write(self) -> None:
        """Write down what finds the batch's texts later (their reports are in the database now)."""
        self._near.write()

    def _tells(self, refined: Refined) -> bool:
        if id(refined) not in self._telling:
            self._telling[id(refined)] = _tells(refined)
        return self._telling[id(refined)]


def _tells(refined: Refined) -> bool:
    text = refined.reading.body_hans[:BEGINNING]
    if len(bare(text[: 2 * TELLING])) >= TELLING:  # nearly always; folding is not for nothing
        return True
    length = len(bare(text))
    return length >= TELLING or (length >= TELLING_SENTENCE and "。" in text)


def is_same(refined: Refined, report: KnownReport) -> bool:
    """Whether two postings with the same bare body are one report: long texts always, shorter ones under titles that do not contradict."""
    if not _tells(refined):
        return False
    if len(bare(refined.reading.body_hans[:BEGINNING])) >= UNMISTAKABLE:
        return True
    if refined.reading.title_derived or report.title_derived:
        return True
    ours, theirs = bare(refined.reading.title or ""), bare(report.title or "")
    return ours in theirs or theirs in ours
