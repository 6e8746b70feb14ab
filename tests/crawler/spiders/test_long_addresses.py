"""Addresses longer than Scrapy's own limit of 2,083 characters: government sites carry whole queries in theirs."""

import pytest

from demo.plan import default
from demo.server import serve
from tests.crawler.spiders.world import crawl

LONGER_THAN_SCRAPY_FOLLOWS = "?condition=" + "x" * 2100


@pytest.fixture
def web():
    with serve(default(1, 8)) as web:
        family = web.sites[0].family
        short = family.article_path
        family.article_path = lambda posting: short(posting) + LONGER_THAN_SCRAPY_FOLLOWS
        yield web


def test_articles_with_very_long_addresses_are_fetched_and_stored(tmp_path, web):
    _, (found,) = crawl(tmp_path, web, columns=True)
    assert found.truth
    assert all(len(url) > 2083 for url in found.truth)
    assert found.stored == found.truth
