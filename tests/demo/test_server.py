"""The demo web on real sockets: conditional requests, logs, time passing, portals, a process of its own."""

import http.client
import re
from urllib.parse import urlsplit

import pytest

from demo import events
from demo.apart import serve_apart
from demo.news.divisions import REAL
from demo.plan import Plan, default
from demo.server import DemoWeb, serve
from demo.site import REPEAT, Site


def ask(url, **headers):
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    try:
        connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""), headers=headers)
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


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


def test_each_page_shows_what_the_truth_says(web):
    for row in web.truth()[::37]:
        status, _, body = ask(row["url"])
        text = body.decode()
        assert status == 200
        assert row["title"] in text
        assert row["publish_date"].replace("T", " ") in text.replace("—", "-").replace("∶", ":")


def test_a_page_that_the_client_has_is_not_sent_again(web):
    for url in (web.sites[0].columns[0][1], web.truth()[0]["url"]):
        _, headers, body = ask(url)
        assert body
        assert ask(url, **{"If-None-Match": headers["ETag"]})[::2] == (304, b"")
        assert ask(url, **{"If-Modified-Since": headers["Last-Modified"]})[::2] == (304, b"")
        assert ask(url, **{"If-None-Match": '"other"', "If-Modified-Since": headers["Last-Modified"]})[0] == 200
        assert ask(url, **{"If-Modified-Since": "gibberish"})[0] == 200


def test_every_request_is_counted(web):
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


def test_robots_attachments_and_furniture_are_there(web):
    base = web.sites[0].base
    assert b"Disallow: /search" in ask(f"{base}/robots.txt")[2]
    assert ask(f"{base}/css/style.css")[0] == 200
    assert ask(f"{base}/xwzx/P0990101-000001_0.pdf")[1]["Content-Type"] == "application/pdf"


def test_time_brings_new_edited_moved_and_removed_postings():
    with serve(default(3, 300, ("trs", "vsb", "kaipu"))) as web:
        before = {row["url"]: row for row in web.truth()}
        happened = web.advance(new=3, edits=2, moves=1, removals=1)
        after = {row["url"]: row for row in web.truth()}
        kinds = [event.kind for event in happened]
        assert {kind: kinds.count(kind) for kind in set(kinds)} == {"new": 9, "edit": 6, "move": 3, "remove": 3}
        for event in happened:
            status = ask(event.url)[0]
            assert status == (404 if event.kind in {"move", "remove"} else 200)
            if event.kind == "edit":
                assert (before[event.url]["body"], after[event.url]["body"]) == (event.body_before, event.body_after)
            if event.kind == "move":
                assert ask(event.new_url)[0] == 200
                assert event.new_url in after
        assert web.events == happened


def test_the_same_calls_make_the_same_things_happen():
    def history():
        demo = DemoWeb(default(2, 200))
        return [(e.kind, e.number, e.key) for _ in range(3) for s in demo.sites for e in events.happen(s, new=2, edits=1, moves=1, removals=1, rebuild=False)]

    assert history() == history()


def test_an_edit_changes_the_validators_and_a_quiet_day_does_not():
    demo = DemoWeb(default(1, 100))
    served = demo.sites[0]
    (edit,) = events.happen(served, new=0, edits=1, moves=0, removals=0, rebuild=False)
    posting = served.site.posting(edit.number)
    tag = served.family.posted("", posting).etag
    events.happen(served, new=0, edits=0, moves=0, removals=0, rebuild=False)
    assert served.family.posted("", posting).etag == tag
    events.happen(served, new=0, edits=0, moves=0, removals=0, rebuild=True)
    assert served.family.posted("", posting).etag != tag


def test_a_rebuild_changes_footers_only():
    demo = DemoWeb(default(1, 100))
    served = demo.sites[0]
    posting = served.site.posting(5)
    before = served.family.article_page(posting, posting.article())
    events.happen(served, new=0, edits=0, moves=0, removals=0, rebuild=True)
    after = served.family.article_page(posting, posting.article())
    stamp = re.compile(r"页面生成时间：[\d :-]+")
    assert before != after
    assert stamp.sub("", before) == stamp.sub("", after)


def test_publish_times_rise_and_lists_fall():
    plan = default(2, 5000)
    site = Site(plan, plan.sites[0])
    times = [site.published(n) for n in range(site.count) if n % REPEAT != REPEAT - 1]
    assert times == sorted(times)
    assert max(times) <= plan.until
    shown = [p.published for p in site.rows(site.own[0], 1)]
    assert shown == sorted(shown, reverse=True)


def test_a_hundred_thousand_articles_cost_no_memory_to_plan():
    plan = default(1, 100_000)
    site = Site(plan, plan.sites[0])
    assert site.posting(99_999).article().title
    assert site.rows(site.own[0], site.pages(site.own[0]))


def test_portals_lead_from_the_province_to_every_county():
    plan = default(12, 120)
    with serve(Plan(sites=plan.sites, portals=True)) as web:
        found = set()
        province = ask(web.portals.province.home)[2].decode()
        for prefecture in web.portals.prefectures:
            assert prefecture.home in province
            page = ask(prefecture.home)[2].decode()
            found |= {home for code, _ in prefecture.below if (home := web.portals.homes[code]) in page}
        assert found == {served.home for served in web.sites}
        assert {row["adcode"] for row in web.portals.truth()} == {served.adcode for served in web.sites}
        assert ask(web.portals.province.home + "nowhere")[0] == 404


def test_sites_can_have_addresses_of_their_own():
    plan = default(2, 20)
    with serve(Plan(sites=plan.sites, own_addresses=True)) as web:
        assert [served.address for served in web.sites] == ["127.0.1.1", "127.0.1.2"]
        assert all(ask(served.home)[0] == 200 for served in web.sites)


def test_a_web_in_another_process_tells_the_same():
    with serve_apart(default(2, 100, ("vsb", "trs"))) as web:
        row = web.truth()[7]
        assert row["title"] in ask(row["url"])[2].decode()
        (event,) = [e for e in web.advance(new=0, removals=1) if e.adcode == web.sites[1].adcode]
        assert ask(event.url)[0] == 404
        assert web.requests() == 2
        web.forget_requests()
        assert web.requests() == 0


def test_real_counties_can_be_written_about_where_a_plan_names_them():
    web = DemoWeb(default(3, 30, divisions=REAL[:2]))
    assert [served.adcode for served in web.sites] == ["410308", "430212", "990103"]
    row = web.sites[0].truth()[0]
    assert row["region"] == {"adcode": "410308", "name": "孟津区", "path": ["河南省", "洛阳市", "孟津区"]}
    assert row["site_id_code"] == "4103080001"
