"""Flattens a part of a page into lines in reading order: blocks break lines, table rows keep their cells, links and images are noted."""

import itertools
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from pipelines.extract.tree import Element
from pipelines.normalise.text import tidy

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby rb rt rp s samp small span strike strong sub sup time "
    "tt u var wbr img o:p st1:chsdate st1:personname st1:chmetcnv basefont blink".split()
)
"""Elements that do not break a line; every other one does, unknown ones too (``ucapcontent``, ``founder-content``)."""
SKIPPED = frozenset(
    "script style noscript head title select option optgroup datalist textarea button iframe object embed applet svg canvas math template audio video map "
    "input meta link base param source track frame frameset noframes rp".split()
)
_HIDDEN = re.compile(r"display\s{0,4}:\s{0,4}none", re.I)
_WRITTEN = re.compile(r"document\.write(?:ln)?\(\s{0,8}(?:\"([^\"\n]{1,400})\"|'([^'\n]{1,400})')")
_LABEL = re.compile("(?:来源|作者|编辑|时间|日期|单位|机构)[:：]")
_MARKUP = re.compile(r"<[^<>]{1,300}>")
_CELL_CHARS, _ROW_CHARS, _CELL_LINES = 1500, 6000, 40
"""A row longer than this lays out a page; it does not tabulate."""


@dataclass(slots=True, eq=False)
class Line:
    """One line: its text, the block that holds it, and how much of it is links."""

    text: str
    tag: str
    block: Element
    link_chars: int = 0
    is_row: bool = False
    hidden: bool = False
    links: tuple[str, ...] = ()
    """The texts of the links in it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link: where it points, its text, and the number of the line that it stands in."""

    href: str
    text: str
    line: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """An image: its address, its alternative text, and the number of the line before which it stands."""

    src: str
    alt: str
    line: int


class Span(NamedTuple):
    """Which lines, links and images an element holds: the numbers of the first one, and of the first one after it."""

    start: int
    end: int
    links: tuple[int, int]
    images: tuple[int, int]


@dataclass(slots=True)
class Flow:
    """Lines in reading order, with the links and images among them."""

    lines: list[Line] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    spans: dict[Element, Span] = field(default_factory=dict)
    """For each block, and for each element that was to be kept apart."""

    def part(self, element: Element) -> "Flow | None":
        """What one element holds; None where the walk did not enter it, for it is hidden."""
        span = self.spans.get(element)
        return None if span is None else self.cut(span, span.start, span.end)

    def cut(self, span: Span, start: int, end: int) -> "Flow":
        """The lines from ``start`` to ``end``, with those of the span's links and images that stand there."""
        links = [Link(link.href, link.text, link.line - start, link.title) for link in self.links[slice(*span.links)] if start <= link.line <= end]
        images = [Image(image.src, image.alt, image.line - start) for image in self.images[slice(*span.images)] if start <= image.line <= end]
        return Flow(self.lines[start:end], links, images)

    @property
    def text(self) -> str:
        """All lines, joined by line ends."""
        return "\n".join(line.text for line in self.lines)


class _Walk:
    """The state of one walk through a tree."""

    __slots__ = ("apart", "flow", "hidden", "href", "link_chars", "link_text", "link_title", "linked", "pieces", "rows", "show_hidden")

    def __init__(self, apart: Container[Element], *, show_hidden: bool) -> None:
        self.flow = Flow()
        self.pieces: list[str] = []
        self.link_chars = 0
        self.href: str | None = None
        self.link_text: list[str] = []
        self.link_title = ""
        self.linked: list[str] = []
        self.hidden = 0
        self.rows: list[list[int]] = []
        self.apart = apart
        self.show_hidden = show_hidden

    def add(self, text: str | None) -> None:
        if not text:
            return
        self.pieces.append(text)
        if self.href is not None:
            self.link_text.append(text)
            self.link_chars += len(text) - text.count(" ") - text.count("\n") - text.count("\t")

    def break_line(self, block: Element) -> None:
        if not self.pieces:
            return
        text = tidy("".join(self.pieces))
        if text:
            tag = block.tag if isinstance(block.tag, str) else ""
            self.flow.lines.append(Line(text, tag, block, min(self.link_chars, len(text)), False, self.hidden > 0, tuple(self.linked)))
        self.pieces.clear()
        self.linked.clear()
        self.link_chars = 0

    def open_link(self, element: Element) -> None:
        if self.href is not None:
            self.close_link()
        self.href = element.get("href") or ""
        self.link_title = element.get("title") or ""

    def close_link(self) -> None:
        if self.href:
            text = tidy("".join(self.link_text))
            self.flow.links.append(Link(self.href.strip(), text, len(self.flow.lines), self.link_title))
            self.linked.append(text)
        self.href = None
        self.link_text = []

    def rows_lay_out(self) -> None:
        """A table or a kept-apart element inside: the open rows lay out the page."""
        for row in reversed(self.rows):
            if row[0] < 0:
                return
            row[0] = -1

    def close_row(self, row: Element) -> None:
        """Join the lines of a row's cells by tabs, unless the row lays out the page."""
        first, *starts = self.rows.pop()
        lines = self.flow.lines
        cells = [lines[start:end] for start, end in itertools.pairwise([*starts, len(lines)])]
        if len(cells) < 2 or first < 0 or not _tabulates(cells):
            return
        texts = [" ".join(line.text for line in cell) for cell in cells]
        if any(texts):
            joined = Line("\t".join(texts).rstrip("\t"), "tr", row, sum(line.link_chars for line in lines[first:]), True, self.hidden > 0)
            lines[first:] = [joined]


