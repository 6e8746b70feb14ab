"""Anchors of a page as rows: each that may lead to an article, with the element around it, its headline and its date."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from crawler.lists import dialects, row_dates
from crawler.lists.listing import ListPage, is_small, one_line, opening
from crawler.lists.pager_anchors import target
from pipelines.extract.tree import Element

_NAVIGATION = re.compile(
    r"^[\s\[【<>«»›·•|]*(?:首\s?页|更多|查看更多|more|上一?[页条篇]|下一?[页条篇]|前一?页|后一?页|尾\s?页|末\s?页|最后一页|详细|详情|查看|阅读全文|返回.{0,6}|登录|注册|打印|关闭|网站地图|站点地图|联系我们"
    r"|关于我们|使用帮助|无障碍.{0,4}|长者.{0,4}|收藏本站|设为首页|RSS\w{0,4}|English|繁體.{0,3}|繁体.{0,3}|简体.{0,3}|手机版|\d{1,4})[\s\]】<>«»›·•|.…>]*$",
    re.IGNORECASE,
)
_LONGEST_DATE = 20
MOST_CANDIDATES = 10_000
"""Anchors of one page that are looked at; no list shows more."""
_LONGEST_TITLE = 1000
"""Characters of a headline in which dates are looked for that are not the row's."""
_LARGEST_ROW = 200
"""Elements in a row that a click opens."""
_CLICKED = ("li", "tr", "dd", "div", "p", "h3", "h4", "span", "td")
ROW_TAGS = frozenset(("li", "tr", "dd", "dt", "article"))


@dataclass(slots=True)
class Row:
    """One article's anchors within the page."""

    url: str
    anchors: list[Element]
    element: Element
    title: str = ""
    found: row_dates.RowDate | None = None
    match: dialects.Match | None = None
    shape: str = ""

    @property
    def has_sign(self) -> bool:
        """A date or a known shape of address: more than a long text."""
        return self.found is not None or self.match is not None


def all_rows(page: ListPage) -> list[Row]:
    """Every anchor of the page that may lead to an article, with the row around it (for home pages)."""
    if "rows" not in page.memo:
        page.memo["rows"] = _rows(list(islice(_candidates(page), MOST_CANDIDATES)))
    found: list[Row] = page.memo["rows"]
    return found


def _candidates(page: ListPage) -> Iterator[tuple[str, Element]]:
    here = page.base.partition("#")[0]
    for anchor in _anchors(page):
        url = page.join(anchor.get("href")) or (target(page, anchor, anchor.get("href")) if anchor.get("onclick") or anchor.get("href") else None)
        if url is None or url == here or dialects.is_list(url):
            continue
        text = anchor_title(anchor)
        if not _NAVIGATION.match(text) or (not text and dialects.match(url)):
            yield url, anchor


def _anchors(page: ListPage) -> Iterator[Element]:
    """Anchors, and rows that a click opens without one (``<li onclick="window.open('/art/1.html')">``)."""
    if "onclick" not in page.text:
        yield from page.tree.iter("a", "area")
        return
    for element in page.tree.iter("a", "area", *_CLICKED):
        if element.tag in ("a", "area") or (element.get("onclick") and _is_row(element)):
            yield element


def _is_row(element: Element) -> bool:
    """Small, short, and without anchors of its own; asked in the order of what the answers cost."""
    return is_small(element, _LARGEST_ROW) and len(opening(element, 401)) <= 400 and element.find(".//a") is None


def anchor_title(anchor: Element) -> str:
    """The headline of an anchor: its ``title``, else its longest piece of text; the longer where the text was cut short."""
    pieces = list(anchor.itertext())
    text = (
        max(map(one_line, pieces), key=lambda piece: (row_dates.find(piece) is None or len(piece) > _LONGEST_DATE, len(piece)), default="")
        if len(anchor) and any(child.tag in ("p", "div", "span", "h2", "h3", "h4", "em", "i", "time") for child in anchor)
        else one_line("".join(pieces))
    )
    stated = one_line(anchor.get("title") or "")
    return stated if len(stated) >= len(text.rstrip(".… ")) else text


