"""Guards what ``scrapy show`` tells of a report, and that its bytes are those that the server sent."""

import gzip
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from commands.show import Command
from crawler.warc.exchange import Exchange
from crawler.warc.write import WarcWriter
from tests.db.reports import put, report
from tests.db.test_exports import FULL

PAGE = "<html><body>会议召开</body></html>".encode("gb18030")


@pytest.fixture
def fetched(archive, tmp_path):
    """Store a report whose page lies in a WARC; returns the store."""

    def store(body: bytes, *headers: tuple[str, str], twice: bool = False):
        at = datetime(2026, 1, 1, tzinfo=UTC)
        exchange = Exchange(
            url="http://a.gov.cn/1.html", fetched_at=at, status=200, reason="OK", body=body, response_headers=(("Content-Type", "text/html"), *headers)
        )
        (tmp_path / "warc").mkdir()
        with WarcWriter(tmp_path / "warc") as writer:
            captures = [writer.add_exchange(exchange)]
            if twice:
                captures.append(writer.add_exchange(replace(exchange, fetched_at=at.replace(day=2)), captures[0]))
        for capture in captures:
            page = report("会议召开", url=capture.url)
            page.page = replace(page.page, capture=capture)
            put(archive, page)

    return store


def test_a_report_is_told_with_its_facts_and_their_words(ask, archive):
    put(archive, FULL)
    out = ask(Command, "1").out
    for told in (
        "青禾县要闻",
        "河南省洛阳市孟津区 410308",
        "李明 县长、副书记 (host)",
        "gdp growth target 2024: ≥6-7.5%  “增长6%”",
        "与上年持平",
        "a.warc.gz@",
    ):
        assert told in out


def test_json_is_the_export_of_one(ask, archive):
    put(archive, FULL)
    assert json.loads(ask(Command, "1", "--json").out)["people"][0]["name"] == "李明"


@pytest.mark.parametrize(("body", "headers"), [(PAGE, ()), (gzip.compress(PAGE, mtime=0), (("Content-Encoding", "gzip"),))])
def test_raw_gives_back_the_bytes_that_were_sent(ask, fetched, body, headers):
    fetched(body, *headers)
    answer = ask(Command, "1", "--raw")
    assert (answer.status, answer.raw) == (0, body)
    assert ("gzip" in answer.err) == bool(headers)


def test_raw_of_an_unchanged_page_is_the_capture_that_it_refers_to(ask, fetched):
    fetched(PAGE, twice=True)
    assert ask(Command, "1", "--raw").raw == PAGE


def test_bytes_that_changed_in_the_archive_are_not_given_out(ask, fetched, tmp_path, archive):
    fetched(PAGE)
    file = next((tmp_path / "warc").glob("*.warc.gz"))
    other = PAGE.replace("会议".encode("gb18030"), "会谈".encode("gb18030"))
    members = file.read_bytes()
    plain = gzip.decompress(members)
    assert PAGE in plain
    file.write_bytes(gzip.compress(plain.replace(PAGE, other)))
    answer = ask(Command, "1", "--raw")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.count("\n") == 1


def test_a_missing_archive_file_is_told_in_one_line(ask, archive):
    put(archive, FULL)
    answer = ask(Command, "1", "--raw")
    assert (answer.status, answer.err.count("\n")) == (1, 1)
    assert "a.warc.gz is missing" in answer.err


@pytest.mark.parametrize("flag", [(), ("--json",), ("--raw",)])
def test_no_such_report_is_told_in_one_line(ask, flag):
    answer = ask(Command, "7", *flag)
    assert (answer.status, answer.out, answer.err) == (1, "", "scrapy show: there is no report 7\n")


@pytest.mark.parametrize("argv", [(), ("x",), ("1", "2"), ("-5",), ("٣",), ("1", "--raw", "--json"), ("1", "--all")])
def test_a_wrong_question_is_answered_in_one_line(ask, argv):
    answer = ask(Command, *argv)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
