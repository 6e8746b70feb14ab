"""Finds the report that a text is, or shares text with, among all that the archive holds; what it learns of a batch is found within the batch."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from sqlalchemy.orm import Session

from db.writes.likeness import FULL, Likeness, LikeReport, fill_buckets, like_reports, link_reports, reports_in
from pipelines.canonical import host_of
from pipelines.dedupe.comparable import FIGURES, Codes
from pipelines.dedupe.folded import Folded, Folds
from pipelines.dedupe.signature import Signature, buckets, lock_keys, probes, signature
from pipelines.dedupe.verdict import Kind, Verdict, compare
from pipelines.fingerprint import bare
from pipelines.reading import Reading
from pipelines.refined import Refined

VERIFIED = 6
"""Candidates, at most, that are compared in full: those with the most, and the rarest, buckets in common."""
LEAST_WEIGHT = 0.3
"""Of the buckets in common, each of which weighs one over how many reports it holds: one that two reports share, or many of set phrases."""
CERTAIN = 0.97
TELLING, TELLING_FIGURES = 200, 2
"""Characters, or figures, from which on a text is told by itself, whatever its headline."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a text belongs. ``report_id`` is None for a report of its own, which then shares text with those of ``related``."""

    report_id: int | None
    kind: Kind | None
    score: float
    """Share of the report's text that stands in the posting, 0 to 1."""
    takes_over: bool = False
    """The posting is official and earlier than the one that the report has its text from: it is the report's own from now on."""
    related: tuple[tuple[int, Kind, float], ...] = ()
    """Other reports, with what this text is to them."""


class Near:
    """Finds places for the texts of one batch."""

    def __init__(self, session: Session) -> None:
        """Nothing is asked before ``prepare``, or the first text."""
        self._session = session
        self._sketches: dict[int, Signature] = {}
        self._folded: dict[int, Folded] = {}
        self._probes: dict[int, list[int]] = {}
        self._stored: dict[int, list[int]] = {}
        self._known: dict[int, LikeReport] = {}
        self._fresh: dict[int, LikeReport] = {}
        self._buckets: dict[int, list[int]] = {}
        self._inside: dict[int, set[int]] = {}
        self._crowded: set[int] = set()
        self._anew: set[int] = set()
        self._links: list[Likeness] = []

    def prepare(self, texts: Iterable[Refined], report_ids: Iterable[int] = ()) -> None:
        """Look up, in two questions for the whole batch, what placing ``texts`` will need, and these reports."""
        asked = {id(refined): probes(self._sketch(refined)) for refined in texts}
        self._stored |= reports_in(self._session, sorted({bucket for own in asked.values() for bucket in own}))
        self._probes |= asked
        likely = {report_id for own in asked.values() for report_id in _likely(self._held(own))} | {*report_ids}
        self._known |= like_reports(self._session, likely - self._known.keys() - self._fresh.keys())

    def find(self, refined: Refined) -> Placement | None:
        """The place of a text that has no exact copy in the archive; None where nothing is like it."""
        sign = self._sketch(refined)
        if not len(sign.codes):
            return None
        same: list[tuple[LikeReport, Verdict]] = []
        related: list[tuple[int, Kind, float]] = []
        ours = self._folded[id(refined)] = Folded(sign.codes)
        for report in self._candidates(refined):
            verdict = _judge(refined, ours, report)
            if verdict.is_same:
                same.append((report, verdict))
            elif verdict.kind:
                related.append((report.id, verdict.kind, verdict.score))
            if verdict.is_same and verdict.score >= CERTAIN:
                break
        if not same:
            return Placement(None, None, 0.0, related=tuple(related)) if related else None
        best, verdict = max(same, key=lambda pair: (pair[1].score, -pair[0].id))
        also = tuple((report.id, other.kind, other.score) for report, other in same if report.id != best.id and other.kind)
        return Placement(best.id, verdict.kind, verdict.score, takes_over=self._takes_over(refined, best), related=also)

    def at(self, refined: Refined, report_id: int) -> Placement:
        """The place of a text that is known to be this report's, word for word."""
        report = self._reports([report_id])[0]
        kind: Kind = "mirror" if _is_mirrored(refined.reading) != _is_mirrored(report) else "identical"
        return Placement(report_id, kind, 1.0, takes_over=self._takes_over(refined, report))

    def locks(self, refined: Refined) -> list[int]:
        """63-bit numbers, at least one of which two texts that are one report nearly always share: whoever places one locks them."""
        return lock_keys(self._sketch(refined))

    def remember(self, refined: Refined, report_id: int, *, is_new: bool = False) -> None:
        """The text is the report's own from now on: texts after it are compared with it. ``is_new``: the report had none before."""
        reading = refined.reading
        if not is_new and report_id not in self._fresh:
            self._anew.add(report_id)
        self._fresh[report_id] = LikeReport(
            report_id, refined.page.url, reading.title, reading.title_derived, reading.body_hans, reading.script,
            sorted(reading.flags), reading.repairs, reading.publish_date, refined.page.url,
        )  # fmt: skip
        sign = self._sketch(refined)
        _FOLDS.keep(reading.body_hans, self._folded.get(id(refined)) or Folded(sign.codes))
        self._buckets[report_id] = buckets(sign, self._probes.get(id(refined)))
        for bucket in self._buckets[report_id]:
            self._inside.setdefault(bucket, set()).add(report_id)

    def link(self, report_id: int, placement: Placement) -> None:
        """Note what the report shares text with."""
        self._links += [Likeness(report_id, other, kind, score) for other, kind, score in placement.related]

    def write(self) -> None:
        """Write down the buckets of what was remembered, and the links between reports; the reports are in the database now."""
        stale = [(bucket, report_id) for bucket in self._crowded for report_id in sorted(self._in(bucket))[:-FULL]]
        fill_buckets(self._session, self._buckets, anew=self._anew, stale=stale)
        link_reports(self._session, self._links)

    def _takes_over(self, refined: Refined, report: LikeReport) -> bool:
        """Whether the new posting is the report's own: not a mirror, official (.gov.cn) and earlier by the day, in this order."""
        return _standing(refined.reading, refined.page.url) < _standing(report, report.url)

    def _sketch(self, refined: Refined) -> Signature:
        if id(refined) not in self._sketches:
            self._sketches[id(refined)] = refined.sketch or signature(refined.reading.body_hans)
        return self._sketches[id(refined)]

    def _candidates(self, refined: Refined) -> list[LikeReport]:
        """The reports most worth comparing with, the likeliest first."""
        if id(refined) not in self._probes:
            self.prepare([refined])
        held = self._held(self._probes[id(refined)])
        self._crowded.update(bucket for bucket, reports in held if len(reports) >= FULL)
        return self._reports(_likely(held))

    def _held(self, asked: Iterable[int]) -> list[tuple[int, Collection[int]]]:
        """Those of the buckets that hold reports, with the reports."""
        stored, inside = self._stored, self._inside
        return [(bucket, self._in(bucket)) for bucket in asked if bucket in inside or bucket in stored]

    def _in(self, bucket: int) -> Collection[int]:
        """The reports in a bucket, those of the batch among them."""
        stored, fresh = self._stored.get(bucket, ()), self._inside.get(bucket)
        return fresh.union(stored) if fresh else stored

    def _reports(self, ids: Sequence[int]) -> list[LikeReport]:
        """The reports of these ids as they are now; those that are no longer there are left out."""
        missing = [id_ for id_ in ids if id_ not in self._fresh and id_ not in self._known]
        if missing:
            self._known |= like_reports(self._session, missing)
        return [self._fresh.get(id_) or self._known[id_] for id_ in ids if id_ in self._fresh or id_ in self._known]


