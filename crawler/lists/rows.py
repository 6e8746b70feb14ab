"""Chooses the rows of a list page: which anchors are the column's articles, and which are navigation, side lists and footers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from crawler.lists import row_dates
from crawler.lists.anchor_rows import ROW_TAGS, Row, all_rows
from crawler.lists.listing import Link, ListPage
from crawler.lists.places import column_name, heading, heading_is_of_side_list, is_home, outside, same_site, site_of, standing
from pipelines.extract.tree import Element

_CJK = re.compile("[\u3400-\u9fff]")
_PINNED = re.compile(r"置\s?顶")
MOST_GROUPS = 60
"""The heaviest lists of a page, whose places are looked at."""
MINIMAL_TITLE = 6
"""Chinese characters from which on an anchor may be a headline without any other sign of it."""


@dataclass(slots=True)
class Group:
    """Rows that stand side by side in lists of one make."""

    lists: list[Element] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    weight: float = 0.0
    first: int = 0
    """Where its first row stands on the page."""

    @property
    def place(self) -> Element:
        """The element whose surroundings say what the group is: its first list, or its first row where that stands in the bare page."""
        return self.rows[0].element if self.lists[0].tag in ("body", "html") else self.lists[0]


def links(page: ListPage) -> list[Link]:
    """The articles that a list page shows, in page order, each once; empty where the page shows none.

    Candidates are grouped by the list that they stand in; lists of one make (same tags and classes up to the body) count together. The heaviest
    group wins, by addresses of known dialects, dates, lengths of titles, and a pager close by; navigation, footers and side lists weigh less.
    """
    if "links" not in page.memo:
        page.memo["links"] = _links(page)
    return list(page.memo["links"])


def _links(page: ListPage) -> list[Link]:
    rows = all_rows(page)
    groups = _groups(rows, column_name(page.tree))
    if not groups:
        return []
    best = max(groups, key=lambda group: group.weight)
    if best.weight <= 0 or not _is_list_of_articles(best) or _is_only_beside(page, best):
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
    text = " ".join(row.element.itertext())[:400] if row.element.tag in ROW_TAGS else row.title
    return Link(
        url=row.url,
        title=row.title,
        date=stated or (url_date if url_date and len(url_date) > 4 else None),
        date_basis="row" if stated else "url" if url_date and len(url_date) > 4 else None,
        dialect=row.match.dialect if row.match else None,
        pinned=bool(_PINNED.search(text)),
        external=external,
    )


def _groups(rows: list[Row], column: str = "") -> list[Group]:
    made: dict[int, Group] = defaultdict(Group)
    makes: dict[Element, int] = {}
    numbers: dict[tuple[int, str], int] = {}
    for number, row in enumerate(rows):
        container = row.element.getparent()
        if container is None:
            continue
        group = made[_make(container, makes, numbers)]
        if not group.rows:
            group.first = number
        if not group.lists or group.lists[-1] is not container:
            group.lists.append(container)
        group.rows.append(row)
    for group in made.values():
        group.weight = _weigh(group)
    heaviest = sorted(made.values(), key=lambda group: -group.weight)[:MOST_GROUPS]
    for group in heaviest:
        signed = sum(row.has_sign for row in group.rows)
        group.weight *= standing(group.place, column, surely_articles=signed >= 0.6 * len(group.rows))
    return heaviest


def _make(container: Element, makes: dict[Element, int], numbers: dict[tuple[int, str], int]) -> int:
    """A number for the tags and classes from the list up to the body: lists of one make share it.

    ``makes`` holds those that are known, ``numbers`` what each was given for: the make around it, and its own tag and class.
    """
    unknown = list[Element]()
    for element in chain((container,), container.iterancestors()):
        if element in makes:
            break
        unknown.append(element)
    make = makes.get(element, 0)
    for one in reversed(unknown):
        own = f"{one.tag}.{re.sub(r'[0-9]+', '', one.get('class') or '').strip()}"
        make = makes[one] = numbers.setdefault((make, own), len(numbers) + 1)
    return make


def _weigh(group: Group) -> float:
    urls: dict[str, float] = {}
    for row in group.rows:
        cjk = len(_CJK.findall(row.title))
        weight = (
            (2.0 if row.match else 0.0) + (2.0 if row.found else 0.0) + (1.0 if cjk >= MINIMAL_TITLE else -0.5) + (0.5 if cjk >= 2 * MINIMAL_TITLE else 0.0)
        )
        urls[row.url] = max(urls.get(row.url, -1.0), weight)
    total = sum(urls.values())
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


def _is_only_beside(page: ListPage, group: Group) -> bool:
    """Whether all that the page shows is a side list or navigation: a shell whose own list a script fills. A column may itself be called 热点."""
    if outside(group.place):
        return not any(row.found for row in group.rows)
    words = heading(group.place)
    return heading_is_of_side_list(group.place) and not (words and words in (page.tree.findtext(".//title") or ""))


def _stands_beside(group: Group, best: Group) -> bool:
    """Whether a home page's other block holds articles as surely as its heaviest."""
    each, best_each = group.weight / len(group.rows), best.weight / len(best.rows)
    return group.weight >= 0.4 * best.weight and each >= 0.7 * best_each and all(row.has_sign for row in group.rows)


def _belongs(group: Group, best: Group) -> bool:
    """Whether another group is part of the same list: a headline above it, or a second column of it."""
    if outside(group.place) or not all(row.match or row.found for row in group.rows):
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
    return len(group.rows) <= 3 and group.first < best.first and any(element in near for element in above.iterancestors())
