"""Finds the article on a page and takes the page apart: the report's lines, what stands above them, what stands below."""

from dataclasses import dataclass, field

from pipelines.extract import boilerplate
from pipelines.extract.choice import Asked, Choice, choose, lost_by_parser
from pipelines.extract.flow import Flow, Line, Link, flow
from pipelines.extract.tree import Element, parse_like_a_browser
from pipelines.normalise.text import squash

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
            choice = choose(asked) or choice
    return None if choice is None else _take_apart(asked.root, choice, asked.title)


def _take_apart(root: Element, choice: Choice, title: str) -> Article:
    body = choice.body
    trimmed = boilerplate.trim([line.text for line in body.lines], title)
    page = flow(root, without=() if choice.element is None else (choice.element,), written=True)
    start, end = _bounds(page, choice)
    first, last = (trimmed.kept[0], trimmed.kept[-1]) if trimmed.kept else (len(body.lines), len(body.lines))
    inner = set(trimmed.removed)
    return Article(
        body=body,
        rule=choice.rule,
        kept=trimmed.kept,
        before=page.lines[:start] + body.lines[:first],
        after=[line for number, line in enumerate(body.lines) if number > first and (number > last or number in inner)] + page.lines[end:],
        links_below=_links_below(page, end),
        flags=trimmed.flags,
    )


def _bounds(page: Flow, choice: Choice) -> tuple[int, int]:
    """Where the body stands in the page's lines: the first line of it, and the first line after it."""
    if choice.element is not None:
        return page.cut, page.cut
    if choice.from_line is not None:
        return choice.from_line, choice.from_line
    lines = [squash(line.text) for line in choice.body.lines if len(line.text) >= 8]
    start = next((n for n, line in enumerate(page.lines) if lines and squash(line.text) == lines[0]), len(page.lines))
    known = set(lines)
    end = start
    for number in range(start, min(len(page.lines), start + len(choice.body.lines) + 3)):
        if squash(page.lines[number].text) in known:
            end = number + 1
    return start, end


def _links_below(page: Flow, end: int) -> list[Link]:
    stop = min(len(page.lines), end + _BELOW)
    for number in range(end, stop):
        if boilerplate.kind_of(page.lines[number].text) in {"footer"}:
            stop = number
            break
    return [link for link in page.links if end <= link.line <= stop]
