"""The ``files`` spider: documents and WARCs on disk go the same way as pages from the web."""

import logging
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scrapy import Request
from scrapy.settings import BaseSettings

from crawler.archiving import ArchivingSpider
from crawler.documents import Document, documents
from crawler.hints import about_of
from crawler.replay import is_article, page_of
from crawler.warc.read import UNDATED, Archived, captures
from crawler.warc.write import payload_digest
from db import writes
from pipelines.canonical import host_of
from pipelines.errors import ArchiveError, XianzhiError
from pipelines.page import Capture, Page

logger = logging.getLogger(__name__)


class FilesSpider(ArchivingSpider):
    """Reads ``-a path=``: a folder or file of ``.txt``, ``.html``, ``.warc`` or ``.warc.gz``; a ``manifest.jsonl`` may say more of each."""

    name = "files"
    custom_settings = {"CONCURRENT_ITEMS": 128}  # noqa: RUF012  Scrapy declares it without ClassVar; batches want company

    def __init__(self, path: str | None = None) -> None:
        """Raise XianzhiError where ``path`` is missing or cannot be used."""
        super().__init__()
        if not path:
            raise XianzhiError("say what to read: scrapy crawl files -a path=FOLDER_OR_FILE")
        self.documents = documents(Path(path))
        self._parts: dict[str, Archived] | None = None

    @classmethod
    def preflight(cls, settings: BaseSettings, asked: dict[str, Any]) -> None:
        """Also look whether the path holds anything to read."""
        super().preflight(settings, asked)
        cls(**asked)

    async def start(self) -> AsyncIterator[Request]:
        """Hand all documents in as one stream, of which Scrapy processes CONCURRENT_ITEMS at once."""
        yield self.hand_in(page for document in self.documents for page in self._pages(document))

    def _pages(self, document: Document) -> Iterator[Page]:
        """The pages of a document. One that cannot be read is counted and named, and the others go on."""
        try:
            if document.is_warc:
                yield from self._captured(document)
            else:
                yield self._page(document)
        except (OSError, ArchiveError) as error:
            if isinstance(error, ArchiveError) and self.failure is None and not document.is_warc:
                self.fail(error)
                return
            reason = "truncated_warc" if isinstance(error, ArchiveError) else "unreadable_file"
            self.refuse_file(document.path, reason, str(getattr(error, "strerror", None) or error))

    async def parts_of(self, page: Page, urls: Sequence[str]) -> list[Page]:
        """The further pages of an article, from the archives that are being read; few articles have any, so they are looked for when one does."""
        if self._parts is None:
            warcs = [document for document in self.documents if document.is_warc]
            self._parts = {one.capture.url: one for document in warcs for one in _sound(document) if one.exchange.about.get("role") == "part"}
        found = [self._parts[url] for url in urls if url in self._parts]
        return [Page(url=one.capture.url, payload=one.payload, content_type=one.capture.content_type, capture=one.capture) for one in found]

    def refuse_file(self, path: Path, reason: str, detail: str) -> None:
        """Count a file that could not be read, and say so in the database and the log."""
        logger.warning("%s: %s: %s", path, reason, detail)
        if self.crawler.stats is not None:
            self.crawler.stats.inc_value(f"rejected/{reason}")
        now = datetime.now(UTC)
        self.ledger.archive.write(lambda session: writes.reject(session, self.run_id, None, str(path), reason, detail, now))

    def _page(self, document: Document) -> Page:
        payload = document.path.read_bytes()
        path = document.path.absolute()
        uri = path.as_uri()
        about = about_of(document.hints) | ({"url": document.url} if document.url else {})
        capture = self.ledger.known_capture(uri, payload_digest(payload))
        if capture is None:
            capture = self.warc.add_document(uri, payload, document.content_type, document.fetched_at or datetime.now(UTC), about)
        return Page(
            url=document.url or str(path), origin=str(document.path), payload=payload, content_type=document.content_type, capture=capture, hints=document.hints
        )

    def _captured(self, document: Document) -> Iterator[Page]:
        folder = Path(self.settings["ARCHIVE_DIR"]).absolute()
        path = document.path.absolute()
        ours = path.is_relative_to(folder)
        name = path.relative_to(folder).as_posix() if ours else path.name
        for archived in captures(path, name):
            if not is_article(archived):
                continue
            if fault := _fault(archived.capture):
                self.refuse_file(path, fault, f"the record at {archived.capture.warc_offset}: {archived.capture.url[:200]!r}")
            else:
                yield page_of(archived, archived.capture if ours else self._copied(archived))

    def _copied(self, archived: Archived) -> Capture:
        """A capture of someone else's WARC is copied into our archive, so that every report's capture lies in it."""
        known = self.ledger.known_capture(archived.capture.url, payload_digest(archived.exchange.body))
        return known or self.warc.add_exchange(archived.exchange)


def _fault(capture: Capture) -> str | None:
    """What makes a record of someone else's WARC useless, by the name under which it is counted."""
    if not (host_of(capture.url) and capture.url.startswith(("http://", "https://"))) and not capture.url.startswith("file:"):
        return "no_web_address"
    return "no_capture_date" if capture.fetched_at == UNDATED else None


def _sound(document: Document) -> Iterator[Archived]:
    """The captures of a WARC up to where it is damaged."""
    try:
        yield from captures(document.path)
    except (OSError, ArchiveError):
        return
