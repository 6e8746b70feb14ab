"""Archives of other people and damaged ones: right captures or one named error."""

import io
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.warc.exchange import Exchange
from crawler.warc.read import UNDATED, captures, decoded, locate, read_capture
from crawler.warc.write import WarcWriter
from pipelines.errors import ArchiveError

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def foreign(path, body: bytes, headers, gzip=False):
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=gzip)
        http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record("http://other.example/", "response", payload=io.BytesIO(body), length=len(body), http_headers=http))


def test_chunks_and_codings_of_other_crawlers_are_undone(tmp_path):
    path = tmp_path / "other.warc"
    foreign(path, b"6\r\n\xe5\x85\xa8\xe6\x96\x87\r\n0\r\n\r\n", [("Transfer-Encoding", "chunked"), ("Content-Type", "text/html")])
    (archived,) = captures(path)
    assert archived.payload == "全文".encode()


def test_a_broken_coding_gives_the_bytes_as_they_are():
    exchange = Exchange(
        url="http://a/", fetched_at=MOMENT, response_headers=(("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")), body=b"zz not chunked"
    )
    assert isinstance(decoded(exchange), bytes)


def test_a_file_that_is_no_warc_is_a_named_error(tmp_path):
    path = tmp_path / "not.warc"
    path.write_bytes(b"hello, this is not an archive at all\n" * 10)
    with pytest.raises(ArchiveError, match="this is no WARC file"):
        list(captures(path))


@pytest.mark.parametrize("lost", [9, 60, 200])
def test_a_truncated_file_gives_its_whole_records_then_a_named_error(tmp_path, lost):
    with WarcWriter(tmp_path) as writer:
        for n in range(3):
            writer.add_document(f"file:///{n}", b"text" * 400, "text/plain", MOMENT)
    (path,) = tmp_path.glob("*.warc.gz")
    whole = path.read_bytes()
    path.write_bytes(whole[:-lost])
    found = []
    with pytest.raises(ArchiveError, match="truncated"):
        found.extend(captures(path))
    found = []
    try:
        for archived in captures(path):
            found.append(archived)
    except ArchiveError:
        pass
    assert [a.capture.url for a in found] == ["file:///0", "file:///1"]


def test_a_capture_whose_bytes_were_changed_is_refused(tmp_path):
    path = tmp_path / "plain.warc"
    foreign(path, b"original bytes", [("Content-Type", "text/html")])
    path.write_bytes(path.read_bytes().replace(b"original", b"0riginal"))
    with pytest.raises(ArchiveError, match="do not match their digest"):
        read_capture(tmp_path, "plain.warc", 0)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ArchiveError, match=r"gone\.warc\.gz is missing"):
        locate(tmp_path, "gone.warc.gz")


HEADER = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters=":"), min_size=1, max_size=12)


@given(body=st.binary(max_size=4000), name=HEADER, value=HEADER)
def test_whatever_came_over_the_wire_comes_back(tmp_path_factory, body, name, value):
    folder = tmp_path_factory.mktemp("warc")
    exchange = Exchange(url="http://a.example/x", fetched_at=MOMENT, response_headers=(("X-" + name, value),), body=body)
    with WarcWriter(folder) as writer:
        capture = writer.add_exchange(exchange)
    archived = read_capture(folder, capture.warc_file, capture.warc_offset)
    assert archived.exchange.body == body
    assert archived.exchange.header("X-" + name) == value


@pytest.mark.parametrize("lost", [b"WARC-Target-URI", b"WARC-Date", b"WARC-Record-ID", b"WARC-Payload-Digest", b"WARC-Type", b"Content-Length"])
def test_a_record_that_lacks_a_field_is_read_or_a_named_error(tmp_path, lost):
    path = tmp_path / "plain.warc"
    foreign(path, b"<p>bytes</p>", [("Content-Type", "text/html")])
    path.write_bytes(path.read_bytes().replace(lost, b"X-Nothing"))
    with suppress(ArchiveError):
        for archived in captures(path):
            assert archived.capture.url == "http://other.example/"
            assert (archived.capture.fetched_at == UNDATED) == (lost == b"WARC-Date")
            assert isinstance(archived.capture.record_id, str)


@given(st.lists(st.tuples(st.integers(0, 900), st.binary(max_size=3), st.integers(0, 6)), min_size=1, max_size=4))
def test_damage_anywhere_is_a_named_error_or_does_no_harm(tmp_path_factory, edits):
    path = tmp_path_factory.mktemp("warc") / "plain.warc"
    foreign(path, b"<p>bytes</p>", [("Content-Type", "text/html"), ("Content-Encoding", "gzip"), ("Last-Modified", "x")])
    data = path.read_bytes() * 2
    for position, new, gone in edits:
        data = data[:position] + new + data[position + gone :]
    path.write_bytes(data)
    with suppress(ArchiveError):
        for archived in captures(path):
            assert isinstance(archived.payload, bytes)
            assert isinstance(archived.capture.record_id, str)
