"""Finds the rows of a list page: which anchors lead to the articles of the column, and which are navigation, side lists and footers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from crawler import dialects, row_dates
from crawler.listing import Link, ListPage
from crawler.places import heading_is_of_side_list, is_home, outside, penalty, same_site, site_of

_NAVIGATION = re.compile(
    r"^[\s\[【<>«»›·•|]*(?:首\s?页|更多|查看更多|more|上一?[页条篇]|下一?[页条篇]|前一?页|后一?页|尾\s?页|末\s?页|最后一页|详细|详情|查看|阅读全文|返回.{0,6}|登录|注册|打印|关闭|网站地图|站点地图|联系我们"
    r"|关于我们|使用帮助|无障碍.{0,4}|长者.{0,4}|收藏本站|设为首页|RSS\w{0,4}|English|繁體.{0,3}|繁体.{0,3}|简体.{0,3}|手机版|\d{1,4})[\s\]】<>«»›·•|.…>]*$",
    re.IGNORECASE,
)
_CJK = re.compile("[\u3400-\u9fff]")
_PINNED = re.compile(r"置\s?顶")
_ROW_TAGS = frozenset(("li", "tr", "dd", "dt", "article"))
MINIMAL_TITLE = 6
"""Chinese characters from which on an anchor may be a headline without any other sign of it."""


@dataclass(slots=True)
class Row:
    """One article's anchors within the page."""

    url: str
    anchors: list[HtmlElement]
    element: HtmlElement
    title: str = ""
    found: row_dates.RowDate | None = None
    match: dialects.Match | None = None
    shape: str = ""

    @property
    def has_sign(self) -> bool:
        """A date or a known shape of address: more than a long text."""
        return self.found is not None or self.match is not None


@dataclass(slots=True)
class Group:
    """Rows that stand side by side in lists of one make."""

    lists: list[HtmlElement] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    weight: float = 0.0


def links(page: ListPage) -> list[Link]:
    """The articles that a list page shows, in page order, each once; empty where the page shows none.

    Candidates are grouped by the list that they stand in; lists of one make (same tags and classes up to the body) count together. The heaviest
    group wins, by addresses of known dialects, dates, lengths of titles, and a pager close by; navigation, footers and side lists weigh less.
    """
    rows = list(_rows(page, _candidates(page)))
    groups = _groups(rows)
    if not groups:
        return []
    best = max(groups, key=lambda group: group.weight)
    if best.weight <= 0 or not _is_list_of_articles(best):
        return []
    part_of_it = _stands_beside if is_home(page.base) else _belongs
    chosen = _consistent(best.rows) + [row for group in groups if group is not best and part_of_it(group, best) for row in _consistent(group.rows)]
    order = {id(row): n for n, row in enumerate(rows)}
    return links_of(page, sorted(chosen, key=lambda row: order[id(row)]))


def links_of(page: ListPage, rows: Iterable[Row]) -> list[Link]:
    """Rows as links; each URL once."""
    kept: dict[str, Row] = {}
    for row in rows:
        kept.setdefault(row.url, row)
    hosts = Counter(site_of(url) for url in kept)
    own = {site_of(page.base)} if site_of(page.base) in hosts or not hosts else {hosts.most_common(1)[0][0]}
    return [_link(page, row, external=not any(same_site(row.url, host) for host in own)) for row in kept.values()]


def _link(page: ListPage, row: Row, *, external: bool) -> Link:
    url_date = row.match.date if row.match else None
    stated = row_dates.complete(row.found, int(url_date[:4]) if url_date else None, page.seen_on if page.page <= 2 else None)
    text = " ".join(row.element.itertext())[:400] if row.element.tag in _ROW_TAGS else row.title
    return Link(
        url=row.url,
        title=row.title,
        date=stated or (url_date if url_date and len(url_date) > 4 else None),
        date_basis="row" if stated else "url" if url_date and len(url_date) > 4 else None,
        dialect=row.match.dialect if row.match else None,
        pinned=bool(_PINNED.search(text)),
        external=external,
    )


def all_rows(page: ListPage) -> list[Row]:
    """Every anchor of the page that may lead to an article, with the row around it (for home pages)."""
    return list(_rows(page, _candidates(page)))


