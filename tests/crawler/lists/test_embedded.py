"""Lists in scripts and answers: JSON as sites write it, and what counts as a link in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler import families
from crawler.lists import embedded
from crawler.lists.listing import ListPage

HOST = "http://www.nanping.gov.example/"


@pytest.mark.parametrize(
    "text",
    ['{"a": [1, 2]}', '\ufeff{"a":[1,2]}', "({'a':[1,2]});", 'callback({"a":[1,2]});', "{a:[1,2]}", '{"a":[1,2,],}', '{"a"\t:\n[1,2]}'],
)
def test_json_as_sites_write_it(text: str) -> None:
    assert embedded.loads(text) == {"a": [1, 2]}


def test_raw_tabs_and_line_ends_in_strings_are_read() -> None:
    assert embedded.loads('{"t":"一\t二\n三"}') == {"t": "一\t二\n三"}


def test_hopeless_text_is_nothing() -> None:
    assert embedded.loads("not json") is None
    assert embedded.loads("[" * 5000) is None


def test_assigned_value_is_found_with_brackets_in_strings() -> None:
    assert embedded.assigned('var articleList = [{"title":"a ] b","urls":"{}"}]; more', "articleList") == [{"title": "a ] b", "urls": "{}"}]
    assert embedded.assigned("articleList = [{", "articleList") is None


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2026-04-08 09:00:00", "2026-04-08"),
        (1775577600, "2026-04-08"),
        ("1775577600000", "2026-04-08"),
        ("2026-04-07T16:00:00.000+0000", "2026-04-08"),
        ("", None),
        (None, None),
        (12, None),
    ],
)
def test_dates_of_interfaces(value: object, date: str | None) -> None:
    assert embedded.date_of(value) == date


def test_arrays_in_scripts_are_lists() -> None:
    text = '<script>var itemObj=[{"title":"全县工作会议召开","url":"/xw/202604/t20260408_11.html"},{"title":"县长下乡调研","url":"/xw/202604/t20260407_12.html"}];</script>'
    assert [link.date for link in embedded.links_in_scripts(ListPage(url=HOST, text=text))] == ["2026-04-08", "2026-04-07"]


def test_markup_that_a_script_writes_is_a_list() -> None:
    text = (
        "<script>"
        + "".join(f"document.writeln('<li><a href=\"/xw/202604/t2026040{n}_1{n}.html\">全县第{n}次工作会议召开</a></li>');" for n in (8, 7))
        + "</script>"
    )
    assert [link.date for link in embedded.links_in_scripts(ListPage(url=HOST, text=text))] == ["2026-04-08", "2026-04-07"]


def test_answer_without_links_has_none() -> None:
    for text in ("{}", "[]", '{"data":{"html":""}}', '{"list":[{"title":"x"}]}'):
        assert embedded.links_in_data(ListPage(url=HOST, text=text)) == []


@given(st.text(max_size=400))
def test_any_text_is_taken(text: str) -> None:
    embedded.loads(text)
    embedded.links_in_data(ListPage(url=HOST, text=text))


def test_an_answer_that_calls_a_function_is_data():
    page = ListPage(
        url="http://www.nanping.gov.example/api", text='callback12({"data":[{"TITLE":"县委召开专题会议","URL":"/n/9.html","PUBLISHTIME":"2024-03-06"}]});'
    )
    assert [(link.url, link.date) for link in families.recognise(page).links(page)] == [("http://www.nanping.gov.example/n/9.html", "2024-03-06")]


def test_rows_that_stand_ready_in_a_hidden_text_field():
    rows = "".join(f'&lt;li&gt;&lt;a href="/n/{n}a.html"&gt;县委召开专题会议研究部署{n}&lt;/a&gt;2024-03-0{n}&lt;/li&gt;' for n in range(1, 5))
    page = ListPage(url="http://www.nanping.gov.example/xw/", text=f"<body><textarea style='display:none'>{rows}</textarea><ul id='list'></ul></body>")
    assert len(families.recognise(page).links(page)) == 4
