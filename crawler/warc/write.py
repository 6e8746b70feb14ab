"""Writes WARC/1.1: one gzip member a record, flushed before it is reported, rotated by size, never half a record."""

import base64
import fcntl
import hashlib
import io
import json
import os
import secrets
import tempfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from warcio.recordbuilder import RecordBuilder
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.warc.exchange import Exchange
from pipelines.errors import ArchiveError
from pipelines.page import Capture

OPEN = ".open"
"""Ending of a file that is still being written; a file that has it without a living writer was cut off."""
WARC_VERSION = "WARC/1.1"
ABOUT = "Xianzhi-About"
"""Our extension field (ISO 28500, 5: unknown fields are ignored by other readers): ``Exchange.about`` as ASCII JSON."""
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


def payload_digest(body: bytes) -> str:
    """``sha1:`` and base32, the form that WARC-Payload-Digest takes in practice (ISO 28500 leaves the algorithm open)."""
    return "sha1:" + base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode("ascii")


def warc_date(moment: datetime) -> str:
    """W3C-ISO8601 in UTC with microseconds, which WARC/1.1 allows."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def reason_phrase(status: int) -> str:
    """The standard phrase of a status; unknown ones such as 521 have none."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


def _about(known: Mapping[str, str]) -> str:
    """One line of ASCII, as a header field must be."""
    return json.dumps(dict(known), ensure_ascii=True, sort_keys=True)


