"""Finds the article on a page: raw delimiters, known containers, the densest block, trafilatura, in that order."""

import re
from dataclasses import dataclass, field

from pipelines.extract import boilerplate, containers, delimiters, density
from pipelines.extract.flow import Flow, Line, Link, flow
from pipelines.extract.tree import Element
from pipelines.normalise.text import squash

_CJK = re.compile("[\u3400-\u9fff]")
_BELOW = 40
"""Lines below the body in which its attachments and its further pages are linked."""
_ENOUGH = 80
"""Chinese characters that make a container believable without further questions."""


@dataclass(slots=True)
class Article:
    """The body's container, flattened, and the page around it."""

    body: Flow
    rule: str
    kept: list[int]
    """Numbers of the body's lines that are the report."""
    removed: list[int]
    before: list[Line]
    after: list[Line]
    flags: set[str] = field(default_factory=set)
    element: Element | None = None
    links_below: list[Link] = field(default_factory=list)
    """Links that stand below the body, nearest first."""


def cjk(text: str) -> int:
    """How many Chinese characters there are."""
    return len(_CJK.findall(text))


def find(text: str, root: Element, title: str, selector: str | None = None) -> Article | None:
    """The article on the page, or None where nothing on it is one."""
    choice = _choose(text, root, title, selector)
    if choice is None:
        return None
    element, body, rule, inside = choice
    trimmed = boilerplate.trim([line.text for line in body.lines], title)
    page = flow(root, without=(element,) if inside else (), written=True)
    cut = page.cut if inside else _place(page, body)
    end = cut if inside else min(len(page.lines), cut + len(body.lines))
    first, last = (trimmed.kept[0], trimmed.kept[-1]) if trimmed.kept else (len(body.lines), len(body.lines))
    before = page.lines[:cut] + body.lines[:first]
    after = body.lines[last + 1 :] + page.lines[end:] if trimmed.kept else page.lines[end:]
    return Article(body, rule, trimmed.kept, trimmed.removed, before, after, trimmed.flags, element, [link for link in page.links if end <= link.line <= end + _BELOW])


_Choice = tuple[Element, Flow, str, bool]


def _choose(text: str, root: Element, title: str, selector: str | None) -> _Choice | None:
    marked = delimiters.delimited(text)
    if marked is not None:
        body = flow(marked.element)
        if cjk(body.text) >= 10 or body.images or body.links:
            return marked.element, body, f"delimiters {marked.rule}", False
    small: list[_Choice] = []
    for candidate in containers.candidates(root):
        body = flow(candidate.element)
        if not body.lines and not body.images:
            continue
        size = cjk(body.text)
        if not candidate.strong:
            continue
        choice = (candidate.element, body, f"container {candidate.rule}", True)
        if size >= _ENOUGH:
            return choice
        small.append(choice)
    page = flow(root, with_spans=True)
    block = density.densest(page, root, title)
    if block is not None:
        body = flow(block)
        if cjk(body.text) >= _ENOUGH and not small:
            return block, body, "densest block", True
    if small:
        return max(small, key=lambda choice: cjk(choice[1].text) + 20 * bool(choice[1].images))
    if block is not None:
        return block, flow(block), "densest block", True
    return None


def _place(page: Flow, body: Flow) -> int:
    """Where the delimited body begins in the page's own lines."""
    wanted = next((squash(line.text) for line in body.lines if len(line.text) >= 8), None)
    if wanted:
        for number, line in enumerate(page.lines):
            if squash(line.text) == wanted:
                return number
    return len(page.lines)
