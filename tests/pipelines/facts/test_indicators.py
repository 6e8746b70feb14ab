"""Guards the figures: which indicator, what it says, of what kind and of which period."""

import pytest

from pipelines.facts import event_dates, indicators
from pipelines.facts.context import Context
from pipelines.facts.language.text import Text
from pipelines.factual import Facts


def stated(body: str, **known) -> list[tuple]:
    found = indicators.find(Text.of(body), Context(**known))
    return [(f.name, f.measure, f.value, f.unit, f.comparator, f.kind, f.period) for f in found if not f.name.startswith("other")]


def worded(body: str, **known) -> list[tuple]:
    return [(f.name, f.wording, f.period) for f in indicators.find(Text.of(body), Context(**known)) if f.value is None]


GDP, INDUSTRY, INVESTMENT, RETAIL, BUDGET = ("gdp", "industrial_output_above_scale", "fixed_asset_investment", "retail_sales", "fiscal_revenue_general_budget")
URBAN, RURAL = "disposable_income_urban", "disposable_income_rural"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            "2022年，全县地区生产总值完成210.5亿元，同比增长7.1%。",
            [(GDP, "level", 210.5, "亿元", "eq", "actual", "2022"), (GDP, "growth", 7.1, "%", "eq", "actual", "2022")],
        ),
        ("2022年，GDP增速位居全市第二，达到8.8%。", [(GDP, "growth", 8.8, "%", "eq", "actual", "2022")]),
        ("2019年规上工业增加值下降5.6%。", [(INDUSTRY, "growth", -5.6, "%", "eq", "actual", "2019")]),
        ("2019年社会消费品零售总额增长-2.3%。", [(RETAIL, "growth", -2.3, "%", "eq", "actual", "2019")]),
        ("2023年一季度固定资产投资同比下降3.5%，降幅比1-2月收窄2.1个百分点。", [(INVESTMENT, "growth", -3.5, "%", "eq", "actual", "2023Q1")]),
        ("2023年1-7月固定资产投资增长９．７%，高于全市1.4个百分点。", [(INVESTMENT, "growth", 9.7, "%", "eq", "actual", "2023M1-7")]),
        ("2020年一般公共预算收入突破10亿元大关，达到10.3亿元。", [(BUDGET, "level", 10.3, "亿元", "eq", "actual", "2020")]),
        ("2020年一般公共预算收入突破10亿元。", [(BUDGET, "level", 10, "亿元", "gt", "actual", "2020")]),
        ("2020年，生产总值近300亿元。", [(GDP, "level", 300, "亿元", "approx", "actual", "2020")]),
        (
            "2018年，城镇居民人均可支配收入28,316元，增加1,840元。",
            [(URBAN, "level", 28316, "元", "eq", "actual", "2018"), (URBAN, "growth", 1840, "元", "eq", "actual", "2018")],
        ),
        (
            "2021年城镇登记失业率3.2%，比上年末下降0.2个百分点。",
            [
                ("unemployment_registered", "level", 3.2, "%", "eq", "actual", "2021"),
                ("unemployment_registered", "growth", -0.2, "个百分点", "eq", "actual", "2021"),
            ],
        ),
        (
            "2008年，实现生产总值一百二十亿元，增长百分之九点五。",
            [(GDP, "level", 120, "亿元", "eq", "actual", "2008"), (GDP, "growth", 9.5, "%", "eq", "actual", "2008")],
        ),
        (
            "2021年实际利用外资3200万美元，进出口总额12.6亿元。",
            [("foreign_investment", "level", 3200, "万美元", "eq", "actual", "2021"), ("trade_total", "level", 12.6, "亿元", "eq", "actual", "2021")],
        ),
        (
            "2021年万元GDP能耗下降3.1%，居民消费价格上涨0.9%，粮食总产量28.6万吨。",
            [
                ("energy_per_gdp", "growth", -3.1, "%", "eq", "actual", "2021"),
                ("cpi", "growth", 0.9, "%", "eq", "actual", "2021"),
                ("grain_output", "level", 28.6, "万吨", "eq", "actual", "2021"),
            ],
        ),
        (
            "2021年工业增加值增长5%，城镇新增就业6200人。",
            [("industrial_output", "growth", 5, "%", "eq", "actual", "2021"), ("urban_new_jobs", "level", 6200, "人", "eq", "actual", "2021")],
        ),
    ],
)
def test_a_figure_is_read_with_its_measure_sign_and_period(body, wanted) -> None:
    assert stated(body, publish_date="2024-03-01") == wanted


