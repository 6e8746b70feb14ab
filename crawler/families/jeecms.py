"""JEECMS and other Java systems with ``.jhtml`` files, counted from 1."""

import re
from typing import ClassVar

from crawler.families.base import Family
from crawler.lists import pagers
from crawler.lists.listing import ListPage, NextPage


class Jeecms(Family):
    """``index.jhtml``, ``index_2.jhtml``; ``column.jhtml``, ``column_2.jhtml``. Pagers are buttons with a script, or nothing but a total."""

    name = "jeecms"
    marks: ClassVar = {r"/\d{3,}\.jhtml": 0.5, r"(?:jee|Jee|JEE)(?:cms|CMS)": 0.5, r"\.(?<=\w\.)jhtml\b": 0.25}
    url_marks: ClassVar = {r"\.jhtml(?:$|\?)": 0.35}

    def next_request(self, page: ListPage) -> NextPage | None:
        """What the pager says; else ``_2`` after the name while the total allows."""
        return pagers.generic(page) or _by_name(page)


def _by_name(page: ListPage) -> NextPage | None:
    total = pagers.total_pages(page)
    name = re.search(r"/(\w+?)(?:_(\d+))?\.jhtml$", page.url)
    now = int(name.group(2) or 1) if name else 1
    if not name or total is None or now >= total:
        return None
    url = page.join(f"{name.group(1)}_{now + 1}.jhtml")
    return NextPage(url=url, page=page.page + 1, basis=f"name, {total} pages") if url else None
