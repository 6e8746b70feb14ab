"""Flattens a page into lines in reading order: blocks break lines, table rows keep their cells, links and images are noted."""

import itertools
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from pipelines.extract.tree import Element, simplify
from pipelines.normalise.text import tidy

_CELL_CHARS, _ROW_CHARS, _CELL_LINES = 1500, 6000, 40
"""A row longer than this lays out a page; it does not tabulate."""
_MOST_ELEMENTS = 80_000
"""Elements walked; many times more than the largest real page has, and what can be read in two seconds."""
_LONGEST_URL = 2000
_MENU = 24
"""Characters of the longest text that is taken for a menu's."""
_PICTURE_ATTRIBUTES = ("data-src", "data-original", "original", "oldsrc", "src", "_src")
"""Where pages keep an image's address; those that load lazily have a placeholder in ``src``."""


@dataclass(slots=True, eq=False)
class Line:
    """One line: its text, the block that holds it, and how much of it is links."""

    text: str
    tag: str
    block: Element
    link_chars: int = 0
    is_row: bool = False
    links: tuple[str, ...] = ()
    """The texts of the links in it."""


@dataclass(slots=True)
class Link:
    """A link: where it points, its text, and the number of the line that it stands in."""

    href: str
    text: str
    line: int
    title: str = ""


@dataclass(slots=True)
class Image:
    """An image: its address, its alternative text, and the number of the line before which it stands."""

    src: str
    alt: str
    line: int


@dataclass(slots=True)
class Span:
    """Which lines, links and images an element holds: the numbers of the first one, and of the first one after it."""

    start: int
    links: int
    images: int
    end: int
    links_end: int
    images_end: int


@dataclass(slots=True)
class Flow:
    """Lines in reading order, with the links and images among them."""

    lines: list[Line] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    spans: dict[Element, Span] = field(default_factory=dict)
    """For each block, and for each element that was to be kept apart."""
    cut_short: bool = False
    """True where the page has more elements than are walked."""

    def part(self, element: Element) -> "Flow | None":
        """What one element holds; None where it was not walked, for it is hidden."""
        span = self.spans.get(element)
        return None if span is None else self.cut(span, span.start, span.end)

    def extent(self, element: Element) -> int:
        """How many lines and links one element holds."""
        span = self.spans.get(element)
        return 0 if span is None else span.end - span.start + span.links_end - span.links

    def cut(self, span: Span, start: int, end: int) -> "Flow":
        """The lines from ``start`` to ``end``, with those of the span's links and images that stand there."""
        links = [Link(link.href, link.text, link.line - start, link.title) for link in self.links[span.links : span.links_end] if start <= link.line <= end]
        images = [Image(image.src, image.alt, image.line - start) for image in self.images[span.images : span.images_end] if start <= image.line <= end]
        return Flow(self.lines[start:end], links, images)

    @property
    def text(self) -> str:
        """All lines, joined by line ends."""
        return "\n".join(line.text for line in self.lines)


def flow(root: Element, apart: Collection[Element] = ()) -> Flow:
    """Flatten ``root``, whose tree is simplified in passing.

    ``apart`` are elements whose lines must be told from those around them, whatever their kind: line breaks stand before and after, and no table
    row swallows them.
    """
    simplify(root, apart)
    walk = _Walk(frozenset(apart))
    pieces = walk.pieces
    for event, element in itertools.islice(etree.iterwalk(root, events=("start", "end")), 2 * _MOST_ELEMENTS):
        tag = element.tag
        if event == "start":
            if tag == "a":
                walk.open_link(element)
            elif tag == "img":
                walk.note_image(element)
            else:
                walk.start(element, tag)
            text = element.text
        else:
            if tag == "a":
                walk.close_link()
            elif tag != "img":
                walk.end(element, tag)
            text = element.tail if element is not root else None
        if text and (pieces or not text.isspace()):
            pieces.append(text)
    walk.break_line(root)
    if walk.open:
        walk.close_all()
    return walk.flow