@pytest.mark.parametrize(
    "body",
    [
        "2021年，项目总投资5亿元，占地300亩。",
        "2021年，税收占一般公共预算收入的比重达到81.5%。",
        "2021年，固定资产投资项目120个。",
        "2021年，固定资产投资完成年度目标的102%。",
        "2021年，人均地区生产总值5.2万元。",
        "2021年，财政总收入12亿元，农民人均纯收入8620元。",
        "2021年，规模以上工业总产值300亿元。",
        "2021年，民间投资拉动GDP增长2个百分点。",
        "2021年，数字经济占GDP比重40%。",
        "2021年，GDP增速居全市第3位。",
        "xx县GDP增速xx，固投增速xx。",
    ],
)
def test_what_is_none_of_the_indicators_is_left_out(body) -> None:
    assert stated(body, publish_date="2024-03-01") == []


def test_lists_are_dealt_out_by_fenbie() -> None:
    body = "2023年上半年，地区生产总值、规上工业增加值、固定资产投资分别增长6.5%、8.2%和10.1%。"
    assert [(name, value) for name, _, value, *_ in stated(body)] == [(GDP, 6.5), (INDUSTRY, 8.2), (INVESTMENT, 10.1)]


def test_town_and_country_share_one_name() -> None:
    body = "2023年上半年，城乡居民人均可支配收入分别完成21734元、9852元，同比增长分别为6.4%、7.9%。"
    assert [(name, measure, value) for name, measure, value, *_ in stated(body)] == [
        (URBAN, "level", 21734),
        (RURAL, "level", 9852),
        (URBAN, "growth", 6.4),
        (RURAL, "growth", 7.9),
    ]


def test_one_figure_for_several_needs_jun() -> None:
    assert [(name, value) for name, _, value, *_ in stated("2023年，地区生产总值和固定资产投资均增长9%。")] == [(GDP, 9), (INVESTMENT, 9)]


def test_targets_hold_across_the_list_and_the_full_stop_after_a_colon() -> None:
    body = "2022年主要预期目标为：GDP增长7%左右，达到300亿元。固定资产投资增长10%以上。为实现上述目标，要真抓实干。去年固定资产投资增长8%。"
    assert [(name, value, comparator, kind, period) for name, _, value, _, comparator, kind, period in stated(body, publish_date="2022-01-20")] == [
        (GDP, 7, "approx", "target", "2022"),
        (GDP, 300, "eq", "target", "2022"),
        (INVESTMENT, 10, "ge", "target", "2022"),
        (INVESTMENT, 8, "eq", "actual", "2021"),
    ]


def test_an_estimate_ends_at_the_full_stop() -> None:
    kinds = [(name, kind) for name, *_, kind, _ in stated("预计2020年实现地区生产总值391亿元，增长8.6%。固定资产投资增长13%。", publish_date="2021-01-09")]
    assert kinds == [(GDP, "estimate"), (GDP, "estimate"), (INVESTMENT, "actual")]


def test_an_estimate_bridges_to_a_sentence_that_estimates_too() -> None:
    kinds = {
        kind for *_, kind, _ in stated("初步预计，2020年全区生产总值达到66亿元。固定资产投资增速10%；人均可支配收入预计达30000元。", publish_date="2021-01-28")
    }
    assert kinds == {"estimate"}


@pytest.mark.parametrize(
    ("words", "comparator", "value"),
    [
        ("增长8%以上", "ge", 8),
        ("增长不低于8%", "ge", 8),
        ("增长8%左右", "approx", 8),
        ("增长约8%", "approx", 8),
        ("增长超过8%", "gt", 8),
        ("增长7.5%-8%", "eq", (7.5, 8)),
        ("增长7%—8%左右", "approx", (7, 8)),
        ("增长7到8%", "eq", (7, 8)),
    ],
)
def test_comparing_words_stand_on_either_side(words, comparator, value) -> None:
    assert [(found[2], found[4]) for found in stated(f"2024年，力争地区生产总值{words}。", publish_date="2024-01-05")] == [(value, comparator)]


