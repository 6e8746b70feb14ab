"""龙讯 Lonsun of Anhui: the label service that answers rows as markup, and ``showList`` files."""

import re
from typing import ClassVar

from crawler.families.base import Family, with_query, xhr_headers
from crawler.lists import pagers
from crawler.lists.listing import ListPage, NextPage
from pipelines.normalise.text import unescaped

_LABEL = re.compile(r"[\"'](/?(?:[\w-]+/){0,4}site/label/\d{1,8}\?[^\"'\s<>]{5,1500})[\"']")
_PARAMETERS = re.compile(
    r"\b(labelName|siteId|organId|catId|columnId|pageSize|action|type|isDate|dateFormat|length|file|dataType|IsAjax)['\"]?\s{0,6}[:=]\s{0,6}['\"]?([\w/.-]{1,120})"
)


class Lonsun(Family):
    """``pageIndex`` of ``/site/label/8888?…`` turns the page; ``pageCount:N`` in a script says how many there are."""

    name = "lonsun"
    marks: ClassVar = {
        r"/site/label/\d+": 0.6,
        r"lonsun|Lonsun|LONSUN|龙讯": 0.4,
        r"labelName['\"]?\s{0,6}[:=]": 0.5,
        r"xxgk_navli|/public/column/\d+": 0.35,
        r"/News/showList/\d+": 0.4,
        r"/News/show/\d+": 0.2,
    }
    url_marks: ClassVar = {r"/site/label/\d+|/public/column/\d+": 0.5, r"/News/showList/\d+": 0.4}

    def next_request(self, page: ListPage) -> NextPage | None:
        """A real anchor; else the label service's next page; else the next ``page_N.html``."""
        return pagers.by_words(page) or _next_label(self, page) or pagers.generic(page)


def _next_label(family: Family, page: ListPage) -> NextPage | None:
    address = str(page.state.get("label") or (page.url if "/site/label/" in page.url else "") or _address(page) or "")
    if not address:
        return None
    number, shown = int(page.state.get("number", 1)), len(family.links(page))
    if not shown:
        return None if page.state else _ask(page, address, 1)
    total = _count(page) or page.state.get("pages")
    if total is not None and number >= int(total):
        return None
    return _ask(page, address, number + 1, total)


def _ask(page: ListPage, address: str, number: int, total: int | None = None) -> NextPage:
    state = {"column": page.base, "label": address, "number": number, "pages": total}
    url = with_query(address, pageIndex=number)
    return NextPage(url=url, headers=xhr_headers(page), page=page.page + 1 if number > 1 else 1, state=state, basis=f"label service, page {number}")


def _count(page: ListPage) -> int | None:
    found = re.search(r"pageCount['\"]?\s{0,6}[:=]\s{0,6}['\"]?(\d{1,5})", page.text)
    return int(found.group(1)) if found else pagers.total_pages(page)


def _address(page: ListPage) -> str | None:
    """The service's address as a script writes it, whole or as a list of parameters."""
    whole = _LABEL.search(unescaped(page.text))
    if whole:
        return page.join(whole.group(1))
    base = re.search(r"[\"'](/?(?:[\w-]+/){0,4}site/label/\d{1,8})[\"']", page.scripts)
    fields = dict(_PARAMETERS.findall(page.scripts))
    url = page.join(base.group(1)) if base else None
    return with_query(url, **{"IsAjax": "1", "dataType": "html", **fields}) if url and "labelName" in fields else None
