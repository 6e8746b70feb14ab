"""Blocked, refused, gone, soft 404, down: never confused."""

import pytest

from crawler.blocked import obstacle
from db.models import SiteState

ARTICLE = "<html><title>县委召开常委会会议</title><body>" + "<p>会议强调,要抓好安全生产。</p>" * 80
CHALLENGES = [
    (412, b"<html></html>"),
    (521, b"<script>document.cookie='__jsl_clearance_s=1'</script>"),
    (200, b"<script>$_ts=window['$_ts'];if(!$_ts)$_ts={};</script>"),
    (202, b"<meta id='x' content='y' r='m'><script>window['$_ts']</script>"),
    (200, b"<script>var arg1='ACW';setCookie('acw_sc__v2')</script>"),
    (200, "<p>请完成安全验证</p>".encode()),
    (200, "<p>请完成安全验证</p>".encode("gb18030")),
]


@pytest.mark.parametrize(("status", "body"), CHALLENGES)
def test_challenges_are_blocked(status, body):
    assert obstacle(status, body).state is SiteState.BLOCKED


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (403, SiteState.UA_REFUSED),
        (404, SiteState.GONE),
        (410, SiteState.GONE),
        (429, SiteState.BLOCKED),
        (503, SiteState.BLOCKED),
        (500, SiteState.UNREACHABLE),
    ],
)
def test_each_status_has_its_meaning(status, state):
    assert obstacle(status, b"").state is state


@pytest.mark.parametrize("page", ["<title>404</title>", "<p>您访问的页面不存在</p>", "<title>出错了</title>", "<p>该信息已被删除</p>"])
def test_a_short_page_that_says_there_is_none_is_a_soft_404(page):
    assert obstacle(200, page.encode(), page).state is SiteState.SOFT_404


def test_an_article_about_missing_pages_is_an_article():
    page = ARTICLE + "<p>群众反映页面不存在的问题</p>"
    assert obstacle(200, page.encode(), page) is None


def test_a_long_article_that_names_a_challenge_is_an_article():
    page = ARTICLE + "<p>__jsl_clearance</p>" + "。" * 20_000
    assert obstacle(200, page.encode(), page) is None