def _candidates(page: ListPage) -> Iterator[tuple[str, HtmlElement]]:
    here = page.base.partition("#")[0]
    for anchor in page.tree.iter("a", "area"):
        url = page.join(anchor.get("href"))
        if url is None or url == here or dialects.is_list(url):
            continue
        text = anchor_title(anchor)
        if not _NAVIGATION.match(text) or (not text and dialects.match(url)):
            yield url, anchor


def anchor_title(anchor: HtmlElement) -> str:
    """The headline of an anchor: its ``title``, else its longest piece of text; the longer where the text was cut short."""
    pieces = [re.sub(r"\s+", " ", piece).strip() for piece in anchor.itertext()]
    inline = re.sub(r"\s+", " ", "".join(anchor.itertext())).strip()
    text = (
        max(pieces, key=len, default="")
        if len(anchor) and any(child.tag in ("p", "div", "span", "h2", "h3", "h4", "em", "i", "time") for child in anchor)
        else inline
    )
    stated = re.sub(r"\s+", " ", anchor.get("title") or "").strip()
    return stated if len(stated) >= len(text.rstrip(".… ")) else text


def _rows(page: ListPage, candidates: Iterator[tuple[str, HtmlElement]]) -> Iterator[Row]:
    """One row for each run of anchors of one URL: the highest element that holds no other article."""
    found = list(candidates)
    holder: dict[HtmlElement, str | None] = {}
    for url, anchor in found:
        for element in (anchor, *anchor.iterancestors()):
            if element in holder and holder[element] is None:
                break
            holder[element] = url if holder.get(element, url) == url else None
    done: dict[tuple[HtmlElement, str], Row] = {}
    for url, anchor in found:
        element = _climb(anchor, holder)
        row = done.get((element, url))
        if row is None:
            row = done[element, url] = Row(url, [], element, match=dialects.match(url), shape=dialects.shape(url))
        row.anchors.append(anchor)
    rows = list(done.values())
    _describe(rows)
    yield from rows


def _climb(anchor: HtmlElement, holder: dict[HtmlElement, str | None]) -> HtmlElement:
    element = anchor
    while element.tag not in _ROW_TAGS:
        above = element.getparent()
        if above is None or above.tag in ("body", "html", "form", "table", "tbody", "ul", "dl", "ol") or holder.get(above) is None:
            break
        element = above
    return element


def _describe(rows: list[Row]) -> None:
    for row in rows:
        row.title = max((anchor_title(anchor) for anchor in row.anchors), key=lambda text: (not _NAVIGATION.match(text), len(text)))
        row.found = _date_in(row)
    undated: dict[HtmlElement | None, list[Row]] = defaultdict(list)
    for row in rows:
        undated[row.element.getparent()].append(row)
    elements = {row.element for row in rows}
    for siblings in undated.values():
        if not any(row.found for row in siblings):
            _date_between(siblings, elements)


def _date_in(row: Row) -> row_dates.RowDate | None:
    if row.element in row.anchors and not len(row.element):
        return None
    pieces = [re.sub(r"\s+", " ", piece).strip() for piece in _texts(row.element)]
    short = " | ".join(piece for piece in pieces if piece and len(piece) <= 40 and piece not in row.title)
    return row_dates.find(short.replace(" | ", " ")) or row_dates.find(short)


def _texts(element: HtmlElement) -> Iterator[str]:
    for node in element.iter():
        if isinstance(node.tag, str) and node.tag not in ("script", "style"):
            yield node.text or ""
            if node is not element:
                yield node.tail or ""
        elif node is not element:
            yield node.tail or ""


def _date_between(siblings: list[Row], elements: set[HtmlElement]) -> None:
    """Dates that stand beside the rows (``<dt>date</dt><dd>…``, ``<a>…</a> date<br>``): after each, or before each, whichever fits more."""
    after = [row_dates.find(_beside(row.element, elements, forward=True)) for row in siblings]
    before = [row_dates.find(_beside(row.element, elements, forward=False)) for row in siblings]
    count_after, count_before = sum(map(bool, after)), sum(map(bool, before))
    leading = count_before > count_after or (count_before == count_after and bool(before[0]) and not after[-1])
    for row, found in zip(siblings, before if leading else after, strict=True):
        row.found = found


