"""CMS families: how one vendor's system lists and pages its articles. Drop a module with a ``Family`` subclass in, and it is in."""

import importlib
import pkgutil
from functools import cache

from crawler.families.base import Evidence, Family
from crawler.lists.listing import ListPage

__all__ = ["Evidence", "Family", "get", "names", "ranking", "recognise"]

CONFIDENT = 0.3
"""The score below which a family's marks say too little, and ``generic`` reads the page."""


@cache
def _registry() -> dict[str, Family]:
    """One instance of every family in this folder, by name."""
    found: dict[str, Family] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        for value in vars(importlib.import_module(f"{__name__}.{module}")).values():
            if isinstance(value, type) and issubclass(value, Family) and value is not Family and value.__module__ == f"{__name__}.{module}" and value.name:
                found[value.name] = value()
    return found


def names() -> list[str]:
    """The names of all families, in alphabetical order."""
    return sorted(_registry())


def get(name: str) -> Family:
    """The family of a name. Raise KeyError where there is none."""
    return _registry()[name]


def ranking(page: ListPage) -> list[tuple[str, Evidence]]:
    """Every family that finds marks of its own on the page, the surest first."""
    judged = [(name, family.recognise(page)) for name, family in _registry().items()]
    return sorted([(name, evidence) for name, evidence in judged if evidence.score > 0], key=lambda pair: (-pair[1].score, pair[0]))


def recognise(page: ListPage | str, url: str = "") -> Family:
    """The family of a list page (or of its text and URL); ``generic`` where no family's marks are clear."""
    best = ranking(page if isinstance(page, ListPage) else ListPage(url=url, text=page))
    return get(best[0][0] if best and best[0][1].score >= CONFIDENT else "generic")
