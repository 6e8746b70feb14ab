"""Feeds: lists that a site gives as RSS or Atom instead of a page."""

import re
from collections.abc import Iterator
from itertools import pairwise

from crawler.lists import dialects, row_dates
from crawler.lists.listing import Link, ListPage
from pipelines.normalise.text import unescaped

_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.I)
_PAGE = re.compile(r"<(?:!doctype\s{1,4}html|html|body|div)\b", re.I)
_ITEM = re.compile(r"<(item|entry)\b[^<>]{0,400}>", re.I)
_TAG = re.compile(r"<[^<>]{0,500}>")
_HREF = re.compile(r"<link\b[^<>]{0,300}\bhref\s{0,4}=\s{0,4}[\"']([^\"'<>]{1,2000})[\"']", re.I)
_DATES = ("pubDate", "published", "dc:date", "updated")
_MOST, _LONGEST, _HEAD = 2000, 100_000, 2000


def is_feed(page: ListPage) -> bool:
    """Whether the page is a feed, not markup."""
    feed = _FEED.search(page.text, 0, _HEAD)
    return feed is not None and _PAGE.search(page.text, 0, feed.start()) is None


def links(page: ListPage) -> list[Link]:
    """The items of a feed, in its order, each once."""
    found: dict[str, Link] = {}
    for item in _items(page.text):
        href = _HREF.search(item)
        url = page.join(unescaped(_text_of(item, "link") or (href.group(1) if href else "") or _text_of(item, "guid")))
        if url:
            stated = next((day for name in _DATES if (day := _day(_text_of(item, name)))), None)
            match = dialects.match(url)
            found.setdefault(
                url,
                Link(
                    url=url,
                    title=re.sub(r"\s+", " ", _TAG.sub("", unescaped(_text_of(item, "title")))).strip(),
                    date=stated or (match.date if match else None),
                    date_basis="api" if stated else "url" if match and match.date else None,
                    dialect=match.dialect if match else None,
                ),
            )
    return list(found.values())


def _items(text: str) -> Iterator[str]:
    places = [match.end() for match, _ in zip(_ITEM.finditer(text), range(_MOST), strict=False)]
    for start, end in pairwise([*places, len(text)]):
        yield text[start : min(end, start + _LONGEST)]


def _text_of(item: str, name: str) -> str:
    """What an element of an item says; empty where it has none."""
    opening = re.search(rf"<{name}\b[^<>]{{0,300}}>", item, re.I)
    closing = re.compile(f"</{name}", re.I).search(item, opening.end()) if opening else None
    return item[opening.end() : closing.start()].replace("<![CDATA[", "").replace("]]>", "").strip() if opening and closing else ""


def _day(text: str) -> str | None:
    """An ISO day, out of a mail date (``Thu, 25 Jul 2024 08:00:00 +0800``), an ISO time, or any spelling of lists."""
    found = row_dates.find(text[:60].replace("T", " "))
    return row_dates.of_moment(text) or (found.iso() if found else None)
