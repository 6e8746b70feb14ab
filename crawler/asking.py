"""What a visit wants asked: list pages and articles, as plain values that the spider turns into requests."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from crawler.blocked import Obstacle
from crawler.ledger import Ledger
from db.models import LinkState, SiteState


@dataclass(frozen=True, slots=True)
class ListRequest:
    """What to send for the next list page."""

    url: str
    method: str = "GET"
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LinkRequest:
    """An article to ask for: its link in the database, and what the archive should keep of what is known about it."""

    url: str
    key: str
    about: Mapping[str, str]
    referer: str | None = None
    tries: int = 0
    is_new: bool = False
    """Seen for the first time in this run: no earlier capture can be there."""
    conditions: Mapping[str, str] = field(default_factory=dict)
    """For a posting that is visited again: ask whether it changed."""

    def settle(self, ledger: Ledger, stands: Obstacle, *, tries: int) -> LinkState:
        """Write down what stands in the article's place: gone and blocked are final for this visit; unreachable is tried again, ``tries`` visits in all."""
        match stands.state:
            case SiteState.UNKNOWN:
                return LinkState.PENDING  # it was not asked for at all
            case SiteState.OK:
                state = LinkState.REJECTED
            case SiteState.GONE | SiteState.SOFT_404:
                state = LinkState.GONE
            case SiteState.BLOCKED | SiteState.UA_REFUSED:
                state = LinkState.BLOCKED
            case _:
                state = LinkState.PENDING if self.tries + 1 < tries else LinkState.REJECTED
        ledger.settle(self.key, state, stands.reason)
        return state
