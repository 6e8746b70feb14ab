"""大汉 JPAAS, the newer shared platform: lists are units of ``/api-gateway/jpaas-publish-server`` that answer markup in JSON."""

import json
import re
from typing import Any, ClassVar
from urllib.parse import urlencode

from crawler.families.base import Family, xhr_headers
from crawler.lists import embedded, rows
from crawler.lists.listing import Link, ListPage, NextPage
from pipelines.extract.tree import Element

_SIZE = 15


class Jpaas(Family):
    """Jiangsu, Zhejiang, Shandong. From abroad the interface repeats page 1 for every page: the walk's comparison of pages ends that."""

    name = "jpaas"
    marks: ClassVar = {r"jpaas-publish-server|/jpaas/": 0.9, r"bul?i?ldstatic|bulidstatic": 0.6, r"query[dD]ata=": 0.3}
    url_marks: ClassVar = {r"jpaas-publish-server": 0.9}

    def links(self, page: ListPage) -> list[Link]:
        """Rows of the page, or of the markup in an answer."""
        if page.is_data:
            markup = next(embedded.strings_of_markup(embedded.loads(page.text)), "")
            return rows.links(embedded.fragment(page, markup)) if markup else embedded.links_in_data(page)
        unit = _element(page)
        return [] if unit is not None and unit.find(".//a") is None else rows.links(page)

    def total(self, page: ListPage) -> int | None:
        """``count`` of the unit's pagination."""
        return _pagination(page)[1] or super().total(page)

    def next_request(self, page: ListPage) -> NextPage | None:
        """The unit's next page; its first where the page itself is a shell."""
        unit = page.state.get("unit") or _unit(page)
        if not unit:
            return super().next_request(page)
        size, total = _pagination(page)
        size = size or int(page.state.get("size", 0)) or _SIZE
        shown = len(self.links(page))
        if not shown:
            return _ask(page, unit, 1, size) if not page.is_data else None
        number = int(page.state.get("number", 1))
        if total is not None and number * size >= total:
            return None
        return _ask(page, unit, number + 1, size)


def _element(page: ListPage) -> Element | None:
    """The element of the list's unit: among several the one that holds most rows, or whose parameters speak of a list."""
    units = [
        (element, element.get("url") or "", element.get("querydata") or "")
        for element in page.tree.iter()
        if isinstance(element.tag, str) and element.get("querydata")
    ]
    units = [unit for unit in units if "publish-server" in unit[1] or unit[1].endswith("/unit")]
    return max(units, key=_promise)[0] if units else None


def _unit(page: ListPage) -> dict[str, Any] | None:
    """Address and parameters of that unit."""
    element = _element(page)
    if element is None:
        return None
    url, query = element.get("url") or "", embedded.loads(element.get("querydata") or "")
    return {"url": page.join(url), "query": {str(key): str(value) for key, value in query.items()}} if isinstance(query, dict) and page.join(url) else None


def _promise(unit: tuple[Element, str, str]) -> tuple[int, int]:
    element, _, raw = unit
    dated = len(re.findall(r"20\d\d[-/.年]\d{1,2}", "".join(element.itertext())))
    return dated, int(bool(re.search(r"列表|list|分页|栏目", raw))) - int(bool(re.search(r"导航|面包屑|位置|菜单|友情", raw)))


def _pagination(page: ListPage) -> tuple[int | None, int | None]:
    """(rows a page, rows in all), read by name: their order differs."""
    text = page.text.replace('\\"', '"')
    for found in re.finditer(r"<[^<>]{0,300}\bcount=[\"']?(\d{1,8})[^<>]{0,300}>", text):
        size = re.search(r"\brows=[\"']?(\d{1,3})", found.group(0))
        if size:
            return int(size.group(1)) or None, int(found.group(1))
    return None, None


def _ask(page: ListPage, unit: dict[str, Any], number: int, size: int) -> NextPage:
    query = dict(unit["query"])
    if number > 1:
        query["paramJson"] = json.dumps({"pageNo": number, "pageSize": size}, separators=(",", ":"))
    state = {"column": page.base, "unit": unit, "number": number, "size": size}
    following = page.page + 1 if number > 1 else 1
    return NextPage(url=f"{unit['url']}?{urlencode(query)}", headers=xhr_headers(page), page=following, state=state, basis=f"unit, page {number}")
