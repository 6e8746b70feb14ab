"""The short account of a run: pages fetched, reports stored, duplicates, and what was rejected, by reason."""

from collections.abc import Mapping
from typing import Any

OUTCOMES = {
    "new": "new reports",
    "repost": "reposts of known reports",
    "changed": "changed since last time",
    "earlier": "earlier texts of known postings",
    "refreshed": "read better than before",
    "unchanged": "unchanged",
}


def by_prefix(stats: Mapping[str, Any], prefix: str) -> dict[str, int]:
    """The counters below a prefix, largest first."""
    found = {name.removeprefix(prefix): int(value) for name, value in stats.items() if name.startswith(prefix)}
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def fetched(stats: Mapping[str, Any]) -> int:
    """Responses from the network; documents on disk come as responses too, and are not counted."""
    return int(stats.get("response_received_count", 0)) - int(stats.get("documents", 0))


def account_of(stats: Mapping[str, Any]) -> str:
    """A few lines in plain words, from Scrapy's stats."""
    stored = by_prefix(stats, "stored/")
    rejected = by_prefix(stats, "rejected/")
    lines = [f"responses fetched  {fetched(stats)}"]
    lines += [
        f"{'reports stored' if n == 0 else '':<18} {stored[key]} {words}" for n, (key, words) in enumerate((k, w) for k, w in OUTCOMES.items() if k in stored)
    ]
    lines += [f"{'reports stored':<18} none"] if not stored and not by_prefix(stats, "portals/") else []
    lines += [f"{'rejected' if n == 0 else '':<18} {count} {reason}" for n, (reason, count) in enumerate(rejected.items())]
    lines += [f"{'links' if n == 0 else '':<18} {count} {state}" for n, (state, count) in enumerate(by_prefix(stats, "links/").items())]
    lines += [f"{'visited again' if n == 0 else '':<18} {count} {what}" for n, (what, count) in enumerate(by_prefix(stats, "postings/").items())]
    lines += [f"{'portals' if n == 0 else '':<18} {count} {kind}" for n, (kind, count) in enumerate(by_prefix(stats, "portals/").items())]
    seconds = stats.get("elapsed_time_seconds")
    lines += [f"{'took':<18} {seconds:.1f} s"] if seconds else []
    return "\n".join(lines)
