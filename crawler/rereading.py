"""What a replay reads again, as the database names it: captures of texts, of refused pages, and of an article's further pages."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import select

from crawler.ledger import plain_capture
from db import models, rereading
from db.session import Archive
from pipelines.page import Capture


class Rereading:
    """Asks a few captures at a time, each time in a session of its own: whoever reads them writes between."""

    def __init__(self, archive: Archive) -> None:
        """``archive``: an opened database."""
        self._archive = archive

    def texts(self, facts_version: str | None) -> Iterator[Capture]:
        """The captures from which the texts of reports were read: those whose facts another version found, or (None) all."""
        return self._numbered(lambda session, after: rereading.text_captures(session, facts_version, after))

    def count_texts(self, facts_version: str | None) -> int:
        """How many they are."""
        with self._archive.reading() as session:
            return rereading.count_texts(session, facts_version)

    def refused(self) -> Iterator[Capture]:
        """The captures of pages that were refused."""
        return self._numbered(rereading.refused_captures)

    def _numbered(self, some: Callable[[Any, int], rereading.Numbered]) -> Iterator[Capture]:
        after = 0
        while True:
            with self._archive.reading() as session:
                found = [(number, plain_capture(row)) for number, row in some(session, after)]
            if not found:
                return
            yield from (capture for _, capture in found)
            after = found[-1][0]

    def nearest(self, url: str, moment: datetime) -> Capture | None:
        """The full capture of an address that was made nearest to a moment."""
        with self._archive.reading() as session:
            found = [
                plain_capture(row) for row in session.scalars(select(models.Capture).where(models.Capture.url == url, models.Capture.is_revisit.is_(False)))
            ]
        return min(found, key=lambda capture: abs(capture.fetched_at - moment), default=None)
