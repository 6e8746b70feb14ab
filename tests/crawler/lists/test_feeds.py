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


def test_a_page_is_no_feed() -> None:
    assert not feeds.is_feed(ListPage(url=HOST, text='<?xml version="1.0"?><!DOCTYPE html><html><link rel="alternate" href="/rss"></html>'))
