"""Reads the meta tags that the State Council's guideline demands (ArticleTitle, PubDate, ContentSource …), in all the spellings that pages use."""

import re
from functools import lru_cache

from pipelines.extract.tree import Element
from pipelines.normalise.text import squash, tidy, words

_PLACEHOLDERS = words(
    "网站名称 网站域名 政府网站标识码 网站标识码 信息来源 来源 栏目名称 栏目类型 栏目描述 栏目关键词 文章标题 标题 发布时间 文章来源 作者 "
    "null none undefined nan - "
    "-- — 无 暂无 未知 不详 "
    "网站标识 稿件来源 关键词 描述 内容来源 原创 佚名 匿名 本站编辑 "
)
_TEMPLATE = re.compile(r"[${}<>]|\[[A-Za-z_]+\]|%[A-Za-z_]+%|&lt;|TRS_|CMSPRO|<%")


_LINKED_DATA = re.compile(r"\"(?:datePublished|pubDate)\"\s{0,4}:\s{0,4}\"([^\"<>]{8,40})\"")


def read(root: Element) -> dict[str, str]:
    """Meta tags by lower-case name; of several with one name the first that is not empty, as the guideline's rule is often broken by an empty copy.

    The day that linked data (``application/ld+json``) states is ``datepublished``, and that of the page's only ``<time datetime>`` is ``time``.
    """
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop")
        content = element.get("content")
        if name and content and len(found) < 200:
            value = tidy(content[:2000])
            if value:
                found.setdefault(name.strip().strip("”“\"'").lower(), value)
    for script in root.iter("script"):
        linked = _LINKED_DATA.search((script.text or "")[:8000]) if "ld+json" in (script.get("type") or "") else None
        if linked:
            found.setdefault("datepublished", linked[1])
    times = [element for element in root.iter("time") if element.get("datetime")]
    if len(times) == 1 or any("pub" in f"{one.get('itemprop') or ''}{' '.join(one.keys())}".lower() for one in times[:1]):
        found.setdefault("time", str(times[0].get("datetime"))[:40])
    return found


def value(metas: dict[str, str], *names: str) -> str | None:
    """The first of these tags that says something: neither empty nor a template's placeholder (网站名称, ``${title}``)."""
    for name in names:
        text = metas.get(name)
        if text and not is_placeholder(text):
            return text
    return None


@lru_cache(maxsize=4096)
def is_placeholder(text: str) -> bool:
    """True for a label where its value should stand, and for a template variable that was never filled."""
    return squash(text).strip("：:").lower() in _PLACEHOLDERS or bool(_TEMPLATE.search(text))


def placeholders(metas: dict[str, str]) -> list[str]:
    """The mandatory tags that hold a placeholder."""
    return [
        name
        for name in ("sitename", "sitedomain", "siteidcode", "columnname", "articletitle", "pubdate", "contentsource")
        if is_placeholder(metas.get(name) or "x")
    ]
