"""Flattening: blocks, tables, links, images, hidden parts."""

import pytest

from pipelines.extract.flow import flow
from pipelines.extract.tree import parse


def lines(html: str) -> list[str]:
    return [line.text for line in flow(parse(html)).lines]


def test_blocks_break_lines_and_inline_elements_do_not():
    assert lines("<div><p>20<span>24</span>年<b>3</b>月</p><ucapcontent>正<font>文</font></ucapcontent>尾</div>") == ["2024年3月", "正文", "尾"]


def test_labels_that_only_a_style_parts_from_the_value_before_them_stand_apart():
    assert lines("<div><span>来源：县报</span><span>时间：2024-03-06</span></div><p>要<b>坚持：</b>稳</p>") == ["来源：县报 时间：2024-03-06", "要坚持：稳"]


def test_a_break_ends_a_line_and_blanks_run_together():
    assert lines("<p>　　第一段&nbsp;&nbsp;甲<br>\n\t第二段</p>") == ["第一段 甲", "第二段"]


def test_rows_keep_their_cells_and_layout_tables_do_not():
    assert lines("<table><tr><td>乡镇</td><td><p>面积</p><p>（亩）</p></td></tr><tr><td></td><td>5</td></tr></table>") == [
        "乡镇\t面积 （亩）",
        "\t5".strip("\t") and "\t5",
    ]
    assert lines("<table><tr><td>导航</td><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>") == ["导航", "甲\t乙"]
    assert lines(f"<table><tr><td>栏目</td><td>{'长' * 2000}</td></tr></table>") == ["栏目", "长" * 2000]


def test_a_menu_beside_a_text_makes_no_row():
    menu = "".join(f'<a href="{n}.html">农业要闻</a><br>' for n in range(3))
    text = "<br>".join(["县里召开春耕生产会议，部署农资供应、农机检修和技术服务等各项工作。" * 3] * 3)
    assert len(lines(f"<table><tr><td>{menu}</td><td>{text}</td></tr></table>")) == 6


def test_a_label_without_a_colon_is_told_by_its_box():
    assert lines("<ul><li><label>来源</label><span>县政府办</span></li></ul><p><span>来源</span><span>于生活</span><span>。</span></p>") == [
        "来源：县政府办",
        "来源于生活。",
    ]


def test_a_label_written_with_a_variable_gets_its_value():
    assert lines("""<p>甲<script>var ly = '县政府办'; document.write("来源：" + ly);</script></p>""") == ["甲 来源：县政府办"]


@pytest.mark.parametrize("tag", ["script", "style", "select", "textarea", "noscript", "iframe", "button", "svg", "template"])
def test_what_is_never_shown_is_not_read(tag):
    assert lines(f"<p>甲</p><{tag}>乙</{tag}><p>丙</p>") == ["甲", "丙"]


@pytest.mark.parametrize("attribute", ['style="display:none"', 'style="color:red; DISPLAY : NONE"', "hidden"])
def test_hidden_parts_are_not_read_but_the_text_after_them_is(attribute):
    assert lines(f"<div>甲<span {attribute}>乙</span>丙</div>") == ["甲丙"]


def test_characters_that_lxml_refuses_do_not_stop_the_walk():
    assert lines('<div>甲&#12;<i hidden>乙</i>&#31;丙</div><script>document.write("来源：&#12;丁\x0c")</script>')[0].replace("\x1f", "") == "甲 丙"


def test_a_label_that_a_script_writes_is_read():
    assert lines("<p><script>document.write('<b>来源：</b>县融媒体中心')</script></p><p><script>document.write('<a>广告</a>')</script></p>") == [
        "来源： 县融媒体中心"
    ]


def test_links_and_images_know_their_line():
    found = flow(parse('<div><p>甲</p><p>见<a href=" b.html " title="全文">这里</a></p><img data-src="c.jpg" src="data:image/gif;base64,x" alt="图"></div>'))
    assert [(link.href, link.text, link.line, link.title) for link in found.links] == [("b.html", "这里", 1, "全文")]
    assert [(image.src, image.alt, image.line) for image in found.images] == [("c.jpg", "图", 2)]
    assert (found.lines[1].link_chars, found.lines[1].links) == (2, ("这里",))


def test_an_element_kept_apart_has_lines_of_its_own_even_inline_and_in_a_row():
    root = parse('<table><tr><td>左</td><td>前<font id="zoom">正文</font>后</td></tr></table>')
    zoom = root.xpath("//*[@id='zoom']")[0]
    found = flow(root, {zoom})
    assert [line.text for line in found.lines] == ["左", "前", "正文", "后"]
    assert [line.text for line in found.part(zoom).lines] == ["正文"]


def test_a_hidden_element_has_no_part():
    root = parse('<div><p id="a" style="display:none">甲</p>乙</div>')
    hidden = root.xpath("//*[@id='a']")[0]
    assert flow(root, {hidden}).part(hidden) is None


def test_ten_thousand_open_elements_are_walked():
    assert lines("<div>" * 10_000 + "<p>甲</p>") == ["甲"]


def test_a_page_of_too_many_elements_is_read_up_to_the_limit_and_says_so():
    found = flow(parse("<div>" + "<p>甲</p>" * 90_000 + "</div>"))
    assert found.cut_short
    assert 70_000 < len(found.lines) < 90_000