def check_writable(folder: Path) -> None:
    """Raise ArchiveError where the archive folder cannot be made or written to, or its disk is full."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(b"\0" * 4096)
    except OSError as error:
        raise ArchiveError(f"cannot write to the archive folder {folder}: {error.strerror}; set ARCHIVE_DIR to one that can be written") from error


class WarcWriter:
    """Appends captures to files of one folder; one writer, one file at a time, so that crawls side by side never share one."""

    def __init__(self, folder: Path, *, max_bytes: int = 1 << 30, software: str = "xianzhi", about: dict[str, str] | None = None) -> None:
        """Raise ArchiveError where the folder cannot be made; files are opened with the first record."""
        self.folder = folder
        self.max_bytes = max_bytes
        self._about = {"software": software, "format": WARC_VERSION.replace("/", " File Format "), **(about or {})}
        self._builder = RecordBuilder(warc_version=WARC_VERSION)
        self._file: io.FileIO | None = None
        self._name = ""
        self._size = 0
        self._serial = 0
        check_writable(folder)

    def add_exchange(self, exchange: Exchange, known: Capture | None = None) -> Capture:
        """Archive a response and its request; where ``known`` is an earlier capture of the same payload, a revisit record stands for the body."""
        digest = payload_digest(exchange.body)
        same = known is not None and known.payload_digest == digest and bool(exchange.body)
        response = self._response(exchange, digest, known if same else None)
        record_id = response.rec_headers.get_header("WARC-Record-ID")
        offset = self._append((response, self._request(exchange, record_id)))
        return Capture(
            url=exchange.url,
            fetched_at=exchange.fetched_at,
            status=exchange.status,
            payload_digest=digest,
            content_type=exchange.header("Content-Type"),
            etag=exchange.header("ETag"),
            last_modified=exchange.header("Last-Modified"),
            warc_file=self._name,
            warc_offset=offset,
            record_id=record_id,
            is_revisit=same or exchange.status == HTTPStatus.NOT_MODIFIED,
        )

    def add_document(self, uri: str, payload: bytes, content_type: str, fetched_at: datetime, about: Mapping[str, str] | None = None) -> Capture:
        """Archive a document that was handed over as a file, as a ``resource`` record."""
        extra = {"WARC-Date": warc_date(fetched_at), "WARC-Payload-Digest": payload_digest(payload)}
        if about:
            extra[ABOUT] = _about(about)
        record = self._builder.create_warc_record(
            uri, "resource", payload=io.BytesIO(payload), length=len(payload), warc_content_type=content_type, warc_headers_dict=extra
        )
        offset = self._append((record,))
        return Capture(
            url=uri,
            fetched_at=fetched_at,
            payload_digest=extra["WARC-Payload-Digest"],
            content_type=content_type,
            warc_file=self._name,
            warc_offset=offset,
            record_id=record.rec_headers.get_header("WARC-Record-ID"),
        )

    def sync(self) -> None:
        """Ask the system to put what was written on the disk itself."""
        if self._file is not None:
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Finish the file: synchronise it and drop its ``.open`` ending. Safe to call twice."""
        if self._file is None:
            return
        path = Path(self._file.name)
        self.sync()
        path.rename(path.with_name(self._name))
        self._file.close()
        self._file = None

    def __enter__(self) -> Self:
        """Use as ``with WarcWriter(...) as writer``."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the file."""
        self.close()

    def _response(self, exchange: Exchange, digest: str, known: Capture | None) -> Any:
        http = StatusAndHeaders(f"{exchange.status} {exchange.reason}", list(exchange.response_headers), protocol="HTTP/1.1")
        extra = {"WARC-Date": warc_date(exchange.fetched_at), "WARC-Payload-Digest": digest}
        if exchange.about:
            extra[ABOUT] = _about(exchange.about)
        if exchange.ip_address:
            extra["WARC-IP-Address"] = exchange.ip_address
        if exchange.truncated:
            extra["WARC-Truncated"] = exchange.truncated
        if exchange.status == HTTPStatus.NOT_MODIFIED:
            extra["WARC-Profile"] = NOT_MODIFIED
            return self._builder.create_warc_record(exchange.url, "revisit", http_headers=http, warc_headers_dict=extra)
        if known is None:
            return self._builder.create_warc_record(
                exchange.url, "response", payload=io.BytesIO(exchange.body), length=len(exchange.body), http_headers=http, warc_headers_dict=extra
            )
        extra["WARC-Refers-To"] = known.record_id
        return self._builder.create_revisit_record(exchange.url, digest, known.url, warc_date(known.fetched_at), http_headers=http, warc_headers_dict=extra)

    def _request(self, exchange: Exchange, response_id: str) -> Any:
        parts = urlsplit(exchange.url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = list(exchange.request_headers)
        if not any(name.lower() == "host" for name, _ in headers):
            headers.insert(0, ("Host", parts.netloc.rpartition("@")[2]))
        http = StatusAndHeaders(f"{exchange.method} {target} HTTP/1.1", headers, is_http_request=True)
        extra = {"WARC-Date": warc_date(exchange.fetched_at), "WARC-Concurrent-To": response_id}
        return self._builder.create_warc_record(
            exchange.url, "request", payload=io.BytesIO(exchange.request_body), length=len(exchange.request_body), http_headers=http, warc_headers_dict=extra
        )

    def _append(self, records: Iterable[Any]) -> int:
        """Write records one after the other in a single call and return where the first begins; on failure nothing of them remains."""
        buffer = io.BytesIO()
        writer = WARCWriter(buffer, gzip=True, warc_version=WARC_VERSION)
        for record in records:
            writer.write_record(record)
        data = buffer.getbuffer()
        if self._file is not None and self._size + len(data) > self.max_bytes:
            self.close()
        if self._file is None:
            self._open()
        offset = self._size
        self._write(data)
        return offset

    def _open(self) -> None:
        """Begin a file with its ``warcinfo``. Times and randomness in the name keep writers on many machines apart."""
        stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
        self._name = f"xianzhi-{stamp}-{self._serial:05d}-{secrets.token_hex(4)}.warc.gz"
        self._serial += 1
        try:
            self._file = (self.folder / (self._name + OPEN)).open("xb", buffering=0)
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise ArchiveError(f"cannot write to the archive folder {self.folder}: {error.strerror}") from error
        self._size = 0
        info = io.BytesIO()
        WARCWriter(info, gzip=True, warc_version=WARC_VERSION).write_record(self._builder.create_warcinfo_record(self._name, self._about))
        self._write(info.getbuffer())

    def _write(self, data: memoryview) -> None:
        assert self._file is not None  # noqa: S101  _append opened it; for the type checker
        try:
            written = 0
            while written < len(data):
                written += self._file.write(data[written:])
        except OSError as error:
            self._file.truncate(self._size)
            self._file.seek(self._size)  # what follows must not leave a hole where the failed record was
            raise ArchiveError(
                f"cannot write to the archive file {self._file.name}: {error.strerror}; free some space and run again: nothing is lost"
            ) from error
        self._size += len(data)
