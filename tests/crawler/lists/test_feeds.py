"""Feeds that stand where a list page was expected."""

import pytest

from crawler import families
from crawler.lists import feeds
from crawler.lists.listing import ListPage

HOST = "http://www.nanping.gov.example/"
RSS = (
    '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>要闻</title><link>http://www.nanping.gov.example/</link>'
    "<item><title><![CDATA[县委召开专题会议]]></title><link>http://www.nanping.gov.example/a/9.html</link><pubDate>{0}</pubDate><description><![CDATA[<p>摘要</p>]]></description></item>"
    "<item><title>县长调研 &amp; 慰问</title><link><![CDATA[/a/8.html]]></link><pubDate>{0}</pubDate></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>要闻</title><entry><title>县委召开专题会议</title><link href="/a/9.html"/>'
    "<updated>2024-03-06T08:00:00+08:00</updated></entry></feed>"
)


@pytest.mark.parametrize("day", ["2024-03-06 08:00:00", "Wed, 06 Mar 2024 08:00:00 +0800", "2024-03-06T08:00:00+08:00"])
def test_the_items_of_a_feed(day: str) -> None:
    page = ListPage(url=HOST + "rss.xml", text=RSS.replace("{0}", day))
    found = families.recognise(page).links(page)
    assert [(link.url, link.title, link.date) for link in found] == [
        (HOST + "a/9.html", "县委召开专题会议", "2024-03-06"),
        (HOST + "a/8.html", "县长调研 & 慰问", "2024-03-06"),
    ]


def test_an_atom_feed() -> None:
    found = feeds.links(ListPage(url=HOST, text=ATOM))
    assert [(link.url, link.date) for link in found] == [(HOST + "a/9.html", "2024-03-06")]


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("Wed, 06 Mar 2024 16:30:00 GMT", "2024-03-07"),
        ("Wed, 06 Mar 2024 15:30:00 +0000", "2024-03-06"),
        ("2024-03-06T16:00:00Z", "2024-03-07"),
        ("2024-03-06T16:00:00.000+0000", "2024-03-07"),
        ("2024-03-07T00:30:00+08:00", "2024-03-07"),
        ("Wed, 06 Mar 2024 23:30:00", "2024-03-06"),
        ("2024-03-06T23:30:00", "2024-03-06"),
        ("Wed, 06 Mar 2024 08:00:00 CST", "2024-03-06"),
        ("Wed Mar 06 08:00:00 CST 2024", "2024-03-06"),
        ("周三, 6 March 2024 08:00:00 +0800", "2024-03-06"),
        ("06 Mar 2024", "2024-03-06"),
        ("2024年3月6日 8:05", "2024-03-06"),
        ("Wed, 31 Feb 2024 08:00:00 +0800", None),
        ("Wed, 06 Mar 99999 08:00:00 +0800", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("Wed, 06 Mar 2024 08:00:00 +9999", None),
        ("today, 8:00", None),
    ],
)
def test_the_day_in_china_of_a_moment(stated: str, day: str | None) -> None:
    assert [link.date for link in feeds.links(ListPage(url=HOST, text=RSS.replace("{0}", stated)))] == [day, day]


def test_a_feed_without_items_is_an_empty_list() -> None:
    page = ListPage(url=HOST, text='<?xml version="1.0"?><rss version="2.0"><channel><title>要闻</title></channel></rss>')
    assert families.recognise(page).links(page) == []


def test_what_stands_behind_letters_that_grow_when_they_are_made_small() -> None:
    text = "<rss><item><title>İİİİ县委召开会议</title><link>/a/9.html</link></item></rss>"
    assert feeds.links(ListPage(url=HOST, text=text))[0].title == "İİİİ县委召开会议"


def test_a_page_is_no_feed() -> None:
    assert not feeds.is_feed(ListPage(url=HOST, text='<?xml version="1.0"?><!DOCTYPE html><html><link rel="alternate" href="/rss"></html>'))
