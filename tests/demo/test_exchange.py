"""Answers before they reach the wire."""

from demo.exchange import Request, Response, missing, moved


def test_the_header_says_what_it_is_told_to_say():
    assert Response("x").header_type() == "text/html; charset=utf-8"
    assert Response("x", charset="gb18030").header_type() == "text/html; charset=gb18030"
    assert Response("x", label="GBK").header_type() == "text/html; charset=GBK"
    assert Response("x", label=None).header_type() == "text/html"
    assert Response(b"x", content_type="application/pdf").header_type() == "application/pdf"


def test_text_is_encoded_and_bytes_are_left_alone():
    assert Response("县", charset="gb18030").payload() == "县".encode("gb18030")
    assert Response(b"\xff").payload() == b"\xff"


def test_the_form_goes_before_the_query():
    request = Request("/", query={"a": "1", "b": "2"}, form={"a": "3"})
    assert [request.value(name) for name in "abc"] == ["3", "2", ""]


def test_redirects_and_absences():
    assert (moved("/x", 301).status, moved("/x").headers["Location"], missing().status) == (301, "/x", 404)
