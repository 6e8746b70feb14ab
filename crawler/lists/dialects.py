"""Link dialects: the shapes of article addresses that the systems of county sites write, and the date that some of them carry."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

_EXT = r"\.(?:s?html?|jhtml|thtml|jsp|aspx?|php|do)"
_Y = r"(?P<y>(?:19|20)\d\d)"
_MM, _DD = r"(?P<m>0[1-9]|1[0-2])", r"(?P<d>0[1-9]|[12]\d|3[01])"
_M, _D = r"(?P<m>0?[1-9]|1[0-2])", r"(?P<d>0?[1-9]|[12]\d|3[01])"
_HEX = r"[0-9a-f]{32}"
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

_TABLE: tuple[tuple[str, str], ...] = (
    ("B", rf"/art/{_Y}/{_M}/{_D}/art_\w+{_EXT}"),
    ("B", rf"/art/{_Y}/art_[0-9a-f]{{8,32}}{_EXT}"),
    ("A", rf"/t{_Y}{_MM}{_DD}_\d+(?:_\d+)?{_EXT}"),
    ("A", rf"/t\d{{6,9}}{_EXT}"),
    ("D", rf"/{_Y}{_MM}{_DD}/[0-9a-f]{{16,40}}/c{_EXT}"),
    ("C", rf"/{_Y}-{_MM}/{_DD}/(?:content|c)_\w+(?:_\d+)?{_EXT}"),
    ("S", rf"/columns?/{_UUID}/{_Y}{_MM}/{_DD}/{_UUID}{_EXT}"),
    ("I", rf"/{_Y}{_MM}{_DD}/(?:{_HEX}|{_UUID}){_EXT}"),
    ("I", rf"/{_Y}{_MM}/(?:{_HEX}|{_UUID}|[a-z]?\d{{4,}}|c\w{{4,}}){_EXT}"),
    ("I", rf"/{_Y}/{_M}/{_D}/(?:{_HEX}|{_UUID}){_EXT}"),
    ("Z", rf"/{_Y}/{_M}[-/]{_D}[-/][\w-]+{_EXT}"),
    ("Z", rf"/{_Y}/{_MM}{_DD}/[\w-]+{_EXT}"),
    ("O", rf"/{_Y}-{_M}-{_D}/[\w-]+{_EXT}"),
    ("Q", rf"/{_Y}{_MM}{_DD}/[\w-]+{_EXT}"),
    ("H", rf"/{_Y}{_MM}{_DD}\d{{4,12}}(?:/index)?{_EXT}"),
    ("N", rf"/content/m?post_\d+{_EXT}"),
    ("P", rf"/content/content_\d{{6,20}}{_EXT}"),
    ("C2", r"/content/article/\d+"),
    ("C2", rf"/content_\d{{3,}}(?:_\d+)*{_EXT}"),
    ("C2", rf"/content/\d+/\d+/\d+{_EXT}"),
    ("C2", rf"/contents/\d+/\d+{_EXT}"),
    ("V", rf"/info/\d+/\d+{_EXT}"),
    ("V", r"content\.jsp\?(?=\S{0,200}wbnewsid=\d)"),
    ("doc", rf"/(?:doc|art|article|detail|info|news|show|view|c|post)_[0-9a-f]{{4,40}}(?:_\d+)?{_EXT}"),
    ("hex", rf"/{_HEX}{_EXT}"),
    ("hex", rf"/{_UUID}{_EXT}"),
    ("J", r"/\d{3,}\.jhtml"),
    ("G", rf"/(?!col/)[a-z]\w{{0,60}}/\d{{5,}}/index{_EXT}"),
    ("show", rf"/(?:art|article|show|view|info|detail|news|doc|content|read|archives)s?/(?:[\w-]+/){{0,3}}\d{{2,}}(?:{_EXT}|/?$)"),
    ("show", rf"/(?:show|view|content|article|detail|news|info)[-_](?:\d+[-_]){{0,3}}\d+{_EXT}"),
    ("query", r"^[^?]*\?(?=\S{0,300}\b(?:newsid|articleid|article_id|infoid|contentid|docid|aid|nid|tid|artid|news_id|wzid)=[\w-])"),
    ("query", rf"/(?=\w*(?:show|view|detail|content|article|info|read|news))\w+{_EXT}\?(?=\S{{0,300}}\bid=[\w-])"),
    ("query", r"^[^?]*\?(?=\S{0,300}\b(?:a|action|mod|ac)=(?:show|view|detail|article)\b)"),
    ("L", rf"/[a-z]\w{{0,60}}/\d{{5,}}{_EXT}"),
)
"""First match wins. The letters are those of the field notes (section 3.1); B, D and S stand before the wider shapes that would swallow them."""

_COMPILED = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _TABLE)
_LIST = re.compile(
    rf"(?:^|/)(?:index|list|default|main|home|more|nav_list|common_list|common_xq_list|listdisplay\w*+|zfxxgkmultilist|column-index|node|sublist|subpage|ilist|lists)"
    rf"(?:[-_]?\d)*(?:{_EXT})?$|/(?:page|pages)[-_/]\d+(?:{_EXT})?$|/(?:news-)?list(?:[-_]\w(?:\w|-\w)*)?{_EXT}$|/channels?/(?:list/)?\d+(?:_\d+)?{_EXT}$|/col/col\d+/?$"
    rf"|/\w{{0,30}}list/[\w-]{{1,60}}(?:{_EXT})?$|/\w{{0,40}}list\w{{0,12}}{_EXT}$"
    r"|/showlist/|/node_\d+|/c\d{12,}_\d{6,}\.",
    re.IGNORECASE,
)
_ASSET = re.compile(r"\.(?:jpe?g|png|gif|bmp|webp|ico|svg|css|js|xml|rss|apk|exe|mp3)$", re.IGNORECASE)
DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|mp4|txt)$", re.IGNORECASE)
"""Files that some rows link to instead of a page."""


@dataclass(frozen=True, slots=True)
class Match:
    """The dialect of a URL and the date in it."""

    dialect: str
    date: str | None
    """ISO: a day, a month, or a year, as precise as the URL."""
    precision: Literal["day", "month", "year"] | None


@lru_cache(maxsize=8192)
def match(url: str) -> Match | None:
    """The dialect that an address speaks; None for lists, files and whatever no dialect describes."""
    path = _target(url)
    if _ASSET.search(urlsplit(url).path):
        return None
    for name, pattern in _COMPILED:
        found = pattern.search(path)
        if found and (name in "ABDGHIS" or not _LIST.search(path)):
            return Match(name, *_date(found.groupdict()))
    return None


@lru_cache(maxsize=8192)
def is_list(url: str) -> bool:
    """Whether the address is shaped like a column, not like an article."""
    path = _target(url)
    return path.endswith("/") or (bool(_LIST.search(path)) and match(url) is None)


@lru_cache(maxsize=8192)
def shape(url: str) -> str:
    """The address with its numbers, hashes and dates blanked out: articles of one list share it."""
    parts = urlsplit(url)
    path = re.sub(_UUID, "U", parts.path.lower())
    path = re.sub(r"(?<![0-9a-z])[0-9a-f]{16,40}(?![0-9a-z])", "H", path)
    keys = sorted(pair.partition("=")[0] for pair in parts.query.split("&") if pair)
    return re.sub(r"\d+", "9", path) + ("?" + "&".join(keys) if keys else "")


def _target(url: str) -> str:
    parts = urlsplit(url[:2000])
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _date(groups: dict[str, str | None]) -> tuple[str | None, Literal["day", "month", "year"] | None]:
    year, month, day = groups.get("y"), groups.get("m"), groups.get("d")
    if not year:
        return None, None
    if not month:
        return year, "year"
    if not day:
        return f"{year}-{int(month):02d}", "month"
    try:
        return date(int(year), int(month), int(day)).isoformat(), "day"
    except ValueError:
        return None, None
