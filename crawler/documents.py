"""Documents on disk: which files of a folder are pages, texts or WARCs, and what a ``manifest.jsonl`` beside them says."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipelines.canonical import host_of
from pipelines.errors import XianzhiError
from pipelines.page import Hints

CONTENT_TYPES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".shtml": "text/html", ".xhtml": "application/xhtml+xml"}
WARCS = (".warc", ".warc.gz")
MANIFEST = "manifest.jsonl"
_GIVEN = ("url", "fetched_at", "title", "publish_date", "encoding")


class DocumentError(XianzhiError):
    """The path that was named, or the manifest in it, cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file to read, with what its manifest gives."""

    path: Path
    content_type: str
    url: str | None = None
    fetched_at: datetime | None = None
    hints: Hints = field(default_factory=Hints)

    @property
    def is_warc(self) -> bool:
        """True for a file of captures."""
        return self.path.name.endswith(WARCS)


def documents(path: Path) -> list[Document]:
    """The documents at ``path`` (a file, or a folder with all below it), in the order of their names. Raises DocumentError."""
    if not path.exists():
        raise DocumentError(f"there is no file or folder {path}")
    if path.is_file() and not _content_type(path):
        raise DocumentError(f"{path} is not a document that can be read; there are {', '.join([*CONTENT_TYPES, *WARCS])}")
    folder = path if path.is_dir() else path.parent
    given = _manifest(folder / MANIFEST)
    files = sorted(file for file in path.rglob("*") if file.is_file() and _content_type(file)) if path.is_dir() else [path]
    if not files:
        raise DocumentError(f"the folder {path} holds no document; there are {', '.join([*CONTENT_TYPES, *WARCS])}")
    return [_document(file, given.get(file.relative_to(folder).as_posix(), {})) for file in files]


def _content_type(path: Path) -> str | None:
    return "application/warc" if path.name.endswith(WARCS) else CONTENT_TYPES.get(path.suffix.lower())


def _document(path: Path, given: dict[str, Any]) -> Document:
    hints = Hints(
        title=given.get("title"),
        publish_date=given.get("publish_date"),
        publish_date_basis="given" if given.get("publish_date") else None,
        encoding=given.get("encoding"),
    )
    moment = datetime.fromisoformat(given["fetched_at"]) if given.get("fetched_at") else None
    fetched_at = moment.replace(tzinfo=moment.tzinfo or UTC) if moment else None
    return Document(path=path, content_type=_content_type(path) or "", url=given.get("url"), fetched_at=fetched_at, hints=hints)


def _manifest(path: Path) -> dict[str, dict[str, Any]]:
    """Rows by file name. A row that is no JSON object, or whose fetched_at is no ISO time, is an error with its line."""
    if not path.is_file():
        return {}
    return dict(_rows(path))


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"{path} cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            _check(row)
            yield row["file"], row
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            reason = f"no {error}" if isinstance(error, KeyError) else error
            raise DocumentError(f"{path} line {number}: must be a JSON object with file and, if given, url, fetched_at, publish_date ({reason})") from error


def _check(row: dict[str, Any]) -> None:
    """Raise ValueError, TypeError, KeyError or AttributeError where a row is not one."""
    for key in ("file", *(key for key in _GIVEN if row.get(key) is not None)):
        if not isinstance(row[key], str):
            raise TypeError(f"{key} must be a text")
        row[key].encode()  # JSON may hold half of a character (\\ud800), which no database takes
    if row.get("url") and not (row["url"].startswith(("http://", "https://")) and row["url"].isprintable() and host_of(row["url"])):
        raise ValueError(f"url must begin with http:// or https:// and a host, not {row['url'][:60]!r}")
    if row.get("fetched_at"):
        datetime.fromisoformat(row["fetched_at"])
    if day := row.get("publish_date"):
        datetime.fromisoformat(day + "2000-01-01"[len(day) :])  # 2024 and 2024-05 will do
