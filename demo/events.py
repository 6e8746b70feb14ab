"""What happens on a site between two crawls: new reports, edits, moves, removals; with the truth of each."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from demo import chance
from demo.served import ServedSite
from demo.site import REPEAT, Posting

EventKind = Literal["new", "edit", "move", "remove"]
_WINDOW = 60
"""Only so many of the newest postings are touched, as on real sites."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened to one posting."""

    kind: EventKind
    site: int
    adcode: str
    number: int
    key: str
    """Of the report, as in the truth."""
    url: str
    """Where the posting stood before (or stands, if it is new)."""
    new_url: str | None = None
    """Where it stands after a move."""
    body_before: str | None = None
    body_after: str | None = None


def happen(served: ServedSite, *, new: int, edits: int, moves: int, removals: int, rebuild: bool) -> list[Event]:
    """Lets things happen on one site; gives their truth."""
    site = served.site
    site.ticks += 1
    site.version += 1
    site.now = site.plan.until + timedelta(days=site.ticks)
    if rebuild:
        site.rebuilds, site.rebuilt = site.rebuilds + 1, site.now
    chosen = _choose(served, edits + moves + removals)
    events = [event for posting in chosen[:edits] for event in _edit(served, posting)]
    events += [_move(served, posting) for posting in chosen[edits : edits + moves]]
    events += [_remove(served, posting) for posting in chosen[edits + moves :]]
    return events + _new(served, new)


def _choose(served: ServedSite, count: int) -> list[Posting]:
    """Recent postings that nothing happened to yet, neither repeats nor repeated elsewhere."""
    site = served.site
    free = [
        n
        for n in range(max(0, site.count - _WINDOW), site.count)
        if n not in site.editions and n not in site.moved and n not in site.removed and n % REPEAT not in (REPEAT - 1, REPEAT - 2)
    ]
    picked = chance.stream(site.plan.seed, "tick", site.ticks, site.mine.index).sample(free, min(count, len(free)))
    return [posting for n in picked if (posting := site.posting(n))]


def _event(served: ServedSite, posting: Posting, kind: EventKind, url: str, **more: str | None) -> Event:
    return Event(kind=kind, site=served.site.mine.index, adcode=served.adcode, number=posting.number, key=posting.task.key, url=url, **more)


def _edit(served: ServedSite, posting: Posting) -> list[Event]:
    site, before = served.site, posting.article().body
    site.editions[posting.number] = site.editions.get(posting.number, 0) + 1
    site.touch(posting)
    after = site.posting(posting.number)
    return [_event(served, posting, "edit", served.url(posting), body_before=before, body_after=after.article().body)] if after else []


def _move(served: ServedSite, posting: Posting) -> Event:
    url = served.url(posting)
    served.site.moved.add(posting.number)
    served.site.touch(posting)
    return _event(served, posting, "move", url, new_url=served.url(posting))


def _remove(served: ServedSite, posting: Posting) -> Event:
    url = served.url(posting)
    served.site.removed.add(posting.number)
    served.site.touch(posting)
    return _event(served, posting, "remove", url)


def _new(served: ServedSite, count: int) -> list[Event]:
    site = served.site
    first = site.count
    site.count += count
    added = [posting for n in range(first, site.count) if (posting := site.posting(n))]
    return [_event(served, posting, "new", served.url(posting)) for posting in added]
