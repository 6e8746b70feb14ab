"""The fates of a page and of a run, as exceptions: each says what happens next.

XianzhiError
  ├ EntryError      a sites/*.toml entry is wrong                -> refuse to start; file, table and field in the message
  ├ PageRejected    this page is not a report that can be read   -> keep its capture, count rejected/<reason>
  │   └ NotAnArticle · NoBody · Undecodable · EmptyDocument · BinaryDocument
  ├ ArchiveError    bytes are not safely on disk, or cannot be read back -> stop the crawl
  └ StoreError      the database cannot be used                  -> stop, with one line that says what to do
"""

from typing import ClassVar

from db.errors import StoreError, XianzhiError

__all__ = [
    "ArchiveError",
    "BinaryDocument",
    "EmptyDocument",
    "EntryError",
    "NoBody",
    "NotAnArticle",
    "PageRejected",
    "StoreError",
    "Undecodable",
    "XianzhiError",
]


class EntryError(XianzhiError):
    """An entry of the site registry is wrong; the message names file, table and field."""


class PageRejected(XianzhiError):
    """A page that is not a readable report. ``reason`` is the counter's name; the capture is kept."""

    reason: ClassVar[str] = "rejected"


class NotAnArticle(PageRejected):
    """A list, a home page, a soft 404 or a challenge stands where an article was expected."""

    reason = "not_an_article"


class NoBody(PageRejected):
    """The page was read, but holds neither text nor image nor attachment of its own."""

    reason = "no_body"


class Undecodable(PageRejected):
    """No encoding turns the bytes into text."""

    reason = "undecodable"


class EmptyDocument(PageRejected):
    """Zero bytes, or white space only."""

    reason = "empty_document"


class BinaryDocument(PageRejected):
    """A picture, archive or office document under the name of a page."""

    reason = "binary_document"


class ArchiveError(XianzhiError):
    """The WARC archive cannot be written or read back; the crawl stops rather than lose bytes."""
