"""Reads the archive back: one capture at its offset, or all captures of a file, ours or anyone's."""

import io
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader, ChunkedDataException, ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from crawler.warc.exchange import Exchange
from crawler.warc.repair import whole_bytes
from crawler.warc.write import ABOUT, OPEN, payload_digest
from pipelines.errors import ArchiveError
from pipelines.page import Capture

GZIP = b"\x1f\x8b"
UNDATED = datetime.fromtimestamp(0, UTC)
"""The date of a capture whose record states none, or none that can be read; every record must (WARC/1.1, 5.4)."""
MAX_PAYLOAD = 64 << 20
"""Bytes of one payload after decompression; more is a gzip bomb, not a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """A capture and its bytes: the exchange as it was, and the payload with content codings undone."""

    capture: Capture
    exchange: Exchange
    payload: bytes


def locate(folder: Path, warc_file: str) -> Path:
    """The file of a capture, which may still be open; ArchiveError where it is missing."""
    for path in (folder / warc_file, folder / (warc_file + OPEN)):
        if path.is_file():
            return path
    raise ArchiveError(f"the archive file {folder / warc_file} is missing")


def read_capture(folder: Path, warc_file: str, offset: int) -> Archived:
    """The capture that begins at ``offset`` of a file; ArchiveError where none does, or its bytes do not match their digest."""
    path = locate(folder, warc_file)
    with path.open("rb") as stream:
        stream.seek(offset)
        for archived in _iterate(stream, warc_file):
            if not archived.capture.is_revisit and payload_digest(archived.exchange.body) != archived.capture.payload_digest:
                raise ArchiveError(f"{path} at {offset}: the bytes do not match their digest")
            return archived
    raise ArchiveError(f"{path} holds no capture at {offset}")


def captures(path: Path, warc_file: str | None = None) -> Iterator[Archived]:
    """All captures of a WARC file, in order. A truncated or damaged file, or one that is none, raises ArchiveError after its last whole record."""
    name = warc_file or path.name
    size, whole = path.stat().st_size, sound_bytes(path)
    if size and not _begins_like_warc(path):
        raise ArchiveError(f"{name}: this is no WARC file")
    with path.open("rb") as stream:
        for archived in _iterate(stream, name):
            if archived.capture.warc_offset >= whole:
                break
            yield archived
    if whole < size:
        raise ArchiveError(f"{name}: the file is truncated or damaged after byte {whole} of {size}")


def sound_bytes(path: Path) -> int:
    """How much of a file is whole: to the end of the last whole gzip member; all of a file that is not compressed, whose records tell their own lengths."""
    with path.open("rb") as stream:
        compressed = stream.read(2) == GZIP
    return whole_bytes(path) if compressed else path.stat().st_size


def _begins_like_warc(path: Path) -> bool:
    with path.open("rb") as stream:
        first = stream.read(5)
    return first == b"WARC/" or first[:2] == GZIP


def _iterate(stream: BinaryIO, warc_file: str) -> Iterator[Archived]:
    iterator = ArchiveIterator(stream, no_record_parse=False)
    try:
        for record in iterator:
            if record.rec_type in ("response", "resource", "revisit"):
                yield _archived(record, warc_file, iterator)
    except (
        ArchiveLoadFailed,
        EOFError,
        zlib.error,
        ValueError,
        AttributeError,
    ) as error:  # the last: warcio needs a WARC-Target-URI
        line = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ArchiveError(f"{warc_file}: the file is truncated or damaged after its last whole record ({line})") from error


def _archived(record: Any, warc_file: str, iterator: Any) -> Archived:
    raw = b"".join(iter(lambda: record.raw_stream.read(1 << 20), b""))
    offset = iterator.get_record_offset()
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise ArchiveError(f"{warc_file}: the file is truncated within the record at {offset}")
    headers = record.rec_headers
    exchange = _exchange(record, raw)
    capture = Capture(
        url=exchange.url,
        fetched_at=exchange.fetched_at,
        status=exchange.status,
        payload_digest=headers.get_header("WARC-Payload-Digest") or payload_digest(raw),
        content_type=exchange.header("Content-Type"),
        etag=exchange.header("ETag"),
        last_modified=exchange.header("Last-Modified"),
        warc_file=warc_file,
        warc_offset=offset,
        record_id=headers.get_header("WARC-Record-ID") or "",
        is_revisit=record.rec_type == "revisit",
    )
    return Archived(capture=capture, exchange=exchange, payload=decoded(exchange))


def _exchange(record: Any, raw: bytes) -> Exchange:
    headers = record.rec_headers
    http = record.http_headers
    status = int(http.get_statuscode()) if http is not None and (http.get_statuscode() or "").isdigit() else 200
    pairs = tuple(http.headers) if http is not None else (("Content-Type", headers.get_header("Content-Type") or ""),)
    return Exchange(
        url=headers.get_header("WARC-Target-URI") or "",
        fetched_at=_moment(headers.get_header("WARC-Date")),
        status=status,
        reason=http.statusline.partition(" ")[2] if http is not None else "OK",
        response_headers=pairs,
        body=raw,
        ip_address=headers.get_header("WARC-IP-Address"),
        about=_about(headers.get_header(ABOUT)),
        truncated=headers.get_header("WARC-Truncated"),
    )


def decoded(exchange: Exchange) -> bytes:
    """The payload with chunks and content codings undone, at most MAX_PAYLOAD bytes of it; bytes whose coding is unknown or broken come back as they are."""
    stream: Any = io.BytesIO(exchange.body)
    coding = (exchange.header("Content-Encoding") or "").strip().lower()
    if (exchange.header("Transfer-Encoding") or "").strip().lower() == "chunked":
        stream = ChunkedDataReader(stream)
    if coding in BufferedReader.get_supported_decompressors():
        stream = BufferedReader(stream, decomp_type=coding)
    try:
        return b"".join(_pieces(stream))
    except (ChunkedDataException, zlib.error, EOFError):
        return exchange.body


def _pieces(stream: Any) -> Iterator[bytes]:
    """A decompressing reader returns less than was asked for; read until nothing or too much came."""
    total = 0
    while total < MAX_PAYLOAD and (piece := stream.read(1 << 20)):
        total += len(piece)
        yield piece


def _about(text: str | None) -> dict[str, str]:
    """Our extension field; one that someone else wrote or damaged says nothing."""
    try:
        parsed = json.loads(text) if text else {}
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in parsed.items()} if isinstance(parsed, dict) else {}


def _moment(text: str | None) -> datetime:
    try:
        moment = datetime.fromisoformat(text) if text else UNDATED
    except ValueError:
        return UNDATED
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
