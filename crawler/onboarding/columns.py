"""The columns that a home page links to, each with a verdict: the county's own news, news from above, or other; and what titles say of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crawler.lists import dialects
from crawler.lists.anchor_rows import anchor_title
from crawler.lists.listing import ListPage, opening
from crawler.lists.places import is_home, same_site, site_of
from crawler.onboarding.column_names import Judgement, Verdict, judge
from db.division_names import stem
from pipelines.canonical import url_key
from pipelines.extract.tree import Element

_MORE = re.compile(r"^[\s+＋\[【<《]*(?:查看)?(?:更多|more|MORE|详细|全部)[\s+＋>»›\]】》.…]*$|^[+＋>»›]{1,3}$", re.I)
_TOO_LONG = 14
"""Characters beyond which a text is a headline, not the name of a column."""
OWN_SHARE = 0.6
"""The share of titles that must speak of the county itself, of those that name any place."""
_SELF = re.compile(r"我[县区市旗]|全[县区市旗]|[县区市旗](?:委|政府|长|人大|政协|纪委|领导)|本[县区]|区县|乡镇|街道|村|社区")
_ABOVE = re.compile(r"国务院|习近平|李强|总书记|总理|党中央|中共中央|全国|中国|外交部|国家|央行|省委|省政府|省长|全省|自治区(?:党委|政府|主席)|自治州")


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the home page names it, with the verdict on its name."""

    name: str
    url: str
    verdict: Verdict
    why: str
    rank: int


def columns(page: ListPage, county: str | None = None, above: tuple[str, ...] = ()) -> list[Column]:
    """Every column of this site that a home page names, the county's own news first (the most promising at the head)."""
    found: dict[str, Column] = {}
    for name, url in _named(page):
        judged: Judgement = judge(name, county, above)
        column = Column(name, url, judged.verdict, judged.why, judged.rank)
        known = found.get(url_key(url))
        if known is None or (column.verdict == "own", column.rank) > (known.verdict == "own", known.rank):
            found[url_key(url)] = column
    order = {"own": 0, "upstream": 1, "other": 2}
    return sorted(found.values(), key=lambda column: (order[column.verdict], -column.rank))


def own(found: Iterable[Column]) -> list[Column]:
    """The columns to follow: the own ones; the news as a whole (新闻中心) only where no better is named."""
    mine = [column for column in found if column.verdict == "own"]
    return [column for column in mine if column.rank > 2] or mine[:2]


def _named(page: ListPage) -> Iterator[tuple[str, str]]:
    site = site_of(page.base)
    for anchor in page.tree.iter("a", "area"):
        url = page.join(anchor.get("href"))
        if url is None or not same_site(url, site) or is_home(url) or dialects.DOCUMENT.search(url) or _is_article(url):
            continue
        words = re.sub(r"\s+", " ", opening(anchor, 200)).strip() or anchor_title(anchor) or (anchor.get("alt") or "")
        name = _heading_of_more(anchor) if _MORE.match(words) else words.strip(" >»-|·[]【】")
        if 2 <= len(name) <= _TOO_LONG and re.search("[\u3400-\u9fff]{2}", name):
            yield name, url


def _is_article(url: str) -> bool:
    """Whether no column could have that address: some systems number columns as others number articles (``/news/33.html``)."""
    found = dialects.match(url)
    return found is not None and (found.date is not None or found.dialect not in ("show", "L", "G", "hex", "query", "doc"))


def _heading_of_more(anchor: Element) -> str:
    """The name that stands beside 更多: the only other words of the box around it."""
    for depth, box in enumerate(anchor.iterancestors()):
        if depth > 3 or box.tag in ("body", "html"):
            break
        words = re.sub(r"更多|more|[+＋>»›\[\]\s]", "", opening(box, 200), flags=re.I)
        if len(words) > _TOO_LONG:
            break
        if words:
            return words
    return ""


def own_share(titles: Iterable[str], county: str, above: tuple[str, ...] = ()) -> float | None:
    """The share of titles about the county, of those that name a place or an authority; None where none does.

    A title speaks of the county where it names it, or says 我县, 县委, 全区 and the like; of others where it names the state, the province or a
    division above.
    """
    mine = theirs = 0
    names = [stem(name) for name in above if len(stem(name)) >= 2]
    short = stem(county)
    for title in titles:
        if county in title or short in title:
            mine += 1
        elif _ABOVE.search(title) or any(name in title for name in names):
            theirs += 1
        elif _SELF.search(title):
            mine += 1
    return mine / (mine + theirs) if mine + theirs else None


def verdict_by_titles(titles: Iterable[str], county: str, above: tuple[str, ...] = ()) -> tuple[Verdict, str]:
    """Own or upstream, by what a list's titles speak of: at least 60 % of those that name a place must be about the county."""
    share = own_share(titles, county, above)
    if share is None:
        return "own", "no title names a place"
    return ("own" if share >= OWN_SHARE else "upstream"), f"{share:.0%} of the titles that name a place are about the county"
