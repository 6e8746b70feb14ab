"""Finds the body where no container has a known name: the block with the most running text between the headline and the page's tail."""

import re
from collections.abc import Sequence
from itertools import accumulate

from pipelines.extract.flow import Flow, Line, Span
from pipelines.extract.furniture import LONGEST, OWNER, is_footer, is_sentence, is_tail, kind_of
from pipelines.extract.tree import Element
from pipelines.normalise.text import squash
from pipelines.parse import dates

_UNLIKELY = re.compile(
    r"comment|pinglun|footer|foot(?![a-z])|copyright|sidebar|side(?![a-z])|related|relate|recommend|tuijian|share|bdshare|navi|"
    r"nav(?![a-z])|menu|breadcrumb|crumb|"
    r"friendlink|link(?:s|box)?(?![a-z])|rank|hot(?:news|list)|banner|login|search|ewm|qrcode|pager|paging|prev|next|toolbar|copyright|disclaimer|popup|dialog",
    re.I,
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})
_SITE = re.compile("[\u4e00-\u9fff]{2,14}(?:政府|网站|网|局|委员会|管委会|办公室|中心)")
_SHORTEST = 15
"""Characters of a sentence below the headline after which a footer, or related reading, ends a report."""
_BRACKETED = re.compile("[（(][^（）()]{2,40}[）)]")
"""A byline below the only paragraph of a report."""
_LISTING = frozenset({"table", "tbody", "ul", "ol", "dl"})
_KEEPS = 0.75
"""A block takes the place of the one around it when it holds at least this share of its running text."""
_LEGAL = re.compile(r"版权所有|未经.{0,16}(?:授权|许可|同意)|(?:本网站?|本站|网页).{0,20}侵犯.{0,12}(?:权益|版权)|(?:免责|版权)声明")
"""What footers and disclaimers say in sentences."""
_WORDED = 4
"""Characters of the shortest paragraph (特此公告。)."""


def densest(page: Flow, root: Element, title: str | None = None) -> tuple[Element, Flow] | None:
    """The smallest block that holds most of the running text, and its lines; None where the page has none.

    Text before the headline, after the tail, in links and in blocks whose names say comment, side
    bar or footer counts nothing.
    """
    first, last = _window(page.lines, title)
    weights = _weights(page, first, last)
    total = [0, *accumulate(weights)]

    def mass(element: Element) -> int:
        span = page.spans[element]
        return total[min(span.end, len(weights))] - total[min(span.start, len(weights))]

    block = root
    if not total[-1]:
        return None
    while True:
        inner = max((child for child in block if child in page.spans), key=mass, default=None)
        if inner is None or mass(inner) == 0 or mass(inner) < _KEEPS * mass(block) or inner.tag in {"p", "tr"} or _is_paragraph(page, inner, first, last):
            break
        if inner.tag in _LISTING and _is_introduced(page, block, inner, first, last):
            break
        block = inner
    span = page.spans.get(block) or Span(0, 0, 0, len(page.lines), len(page.links), len(page.images))
    return block, page.cut(span, max(span.start, first), min(span.end, last))


def _is_paragraph(page: Flow, element: Element, first: int, last: int) -> bool:
    """A block of one line beside others like it (same tag and class): one paragraph of a body whose paragraphs are ``div`` or ``section``."""
    span, parent = page.spans[element], element.getparent()
    if span.end - span.start != 1 or parent is None:
        return False
    if span.end < last and _BRACKETED.fullmatch(page.lines[span.end].text):
        return True
    alike = (one for one in parent if one is not element and one.tag == element.tag and one.get("class") == element.get("class"))
    return any(_is_line_of_text(page, one, first, last) for one in alike)


def _is_introduced(page: Flow, block: Element, inner: Element, first: int, last: int) -> bool:
    """A table or list with words of the text beside it (现将名单公布如下：): a part of the body, however much it holds."""
    around, span = page.spans.get(block), page.spans[inner]
    if around is None:
        return False
    start, end = max(first, around.start, span.start - 3), min(last, around.end, span.end + 3)
    beside = [*page.lines[start : span.start], *page.lines[span.end : end]]
    return any(not line.link_chars and line.text[-1] in "：:。；" and len(line.text) >= 2 * _WORDED and kind_of(line.text) == "text" for line in beside)


def _is_line_of_text(page: Flow, element: Element, first: int, last: int) -> bool:
    span = page.spans.get(element)
    if span is None or span.end - span.start != 1 or not first <= span.start < last:
        return False
    line = page.lines[span.start]
    return line.link_chars == 0 and len(line.text) >= _WORDED and kind_of(line.text) == "text"


def _weights(page: Flow, first: int, last: int) -> list[int]:
    weights = [_weight(line) if first <= number < last else 0 for number, line in enumerate(page.lines)]
    for element, span in page.spans.items():
        start, end = span.start, span.end
        name = f"{element.get('id') or ''} {element.get('class') or ''}"
        if len(name) > 1 and end - start < len(weights) and _UNLIKELY.search(name[:200]) and element.tag != "body":
            weights[start:end] = [0] * (min(end, len(weights)) - start)
    return weights


def _weight(line: Line) -> int:
    """Characters of running text; few for short lines, none for links and furniture."""
    size = len(line.text)
    if line.link_chars > 0.4 * size:
        return 0
    if is_sentence(line.text):
        return 0 if _LEGAL.search(line.text) else size
    return size // 4 if size >= 8 and (size > 60 or kind_of(line.text) == "text") else 0


def headline_at(lines: Sequence[Line], title: str) -> int | None:
    """The number of the line that is the headline: the title itself, or the part of <title> before the site's name; the last one in the page's first part."""
    wanted = squash(title)
    if len(wanted) < 2 or _SITE.fullmatch(wanted):  # a site's name is also a document's signature
        return None
    places = [
        number
        for number, line in enumerate(lines)
        if (5 if line.tag not in _HEADINGS else 2) <= len(line.text) < 200 and not line.link_chars and _is_headline(squash(line.text), wanted)
    ]
    early = [number for number in places if number <= 0.8 * len(lines)]
    return last_above_date(lines, early or places[:1])


def last_above_date(lines: Sequence[Line], places: Sequence[int]) -> int | None:
    """Of the places at which a headline stands, the last one that a date follows closely; bodies often repeat their headline below the meta line."""
    dated = [place for place in places if any(dates.position(line.text[:120]) for line in lines[place : place + 7])]
    return max(dated or places, default=None)


def _is_headline(line: str, title: str) -> bool:
    return line == title or (title.startswith(line) and title[len(line)] in "_-|｜丨–—(（")


def _window(lines: Sequence[Line], title: str | None) -> tuple[int, int]:
    """From the headline to the first line of the tail, or of the page's footer, after it."""
    headline = headline_at(lines, title or "")
    first, seen = 0 if headline is None else headline + 1, 0
    enough = 60 if headline is None else _SHORTEST
    for number in range(first, len(lines)):
        text = lines[number].text
        if is_sentence(text):
            seen += len(text)
        elif seen > enough and len(text) < 60 and is_tail(text):
            return first, number
        elif seen > _SHORTEST and (headline is not None or 2 * number >= len(lines)) and len(text) <= LONGEST and is_footer(text):
            return first, next((n for n in range(number, first, -1) if not OWNER.search(lines[n - 1].text[:LONGEST])), number)
    return first, len(lines)
