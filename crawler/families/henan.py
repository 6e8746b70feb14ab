"""河南 ``viewCmsCac.do`` and the addresses without ending that replaced it."""

import re
from typing import ClassVar

from crawler.families.base import Family, with_query, xhr_headers
from crawler.lists import pagers
from crawler.lists.listing import ListPage, NextPage

_OFFSET = re.compile(r"([?&]offset=)(\d{1,6})")
_STEPS = (20, 30, 15, 10, 25)


class Henan(Family):
    """Lists ``/viewCmsCac.do?cacId=<32 hex>&offset=N``; some load their rows by POST from ``getHtmlInDivNormal.do``."""

    name = "henan"
    marks: ClassVar = {
        r"viewCmsCac\.do": 0.7,
        r"getHtmlInDivNormal\.do": 0.7,
        r"sitegroup/root/html/[0-9a-f]{32}/[0-9a-f]{32}\.html": 0.6,
        r"/search/SolrSearch/": 0.4,
    }
    url_marks: ClassVar = {r"viewCmsCac\.do": 0.8}

    def next_request(self, page: ListPage) -> NextPage | None:
        """The next anchor; else the offset one step on; else the POST that fills the list."""
        return pagers.by_words(page) or _filled_by_post(self, page) or _next_offset(self, page) or pagers.generic(page)


def _next_offset(family: Family, page: ListPage) -> NextPage | None:
    if "viewCmsCac.do" not in page.url:
        return None
    found, total, shown = _OFFSET.search(page.url), family.total(page), len(family.links(page))
    offset = int(found.group(2)) if found else 0
    steps = {abs(int(b) - offset) for _, b in _OFFSET.findall(page.text.replace("&amp;", "&"))} - {0}
    step = min(steps) if steps else shown
    if not shown or (total is not None and offset + step >= total) or (total is None and not steps and shown not in _STEPS):
        return None
    return NextPage(url=with_query(page.url, offset=offset + step), page=page.page + 1, basis=f"offset {offset + step}")


def _filled_by_post(family: Family, page: ListPage) -> NextPage | None:
    """``getHtmlInDivNormal.do?ajaxform`` with ``divId``, ``requestUrl``, ``cacId`` and ``queryString``, as the page's script sends them."""
    address = re.search(r"[\"'](/?[\w/]{0,60}getHtmlInDivNormal\.do(?:\?\w{1,40})?)[\"']", page.scripts)
    fields = dict(page.state.get("form") or _script_fields(page))
    url = str(page.state.get("post") or page.join(address.group(1) if address else None) or "")
    if not url or "cacId" not in fields:
        return None
    shown = len(family.links(page))
    total = family.total(page) or page.state.get("total")
    offset = int(page.state.get("offset", 0)) + shown
    if page.state and (not shown or (total is not None and offset >= int(total))):
        return None
    query = fields.get("queryString", "")
    query = _OFFSET.sub(rf"\g<1>{offset}", "&" + query)[1:] if "offset=" in query else (f"{query}&" if query else "") + f"offset={offset}"
    form = {**fields, "queryString": query}
    state = {"column": page.base, "post": url, "form": form, "offset": offset, "total": total}
    following = page.page + 1 if shown else 1
    return NextPage(url=url, method="POST", form=form, headers=xhr_headers(page), page=following, state=state, basis=f"getHtmlInDivNormal, offset {offset}")


def _script_fields(page: ListPage) -> dict[str, str]:
    pairs = re.findall(r"[\"']?\b(divId|requestUrl|cacId|queryString)[\"']?\s{0,6}[:=]\s{0,6}[\"']([^\"']{0,300})[\"']", page.scripts)
    written = re.findall(r"\b(divId|requestUrl|cacId)=([\w/.-]{1,200})", page.scripts)
    return {**dict(written), **dict(pairs)}
