"""Facts with evidence: one module a kind; drop a module with ``KIND`` and ``find`` in, and its facts are found and stored."""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache
from graphlib import TopologicalSorter
from types import ModuleType
from typing import Any

from pipelines.facts.context import Context
from pipelines.facts.language.text import Text
from pipelines.factual import Facts
from pipelines.page import Hints
from pipelines.reading import Reading

__all__ = ["VERSION", "Context", "Text", "find_all", "kinds"]
VERSION = "6"
"""Of the code that makes facts; raise it with every change of a rule, so that a replay knows what to refresh."""


@cache
def kinds() -> tuple[ModuleType, ...]:
    """The modules of this package that have a ``KIND``, each after those that its ``NEEDS`` name."""
    found = {}
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        if hasattr(module, "KIND"):
            found[module.KIND] = module
    order = TopologicalSorter({kind: tuple(need for need in getattr(module, "NEEDS", ()) if need in found) for kind, module in sorted(found.items())})
    return tuple(found[kind] for kind in order.static_order())


def find_all(reading: Reading, hints: Hints | None = None, url: str = "") -> Facts:
    """Every kind of fact in one reading. A pure function of its arguments; a kind without a field in ``Facts`` goes into ``Facts.more``.

    ``url``: where the page stands, for what the host says of a text that names no place.
    """
    text = Text.of(reading.body, reading.body_hans)
    facts = Facts(version=VERSION)
    context = Context.of(reading, hints or Hints(), facts, url)
    for module in kinds():
        find: Callable[[Text, Context], Any] = module.find
        value = find(text, context)
        if module.KIND != "more" and module.KIND in Facts.__dataclass_fields__:
            setattr(facts, module.KIND, value)
        elif value:
            facts.more[module.KIND] = tuple(value)
    return facts
