"""Reads the meta tags that the State Council's guideline demands (ArticleTitle, PubDate, ContentSource …), in all the spellings that pages use."""

import re

from pipelines.extract.tree import Element
from pipelines.normalise.text import squash, tidy, words

_PLACEHOLDERS = words(
    "网站名称 网站域名 政府网站标识码 网站标识码 信息来源 来源 栏目名称 栏目类型 栏目描述 栏目关键词 文章标题 标题 发布时间 文章来源 作者 "
    "null none undefined nan - "
    "-- — 无 暂无 未知 不详 "
    "网站标识 稿件来源 关键词 描述 内容来源 原创 佚名 匿名 本站编辑 "
)
_TEMPLATE = re.compile(r"[${}<>]|\[[A-Za-z_]+\]|%[A-Za-z_]+%|&lt;|TRS_|CMSPRO|<%")


def read(root: Element) -> dict[str, str]:
    """Meta tags by lower-case name; of several with one name the first that is not empty, as the guideline's rule is often broken by an empty copy."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop")
        content = element.get("content")
        if name and content and len(found) < 200:
            value = tidy(content[:2000])
            if value:
                found.setdefault(name.strip().strip("”“\"'").lower(), value)
    return found


def value(metas: dict[str, str], *names: str) -> str | None:
    """The first of these tags that says something: neither empty nor a template's placeholder (网站名称, ``${title}``)."""
    for name in names:
        text = metas.get(name)
        if text and not is_placeholder(text):
            return text
    return None


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
