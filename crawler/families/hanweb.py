"""大汉 JCMS: rows in a ``datastore`` inside a script, further ones from ``dataproxy.jsp`` by POST or GET."""

import re
from itertools import islice
from typing import Any, ClassVar

from crawler.families.base import Evidence, Family, with_query, xhr_headers
from crawler.lists import embedded, rows
from crawler.lists.listing import Link, ListPage, NextPage
from pipelines.normalise.text import unescaped

_GROUP = re.compile(r"<nextgroup>\s{0,40}(?:<!\[CDATA\[)?(.{0,2000}?)(?:\]\]>)?\s{0,40}</nextgroup>", re.I | re.S)
_CALL_PAGES = 3
"""The system's own script asks for three pages of rows at once."""
_FIELDS = ("col", "appid", "webid", "path", "columnid", "sourceContentType", "unitid", "webname", "permissiontype")


class Hanweb(Family):
    """Zhejiang, Shandong, Jiangsu, Gansu. Some sites encrypt the numbers of their units: the interface answers nothing, and history stays partial."""

    name = "hanweb"
    marks: ClassVar = {
        r"<datastore>|<dataStore>|dataproxy\.jsp": 0.8,
        r"大汉(?:网络|版通)|hanweb|Hanweb|HANWEB|jcms": 0.5,
        r"/script/jquery\.jpage|\.jpage\(\{": 0.5,
        r"/art/\d{4}/\d{1,2}/\d{1,2}/art_\d+_\d+\.html": 0.4,
        r"/module/(?:web/)?(?:jpage|xxgk|visitcount|download)/": 0.4,
    }
    url_marks: ClassVar = {r"/col/col\d+/": 0.3, r"dataproxy\.jsp": 0.8}

    def recognise(self, page: ListPage) -> Evidence:
        """The successor platform JPAAS shares addresses but not interfaces."""
        found = super().recognise(page)
        return Evidence(found.score * 0.3, found.marks) if "jpaas-publish-server" in page.text else found

    def links(self, page: ListPage) -> list[Link]:
        """Rows of the unit whose records are articles; a page can hold other units (友情链接, 专题)."""
        best = _best_unit(page)
        return best[1] if best else rows.links(page) or embedded.links_in_scripts(page)

    def total(self, page: ListPage) -> int | None:
        """``totalrecord`` of that unit."""
        best = _best_unit(page)
        found = re.search(r"<totalrecord>\s{0,20}(\d{1,8})", best[0], re.I) if best else None
        return int(found.group(1)) if found else super().total(page) if not best else None

    def next_request(self, page: ListPage) -> NextPage | None:
        """The rows after those already shown: POST with the unit's own parameters, else (or where that answers nothing) GET as ``nextgroup`` says."""
        best = _best_unit(page)
        if best is None:
            return super().next_request(page)
        store, links = best
        shown = int(page.state.get("shown", 0)) + len(set(_records(store)))
        total = self.total(page) or int(page.state.get("total", 0))
        if not links or shown >= total:
            return None
        state: dict[str, Any] = {"column": page.base, "shown": shown, "total": total, "unit": dict(page.state.get("unit") or _unit(page, store))}
        posted, got = _post(page, state), _get(page, store, state)
        if page.state.get("method") == "GET" or posted is None:
            return got
        return NextPage(**{**_fields(posted), "otherwise": got}) if got else posted


def _fields(request: NextPage) -> dict[str, Any]:
    return {name: getattr(request, name) for name in ("url", "method", "form", "headers", "page", "state", "basis")}


def _best_unit(page: ListPage) -> tuple[str, list[Link]] | None:
    """The ``datastore`` with the most articles, and its links."""
    stores = _between(page.text, "datastore")
    units = [(store, _links(page, store)) for store in stores]
    return max(units, key=lambda unit: sum(1.0 if link.dialect else 0.3 for link in unit[1]), default=None)


def _between(text: str, tag: str) -> list[str]:
    """What stands between the tags of one name; an element that does not close ends the search."""
    found, lowered, position = [], text.lower(), 0
    while (start := lowered.find(f"<{tag}>", position)) >= 0:
        end = lowered.find(f"</{tag}>", start)
        if end < 0:
            break
        found.append(text[start + len(tag) + 2 : end])
        position = end
    return found


def _records(store: str) -> list[str]:
    """The markup of each record, out of its CDATA section."""
    return [record.strip().removeprefix("<![CDATA[").removesuffix("]]>") for record in _between(store, "record")]


def _links(page: ListPage, store: str) -> list[Link]:
    records = _records(store)
    if not records:
        return []
    if "&lt;a" in records[0]:
        records = [unescaped(record) for record in records]
    items = "".join(record if record.lstrip()[:3].lower() == "<li" else f"<li>{record}</li>" for record in records)
    return rows.links(embedded.fragment(page, f"<ul>{items}</ul>"))


def _unit(page: ListPage, store: str) -> dict[str, str]:
    """The parameters with which the page's script calls the interface for this unit."""
    group = _GROUP.search(store)
    in_group = dict(re.findall(r"[?&](?:amp;)?(\w+)=([^&\"'<>]*)", unescaped(group.group(1)))) if group else {}
    for call in islice(re.finditer(r"ajaxParam\s{0,10}:\s{0,10}(?=\{)", page.text), 30):
        raw = embedded.balanced(page.text, call.end(), 5000) or ""
        found = {key: value for key, _, value in re.findall(r"(\w+)\s{0,10}:\s{0,10}(['\"]?)([^,'\"}]*)\2", raw)}
        if not in_group.get("unitid") or found.get("unitid") == in_group["unitid"]:
            around = page.text[max(0, call.start() - 1500) : call.end() + 1500]
            proxy, size = re.search(r"proxyUrl\s{0,10}:\s{0,10}['\"]([^'\"]{1,200})", around), re.search(r"perPage\s{0,10}:\s{0,10}['\"]?(\d{1,3})", around)
            return {**found, "proxy": proxy.group(1) if proxy else "", "size": size.group(1) if size else "15"}
    return {}


def _post(page: ListPage, state: dict[str, Any]) -> NextPage | None:
    unit = state["unit"]
    url = page.join(unit.get("proxy"))
    if not url or not unit.get("unitid"):
        return None
    size = int(unit.get("size") or 15)
    first, last = state["shown"] + 1, min(state["shown"] + _CALL_PAGES * size, max(state["total"], state["shown"] + 1))
    form = {name: unit[name] for name in _FIELDS if name in unit}
    address = with_query(url, startrecord=first, endrecord=last, perpage=size)
    return NextPage(
        url=address,
        method="POST",
        form=form,
        headers=xhr_headers(page),
        page=page.page + 1,
        state={**state, "method": "POST"},
        basis=f"dataproxy, from record {first}",
    )


def _get(page: ListPage, store: str, state: dict[str, Any]) -> NextPage | None:
    """``nextgroup`` names the group after this one; on the first page some sites name group 1, which is the page itself."""
    group = _GROUP.search(store)
    href = re.search(r"href\s{0,4}=\s{0,4}[\"']?([^\"'>\s]{1,1000})", unescaped(group.group(1))) if group else None
    url = page.join(href.group(1)) if href else None
    number = re.search(r"[?&]page=(\d{1,5})", url or "")
    if not url or not number:
        return None
    asked = max(int(number.group(1)), int(page.state.get("group", 1)) + 1)
    state = {**state, "method": "GET", "group": asked}
    return NextPage(
        url=re.sub(r"([?&]page=)\d+", rf"\g<1>{asked}", url), headers=xhr_headers(page), page=page.page + 1, state=state, basis=f"dataproxy, group {asked}"
    )
