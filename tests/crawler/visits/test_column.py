"""One visit of a site and its columns: what is asked, what is written down, and which columns are followed at all."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from crawler.ledger import Ledger
from crawler.registry import ColumnEntry, Site
from crawler.visits import SiteVisit
from db.models import Column, Link
from db.session import open_archive

HOME = "http://www.county.example/"
OWN = ["孟津区召开重点工作推进会议", "孟津区委常委会召开会议", "全区安全生产电视电话会议召开", "区长调研城市建设", "我区开展植树活动", "孟津区举办招商推介会"]
OTHERS = ["国务院常务会议部署稳增长工作", "省委召开常委会会议", "全省经济工作会议召开", "习近平总书记发表重要讲话", "洛阳市召开大会", "全国两会开幕"]


def listing(titles, first=1):
    rows = "".join(
        f'<li><a href="/yw/202603/t202603{n:02d}_{1000 + n}.html">{title}</a><span>2026-03-{n:02d}</span></li>' for n, title in enumerate(titles, first)
    )
    return f"<html><body><ul class='list'>{rows}</ul></body></html>".encode()


@pytest.fixture
def ledger(tmp_path):
    archive = open_archive(f"sqlite:///{tmp_path}/x.db")
    yield Ledger(archive)
    archive.close()


def visit(ledger, *, declared=False):
    columns = (ColumnEntry(name="要闻", url=HOME + "yw/"),) if declared else ()
    site = SiteVisit(Site(key="410308", adcode="410308", name="孟津区", home=HOME, columns=columns), ledger)
    if not declared:
        ledger.note_columns(site.site_id, [(HOME + "yw/", "要闻")])
        site = SiteVisit(site.site, ledger)
    (column,) = site.columns()
    return site, column


def histories(ledger):
    with ledger.archive.reading() as session:
        return list(session.scalars(select(Column.history)))


def test_new_links_are_pending_before_anything_asks_for_them(ledger):
    _, column = visit(ledger)
    asked = column.take(200, listing(OWN), HOME + "yw/", {"etag": '"1"'})
    assert len(asked) == len(OWN)
    with ledger.archive.reading() as session:
        assert set(session.scalars(select(Link.state))) == {"pending"}
    assert asked[0].about["title"] == OWN[0]
    assert (column.is_over, histories(ledger)) == (True, ["complete"])


def test_a_column_found_on_the_home_page_that_carries_the_news_of_others_is_not_followed(ledger):
    site, column = visit(ledger)
    assert column.take(200, listing(OTHERS), HOME + "yw/", {}) == []
    assert histories(ledger) == ["upstream"]
    assert list(SiteVisit(site.site, ledger).columns()) == []


def test_a_column_that_the_registry_names_is_followed_whatever_its_titles_say(ledger):
    _, column = visit(ledger, declared=True)
    assert len(column.take(200, listing(OTHERS), HOME + "yw/", {})) == len(OTHERS)


def test_page_one_is_asked_conditionally_after_a_whole_walk_only(ledger):
    site, column = visit(ledger)
    assert column.request.headers == {}
    column.take(200, listing(OWN), HOME + "yw/", {"etag": '"1"', "last-modified": "Sun, 01 Mar 2026 00:00:00 GMT"})
    (again,) = SiteVisit(site.site, ledger).columns()
    assert again.request.headers == {"If-None-Match": '"1"', "If-Modified-Since": "Sun, 01 Mar 2026 00:00:00 GMT"}
    assert again.take(304, b"", HOME + "yw/", {}) == []
    (third,) = SiteVisit(site.site, ledger).columns()
    assert third.request.headers["If-None-Match"] == '"1"'


def test_links_of_a_walk_that_was_cut_short_do_not_count_as_known(ledger):
    _, column = visit(ledger)
    column.take(200, listing(OWN), HOME + "yw/", {})
    key = "county.example/yw/202603/t20260301_1001.html"
    now = datetime.now(UTC)
    assert ledger.was_known(key, now)
    assert not ledger.was_known(key, now - timedelta(hours=1))
    assert not ledger.was_known(key, None)


def test_due_only_leaves_columns_whose_time_has_not_come(ledger):
    site, column = visit(ledger)
    column.take(200, listing(OWN), HOME + "yw/", {})
    assert list(SiteVisit(site.site, ledger, due_only=True).columns()) == []
