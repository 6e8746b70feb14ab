"""Flattens a page into lines in reading order: blocks break lines, table rows keep their cells, links and images are noted."""

import itertools
from collections.abc import Collection
from dataclasses import dataclass, field

from lxml import etree

from pipelines.extract.tree import Element, simplify
from pipelines.normalise.text import tidy

_CELL_CHARS, _ROW_CHARS, _CELL_LINES = 1500, 6000, 40
"""A row longer than this lays out a page; it does not tabulate."""
_MOST_ELEMENTS = 80_000
"""Elements walked; many times more than the largest real page has, and what can be read in two seconds."""
_LONGEST_URL = 2000
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


@dataclass(slots=True)
class Span:
    """Which lines, links and images an element holds: the numbers of the first one, and of the first one after it."""

    start: int
    links: int
    images: int
    end: int = 0
    links_end: int = 0
    images_end: int = 0
    closed: bool = False


_CLOSED = Span(0, 0, 0, closed=True)


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
    for event, element in itertools.islice(etree.iterwalk(root, events=("start", "end")), 2 * _MOST_ELEMENTS):
        if event == "start":
            walk.start(element)
            text = element.text
        else:
            walk.end(element)
            text = element.tail if element is not root else None
        if text and (walk.pieces or not text.isspace()):
            walk.add(text)
    walk.break_line(root)
    if not walk.flow.spans.get(root, _CLOSED).closed:
        walk.close_all()
    return walk.flow


class _Walk:
    """The state of one walk through a tree."""

    __slots__ = ("apart", "flow", "href", "lines", "link_chars", "link_text", "link_title", "linked", "pieces", "rows")

    def __init__(self, apart: frozenset[Element]) -> None:
        self.flow = Flow()
        self.lines = self.flow.lines
        self.pieces: list[str] = []
        self.link_chars = 0
        self.href: str | None = None
        self.link_text: list[str] = []
        self.link_title = ""
        self.linked: list[str] = []
        self.rows: list[list[int]] = []
        self.apart = apart

    def add(self, text: str) -> None:
        self.pieces.append(text)
        if self.href is not None:
            self.link_text.append(text)

    def start(self, element: Element) -> None:
        tag = element.tag
        if tag == "a":
            self.open_link(element)
            return
        if tag == "img":
            self.note_image(element)
            return
        if self.pieces:
            parent = element.getparent()
            self.break_line(element if parent is None else parent)
        flow = self.flow
        self.flow.spans[element] = Span(len(self.lines), len(flow.links), len(flow.images))
        if self.rows and (tag == "table" or element in self.apart):
            self.rows_lay_out()
        if tag == "tr":
            self.rows.append([len(self.lines)])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append(len(self.lines))

    def end(self, element: Element) -> None:
        tag = element.tag
        if tag == "a":
            self.close_link()
            return
        if tag == "img":
            return
        if self.pieces:
            self.break_line(element)
        if tag == "tr":
            self.close_row(element)
        flow = self.flow
        span = flow.spans[element]
        span.end, span.links_end, span.images_end, span.closed = len(self.lines), len(flow.links), len(flow.images), True

    def close_all(self) -> None:
        """Close what was open when the walk stopped at the largest page that it takes."""
        flow = self.flow
        flow.cut_short = True
        for span in flow.spans.values():
            if not span.closed:
                span.end, span.links_end, span.images_end = len(self.lines), len(flow.links), len(flow.images)

    def break_line(self, block: Element) -> None:
        if self.href is not None:
            self.count_link()
        text = tidy("".join(self.pieces))
        if text:
            self.lines.append(Line(text, str(block.tag), block, min(self.link_chars, len(text)), False, tuple(self.linked)))
            if self.linked:
                self.linked.clear()
        self.pieces.clear()
        self.link_chars = 0

    def open_link(self, element: Element) -> None:
        if self.href is not None:
            self.close_link()
        href = element.get("href") or ""
        self.href = href if len(href) <= _LONGEST_URL else ""
        self.link_title = (element.get("title") or "")[:200]

    def count_link(self) -> None:
        """Note how much of the line at hand the open link is."""
        text = tidy("".join(self.link_text))
        self.link_text.clear()
        self.link_chars += len(text)
        if text and self.href:
            self.flow.links.append(Link(self.href.strip(), text, len(self.lines), self.link_title))
            self.linked.append(text)
        elif self.href and not text:
            self.flow.links.append(Link(self.href.strip(), "", len(self.lines), self.link_title))

    def close_link(self) -> None:
        if self.href is not None:
            self.count_link()
            self.href = None

    def note_image(self, element: Element) -> None:
        for name in _PICTURE_ATTRIBUTES:
            src = element.get(name)
            if src and len(src) <= _LONGEST_URL and not src.startswith(("data:", "file:", "about:")):
                self.flow.images.append(Image(src.strip(), tidy((element.get("alt") or element.get("title") or "")[:200]), len(self.lines)))
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
        cells = [lines[start:end] for start, end in itertools.pairwise([*starts, len(lines)])]
        texts = [" ".join(line.text for line in cell) for cell in cells]
        if any(texts) and _tabulates(cells, texts):
            links = tuple(text for line in lines[first:] for text in line.links)
            lines[first:] = [Line("\t".join(texts).rstrip("\t"), "tr", row, sum(line.link_chars for line in lines[first:]), True, links)]


def _tabulates(cells: list[list[Line]], texts: list[str]) -> bool:
    sizes = [len(text) for text in texts]
    if any(len(cell) >= 3 and sum(line.link_chars for line in cell) >= 0.8 * size for cell, size in zip(cells, sizes, strict=True)) and max(sizes) > 200:
        return False  # a menu beside a text
    return max(sizes) <= _CELL_CHARS and sum(sizes) <= _ROW_CHARS and max(len(cell) for cell in cells) <= _CELL_LINES
