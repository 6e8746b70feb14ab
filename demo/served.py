"""One site while it is served: where it listens, what it was asked, what is true of it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from demo.exchange import Request
from demo.families import families
from demo.families.base import STRUCK
from demo.plan import Plan
from demo.site import Posting, Site

HOST = "127.0.0.1"
AFFLICTED = STRUCK


@dataclass(slots=True)
class Log:
    """What a site was asked: how often each path (with its query), and how it answered."""

    paths: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    agents: Counter[str] = field(default_factory=Counter)
    order: list[str] = field(default_factory=list)
    """Method, path with query, and status of every request, oldest first."""
    times: list[float] = field(default_factory=list)
    """When each request came, in seconds of the event loop's clock."""
    connections: set[tuple[str, int]] = field(default_factory=set)
    """The other ends (address, port) of the connections that requests came on."""
    most_at_once: int = 0
    running: int = 0

    @property
    def total(self) -> int:
        """All requests."""
        return sum(self.statuses.values())

    def clear(self) -> None:
        """Forgets everything, as between two crawls."""
        for kept in (self.paths, self.statuses, self.agents, self.order, self.times, self.connections):
            kept.clear()
        self.most_at_once = self.running


class ServedSite:
    """A site with an address, a log, and a memory for faults that strike once."""

    def __init__(self, plan: Plan, index: int) -> None:
        self.site = Site(plan, plan.sites[index])
        self.family = families()[self.site.mine.family](self.site)
        self.log = Log()
        self.address, self.port = HOST, 0
        self.seen: Counter[str] = Counter()
        """How often faults have struck, by their own keys."""
        self.elsewhere = ""
        """Base URL of the site that ``host_moved`` points to."""

    @property
    def faults(self) -> frozenset[str]:
        """Names of the faults that are switched on."""
        return self.site.mine.faults

    @property
    def adcode(self) -> str:
        """GB/T 2260 code (invented) of the county."""
        return self.site.division.adcode

    @property
    def name(self) -> str:
        """Name of the county."""
        return self.site.division.name

    @property
    def base(self) -> str:
        """Scheme, host and port, without a slash at the end."""
        return f"http://{self.address}:{self.port}"

    @property
    def home(self) -> str:
        """URL of the home page."""
        return f"{self.base}/"

    @property
    def columns(self) -> list[tuple[str, str]]:
        """Name and URL of every own-news column."""
        return [(c.name, self.base + self.family.column_path(c)) for c in self.site.own]

    @property
    def decoys(self) -> list[tuple[str, str]]:
        """Name and URL of the columns that a crawl must not follow."""
        return [(c.name, self.base + self.family.column_path(c)) for c in self.site.columns if c.kind != "own"]

    def url(self, posting: Posting) -> str:
        """Absolute URL of an article."""
        return self.base + self.family.article_path(posting)

    def truth(self) -> list[dict[str, Any]]:
        """Every own-news posting that stands now, under export keys, plus ``url``, ``key`` (same report, same key), ``column``, ``site_id_code``."""
        return [truth_of(self, posting) for posting in self.site.news()]

    def strikes(self, request: Request) -> bool:
        """True where the request is for an article that partial faults strike."""
        posting = self.family.find_article(request)
        return bool(posting) and posting is not None and posting.number % 10 == AFFLICTED

    def struck(self) -> list[str]:
        """URLs of the articles that partial faults strike."""
        return [self.url(posting) for posting in self.site.news() if posting.number % 10 == AFFLICTED]

    def first(self, key: str, times: int = 1) -> bool:
        """True the first ``times`` times that a fault asks with this key."""
        self.seen[key] += 1
        return self.seen[key] <= times


def truth_of(served: ServedSite, posting: Posting) -> dict[str, Any]:
    """The truth of one posting; its publish date is that of this posting."""
    row = posting.article().truth()
    url = served.url(posting)
    row |= {"url": url, "urls": [url], "origin": url, "column": posting.column.name, "site_id_code": served.site.id_code}
    row["publish_date"] = posting.published.isoformat(timespec="minutes")
    return row
