"""What list pages are made of: the page as fetched, the links that it shows, and the request that would fetch the next one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any, Literal
from urllib.parse import urldefrag, urljoin, urlsplit

import lxml.etree
import lxml.html

from pipelines.decode import decode
from pipelines.errors import PageRejected
from pipelines.extract.crowded import without_crowds
from pipelines.extract.tree import Element

_XML_DECLARATION = re.compile(r"^\s{0,64}<\?xml[^>]{0,256}\?>")
_CALLBACK = re.compile(r"[A-Za-z_$][\w.$]{0,80}\(\s{0,10}[{\[]")
"""The opening of an answer that calls a function with its data (JSONP)."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PARSER = lxml.etree.HTMLParser()
"""Of plain elements: lxml.html asks Python for the class of every element that is touched, and nothing here needs more than a plain one."""
_OF_THE_PAGE = ("?", "#", ";", "//")
"""How links begin that lead from the page itself, not from its folder."""
_MOST_NODES = 1000
"""Of an element, in which the beginning of its text is looked for."""
_WITH_HOST = re.compile(r"https?://[^/?#]", re.I)
"""Others that begin so are no address: ``http:`` and ``http://`` lead to the page itself."""
UNKNOWN_HOST = "http://site.invalid/"
"""The base of pages whose address is not known (RFC 6761 reserves ``.invalid``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One row of a list: an article's address and what the row says of it."""

    url: str
    """Absolute, without fragment, as the page states it (not canonical)."""
    title: str = ""
    """The anchor's ``title`` or text; may be cut short."""
    date: str | None = None
    """ISO, as precise as stated: a day, or a month where only the URL states one."""
    date_basis: Literal["row", "url", "api"] | None = None
    dialect: str | None = None
    """The id of the link dialect that the URL matches (crawler/lists/dialects.py)."""
    pinned: bool = False
    """The row is marked 置顶: it may be older than those below it."""
    external: bool = False
    """It leads to another site (mp.weixin.qq.com, a newspaper): to be noted, not attributed to this site."""
    body_html: str | None = None
    """The article itself, where a JSON list carries it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPage:
    """The request for the next page of a list."""

    url: str
    method: Literal["GET", "POST"] = "GET"
    form: Mapping[str, str] = field(default_factory=dict)
    """Fields of a form body, for POST."""
    headers: Mapping[str, str] = field(default_factory=dict)
    page: int
    """Which page of the list it asks for, the first being 1."""
    state: Mapping[str, Any] = field(default_factory=dict)
    """What the family must know to read the answer; plain JSON values."""
    basis: str = ""
    """The rule that found it, for logs and probes."""
    otherwise: "NextPage | None" = None
    """Asked instead where this one answers with the items of the page before (files counted from 1, not 0) or with nothing."""


@dataclass(kw_only=True)
class ListPage:
    """A list page as it was fetched: text, address, and which page of the list it is."""

    url: str
    """The final URL, after redirects: relative links resolve against it."""
    text: str
    page: int = 1
    state: Mapping[str, Any] = field(default_factory=dict)
    """``NextPage.state`` of the request that this page answers."""
    seen_on: date | None = None
    """The day of the visit: the year of rows that state month and day only is the latest that does not lie after it."""

    memo: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """What has been worked out of this page, so that rules that ask for the same need not repeat it."""

    @classmethod
    def from_bytes(cls, payload: bytes, url: str, content_type: str | None = None, request: NextPage | None = None, seen_on: date | None = None) -> "ListPage":
        """Decode a response. What cannot be decoded is a page without items."""
        try:
            text = decode(payload, content_type).text
        except PageRejected:
            text = ""
        return cls(url=url, text=text, page=request.page if request else 1, state=request.state if request else {}, seen_on=seen_on)

    @cached_property
    def tree(self) -> Element:
        """The parsed page; an empty body where there is nothing to parse."""
        return parse(self.text)

    @cached_property
    def base(self) -> str:
        """What relative links resolve against: ``<base href>``, the column's own page for answers of an interface, or the page's URL."""
        column = self.state.get("column")
        if column:
            return str(column)
        stated = self.tree.find(".//base[@href]") if "<base" in self.text.lower() else None
        url = self.url if "://" in self.url else UNKNOWN_HOST
        return absolute(url, stated.get("href") or "") or url if stated is not None else url

    def join(self, href: str | None) -> str | None:
        """The absolute http(s) URL of a link on this page, without fragment; None for scripts, mail and templates."""
        link = (href or "").strip()
        is_of_page = link.startswith(_OF_THE_PAGE) or (link[:4].lower() == "http" and not _WITH_HOST.match(link))
        return absolute(self.base if is_of_page else self._folder, link)

    @cached_property
    def _folder(self) -> str:
        """Where the page stands: most links lead to the same place from every page there, so that the menu of a site is resolved once."""
        try:
            return urljoin(self.base, ".")
        except ValueError:
            return self.base

    @cached_property
    def scripts(self) -> str:
        """The text of all inline scripts, and of event handlers that turn pages."""
        return "\n".join(element.text or "" for element in self.tree.iter("script"))

    @cached_property
    def is_data(self) -> bool:
        """Whether the page is an answer of an interface (JSON), not markup."""
        return self.text.lstrip("\ufeff \t\r\n(")[:1] in ("{", "[") or bool(_CALLBACK.match(self.text[:200].lstrip("\ufeff \t\r\n")))


def parse(text: str) -> Element:
    """Parse markup into a tree; whatever cannot be parsed becomes an empty page."""
    clean = _NOT_XML.sub("", _XML_DECLARATION.sub("", without_crowds(text)))
    try:
        root = lxml.html.document_fromstring(clean, parser=_PARSER, ensure_head_body=True) if clean.strip() else None
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        root = None
    return root if root is not None else lxml.html.document_fromstring("<html><head></head><body></body></html>", parser=_PARSER)


@lru_cache(maxsize=20_000)
def absolute(base: str, href: str) -> str | None:
    """Resolve a link; None where it is no address of a page."""
    clean = href.strip().replace("\n", "").replace("\r", "").replace("\t", "")
    if not clean or clean.startswith("#") or re.match(r"(?i)(?:javascript|mailto|tel|data|about|vbscript):", clean):
        return None
    if any(mark in clean for mark in ("{{", "${", "<%", "{$", "'+", '"+')):
        return None  # a template that a script was to fill
    try:
        url = urldefrag(urljoin(base, clean.replace("\\", "/")))[0]
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def one_line(text: str) -> str:
    """Text on one line: runs of white space become one blank, ends are stripped."""
    return " ".join(text.split())


def is_small(element: Element, most: int) -> bool:
    """Whether an element holds no more elements than ``most``; counted no further."""
    return next(islice(element.iterdescendants(), most, None), None) is None


def opening(element: Element, limit: int) -> str:
    """The first characters of an element's text, read no further than needed; of a very large element, in which there may be none, the first of its nodes."""
    pieces, length = list[str](), 0
    for piece in element.itertext() if is_small(element, _MOST_NODES) else _first_texts(element):
        pieces.append(piece)
        length += len(piece)
        if length >= limit:
            break
    return "".join(pieces)[:limit]


def _first_texts(element: Element) -> Iterator[str]:
    """The texts in the first nodes of an element, in reading order."""
    for event, node in islice(lxml.etree.iterwalk(element, events=("start", "end", "comment", "pi")), 2 * _MOST_NODES):
        if event != "end":
            yield node.text or ""
        if event != "start" and node is not element:
            yield node.tail or ""
