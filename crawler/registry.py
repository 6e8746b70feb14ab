"""The registry of sites: ``crawler/sites/*.toml``, one file a province and one table a site, read into frozen ``Site`` objects."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from crawler import families
from pipelines.errors import EntryError

SITES = Path(__file__).parent / "sites"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnEntry:
    """A column (栏目) to follow: its name and the absolute URL of its list page."""

    name: str
    url: str
    family: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What we know of one site. ``key`` is the TOML table's name: an adcode, or adcode-word for a second site of a division."""

    key: str
    adcode: str
    name: str
    home: str
    family: str | None = None
    columns: tuple[ColumnEntry, ...] = ()
    body_selector: str | None = None
    """A CSS selector for article bodies, where the containers we know do not fit."""
    past: tuple[tuple[date, str], ...] = ()
    """(until, family): what the site ran on before, so that old captures stay readable."""


FIELDS = {"name": str, "home": str, "family": str, "columns": list, "hints": dict, "past": list}
REQUIRED = ("name", "home")


def load(folder: Path = SITES) -> dict[str, Site]:
    """All sites by key. Raise EntryError, naming file, table and field, for the first entry that is wrong."""
    sites: dict[str, Site] = {}
    for path in sorted(folder.glob("*.toml")):
        for site in load_file(path):
            if site.key in sites:
                raise EntryError(f"{path.name} [{site.key}]: this table is also in another file")
            sites[site.key] = site
    return sites


def load_file(path: Path) -> Iterator[Site]:
    """The sites of one TOML file."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise EntryError(f"{path.name}: cannot be read: {error}") from error
    for key, table in tables.items():
        yield _site(f"{path.name} [{key}]", key, table)


def _site(where: str, key: str, table: Any) -> Site:
    adcode = key.partition("-")[0]
    if not isinstance(table, dict) or not (adcode.isascii() and adcode.isdigit() and len(adcode) == 6):
        raise EntryError(f"{where}: a table's name must be a six-digit division code, or the code, a hyphen and a word")
    _check_fields(where, table)
    home = _absolute(where, "home", table["home"])
    return Site(
        key=key,
        adcode=adcode,
        name=table["name"],
        home=home,
        family=_family(where, "family", table.get("family")),
        columns=tuple(_column(where, home, entry) for entry in table.get("columns", ())),
        body_selector=table.get("hints", {}).get("body"),
        past=tuple(_past(where, entry) for entry in table.get("past", ())),
    )


def _check_fields(where: str, table: dict[str, Any]) -> None:
    for field in REQUIRED:
        if not table.get(field):
            raise EntryError(f"{where} {field}: is missing")
    for field, value in table.items():
        if field not in FIELDS:
            raise EntryError(f"{where} {field}: no such field; there are {', '.join(FIELDS)}")
        if not isinstance(value, FIELDS[field]):
            raise EntryError(f"{where} {field}: must be a {FIELDS[field].__name__}, is {value!r}")


def _absolute(where: str, field: str, url: str) -> str:
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise EntryError(f"{where} {field}: must be an absolute http or https URL, is {url!r}")
    return url


def _family(where: str, field: str, name: str | None) -> str | None:
    if name is not None and name not in families.names():
        raise EntryError(f"{where} {field}: unknown family {name!r}; there are {', '.join(families.names())}")
    return name


def _column(where: str, home: str, entry: Any) -> ColumnEntry:
    if not isinstance(entry, dict) or not entry.get("name") or not entry.get("url"):
        raise EntryError(f"{where} columns: each must have a name and a url, one is {entry!r}")
    url = _absolute(where, "columns.url", urljoin(home, entry["url"]))
    return ColumnEntry(name=entry["name"], url=url, family=_family(where, "columns.family", entry.get("family")))


def _past(where: str, entry: Any) -> tuple[date, str]:
    if not isinstance(entry, dict) or not isinstance(entry.get("until"), date) or not entry.get("family"):
        raise EntryError(f"{where} past: each must have a date until and a family, one is {entry!r}")
    return entry["until"], _family(where, "past.family", entry["family"]) or ""
