"""Hostile list pages: reading stays fast and raises nothing."""

import time

import pytest

from crawler import families
from crawler.lists import embedded, feeds, pagers
from crawler.lists.listing import ListPage
from crawler.onboarding import home

SIZE = 60_000
CASES = {
    "one word": "a" * SIZE, "blanks": " " * SIZE, "digits": "1/" * (SIZE // 2), "paths": "/a" * (SIZE // 2), "angle brackets": "<" * SIZE,
    "anchors that do not close": '<a href="/art/2026/1/2/art_1_2.html">' * (SIZE // 40), "lists in lists": "<ul><li>" * (SIZE // 8),
    "arrays that do not close": "<script>" + "= [{" * (SIZE // 4) + "</script>", "calls that do not close": "createPageHTML(" * (SIZE // 15),
    "stores that do not close": "<datastore>" * (SIZE // 11), "records that do not close": "<datastore>" + "<record>" * (SIZE // 8) + "</datastore>",
    "strings that do not close": "<script>" + "document.write('" * (SIZE // 16) + "</script>", "escapes": "{'a':'" + "\\'" * (SIZE // 2),
    "totals": "共<b>" * (SIZE // 4), "codes": "网站标识码" * (SIZE // 5), "numbers": "".join(f'<a href="index_{n}.html">{n}</a>' for n in range(SIZE // 32)),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_hostile_page_is_read_in_seconds(case: str) -> None:
    begun = time.process_time()
    page = ListPage(url="http://h.example/x/index.html", text=CASES[case])
    family = families.recognise(page)
    assert len(family.links(page)) <= 2
    for name in families.names():
        families.get(name).next_request(page)
        families.get(name).total(page)
    home.describe(page.text.encode(), "http://h.example/", None)
    assert time.process_time() - begun < 15


CALLS = "".join(f"<a href='javascript:go{n}({n})'>下一页</a>" for n in range(20_000))
DEFINITIONS = "<script>" + "goPage=(a) location='" * 9_000 + "</script>"


@pytest.mark.parametrize("calls", [CALLS, "<a href='javascript:goPage(2)'>下一页</a>" * 20_000], ids=["many functions", "one function"])
def test_functions_that_anchors_call_are_looked_up_once(calls: str) -> None:
    page, begun = ListPage(url="http://h.example/x/index.html", text=DEFINITIONS + calls), time.process_time()
    assert pagers.by_function(page) is None
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("piece", ["<![CDATA[", "<link href='", "<title>", "&#1", "<entry>", "<!", "1" * 5000])
def test_hostile_feeds_are_read_in_one_pass(piece: str) -> None:
    items = (f"<item><link>/a/{n}.html</link><title>&#{piece * (90_000 // len(piece))}</title></item>" for n in range(10))
    page, begun = ListPage(url="http://h.example/rss.xml", text=f"<rss>{''.join(items)}</rss>"), time.process_time()
    assert len(feeds.links(page)) <= 10
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("piece", ["content_", "node_", "/content/content_", "/list_1", "catid=1&", "var ", "window._CONFIG ", "count=1 "])
def test_the_marks_of_families_are_looked_for_in_one_pass(piece: str) -> None:
    page, begun = ListPage(url="http://h.example/x/", text=piece * (400_000 // len(piece))), time.process_time()
    families.recognise(page)
    assert time.process_time() - begun < 3


def test_an_answer_of_very_many_keys_is_read_in_one_pass() -> None:
    begun = time.process_time()
    assert list(embedded.strings_of_markup({"a": "<a href=1>", **dict.fromkeys(map(str, range(40_000)), 1), "html": "<a href=2>"})) == [
        "<a href=2>",
        "<a href=1>",
    ]
    assert time.process_time() - begun < 2


def test_values_in_values_are_parsed_a_few_times_only() -> None:
    text = '{"a":[' * 40 + '{"b":"' + "x" * 400_000 + '"}' + "]}" * 40
    parsed = list(embedded.candidates(text, r":(?=\[)"))
    assert 1 <= len(parsed) <= 10


MARKUP = {
    "nested rows that a click opens": "<div onclick=x>" * 240 + "<b></b>" * 40_000,
    "arrows without words": "".join(f"<a href='x{n}.html'><img alt='»'></a>" for n in range(6_000)),
    "numbers without words": "".join(f"<a href='x{n}.html' title='{n % 999}'></a>" for n in range(6_000)),
    "numbers in nested boxes": "<div>1 <a href='index_1.html'>2</a>" * 240 + "<b></b>" * 40_000,
    "one article, deep down": "<div>" * 240 + "<a href='/art/2024/3/6/art_1_2.html'>县政府召开全体会议</a>" * 9_000,
    "lists of one article, deep down": "<div class=x>" * 230 + "".join(f"<p><a href='/art/2024/3/6/art_1_{n}.html'>县政府召开全体会议</a></p>" for n in range(9_000)),
    "a title of blanks": "<title>县" + " " * 200_000 + "情</title><a href='/art/2024/3/6/art_1_2.html'>县政府召开全体会议</a>",
    "names of a megabyte": f"<div class='{'nav' * 300_000}'>" + "".join(f"<ul class=c{'x' * n}><li><a href='/art/2024/3/6/art_1_{n}.html'>县政府召开全体会议</a></ul>" for n in range(60)),
    "a long headline among short pieces": "<li><a href='/art/2024/3/6/art_1_2.html'><p>" + "县" * 300_000 + "</p></a>" + "<i>乡</i>" * 20_000,
    "empty elements above lists": "<b></b>" * 40_000 + "".join(f"<ul class=c{'x' * n}><li><a href='/art/2024/3/6/art_1_{n}.html'>县政府召开全体会议</a></ul>" for n in range(60)),
}  # fmt: skip


@pytest.mark.parametrize("case", MARKUP)
def test_markup_made_to_be_slow_is_read_in_one_pass(case: str) -> None:
    begun = time.process_time()
    page = ListPage(url="http://h.example/x/index.html", text=MARKUP[case])
    families.recognise(page).links(page)
    pagers.generic(page)
    assert time.process_time() - begun < 6
