"""Articles that a script draws: the text stands in a string of a script, in a template or in a hidden text field, and the page itself is a shell."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from pipelines.extract.tree import Element, parse
from pipelines.normalise.text import squash, tidy, unescaped, words
from pipelines.parse import dates

_TOKEN = re.compile(r"\\.|[\"'`\n]", re.S)
_KEY = re.compile(r"([A-Za-z_][\w-]{0,40})[\"']?\s{0,8}[:=(]\s{0,8}$")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.S)
_ESCAPED_CJK = re.compile(r"\\u[4-9][0-9a-fA-F]{3}")
_CJK = re.compile("[\u3400-\u9fff]")
_MARKUP = re.compile(r"<(?:p|div|br|span|section|h[1-6]|table)\b[^<>]{0,2000}>", re.I)
_EPOCH = re.compile(r"[\"']?([A-Za-z_]\w{0,40})[\"']?\s{0,4}:\s{0,4}(\d{10}|\d{13})(?!\d)")
_TEMPLATES = ("text/html", "text/template", "text/x-template", "text/plain")
_LEAST, _MOST_SCRIPT, _MOST_TOKENS = 40, 2_000_000, 400_000
"""Chinese characters of a text; characters and tokens of a script that are looked at."""
_NEAR = 4000
"""Characters between a text and what is said of it in the same object."""
_SHORT = 200
_MOST_TEXTS = 3
"""Different texts on one page make it a list with summaries."""

_CONTENTS = words(
    "content contenthtml articlecontent doccontent newscontent infocontent htmlcontent body bodyhtml text txt detail details html zw zhengwen maincontent"
)
_FIELDS = {
    "title": words("title articletitle doctitle newstitle infotitle headline subject topic biaoti contenttitle"),
    "published": words(
        "publishtime publishdate pubdate pubtime publishedtime published_time publishedtimestr releasetime releasedate docreltime docpubtime publish_time "
        "publish_date articlepublishtime showtime displaytime fbsj createtime createdate create_time time date"
    ),
    "source": words("source origin contentsource docsource sourcename from laiyuan ly articlesource infosource copyfrom docsourcename"),
    "author": words("author docauthor authorname zuozhe writer"),
    "editor": words("editor responsibleeditor zebianj bianji dutyeditor"),
}
_LABELS = {"published": "发布时间", "source": "来源", "author": "作者", "editor": "责任编辑"}


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that is not shown as it stands: the element that holds it, its markup, and where it stands in a script."""

    element: Element
    markup: str
    start: int = -1
    end: int = -1


def draw(text: str, title: str) -> Element | None:
    """The page with the article that a script of it holds put in that script's place; None where there is none, or several."""
    root = parse(text)
    found = [] if root is None else list(_texts(root))
    if root is None or not found or len({squash(one.markup)[:200] for one in found}) >= _MOST_TEXTS:
        return None
    best = max(found, key=lambda one: len(one.markup))
    said = _said(best) if best.start >= 0 else {}
    article = parse(f"<div>{_head(said, title)}<div class='article-content'>{best.markup}</div></div>")
    parent = best.element.getparent()
    if article is None or parent is None:
        return None
    article.tag, article.tail, best.element.tail = "div", best.element.tail, None
    for child in article:
        child.tag = "div"
    body = root.find("body")
    if body is not None and parent.tag in ("head", "html"):
        body.insert(0, article)
    else:
        parent.replace(best.element, article)
    return root


def _texts(root: Element) -> Iterator[_Text]:
    for element in root.iter("script", "textarea", "template"):
        if element.tag == "template" and next(element.iterancestors("template"), None) is not None:
            continue  # a part of the one around it
        text = "".join(element.itertext())
        if element.tag != "script" or (element.get("type") or "").lower() in _TEMPLATES:
            markup = _unescaped(text) if element.tag != "template" else "".join(map(_source, element))
            if _is_article(markup) and _MARKUP.search(markup):
                yield _Text(element, markup)
        elif len(text) >= _LEAST and (_CJK.search(text) or _ESCAPED_CJK.search(text)):
            yield from _in_script(element, text[:_MOST_SCRIPT])


def _source(element: Element) -> str:
    return str(etree.tostring(element, encoding="unicode", method="html"))


def _in_script(element: Element, script: str) -> Iterator[_Text]:
    for start, end in _strings(script):
        if end - start < _LEAST:
            continue
        raw = script[start:end]
        if not (_CJK.search(raw) or _ESCAPED_CJK.search(raw)):
            continue
        markup = _unescaped(_decoded(raw, script[end]))
        if _is_article(markup) and (_key(script, start) in _CONTENTS or len(_MARKUP.findall(markup[:5000])) >= 2):
            yield _Text(element, markup, start, end)


def _strings(script: str) -> Iterator[tuple[int, int]]:
    """Where the strings of a script stand, told in one pass; a line's end closes what no quotation mark does."""
    opening, mark = -1, ""
    for token in islice(_TOKEN.finditer(script), _MOST_TOKENS):
        sign = token.group()
        if opening < 0:
            if sign in "\"'`":
                opening, mark = token.end(), sign
        elif sign == mark:
            yield opening, token.start()
            opening = -1
        elif sign == "\n" and mark != "`":
            opening = -1


def _key(script: str, start: int) -> str:
    """What the string that begins there is called: a key, a variable, a function."""
    name = _KEY.search(script[max(0, start - 61) : start - 1])
    return name[1].lower() if name else ""


def _decoded(raw: str, mark: str) -> str:
    if "\\" not in raw:
        return raw
    if mark == '"':
        try:
            return str(json.loads(f'"{raw}"', strict=False))
        except ValueError:
            pass
    return _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)) if m[1] or m[2] else {"n": "\n", "r": "\r", "t": "\t"}.get(m[3], m[3]), raw)


def _unescaped(text: str) -> str:
    return unescaped(text) if "&lt;" in text and not _MARKUP.search(text) else text


def _is_article(markup: str) -> bool:
    return "{{" not in markup and "${" not in markup and len(_CJK.findall(markup[:20_000])) >= _LEAST


def _said(text: _Text) -> dict[str, str]:
    """What the object that holds the text says of it: of each field the value that stands nearest."""
    script = "".join(text.element.itertext())[:_MOST_SCRIPT]
    first, last = max(0, text.start - _NEAR), text.end + _NEAR
    near = [
        (_key(script, start), _decoded(script[start:end], script[end]), start)
        for start, end in _strings(script)
        if first <= start <= last and 0 < end - start <= _SHORT and start != text.start
    ]
    near += [(match[1].lower(), match[2], match.start()) for match in _EPOCH.finditer(script, first, min(last, len(script)))]
    said: dict[str, str] = {}
    for name, keys in _FIELDS.items():
        fitting = [(text.start - place if place < text.start else place - text.end, value) for key, value, place in near if key in keys and value.strip()]
        if fitting:
            said[name] = min(fitting)[1]
    return said


def _head(said: dict[str, str], title: str) -> str:
    """Headline and meta line as a page would show them; the headline only where the page's title does not speak against it."""
    headline = tidy(said.get("title", ""))
    line = "　".join(f"{label}：{html.escape(_shown(name, said[name]))}" for name, label in _LABELS.items() if said.get(name))
    shows = headline and (squash(headline)[:6] in squash(title) or not title or len(squash(title)) < 12)
    return (f"<h1>{html.escape(headline)}</h1>" if shows else "") + (f"<p>{line}</p>" if line else "")


def _shown(name: str, value: str) -> str:
    if name == "published" and value.isdigit():
        return dates.exact(value) or value
    return tidy(value)
