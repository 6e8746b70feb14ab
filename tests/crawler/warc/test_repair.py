"""What a killed crawl leaves is cut back to whole records; what a living one writes is left alone."""

from datetime import UTC, datetime

import pytest

from crawler.warc.read import captures
from crawler.warc.repair import finish_abandoned, whole_bytes
from crawler.warc.write import OPEN, WarcWriter

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def abandoned(folder, records=3, lost=5):
    writer = WarcWriter(folder)
    for n in range(records):
        writer.add_document(f"file:///{n}", f"{n} 全文".encode() * 300, "text/plain", MOMENT)
    (path,) = folder.glob(f"*{OPEN}")
    data = path.read_bytes()
    writer.close()
    (done,) = folder.glob("*.warc.gz")
    done.unlink()
    path.write_bytes(data[: len(data) - lost])
    return path


@pytest.mark.parametrize("lost", [0, 1, 5, 50])
def test_half_a_record_at_the_end_is_cut_off(tmp_path, lost):
    path = abandoned(tmp_path, lost=lost)
    (done,) = finish_abandoned(tmp_path)
    assert not path.exists()
    assert len(list(captures(done))) == (3 if lost == 0 else 2)
    assert whole_bytes(done) == done.stat().st_size


def test_a_file_without_one_whole_record_is_removed(tmp_path):
    path = tmp_path / f"x.warc.gz{OPEN}"
    path.write_bytes(b"\x1f\x8b\x08half")
    assert finish_abandoned(tmp_path) == []
    assert not path.exists()


def test_a_file_that_a_living_writer_holds_is_left_alone(tmp_path):
    writer = WarcWriter(tmp_path)
    writer.add_document("file:///a", b"text", "text/plain", MOMENT)
    assert finish_abandoned(tmp_path) == []
    writer.close()
    assert len(list(tmp_path.glob("*.warc.gz"))) == 1
