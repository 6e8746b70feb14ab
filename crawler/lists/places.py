"""Places on a page: whether a list stands in the column itself or in navigation, side lists and footers, and whether a URL is of the same site."""

import re
from functools import lru_cache
from itertools import count, islice
from urllib.parse import urlsplit

import tldextract

from crawler.lists.listing import opening
from pipelines.extract.tree import Element
from pipelines.normalise.text import squash

_FRAME = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu\w*|foot\w*|footer\w*|header\w*|crumb\w*|breadcrumb\w*|friend\w*|yqlj\w*|copyright\w*|banner\w*|topbar\w*|sitemap\w*|weizhi|dqwz|position)(?=$|[\s_-])",
    re.IGNORECASE,
)
_SIDE = re.compile(
    r"(?:^|[\s_-])(?:aside|sidebar|hot\w*|rank\w*|recommend\w*|tuijian|tj\w?list|relat\w*|xgxw|rdtj|ph\w?list|swiper\w*|slide\w*|focus\w*)(?=$|[\s_-])",
    re.IGNORECASE,
)
_SIDE_HEADING = re.compile(r"热门|热点|排行|推荐|点击(?:量|率|排)|相关|猜你|浏览量|友情链接|最新(?:更新|发布|信息|文章)|站内搜索|精彩")
_LONGEST_NAME = 300
_MOST_SIBLINGS = 500
"""Elements beside a list among which its heading and its pager are looked for."""
_EXTRACT = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
"""With the bundled list of public suffixes: nothing is downloaded."""


def standing(element: Element, column: str = "", *, surely_articles: bool = True) -> float:
    """A factor on a list's weight: 1 in the column itself, much more under its very name, little in frames of the page and side lists."""
    factor = 0.15 if outside(element) else 0.5 if _is_side(element) else 1.0
    words = heading(element)
    if column and column in words:
        factor *= 12 if surely_articles else 1.5
    elif _SIDE_HEADING.search(words):
        factor *= 0.3
    return factor * (1.6 if near_pager(element) else 1.0)


def column_name(tree: Element) -> str:
    """What the page calls itself: ColumnName, or the first part of its title; empty where that is too short to be told from other words."""
    stated = [meta.get("content") or "" for meta in tree.iter("meta") if (meta.get("name") or "").lower() == "columnname"]
    title = re.split("[-—_|>–]", (tree.findtext(".//title") or "").strip(), maxsplit=1)[0]
    name = squash(next((text for text in (*stated, title) if text.strip()), ""))
    return name if 2 <= len(name) <= 16 and not re.search(r"首页|政府|网站|网$", name) else ""


def heading_is_of_side_list(element: Element) -> bool:
    """Whether what stands above a list says that it is of other things: 热门, 推荐, 相关."""
    return _is_side(element) or bool(_SIDE_HEADING.search(heading(element)))


def outside(element: Element) -> bool:
    """Whether an element stands in navigation, header or footer."""
    for above in (element, *element.iterancestors()):
        if above.tag in ("nav", "footer", "header"):
            return True
        if above.tag not in ("body", "html") and _FRAME.search(_names(above)):
            return True
    return False


def _is_side(element: Element) -> bool:
    return any(above.tag == "aside" or bool(_SIDE.search(_names(above))) for above in (element, *element.iterancestors()))


def _names(element: Element) -> str:
    """What an element is called; no name is longer."""
    return f"{(element.get('class') or '')[:_LONGEST_NAME]} {(element.get('id') or '')[:_LONGEST_NAME]}"


def heading(element: Element) -> str:
    """The text just before a list: what an editor wrote above it (at most 40 characters)."""
    looked_at = count()
    for above in (element, *element.iterancestors()):
        if above.tag in ("body", "html"):
            break
        for before in above.itersiblings(preceding=True):
            if next(looked_at) > _MOST_SIBLINGS:
                return ""
            text = squash(opening(before, 600)) if isinstance(before.tag, str) and before.tag not in ("script", "style") else ""
            if text:
                return text[-40:] if len(text) <= 60 else ""
        if (above.text or "").strip():
            return ""
    return ""


_PAGER = re.compile(r"下\s?一?\s?页|尾\s?页|末\s?页|后\s?页|上\s?一\s?页|共\s?\d+\s?[页頁]|createPageHTML\s{0,4}\(\s{0,4}[\d'\"]")


def near_pager(element: Element) -> bool:
    """Whether a pager follows a list within the three boxes around it."""
    for depth, above in enumerate((element, *element.iterancestors())):
        if depth > 3 or above.tag in ("body", "html"):
            return False
        for after in islice(above.itersiblings(), _MOST_SIBLINGS):
            if isinstance(after.tag, str) and _PAGER.search(opening(after, 3000)):
                return True
    return False


def is_home(url: str) -> bool:
    """Whether the address is that of a site's home page."""
    parts = urlsplit(url)
    return not parts.query and bool(re.fullmatch(r"/?(?:(?:index|default|home|main)(?:\.\w{2,5})?)?", parts.path, re.I))


@lru_cache(maxsize=4096)
def registrable(host: str) -> str:
    """The domain that an owner registered: kaifeng.gov.cn for www.kaifeng.gov.cn; addresses and unknown suffixes as they are."""
    found = _EXTRACT(host)
    return ".".join(part for part in (found.domain, found.suffix) if part) if found.suffix else host


@lru_cache(maxsize=8192)
def site_of(url: str) -> str:
    """The registrable domain of a URL (with the port, where one is given: sites of a test web share a host)."""
    parts = urlsplit(url)
    try:
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        port = ""
    return registrable(parts.hostname or "") + port


def same_site(url: str, site: str) -> bool:
    """Whether a URL belongs to a site named by ``site_of``; ports are left out of account where one side gives none."""
    own = site_of(url)
    return own == site or own.partition(":")[0] == site or own == site.partition(":")[0]
