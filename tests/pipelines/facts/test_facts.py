"""Guards what all kinds share: each fact's words stand in the body at its offset, whatever the text; kinds are found by being there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines import facts
from pipelines.factual import Facts
from pipelines.reading import Reading
from tests.pipelines.facts import samples
from tests.pipelines.facts.samples import reading


def load() -> None:
    """Dictionaries are read at the first use, which no single example should be timed with."""
    facts.find_all(reading(samples.MEETING))


def every_fact(found: Facts):
    for group in (found.people, found.meetings, found.indicators, found.formulas, found.event_dates, found.keywords, *found.more.values()):
        yield from group


def assert_quoted(read: Reading) -> None:
    for fact in every_fact(facts.find_all(read)):
        assert read.body[fact.start : fact.start + len(fact.quote)] == fact.quote


@pytest.mark.parametrize("body", samples.ALL)
@pytest.mark.parametrize("date", [None, "2024", "2024-03", "2024-03-01", "2024-03-01T09:00:00", "nonsense"])
def test_every_quote_stands_in_the_body(body, date) -> None:
    assert_quoted(reading(body, publish_date=date, title="清溪县召开会议"))


def test_quotes_are_in_the_script_of_the_page_and_names_in_simplified() -> None:
    read = reading(samples.TRADITIONAL, "一个长度不同的简体文本", script="hant", publish_date="2013-06-25")
    found = facts.find_all(read)
    assert_quoted(read)
    assert found.people[0].quote == "區委副書記、區長陳立軍"
    assert (found.people[0].name, found.people[0].posts) == ("陈立军", ("区委副书记", "区长"))
    assert [person.name for person in found.people] == ["陈立军", "潘云", "诸晓东", "马锐厅"]
    assert found.meetings[0].name == "区政府第8次常务会议"
    assert found.formulas[0].name == "「科技兴区」战略"


load()
PIECES = [
    "县委书记",
    "副县长",
    "李海涛",
    "、",
    "，",
    "。",
    "\n",
    "主持",
    "召开",
    "会议",
    "“",
    "”",
    "三个一批",
    "增长",
    "8%",
    "亿元",
    "地区生产总值",
    "2021年",
    "3月5日",
    "分别",
    "和",
    "（",
    "）",
    "同比",
    "下降",
    " ",
    "x",
    "1",
    "的",
    "第十届",
    "次",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_no_order_of_the_words_of_the_field_breaks_anything(body) -> None:
    assert_quoted(reading(body, publish_date="2021-03-09"))


@pytest.mark.parametrize(
    "sentence",
    [
        "县委书记次仁主持会议，县长扎西次仁、买买提·艾力出席",
        "2月5日至3月8日，县委副书记、县长 林 东在县十三届人大三次会议上作政府工作报告",
        "力争地区生产总值增长8%左右，城乡居民人均可支配收入分别增长7.5%和8.5%以上",
        "坚持“三大定位”：打造生态强县、文化名县、旅游大县",
    ],
)
def test_a_text_may_end_anywhere(sentence) -> None:
    for end in range(len(sentence)):
        assert_quoted(reading(sentence[:end], publish_date="2021-03-09"))


@given(st.text(max_size=200))
def test_no_text_breaks_anything(body) -> None:
    assert_quoted(reading(body, title=body[:30], kicker=body[10:40], subtitle=body[5:50]))


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        "GDP1%",
        "县委书记、",
        "买买提·",
        "县",
        "长",
        "、李",
        "1,",
        "GDP",
        "增长8%",
        "“三个",
        "（",
        " ",
        "\n",
        "第一",
        "3月",
        "李明、",
        "-",
        "—",
        "全市地区生产总值",
        "会议",
        "据",
        "20",
    ],
)
def test_long_runs_take_time_in_proportion(unit) -> None:
    body = unit * (30_000 // len(unit))
    assert_quoted(reading(body))


def test_facts_say_which_code_made_them() -> None:
    assert facts.find_all(reading(samples.MEETING)).version == facts.VERSION


def test_every_kind_has_a_place_or_goes_into_more() -> None:
    names = {module.KIND for module in facts.kinds()}
    assert {"people", "meetings", "event_dates", "indicators", "formulas", "region", "genre", "flags", "keywords"} <= names


def test_a_kind_comes_after_those_it_needs() -> None:
    order = [module.KIND for module in facts.kinds()]
    for module in facts.kinds():
        assert all(order.index(need) < order.index(module.KIND) for need in getattr(module, "NEEDS", ()))


def test_finding_is_a_function_of_its_arguments() -> None:
    read = reading(samples.REPORT, publish_date="2022-01-14", title="政府工作报告")
    assert facts.find_all(read) == facts.find_all(read)
