"""What a home page says: its division by 网站标识码 and footer, and which columns are the county's own news."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class HomeColumn:
    """A column that a home page links to."""

    name: str
    url: str


def own_columns(payload: bytes, url: str, content_type: str | None, county: str) -> list[HomeColumn]:
    """The columns of the county's own news."""
    return [HomeColumn(column["name"], column["url"]) for column in describe(payload, url, content_type, county)["columns"] if column["verdict"] == "own"]


def describe(payload: bytes, url: str, content_type: str | None, county: str | None = None) -> dict[str, Any]:
    """``{site_id_code, adcode, name, columns: [{name, url, verdict, why}]}``."""
    return {"columns": []}
