"""PHPCMS: ``index.php?m=content&c=index&a=lists&catid=18&page=2`` and files ``list-18-2.html``."""

from typing import ClassVar

from crawler.families.base import Family, with_query
from crawler.lists import pagers
from crawler.lists.listing import ListPage, NextPage
from crawler.lists.page_numbers import number_in


class Phpcms(Family):
    """Dynamic addresses without a page number are page 1."""

    name = "phpcms"
    marks: ClassVar = {
        r"[?&;]m=content&(?:amp;)?c=index&(?:amp;)?a=(?:lists|show)": 0.7,
        r"phpcms|PHPCMS|/statics/(?:js|css|images)/": 0.4,
        r"(?:show|content)-\d+-\d+-1\.html": 0.4,
        r"list-\d+-\d+\.html": 0.1,
    }
    url_marks: ClassVar = {r"a=lists&\S{0,60}catid=\d+|catid=\d+\S{0,60}a=lists": 0.7, r"/list-\d+-\d+\.html": 0.15}

    def next_request(self, page: ListPage) -> NextPage | None:
        """Anchors first; else the next ``page``."""
        return pagers.generic(page) or _by_query(page)


def _by_query(page: ListPage) -> NextPage | None:
    total, now = pagers.total_pages(page), number_in(page.url) or 1
    if "a=lists" not in page.url or total is None or now >= total:
        return None
    return NextPage(url=with_query(page.url, page=now + 1), page=page.page + 1, basis=f"page in the address, {total} pages")
