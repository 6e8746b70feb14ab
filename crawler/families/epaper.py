"""Newspapers' digital editions (方正翔宇 and its kind): an issue is a row of layouts, each with its articles."""

import re
from typing import ClassVar

from crawler.families.base import Family
from crawler.lists import anchor_rows, dialects
from crawler.lists.listing import Link, ListPage, NextPage

_ARTICLE = re.compile(r"/(?:content|c)_\w+\.html?$|/content/\d{6}/\d{2}/content_?\w*\.html?$", re.I)
_LAYOUT = re.compile(r"/(?:node|layout)_?[\w]*\.html?$", re.I)


class Epaper(Family):
    """``/html/2021-01/28/node_1.htm`` → ``content_123_456.htm``; newer ``/pc/layout/202410/25/node_01.html``."""

    name = "epaper"
    marks: ClassVar = {
        r"content_\w{1,40}\.html?": 0.1,
        r"node_\w{1,40}\.html?": 0.1,
        r"(?:id|ID)=[\"']?page[lL]ink": 0.6,
        r"founder-content|enpcontent|enpproperty|paperdate": 0.4,
        r"下一版|上一版|版面导航|版面目录|第0?1版": 0.4,
    }
    url_marks: ClassVar = {r"/\d{4}-\d{2}/\d{2}/node_\w+\.html?|/layout/\d{6}/\d{2}/node_\w+\.html?": 0.7}

    def links(self, page: ListPage) -> list[Link]:
        """Every article of the layout, from its list and from the map over its picture; the date is the issue's."""
        found: dict[str, anchor_rows.Row] = {}
        for row in anchor_rows.all_rows(page):
            if _ARTICLE.search(row.url):
                known = found.setdefault(row.url, row)
                known.title = max(known.title, row.title, key=len)
        issue = re.search(r"/((?:19|20)\d\d)-?(\d\d)/(\d\d)/", page.url)
        day = "-".join(issue.groups()) if issue else None
        return [
            Link(url=url, title=row.title, date=(match.date if match else None) or day, date_basis="url", dialect=match.dialect if match else "C")
            for url, row in found.items()
            for match in (dialects.match(url),)
        ]

    def next_request(self, page: ListPage) -> NextPage | None:
        """The next layout of the issue; after the last, the issue before (上一期)."""
        following = _anchor(page, r"^\W{0,4}下一版") or _layout_after(page)
        if following:
            return NextPage(url=following, page=page.page + 1, basis="next layout")
        earlier = _anchor(page, r"^\W{0,4}(?:上|前)一期")
        return NextPage(url=earlier, page=page.page + 1, basis="issue before") if earlier else None


def _anchor(page: ListPage, words: str) -> str | None:
    for anchor in page.tree.iter("a"):
        text = "".join(anchor.itertext()).strip() or (anchor.get("title") or "")
        url = page.join(anchor.get("href"))
        if url and url != page.url and re.search(words, text):
            return url
    return None


def _layout_after(page: ListPage) -> str | None:
    layouts = list(dict.fromkeys(url for anchor in page.tree.iter("a") if (url := page.join(anchor.get("href"))) and _LAYOUT.search(url)))
    here = page.url.partition("#")[0]
    same = [url for url in layouts if url.rpartition("/")[0] == here.rpartition("/")[0]]
    if here in same:
        return same[same.index(here) + 1] if same.index(here) + 1 < len(same) else None
    return None
