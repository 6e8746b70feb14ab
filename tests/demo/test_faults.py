"""Each fault does what its name says, and nothing that it should spare."""

import gzip
import http.client
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from demo import faults
from demo.exchange import Request
from demo.plan import default
from demo.served import AFFLICTED
from demo.server import DemoWeb, serve


def served_with(*names, family="trs", articles=100, sites=1):
    return DemoWeb(default(sites, articles, (family,), faults=frozenset(names))).sites[0]


def article(served, struck=True):
    posting = next(p for p in served.site.news() if (p.number % 10 == AFFLICTED) == struck)
    return Request(served.family.article_path(posting))


def first_list(served):
    return served.family.column_path(served.site.own[0])


def ask(served, request, **headers):
    if isinstance(request, str):
        request = Request(request, headers={k.lower().replace("_", "-"): v for k, v in headers.items()})
    return faults.answer(served, request)


def test_every_fault_has_a_test():
    text = Path(__file__).read_text(encoding="utf-8")
    assert [name for name in faults.names() if f'"{name}"' not in text] == []


@pytest.mark.parametrize(
    ("name", "status", "mark"),
    [
        ("challenge_412", 412, "$_ts"),
        ("challenge_202", 202, "$_ts"),
        ("challenge_200", 200, "$_ts"),
        ("challenge_468", 468, "blocked"),
        ("challenge_521", 521, "jsl_clearance"),
        ("challenge_512", 512, "jsl_clearance"),
        ("challenge_acw", 200, "acw_sc__v2"),
        ("captcha", 200, "滑块"),
    ],
)
def test_challenges_stand_before_every_page_but_not_before_robots(name, status, mark):
    served = served_with(name)
    answer = ask(served, "/")
    assert (answer.status, mark in answer.body) == (status, True)
    assert ask(served, "/robots.txt").status == 200


def test_a_wall_can_rise_later():
    served = served_with("challenge_later")
    assert [ask(served, "/").status for _ in range(21)] == [200] * 20 + [412]


def test_robots_like_agents_may_be_refused():
    served = served_with("ua_refused")
    assert ask(served, "/", User_Agent="xianzhi/1.0 (+http://example)").status == 403
    assert ask(served, "/", User_Agent="Mozilla/5.0 Firefox").status == 200


def test_files_may_be_captchas():
    assert "滑块" in ask(served_with("attachment_captcha"), "/x/990101-000001_0.pdf").body


@pytest.mark.parametrize(
    ("name", "encoding", "header", "declared"),
    [
        ("charset_header_gbk", "utf-8", "GBK", b'charset=utf-8"'),
        ("charset_header_latin", "utf-8", "ISO-8859-1", b'charset=utf-8"'),
        ("gb_as_gb2312", "gb18030", None, b"charset=gb2312"),
        ("gb_as_utf8", "gb18030", "utf-8", b"charset=utf-8"),
        ("gb_undeclared", "gb18030", None, None),
        ("utf8_as_gb2312", "utf-8", None, b"charset=gb2312"),
        ("utf16_as_gb2312", "utf-16", None, None),
    ],
)
def test_labels_lie(name, encoding, header, declared):
    served = served_with(name)
    request = article(served)
    answer = ask(served, request)
    payload = answer.payload()
    assert served.name in payload.decode(encoding)
    assert answer.header_type().partition("charset=")[2] == (header or "")
    assert declared is None or declared in payload
    if name == "gb_undeclared":
        assert b"charset" not in payload.partition(b"</head>")[0]


def test_gzip_may_be_forced():
    answer = ask(served_with("gzip_forced"), "/")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert b"<html" in gzip.decompress(answer.payload())


def test_a_bomb_is_small_on_the_wire():
    served = served_with("gzip_bomb")
    assert len(ask(served, article(served)).payload()) < 400_000
    assert "Content-Encoding" not in ask(served, article(served, struck=False)).headers


@pytest.mark.parametrize(
    ("name", "target"), [("redirect_metadata", "http://169.254.169.254/"), ("redirect_private", "http://10.0.0.1/"), ("redirect_loop", "/loop/a")]
)
def test_some_articles_lead_astray(name, target):
    served = served_with(name)
    answer = ask(served, article(served))
    assert answer.status == 302
    assert answer.headers["Location"].startswith(target)
    assert ask(served, article(served, struck=False)).status == 200
    if name == "redirect_loop":
        assert ask(served, "/loop/a").headers["Location"] == "/loop/b"
        assert ask(served, "/loop/b").headers["Location"] == "/loop/a"


