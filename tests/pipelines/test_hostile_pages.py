"""Pages that are made to be slow: every page of a megabyte is read, or refused, in seconds (processor time)."""

import contextlib
import time

import pytest

from pipelines.errors import PageRejected
from pipelines.extract.containers import _STRONG
from pipelines.page import Page
from pipelines.read import read

TEXT = "3月5日上午，县长林向东主持召开县政府常务会议，研究部署全县春耕生产工作，听取有关情况汇报，并就下一步工作提出要求。"
REPORT = f"<h1>县政府召开会议</h1>{f'<p>{TEXT}</p>' * 3}"
IN_HEADLINE_S_PLACE = "<title>县政府召开会议</title><h1>县政府召开会议</h1>{}<div class=TRS_Editor>" + f"<p>{TEXT}</p>" * 3 + "</div>"
DEEP = 1900
"""Elements; parsers stop at 2,048."""
MIRROR = "<p>縣(xiàn)政府召開會議，審議計劃報告，書記長講話，縣(xiàn)長主持，長(zhǎng)期規劃，書(shū)記強調，會(huì)議指出。</p>" * 3
CLASSES = [name[1:] for name in _STRONG if name.startswith(".")][:60]
CASES = {
    "hidden elements side by side": REPORT + "<i hidden>x</i>y" * 40_000,
    "labels parted from values by style": REPORT + "<span>来源</span>" * 40_000,
    "labels nested in labels": REPORT + "<b><span>来源</span>" * DEEP + "县" * 300_000,
    "scripts without end around lost text": "<script>" * 100_000 + "县" * 500,
    "comments without end around lost text": "<title>" + "<!--" * 100_000 + "县" * 500,
    "labels that scripts write": REPORT + ("<script>" + "".join(f'document.write("来源："+a{n});' for n in range(600)) + "</script>") * 20,
    "empty labels": IN_HEADLINE_S_PLACE.format("<p>来源：</p>" * 30_000),
    "empty labels of people": IN_HEADLINE_S_PLACE.format("<p>作者：</p>" * 30_000),
    "tails above a long text": "<h1>县政府召开会议</h1>" + "<p>上一篇</p>" * 30_000 + f"<p>{TEXT}</p>" * 3_000,
    "nested templates": REPORT + "<template>" * DEEP + "县" * 100_000,
    "nested rows": REPORT + "<table>" + "<tr><td>县<td>乡<div>" * 600 + "<p>县</p>" * 30_000,
    "nested containers with little in them": "".join(f"<div class={name}>" for name in CLASSES) + "".join(f"<p><a href=/u/{n}.pdf>a{n}</a></p>" for n in range(25_000)),
    "a long name around many lines": f"<title>县</title><div class='{'x' * 300_000}'>" + "<br>县政府召开全体会议" * 20_000 + f"</div>{REPORT}",
    "a long name around many crumbs": f"<div class='{'x' * 300_000}'>" + "<br>首页 要闻 位置" * 20_000 + f"</div>{REPORT}",
    "characters that a mirror broke": MIRROR + f"<p>{TEXT}</p>" + "".join(f"<p>县?{one}{two}āng)政</p>" for one in "abcdefghij" for two in "abcdefghij") * 60,
    "links that are never closed": f"<div><div><div><div><p>{TEXT}" + "<div><span>县</span><a>" * 10_000,
    "links in blocks in blocks": "<div>" * 240 + "<p><a href=/x>县</a></p>" * 1990,
    "a tag with thousands of attributes": f"<p>县</p><p {' '.join(f'a{n}=x' for n in range(25_000))}>县</p>",
    "documents below a headline": "<title>县政府召开会议</title><h1>县政府召开会议</h1>" + "".join(f"<p><a href=/u/{n}.pdf>附件{n}</a></p>" for n in range(30_000)),
    "nested blocks around pictures": "<title>县政府召开会议</title><h1>县政府召开会议</h1>" + "<div><p>打印</p>" * DEEP + "<img src=/u/1.jpg>" + "<p>打印</p>" * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_page_made_to_be_slow_is_read_in_one_pass(case):
    page, begun = Page(url="http://www.qingxi.gov.cn/xw/t20240306_1.html", payload=CASES[case].encode(), content_type="text/html"), time.process_time()
    with contextlib.suppress(PageRejected):
        read(page)
    assert time.process_time() - begun < 5
