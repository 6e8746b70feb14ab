"""The scheduler's queue: every site has a queue of its own, and the site with the fewest requests under way is next, so that none starves another."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable
from typing import Any, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.pqueues import ScrapyPriorityQueue

from crawler.addresses import netloc


def site_of(request: Request) -> str:
    """Whose turn a request takes: the site's key, else host and port. The download slot, an address, is known only after the request has left the queue."""
    return str(request.meta.get("about", {}).get("site_key") or netloc(request.url))


class SiteTurns:
    """Scrapy's SCHEDULER_PRIORITY_QUEUE: within a site by priority and then in order, among sites by turns.

    Requests that are under way count, those that wait for a slow site's slot too: a site that does not answer holds no more of them than any other.
    """

    def __init__(self, crawler: Crawler, make: Callable[[str], ScrapyPriorityQueue]) -> None:
        """``make(key)`` opens the queue of one site."""
        self._crawler = crawler
        self._make = make
        self._queues: OrderedDict[str, ScrapyPriorityQueue] = OrderedDict()
        """The site that has waited longest stands first."""
        self._waiting = 0

    @classmethod
    def from_crawler(
        cls,
        crawler: Crawler,
        downstream_queue_cls: Any,
        key: str,
        startprios: Iterable[int] | None = None,  # noqa: ARG003  what a JOBDIR would have kept
        *,
        start_queue_cls: Any = None,
    ) -> Self:
        """Scrapy's constructor; the queues are in memory, since the link table is what survives a run."""
        return cls(crawler, lambda site: ScrapyPriorityQueue(crawler, downstream_queue_cls, f"{key}/{site}", (), start_queue_cls=start_queue_cls))

    def push(self, request: Request) -> None:
        """Put a request into its site's queue; a site that is new waits behind the others."""
        site = site_of(request)
        if site not in self._queues:
            self._queues[site] = self._make(site)
        self._queues[site].push(request)
        self._waiting += 1

    def pop(self) -> Request | None:
        """The next request of the site whose turn it is."""
        site = self._next_site()
        if site is None:
            return None
        queue = self._queues[site]
        request = queue.pop()
        self._waiting -= 1
        self._queues.move_to_end(site)
        if not len(queue):
            del self._queues[site]
            queue.close()
        return request

    def peek(self) -> Request | None:
        """What ``pop`` would give."""
        site = self._next_site()
        return None if site is None else self._queues[site].peek()

    def close(self) -> dict[str, list[int]]:
        """Forget everything; the priorities that were open, by site."""
        left = {site: queue.close() for site, queue in self._queues.items()}
        self._queues.clear()
        self._waiting = 0
        return left

    def __len__(self) -> int:
        """Requests in all queues."""
        return self._waiting

    def _next_site(self) -> str | None:
        """The site with the fewest requests under way; of several, the one that has waited longest."""
        engine = self._crawler.engine
        under_way = Counter(site_of(request) for request in engine.downloader.active) if engine is not None else Counter[str]()
        fewest: str | None = None
        for site in self._queues:
            if not under_way[site]:
                return site
            if fewest is None or under_way[site] < under_way[fewest]:
                fewest = site
        return fewest
