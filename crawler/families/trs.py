"""拓尔思 TRS WCM: static lists paged by ``createPageHTML`` from 0, lists that go on in a WAS search, and the search's own answers."""

import re
from typing import ClassVar
from urllib.parse import quote

from crawler.families.base import Family, with_query, xhr_headers
from crawler.lists import embedded, pagers, rows
from crawler.lists.listing import Link, ListPage, NextPage
from pipelines.normalise.text import unescaped

_COUNT = re.compile(r"\bcountPage\s{0,4}=\s{0,4}(\d{1,5})")
_CURRENT = re.compile(r"\bcurrentPage\s{0,4}=\s{0,4}(\d{1,5})")
_NAME = re.compile(r"href=\\?[\"']?\s{0,4}(\w{1,40})[\"']?\s{0,4}\+\s{0,4}[\"']_[\"']|[\"'](\w{1,40})[\"']\s{0,4}\+\s{0,4}[\"']_[\"']")
_WAS_PAGE = re.compile(r"(?i)[?&]page=(\d{1,5})")


class Trs(Family):
    """Most directory-style county sites, and their imitations."""

    name = "trs"
    marks: ClassVar = {
        r"createPageHTML\s{0,4}\(\s{0,4}\d": 0.6,
        r"TRS_Editor|trs_editor_view|TRS_UEDITOR|Custom_UnionStyle|trs_paper_default|TRS_PreAppend": 0.4,
        r"/t(?:19|20)\d{6}_\d{3,}\.s?html?": 0.6,
        r"/t\d{7,9}\.shtml": 0.35,
        r"trs-iconfont|trt-iconfont|trsapi|TRSWCM|generator[\"'] content=[\"']TRS|/was5/web/": 0.4,
        r"var\s+currentPage\s{0,4}=\s{0,4}\d+;?\s{0,4}//": 0.3,
        r"\A\s{0,40}\(?\s{0,10}\{[^{}\[\]]{0,300}\"docs\"\s{0,4}:": 0.6,
    }
    url_marks: ClassVar = {r"/was5?\d?/web/search\?|[?&](?:classsql|templet)=": 0.7, r"/index_\d+\.html?$": 0.05}

    def links(self, page: ListPage) -> list[Link]:
        """Rows of the page, or documents of a search answer (which is often not valid JSON)."""
        if page.is_data:
            return embedded.links_in_data(page) or _documents(page)
        return rows.links(page) or embedded.links_in_scripts(page)

    def total(self, page: ListPage) -> int | None:
        """``count`` of a search answer, or what the page states."""
        found = re.search(r"[\"']count[\"']\s{0,4}:\s{0,4}[\"']?(\d{1,8})", page.text[:2000]) if page.is_data else None
        return int(found.group(1)) if found else super().total(page)

    def next_request(self, page: ListPage) -> NextPage | None:
        """The next file, counted from 0; the search behind a list of which only the first pages are files; or the search's next page."""
        if _WAS_PAGE.search(page.url) and (page.is_data or "classsql" in page.url):
            return _next_search_page(self, page)
        return pagers.by_create_page(page) or _by_variables(page) or _search_behind(self, page) or pagers.generic(page)


def _by_variables(page: ListPage) -> NextPage | None:
    """``var currentPage = 0; var countPage = 20;`` with names put together as ``"index" + "_" + nextPage``: counted from 0."""
    count, current, name = _COUNT.search(page.scripts), _CURRENT.search(page.scripts), _NAME.search(page.scripts)
    if not (count and current and name):
        return None
    following = int(current.group(1)) + 1
    extension = re.search(r"[\"']\.?(s?html?|jhtml)[\"'\\]", page.scripts[name.start() :])
    url = page.join(f"{name.group(1) or name.group(2)}_{following}.{extension.group(1) if extension else 'html'}")
    return NextPage(url=url, page=page.page + 1, basis="countPage, from 0") if url and following < int(count.group(1)) else None


