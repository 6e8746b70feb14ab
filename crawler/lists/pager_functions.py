"""Pagers whose words call a function of the page: ``javascript:goPage(2)`` with ``function goPage(n){location.href="index_"+n+".html"}``."""

import re

from crawler.lists.listing import ListPage
from crawler.lists.pager_anchors import pager_anchors

_CALL = re.compile(r"^(?:javascript:)?\s{0,4}(?:return\s{1,4})?([A-Za-z_]\w{0,40})\(\s{0,4}['\"]?(\d{1,5})['\"]?\s{0,4}\)", re.I)
_GOES = (
    r"(?:function\s{1,4}%(name)s\s{0,4}|\b%(name)s\s{0,4}[=:]\s{0,4}(?:function\s{0,4})?)\(\s{0,4}(\w{1,40})[^()]{0,80}\)[^\0]{0,600}?"
    r"(?:location(?:\.href)?\s{0,4}=|location\.(?:replace|assign)\(|window\.open\()\s{0,4}"
    r"(?:([\"'])([^\"'<>\n]{0,300})\2\s{0,4}\+\s{0,4})?\1\s{0,4}(?:\+\s{0,4}([\"'])([^\"'<>\n]{0,100})\4)?"
)


_MOST_FUNCTIONS = 20
"""Functions that are looked up; the words that turn pages call one or two."""


def called(page: ListPage, words: re.Pattern[str]) -> str | None:
    """Where the first anchor with such words leads, by the function that it calls; None where no function says."""
    known: dict[str, re.Match[str] | None] = {}
    for text, element, url in pager_anchors(page):
        if url is None and words.match(text):
            for handler in (element.get("onclick") or "", element.get("href") or ""):
                call = _CALL.match(handler.strip()[:200])
                goes = _goes(page, call.group(1), known) if call else None
                if call and goes:
                    return page.join(f"{goes.group(3) or ''}{call.group(2)}{goes.group(5) or ''}")
    return None


def _goes(page: ListPage, name: str, known: dict[str, re.Match[str] | None]) -> re.Match[str] | None:
    """Where the page's scripts say that a function goes; each is looked up once, for that takes a search through all of them."""
    if name not in known and len(known) < _MOST_FUNCTIONS:
        known[name] = re.search(_GOES % {"name": re.escape(name)}, page.scripts[:200_000])
    return known.get(name)