def test_rates_are_kept_within_bounds() -> None:
    assert stated("2024年目标：城镇调查失业率控制在5.5%以内。", publish_date="2024-01-05") == [
        ("unemployment_surveyed", "level", 5.5, "%", "le", "target", "2024")
    ]


def test_five_years_belong_to_averages_and_sums_and_their_last_to_levels() -> None:
    body = "“十三五”时期，地区生产总值年均增长6.1%，达到305亿元；一般公共预算收入净增5亿元。"
    assert [(name, measure, period) for name, measure, *_, period in stated(body)] == [
        (GDP, "growth", "2016-2020"),
        (GDP, "level", "2020"),
        (BUDGET, "growth", "2016-2020"),
    ]


def test_what_it_was_before_is_not_stated_again() -> None:
    assert [found[2] for found in stated("过去五年，地区生产总值由150亿元增加到210亿元。", publish_date="2022-01-10")] == [210]


def test_the_past_five_years_end_before_this_one() -> None:
    assert {found[-1] for found in stated("过去五年，地区生产总值年均增长7%。", publish_date="2022-01-10")} == {"2017-2021"}


def test_a_year_that_cannot_be_told_is_none() -> None:
    assert stated("今年，地区生产总值预期增长7%。") == [(GDP, "growth", 7, "%", "eq", "target", None)]
    assert stated("20XX年，地区生产总值增长7%。", publish_date="2021-01-01") == [(GDP, "growth", 7, "%", "eq", "actual", None)]


def test_headings_tell_review_from_plan() -> None:
    body = "一、2021年工作回顾\n地区生产总值增长8%。\n二、2022年主要目标\n地区生产总值增长7%。"
    assert [(value, kind, period) for _, _, value, _, _, kind, period in stated(body, publish_date="2022-01-12")] == [
        (8, "actual", "2021"),
        (7, "target", "2022"),
    ]


def test_a_figure_in_brackets_is_of_the_period_it_is_compared_with() -> None:
    body = "2024年上半年，地区生产总值增长-8.7%，较一季度（-3.1%）回升2.1个百分点。"
    assert [(value, period) for _, _, value, *_, period in stated(body)] == [(-8.7, "2024H1"), (-3.1, "2024Q1")]


def test_targets_without_a_number_are_kept_in_words() -> None:
    body = "2022年主要预期目标是：城镇调查失业率低于全市平均水平，居民收入增长与经济增长基本同步。"
    assert worded(body) == [("unemployment_surveyed", "低于全市平均水平", "2022"), ("disposable_income_residents", "与经济增长基本同步", "2022")]


def test_the_evidence_holds_name_and_figure() -> None:
    found = indicators.find(Text.of("2021年，全区生产总值达到73.2亿元，增速约2.4%。"), Context())
    assert [f.quote for f in found] == ["全区生产总值达到73.2亿元", "全区生产总值达到73.2亿元，增速约2.4%"]


@pytest.mark.parametrize(
    ("body", "shares"),
    [
        ("2023年，三次产业结构为12.5:45.6:41.9。", [12.5, 45.6, 41.9]),
        ("2023年，三次产业结构由13.1∶44.9∶42.0调整为12.5∶45.6∶41.9。", [12.5, 45.6, 41.9]),
        ("2023年，投资增长5%，比赛得分按3:2:1折算。", []),
    ],
)
def test_the_ratio_of_sectors_is_three_shares(body, shares) -> None:
    assert [f.value for f in indicators.find(Text.of(body), Context()) if f.measure == "share"] == shares


def test_a_share_of_a_target_reached_is_no_target() -> None:
    text = "2023年城镇新增就业4521人，完成全年目标任务的113%，城镇调查失业率为5.1%。"
    assert [fact[5] for fact in stated(text)] == ["actual", "actual"]


def test_years_in_a_row_are_no_other_figure() -> None:
    assert [fact[:4] for fact in stated("粮食总产量连续十年稳定在5亿斤以上。")] == [("grain_output", "level", 5, "亿斤")]


