"""CMS families of the demo web, one file each; a file dropped in is in."""

import pkgutil
from functools import lru_cache
from importlib import import_module

from demo.families.base import Family


@lru_cache(maxsize=1)
def families() -> dict[str, type[Family]]:
    """Every family by name."""
    found: dict[str, type[Family]] = {}
    for module in pkgutil.iter_modules(__path__):
        for value in vars(import_module(f"{__name__}.{module.name}")).values():
            if isinstance(value, type) and issubclass(value, Family) and "name" in vars(value):
                found[value.name] = value
    return dict(sorted(found.items()))
