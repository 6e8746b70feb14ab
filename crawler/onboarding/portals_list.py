"""Lists of portals that others made: TSV, CSV or JSONL with division code, name and address; unusable rows are named with their line."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from crawler.registry import Site
from db import divisions
from pipelines.errors import XianzhiError

CODE = ("adcode", "code", "区划代码", "行政区划代码", "代码")
NAME = ("name", "region", "地名", "名称", "县区", "division")
URL = ("url", "portal_url", "home", "网址", "链接", "portal")


class ListError(XianzhiError):
    """The file as a whole cannot be used."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be used: its line in the file (the header is line 1) and why."""

    line: int
    reason: str


def read(path: Path) -> Iterator[Site | Refused]:
    """The rows of a list as sites, in order. Raises ListError where the file cannot be read or lacks a column for the address."""
    seen: dict[str, int] = {}
    for line, row in _rows(path):
        entry = _entry(line, row)
        if isinstance(entry, Site) and entry.key in seen:
            entry = Refused(line, f"{entry.key} stands in line {seen[entry.key]} already")
        if isinstance(entry, Site):
            seen[entry.key] = line
        yield entry


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ListError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if path.suffix.lower() == ".jsonl":
        yield from _json_rows(text)
        return
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    reader = csv.DictReader(text.splitlines(), delimiter=delimiter)
    if not reader.fieldnames or not any(name in reader.fieldnames for name in URL):
        raise ListError(f"{path} has no column for the address; one must be named {', '.join(URL)}")
    for row in reader:
        yield reader.line_num, row


def _json_rows(text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            yield number, row if isinstance(row, dict) else {"not": "json"}


def _entry(line: int, row: Mapping[str, Any]) -> Site | Refused:
    if row.get("not") == "json":
        return Refused(line, "is no JSON object")
    code, name, url = (_field(row, names) for names in (CODE, NAME, URL))
    if not url:
        return Refused(line, "has no address")
    if urlsplit(url).scheme not in ("http", "https") or "." not in (urlsplit(url).hostname or ""):
        return Refused(line, f"{url!r} is no http or https address")
    code = code or _code_of(name) or ""
    if not code:
        return Refused(line, f"has no division code, and {name or 'no name'!r} does not tell one")
    if divisions.division(code) is None:
        return Refused(line, f"{code} is no division code, past or present")
    return Site(key=code, adcode=code, name=name.rsplit("/", 1)[-1] or code, home=url)


def _field(row: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((str(row[name]).strip() for name in names if row.get(name)), "")


def _code_of(name: str) -> str | None:
    """The code of a name written with its province and prefecture, 省/市/县; None where it is not clear."""
    parts = [part for part in name.split("/") if part]
    found = divisions.find(parts[-1], within=parts[-2] if len(parts) > 1 else None) if parts else []
    return found[0].code if len(found) == 1 else None
