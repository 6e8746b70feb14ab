"""Word lists that the rules share, one file a list: words parted by white space."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("data")


@cache
def listed(name: str) -> frozenset[str]:
    """The words of the list ``data/<name>.txt``."""
    return frozenset((_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split())
