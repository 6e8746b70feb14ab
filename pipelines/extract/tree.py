"""Parses a page's text into a tree, brings the tree into the form that is walked, and asks a browser-like second parser where lxml reads wrongly."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias
from urllib.parse import unquote

from lxml import etree

from pipelines.extract.crowded import without_crowds
from pipelines.normalise.text import words
from pipelines.parse.labels import KINDS

Element: TypeAlias = etree._Element  # noqa: SLF001 -- lxml has no public name for the type of its elements

INLINE = words(
    "abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby rb rt s samp small span strike strong sub sup time "
    "tt u var wbr basefont blink o:p st1:chsdate st1:personname st1:chmetcnv"
)
"""Elements that neither break a line nor mean anything to us; every other one breaks it, unknown ones too (``ucapcontent``, ``founder-content``)."""
UNSEEN = words(
    "script style noscript head title select option optgroup datalist textarea button iframe object embed applet svg canvas math template audio video map "
    "input meta link base param source track frame frameset noframes rp"
)
"""Elements that show no text of the page's own."""
_STRAY_ENDS = re.compile(rb"</(?:body|html)\s*(?:(?:\xe3\x80\x80|\xc2\xa0)\s*){0,8}>", re.I)
_XML_DECLARATION = re.compile(r"^\s{0,64}<\?xml[^>]{0,200}>")
_RUN_OF_TAGS = re.compile(r"(<(\w{1,20})\b[^<>]{0,200}>)(?:\s{0,4}<\2\b[^<>]{0,200}>){50,}")
"""One element opened again and again, as no page means it."""
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CONTROLS = bytes([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20)])
"""The same among ASCII: what no document may hold."""
_TO_GO = "to-be-taken-out"
_HIDDEN = re.compile(r"display\s{0,4}:\s{0,4}none", re.I)
_WRITTEN = re.compile(r"document\.write(?:ln)?\(\s{0,8}(?:\"([^\"\n]{1,400})\"|'([^'\n]{1,400})')(?:\s{0,4}\+\s{0,4}([A-Za-z_]\w{0,40}))?")
_ASSIGNED = re.compile(r"\b([A-Za-z_]\w{0,40})(?=\s{0,4}=\s{0,4}(?:\"([^\"\n]{1,60})\"|'([^'\n]{1,60})'))")
_LABEL = re.compile("(?:来源|作者|编辑|时间|日期|单位|机构)[:：]")
_MARKUP = re.compile(r"<[^<>]{1,300}>")
_SPANS = ("span", "em", "i", "b", "font", "label", "strong")
_FRAMED = re.compile(r"\.(?:pdf|ofd|docx?|xlsx?|pptx?|wps)(?=$|[?#&])", re.I)
_VIEWED = re.compile(r"[?&](?:file|url|src)=([^&#]{1,1000})")
_LABEL_FIRST = re.compile(r"\s{0,8}([\u4e00-\u9fff]{2,6}\s{0,2})[:：]")
_LONGEST_LABEL, _LONGEST_VALUE, _LONGEST_BLANK = 8, 40, 1000
_STYLES, _HIDDENS = etree.XPath("//@style"), etree.XPath("//@hidden")
_WORDINGS = etree.XPath("//@style", smart_strings=False)
"""The styles as mere strings, which do not know their elements."""
_LARGEST_REPAIR, _MOST_TAGS = 200_000, 10_000
"""Characters and tags; html5lib reads about 0.3 MB a second, and a page may not take longer than two seconds."""
_DEEPEST_REPAIR = 200
"""html5lib's cost grows with the square of the open elements."""


def parse(text: str) -> Element | None:
    """The root element, or None where the text holds no element at all.

    A stray ``</html>`` or ``</body>`` before the article (seen on pages that are put together from templates) is taken out, for parsers may close
    the document there.
    """
    source = _STRAY_ENDS.sub(b"", _bytes_of(_XML_DECLARATION.sub("", without_crowds(text))))
    if text.isspace() or not source.strip():
        return None
    root, too_deep = _parsed(source)
    return _parsed(_RUN_OF_TAGS.sub(r"\1", source.decode()).encode())[0] if too_deep else root


def _bytes_of(text: str) -> bytes:
    """The text as the parser reads it, in UTF-8, without what no document may hold."""
    if "\ufffe" in text or "\uffff" in text:
        text = _NOT_TEXT.sub("", text)
    return text.encode("utf-8", "ignore").translate(None, _CONTROLS)  # ignored: halves of surrogate pairs


def _parsed(source: bytes) -> tuple[Element | None, bool]:
    """The root, and whether the parser stopped at elements that are nested too deep for it (2,048)."""
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False, encoding="utf-8")
    try:
        root = etree.fromstring(source, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    return root, any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)


