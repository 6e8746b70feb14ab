"""Guards what ``scrapy search`` says to people, programs and the shell."""

import csv
import io
import json

import pytest
from rich.console import Console

from commands.search import Command, show_hits
from db.queries import search
from pipelines.factual import Facts
from tests.db.reports import MENGJIN, put, report

COUNCIL = report("青禾县召开全县经济工作会议。", title="经济工作会议召开", source="青禾融媒", facts=Facts(region=MENGJIN, genre="meeting_news"))
SAMPLE = report("xx县经济工作会议讲话稿。", facts=Facts(genre="template_or_ad"))


@pytest.fixture
def stocked(archive):
    put(archive, COUNCIL, SAMPLE)
    return archive


def test_hits_are_shown_with_their_place_time_and_proof(ask, stocked):
    answer = ask(Command, "经济")
    assert answer.status == 0
    assert [line.strip() for line in answer.out.splitlines()][:3] == [
        "1  2024-03-05  孟津区 410308  meeting_news  青禾融媒", "经济工作会议召开", "青禾县召开全县经济工作会议。",
    ]  # fmt: skip
    assert f"{COUNCIL.page.url}  a.warc.gz@" in answer.out
    assert "\x1b" not in answer.out


def test_words_are_highlighted_on_a_terminal(stocked):
    out = Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=200)
    with stocked.reading() as session:
        show_hits(search(session, "經濟"), out)
    assert "\x1b[1;31m经济\x1b[0m" in out.file.getvalue()


def test_a_page_cannot_move_the_readers_cursor(ask, archive):
    put(archive, report("会议\x1b[2J召开\x07。", title="\x1b]0;坏\x07题"))
    out = ask(Command, "会议").out
    assert not {"\x1b", "\x07"} & set(out)


def test_programs_get_json_lines_and_csv(ask, stocked):
    row = json.loads(ask(Command, "经济", "--format", "jsonl").out)
    assert (row["report_id"], row["capture"]["warc_file"], row["capture"]["fetched_at"]) == (1, "a.warc.gz", "2026-01-01T00:00:00+00:00")
    rows = list(csv.DictReader(io.StringIO(ask(Command, "经济", "--format", "csv", "--flagged").out)))
    assert [(r["report_id"], r["warc_file"]) for r in rows] == [("1", "a.warc.gz"), ("2", "a.warc.gz")]


def test_several_arguments_are_words_that_must_all_stand(ask, stocked):
    assert ask(Command, "经济", "青禾县", "--region", "孟津", "--since", "2024", "--until", "2024", "--genre", "meeting_news").status == 0
    assert ask(Command, "经济", "大海").status == 1


def test_nothing_found_is_told_and_exits_like_grep(ask, stocked):
    answer = ask(Command, "大海")
    assert (answer.status, answer.out, answer.err) == (1, "", "scrapy search: no report holds 大海\n")


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        ((), "what to search for? Example"),
        (("  ",), "what to search for? Example"),
        (("，",), "nothing to search for in ，"),
        (("经济", "--limit", "-1"), "--limit must be 0"),
        (("经济", "--limit", "x"), "argument --limit: invalid int value: 'x'"),
        (("经济", "--format", "xml"), "argument --format: invalid choice: 'xml'"),
        (("经济", "--colour"), "no such option: --colour"),
        (("经济", "--region", "没有县"), "no division is called 没有县"),
        (("经济", "--since", "soon"), "no date: soon"),
        (("经济", "--genre", "novel"), "no such genre: novel"),
    ],
)
def test_a_wrong_question_is_answered_in_one_line(ask, argv, line):
    answer = ask(Command, *argv)
    assert answer.status == 2
    assert answer.err.startswith(f"scrapy search: {line}")
    assert answer.err.count("\n") == 1


def test_an_archive_that_cannot_be_opened_is_told_in_one_line(ask):
    answer = ask(Command, "经济", DATABASE_URL="mysql://x/y")
    assert (answer.status, answer.err.count("\n")) == (1, 1)


def test_help_has_an_example(ask):
    assert "Examples: scrapy search" in " ".join(ask(Command, "--help").out.split())