def _beside(element: HtmlElement, elements: set[HtmlElement], *, forward: bool) -> str:
    pieces = [element.tail or ""] if forward else []
    for other in element.itersiblings(preceding=not forward):
        if other in elements or len(pieces) > 4:
            if not forward:
                pieces.append(other.tail or "")
            break
        pieces += ["".join(other.itertext()) if isinstance(other.tag, str) else "", other.tail or ""]
    return " ".join(piece[:120] for piece in (pieces if forward else pieces[::-1]))


def _groups(rows: list[Row]) -> list[Group]:
    made: dict[str, Group] = defaultdict(Group)
    for row in rows:
        container = row.element.getparent()
        if container is None:
            continue
        group = made[_make(container)]
        if not group.lists or group.lists[-1] is not container:
            group.lists.append(container)
        group.rows.append(row)
    for group in made.values():
        group.weight = _weigh(group)
    return list(made.values())


def _make(container: HtmlElement) -> str:
    """Tags and classes from the list up to the body: lists of one make share it."""
    return ">".join(f"{element.tag}.{re.sub(r'[0-9]+', '', element.get('class') or '').strip()}" for element in (container, *container.iterancestors()))


def _weigh(group: Group) -> float:
    urls: dict[str, float] = {}
    for row in group.rows:
        cjk = len(_CJK.findall(row.title))
        weight = (
            (2.0 if row.match else 0.0) + (2.0 if row.found else 0.0) + (1.0 if cjk >= MINIMAL_TITLE else -0.5) + (0.5 if cjk >= 2 * MINIMAL_TITLE else 0.0)
        )
        urls[row.url] = max(urls.get(row.url, -1.0), weight)
    total = sum(urls.values()) * penalty(group.lists[0])
    return total * (1.0 if any(row.has_sign for row in group.rows) else 0.4)


def _is_list_of_articles(group: Group) -> bool:
    rows = _consistent(group.rows)
    if any(row.has_sign for row in rows):
        return True
    long = [row for row in rows if len(_CJK.findall(row.title)) >= 2 * MINIMAL_TITLE - 2]
    return len(long) >= 3 and len(long) >= 0.6 * len(rows) and bool(re.search(r"\d{2}|=", "".join(row.url for row in long)))


def _consistent(rows: list[Row]) -> list[Row]:
    """Drop what stands in the list's rows but is no article: columns, tags, sources."""
    shapes = Counter(row.shape for row in rows)
    common = shapes.most_common(1)[0][0] if shapes else ""
    dated = sum(row.found is not None for row in rows) >= 0.8 * len(rows)
    return [row for row in rows if (row.match is not None) or (row.found is not None and (dated or len(_CJK.findall(row.title)) >= 4)) or row.shape == common]


def _stands_beside(group: Group, best: Group) -> bool:
    """Whether a home page's other block holds articles as surely as its heaviest."""
    each, best_each = group.weight / len(group.rows), best.weight / len(best.rows)
    return group.weight >= 0.4 * best.weight and each >= 0.7 * best_each and all(row.has_sign for row in group.rows)


def _belongs(group: Group, best: Group) -> bool:
    """Whether another group is part of the same list: a headline above it, or a second column of it."""
    if outside(group.lists[0]) or not all(row.match or row.found for row in group.rows):
        return False
    dialect = {row.match.dialect for row in best.rows if row.match}
    if any(row.match is None or row.match.dialect not in dialect for row in group.rows):
        return False
    above, own = group.lists[0], best.lists[0]
    if heading_is_of_side_list(above):
        return False
    box = own.getparent()
    if box is not None and box.tag not in ("body", "html") and box in (above, *above.iterancestors()):
        return True
    near = [element for _, element in zip(range(3), own.iterancestors(), strict=False) if element.tag not in ("body", "html")]
    return len(group.rows) <= 3 and _comes_before(above, own) and any(element in near for element in above.iterancestors())


def _comes_before(one: HtmlElement, other: HtmlElement) -> bool:
    tree = one.getroottree()
    for element in tree.iter():
        if element is one:
            return True
        if element is other:
            return False
    return False
