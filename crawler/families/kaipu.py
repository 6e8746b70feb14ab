"""开普云 UCAP / CMSPRO: static lists counted from 1, and a JSON search that carries whole articles."""

import re
from typing import Any, ClassVar

from crawler.families.base import Family, with_query, xhr_headers
from crawler.lists import embedded, pagers, rows
from crawler.lists.listing import Link, ListPage, NextPage
from crawler.lists.page_numbers import number_in

_SEARCH = re.compile(r"[\"'](/?[\w/.-]{0,80}(?:common/search|searchList|es-search/search|manuscriptList)/)[\"']?")
_FULL = re.compile(r"[\"'](/?[\w/.-]{0,80}(?:common/search|searchList|es-search/search|manuscriptList)/[\w-]{4,40}\?[^\"'\s<>]{0,500})[\"']")
_CHANNEL = re.compile(r"(?:channelId|lmCode|channel_id)[\"']?\s{0,6}[:=]\s{0,6}[\"']([\w-]{4,40})[\"']")
_LOAD = re.compile(r"[\"'](/[\w/.-]{1,120}/loadData)(?:\?[^\"']{0,200})?[\"']")


class Kaipu(Family):
    """Heilongjiang, Xinjiang, Sichuan, Hainan, Tibet, and parts of other provinces."""

    name = "kaipu"
    marks: ClassVar = {
        r"UCAP-?CONTENT|UCAPTITLE|CMSPRO_|<ucap|ucapcontent|ucaptitle": 0.5,
        r"createPageHTML\s{0,4}\(\s{0,4}['\"]": 0.4,
        r"/c\d{5,7}/(?:19|20)\d{4}/(?:[0-9a-f]{32}|c?\d{4,})\.shtml|/(?:19|20)\d{6}/[0-9a-f]{32}\.html": 0.5,
        r"/c\d{5,7}/(?:list|nav_list|common_list|common_xq_list|listDisplaySelf|zfxxgkMultiList)": 0.4,
        r"/common/search/|_isAgg=|getChannelList\?|es-search/search": 0.6,
        r"<meta[^<>]{0,80}channelId": 0.3,
    }
    url_marks: ClassVar = {r"/c\d{5,7}/(?:list|nav_list|common_list|common_xq_list|listDisplaySelf)\w*\.shtml|/column-index-\d+\.shtml|/common/search/": 0.5}

    def links(self, page: ListPage) -> list[Link]:
        """Rows of a static page; title, address, time and body of each result of a search answer."""
        return embedded.links_in_data(page) if page.is_data else rows.links(page) or embedded.links_in_scripts(page)

    def next_request(self, page: ListPage) -> NextPage | None:
        """The next static file, and the search where files end early (only the first pages may be static); the search alone where no file is named."""
        if page.state.get("search"):
            return _next_answer(self, page)
        static = pagers.by_words(page) or pagers.by_create_page(page) or pagers.by_last(page) or pagers.by_numbers(page)
        search = _first_search(self, page)
        if static and search:
            return NextPage(url=static.url, page=static.page, basis=static.basis, otherwise=search)
        if pagers.create_page_call(page) or number_in(page.url) is not None:
            return static  # the last of the files: the search would only repeat them
        return static or search or pagers.generic(page)


def _first_search(family: Family, page: ListPage) -> NextPage | None:
    """Page 2 of the search behind a list (page 1 where the page is a shell without rows)."""
    shown = len(family.links(page))
    address, fields = _address(page)
    posted = _LOAD.search(page.scripts)
    channel = _channel(page)
    if address is None and not (posted and channel):
        return None
    size = int(fields.get("_pageSize") or fields.get("pageSize") or 0) or (shown if 5 <= shown <= 50 else 15)
    state: dict[str, Any] = {"column": page.base, "search": address or page.join(posted.group(1) if posted else None), "size": size}
    if address is None:
        state["channel"] = channel
    else:
        state["fields"] = {"_isAgg": "true", "_isJson": "true", "_template": "index", **fields, "_pageSize": str(size)}
    known = family.total(page) or _pages(page, size)
    if known is not None and shown >= known:
        return None
    return _ask(page, state, page.page + 1 if shown else 1)


def _pages(page: ListPage, size: int) -> int | None:
    total = pagers.total_pages(page)
    return total * size if total is not None and total <= 1 else None


def _address(page: ListPage) -> tuple[str | None, dict[str, str]]:
    """The search's address with the channel, and the fields that the page's own script sends."""
    whole = _FULL.search(page.scripts)
    if whole:
        path, _, query = whole.group(1).partition("?")
        return page.join(path), _fields(query)
    base, channel = _SEARCH.search(page.scripts), _channel(page)
    if channel is None or (base is None and not re.fullmatch(r"[0-9a-f]{32}", channel)):
        return None, {}
    rest = re.search(r"\?(_?\w{1,20}=[^'\"\s<>]{1,300})['\"]", page.scripts[base.end() :]) if base else None
    return page.join(f"{base.group(1) if base else '/common/search/'}{channel}"), _fields(rest.group(1)) if rest else {}


def _fields(query: str) -> dict[str, str]:
    pairs = (pair.partition("=")[::2] for pair in query.split("&") if "=" in pair)
    return {name: value for name, value in pairs if name.lower() not in ("page", "pageindex") and value}


def _channel(page: ListPage) -> str | None:
    meta = page.tree.xpath("//meta[translate(@name, 'CHANELID', 'chanelid') = 'channelid']/@content")
    found = _CHANNEL.search(page.scripts)
    return str(meta[0]).strip() if meta and str(meta[0]).strip() else found.group(1) if found else None


def _ask(page: ListPage, state: dict[str, Any], number: int) -> NextPage:
    state = {**state, "number": number}
    following = page.page + 1 if number > 1 else 1
    if "channel" in state:  # the variant of 苏州: POST …/loadData
        form = {"pageIndex": str(number), "channel_id": str(state["channel"])}
        url = with_query(str(state["search"]), pageSize=state["size"])
        return NextPage(url=url, method="POST", form=form, headers=xhr_headers(page), page=following, state=state, basis=f"loadData, page {number}")
    url = with_query(str(state["search"]), page=number, **state["fields"])
    return NextPage(url=url, headers=xhr_headers(page), page=following, state=state, basis=f"search, page {number}")


def _next_answer(family: Family, page: ListPage) -> NextPage | None:
    shown, number, size = len(family.links(page)), int(page.state["number"]), int(page.state["size"])
    total = family.total(page)
    if not shown or (total is not None and number * size >= total) or (total is None and shown < size):
        return None
    return _ask(page, dict(page.state), number + 1)
