"""Guards what is said of a document as a whole: region, genre, flags and keywords."""

import pytest

from pipelines import facts
from pipelines.factual import Facts
from pipelines.page import Hints
from tests.pipelines.facts import samples
from tests.pipelines.facts.samples import reading


def of(body: str, hints: Hints | None = None, **known) -> Facts:
    return facts.find_all(reading(body, **known), hints)


def adcode(body: str, hints: Hints | None = None, **known) -> str | None:
    region = of(body, hints, **known).region
    return region.adcode if region else None


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("开封市龙亭区召开会议，龙亭区各单位参加。", "410202"),
        ("株洲市渌口区召开会议。渌口加快发展。", "430212"),
        ("孟津县召开会议，孟津各镇参加。", "410308"),
        ("近日，叙永县县委副书记到乡镇检查工作。", "510524"),
        ("漯河市召开全市大会，漯河各县区参加。", "411100"),
        ("山东省举行新闻发布会。", "370000"),
        ("会议强调，要抓好落实。", None),
        ("各县区要向先进学习。", None),
    ],
)
def test_the_region_is_the_division_that_is_spoken_of(body, code) -> None:
    assert adcode(body) == code


def test_a_shared_name_goes_to_the_one_whose_parent_is_named() -> None:
    assert adcode("福州市鼓楼区召开会议，鼓楼区各街道参加。") == "350102"
    assert adcode("南京市鼓楼区召开会议，鼓楼区各街道参加。") == "320106"


def test_the_site_decides_for_our_county_only() -> None:
    hints = Hints(site_adcode="330327")
    assert adcode("今天，我县召开绿化工作会议，县委书记讲话。", hints) == "330327"
    assert adcode("杭州市西湖区召开会议，西湖区各街道参加。", hints) == "330106"
    assert adcode("国务院印发通知。", hints) is None


def test_a_person_is_no_place() -> None:
    assert adcode("副主席胡文成出席活动并讲话。胡文成指出，要抓好落实。胡文成强调，要创新。") is None


def test_a_town_is_not_the_county_of_its_name() -> None:
    assert adcode("县委书记何强到东河镇、和平乡调研。") is None


def test_a_city_report_names_its_counties_in_passing() -> None:
    assert adcode("全市推进项目建设。我市各县区竞相发展，孟津区新上项目5个，偃师区新上项目3个。市委、市政府高度重视。") == "410300"


@pytest.mark.parametrize(
    ("body", "title", "genre"),
    [
        (samples.MEETING, "清溪县召开安全生产工作会议", "meeting_news"),
        (samples.INSPECTION, "何志强到东河镇调研秋粮生产", "inspection"),
        (samples.REPORT, "政府工作报告", "work_report"),
        (samples.NOTICE, "关于做好春节期间安全生产工作的通知", "notice"),
        (samples.STATISTICS, "上半年全县经济运行情况", "other"),
        (samples.SAMPLE, None, "template_or_ad"),
        ("同志们：\n今天，我们召开大会。下面，我讲三点意见。", "在全县大会上的讲话", "speech"),
        ("县政府领导带队到企业走访慰问困难职工。县长李涛来到职工家中。", "县长李涛走访慰问困难职工", "inspection"),
        ("清溪县位于省境西南，辖12个乡镇。", "清溪县简介", "other"),
    ],
)
def test_the_genre_is_told_by_headline_opening_and_speaker(body, title, genre) -> None:
    assert of(body, title=title, publish_date="2023-02-20").genre == genre


@pytest.mark.parametrize(
    ("body", "flags"),
    [
        (samples.SAMPLE, {"truncated", "advertisement", "placeholder"}),
        (samples.MEETING, set()),
        (samples.NOTICE, set()),
        ("会议指出，要抓好落实，推动各项工作再上新的", {"truncated"}),
        ("20XX年，全县地区生产总值增长8%。", {"placeholder"}),
        ("网址xxgk.gov.cn，电话0371-22786565。", set()),
        ("各位代表：\n我代表县人民政府，向大会报告工作，请予审议。\n一、工作回顾\n经济增长。", {"truncated"}),
    ],
)
def test_flags_are_raised_by_what_the_text_shows(body, flags) -> None:
    assert set(of(body).flags) == flags


def test_keywords_are_telling_words_of_the_body() -> None:
    words = [keyword.word for keyword in of(samples.INSPECTION, title="何志强到东河镇调研秋粮生产").keywords]
    assert "秋粮" in words
    assert not {"我们", "强调", "何志强"} & set(words)
    weights = [keyword.weight for keyword in of(samples.INSPECTION).keywords]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == 1.0
