"""Literal JavaScript redirects of pages without text, and nothing else."""

import time

import pytest

from crawler.jumps import jump

URL = "http://www.county.example/"


@pytest.mark.parametrize(
    "script",
    [
        "window.location.href='/xxq/index.html'",
        'location.replace("/xxq/index.html")',
        "self.location = '/xxq/index.html'",
        "top.location='http://county.example/xxq/index.html'",
    ],
)
def test_a_page_that_only_jumps_is_followed(script):
    assert jump(f"<html><script>{script}</script></html>", URL).endswith("/xxq/index.html")


@pytest.mark.parametrize(
    "page",
    [
        "<script>location.href='http://elsewhere.example/'</script>",
        "<script>location.href='/a';location.href='/b'</script>",
        "<script>location.href=base+'/a'</script>",
        "<script>location.href='/'</script>",
        "<script>location.href='/a'</script><p>" + "本页有正文。" * 80,
        "<script>location.href='javascript:x()'</script>",
        "",
    ],
)
def test_everything_else_is_a_page_of_its_own(page):
    assert jump(page, URL) is None


def test_hostile_scripts_take_no_time():
    started = time.process_time()
    jump("<script>" + "location=" * 2000, URL)
    jump("<" * 19_000, URL)
    assert time.process_time() - started < 1