def test_a_target_that_was_lowered_is_what_it_was_lowered_to() -> None:
    body = "全年地区生产总值增长目标由8%下调至6.5%。"
    found = indicators.find(Text.of(body), Context(publish_date="2024-07-01"))
    assert [(one.name, one.measure, one.value, one.kind) for one in found] == [("gdp", "growth", 6.5, "target")]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("2023年粮食播种面积65万亩，总产量28.6万吨，实现连丰。", ("grain_output", "level", 28.6)),
        ("2023年进出口总额12.6亿元人民币，增长25.3%。", ("trade_total", "growth", 25.3)),
    ],
)
def test_a_figure_behind_another_of_the_same_thing(body, wanted) -> None:
    assert wanted in [(one.name, one.measure, one.value) for one in indicators.find(Text.of(body), Context(publish_date="2024-03-01"))]


def test_what_a_chapter_announces_holds_for_its_paragraphs_and_parts() -> None:
    body = "一、2023年工作回顾\n全县生产总值增长5.1%。\n二、2024年目标任务\n——固定资产投资增长9%；\n（一）完善体系\n一般公共预算收入增长4%。"
    assert [fact[5:] for fact in stated(body)] == [("actual", "2023"), ("target", "2024"), ("target", "2024")]


def test_a_whole_year_after_the_one_that_a_report_is_written_in_is_a_target() -> None:
    found = stated("今后五年目标\n到2008年，全县国内生产总值达到68亿元，年均增长10%以上。", title="2004年政府工作报告")
    assert found == [(GDP, "level", 68, "亿元", "eq", "target", "2008"), (GDP, "growth", 10, "%", "ge", "target", "2004-2008")]


def test_a_figure_before_the_word_aim_is_one() -> None:
    assert stated("2023年，围绕全年地区生产总值增长8%的目标，抓好项目。")[0][5] == "target"


def test_years_of_what_a_meeting_does_are_not_those_of_the_figures_behind() -> None:
    body = "会议召开，总结2022年全县工作，安排部署2023年重点任务。\n县长李涛说，粮食总产量要稳定在60万吨以上。"
    assert stated(body) == [("grain_output", "level", 60, "万吨", "ge", "target", "2023")]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            "2023年上半年，居民人均可支配收入12800元。其中城镇居民18600元，增长5%；农村居民8100元。",
            [
                ("disposable_income_residents", "level", 12800, "元", "eq", "actual", "2023H1"),
                (URBAN, "level", 18600, "元", "eq", "actual", "2023H1"),
                (URBAN, "growth", 5, "%", "eq", "actual", "2023H1"),
                (RURAL, "level", 8100, "元", "eq", "actual", "2023H1"),
            ],
        ),
        (
            "2015年，规模以上工业增加值增长9.8%；500万元以上固定资产投资71.6亿元。",
            [(INDUSTRY, "growth", 9.8, "%", "eq", "actual", "2015"), (INVESTMENT, "level", 71.6, "亿元", "eq", "actual", "2015")],
        ),
        (
            "2022年粮食总产量61.5万吨，增产0.4%。",
            [("grain_output", "level", 61.5, "万吨", "eq", "actual", "2022"), ("grain_output", "growth", 0.4, "%", "eq", "actual", "2022")],
        ),
        ("2003年，生产总值比1998年增长48.7%。", [(GDP, "growth", 48.7, "%", "eq", "actual", "2003")]),
        ("2015年实际利用外资（验资口径）1860万美元。", [("foreign_investment", "level", 1860, "万美元", "eq", "actual", "2015")]),
        ("“十三五”期间，五年累计完成固定资产投资520亿元。", [(INVESTMENT, "level", 520, "亿元", "eq", "actual", "2016-2020")]),
    ],
)
def test_figures_whose_noun_is_cut_short_or_holds_more(body, wanted) -> None:
    assert stated(body) == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("2024年一季度，规模以上工业增加值增长11.2%，30个行业中有21个增长。", [(INDUSTRY, "growth", 11.2, "%", "eq", "actual", "2024Q1")]),
        ("2023年，城镇登记失业率3.42%，控制在4%以内。", [("unemployment_registered", "level", 3.42, "%", "eq", "actual", "2023")]),
        ("2023年，农村牧区常住居民人均可支配收入19845元。", [(RURAL, "level", 19845, "元", "eq", "actual", "2023")]),
    ],
)
def test_an_amount_fits_what_it_is_said_of(body, wanted) -> None:
    assert stated(body) == wanted