def _tabulates(cells: list[list[Line]]) -> bool:
    chars = [sum(len(line.text) for line in cell) for cell in cells]
    return max(chars) <= _CELL_CHARS and sum(chars) <= _ROW_CHARS and max(len(cell) for cell in cells) <= _CELL_LINES


def flow(root: Element, *, apart: Container[Element] = (), show_hidden: bool = False) -> Flow:
    """Flatten ``root``.

    ``apart`` are elements whose lines must be told from those around them, whatever their kind: line breaks stand before and after, and no table
    row swallows them. Elements that a style hides are left out unless ``show_hidden``. Labels that a script writes into the page
    (``document.write("来源：…")``) are read as text.
    """
    walk = _Walk(apart, show_hidden=show_hidden)
    walker = etree.iterwalk(root, events=("start", "end"))
    skipped: Element | None = None
    for event, element in walker:
        if event == "start":
            if element is root or _enter(walk, element):
                _start(walk, element)
            else:
                walker.skip_subtree()
                skipped = element
            continue
        if element is skipped:
            skipped = None
        else:
            _end(walk, element)
        if element is not root:
            walk.add(element.tail)
    walk.break_line(root)
    return walk.flow


def _enter(walk: _Walk, element: Element) -> bool:
    tag = element.tag
    if tag in SKIPPED:
        if tag == "script" and element.text and "document.write" in element.text:
            walk.add("".join(_written(element.text)))
        return False
    if walk.show_hidden:
        return isinstance(tag, str)
    style = element.get("style")
    return isinstance(tag, str) and not (style and _HIDDEN.search(style)) and element.get("hidden") is None


def _start(walk: _Walk, element: Element) -> None:
    tag = element.tag
    flow = walk.flow
    if tag not in INLINE or element in walk.apart:
        walk.break_line(_holder(element))
        flow.spans[element] = Span(len(flow.lines), 0, (len(flow.links), 0), (len(flow.images), 0))
        if walk.rows and (tag == "table" or element in walk.apart):
            walk.rows_lay_out()
        if tag == "tr":
            walk.rows.append([len(flow.lines)])
        elif tag in ("td", "th") and walk.rows:
            walk.rows[-1].append(len(flow.lines))
    elif tag == "a":
        walk.open_link(element)
    elif tag == "img":
        _image(walk, element)
    walk.add(element.text)


def _end(walk: _Walk, element: Element) -> None:
    tag = element.tag
    flow = walk.flow
    if tag in INLINE and element not in walk.apart:
        if tag == "a":
            walk.close_link()
        return
    walk.break_line(element)
    if tag == "tr" and walk.rows:
        walk.close_row(element)
    start, _, links, images = flow.spans[element]
    flow.spans[element] = Span(start, len(flow.lines), (links[0], len(flow.links)), (images[0], len(flow.images)))


def _holder(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None else parent


def _image(walk: _Walk, element: Element) -> None:
    for name in ("data-src", "data-original", "original", "oldsrc", "src", "_src"):
        src = element.get(name)
        if src and not src.startswith(("data:", "file:", "about:")):
            walk.flow.images.append(Image(src.strip(), tidy(element.get("alt") or element.get("title") or ""), len(walk.flow.lines)))
            return


def _written(script: str) -> Iterator[str]:
    for match in _WRITTEN.finditer(script[:20_000]):
        text = _MARKUP.sub(" ", match.group(1) or match.group(2))
        if _LABEL.search(text):
            yield text + " "
