"""Flattens a part of a page into lines in reading order: blocks break lines, table rows keep their cells, links and images are noted."""

import itertools
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

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
_MARKUP = re.compile(r"<[^<>]{1,300}>")
_CELL_CHARS, _ROW_CHARS, _CELL_LINES = 1500, 6000, 40
"""A row longer than this lays out a page; it does not tabulate."""


@dataclass(slots=True)
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


@dataclass(slots=True)
class Flow:
    """Lines in reading order, with the links and images among them."""

    lines: list[Line] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    spans: dict[Element, tuple[int, int]] = field(default_factory=dict)
    """For each block: the numbers of its first line and of the first line after it (only where asked for)."""
    cut: int = 0
    """The number of the line before which the left-out element stood."""

    @property
    def text(self) -> str:
        """All lines, joined by line ends."""
        return "\n".join(line.text for line in self.lines)


class _Walk:
    """The state of one walk through a tree."""

    __slots__ = ("flow", "hidden", "href", "link_chars", "link_text", "link_title", "linked", "pieces", "rows", "with_spans", "written")

    def __init__(self, *, with_spans: bool, written: bool) -> None:
        self.flow = Flow()
        self.pieces: list[str] = []
        self.link_chars = 0
        self.href: str | None = None
        self.link_text: list[str] = []
        self.link_title = ""
        self.linked: list[str] = []
        self.hidden = 0
        self.rows: list[list[int]] = []
        self.with_spans = with_spans
        self.written = written

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


def flow(root: Element, *, without: Container[Element] = (), show_hidden: bool = False, with_spans: bool = False, written: bool = False) -> Flow:
    """Flatten ``root``.

    ``without`` are elements whose content is left out. Elements that a style hides are left out unless ``show_hidden``. ``with_spans`` notes which
    lines each block holds. ``written`` reads the texts that a script writes into the page (``document.write("来源：…")``).
    """
    walk = _Walk(with_spans=with_spans, written=written)
    walker = etree.iterwalk(root, events=("start", "end"))
    skipped: Element | None = None
    for event, element in walker:
        if event == "start":
            if element is root or _enter(walk, element, without, show_hidden):
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


def _enter(walk: _Walk, element: Element, without: Container[Element], show_hidden: bool) -> bool:
    tag = element.tag
    if not isinstance(tag, str):
        return False
    if tag in SKIPPED:
        if walk.written and tag == "script" and element.text and "document.write" in element.text:
            walk.add("".join(_written(element.text)))
        return False
    if without and element in without:
        walk.break_line(element)
        walk.flow.cut = len(walk.flow.lines)
        return False
    style = element.get("style")
    if not show_hidden and ((style and _HIDDEN.search(style)) or element.get("hidden") is not None):
        return False
    return True


def _start(walk: _Walk, element: Element) -> None:
    tag = element.tag
    if tag not in INLINE:
        walk.break_line(_holder(element))
        if walk.with_spans:
            walk.flow.spans[element] = (len(walk.flow.lines), len(walk.flow.lines))
        if tag == "table":
            for row in walk.rows:
                row[0] = -1
        elif tag == "tr":
            walk.rows.append([len(walk.flow.lines)])
        elif tag in ("td", "th") and walk.rows:
            walk.rows[-1].append(len(walk.flow.lines))
    elif tag == "a":
        walk.open_link(element)
    elif tag == "img":
        _image(walk, element)
    walk.add(element.text)


def _end(walk: _Walk, element: Element) -> None:
    tag = element.tag
    if tag in INLINE:
        if tag == "a":
            walk.close_link()
        return
    walk.break_line(element)
    if tag == "tr" and walk.rows:
        walk.close_row(element)
    if walk.with_spans:
        walk.flow.spans[element] = (walk.flow.spans[element][0], len(walk.flow.lines))


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
    for match in _WRITTEN.finditer(script):
        yield _MARKUP.sub(" ", match.group(1) or match.group(2)) + " "
