"""Guards that an export is whole or not there, in the format that its name asks for."""

import csv
import io
import json

import pytest

from commands.export import Command
from db import formats
from db.exports import KEYS
from tests.db.reports import put, report
from tests.db.test_exports import FULL


@pytest.fixture
def stocked(archive):
    put(archive, FULL, report("全县农村工作会议。", publish_date="2020-01-01"))
    return archive


def test_json_lines_hold_every_report(ask, stocked, tmp_path):
    answer = ask(Command, str(tmp_path / "out.jsonl"))
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == [1, 2]
    assert (answer.status, answer.out, answer.err) == (0, "", f"2 reports written to {tmp_path / 'out.jsonl'}\n")


def test_a_dash_writes_json_lines_to_standard_output(ask, stocked):
    answer = ask(Command, "-", "--since", "2024", "--region", "孟津区")
    assert [json.loads(line)["id"] for line in answer.out.splitlines()] == [1]
    assert answer.err == ""


def test_csv_holds_lists_as_json(ask, stocked, tmp_path):
    ask(Command, str(tmp_path / "out.csv"))
    text = (tmp_path / "out.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    assert list(rows[0]) == [key.name for key in KEYS]
    assert json.loads(rows[0]["people"])[0]["posts"] == ["县长", "副书记"]
    assert rows[1]["body"] == "全县农村工作会议。"


def test_parquet_keeps_every_row(ask, stocked, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    ask(Command, str(tmp_path / "out.parquet"))
    rows = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert [(row["id"], row["title_derived"], json.loads(row["flags"])["truncated"]) for row in rows] == [(1, False, True), (2, False, False)]


def test_parquet_without_pyarrow_is_told_in_one_line(ask, stocked, tmp_path, monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(formats.importlib, "import_module", missing)
    answer = ask(Command, str(tmp_path / "out.parquet"))
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "pip install pyarrow" in answer.err
    assert list(tmp_path.glob("*out*")) == []


@pytest.mark.parametrize(
    ("argv", "line"),
    [
        ((), "name one file to write"),
        (("a.jsonl", "b.jsonl"), "name one file to write"),
        (("a.xml",), "a.xml: an export ends in .jsonl, .csv, .parquet"),
        (("a.jsonl", "--since", "soon"), "no date: soon"),
        (("a.jsonl", "--all"), "no such option: --all"),
    ],
)
def test_a_wrong_question_is_answered_in_one_line(ask, argv, line, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = ask(Command, *argv)
    assert answer.status == 2
    assert answer.err.startswith(f"scrapy export: {line}")
    assert answer.err.count("\n") == 1
    assert list(tmp_path.glob("a.*")) == []


def test_a_folder_that_is_not_there_is_told_in_one_line(ask, tmp_path):
    answer = ask(Command, str(tmp_path / "no" / "out.jsonl"))
    assert (answer.status, answer.err.count("\n")) == (1, 1)
    assert "No such file or directory" in answer.err


def test_a_failed_export_leaves_the_old_file_and_no_other(tmp_path):
    (tmp_path / "out.jsonl").write_text("old")

    def records():
        yield {"id": 1}
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        formats.write(tmp_path / "out.jsonl", records())
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out.jsonl", "old")]


def test_help_has_an_example(ask):
    assert "Examples: scrapy export" in " ".join(ask(Command, "--help").out.split())
