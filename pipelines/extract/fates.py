"""Tells pages that are no article: soft 404s, challenges, frames and empty shells that answer with status 200."""

import re

from pipelines.errors import NoBody, NotAnArticle
from pipelines.extract.flow import Line

_GONE = re.compile(
    r"页面(?:不存在|没有找到|未找到|找不到|已(?:被)?删除|出错|走丢)|(?:找不到|无法找到|没有找到)(?:您|你|该|相关|此)?.{0,8}(?:页面?|网页|文件|资源|内容)|您(?:要)?(?:访问|查看|浏览)的(?:页面|网页|内容|文章|信息|链接).{0,14}"
    r"(?:不存在|删除|失效|错误|移动|迁移|改名)|该(?:信息|文章|内容|页面|网页).{0,4}(?:已|不).{0,3}(?:删除|存在|发布|撤销|下线|失效)|网站(?:正在)?(?:维护|升级|关闭|改版)|系统(?:正在)?(?:维护|升级|繁忙|错误)|服务器(?:错误|繁忙|内部错误)|"
    r"404 not found|page not found|not found|403 forbidden|bad gateway|service unavailable|internal server error|error (?:404|403|500)",
    re.I,
)
_GONE_TITLE = re.compile(r"^\W{0,4}(?:404|403|500|502|503|错误|出错|提示|页面不存在|not found|error|访问出错|系统提示|无法访问)", re.I)
_CHALLENGE = re.compile(r"\$_ts\s{0,4}=|__jsl_clearance|acw_sc__v2|滑动验证|拖动滑块|请完成.{0,6}验证|安全验证|访问(?:过于)?频繁|请开启JavaScript|enable JavaScript", re.I)
_JUMP = re.compile(r"(?:window|self|top|document)\.location(?:\.href)?\s{0,4}=|location\.replace\(|http-equiv\s{0,4}=\s{0,4}[\"']?refresh", re.I)
_SMALL = 600
"""Characters of visible text; a soft 404 says little."""


def refuse(source: str, title: str, visible: str) -> None:
    """Raise NotAnArticle where the page says that it is none; ``visible`` is all text that it shows."""
    if len(visible) <= _SMALL:
        if _GONE_TITLE.search(title) or _GONE.search(visible) or _GONE.search(title):
            raise NotAnArticle(f"a soft 404: {(title or visible)[:60]}")
        if _CHALLENGE.search(source[:20_000]) or _CHALLENGE.search(visible):
            raise NotAnArticle("a challenge page stands where an article was expected")


def without_body(source: str, title: str, lines: list[Line]) -> NoBody | NotAnArticle:
    """Why a page on which no body was found has none."""
    links = sum(line.link_chars for line in lines)
    size = sum(len(line.text) for line in lines)
    if _JUMP.search(source[:20_000]) and size < 300:
        return NotAnArticle("the page only jumps to another one")
    if size >= 200 and links > 0.6 * size:
        return NotAnArticle(f"a page of links, not an article: {title[:60]}")
    return NoBody(f"neither text nor image nor attachment of its own: {title[:60]}")
