"""Parsing: stray ends, odd characters, and the second parser."""

from pipelines.extract.tree import all_text, parse, parse_like_a_browser


def test_a_stray_end_does_not_lose_the_article():
    root = parse("<html><body><p>甲</p></body></html></body><div id='late'>乙</div></html>")
    assert "乙" in all_text([root])


def test_characters_that_no_document_may_hold_are_dropped():
    assert all_text([parse("<p>甲\x00\ud800\x08乙</p>")]) == "甲乙"


def test_text_without_any_element_is_still_a_page_and_nothing_is_none():
    assert parse("   ") is None
    assert parse('<?xml version="1.0" encoding="GBK"?><p>甲</p>').xpath("string(.)") == "甲"


def test_the_browser_like_parser_moves_text_out_of_tables_and_refuses_what_is_too_large():
    assert "甲" in all_text([parse_like_a_browser("<table>甲<tr><td>乙</table>")])
    assert parse_like_a_browser("<p>甲" * 200_000) is None
    assert parse_like_a_browser("<div>" * 5_000) is None
