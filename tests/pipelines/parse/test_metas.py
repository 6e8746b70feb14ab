"""Meta tags in all their spellings."""

from pipelines.extract.tree import parse
from pipelines.parse import metas


def test_names_in_any_case_and_the_first_that_is_not_empty():
    found = metas.read(
        parse(
            '<meta content="甲" NAME="pubDate"><meta name="PubDate" content="乙"><META property="og:title" content=" 丙 "><meta name="Author" content=""><meta name="author" content="丁">'
        )
    )
    assert found == {"pubdate": "甲", "og:title": "丙", "author": "丁"}


def test_placeholders_say_nothing_and_are_named():
    tags = {"sitename": "网站名称", "contentsource": "信息来源", "articletitle": "${title}", "pubdate": "2024-03-06"}
    assert metas.value(tags, "sitename", "contentsource", "articletitle") is None
    assert metas.placeholders(tags) == ["sitename", "articletitle", "contentsource"]
    assert not metas.is_placeholder("[人民网]县政府召开会议")


def test_linked_data_and_the_only_time_element_state_a_day():
    script = '<script type="application/ld+json">{"@id": "x", "pubDate": "2024-03-06T08:00:00", "upDate": "2025-01-01T08:00:00"}</script>'
    assert metas.read(parse(f"<p>甲</p>{script}")) == {"datepublished": "2024-03-06T08:00:00"}
    assert metas.read(parse('<p><time datetime="2024-03-06">3月6日</time></p>')) == {"time": "2024-03-06"}
    assert metas.read(parse('<p><time datetime="2024-03-06">a</time><time datetime="2024-03-07">b</time></p>')) == {}