def _likely(held: Iterable[tuple[int, Collection[int]]]) -> list[int]:
    """The reports with the most, and rarest, buckets in common with those asked for."""
    weights: dict[int, float] = {}
    for _, reports in held:
        share = 1 / len(reports)
        for report_id in reports:
            weights[report_id] = weights.get(report_id, 0.0) + share
    return sorted((id_ for id_, weight in weights.items() if weight >= LEAST_WEIGHT), key=lambda id_: (-weights[id_], id_))[:VERIFIED]


def _judge(refined: Refined, ours: Folded, report: LikeReport) -> Verdict:
    reading = refined.reading
    is_titled = not reading.title_derived and not report.title_derived
    title, other = (_bare(reading.title or ""), _bare(report.title or "")) if is_titled else ("", "")
    verdict = compare(
        ours,
        _FOLDS.of(report.body_hans),
        is_mirror=_is_mirrored(reading) != _is_mirrored(report),
        same_title=bool(title) and title == other and host_of(refined.page.url) == host_of(report.origin),
    )
    other_title = title not in other and other not in title
    return Verdict(None, verdict.score) if verdict.is_same and other_title and _says_little(ours.codes) else verdict


def _says_little(codes: Codes) -> bool:
    """True for a short text without days and figures: under two headlines, such are two reports."""
    return len(codes) < TELLING and int(np.count_nonzero(codes >= FIGURES)) < TELLING_FIGURES


_FOLDS = Folds(2_000_000)
_bare = lru_cache(maxsize=4096)(bare)


def _is_mirrored(text: Reading | LikeReport) -> bool:
    return text.script == "hant" or text.repairs > 0 or "mangled_script" in text.flags


def _standing(text: Reading | LikeReport, url: str) -> tuple[bool, bool, str]:
    """The smaller, the better a posting stands for its report. An unknown day is later than any."""
    day = text.publish_date or ""
    return _is_mirrored(text), not host_of(url).endswith(".gov.cn"), day[:10] if len(day) >= len("2026-01-01") else "9999"
