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


def called(page: ListPage, words: re.Pattern[str]) -> str | None:
    """Where the first anchor with such words leads, by the function that it calls; None where no function says."""
    for text, element, url in pager_anchors(page):
        if url is None and words.match(text):
            for handler in (element.get("onclick") or "", element.get("href") or ""):
                call = _CALL.match(handler.strip()[:200])
                goes = re.search(_GOES % {"name": re.escape(call.group(1))}, page.scripts[:200_000]) if call else None
                if call and goes:
                    return page.join(f"{goes.group(3) or ''}{call.group(2)}{goes.group(5) or ''}")
    return None
