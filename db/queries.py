"""Questions to the archive: full-text search with places to highlight, and what one report's hit names as its proof."""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import fulltext
from db.errors import AskError
from db.filters import Filter
from db.models import Capture, Posting, Report, Version
from db.rows import in_chunks
from db.words import Word, fold, hans, parse
from db.writes.captures import capture_by_digest

POOL = 1000
"""Of how many of the newest reports that hold all words the best are chosen."""
SNIPPET = 80
"""Characters shown around a find."""
Places = tuple[tuple[int, int], ...]
"""(start, end) of what is to be highlighted, in order, none within another."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The capture that a text was read from."""

    id: int
    fetched_at: datetime
    warc_file: str
    warc_offset: int
    payload_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report that was found."""

    report_id: int
    title: str | None
    title_places: Places = ()
    publish_date: str | None
    adcode: str | None
    region_name: str | None
    source: str | None
    genre: str | None
    url: str | None
    snippet: str
    snippet_places: Places = ()
    score: float
    capture: Proof | None = None


@dataclass(frozen=True, slots=True, order=True)
class _Found:
    score: float
    newness: int
    row: Any = field(compare=False)


def search(session: Session, words: str, narrowed: Filter | None = None, limit: int = 20) -> list[Hit]:
    """The reports in which all words stand, in title or body, best first.

    Words are parted by spaces; a “quoted phrase” is one word; either script finds both. Best are the reports with the words in the title, then those
    that hold them often for their length, then the newest. Where more than POOL reports hold the words, the newest of them are ranked.
    Without words, the newest reports that the filter lets through. ``limit`` 0 means all.

    Raises:
        AskError: there is nothing to search for in ``words``, or the filter cannot be understood.

    """
    wanted = parse(words)
    if words.strip() and not wanted:
        raise AskError(f"nothing to search for in {words.strip()}: give words or figures")
    newest = _candidates(session, wanted, narrowed or Filter(flagged=False))
    pool = islice(newest, max(POOL, limit) if limit else None)
    best = heapq.nlargest(limit, pool) if limit else sorted(pool, reverse=True)
    proofs = _proofs(session, [found.row.id for found in best])
    return [_hit(found, wanted, proofs.get(found.row.id)) for found in best]


def _candidates(session: Session, words: Sequence[Word], narrowed: Filter) -> Iterator[_Found]:
    """Reports that truly hold all words, the newest first. Ids are sorted without their texts, which are fetched as far as they are wanted."""
    newest = select(Report.id).where(*narrowed.conditions()).order_by(Report.published_on.desc().nulls_last(), Report.id.desc())
    if words:
        newest = newest.where(Report.id.in_(fulltext.candidates(session, words)))
    read = fold if any(word.is_folded for word in words) else str
    nth = 0
    with session.scalars(newest, execution_options={"yield_per": 1000}) as ids:
        for chunk in in_chunks(ids, 100):
            rows = {row.id: row for row in session.execute(select(*_FIELDS).where(Report.id.in_(chunk)))}
            for row in (rows[id_] for id_ in chunk):
                nth += 1
                score = _score(words, fold(_title(row)), read(row.body_hans))
                if score is not None:
                    yield _Found(score, -nth, row)


_FIELDS = (
    Report.id, Report.title, Report.publish_date, Report.adcode, Report.region_name, Report.source, Report.genre, Report.script, Report.body,
    Report.body_hans,
)  # fmt: skip


def _title(row: Any) -> str:
    """The title in simplified script, character for character where it can be."""
    title = row.title or ""
    return hans(title) if row.script == "hant" else title


def _score(words: Iterable[Word], title: str, body: str) -> float | None:
    """How much a report is about the words; None where one of them does not stand in it (the index only knows its pairs)."""
    score = 0.0
    for word in words:
        in_title, often = bool(word.count(title)), word.count(body)
        if not in_title and not often:
            return None
        # The saturation of BM25 (k1 = 1, b = 1) with 2,000 characters for the average length; a title counts for more than any body.
        score += 2.0 * in_title + often / (often + max(len(body), 1) / 2000)
    return score


def _proofs(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, Proof | None]]:
    """For each report the URL of its own posting, and the capture of its newest text."""
    fields = (Posting.report_id, Posting.url, Capture.id, Capture.fetched_at, Capture.warc_file, Capture.warc_offset, Capture.payload_digest)
    found = select(*fields).join(Version, Version.posting_id == Posting.id).outerjoin(Capture, Capture.id == Version.capture_id)
    found = found.where(Posting.report_id.in_(ids), Posting.link_kind == "first").order_by(Version.first_seen_at, Version.id)
    return {row.report_id: (row.url, Proof(*row[2:]) if row.id is not None else None) for row in session.execute(found)}


def proof_of(session: Session, report_id: int) -> Proof | None:
    """The full capture of the report's newest text; for a revisit, the capture that it refers to. None where there is no such report."""
    proof = _proofs(session, [report_id]).get(report_id, ("", None))[1]
    if proof is None:
        return None
    capture = session.get_one(Capture, proof.id)
    if capture.is_revisit:
        capture = capture_by_digest(session, capture.payload_digest, capture.url) or capture
    return Proof(capture.id, capture.fetched_at, capture.warc_file, capture.warc_offset, capture.payload_digest)


def _hit(found: _Found, words: Sequence[Word], proof: tuple[str, Proof | None] | None) -> Hit:
    row = found.row
    snippet, places = snippet_of(row.body if len(row.body) == len(row.body_hans) else row.body_hans, row.body_hans, words)
    shown, title = row.title or "", _title(row)
    return Hit(
        report_id=row.id,
        title=row.title,
        title_places=places_of(words, title) if len(shown) == len(title) else (),
        publish_date=row.publish_date,
        adcode=row.adcode,
        region_name=row.region_name,
        source=row.source,
        genre=row.genre,
        url=proof[0] if proof else None,
        snippet=snippet,
        snippet_places=places,
        score=round(found.score, 3),
        capture=proof[1] if proof else None,
    )


def places_of(words: Iterable[Word], text: str) -> Places:
    """Where the words stand in a simplified text; finds that touch or overlap are one."""
    folded = fold(text)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(place for word in words for place in word.places(folded)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def snippet_of(shown: str, text_hans: str, words: Sequence[Word]) -> tuple[str, Places]:
    """The piece of a text with the most finds in it, on one line, and where they stand in that piece.

    ``shown`` is the text in the script of the page, or the simplified one again where the two differ in length.
    """
    places = places_of(words, text_hans)
    start, count = 0, 0
    for first, _ in places[:200]:
        near = sum(first <= s and e <= first + SNIPPET * 3 // 4 for s, e in places[:200])
        if near > count:
            start, count = max(0, first - SNIPPET // 4), near
    end = min(len(shown), start + SNIPPET)
    before, after = "…" if start else "", "…" if end < len(shown) else ""
    shift = len(before) - start
    inside = tuple((max(s, start) + shift, min(e, end) + shift) for s, e in places if s < end and e > start)
    return before + shown[start:end].replace("\n", " ") + after, inside
