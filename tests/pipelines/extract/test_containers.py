"""Containers: which names are trusted, and in which order."""

import pytest

from pipelines.extract.containers import candidates
from pipelines.extract.tree import parse


@pytest.mark.parametrize(
    "markup",
    [
        "<ucapcontent>",
        '<div class="TRS_Editor">',
        '<div id="vsb_content_501">',
        '<font id="Zoom">',
        '<td id="zoom">',
        '<div class="a v_news_content b">',
        '<div id="js_content">',
        "<founder-content>",
    ],
)
def test_names_of_the_families_are_strong_in_any_letter_case(markup):
    assert next(candidates(parse(f"<html><body>{markup}正文"))).strong


def test_the_more_trusted_name_comes_first_and_the_outermost_of_one_name_only():
    root = parse('<div class="content"><div id="zoom"><div class="TRS_Editor"><div class="TRS_Editor">甲</div></div></div></div>')
    assert [(found.rule, found.strong) for found in candidates(root)] == [(".trs_editor", True), ("#zoom", True), (".content", False)]


def test_links_lists_and_headings_are_no_containers():
    assert not list(candidates(parse('<a class="content">甲</a><ul id="zoom"><li>乙</li></ul><h1 class="article-content">丙</h1>')))