def test_a_whole_year_that_is_expected_does_not_displace_the_months_told_of() -> None:
    body = "2023年前三季度，固定资产投资增长9%。\n预计全年粮食总产量17亿斤以上。\n进出口总额4.9亿元。"
    assert [(fact[0], fact[6]) for fact in stated(body)] == [(INVESTMENT, "2023M1-9"), ("grain_output", "2023"), ("trade_total", "2023M1-9")]


def test_what_is_aimed_at_lies_ahead() -> None:
    body = "2月10日，县长在会上说，2022年GDP完成256.8亿元。\n一季度要确保GDP增长7%。\n目标单：2023年，固定资产投资增长15%。"
    events = event_dates.find(Text.of(body), Context())
    known = Facts(event_dates=events)
    assert [(fact[2], fact[5], fact[6]) for fact in stated(body, found=known)] == [(256.8, "actual", "2022"), (7, "target", "2023Q1"), (15, "target", "2023")]


def test_the_year_of_a_new_year_is_the_one_that_begins() -> None:
    assert stated("在2018年新春佳节来临之际，致以问候。\n过去的一年，生产总值增长7.5%。")[0][6] == "2017"


def test_whose_income_a_short_name_means() -> None:
    assert [fact[0] for fact in stated("2023年城镇居民收入增长8.5%，农村居民收入增长9%，居民收入增长8%。")] == [URBAN, RURAL, "disposable_income_residents"]


def test_a_report_of_december_looks_back_on_the_five_years_that_end() -> None:
    known = Facts(event_dates=event_dates.find(Text.of("2021年12月16日，大会召开。"), Context()))
    body = "五年来，生产总值连跨两个百亿台阶，由163亿元增加到263亿元，年均增长7.6%。\n今后五年，生产总值年均增长8%左右。"
    assert [(fact[2], fact[6]) for fact in stated(body, found=known)] == [(263, "2021"), (7.6, "2017-2021"), (8, "2022-2026")]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("二、2024年预算草案\n2024年一般公共预算收入安排115000万元。", [(BUDGET, "level", 115000, "万元", "eq", "target", "2024")]),
        ("展望“十四五”，生产总值年均增长7%。", [(GDP, "growth", 7, "%", "eq", "target", "2021-2025")]),
        ("“十三五”时期，五年新增城镇就业1.35万人。", [("urban_new_jobs", "level", 1.35, "万人", "eq", "actual", "2016-2020")]),
        ("力争2024年一季度固定资产投资实现两位数增长。", [(INVESTMENT, "growth", None, None, "eq", "target", "2024Q1")]),
        (
            "2022年，全县生产总值106亿元。今年一季度，生产总值增长6.1%。",
            [(GDP, "level", 106, "亿元", "eq", "actual", "2022"), (GDP, "growth", 6.1, "%", "eq", "actual", "2023Q1")],
        ),
    ],
)
def test_aims_and_years_by_the_words_around_them(body, wanted) -> None:
    assert stated(body) == wanted


def test_aims_that_are_listed_before_the_word_are_all_aims() -> None:
    assert [fact[5] for fact in stated("生产总值增长6%、规上工业增加值增长7%、固定资产投资增长8%的目标不动摇。")] == ["target"] * 3


def test_what_was_aimed_at_and_reached_is_a_result() -> None:
    assert stated("2018年，全县圆满完成了各项目标任务，生产总值突破150亿元。") == [(GDP, "level", 150, "亿元", "gt", "actual", "2018")]


def test_what_is_driven_at_is_an_aim_and_a_watchword_no_period() -> None:
    body = "2024年1月17日，郭胜要求，抓好“一季度开门红”，推动县域经济总量迈上400亿元新台阶。"
    assert stated(body) == [(GDP, "level", 400, "亿元", "gt", "target", "2024")]