def parse_like_a_browser(text: str) -> Element | None:
    """The tree that html5lib builds, as browsers would; None where the page is too large or too deep for it."""
    if len(text) > _LARGEST_REPAIR or text.count("<") > _MOST_TAGS or _depth(text) > _DEEPEST_REPAIR:
        return None
    try:
        from bs4 import BeautifulSoup  # noqa: PLC0415  slow to load, and few pages need it

        return parse(str(BeautifulSoup(text, "html5lib")))
    except (RecursionError, AssertionError, ValueError, KeyError, IndexError):
        return None


def simplify(root: Element, apart: Collection[Element]) -> None:
    """Bring a tree into the form that is walked, in place: nothing unseen or hidden in it, no inline elements but links and images.

    Elements in ``apart`` stay, whatever they are. Labels that a script writes into the page (``document.write("来源：…")``) become text.
    """
    for script in [one for one in root.iter("script") if one.text and "document.write" in one.text]:
        said = _NOT_TEXT.sub("", "".join(_written(script.text or "")))
        if said:
            script.tag, script.text = "span", said
    for frame in list(root.iter("iframe", "embed", "object")):
        _link_document(frame)
    etree.strip_elements(root, *UNSEEN, with_tail=False)
    hidden = [element for element in _hidden(root) if element is not root]
    for element in hidden:
        element.tag = _TO_GO
    if hidden:  # all in one pass: one by one, the text behind each would be copied as often as elements stand before it
        etree.strip_elements(root, _TO_GO, with_tail=False)
    _set_labels_apart(root)
    for element in apart:
        if element.tag in INLINE or element.tag == "a":
            element.tag = "div"
    etree.strip_tags(root, *INLINE)


def _set_labels_apart(root: Element) -> None:
    """Write a blank before labels, and a colon behind those that have none: values and labels stand glued together where only a style parts them."""
    for element in root.iter(*_SPANS):
        text = element.text
        if not text:
            continue
        if len(text) <= _LONGEST_LABEL and _is_label_of_next(element):
            element.text = text = f"{text}："
        label = _LABEL_FIRST.match(text) if "：" in text or ":" in text else None
        if label and label[1].strip() in KINDS:
            element.text = f" {text}"


def _link_document(frame: Element) -> None:
    """A document that is shown in a frame of the page becomes a link to it; one in a viewer (``viewer.html?file=/u/a.pdf``) is the file that it shows."""
    address = frame.get("src") or frame.get("data") or ""
    viewed = _VIEWED.search(address)
    address = unquote(viewed[1]) if viewed else address
    if _FRAMED.search(address):
        frame.tag, frame.text = "a", None
        del frame[:]
        frame.set("href", address)


def _is_label_of_next(element: Element) -> bool:
    """A label without a colon, parted from its value by its style only: ``<li><label>来源</label><span>县委办</span></li>``."""
    if "".join((element.text or "").split()) not in KINDS or len(element) or (element.tail or "").strip():
        return False
    parent, value = element.getparent(), element.getnext()
    if parent is None or value is None or value.tag not in INLINE or (parent.text or "").strip():
        return False
    if element.getprevious() is not None or value.getnext() is not None:
        return False
    return not (value.tail or "").strip() and _is_short(value)


def _is_short(value: Element) -> bool:
    """Whether an element says something, and no more than a label's value; read no further than needed."""
    said = ""
    for piece in value.itertext():
        said += piece if said else piece.lstrip()
        if len(said.rstrip()) > _LONGEST_VALUE or len(said) > _LONGEST_BLANK:
            return False
    return bool(said)


def _hidden(root: Element) -> list[Element]:
    """The elements that their attributes hide. On most pages no style hides anything; only where one does are they asked for whose they are."""
    hiding = [style for style in _STYLES(root) if _hides(style)] if any(_hides(style) for style in set(_WORDINGS(root))) else []
    return [attribute.getparent() for attribute in [*hiding, *_HIDDENS(root)]]


def _hides(style: str) -> bool:
    return ("none" in style or "NONE" in style) and "display" in style.lower() and bool(_HIDDEN.search(style))


def _written(script: str) -> Iterator[str]:
    values: dict[str, str] | None = None
    for match in _WRITTEN.finditer(script[:20_000]):
        text = _MARKUP.sub(" ", match.group(1) or match.group(2))
        if _LABEL.search(text):
            if values is None and match.group(3):
                values = {found[1]: found[2] or found[3] for found in reversed(list(_ASSIGNED.finditer(script[:20_000])))}
            yield f"{text}{(values or {}).get(match.group(3) or '', '')} "


def _depth(text: str) -> int:
    """An upper bound of the nesting: the largest surplus of opening over closing tags."""
    depth = deepest = 0
    for match in re.finditer(r"<(/?)[A-Za-z][^<>]{0,2000}?(/?)>", text):
        depth = max(depth + (-1 if match.group(1) else not match.group(2)), 0)
        deepest = max(deepest, depth)
    return deepest


def all_text(elements: Iterable[Element]) -> str:
    """The text of elements, markup and tails left out."""
    return "".join("".join(element.itertext()) for element in elements)
