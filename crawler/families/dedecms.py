"""织梦 DedeCMS: ``/plus/list.php?tid=22&PageNo=2`` and files ``list_22_2.html``."""

import re
from typing import ClassVar

from crawler.families.base import Family, with_query
from crawler.lists import pagers
from crawler.lists.listing import ListPage, NextPage


class Dedecms(Family):
    """The pager's anchors name files; the dynamic lists page by ``PageNo``."""

    name = "dedecms"
    marks: ClassVar = {
        r"dedecms|DedeCMS|DEDECMS|织梦|/templets/": 0.35,
        r"/plus/(?:list|view|count|search|diggindex)\.php": 0.5,
        r"list_\d+_\d+\.html": 0.4,
        r"class=[\"']pageinfo[\"']": 0.3,
    }
    url_marks: ClassVar = {r"/plus/list\.php": 0.7, r"/list_\d+(?:_\d+)?\.html": 0.3}

    def next_request(self, page: ListPage) -> NextPage | None:
        """Anchors first; else the number in the address while the total allows."""
        return pagers.generic(page) or _by_address(page)


def _by_address(page: ListPage) -> NextPage | None:
    total = pagers.total_pages(page)
    if total is None:
        return None
    dynamic, number = "/plus/list.php" in page.url, re.search(r"[?&]PageNo=(\d{1,5})", page.url)
    file = re.search(r"/list_(\d+)(?:_(\d+))?\.html$", page.url)
    now = int((number.group(1) if number else file.group(2) if file else None) or 1)
    if now >= total or not (dynamic or file):
        return None
    url = with_query(page.url, PageNo=now + 1) if dynamic else page.join(f"list_{file.group(1)}_{now + 1}.html") if file else None
    return NextPage(url=url, page=page.page + 1, basis=f"number in the address, {total} pages") if url else None
