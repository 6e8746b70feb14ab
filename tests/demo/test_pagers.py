"""Pagers in the wordings of county sites."""

import re

import pytest

from demo import pagers


def to(page):
    return f"list_{page}.html"


@pytest.mark.parametrize("style", ["words", "arrows", "images"])
def test_a_pager_leads_on_until_the_last_page(style):
    assert 'href="list_4.html"' in pagers.STYLES[style](3, 9, to)
    assert "list_10.html" not in pagers.STYLES[style](9, 9, to)


def test_words_are_dead_where_there_is_no_further_page():
    assert "<span>下一页</span>" in pagers.words(9, 9, to)
    assert "<span>上一页</span>" in pagers.words(1, 9, to)


def test_numbers_show_near_pages_and_the_last():
    assert re.findall(r"list_(\d+)", pagers.numbers(4, 12, to)) == ["2", "3", "5", "6", "12"]


def test_some_pagers_say_only_how_many_pages_there_are():
    assert "下一页" not in pagers.last(2, 9, to)
    assert "list_9.html" in pagers.last(2, 9, to)
    assert "pageCount = 9" in pagers.script(2, 9)
