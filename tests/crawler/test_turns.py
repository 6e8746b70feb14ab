"""Whose request is next."""

from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.squeues import FifoMemoryQueue
from scrapy.utils.test import get_crawler

from crawler.turns import SiteTurns, site_of


@pytest.fixture
def under_way():
    return set()


@pytest.fixture
def turns(under_way):
    crawler = get_crawler()
    crawler.engine = SimpleNamespace(downloader=SimpleNamespace(active=under_way))
    return SiteTurns.from_crawler(crawler, FifoMemoryQueue, "")


def request(site, page, priority=0):
    return Request(f"http://{site}.example/{page}", priority=priority)


def popped(turns):
    return [next_one.url.removeprefix("http://").replace(".example", "") for next_one in iter(turns.pop, None)]


def test_sites_take_turns_however_much_one_of_them_has(turns):
    for site, pages in (("a", 4), ("b", 2), ("c", 1)):
        for page in range(pages):
            turns.push(request(site, page))
    assert len(turns) == 7
    assert popped(turns) == ["a/0", "b/0", "c/0", "a/1", "b/1", "a/2", "a/3"]
    assert not len(turns)


def test_within_a_site_lists_come_before_articles(turns):
    turns.push(request("a", "article"))
    turns.push(request("a", "list", priority=10))
    assert popped(turns) == ["a/list", "a/article"]


def test_a_site_that_does_not_answer_waits_until_the_others_have_as_much_under_way(turns, under_way):
    under_way |= {request("slow", page) for page in range(3)}
    under_way |= {request("quick", 1)}
    for site in ("slow", "quick", "idle"):
        for page in range(2):
            turns.push(request(site, page))
    first = turns.peek()
    assert first is turns.pop()
    assert site_of(first) == "idle.example:80"
    under_way |= {first, request("idle", "other")}
    assert site_of(turns.pop()) == "quick.example:80"


def test_a_site_of_several_hosts_has_one_turn():
    about = {"about": {"site_key": "410308"}}
    assert site_of(Request("http://www.a.example/1", meta=about)) == site_of(Request("http://news.a.example/2", meta=about)) == "410308"


def test_closing_leaves_nothing(turns):
    turns.push(request("a", 1, priority=3))
    assert turns.close() == {"a.example:80": [-3]}
    assert turns.pop() is None
    assert not len(turns)
