"""How the texts of one posting stand in time: what a page adds to their history."""

from typing import Literal

from db.errors import StoreError
from db.writes.reports import PostingState, VersionState
from pipelines.page import Capture
from pipelines.refined import Refined


def capture_of(refined: Refined) -> Capture:
    """The capture of a page. Raises StoreError where it has none: the archive never holds a report whose bytes it does not hold."""
    if refined.page.capture is None:
        raise StoreError(f"{refined.page.url} cannot be stored: its bytes are not in the archive")
    return refined.page.capture


def version_of(refined: Refined, capture_id: int) -> VersionState:
    """The page's text as a new version, seen once."""
    at = capture_of(refined).fetched_at
    return VersionState(None, refined.body_digest, at, at, capture_id, refined.reading.title, refined.reading.body)


def rename(posting: PostingState, refined: Refined) -> None:
    """The posting takes over what stands around its newest text."""
    reading = refined.reading
    posting.title, posting.publish_date, posting.column_name = reading.title, reading.publish_date, reading.column


def insert_earlier(posting: PostingState, refined: Refined, capture_id: int) -> Literal["unchanged", "earlier"]:
    """A capture from before the newest that is known: it widens the version beside it, or is one of its own."""
    new = version_of(refined, capture_id)
    at = new.first_seen_at
    posting.first_seen_at = min(posting.first_seen_at, at)
    after = next((i for i, v in enumerate(posting.versions) if v.first_seen_at > at), len(posting.versions))
    for beside in posting.versions[max(after - 1, 0) : after + 1]:
        if beside.body_digest == new.body_digest:
            beside.first_seen_at, beside.last_seen_at = min(beside.first_seen_at, at), max(beside.last_seen_at, at)
            beside.is_dirty = True
            return "unchanged"
    posting.versions.insert(after, new)
    return "earlier"
