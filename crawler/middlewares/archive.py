"""Archive first: every response goes to the WARC as it came over the wire, before anything decompresses or reads it."""

import logging
from datetime import UTC, datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Headers, Response

from crawler.warc.exchange import Exchange
from crawler.warc.write import payload_digest, reason_phrase
from pipelines.errors import ArchiveError

logger = logging.getLogger(__name__)
TRUNCATED = {"partial": "length", "dataloss": "disconnect", "download_stopped": "length"}


class ArchiveMiddleware:
    """Puts the capture of each response into ``request.meta["capture"]``; stops the crawl when the archive cannot be written."""

    def __init__(self, crawler: Crawler) -> None:
        """The spider holds the writer and the ledger of earlier captures."""
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's constructor."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Write request and response down; raises IgnoreRequest (and closes the spider) where the disk refuses them."""
        spider = self._crawler.spider
        if getattr(spider, "warc", None) is None or request.url.startswith("data:"):
            return response  # a probe, which writes nothing; a document, which is archived as what it is
        exchange = _exchange(request, response)
        try:
            link = request.meta.get("link")
            is_new = request.meta.get("unseen") or (link is not None and link.is_new)
            known = None if is_new else spider.ledger.known_capture(exchange.url, payload_digest(exchange.body))  # type: ignore[union-attr]
            capture = spider.warc.add_exchange(exchange, known)  # type: ignore[union-attr]
        except ArchiveError as error:
            spider.fail(error)  # type: ignore[union-attr]
            raise IgnoreRequest(str(error)) from error
        request.meta["capture"] = capture
        spider.batches.note_capture(capture)  # type: ignore[union-attr]
        return response


def _exchange(request: Request, response: Response) -> Exchange:
    return Exchange(
        url=request.url,
        fetched_at=datetime.now(UTC),
        method=request.method,
        request_headers=_pairs(request.headers),
        request_body=request.body,
        status=response.status,
        reason=reason_phrase(response.status),
        response_headers=_pairs(response.headers),
        body=response.body,
        ip_address=str(response.ip_address) if response.ip_address else None,
        about=request.meta.get("about", {}),
        truncated=next((TRUNCATED[flag] for flag in response.flags if flag in TRUNCATED), None),
    )


def _pairs(headers: Headers) -> tuple[tuple[str, str], ...]:
    """Headers as pairs of text; bytes that are not ASCII survive as Latin-1, which is how HTTP/1.1 defines them."""
    return tuple((name.decode("latin-1"), value.decode("latin-1")) for name, values in headers.items() for value in values)
