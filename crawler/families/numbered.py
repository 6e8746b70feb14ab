"""Static lists of many small systems whose files carry a plain number: how page 2 is called, where only a total is shown."""

import re
from typing import ClassVar

from crawler.families.base import Family, with_query
from crawler.lists import pagers
from crawler.lists.listing import ListPage, NextPage

_EXT = r"\.(s?html?|thtml)$"
_SECOND: tuple[tuple[str, str], ...] = (
    (rf"/(\d{{3,8}})_(\d{{1,4}}){_EXT}", r"/\1_{n}.\3"),
    (rf"(/channels?)/(\d{{2,8}}){_EXT}", r"\1/\2_{n}.\3"),
    (rf"/(news-list-[a-z]\w*?){_EXT}", r"/\1-{n}.\2"),
    (rf"/(news-list-[a-z]\w*?)-(\d{{1,4}}){_EXT}", r"/\1-{n}.\3"),
    (rf"(/c\d{{3,7}})/(?:index{_EXT[:-1]})?$", r"\1/pages/{n}.html"),
    (rf"(/c\d{{3,7}}/pages)/(\d{{1,4}}){_EXT}", r"\1/{n}.\3"),
)
"""Shapes of a list's address, and of its page n: 平顶山 and 昭通, 抚州 and 吉安, 株洲."""


class Numbered(Family):
    """``…/zsyw/1.html`` → ``2.html``, ``/channels/14229.html`` → ``14229_2.html``, ``/c15124/index.html`` → ``/c15124/pages/2.html``."""

    name = "numbered"
    marks: ClassVar = {
        r"/c\d{3,7}/(?:19|20)\d{6}/i\d{4,}\.html": 0.6,
        r"/contents/\d{2,8}/\d{2,}\.html": 0.5,
        r"/c\d{3,7}/pages/\d+\.html": 0.4,
        r"news-list-\w+-\d+\.html": 0.35,
        r"/(?:single|show)/\d{1,6}/\d{2,}\.html": 0.3,
        r"/doc_[0-9a-f]{6,40}": 0.3,
    }
    url_marks: ClassVar = {
        r"/channels?/(?:list/)?\d+(?:_\d+)?\.html": 0.5,
        r"/news-list-\w+(?:-\d+)?\.html": 0.5,
        r"[a-z]/\d{1,3}\.html$": 0.35,
        r"/list-(?:\d+-)?\d+\.html$|/iList\.jsp\?|/channel_t_|\.thtml": 0.35,
        r"/c\d{4,6}/(?:index\.html?|pages/\d+\.html)$": 0.35,
    }

    def next_request(self, page: ListPage) -> NextPage | None:
        """What the pager shows; else the address of page n by its shape, while the total allows."""
        return pagers.generic(page) or _by_shape(page) or _by_query(page)


def _position(page: ListPage) -> tuple[int, int] | None:
    """Position (page, pages) as the page says: ``当前第 1 / 24``, or a total alone."""
    total = pagers.total_pages(page)
    stated = re.search(r"第\s{0,4}(\d{1,4})\s{0,4}(?:页)?\s{0,4}/\s{0,4}(?:共\s{0,4})?(\d{1,4})", str(page.tree.xpath("string()")))
    if stated:
        return int(stated.group(1)), int(stated.group(2))
    return (page.page, total) if total else None


def _by_shape(page: ListPage) -> NextPage | None:
    position = _position(page)
    if not position or position[0] >= position[1]:
        return None
    for shape, second in _SECOND:
        if re.search(shape, page.url):
            url = re.sub(shape, second.replace("{n}", str(position[0] + 1)), page.url)
            return NextPage(url=url, page=page.page + 1, basis=f"shape of the address, {position[1]} pages")
    return None


def _by_query(page: ListPage) -> NextPage | None:
    """``info/iList.jsp?cat_id=15943&cur_page=2``."""
    position = _position(page)
    if "iList.jsp" not in page.url or not position or position[0] >= position[1]:
        return None
    return NextPage(url=with_query(page.url, cur_page=position[0] + 1), page=page.page + 1, basis=f"cur_page, {position[1]} pages")
