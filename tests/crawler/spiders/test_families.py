"""Every CMS family, in every dialect: from its home page alone, all articles of its news columns and nothing else; then hardly a request."""

import pytest

from demo.families import families
from demo.news.divisions import invented
from demo.plan import Plan, SitePlan
from demo.server import serve
from tests.crawler.spiders.world import crawl

KINDS = [(name, variant) for name, family in families().items() for variant in ("", *getattr(family, "VARIANTS", ()))]
PARTIAL = {("hanweb", "encrypted"), ("jpaas", "repeat")}
"""Sites that show only the beginning of a column to us: what they show is stored, and the state says that there is more."""
ARTICLES = 22
MORE = {("hanweb", "encrypted"): 130}
"""Its first answer holds up to 45 records."""
REQUESTS = {("jpaas", "shell"): 2, ("epaper", ""): 2}
"""Requests for an unchanged column, where one does not do: a shell asks for its list, an e-paper's cover leads to the day's first page."""


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    home = tmp_path_factory.mktemp("families")
    sites = (
        SitePlan(index=i, family=kind[0], variant=kind[1], division=invented(i), articles=MORE.get(kind, ARTICLES), per_page=5) for i, kind in enumerate(KINDS)
    )
    with serve(Plan(sites=tuple(sites))) as web:
        _, first = crawl(home, web)
        _, second = crawl(home, web)
    return dict(zip(KINDS, zip(first, second, strict=True), strict=True))


@pytest.mark.parametrize("kind", KINDS, ids="-".join)
def test_the_news_columns_are_found_on_the_home_page_alone(crawled, kind):
    first, _ = crawled[kind]
    assert set(first.columns) == first.true_columns


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in PARTIAL], ids="-".join)
def test_all_articles_of_the_news_columns_are_stored_and_no_others(crawled, kind):
    first, _ = crawled[kind]
    assert (first.truth - first.stored, first.stored - first.truth) == (set(), set())


@pytest.mark.parametrize("kind", sorted(PARTIAL), ids="-".join)
def test_a_site_that_shows_only_part_of_its_history_says_so(crawled, kind):
    first, _ = crawled[kind]
    assert first.stored
    assert first.stored < first.truth
    assert first.state == "partial_history"


@pytest.mark.parametrize("kind", KINDS, ids="-".join)
def test_an_unchanged_column_costs_at_most_one_list_request(crawled, kind):
    first, second = crawled[kind]
    assert second.stored == first.stored
    robots = 1
    assert second.requests <= robots + len(second.columns) * REQUESTS.get(kind, 1)
