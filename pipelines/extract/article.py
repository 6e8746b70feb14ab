"""Finds the article on a page and takes the page apart: the report's lines, what stands above them, what stands below."""

import re
from dataclasses import dataclass, field

from pipelines.extract import boilerplate
from pipelines.extract.choice import Asked, Choice, choose, lost_by_parser
from pipelines.extract.flow import Flow, Line, Link
from pipelines.extract.furniture import LONGEST, TAIL, is_footer
from pipelines.extract.resources import is_document
from pipelines.extract.tree import parse_like_a_browser

_LIST = 3
_TAGS = re.compile(r"(?:标签|关键[词字]|[Tt]ags?)\s?[:：].{1,60}$")
_BELOW = 40
"""Lines below the body in which its attachments and its further pages are linked."""


@dataclass(slots=True, kw_only=True)
class Article:
    """The body, and the page around it."""

    body: Flow
    rule: str
    kept: list[int]
    """Numbers of the body's lines that are the report."""
    before: list[Line]
    after: list[Line]
    links_below: list[Link]
    """Links below the body, before the page's footer."""
    flags: set[str] = field(default_factory=set)


def find(asked: Asked) -> Article | None:
    """The article on the page, or None where nothing on it is one.

    Where lxml lost most of the page's text (unclosed tags), html5lib reads it again as browsers would.
    """
    choice = choose(asked)
    if lost_by_parser(asked, choice):
        repaired = parse_like_a_browser(asked.text)
        if repaired is not None:
            asked.root = repaired
            choice = choose(asked)
    return None if choice is None else _take_apart(asked.page, choice, asked.title)


def _take_apart(page: Flow, choice: Choice, title: str) -> Article:
    body = choice.body
    trimmed = boilerplate.trim([line.text for line in body.lines], title)
    _drop_trailing_documents(body, trimmed)
    _drop_trailing_links(body, trimmed)
    _drop_listed(body, trimmed)
    first, last = (trimmed.kept[0], trimmed.kept[-1]) if trimmed.kept else (len(body.lines), len(body.lines))
    inner = set(trimmed.removed)
    return Article(
        body=body,
        rule=choice.rule,
        kept=trimmed.kept,
        before=page.lines[: choice.start] + body.lines[:first],
        after=[line for number, line in enumerate(body.lines) if number > first and (number > last or number in inner)] + page.lines[choice.end :],
        links_below=_links_below(page, choice.end),
        flags=trimmed.flags | ({"cut_short"} if page.cut_short else set()),
    )


def _drop_trailing_documents(body: Flow, trimmed: boilerplate.Trimmed) -> None:
    """Lines at the end that are nothing but a linked document (附件：报名表.doc) are listed as attachments; they stay where they are all that there is."""
    documents = {link.line: link.text for link in body.links if is_document(link.href)}
    while len(trimmed.kept) > 1:
        number = trimmed.kept[-1]
        if number not in documents or len(body.lines[number].text) > len(documents[number]) + 12:
            return
        trimmed.removed.append(trimmed.kept.pop())
        if boilerplate.is_dangling(body.lines[trimmed.kept[-1]].text):
            trimmed.removed.append(trimmed.kept.pop())


def _drop_trailing_links(body: Flow, trimmed: boilerplate.Trimmed) -> None:
    """Arrows to other articles and tags go; so does a list of three links or more at the end, with its short heading: another block that a tag let in."""
    kept = trimmed.kept
    while len(kept) > 1 and (_is_arrow(body.lines[kept[-1]]) or _TAGS.match(body.lines[kept[-1]].text)):
        trimmed.removed.append(kept.pop())
    start = len(kept)
    while start > 0 and _is_link(body.lines[kept[start - 1]]):
        start -= 1
    if len(kept) - start < _LIST or _tabulates(body, kept, start):
        return
    if start > 0 and len(body.lines[kept[start - 1]].text) <= 12 and body.lines[kept[start - 1]].text[-1] not in "。：；":
        start -= 1
    trimmed.removed += kept[start:]
    del kept[start:]


def _drop_listed(body: Flow, trimmed: boilerplate.Trimmed) -> None:
    """Links below a heading of related reading go with it, wherever in the text that box stands."""
    headings = [number for number in trimmed.removed if TAIL.search(body.lines[number].text[:LONGEST])]
    kept, listed = set(trimmed.kept), dict[int, None]()
    for heading in headings:
        number = heading + 1
        while number in kept and number not in listed and _is_link(body.lines[number]):
            listed[number] = None
            number += 1
    trimmed.removed += listed
    trimmed.kept = [number for number in trimmed.kept if number not in listed]


def _is_link(line: Line) -> bool:
    return line.link_chars >= 0.5 * len(line.text)


def _tabulates(body: Flow, kept: list[int], start: int) -> bool:
    """Rows of a table of documents, which has a row of headings above the links."""
    return start > 0 and body.lines[kept[start]].is_row and body.lines[kept[start - 1]].is_row and not body.lines[kept[start - 1]].link_chars


def _is_arrow(line: Line) -> bool:
    """The previous and next article, told by arrows only: « 标题 标题 »."""
    return _is_link(line) and (line.text[0] in "«‹←<" or line.text[-1] in "»›→>")


def _links_below(page: Flow, end: int) -> list[Link]:
    """The links of the lines below the body, up to the page's footer."""
    stop = min(len(page.lines), end + _BELOW)
    stop = next((number for number in range(end, stop) if is_footer(page.lines[number].text[:LONGEST])), stop)
    return [link for link in page.links if end <= link.line < stop]