def test_a_cookie_opens_the_door():
    served = served_with("cookie_redirect")
    answer = ask(served, "/")
    assert (answer.status, answer.headers["Location"]) == (302, "/")
    assert ask(served, "/", Cookie=answer.headers["Set-Cookie"]).status == 200


@pytest.mark.parametrize("name", ["reset_once", "unavailable_once", "truncated_once"])
def test_what_fails_once_works_the_second_time(name):
    served = served_with(name)
    first, second = ask(served, article(served)), ask(served, article(served))
    assert first.cut or first.status == 503
    assert (second.cut, second.status) == ("", 200)


@pytest.mark.parametrize(("name", "field"), [("reset", "cut"), ("truncated", "cut"), ("slow", "drip"), ("stall", "drip")])
def test_what_fails_always_spares_other_articles(name, field):
    served = served_with(name)
    assert getattr(ask(served, article(served)), field)
    assert not getattr(ask(served, article(served, struck=False)), field)


def test_the_whole_site_may_be_sluggish_down_or_throttled():
    assert ask(served_with("sluggish"), "/").wait > 0
    assert ask(served_with("unavailable"), "/").status == 503
    throttled = served_with("too_many")
    answers = [ask(throttled, "/") for _ in range(10)]
    assert answers[-1].status == 429
    assert answers[-1].headers["Retry-After"] == "1"
    assert {a.status for a in answers[:-1]} == {200}


def test_a_page_may_be_huge_and_validators_absent():
    served = served_with("huge", "no_validators")
    answer = ask(served, article(served))
    assert len(answer.payload()) > 40_000_000
    assert answer.etag is None


@pytest.mark.parametrize(("name", "mark"), [("meta_refresh", "url=/xxq/"), ("js_home", 'href = "/xxq/'), ("js_home_computed", "replace(p")])
def test_a_home_page_may_be_only_a_jump(name, mark):
    served = served_with(name)
    assert mark in ask(served, "/").body
    assert served.name in ask(served, "/xxq/index.html").body


def test_a_home_page_may_be_redirected_and_a_host_may_have_moved():
    assert ask(served_with("home_redirect"), "/").headers["Location"] == "/xxq/index.html"
    served = served_with("host_moved")
    served.elsewhere = "http://127.0.0.1:1"
    answer = ask(served, "/a")
    assert (answer.status, answer.headers["Location"]) == (301, "http://127.0.0.1:1/a")


@pytest.mark.parametrize(
    ("name", "status", "mark"), [("robots_html", 200, "<html"), ("robots_deny", 200, "Disallow: /\n"), ("robots_missing", 404, ""), ("robots_error", 503, "")]
)
def test_robots_answers(name, status, mark):
    answer = ask(served_with(name), "/robots.txt")
    assert answer.status == status
    assert mark in answer.body


def test_a_code_may_be_copied_from_another_site():
    assert "9999990001" in ask(served_with("foreign_code"), "/").body


def test_a_list_may_repeat_its_last_page():
    served = served_with("endless_last_page")
    path = first_list(served)
    last, beyond = ask(served, f"{path}index_2.html"), ask(served, f"{path}index_7.html")
    links = [line for line in last.body.split("\n") if "./2026" in line]
    assert links
    assert all(line in beyond.body for line in links)


def test_a_list_may_end_in_empty_pages_stubs_or_the_first_page_again():
    empty = served_with("empty_pages")
    assert "./2026" not in ask(empty, f"{first_list(empty)}index_4.html").body
    stub = served_with("stub_pages")
    assert len(ask(stub, f"{first_list(stub)}index_2.html").body) < 400
    again = served_with("first_again")
    assert ask(again, f"{first_list(again)}index_1.html").body == ask(again, first_list(again)).body


def test_old_articles_may_stand_above_new_ones():
    served = served_with("pinned", articles=200)
    shown = [p.published for p in served.site.rows(served.site.own[0], 1)]
    assert shown[2:] == sorted(shown[2:], reverse=True)
    assert max(shown[:2]) < min(shown[2:])


