"""Lays out a plain text document: which of its lines are headline, meta line, report and furniture, by the same rules as a page."""

import re
from dataclasses import dataclass, field

from pipelines.extract import boilerplate
from pipelines.extract.flow import Line
from pipelines.extract.furniture import is_bare_date, is_meta, is_sentence, kind_of
from pipelines.normalise.text import tidy
from pipelines.parse import labels
from pipelines.parse.bylines import is_byline

_SALUTATION = re.compile(r"^(?:各位|同志们|同志們|尊敬的|女士们|亲爱的|全[区县市]|广大).{0,40}[:：!！]$")
_KICKER = re.compile(r"(?:强调|強調|指出|要求|表示|提出|时说|部署|明确)[:：]?$")
_SUBTITLE = re.compile(r"(?:——|--|─|在.{4,60}上(?:的.{2,12})?$)")
_OCCASION = re.compile(r"(?:(?:——|--|─)[^。]{0,60}|[(（]?(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s?[在于][^。]{4,60})上(?:的.{2,12})?[)）]?$")
_SITE = re.compile(r"^.{2,20}(?:网|网站|政府|频道|要闻|新闻|动态|频道|之窗)$")
_MARKUP = re.compile(r"</?(?:p|div|br|h[1-6]|center|td|tr|table|li|ul|span|html|body)\b[^<>]*>", re.I)
_PAGE = re.compile(r"\s{0,200}(?:<\?xml[^<>]*>\s{0,200})?<(?:!doctype html|html|head|body)\b", re.I)
_BREAKING = re.compile(r"</?(?:p|div|br|h[1-6]|center|tr|table|li|ul)[^<>]*>", re.I)
_ANY_TAG = re.compile(r"</?[a-z][^<>]*>", re.I)
_SAYS = re.compile(r"\w")
_HASHES = re.compile(r"^#{1,6}\s+(?=\S)")
"""Headings as Markdown writes them."""
_CLAUSES = re.compile(r"[，；][^，；]{3}")
_LEAST_CUT = 16
_DEEPEST_HEAD = 20
_LONGEST_VALUE = 30


@dataclass(slots=True)
class Layout:
    """A text document, taken apart."""

    body: list[str]
    before: list[Line]
    after: list[Line]
    flags: set[str] = field(default_factory=set)


def is_page(text: str) -> bool:
    """A page under the name of a text document."""
    return bool(_PAGE.match(text[:2000]))


def lines_of(text: str) -> list[str]:
    """The document's lines, tidied, empty ones dropped; markup that was pasted into it breaks lines or goes."""
    if _MARKUP.search(text):
        text = _ANY_TAG.sub("", _BREAKING.sub("\n", text))
    return [_HASHES.sub("", line) for line in map(tidy, text.splitlines()) if _SAYS.search(line)]


def lay_out(lines: list[str]) -> Layout:
    """Headline and meta line first, then the report, then what follows it."""
    if all(kind_of(text) == "advert" for text in lines):
        return Layout(lines, [], [], {"advertisement"})
    start = _first_of_body(lines)
    if start == len(lines) and len(lines[-1]) >= _LEAST_CUT and _CLAUSES.search(lines[-1]):
        start -= 1  # a text that was cut off before its first full stop
    above = [lines[start - 1], *lines[: start - 1]] if start > 1 and _is_headline(lines, start - 1) else lines[:start]  # the headline first, as on a page
    head = [Line(text, "", None) for text in above]
    _mark_headline(head)
    trimmed = boilerplate.trim(lines[start:], None)
    kept = [start + number for number in trimmed.kept]
    first, last = (kept[0], kept[-1]) if kept else (len(lines), len(lines) - 1)
    stays = set(kept)
    before = head + [Line(text, "", None) for text in lines[start:first]]
    after = [Line(text, "", None) for text in lines[last + 1 :]] + [Line(lines[n], "", None) for n in range(first, last) if n not in stays]
    return Layout([lines[number] for number in kept], before, after, trimmed.flags)


def _first_of_body(lines: list[str]) -> int:
    """The number of the first line that is neither headline nor meta line nor navigation."""
    meta = max((n for n, text in enumerate(lines[:_DEEPEST_HEAD]) if _is_head(text) and not any(_is_text(t) for t in lines[:n])), default=None)
    if meta is not None:
        start = meta + 1 + _is_value(lines, meta)
        return start + _is_headline(lines, start)
    if len(lines) > 2 and _OCCASION.match(lines[1]):
        return 1  # a speech: when and where it was given, and by whom, are its first words
    titles = 0
    for number, text in enumerate(lines[:4]):
        if _is_text(text) or text.startswith(("(", "（", "【", "一、", "同志")):
            return number
        if is_byline(text):
            continue
        titles += 1
        if titles == 1 and not _KICKER.search(text) and number + 1 < len(lines) and not _is_subtitle(lines[number + 1]):
            return number + 1
    return min(2, len(lines)) if titles > 2 else titles


def _is_headline(lines: list[str], start: int) -> bool:
    """A headline that stands below the meta line, where none stands above it."""
    if start + 1 >= len(lines) or not all(_is_head(text) or is_byline(text) for text in lines[:start]):
        return False
    text = lines[start]
    return 5 <= len(text) <= 60 and text[-1] not in "。！？；：" and kind_of(text) == "text" and not _is_text(text) and _is_text(lines[start + 1])


def _is_value(lines: list[str], meta: int) -> bool:
    """The line after an empty label is its value."""
    return labels.is_label(lines[meta]) and meta + 1 < len(lines) and len(lines[meta + 1]) <= _LONGEST_VALUE and not _is_text(lines[meta + 1])


def _is_head(text: str) -> bool:
    return kind_of(text) in {"meta", "crumb", "tool"} or is_meta(text) or is_bare_date(text) or labels.is_label(text)


def _is_text(text: str) -> bool:
    return bool(_SALUTATION.match(text)) or (is_sentence(text) and kind_of(text) == "text") or len(text) > 200


def _is_subtitle(text: str) -> bool:
    return text.startswith(("——", "--", "─", "（20", "(20")) or (
        len(text) <= 40 and not _is_text(text) and text[-1] not in "。；：:,，" and not text.startswith(("一", "第一", "(", "（", *"●■▲◆★◇□▪•◎①"))
    )


def _mark_headline(head: list[Line]) -> None:
    """Mark the lines directly above the meta line (or above the body) that are headline, kicker and subtitle."""
    block: list[Line] = []
    for line in head:
        named = labels.read(line.text)
        if len(named) == 1 and named[0].kind == "title" and named[0].value:
            line.text, line.tag = named[0].value, "title"
            return
        if is_byline(line.text) or (block and kind_of(line.text) in {"notice", "advert", "paywall"}):
            continue
        if _is_head(line.text) or kind_of(line.text) != "text":
            if block and (is_meta(line.text) or is_bare_date(line.text)):
                break
            block = []
        else:
            block.append(line)
    if not block:
        return
    if len(block) >= 2 and _KICKER.search(block[-2].text) and not block[-1].text.startswith("——"):
        block[-2].tag, block[-1].tag = "kicker", "title"
        return
    while len(block) > 1 and _SITE.search(block[0].text):
        block = block[1:]
    subtitles = [line for line in block[1:] if _SUBTITLE.match(line.text)]
    headline = block[0] if subtitles or len(block) <= 2 else block[-1]
    headline.tag = "title"
    for line in block[block.index(headline) + 1 :][:1]:
        line.tag = "subtitle"
