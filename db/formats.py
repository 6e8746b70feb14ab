"""The files that an export can be: JSON lines, CSV and Parquet; a file appears under its name only when it is whole."""

import csv
import importlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from db.errors import AskError, StoreError
from db.exports import KEYS
from db.rows import in_chunks

Record = Mapping[str, Any]
ROWS = 1000
"""Rows of one Parquet row group."""


def write(path: Path, records: Iterable[Record]) -> int:
    """Write records to a file in the format that its name ends in; returns how many.

    Raises:
        AskError: the name ends in none of FORMATS, or Parquet is asked for and pyarrow is not installed.
        StoreError: the file cannot be written; what stood under the name before is untouched.

    """
    writer = writer_for(path)
    try:
        with _whole(path) as file:
            return writer(file, records)
    except OSError as error:
        raise StoreError(f"cannot write {path}: {error.strerror or error}") from error


def writer_for(path: Path) -> Callable[[IO[bytes], Iterable[Record]], int]:
    """The writer of a name's ending."""
    writer = FORMATS.get(path.suffix.lower())
    if writer is None:
        raise AskError(f"{path.name}: an export ends in {', '.join(FORMATS)}, or is - for JSON lines on standard output")
    if path.is_dir():
        raise AskError(f"{path} is a folder: name a file in it")
    if writer is write_parquet:
        _pyarrow()
    return writer


@contextmanager
def _whole(path: Path) -> Iterator[IO[bytes]]:
    """A file beside the one that is asked for, which takes its name when everything is on disk."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with partial.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def write_jsonl(file: IO[bytes], records: Iterable[Record]) -> int:
    """One JSON object a line, UTF-8."""
    count = 0
    for record in records:
        file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
        count += 1
    return count


def write_csv(file: IO[bytes], records: Iterable[Record]) -> int:
    """A header and one line a report, UTF-8 with the mark that spreadsheets look for; lists and objects are JSON within their cell."""
    file.write(b"\xef\xbb\xbf")
    lines = _Lines(file)
    writer = csv.DictWriter(lines, [key.name for key in KEYS])
    writer.writeheader()
    count = 0
    for record in records:
        writer.writerow(flat(record))
        count += 1
    return count


class _Lines:
    """What csv writes to: text becomes UTF-8."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Encode and pass on."""
        return self._file.write(text.encode())


def flat(record: Record) -> dict[str, Any]:
    """A record whose lists and objects are JSON texts."""
    return {key: json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value for key, value in record.items()}


def write_parquet(file: IO[bytes], records: Iterable[Record]) -> int:
    """A Parquet file: id and repairs whole numbers, title_derived a boolean, all else text (lists and objects as JSON)."""
    arrow, parquet = _pyarrow()
    kinds = {"id": arrow.int64(), "repairs": arrow.int64(), "title_derived": arrow.bool_()}
    schema = arrow.schema([(key.name, kinds.get(key.name, arrow.string())) for key in KEYS])
    count = 0
    with parquet.ParquetWriter(file, schema) as writer:
        for rows in in_chunks(records, ROWS):
            writer.write_table(arrow.Table.from_pylist([flat(row) for row in rows], schema=schema))
            count += len(rows)
    return count


def _pyarrow() -> tuple[Any, Any]:
    try:
        return importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    except ImportError:
        raise AskError("Parquet needs pyarrow, which is not installed: pip install pyarrow, or export to .jsonl or .csv") from None


FORMATS: dict[str, Callable[[IO[bytes], Iterable[Record]], int]] = {".jsonl": write_jsonl, ".csv": write_csv, ".parquet": write_parquet}
