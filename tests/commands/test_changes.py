"""Guards that ``scrapy changes`` and ``scrapy show --versions`` tell what was edited and removed, word by word, and refuse nonsense in one line."""

import csv
import io
import json
from datetime import timedelta

import pytest

from commands.changes import Command
from commands.show import Command as Show
from db.writes.visits import posting_missing
from pipelines.factual import Facts
from tests.db.reports import MENGJIN, START, put, report

URL = "http://a.gov.cn/1.html"
OLD = "3月5日，青禾县召开会议，部署春耕生产工作，县长李明出席会议并讲话，要求各乡镇抢抓农时。\n第二段说明了会议的其他议程，以及下一步的安排。"
NEW = OLD.replace("李明", "王芳")


@pytest.fixture
def edited(archive):
    """A report of 孟津区 that was edited, and another that vanished."""
    stored = put(archive, report(OLD, url=URL, facts=Facts(version="1", region=MENGJIN)))
    put(archive, report(NEW, url=URL, day=3, facts=Facts(version="1", region=MENGJIN)))
    put(archive, report("县水务局组织巡查水库，更换老旧闸门，清理溢洪道杂草，并开展了值班人员培训。", url="http://a.gov.cn/2.html"))
    with archive.writing() as session:
        for days in (5, 7):
            posting_missing(session, "a.gov.cn/2.html", START + timedelta(days=days), "404")
    return stored[0].report_id


def test_edits_and_removals_are_listed(edited, ask):
    found = ask(Command, "--since", "2026")
    assert found.status == 0
    lines = found.out.splitlines()
    assert lines[0].startswith("edited   2026-01-04T08:00 report")
    assert "http://a.gov.cn/2.html" in lines[1]
    assert "(404)" in lines[1]
    assert lines[-1] == "1 edited, 1 removed"


def test_the_difference_is_marked_by_words(edited, ask):
    out = ask(Command, "--since", "2026", "--diff").out
    assert "[-李明-]{+王芳+}" in out or ("-]{+" in out and "李明" in out and "王芳" in out)
    assert "下一步的安排" in out or "…" in out


def test_a_region_and_a_day_narrow(edited, ask):
    assert ask(Command, "--since", "2026", "--region", "410308").out.splitlines()[-1] == "1 edited"
    assert ask(Command, "--since", "2026-02", "--region", "410308").out == "nothing changed\n"


def test_rows_to_work_with(edited, ask):
    rows = [json.loads(line) for line in ask(Command, "--since", "2026", "--format", "jsonl", "--diff").out.splitlines()]
    assert [(row["kind"], row["report_id"] == edited) for row in rows] == [("edited", True), ("removed", False)]
    assert "".join(text for op, text in rows[0]["diff"] if op != "gone").endswith(NEW)
    table = list(csv.DictReader(io.StringIO(ask(Command, "--since", "2026", "--format", "csv").out)))
    assert [row["reason"] for row in table] == ["", "404"]


@pytest.mark.parametrize(
    "argv", [(), ("--since", "soon"), ("--since", "2026", "--format", "xml"), ("--since", "2026", "more"), ("--since", "2026", "--region", "桃花源")]
)
def test_a_wrong_question_is_answered_in_one_line(archive, ask, argv):
    found = ask(Command, *argv)
    assert found.status == 2
    assert len(found.err.strip().splitlines()) == 1


def test_versions_and_their_difference_are_shown(edited, ask):
    plain, differing = ask(Show, str(edited), "--versions").out, ask(Show, str(edited), "--versions", "--diff").out
    assert plain.splitlines()[0] == f"{URL} (first, 1.00, live)"
    assert [line[:5] for line in plain.splitlines()[1:]] == ["  1. ", "  2. "]
    assert "1 → 2: " in differing
    assert "王芳" in differing
    assert ask(Show, "999", "--versions").status == 1
    assert ask(Show, str(edited), "--diff").status == 2
