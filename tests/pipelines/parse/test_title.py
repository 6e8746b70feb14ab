"""The headline: which rule wins, and titles that are made."""

import pytest

from pipelines.parse.derived import derived
from pipelines.parse.title import title
from tests.pipelines.parse.scenes import scene

LONG = "县政府召开常务会议研究部署春耕生产森林防火和重点项目建设工作"


@pytest.mark.parametrize(
    ("made", "text", "rule"),
    [
        (scene([LONG, "2024-03-06"], metas={"articletitle": LONG}), LONG, "meta ArticleTitle"),
        (scene([LONG, "2024-03-06"], metas={"articletitle": LONG[:20] + "..."}), LONG, "meta ArticleTitle"),
        (scene([LONG, "2024-03-06"], page_title=f"{LONG}_青溪县人民政府"), LONG, "visible line that <title> repeats"),
        (
            scene(["县政府召开常务会议", "研究春耕", "2024-03-06"], page_title="青溪县人民政府门户网站"),
            "县政府召开常务会议",
            "line above the meta line",
        ),
        (scene([], page_title=f"{LONG} - 青溪要闻 - 青溪县人民政府"), LONG, "<title> without site and column"),
        (scene(["信息名称\t关于春耕生产的通知\t发布机构\t县政府办"], page_title="青溪县人民政府"), "关于春耕生产的通知", "row of the metadata table"),
        (scene(["标题"], delimited_title="<b>县政府召开会议</b>"), "县政府召开会议", "delimiters [标题]"),
    ],
)
def test_the_first_rule_that_finds_a_headline_wins(made, text, rule):
    found = title(made)
    assert (found.text, found.evidence.rule, found.derived) == (text, rule, False)


def test_a_headline_above_a_metadata_block_of_many_lines_and_one_below_it():
    block = ["索引号：QX-3345", "信息分类：要闻", "发布机构：县政府办", "发文日期：2024-03-06", "发布日期：2024-03-06", "文号：无"]
    assert title(scene(["首页 > 要闻", LONG, *block], page_title="信息公开")).text == LONG
    assert title(scene(["首页 > 要闻", *block, LONG], page_title="信息公开")).text == LONG
    assert title(scene(["首页 > 要闻", "【发布机构】", "青溪县人民政府办公室", "【发布日期】", "2024-03-06", "停电公告"], page_title="要闻")).text == "停电公告"


def test_a_column_s_name_is_no_headline_of_four_characters():
    assert title(scene(["通知公告", "2024-03-06"], page_title="信息公开")).derived


def test_a_template_variable_is_no_title():
    assert title(scene([], metas={"articletitle": "${title}"}, page_title="无标题文档")).derived


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("本报讯（记者 王颖）3月5日上午，县政府召开常务会议，研究工作。", "县政府召开常务会议"),
        ("(记者 张三)8月31日至9月2日，县长带队观摩重点项目。", "县长带队观摩重点项目"),
        ("新华社北京1月1日电 国务院近日印发通知，部署工作。", "国务院近日印发通知"),
        ("同志们：今天，我们召开区政府全体会议，主要任务是部署工作。", "我们召开区政府全体会议"),
    ],
)
def test_a_made_title_says_what_the_first_sentence_says(line, made):
    assert derived([line])[0] == made


def test_nothing_gives_no_title():
    assert derived(["短。"]) is None


@pytest.mark.parametrize(
    ("tag", "page_title", "text"), [("h1", "停水通知_青溪县人民政府", "停水通知"), ("h2", "停水通知", "停水通知"), ("p", "停水通知_青溪县人民政府", "停水通知")]
)
def test_a_heading_of_few_characters_is_a_headline_where_the_page_title_begins_with_it(tag, page_title, text):
    made = scene(["要闻", "停水通知", "2024-03-06"], page_title=page_title)
    made.before[1].tag = tag
    found = title(made)
    assert (None if found.derived else found.text) == text
