"""Parses a page's text into an lxml tree, with a browser-like second parser for markup that lxml reads wrongly."""

import re

from bs4 import BeautifulSoup
from lxml import etree, html

Element = html.HtmlElement

_STRAY_ENDS = re.compile(r"</(?:body|html)\s*>", re.I)
_XML_DECLARATION = re.compile(r"^\s{0,64}<\?xml[^>]{0,200}>")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LARGEST_REPAIR = 400_000
"""Characters; html5lib reads about 0.3 MB a second, and a page may not take longer than two seconds."""
_DEEPEST_REPAIR = 200
"""html5lib's cost grows with the square of the open elements."""


def parse(text: str) -> Element | None:
    """The root element, or None where the text holds no element at all.

    A stray ``</html>`` or ``</body>`` before the article (seen on pages that are put together from templates) is taken out, for parsers may close
    the document there.
    """
    source = _NOT_TEXT.sub("", _XML_DECLARATION.sub("", text))
    source = _STRAY_ENDS.sub("", source)
    if not source.strip():
        return None
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    try:
        root = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root if isinstance(root, html.HtmlElement) else None


def parse_like_a_browser(text: str) -> Element | None:
    """The tree that html5lib builds, as browsers would; None where the page is too large or too deep for it."""
    if len(text) > _LARGEST_REPAIR or _depth(text) > _DEEPEST_REPAIR:
        return None
    try:
        soup = BeautifulSoup(text, "html5lib")
        return parse(str(soup))
    except (RecursionError, AssertionError, ValueError, KeyError, IndexError):
        return None


def _depth(text: str) -> int:
    """An upper bound of the nesting: the largest surplus of opening over closing tags."""
    depth = deepest = 0
    for match in re.finditer(r"<(/?)[A-Za-z][^<>]{0,2000}?(/?)>", text):
        depth += -1 if match.group(1) else not match.group(2)
        depth = max(depth, 0)
        deepest = max(deepest, depth)
    return deepest
