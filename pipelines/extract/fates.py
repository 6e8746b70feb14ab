"""Tells pages that are no article: soft 404s, challenges, frames and empty shells that answer with status 200."""

import re

from pipelines.errors import NoBody, NotAnArticle
from pipelines.extract.article import Article
from pipelines.extract.choice import Asked
from pipelines.extract.density import headline_at
from pipelines.extract.flow import Line
from pipelines.extract.furniture import is_bare_date, is_sentence
from pipelines.parse import dates

_GONE = re.compile(
    r"页面(?:不存在|没有找到|未找到|找不到|已(?:被)?删除|出错|走丢)|(?:找不到|无法找到|没有找到)(?:您|你|该|相关|此)?.{0,8}(?:页面?|网页|"
    r"文件|资源|内容)|您(?:要)?(?:访问|查看|浏览)的(?:页面|网页|内容|文章|信息|链接).{0,14}"
    r"(?:不存在|删除|失效|错误|移动|迁移|改名)|该(?:信息|文章|内容|页面|网页).{0,4}(?:已|不).{0,3}(?:删除|存在|发布|撤销|下线|失效)|"
    r"网站(?:正在)?(?:维护|升级|关闭|改版)|系统(?:正在)?(?:维护|升级|繁忙|错误)|服务器(?:错误|繁忙|内部错误)|"
    r"404 not found|page not found|not found|403 forbidden|bad gateway|service unavailable|internal server error|error (?:404|403|500)",
    re.I,
)
_GONE_TITLE = re.compile(r"^\W{0,4}(?:404|403|500|502|503|错误|出错|提示|页面不存在|not found|error|访问出错|系统提示|无法访问)", re.I)
_CHALLENGE = re.compile(
    r"\$_ts\s{0,4}=|__jsl_clearance|acw_sc__v2|滑动验证|拖动滑块|请完成.{0,6}验证|安全验证|访问(?:过于)?频繁|请开启JavaScript|enable JavaScript", re.I
)
_JUMP = re.compile(r"(?:window|self|top|document)\.location(?:\.href)?\s{0,4}=|location\.replace\(|http-equiv\s{0,4}=\s{0,4}[\"']?refresh", re.I)
_WORD = re.compile(r"\w")
_SMALL = 600
"""Characters of visible text; a soft 404 says little."""
_SAMPLE = 1000
"""Lines that tell a list from a report."""
_CERTAIN = ("container", "registry", "delimiters", "hidden container")
"""Rules whose body needs no headline to be believed."""
_CERTAIN_CHARS = 120


def believed(found: Article | None, asked: Asked) -> Article:
    """What was found, or NotAnArticle or NoBody raised where it is no report: nothing at all, a soft 404, a challenge, a list, a home page."""
    source, title, page = asked.text, asked.title, asked.page
    certain = found is not None and found.rule.startswith(_CERTAIN) and bool(found.kept)
    if not certain:
        _refuse(source, title, page.text)
    if found is None or not (found.kept or ((found.body.images or found.body.links) and found.rule != "densest block")):
        raise _without_body(source, title, page.lines)
    kept = [found.body.lines[number] for number in found.kept]
    if is_list(kept):
        raise NotAnArticle(f"a list of links, not an article: {title[:60]}")
    if not certain and not found.rule.startswith("pictures") and _is_stray(kept, found.before, title):
        raise NotAnArticle(f"no headline, no date and hardly any text: {title[:60]}")
    return found


def is_refusal(text: str) -> bool:
    """A little text that says that the page is gone, or asks who is there."""
    return len(text) <= _SMALL and bool(_GONE.search(text) or _CHALLENGE.search(text))


def is_list(lines: list[Line]) -> bool:
    """Most lines are links or dates, and hardly any is a sentence of its own."""
    if len(lines) < 3:
        return False
    lines = lines[:_SAMPLE]
    own = sum(len(line.text) for line in lines if is_sentence(line.text) and line.link_chars < 0.5 * len(line.text))
    if own >= 0.3 * sum(len(line.text) for line in lines):
        return False
    rows = sum(line.link_chars >= 0.5 * len(line.text) or is_bare_date(line.text) or not _WORD.search(line.text) for line in lines)
    return rows >= 0.6 * len(lines)


def _is_stray(kept: list[Line], before: list[Line], title: str) -> bool:
    """A slogan or a contact line of a home page: little text, and neither headline nor date above it."""
    if sum(len(line.text) for line in kept) >= _CERTAIN_CHARS:
        return False
    return headline_at(before, title) is None and not any(dates.position(line.text[:80]) for line in before[-8:])


def _refuse(source: str, title: str, visible: str) -> None:
    if len(visible) <= _SMALL:
        if source.lstrip()[:1] in "{[" and "<" not in source[:400]:
            raise NotAnArticle("data, not a page")
        if _GONE_TITLE.search(title) or _GONE.search(visible) or _GONE.search(title):
            raise NotAnArticle(f"a soft 404: {(title or visible)[:60]}")
        if _CHALLENGE.search(source[:20_000]) or _CHALLENGE.search(visible):
            raise NotAnArticle("a challenge page stands where an article was expected")


def _without_body(source: str, title: str, lines: list[Line]) -> NoBody | NotAnArticle:
    """Why a page on which no body was found has none."""
    links = sum(line.link_chars for line in lines)
    size = sum(len(line.text) for line in lines)
    if _JUMP.search(source[:20_000]) and size < 300:
        return NotAnArticle("the page only jumps to another one")
    if size >= 200 and links > 0.4 * size:
        return NotAnArticle(f"a page of links, not an article: {title[:60]}")
    return NoBody(f"neither text nor image nor attachment of its own: {title[:60]}")
