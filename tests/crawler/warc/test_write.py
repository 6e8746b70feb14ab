"""What the WARC writer promises: whole records, digests that hold, revisits, rotation, and nothing half-written on a full disk."""

import gzip
import random
import resource
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from crawler.warc.exchange import Exchange
from crawler.warc.read import captures, read_capture
from crawler.warc.write import WarcWriter, payload_digest, reason_phrase, warc_date
from pipelines.errors import ArchiveError

MOMENT = datetime(2026, 3, 5, 1, 2, 3, 456789, tzinfo=UTC)
BODY = gzip.compress("<p>县委常委会召开会议</p>".encode("gb18030"), mtime=0)
EXCHANGE = Exchange(
    url="http://www.county.example/yw/t20260305_1.html?a=1",
    fetched_at=MOMENT,
    request_headers=(("User-Agent", "xianzhi"),),
    response_headers=(("Content-Type", "text/html; charset=gb2312"), ("Content-Encoding", "gzip"), ("ETag", '"5"')),
    body=BODY,
    ip_address="203.0.113.7",
)


def records(path: Path) -> list:
    with path.open("rb") as stream:
        return [(record.rec_type, dict(record.rec_headers.headers)) for record in ArchiveIterator(stream)]


def finished(folder: Path) -> Path:
    (path,) = folder.glob("*.warc.gz")
    return path


def test_another_reader_sees_warcinfo_response_and_its_request(tmp_path):
    with WarcWriter(tmp_path, about={"robots": "obey"}) as writer:
        writer.add_exchange(EXCHANGE)
    found = records(finished(tmp_path))
    assert [kind for kind, _ in found] == ["warcinfo", "response", "request"]
    assert found[2][1]["WARC-Concurrent-To"] == found[1][1]["WARC-Record-ID"]
    assert found[1][1]["WARC-IP-Address"] == "203.0.113.7"
    assert found[1][1]["WARC-Date"] == "2026-03-05T01:02:03.456789Z"


def test_another_tool_confirms_every_digest(tmp_path, capsys):
    with WarcWriter(tmp_path) as writer:
        first = writer.add_exchange(EXCHANGE)
        writer.add_exchange(EXCHANGE, first)
        writer.add_document("file:///a.txt", "全文".encode(), "text/plain", MOMENT)
    options = type("Options", (), {"inputs": [str(finished(tmp_path))], "verbose": False})()
    assert Checker(options).process_all() == 0


def test_bytes_come_back_as_they_were_at_the_offset(tmp_path):
    with WarcWriter(tmp_path) as writer:
        captured = [writer.add_exchange(replace(EXCHANGE, url=f"{EXCHANGE.url}&n={n}")) for n in range(5)]
    for capture in captured:
        archived = read_capture(tmp_path, capture.warc_file, capture.warc_offset)
        assert archived.capture == capture
        assert archived.exchange.body == BODY
        assert archived.payload.decode("gb18030") == "<p>县委常委会召开会议</p>"


def test_an_unchanged_payload_becomes_a_revisit_without_a_body(tmp_path):
    with WarcWriter(tmp_path) as writer:
        first = writer.add_exchange(EXCHANGE)
        again = writer.add_exchange(replace(EXCHANGE, fetched_at=MOMENT.replace(day=6)), first)
        changed = writer.add_exchange(replace(EXCHANGE, body=b"other"), first)
    assert (first.is_revisit, again.is_revisit, changed.is_revisit) == (False, True, False)
    headers = [h for kind, h in records(finished(tmp_path)) if kind == "revisit"]
    assert [h["WARC-Refers-To"] for h in headers] == [first.record_id]
    assert headers[0]["WARC-Profile"].endswith("identical-payload-digest")
    assert headers[0]["WARC-Refers-To-Date"] == warc_date(MOMENT)


def test_not_modified_is_a_revisit_of_its_own_profile(tmp_path):
    with WarcWriter(tmp_path) as writer:
        capture = writer.add_exchange(replace(EXCHANGE, status=304, reason="Not Modified", body=b""))
    assert capture.is_revisit
    assert records(finished(tmp_path))[1][1]["WARC-Profile"].endswith("server-not-modified")