def _search_behind(family: Family, page: ListPage) -> NextPage | None:
    """动静结合: the newest items are in the page, older ones come from a WAS search with the channel's ``chnlid`` (seen in 福建)."""
    text = page.scripts
    literal = re.search(r"[\"']([^\"'\s<>]{0,200}/was\d?/web/search\?[^\"'\s<>]{5,800})[\"']", text)
    if literal and (whole := page.join(unescaped(literal.group(1)))):
        number = 2 if family.links(page) else 1
        return NextPage(
            url=with_query(whole, page=number), headers=xhr_headers(page), page=number, state={"column": page.base}, basis="search that fills the list"
        )
    clause = re.search(r"classsql\s{0,4}:\s{0,4}(?:[\"'][\"']\s{0,4}\|\|\s{0,4})?[\"'](chnlid=[\w,]{1,60})[\"']", text)
    channel = re.search(r"\b(?:searchId|channelid)\s{0,4}:\s{0,4}[\"']?(\d{1,10})", text)
    if not clause or not channel:
        return None
    total, size = re.search(r"recordCount\s{0,4}:\s{0,4}[\"']?(\d{1,8})", text), re.search(r"\bprepage\s{0,4}:\s{0,4}(\d{1,3})", text)
    per_page, shown = int(size.group(1)) if size else 15, len([link for link in family.links(page) if not link.external])
    if total and shown >= int(total.group(1)):
        return None
    address = re.search(r"listApi\s{0,4}:\s{0,4}\{\s{0,40}url\s{0,4}:\s{0,4}[\"']([^\"']{1,200})[\"']", text)
    sort = re.search(r"sortfield\s{0,4}:\s{0,4}[\"']([\w,+-]{1,60})[\"']", text)
    url = page.join(address.group(1) if address else "/fjdzapp/search")
    query = f"channelid={channel.group(1)}&sortfield={sort.group(1) if sort else '-docorderpri,-docreltime'}&classsql={quote(clause.group(1), safe='')}"
    number = -(-shown // per_page) + 1
    state = {"column": page.base, "total": int(total.group(1)) if total else 0, "prepage": per_page}
    return (
        NextPage(
            url=f"{url}?{query}&prepage={per_page}&page={number}", headers=xhr_headers(page), page=page.page + 1, state=state, basis="search behind the list"
        )
        if url
        else None
    )


def _next_search_page(family: Family, page: ListPage) -> NextPage | None:
    number = int((_WAS_PAGE.search(page.url) or re.match(r"()", "")).group(1) or 1)  # type: ignore[union-attr]
    size = re.search(r"(?i)[?&](?:prepage|perpage|outlinepage)=(\d{1,3})", page.url)
    total = re.search(r"(?i)\"?(?:recordcount|count|total|num|totalrecord)\"?\s{0,4}:\s{0,4}\"?(\d{1,8})", page.text) or re.match(
        r"(\d+)", str(page.state.get("total") or "")
    )
    shown = len(family.links(page))
    more = number * int(size.group(1)) < int(total.group(1)) if total and size else shown >= int(size.group(1) if size else 1)
    if not shown or not more:
        return None
    return NextPage(
        url=with_query(page.url, page=number + 1),
        headers=xhr_headers(page),
        page=page.page + 1,
        state={"column": page.base, **page.state},
        basis="search, page number",
    )


def _documents(page: ListPage) -> list[Link]:
    """Title and address of each document by their keys, where the answer cannot be parsed as a whole."""
    found = []
    for piece in re.split(r"\}\s{0,20},\s{0,20}\{", page.text):
        fields = {key.lower(): value for key, value in re.findall(r"\"(\w{1,30})\"\s{0,4}:\s{0,4}\"((?:[^\"\\]|\\.){0,2000})\"", piece)}
        if embedded.pick(fields, embedded.TITLES) and (link := embedded.link_of(page, fields)):
            found.append(link)
    return list({link.url: link for link in reversed(found)}.values())[::-1]
