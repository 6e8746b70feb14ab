"""Guards the formulas: what counts as one, its head noun, its normal form and what it enumerates."""

import pytest

from pipelines.facts import formulas
from pipelines.facts.context import Context
from pipelines.facts.language.text import Text


def found(body: str):
    return formulas.find(Text.of(body), Context())


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("坚持“345”的发展战略。", "“345”的发展战略"),
        ("培育“1+8+N”现代产业体系。", "“1+8+N”现代产业体系"),
        ("围绕“三个一批”，推动项目建设。", "“三个一批”"),
        ("深入推进“四比四看”。", "“四比四看”"),
        ("形成“一心两翼三带”空间布局。", "“一心两翼三带”空间布局"),
        ("实施“工业强县”战略。", "“工业强县”战略"),
        ("开展“绿色家园、美丽清溪”活动。", "“绿色家园、美丽清溪”活动"),
        ("坚持“工业富县、农业稳县、商贸活县、旅游旺县、生态美县”发展战略。", "“工业富县、农业稳县、商贸活县、旅游旺县、生态美县”发展战略"),
        ("筑牢“三道防线”，严守规矩。", "“三道防线”"),
        ("严守“八条禁令”。", "“八条禁令”"),
        ("今年是“项目攻坚突破年”。", "“项目攻坚突破年”"),
        ("做好“六稳”工作。", "“六稳”"),
        ("坚持“一村一品，一户一业”。", "“一村一品，一户一业”"),
        ("深化“放管服”改革。", "“放管服”改革"),
        ("推行“一线工作法”。", "“一线工作法”"),
        ("构建1+3+N产业体系。", "1+3+N产业体系"),
        ("落实「三高四新」战略。", "「三高四新」战略"),
    ],
)
def test_a_formula_is_read_with_its_head_noun(body, name) -> None:
    assert [formula.name for formula in found(body)] == [name]


@pytest.mark.parametrize(
    "quoted",
    [
        "十四五",
        "一把手",
        "百强县",
        "改造",
        "压舱石",
        "开门红",
        "摸着石头过河",
        "110",
        "2021",
        "最后一公里",
        "闯",
        "忠诚、担当、实干、清廉",
        "三农",
        "五种本领",
        "一出戏",
        "怎么干",
        "先上车，后买票",
        "消费者",
    ],
)
def test_other_quotations_are_none(quoted) -> None:
    assert found(f"他说起“{quoted}”的问题。") == ()


def test_one_formula_is_stated_once() -> None:
    assert len(found("坚持“三个一批”。“三个一批”见成效。")) == 1


def test_spellings_meet_in_one_key() -> None:
    assert formulas.normal("三个一批") == formulas.normal("3个1批") == formulas.normal("三个 一批")


@pytest.mark.parametrize(
    ("body", "items"),
    [
        ("实施“三大战略”，即工业强县、农业稳县、旅游兴县，努力奋斗。", ("工业强县", "农业稳县", "旅游兴县")),
        ("抓好“二抓二推动”，即：抓好项目，推动投入；抓好平台，推动集聚。", ("抓好项目，推动投入", "抓好平台，推动集聚")),
        ("实施“三大战略”，即工业强县、农业稳县。", ()),
    ],
)
def test_what_it_counts_is_listed_where_the_count_is_right(body, items) -> None:
    assert found(body)[0].items == items


def test_parallel_words_make_a_campaign() -> None:
    assert [formula.name for formula in found("开展“大学习、大讨论、大落实”活动。")] == ["“大学习、大讨论、大落实”活动"]
    assert found("开展“送政策、听民声、解难题、办实事、促发展”座谈。") == ()


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("打好“蓝天、碧水、净土”三大保卫战。", ["“蓝天、碧水、净土”三大保卫战"]),
        ("打好“蓝天、碧水”三大保卫战。", []),
        ("推行“党建引领+网格治理”模式。", ["“党建引领+网格治理”模式"]),
    ],
)
def test_parts_that_are_counted_and_parts_that_are_added(body, wanted) -> None:
    assert [formula.name for formula in formulas.find(Text.of(body), Context())] == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("坚持“生态立县、旅游兴县、产业强县”发展思路。", ["“生态立县、旅游兴县、产业强县”发展思路"]),
        ("实施“双百亿”工程。", ["“双百亿”工程"]),
        ("选优配强村“两委”班子。", []),
        ("产值超过“双百亿”。", []),
    ],
)
def test_ways_of_thinking_and_pairs(body, wanted) -> None:
    assert [formula.name for formula in found(body)] == wanted


def test_the_noun_behind_a_series_is_said_of_all() -> None:
    names = [formula.name for formula in found("开展“项目攻坚年”“招商突破年”“环境提升年”活动。")]
    assert names == ["“项目攻坚年”", "“招商突破年”", "“环境提升年”活动"]


def test_parts_that_are_added_up_make_a_mechanism() -> None:
    assert [formula.name for formula in found("落实“河长+检察长+警长”机制。")] == ["“河长+检察长+警长”机制"]


def test_a_formula_of_the_headline_alone_has_nothing_to_quote() -> None:
    only = formulas.find(Text.of("县领导慰问劳动者。"), Context(title="县领导开展“送清凉”慰问活动"))
    assert [(formula.name, formula.quote) for formula in only] == [("“送清凉”慰问活动", "")]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("实施“工业强县、生态立县、文旅兴县、人才活县”战略。", ["“工业强县、生态立县、文旅兴县、人才活县”战略"]),
        ("对照“一超两不愁三保障”标准核查。", ["“一超两不愁三保障”"]),
    ],
)
def test_long_parallels_and_formulas_within_one(body, wanted) -> None:
    assert [formula.name for formula in found(body)] == wanted
