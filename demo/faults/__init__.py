"""Faults of real sites, switched on by name in ``SitePlan.faults``; a module dropped in adds its ``BEFORE`` and ``AFTER`` to the set."""

import pkgutil
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module

from demo.exchange import Request, Response, missing
from demo.faults import plain
from demo.served import ServedSite

Before = Callable[[ServedSite, Request], Response | None]
"""Answers in the site's stead, or gives None and lets it pass."""
After = Callable[[ServedSite, Request, Response], Response | None]
"""Changes the answer in place, or gives another."""


@lru_cache(maxsize=1)
def known() -> tuple[dict[str, Before], dict[str, After]]:
    """All faults by name, each set in the order of its names: those that answer themselves, and those that spoil an answer."""
    before: dict[str, Before] = {}
    after: dict[str, After] = {}
    for found in pkgutil.iter_modules(__path__):
        module = import_module(f"{__name__}.{found.name}")
        before |= getattr(module, "BEFORE", {})
        after |= getattr(module, "AFTER", {})
    last = "gzip_forced"  # compresses what the others have made
    return dict(sorted(before.items())), dict(sorted(after.items(), key=lambda item: (item[0] == last, item[0])))


def names() -> frozenset[str]:
    """Every fault that a plan may name."""
    before, after = known()
    return frozenset(before) | frozenset(after)


def answer(served: ServedSite, request: Request) -> Response:
    """The site's answer to a request, with its faults."""
    if not served.faults:
        return plain.answer(served, request) or missing()
    before, after = known()
    for name, fault in before.items():
        if name in served.faults and (response := fault(served, request)):
            return response
    response = plain.answer(served, request) or missing()
    for name, spoil in after.items():
        if name in served.faults:
            response = spoil(served, request, response) or response
    return response