def test_what_the_crawler_knew_travels_with_the_capture(tmp_path):
    about = {"role": "article", "title": "县长调研“三夏”生产", "column": "政务要闻"}
    with WarcWriter(tmp_path) as writer:
        capture = writer.add_exchange(replace(EXCHANGE, about=about))
        document = writer.add_document("file:///a.txt", b"x", "text/plain", MOMENT, {"date": "2026-01-02"})
    assert read_capture(tmp_path, capture.warc_file, capture.warc_offset).exchange.about == about
    assert read_capture(tmp_path, document.warc_file, document.warc_offset).exchange.about == {"date": "2026-01-02"}


def test_files_rotate_by_size_and_each_begins_with_warcinfo(tmp_path):
    with WarcWriter(tmp_path, max_bytes=2500) as writer:
        captured = [writer.add_exchange(replace(EXCHANGE, url=f"{EXCHANGE.url}&n={n}")) for n in range(9)]
    files = sorted(tmp_path.glob("*.warc.gz"))
    assert len(files) > 2
    assert all(records(path)[0][0] == "warcinfo" for path in files)
    assert sum(len(list(captures(path))) for path in files) == len(captured)
    assert not list(tmp_path.glob("*.open"))


def test_a_capture_can_be_read_while_its_file_is_still_open(tmp_path):
    writer = WarcWriter(tmp_path)
    capture = writer.add_exchange(EXCHANGE)
    assert read_capture(tmp_path, capture.warc_file, capture.warc_offset).exchange.body == BODY
    writer.close()


def test_a_body_cut_short_is_marked_truncated(tmp_path):
    with WarcWriter(tmp_path) as writer:
        writer.add_exchange(replace(EXCHANGE, truncated="disconnect"))
    assert records(finished(tmp_path))[1][1]["WARC-Truncated"] == "disconnect"


def _fill(folder: str) -> None:
    """Runs in a process whose files may not grow beyond 4 KB, which is how a full disk looks to a writer."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    writer = WarcWriter(Path(folder))
    try:
        for n in range(100):
            writer.add_exchange(replace(EXCHANGE, url=f"{EXCHANGE.url}&n={n}"))
    except ArchiveError as error:
        print(error)
    writer.close()


def _overflow(folder: str) -> None:
    """A record that does not fit, between two that do."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
    with WarcWriter(Path(folder)) as writer:
        writer.add_document("file:///1", b"one", "text/plain", MOMENT)
        try:
            writer.add_document("file:///2", random.Random(1).randbytes(20_000), "text/plain", MOMENT)
        except ArchiveError:
            print("refused")
        writer.add_document("file:///3", b"three", "text/plain", MOMENT)


def test_after_a_record_that_did_not_fit_the_file_goes_on_where_it_was_whole(tmp_path):
    code = f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from tests.crawler.warc.test_write import _overflow; _overflow({str(tmp_path)!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "refused"
    assert [one.capture.url for one in captures(finished(tmp_path))] == ["file:///1", "file:///3"]


def test_a_full_disk_is_one_clear_error_and_leaves_only_whole_records(tmp_path):
    code = f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from tests.crawler.warc.test_write import _fill; _fill({str(tmp_path)!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "cannot write to the archive file" in done.stdout
    assert len(list(captures(finished(tmp_path)))) >= 2


def test_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path):
    (tmp_path / "taken").write_text("a file stands here")
    with pytest.raises(ArchiveError, match="cannot write to the archive folder"):
        WarcWriter(tmp_path / "taken")


def test_the_digest_has_the_form_that_warc_tools_write():
    assert payload_digest(b"") == "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"


@pytest.mark.parametrize(("status", "phrase"), [(200, "OK"), (404, "Not Found"), (521, "Unknown")])
def test_every_status_has_a_phrase(status, phrase):
    assert reason_phrase(status) == phrase
