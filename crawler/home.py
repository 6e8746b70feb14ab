"""Which columns a home page names as the county's own news."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HomeColumn:
    """A column that a home page links to."""

    name: str
    url: str


def own_columns(payload: bytes, url: str, content_type: str | None, county: str) -> list[HomeColumn]:
    """The columns of the county's own news."""
    return []
