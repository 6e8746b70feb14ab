"""What a demo web consists of: how many sites, of which families and counties, with how many articles and which faults."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from demo.news.divisions import Division, invented

UNTIL = datetime(2026, 10, 30, 17, 30)  # noqa: DTZ001 - local time of the county, +08:00 understood
"""When the newest article of the first crawl was published; later ones come with ``advance``."""

ColumnKind = Literal["own", "notices", "bureaus", "province", "external", "empty"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column (栏目) of a site. ``own`` ones carry the county's news; the others are decoys by DESIGN or by content."""

    index: int
    name: str
    slug: str
    """For the families whose URLs spell columns: zwyw."""
    code: int
    """For the families that number them."""
    kind: ColumnKind = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """One site. ``articles`` counts different reports of its own; repeated postings come on top (one in 25)."""

    index: int
    family: str
    division: Division
    articles: int
    per_page: int = 20
    charset: str = "utf-8"
    variant: str = ""
    """A family's dialect, such as ``encrypted`` or ``dynamic``; see the family's VARIANTS."""
    faults: frozenset[str] = frozenset()
    """Names from :mod:`demo.faults`."""
    column_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A whole demo web; equal plans give equal bytes."""

    sites: tuple[SitePlan, ...]
    seed: int = 1
    until: datetime = UNTIL
    own_addresses: bool = False
    """True: every site listens on a loopback address of its own (127.0.x.y), else all share 127.0.0.1."""
    portals: bool = False
    """True: a province's portal and its prefectures' are served too, whose link blocks lead to the sites."""

    @property
    def articles(self) -> int:
        """Different reports in all own-news columns."""
        return sum(site.articles for site in self.sites)


def default(
    sites: int = 3,
    articles: int = 300,
    families: tuple[str, ...] = ("trs", "trs", "vsb"),
    seed: int = 1,
    *,
    divisions: tuple[Division, ...] = (),
    **site: Any,
) -> Plan:
    """Articles shared out evenly over sites whose families repeat in the order given; ``site`` holds further fields of each SitePlan.

    ``divisions`` are the first sites' counties; invented ones stand for the others.

    >>> [s.family for s in default().sites], default().articles
    (['trs', 'trs', 'vsb'], 300)
    """
    share, rest = divmod(articles, sites)
    return Plan(
        seed=seed,
        sites=tuple(
            SitePlan(
                index=i, family=families[i % len(families)], division=divisions[i] if i < len(divisions) else invented(i), articles=share + (i < rest), **site
            )
            for i in range(sites)
        ),
    )
