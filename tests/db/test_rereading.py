"""Which captures a replay reads: those of the texts of reports that other code read, each once, in portions."""

import pytest

from db import rereading, writes
from db.rereading import count_texts, refused_captures, text_captures
from pipelines.factual import Facts
from tests.db.reports import START, put, report


def read(archive, some) -> list[str]:
    """All captures in portions, by their addresses."""
    found, after = [], 0
    with archive.reading() as session:
        while portion := some(session, after):
            found += [capture.url for _, capture in portion]
            after = portion[-1][0]
    return found


@pytest.fixture
def three(archive, monkeypatch):
    """Reports 0 to 2, the last by other code and posted again elsewhere, with a text that came later; portions of one."""
    monkeypatch.setattr(rereading, "_AT_ONCE", 1)
    pages = [
        report(f"全县第{n}次经济工作会议召开，部署今年的工作。" * 3, url=f"http://a.gov.cn/{n}", facts=Facts(version="2" if n < 2 else "1")) for n in range(3)
    ]
    again = report(pages[2].reading.body, url="http://b.gov.cn/9", day=1, facts=Facts(version="1"))
    later = report(pages[2].reading.body + "会议还研究了其他事项。", url="http://a.gov.cn/2", day=2, facts=Facts(version="1"))
    put(archive, *pages)
    put(archive, again)
    put(archive, later)
    return archive


def test_only_own_texts_of_reports_that_other_code_read(three):
    assert read(three, lambda session, after: text_captures(session, "2", after)) == ["http://a.gov.cn/2", "http://a.gov.cn/2"]
    with three.reading() as session:
        assert (count_texts(session, "2"), count_texts(session, None)) == (2, 5)


def test_all_texts_of_all_postings(three):
    urls = read(three, lambda session, after: text_captures(session, None, after))
    assert sorted(urls) == ["http://a.gov.cn/0", "http://a.gov.cn/1", "http://a.gov.cn/2", "http://a.gov.cn/2", "http://b.gov.cn/9"]


def test_a_refusal_is_forgotten_once_its_page_is_a_report(three):
    page = report("全县防汛工作会议召开，要求各镇做好准备。" * 3, url="http://a.gov.cn/refused")
    with three.writing() as session:
        capture_id = writes.add_capture(session, page.page.capture)
        writes.reject(session, None, capture_id, page.page.url, "no_body", "", START)
        writes.reject(session, None, None, "x.txt", "unreadable_file", "", START)
    assert read(three, refused_captures) == ["http://a.gov.cn/refused"]
    put(three, page)
    assert read(three, refused_captures) == []
