"""Every family walks the columns that the demo web renders in its way: each article once, in order, from the first page to the last."""

import json
from urllib.parse import parse_qsl, urlsplit

import pytest

from crawler import families
from crawler.lists.listing import ListPage, NextPage
from crawler.lists.walk import Walk
from demo.exchange import Request
from demo.families import families as renderings
from demo.news.divisions import invented
from demo.plan import Column, Plan, SitePlan
from demo.site import Site

CASES = [(name, variant) for name, kind in sorted(renderings().items()) for variant in ("", *kind.VARIANTS)]
PARTIAL = {("hanweb", "encrypted"), ("jpaas", "repeat")}
"""Variants that give no more than their first page."""
READ_AS = {("henan_flat", ""): "generic", ("numbered", "showlist"): "lonsun"}
"""Renderings that another family reads."""


def rendered(name: str, variant: str, articles: int = 130) -> tuple[object, Site]:
    plan = Plan(sites=(SitePlan(index=0, family=name, division=invented(0), articles=articles, per_page=15, variant=variant),))
    site = Site(plan, plan.sites[0])
    return renderings()[name](site), site


def fetch(rendering: object, host: str, request: NextPage) -> ListPage | None:
    parts = urlsplit(request.url)
    headers = {name.lower(): value for name, value in request.headers.items()} | {"host": host}
    asked = Request(
        path=parts.path, method=request.method, query=dict(parse_qsl(parts.query, keep_blank_values=True)), form=dict(request.form), headers=headers
    )
    answer = rendering.respond(asked)  # type: ignore[attr-defined]
    if answer is None or answer.status >= 400:
        return None
    page = ListPage.from_bytes(answer.payload(), request.url, answer.header_type(), request)
    refresh = page.tree.find(".//meta[@http-equiv='refresh']")
    if refresh is not None:
        return fetch(rendering, host, NextPage(url=page.join(refresh.get("content").partition("url=")[2]) or "", page=request.page))
    return page


def crawl(rendering: object, site: Site, column: Column, known: set[str], **options: object) -> tuple[list[str], Walk, str]:
    first = NextPage(url=f"http://{site.host}{rendering.column_path(column)}", page=1)  # type: ignore[attr-defined]
    page = fetch(rendering, site.host, first)
    assert page is not None
    family = families.recognise(page)
    walk = Walk(family=family, known=known.__contains__, **options)  # type: ignore[arg-type]
    found: list[str] = []
    step = walk.feed(page)
    for _ in range(200):
        found += [link.url for link in step.new if not link.external]
        if step.next is None:
            break
        page = fetch(rendering, site.host, NextPage(**{**vars_of(step.next), "state": json.loads(json.dumps(step.next.state))}))
        step = walk.feed(page) if page else walk.missing()
    return found, walk, family.name


def vars_of(request: NextPage) -> dict[str, object]:
    return {name: getattr(request, name) for name in NextPage.__slots__}


@pytest.mark.parametrize(("name", "variant"), CASES)
def test_family_is_recognised_and_every_article_found_in_order(name: str, variant: str) -> None:
    rendering, site = rendered(name, variant)
    for column in site.own:
        found, walk, family = crawl(rendering, site, column, set())
        truth = [f"http://{site.host}{rendering.article_path(posting)}" for posting in site.slice(column, 0, 10_000)]  # type: ignore[attr-defined]
        assert family == READ_AS.get((name, variant), name)
        if (name, variant) in PARTIAL:
            assert found == truth[: len(found)]
            assert found
            assert walk.partial
        else:
            assert (sorted(found) if name == "epaper" else found) == (sorted(truth) if name == "epaper" else truth)
            assert walk.reached_end
            assert not walk.partial


@pytest.mark.parametrize(("name", "variant"), CASES)
def test_second_walk_of_an_unchanged_column_costs_one_list_request_or_a_shell_and_one(name: str, variant: str) -> None:
    rendering, site = rendered(name, variant)
    column = site.own[0]
    found, first, _ = crawl(rendering, site, column, set())
    again, walk, _ = crawl(rendering, site, column, set(found), complete=True, memory=first.remember())
    assert again == []
    assert walk.stopped in ("unchanged", "no_next_page")
    assert walk.pages <= 2


@pytest.mark.parametrize("gained", [1, 40])
@pytest.mark.parametrize(("name", "variant"), [case for case in CASES if case[0] != "epaper" and case not in PARTIAL])
def test_new_items_are_all_found_for_the_pages_that_hold_them_and_one_more(name: str, variant: str, gained: int) -> None:
    rendering, site = rendered(name, variant)
    column = site.own[0]
    found, first, _ = crawl(rendering, site, column, set())
    site.count += gained * len(site.own)
    site.version += 1
    new, walk, _ = crawl(renderings()[name](site), site, column, set(found), complete=True, memory=first.remember())
    assert len(new) == gained
    assert walk.pages <= -(-gained // site.mine.per_page) + 1
