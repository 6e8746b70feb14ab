"""Documents on disk: found in order, described by a manifest, and refused with a line that says why."""

import json

import pytest

from crawler.documents import DocumentError, documents


def test_a_folder_gives_its_documents_in_order_and_nothing_else(tmp_path):
    for name in ("b.txt", "a.html", "c.warc.gz", "d.pdf", "sub/e.HTM"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = documents(tmp_path)
    assert [document.path.name for document in found] == ["a.html", "b.txt", "c.warc.gz", "e.HTM"]
    assert [document.is_warc for document in found] == [False, False, True, False]


def test_the_manifest_says_more(tmp_path):
    (tmp_path / "a.html").write_text("x")
    row = {"file": "a.html", "url": "http://a.example/1", "fetched_at": "2024-05-06T07:08:09", "publish_date": "2024-05-05", "encoding": "gbk"}
    (tmp_path / "manifest.jsonl").write_text(json.dumps(row) + "\n\n")
    (document,) = documents(tmp_path)
    assert (document.url, document.hints.publish_date, document.hints.publish_date_basis, document.hints.encoding) == (
        "http://a.example/1",
        "2024-05-05",
        "given",
        "gbk",
    )
    assert document.fetched_at.isoformat() == "2024-05-06T07:08:09+00:00"


@pytest.mark.parametrize(
    "row",
    [
        "{",
        "[1]",
        '{"url": "x"}',
        '{"file": "a.html", "fetched_at": "yesterday"}',
        '{"file": "a.html", "url": 5}',
        '{"file": "a.html", "url": "a.gov.cn/1.html"}',
        '{"file": "a.html", "url": "http://[bad/1.html"}',
        '{"file": "a.html", "publish_date": "5月6日"}',
        '{"file": "a.html", "publish_date": "2024-02-30"}',
        '{"file": "a.html", "title": ["a"]}',
        '{"file": "a.html", "title": "\\ud800"}',
        '{"file": "a.html", "url": "http://a.gov.cn/\\u0000"}',
    ],
)
def test_a_wrong_manifest_row_is_named_by_its_line(tmp_path, row):
    (tmp_path / "a.html").write_text("x")
    (tmp_path / "manifest.jsonl").write_text('{"file": "a.html"}\n' + row)
    with pytest.raises(DocumentError, match=r"manifest\.jsonl line 2"):
        documents(tmp_path)


def test_a_missing_path_an_empty_folder_and_another_file_are_each_one_line(tmp_path):
    (tmp_path / "x.pdf").write_text("x")
    for path, said in (
        (tmp_path / "no", "there is no file or folder"),
        (tmp_path, "holds no document"),
        (tmp_path / "x.pdf", "is not a document that can be read"),
    ):
        with pytest.raises(DocumentError, match=said):
            documents(path)
