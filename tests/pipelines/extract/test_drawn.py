"""Articles that scripts draw: state objects, strings, templates, hidden text fields."""

import html
import json
import time

import pytest

from pipelines.errors import PageRejected
from pipelines.extract.drawn import draw
from pipelines.page import Page
from pipelines.read import read

TITLE = "县政府召开春耕生产工作会议"
PARAGRAPHS = [
    "3月5日上午，县长林向东主持召开春耕生产工作会议，研究部署农资供应和农机检修。",
    "会议要求，各乡镇要抢抓农时，把种植任务落实到田块，确保全年粮食丰收。",
]
MARKUP = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
OBJECT = {"id": 7, "title": TITLE, "publishTime": "2024-03-06 09:12:00", "source": "青溪融媒", "content": MARKUP}


def shell(script: str, middle: str = "") -> str:
    return f"<html><head><title>{TITLE}</title></head><body><ul><li><a href='/'>首页</a></li></ul>{middle}<div id='app'></div>{script}</body></html>"


def reading(text: str):
    return read(Page(url="http://www.qingxi.gov.cn/show?id=7", payload=text.encode(), content_type="text/html"))


@pytest.mark.parametrize(
    "script",
    [
        f"<script>window.__INITIAL_STATE__={json.dumps({'article': OBJECT}, ensure_ascii=False)};</script>",
        f"<script>window.__INITIAL_STATE__={json.dumps({'article': OBJECT})};</script>",
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"detail": OBJECT}}, ensure_ascii=False)}</script>',
        f"<script>var a={{title:'{TITLE}',publishTime:1709687520000,source:'青溪融媒',content:'{html.escape(MARKUP)}'}};</script>",
        f"<script>let a={{title:`{TITLE}`, pubDate:`2024-03-06`, origin:`青溪融媒`, body:`{MARKUP}`}}</script>",
    ],
)
def test_an_object_with_the_text_and_what_is_said_of_it(script):
    found = reading(shell(script))
    assert (found.title, (found.publish_date or "")[:10], found.source, found.body.split("\n")) == (TITLE, "2024-03-06", "青溪融媒", PARAGRAPHS)


@pytest.mark.parametrize(
    "script",
    [
        f"<script>var html = {json.dumps(MARKUP)}; $('#app').html(html);</script>",
        f'<textarea style="display:none">{html.escape(MARKUP)}</textarea>',
        f'<script type="text/html">{MARKUP}</script>',
        f"<template>{MARKUP}</template>",
    ],
)
def test_a_text_alone_takes_headline_and_meta_line_from_the_page(script):
    found = reading(shell(script, f"<h1>{TITLE}</h1><p>发布时间：2024-03-06 来源：青溪融媒</p>"))
    assert (found.title, found.publish_date, found.source, found.body.split("\n")) == (TITLE, "2024-03-06", "青溪融媒", PARAGRAPHS)


def test_several_texts_are_a_list_with_summaries():
    rows = [{"title": f"第{n}条", "content": f"<p>第{n}条：{PARAGRAPHS[0]}</p>"} for n in range(4)]
    with pytest.raises(PageRejected):
        reading(shell(f"<script>var list={json.dumps(rows, ensure_ascii=False)}</script>"))


def test_a_challenge_that_a_script_draws_is_no_article():
    text = "<p>您的访问过于频繁，为了保障网站的正常运行，请完成安全验证后再继续访问。</p><p>如有疑问请联系网站管理员，感谢您的理解与支持。</p>"
    with pytest.raises(PageRejected):
        reading(shell(f"<script>document.body.innerHTML='{text}'</script>"))


def test_an_unfilled_template_is_no_article():
    assert draw(shell("<script type='text/html'><p>{{content}}" + PARAGRAPHS[0] * 2 + "</p></script>"), TITLE) is None


@pytest.mark.parametrize("piece", ['"', '\\"', "'`", '"\\', "content:'", '{"content":"'])
def test_hostile_scripts_are_read_in_one_pass(piece):
    text = shell(f"<script>var a='县政府召开春耕生产工作会议'; {piece * 200_000}</script>")
    begun = time.process_time()
    draw(text, TITLE)
    assert time.process_time() - begun < 5
