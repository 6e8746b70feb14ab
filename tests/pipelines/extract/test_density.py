"""The densest block, and where the headline stands."""

import pytest

from pipelines.extract.density import densest, headline_at
from pipelines.extract.flow import flow
from pipelines.extract.tree import parse

A = "3月5日上午，县长林向东主持召开县政府常务会议，研究部署全县春耕生产工作。"


def found(html: str, title: str = "县政府召开常务会议") -> str:
    root = parse(html)
    return densest(flow(root), root, title)[1].text


def test_the_block_with_the_text_is_found_between_headline_and_tail():
    html = f"<div><p>{A[:30]}，导语。</p></div><h1>县政府召开常务会议</h1><div><div><p>{A}</p><p>{A}</p></div></div><p>相关阅读</p><div><p>{A}</p></div>"
    assert found(html) == f"{A}\n{A}"


def test_comments_and_side_bars_weigh_nothing():
    html = f'<h1>县政府召开常务会议</h1><div><div class="x"><p>{A}</p></div><div class="comment-list">{"<p>" + A + "</p>" * 9}</div></div>'
    assert found(html) == A


def test_links_alone_are_no_body():
    root = parse(f"<ul>{'<li><a href=a>全县春季植树造林动员会召开，县领导参加。</a></li>' * 9}</ul>")
    assert densest(flow(root), root) is None


def test_of_repeated_headlines_the_one_above_the_date_is_meant():
    lines = flow(parse("<h1>县政府召开常务会议</h1><p>2024-03-06</p><p>县政府召开常务会议</p>" + "<p>正文</p>" * 9)).lines
    assert headline_at(lines, "县政府召开常务会议_青溪县") == 0
    assert headline_at(lines, "另一个标题") is None


LONG = "昨日上午，记者在青溪县太和镇看到，旧路翻新方便出行，现场一派忙碌景象。"
SHORT = "据悉，太和镇还将用好政策工具。"


@pytest.mark.parametrize("paragraph", ["<div>{}</div>", '<div style="text-indent:2em">{}</div>', "<section>{}</section>", "<p>{}</p>", "{}<br>"])
@pytest.mark.parametrize("lines", [(LONG, SHORT), (SHORT, LONG), (LONG, "特此公告。"), (LONG, SHORT, SHORT)])
def test_a_short_paragraph_beside_a_long_one_is_kept_whatever_the_blocks(paragraph, lines):
    body = "".join(paragraph.format(line) for line in lines)
    html = f'<div class="x"><h1>旧路翻新方便群众出行</h1><div class="y">2024-03-06 来源：今日青溪</div><div class="z">{body}</div></div><div>版权所有：青溪县</div>'
    assert found(html, "旧路翻新方便群众出行").split("\n")[-len(lines) :] == list(lines)


def test_a_single_sentence_stays_apart_from_its_meta_line():
    html = f'<div><h1>旧路翻新方便群众出行</h1><div class="y">2024-03-06 来源：今日青溪</div><div class="z">{LONG}</div></div>'
    assert found(html, "旧路翻新方便群众出行") == LONG


def test_one_sentence_is_found_above_related_news_and_the_site_s_disclaimers():
    side = "".join(f"<li><a href='{n}.html'>全县安全生产工作会议召开，县领导参加会议</a></li>" for n in range(4))
    legal = "<p>任何单位或个人认为本网站网页内容可能涉嫌侵犯其合法权益，应及时向本网站书面反馈，并提供身份证明、权属证明及详细情况说明。</p>" * 3
    html = (
        f"<div><h1>县政府召开常务会议</h1><p>2024-03-06</p><div class='zz'><p>{A}</p></div></div><div><h3>热点推荐</h3><ul>{side}</ul></div><div>{legal}</div>"
    )
    assert found(html) == A
    assert found(html.replace("热点推荐", "请看这里")) == A


def test_the_byline_below_an_only_paragraph_stays():
    assert found(f"<h1>县政府召开常务会议</h1><div><div>{A}</div><p class='r'>（记者 王小磊）</p></div>") == f"{A}\n（记者 王小磊）"


def test_a_footer_s_sentence_is_no_text_and_a_signature_no_headline():
    footer = "<div><p>青溪县人民政府主办 网站标识码4399990001</p><p>本网站由县大数据中心负责维护，建议您使用新版浏览器访问。</p></div>"
    assert found(f"<div><h1>县政府召开常务会议</h1><div><p>{A}</p></div></div>{footer}") == A
    assert found(f"<div><p>县政府召开常务会议</p><div><p>{A}</p></div></div>{footer}", "要闻") == A
    lines = flow(parse("<p>甲</p><p>青溪县人民政府</p><p>2024年3月6日</p>")).lines
    assert headline_at(lines, "青溪县人民政府") is None
