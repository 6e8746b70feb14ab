"""博达 VSB / Webber: static lists whose files count down, and dynamic ``list.jsp`` lists."""

import re
from typing import ClassVar
from urllib.parse import urlsplit

from crawler.families.base import Family, with_query
from crawler.lists import pagers
from crawler.lists.listing import ListPage, NextPage

_POSITION = re.compile(r"(?<![\d/.-])(\d{1,5})\s{0,2}/\s{0,2}(\d{1,5})(?![\d/.-])")


class Vsb(Family):
    """Page 1 is ``x.htm``; of N pages, page 2 is ``x/N-1.htm`` and the last ``x/1.htm``: numbers of one visit mean nothing on the next."""

    name = "vsb"
    marks: ClassVar = {
        r"[/\"'=]info/\d{3,5}/\d{2,}\.s?htm": 0.6,
        r"vsb_content|v_news_content|_showDynClicks|vsbscreen|vsb_default|/system/resource/|_vsb|VSBfooter": 0.5,
        r"urltype=(?:news\.NewsContentUrl|tree\.TreeTempUrl)": 0.7,
        r"class=[\"'](?:p_pages|p_next|p_no|p_t|fanye\d{3,})": 0.35,
        r"wbtreeid=\d+": 0.4,
    }
    url_marks: ClassVar = {r"list\.jsp\?\S{0,200}wbtreeid=": 0.6}

    def next_request(self, page: ListPage) -> NextPage | None:
        """The page's own next anchor; else the file one below, or the next ``PAGENUM``."""
        return pagers.by_words(page) or _by_class(page) or _dynamic(page) or _one_below(page) or pagers.by_numbers(page)


def _by_class(page: ListPage) -> NextPage | None:
    """``span.p_next a``: some skins show a picture there instead of words."""
    for anchor in page.tree.xpath("//*[contains(concat(' ', normalize-space(@class), ' '), ' p_next ')]//a[@href]"):
        url = page.join(anchor.get("href"))
        if url and url != page.url:
            return NextPage(url=url, page=page.page + 1, basis="span.p_next")
    return None


def _position(page: ListPage) -> tuple[int, int] | None:
    """Position (page, pages) of ``1/11``."""
    for box in page.tree.xpath("//*[contains(@class, 'p_t') or contains(@class, 'page') or contains(@class, 'fanye') or contains(@id, 'fanye') or self::td]"):
        found = _POSITION.search("".join(box.itertext())[-400:])
        if found and 0 < int(found.group(1)) <= int(found.group(2)):
            return int(found.group(1)), int(found.group(2))
    return None


def _one_below(page: ListPage) -> NextPage | None:
    """From the position alone: ``x.htm`` of N leads to ``x/N-1.htm``, ``x/j.htm`` to ``x/j-1.htm``."""
    position = _position(page)
    file = re.search(r"/([^/]+)\.(s?html?)$", urlsplit(page.url).path)
    if not position or not file or position[0] >= position[1]:
        return None
    now, total = position
    url = page.join(f"{file.group(1)}/{total - 1}.{file.group(2)}" if now == 1 else f"{total - now}.{file.group(2)}")
    return NextPage(url=url, page=page.page + 1, basis=f"counts down from {total}") if url else None


def _dynamic(page: ListPage) -> NextPage | None:
    """``list.jsp?totalpage=12&PAGENUM=2&…&wbtreeid=1082``; some skins name the number ``a1154p``."""
    if "list.jsp" not in page.url:
        return None
    number = re.search(r"[?&](PAGENUM|a\d{2,6}p)=(\d{1,5})", page.url)
    total = re.search(r"[?&](?:totalpage|a\d{2,6}t)=(\d{1,5})", page.url)
    position = _position(page)
    last = int(total.group(1)) if total else position[1] if position else None
    now = int(number.group(2)) if number else 1
    if last is None or now >= last:
        return None
    url = with_query(page.url, **{"totalpage": last, (number.group(1) if number else "PAGENUM"): now + 1})
    return NextPage(url=url, page=page.page + 1, basis=f"PAGENUM, {last} pages")
