"""The demo web on real sockets: what the default web holds, conditional requests, logs, addresses."""

from urllib.parse import urlsplit

import pytest

from demo.news.divisions import REAL
from demo.plan import Plan, default
from demo.server import DemoWeb, serve


@pytest.fixture(scope="module")
def web():
    with serve(default(3, 300)) as running:
        yield running


def test_the_default_web_is_three_sites_with_three_hundred_reports(web):
    rows = web.truth()
    assert [s.site.mine.family for s in web.sites] == ["trs", "trs", "vsb"]
    assert len({row["key"] for row in rows}) == 300
    assert len(rows) == len({row["url"] for row in rows}) == 312


def test_some_reports_stand_twice_and_the_truth_knows_which(web):
    by_key = {}
    for row in web.truth():
        by_key.setdefault(row["key"], []).append(row)
    twice = [rows for rows in by_key.values() if len(rows) > 1]
    assert len(twice) == 12
    assert all(len({(r["title"], r["body"], r["publish_date"][:10]) for r in rows}) == 1 for rows in twice)
    assert any(len({urlsplit(r["url"]).netloc for r in rows}) > 1 for rows in twice)
    assert any(len({r["column"] for r in rows}) > 1 for rows in twice)


def test_each_page_shows_what_the_truth_says(web, ask):
    for row in web.truth()[::37]:
        status, _, body = ask(row["url"])
        text = body.decode()
        assert status == 200
        assert row["title"] in text
        assert row["publish_date"].replace("T", " ") in text.replace("—", "-").replace("∶", ":")


def test_a_page_that_the_client_has_is_not_sent_again(web, ask):
    for url in (web.sites[0].columns[0][1], web.truth()[0]["url"]):
        _, headers, body = ask(url)
        assert body
        assert ask(url, **{"If-None-Match": headers["ETag"]})[::2] == (304, b"")
        assert ask(url, **{"If-Modified-Since": headers["Last-Modified"]})[::2] == (304, b"")
        assert ask(url, **{"If-None-Match": '"other"', "If-Modified-Since": headers["Last-Modified"]})[0] == 200
        assert ask(url, **{"If-Modified-Since": "gibberish"})[0] == 200


def test_every_request_is_counted(web, ask):
    web.forget_requests()
    url = web.sites[0].columns[0][1]
    ask(url)
    ask(url, **{"User-Agent": "me"})
    assert ask(web.sites[0].base + "/nowhere")[0] == 404
    log = web.sites[0].log
    assert (log.total, web.requests()) == (3, 3)
    assert log.paths[urlsplit(url).path] == 2
    assert log.agents["me"] == 1
    assert log.statuses == {200: 2, 404: 1}
    assert log.order[-1] == "GET /nowhere 404"


def test_robots_attachments_and_furniture_are_there(web, ask):
    base = web.sites[0].base
    assert b"Disallow: /search" in ask(f"{base}/robots.txt")[2]
    assert ask(f"{base}/css/style.css")[0] == 200
    assert ask(f"{base}/xwzx/P0990101-000001_0.pdf")[1]["Content-Type"] == "application/pdf"


def test_sites_can_have_addresses_of_their_own(ask):
    plan = default(2, 20)
    with serve(Plan(sites=plan.sites, own_addresses=True)) as web:
        assert [served.address for served in web.sites] == ["127.0.1.1", "127.0.1.2"]
        assert all(ask(served.home)[0] == 200 for served in web.sites)


def test_real_counties_can_be_written_about_where_a_plan_names_them():
    web = DemoWeb(default(3, 30, divisions=REAL[:2]))
    assert [served.adcode for served in web.sites] == ["410308", "430212", "990103"]
    row = web.sites[0].truth()[0]
    assert row["region"] == {"adcode": "410308", "name": "孟津区", "path": ["河南省", "洛阳市", "孟津区"]}
    assert row["site_id_code"] == "4103080001"