def test_a_list_may_shift_while_it_is_walked():
    served = served_with("insertion", articles=200)
    before = served.site.count
    ask(served, f"{first_list(served)}index_1.html")
    assert served.site.count == before + 2
    for _ in range(20):
        ask(served, f"{first_list(served)}index_2.html")
    assert served.site.count == before + 12


def test_new_articles_may_appear_below_older_ones():
    served = served_with("backdated", articles=200)
    served.site.count += 20
    shown = [p.number for p in served.site.rows(served.site.own[0], 1) + served.site.rows(served.site.own[1], 1)]
    assert [n for n in shown if n >= served.site.first_count] != sorted((n for n in shown if n >= served.site.first_count), reverse=True)
    assert set(range(served.site.first_count, served.site.count)) <= set(shown)


def test_what_is_missing_may_answer_200():
    assert "页面不存在" in ask(served_with("soft_404"), "/nowhere").body
    spa = ask(served_with("spa"), "/nowhere")
    assert (spa.status, "首页" in spa.body) == (200, True)
    soft = served_with("soft_articles")
    assert "已删除" in ask(soft, article(soft)).body
    shell = served_with("spa_articles")
    assert "首页" in ask(shell, article(shell)).body == ask(shell, "/nowhere").body
    home = served_with("home_articles")
    assert (ask(home, article(home)).status, ask(home, article(home)).headers["Location"]) == (302, "/")
    dead = served_with("dead_links")
    assert ask(dead, article(dead)).status == 404
    assert ask(dead, article(dead, struck=False)).status == 200


def test_tags_may_be_missing_unfilled_or_wrong():
    plain = ask(served_with(), article(served_with())).body
    assert "PubDate" in plain
    assert "PubDate" not in ask(served_with("meta_absent"), article(served_with())).body
    assert 'SiteIDCode" content="政府网站标识码"' in ask(served_with("meta_placeholders"), article(served_with())).body
    assert 'ContentSource" content="信息来源"' in ask(served_with("meta_label_source"), article(served_with())).body
    assert 'PubDate" content="2026-10-29 03:00"' in ask(served_with("meta_wrong_date"), article(served_with())).body


def test_rows_may_be_short_of_years_and_words_or_lead_off_the_site():
    path = first_list(served_with())
    assert "[2026-" in ask(served_with(), path).body
    assert "[2026-" not in ask(served_with("list_short_dates"), path).body
    assert "…</a>" in ask(served_with("list_cut_titles"), path).body
    assert "mp.weixin.example" in ask(served_with("external_rows"), path).body


def test_bodies_may_come_twice_or_not_at_all():
    plain, twice = served_with(), served_with("body_twice")
    line = next(plain.site.news()).article().body.split("\n")[0]
    request = Request(plain.family.article_path(next(plain.site.news())))
    assert ask(twice, request).body.count(line) == ask(plain, request).body.count(line) * 2 or line in ask(plain, request).body.split("</head>")[0]
    for name, mark in (("image_only", "_long.jpg"), ("attachment_only", "_0.pdf")):
        served = served_with(name)
        assert mark in ask(served, article(served)).body
        assert mark not in ask(served, article(served, struck=False)).body


def test_the_source_may_be_written_by_a_script():
    served = served_with("source_by_script")
    assert f'document.write("{next(p for p in served.site.news() if p.number % 10 == AFFLICTED).article().source}")' in ask(served, article(served)).body


def get(url):
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=5)
    try:
        connection.request("GET", parts.path)
        return connection.getresponse().read()
    finally:
        connection.close()


def test_faults_on_the_wire():
    with serve(default(4, 400, ("trs",), faults=frozenset({"closed"}))) as web, pytest.raises(OSError, match="refused"):
        get(web.sites[0].home)
    for name, error in (("reset", OSError), ("truncated", http.client.IncompleteRead)):
        with serve(default(1, 100, ("trs",), faults=frozenset({name}))) as web, pytest.raises((error, http.client.RemoteDisconnected)):
            get(web.sites[0].struck()[0])
    with serve(default(1, 100, ("trs",), faults=frozenset({"slow"}))) as web:
        began = time.monotonic()
        assert b"</html>" in get(web.sites[0].struck()[0])
        assert time.monotonic() - began > 0.5