def _rows(found: list[tuple[str, Element]]) -> list[Row]:
    """One row for each run of anchors of one URL: the highest element that holds no other article."""
    holder: dict[Element, str | None] = {}
    for url, anchor in found:
        for element in chain((anchor,), anchor.iterancestors()):
            known = holder.get(element, "")
            if known is None or known == url:  # then so is, or does, whatever is around it
                break
            holder[element] = None if known else url
    done: dict[tuple[Element, str], Row] = {}
    tops: dict[Element, Element] = {}
    for url, anchor in found:
        element = _climb(anchor, holder, tops)
        row = done.get((element, url))
        if row is None:
            row = done[element, url] = Row(url, [], element, match=dialects.match(url), shape=dialects.shape(url))
        row.anchors.append(anchor)
    rows = list(done.values())
    _describe(rows)
    return rows


def _climb(anchor: Element, holder: dict[Element, str | None], tops: dict[Element, Element]) -> Element:
    """The row around an anchor; ``tops``: the rows of the elements that were climbed through before."""
    element, passed = anchor, list[Element]()
    while element not in tops and element.tag not in ROW_TAGS:
        passed.append(element)
        above = element.getparent()
        if above is None or above.tag in ("body", "html", "form", "table", "tbody", "ul", "dl", "ol") or holder.get(above) is None:
            break
        element = above
    top = tops.get(element, element)
    tops.update(dict.fromkeys(passed, top))
    return top


def _describe(rows: list[Row]) -> None:
    for row in rows:
        row.title = max((anchor_title(anchor) for anchor in row.anchors), key=lambda text: (not _NAVIGATION.match(text), len(text)))
        row.found = _date_in(row)
    undated: dict[Element | None, list[Row]] = defaultdict(list)
    for row in rows:
        undated[row.element.getparent()].append(row)
    elements = {row.element for row in rows}
    for row in rows:
        for above in row.element.iterancestors():
            if above in elements:
                break
            elements.add(above)
    for siblings in undated.values():
        if not any(row.found for row in siblings):
            _date_between(siblings, elements)


def _date_in(row: Row) -> row_dates.RowDate | None:
    if row.element in row.anchors and not len(row.element):
        return None
    pieces = map(one_line, _texts(row.element))
    title = row.title[:_LONGEST_TITLE]
    short = " | ".join(piece for piece in pieces if piece and len(piece) <= 40 and piece not in title)
    return row_dates.find(short.replace(" | ", " ")) or row_dates.find(short)


def _texts(element: Element) -> Iterator[str]:
    for node in element.iter():
        if isinstance(node.tag, str) and node.tag not in ("script", "style"):
            yield (node.get("datetime") if node.tag == "time" else None) or node.text or ""
            if node is not element:
                yield node.tail or ""
        elif node is not element:
            yield node.tail or ""


def _date_between(siblings: list[Row], elements: set[Element]) -> None:
    """Dates that stand beside the rows (``<dt>date</dt><dd>…``, ``<a>…</a> date<br>``): after each, or before each, whichever fits more."""
    after = [row_dates.find(_beside(row.element, elements, forward=True)) for row in siblings]
    before = [row_dates.find(_beside(row.element, elements, forward=False)) for row in siblings]
    count_after, count_before = sum(map(bool, after)), sum(map(bool, before))
    leading = count_before > count_after or (count_before == count_after and bool(before[0]) and not after[-1])
    for row, found in zip(siblings, before if leading else after, strict=True):
        row.found = found


def _beside(element: Element, elements: set[Element], *, forward: bool) -> str:
    pieces = [element.tail or ""] if forward else []
    for other in element.itersiblings(preceding=not forward):
        if other in elements or len(pieces) > 4:
            if not forward:
                pieces.append(other.tail or "")
            break
        pieces += ["".join(other.itertext()) if isinstance(other.tag, str) else "", other.tail or ""]
    return " ".join(piece[:120] for piece in (pieces if forward else pieces[::-1]))
