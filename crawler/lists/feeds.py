"""Feeds: lists that a site gives as RSS or Atom instead of a page."""

import html
import re
from collections.abc import Iterator

from crawler.lists import dialects, row_dates
from crawler.lists.listing import Link, ListPage

_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.I)
_PAGE = re.compile(r"<(?:!doctype\s{1,4}html|html|body|div)\b", re.I)
_ITEM = re.compile(r"<(item|entry)\b[^<>]{0,400}>", re.I)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.S)
_TAG = re.compile(r"<[^<>]{0,500}>")
_HREF = re.compile(r"<link\b[^<>]{0,300}\bhref\s{0,4}=\s{0,4}[\"']([^\"'<>]{1,2000})[\"']", re.I)
_DATES = ("pubDate", "published", "dc:date", "updated")
_MONTHS = {name: n for n, name in enumerate(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], 1)}
_RFC = re.compile(r"(\d{1,2})\s{1,4}([A-Z][a-z]{2})[a-z]{0,6}\s{1,4}((?:19|20)\d\d)")
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
        url = page.join(html.unescape(_text_of(item, "link") or (href.group(1) if href else "") or _text_of(item, "guid")))
        if url:
            stated = next((day for name in _DATES if (day := _day(_text_of(item, name)))), None)
            match = dialects.match(url)
            found.setdefault(
                url,
                Link(
                    url=url,
                    title=re.sub(r"\s+", " ", _TAG.sub("", html.unescape(_text_of(item, "title")))).strip(),
                    date=stated or (match.date if match else None),
                    date_basis="api" if stated else "url" if match and match.date else None,
                    dialect=match.dialect if match else None,
                ),
            )
    return list(found.values())


def _items(text: str) -> Iterator[str]:
    places = [match.end() for match, _ in zip(_ITEM.finditer(text), range(_MOST), strict=False)]
    for start, end in zip(places, [*places[1:], len(text)], strict=True):
        yield text[start : min(end, start + _LONGEST)]


def _text_of(item: str, name: str) -> str:
    """What an element of an item says; empty where it has none."""
    opening = re.search(rf"<{name}\b[^<>]{{0,300}}>", item, re.I)
    end = item.lower().find(f"</{name.lower()}", opening.end()) if opening else -1
    return _CDATA.sub(r"\1", item[opening.end() : end]).strip() if opening and end >= 0 else ""


def _day(text: str) -> str | None:
    """An ISO day, out of any spelling of lists or out of a mail date (``Thu, 25 Jul 2024 08:00:00 +0800``)."""
    mail = _RFC.search(text[:60])
    if mail and mail.group(2) in _MONTHS:
        return f"{mail.group(3)}-{_MONTHS[mail.group(2)]:02d}-{int(mail.group(1)):02d}"
    found = row_dates.find(text[:60].replace("T", " "))
    return found.iso() if found else None
