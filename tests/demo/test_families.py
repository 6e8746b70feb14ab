"""Every family: from the home page to columns, from columns to all articles, from articles to their truth; and nothing at wrong addresses."""

import importlib.util
import re
from html import unescape
from pathlib import Path

import pytest

from demo.exchange import Request
from demo.families import families
from demo.plan import default
from demo.server import DemoWeb

_spec = importlib.util.spec_from_file_location("walkers", Path(__file__).parent / "walkers.py")
walkers = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(walkers)

DIALECTS = [(name, variant) for name, family in families().items() for variant in ("", *family.VARIANTS)]
IDS = [f"{name}/{variant}".rstrip("/") for name, variant in DIALECTS]


def site_of(name, variant, articles=300, **more):
    return DemoWeb(default(3, articles, (name,), variant=variant, **more)).sites[1]


def text_of(html):
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]+>", "", html))).replace("\xa0", "")


@pytest.mark.parametrize(("name", "variant"), DIALECTS, ids=IDS)
def test_lists_lead_to_every_article(name, variant):
    key = f"{name}/{variant}".rstrip("/")
    served = site_of(name, variant, 900 if key in walkers.PARTIAL else 300)
    walk = walkers.WALKERS.get(key, walkers.anchors)
    ask = walkers.Asker(served.family)
    if key in walkers.PARTIAL:
        walk = walkers.once
    for column in served.site.own:
        walk(ask, column, served.family.column_path(column))
    own = {p.number for p in served.site.news()}
    found = {n for n in ask.found() if n < 50_000_000}
    assert found == own if key not in walkers.PARTIAL else set() < found < own


@pytest.mark.parametrize(("name", "variant"), DIALECTS, ids=IDS)
def test_articles_show_their_truth(name, variant):
    if variant == "split":
        pytest.skip("over several pages, see below")
    served = site_of(name, variant, 60)
    for posting in served.site.news():
        article = posting.article()
        path, _, query = served.family.article_path(posting).partition("?")
        answer = served.family.respond(Request(path, query=dict(part.split("=") for part in query.split("&") if part)))
        shown = text_of(answer.body)
        assert re.sub(r"\s+", "", article.title) in shown
        assert all(re.sub(r"\s+", "", line) in shown for line in article.body.split("\n"))
        assert article.source in answer.body
        assert served.site.id_code in answer.body


@pytest.mark.parametrize(("name", "variant"), DIALECTS, ids=IDS)
def test_the_home_page_leads_to_all_columns(name, variant):
    served = site_of(name, variant)
    home = served.family.home()
    for column in served.site.columns:
        assert f'href="{served.family.column_path(column)}"' in home
        assert column.name in home


@pytest.mark.parametrize(("name", "variant"), DIALECTS, ids=IDS)
def test_there_is_nothing_at_wrong_addresses(name, variant):
    served = site_of(name, variant)
    path = served.family.article_path(next(served.site.news()))
    for wrong in ("/nowhere", path.replace("0", "1").partition("?")[0] + "x", "/index_999999.html", "/xwzx/zwyw/index_0.html"):
        assert served.family.respond(Request(wrong)) is None


@pytest.mark.parametrize(("name", "variant"), DIALECTS, ids=IDS)
def test_a_moved_article_has_a_new_address_and_loses_the_old_one(name, variant):
    served = site_of(name, variant)
    posting = served.site.posting(42)
    before = served.family.article_path(posting)
    served.site.moved.add(42)
    after = served.family.article_path(posting)
    ask = walkers.Asker(served.family)
    assert before != after
    assert ask(after)
    assert not ask(before)


def test_vsb_numbers_its_pages_downwards():
    served = site_of("vsb", "")
    path = served.family.column_path(served.site.own[0])
    text = walkers.Asker(served.family)(path)
    pages = served.site.pages(served.site.own[0])
    slug = served.site.own[0].slug
    assert f'<span class="p_t">1/{pages}</span>' in text
    assert f'<span class="p_next p_fun"><a href="{slug}/{pages - 1}.htm">' in text
    assert f'<span class="p_last p_fun"><a href="{slug}/1.htm">' in text


def test_a_split_article_is_whole_over_its_pages():
    served = site_of("trs", "split")
    long = next(p for p in served.site.news() if served.family.parts(p.article()) == 2)
    ask, path = walkers.Asker(served.family), served.family.article_path(long)
    first = ask(path)
    name = path.rpartition("/")[2].removesuffix(".html")
    assert f'createPageHTML(2, 0, "{name}", "html")' in first
    shown = text_of(first + ask(path.replace(".html", "_1.html")))
    assert all(re.sub(r"\s+", "", line) in shown for line in long.article().body.split("\n"))
    assert not ask(path.replace(".html", "_2.html"))


def test_hanweb_hides_its_rows_from_html_parsers():
    served = site_of("hanweb", "")
    text = walkers.Asker(served.family)(served.family.column_path(served.site.own[0]))
    outside = re.sub(r"<script.*?</script>", "", text, flags=re.S)
    assert "/art/" in text
    assert "/art/" not in outside.partition('class="left"')[2].partition('class="right hot"')[0]


def test_an_unknown_family_variant_or_fault_is_refused_with_what_there_is():
    for wrong in ({"variant": "no-such"}, {"faults": frozenset({"no-such"})}):
        with pytest.raises(ValueError, match="no-such"):
            DemoWeb(default(1, 10, ("trs",), **wrong))
    with pytest.raises(ValueError, match="no-such"):
        DemoWeb(default(1, 10, ("no-such",)))