class _Walk:
    """The state of one walk through a tree."""

    __slots__ = ("apart", "flow", "href", "images", "lines", "link_chars", "link_from", "link_title", "linked", "links", "open", "pieces", "rows")

    def __init__(self, apart: frozenset[Element]) -> None:
        self.flow = Flow()
        self.lines, self.links, self.images = self.flow.lines, self.flow.links, self.flow.images
        self.pieces: list[str] = []
        self.link_chars = 0
        self.href: str | None = None
        self.link_from = 0
        """The first of the pieces that stand in the open link."""
        self.link_title = ""
        self.linked: list[str] = []
        self.rows: list[list[int]] = []
        self.open: list[tuple[Element, int, int, int]] = []
        """The blocks that are open, each with how many lines, links and images stood before it."""
        self.apart = apart

    def start(self, element: Element, tag: str) -> None:
        if self.pieces:
            parent = element.getparent()
            self.break_line(element if parent is None else parent)
        before = len(self.lines)
        self.open.append((element, before, len(self.links), len(self.images)))
        if self.rows and (tag == "table" or element in self.apart):
            self.rows_lay_out()
        if tag == "tr":
            self.rows.append([before])
        elif self.rows and tag in ("td", "th"):
            self.rows[-1].append(before)

    def end(self, element: Element, tag: str) -> None:
        if self.pieces:
            self.break_line(element)
        if tag == "tr":
            self.close_row(element)
        _, line, link, image = self.open.pop()
        self.flow.spans[element] = Span(line, link, image, len(self.lines), len(self.links), len(self.images))

    def close_all(self) -> None:
        """Close what was open when the walk stopped at the largest page that it takes."""
        self.flow.cut_short = True
        for element, line, link, image in self.open:
            self.flow.spans[element] = Span(line, link, image, len(self.lines), len(self.links), len(self.images))

    def break_line(self, block: Element) -> None:
        if self.href is not None:
            self.count_link()
            self.link_from = 0
        text = _tidied(self.pieces)
        if text:
            self.lines.append(Line(text, block.tag, block, min(self.link_chars, len(text)), False, tuple(self.linked)))
            if self.linked:
                self.linked.clear()
        self.pieces.clear()
        self.link_chars = 0

    def open_link(self, element: Element) -> None:
        if self.href is not None:
            self.close_link()
        href = element.get("href", "")
        self.href = href if len(href) <= _LONGEST_URL else ""
        self.link_title = element.get("title", "")[:200]
        self.link_from = len(self.pieces)

    def count_link(self) -> None:
        """Note how much of the line at hand the open link is."""
        text = _tidied(self.pieces[self.link_from :])
        self.link_chars += len(text)
        if self.href:
            self.links.append(Link(self.href.strip(), text, len(self.lines), self.link_title))
            if text:
                self.linked.append(text)

    def close_link(self) -> None:
        if self.href is not None:
            self.count_link()
            self.href = None

    def note_image(self, element: Element) -> None:
        for name in _PICTURE_ATTRIBUTES:
            src = element.get(name)
            if src and len(src) <= _LONGEST_URL and not src.startswith(("data:", "file:", "about:")):
                self.images.append(Image(src.strip(), tidy((element.get("alt") or element.get("title") or "")[:200]), len(self.lines)))
                return

    def rows_lay_out(self) -> None:
        """A table or a kept-apart element inside: the open rows lay out the page."""
        for row in reversed(self.rows):
            if row[0] < 0:
                return
            row[0] = -1

    def close_row(self, row: Element) -> None:
        """Join the lines of a row's cells by tabs, unless the row lays out the page."""
        first, *starts = self.rows.pop()
        lines = self.lines
        if first < 0 or len(starts) < 2:
            return
        if any(end - start > _CELL_LINES for start, end in itertools.pairwise([*starts, len(lines)])):
            return
        cells = [lines[start:end] for start, end in itertools.pairwise([*starts, len(lines)])]
        if any(cells) and _tabulates(cells):
            texts = [" ".join(line.text for line in cell) for cell in cells]
            links = tuple(text for line in lines[first:] for text in line.links)
            lines[first:] = [Line("\t".join(texts).rstrip("\t"), "tr", row, sum(line.link_chars for line in lines[first:]), True, links)]


def _tabulates(cells: list[list[Line]]) -> bool:
    """Whether a row's cells are those of a table: not too large, and none of them a menu. Rows lie in rows, so nothing long is put together for this."""
    sizes = [sum(len(line.text) + 1 for line in cell) - 1 if cell else 0 for cell in cells]
    if any(len(cell) >= 3 and sum(line.link_chars for line in cell) >= 0.8 * size for cell, size in zip(cells, sizes, strict=True)) and max(sizes) > 200:
        return False  # a menu beside a text
    return max(sizes) <= _CELL_CHARS and sum(sizes) <= _ROW_CHARS


def _tidied(pieces: list[str]) -> str:
    """The pieces as one tidy text; what is short is remembered, for menus and labels come on every page of a site."""
    text = pieces[0] if len(pieces) == 1 else "".join(pieces)
    return _tidied_menu(text) if len(text) <= _MENU else tidy(text)


_tidied_menu = lru_cache(maxsize=4096)(tidy)
