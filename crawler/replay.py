"""From captures back to pages: what the archive holds is read by the same chain as what comes from the web."""

from urllib.parse import unquote, urlsplit

from crawler.blocked import SHORT_PAGE, obstacle
from crawler.hints import hints_of
from crawler.lists.listing import ListPage
from crawler.warc.read import Archived
from pipelines.page import Capture, Page

HTML = ("text/html", "application/xhtml", "text/plain")


def is_article(archived: Archived) -> bool:
    """Captures that may hold a report: whole, found, HTML, and not asked for as a list, a home page or robots.txt."""
    capture, exchange = archived.capture, archived.exchange
    if capture.status != 200 or capture.is_revisit or exchange.truncated or exchange.about.get("role", "article") != "article":
        return False
    is_page = (capture.content_type or "text/html").lower().startswith(HTML) and not capture.url.endswith("/robots.txt")
    return is_page and obstacle(capture.status, archived.payload, _text(archived)) is None


def _text(archived: Archived) -> str | None:
    """The text of a page so short that it may be a soft 404."""
    if len(archived.payload) >= SHORT_PAGE or archived.capture.url.startswith("file:"):
        return None
    return ListPage.from_bytes(archived.payload, archived.capture.url, archived.capture.content_type).text


def page_of(archived: Archived, capture: Capture) -> Page:
    """The page of a capture, as it would have come from the web."""
    return Page(
        url=archived.exchange.about.get("url") or _address(capture.url),
        origin=_address(capture.url) if archived.exchange.about.get("url") else None,
        payload=archived.payload,
        content_type=capture.content_type,
        capture=capture,
        hints=hints_of(archived.exchange.about),
    )


def _address(url: str) -> str:
    """A document's file URI becomes its path again, so that a replay knows it by the name it had."""
    return unquote(urlsplit(url).path) if url.startswith("file:") else url
