"""Guards habits of writing figures that differ from decade to decade and from office to office."""

import pytest

from pipelines.facts import event_dates, formulas, indicators
from pipelines.facts.context import Context
from pipelines.facts.flags import find as flags_of
from pipelines.facts.language.text import Text, fold


def stated(body: str, **known) -> list[tuple]:
    found = indicators.find(Text.of(body), Context(**known))
    return [(f.name, f.measure, f.value, f.unit, f.kind, f.period) for f in found if not f.name.startswith("other")]


def test_a_year_in_chinese_numerals_reads_as_one_in_figures() -> None:
    assert fold("二○○四年 一九九八年 二〇〇一至二〇〇五年 二零一零年代 第二○二号") == "2004年 1998年 2001至2005年 2010年代 第二零二号"
    assert stated("二○○四年全县发展的主要预期目标是：国内生产总值增长11%。", title="二○○三年政府工作报告") == [("gdp", "growth", 11, "%", "target", "2004")]
    (event,) = event_dates.find(Text.of("二〇一九年三月二十五日上午，县政府召开常务会议，研究春耕。"), Context())
    assert event.start_date == "2019-03-25"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (  # the number of a heading is no month
            "六、3月份居民消费价格同比上涨1.8%。",
            [("cpi", "growth", 1.8, "%", "actual", "2019M3")],
        ),
        (  # what goes on being spoken of
            "2019年，规模以上工业完成现价总产值13.9亿元，增长16.5%，完成增加值6.6亿元，可比价增速13.7%。其中：木材加工业增加值0.5亿元。",
            [
                ("industrial_output_above_scale", "level", 6.6, "亿元", "actual", "2019"),
                ("industrial_output_above_scale", "growth", 13.7, "%", "actual", "2019"),
            ],
        ),
        (
            "2019年规上工业企业实现产值8亿元，实现工业增加值2亿元。",
            [("industrial_output_above_scale", "level", 2, "亿元", "actual", "2019")],
        ),
        ("2019年粮食生产喜获丰收，总产量达到35.6亿斤。", [("grain_output", "level", 35.6, "亿斤", "actual", "2019")]),
        (
            "1998年粮食总产量1.21亿公斤，比上年增产680万公斤。",
            [("grain_output", "level", 1.21, "亿公斤", "actual", "1998"), ("grain_output", "growth", 680, "万公斤", "actual", "1998")],
        ),
        (  # what was planned, and what was before, are no results
            "2017年，一般公共预算收入完成138,256万元，为年初预算128,000万元的108.01%，比上年同期119,300万元增收18,956万元，增长15.89%。",
            [
                ("fiscal_revenue_general_budget", "level", 138256, "万元", "actual", "2017"),
                ("fiscal_revenue_general_budget", "growth", 18956, "万元", "actual", "2017"),
                ("fiscal_revenue_general_budget", "growth", 15.89, "%", "actual", "2017"),
            ],
        ),
        (
            "2018年，一般公共预算收入计划安排149,300万元，增长8%。",
            [
                ("fiscal_revenue_general_budget", "level", 149300, "万元", "target", "2018"),
                ("fiscal_revenue_general_budget", "growth", 8, "%", "target", "2018"),
            ],
        ),
        (  # what counts as large is no amount
            "2015年全部工业增加值3.9亿元。其中500万元（2000万元口径）规模以上工业增加值2.6亿元。",
            [("industrial_output", "level", 3.9, "亿元", "actual", "2015"), ("industrial_output_above_scale", "level", 2.6, "亿元", "actual", "2015")],
        ),
        (  # a plan or year that only measures the one spoken of
            "到2015年底，生产总值达到160亿元，是2010年的1.8倍；五年累计固定资产投资596亿元，为“十一五”的2.7倍；社会消费品零售总额69亿元，比“十一五”末翻一番。",
            [
                ("gdp", "level", 160, "亿元", "actual", "2015"),
                ("fixed_asset_investment", "level", 596, "亿元", "actual", "2011-2015"),
                ("retail_sales", "level", 69, "亿元", "actual", "2015"),
            ],
        ),
        ("到“十四五”末，全县生产总值力争达到200亿元。", [("gdp", "level", 200, "亿元", "target", "2025")]),
    ],
)
def test_a_habit_is_read(body, wanted) -> None:
    title = "2019年一季度经济运行简析" if "月份" in body else "2015年统计公报" if "160" in body else ""
    assert stated(body, title=title) == wanted


@pytest.mark.parametrize(
    ("marked", "year"),
    [
        ("今年是“十四五”规划的开局之年", "2021"),
        ("今年是“十三五”收官之年", "2020"),
        ("今年是党的二十大召开之年", "2022"),
        ("今年是新中国成立70周年", "2019"),
        ("明年是“十四五”规划第二年", "2021"),
        ("今年是攻坚之年", None),
    ],
)
def test_what_this_year_is_said_to_be_tells_which_it_is(marked, year) -> None:
    assert stated(f"{marked}。今年要确保生产总值增长6%。") == [("gdp", "growth", 6, "%", "target", year)]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("坚持“农业稳县、工业强县、科教兴县”的方针。", ["“农业稳县、工业强县、科教兴县”的方针"]),
        ("实施“工业立区”的发展战略。", ["“工业立区”的发展战略"]),
        ("紧扣“守住底线、走在前列、再谱新篇”目标定位。", ["“守住底线、走在前列、再谱新篇”目标定位"]),
        ("实施“百亿级食用菌产业”培育工程。", ["“百亿级食用菌产业”培育工程"]),
        ("守住“两条底线”，发展“一村一品”。", ["“两条底线”", "“一村一品”"]),
        ("这是“真抓实干”的精神。", []),
        ("实施“创新引领、工业强县、文旅活县、生态兴县”发展战略，开展“三项整治”。", ["“创新引领、工业强县、文旅活县、生态兴县”发展战略", "“三项整治”"]),
        ("开展“走基层、找问题、想办法、促发展”活动，打好“发展六仗”，四套班子“四大家”参加。", ["“走基层、找问题、想办法、促发展”活动", "“发展六仗”"]),
        ("“十五”期间、“九五”计划完成“五项指标”。", []),
    ],
)
def test_a_strategy_is_known_by_its_noun_and_its_parts(body, wanted) -> None:
    assert [formula.name for formula in formulas.find(Text.of(body), Context())] == wanted


def test_a_text_that_leads_on_to_nothing_breaks_off() -> None:
    assert flags_of(Text.of("大会开幕。\n会上还审查了"), Context()) == {"truncated"}


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (  # one month's figure is its own; the others go on being of the months together
            "2018年1-11月，规上工业增加值54亿元；11月当月完成5亿元。\n社会消费品零售总额13亿元。",
            [
                ("industrial_output_above_scale", "level", 54, "亿元", "actual", "2018M1-11"),
                ("industrial_output_above_scale", "level", 5, "亿元", "actual", "2018M11"),
                ("retail_sales", "level", 13, "亿元", "actual", "2018M1-11"),
            ],
        ),
        (
            "2023年一季度固定资产投资由上年同期的下降34.5%转为增长12.8%。",
            [("fixed_asset_investment", "growth", 12.8, "%", "actual", "2023Q1")],
        ),
        (
            "“九五”期间，国内生产总值年均增长9.1%，“十五”时期年均增长11%。",
            [("gdp", "growth", 9.1, "%", "actual", "1996-2000"), ("gdp", "growth", 11, "%", "actual", "2001-2005")],
        ),
        (
            "“十三五”时期生产总值年均增长5%。到2025年，全县生产总值力争达到150亿元，年均增长8%。",
            [
                ("gdp", "growth", 5, "%", "actual", "2016-2020"),
                ("gdp", "level", 150, "亿元", "target", "2025"),
                ("gdp", "growth", 8, "%", "target", "2021-2025"),
            ],
        ),
        (
            "“十一五”期间，城镇居民人均可支配收入达13120元，农民人均纯收入达4812元，五年间分别净增6310元和2490元。",
            [
                ("disposable_income_urban", "level", 13120, "元", "actual", "2010"),
                ("disposable_income_urban", "growth", 6310, "元", "actual", "2006-2010"),
            ],
        ),
        ("2007年，全州生产总值达到208.8亿元（预计数，下同）。", [("gdp", "level", 208.8, "亿元", "estimate", "2007")]),
        (
            "2024年上半年固定资产投资增长3%。对照全年生产总值增长5%左右、居民人均可支配收入增速与经济增长同步的目标，仍要努力。",
            [
                ("fixed_asset_investment", "growth", 3, "%", "actual", "2024H1"),
                ("gdp", "growth", 5, "%", "target", "2024"),
                ("disposable_income_residents", "growth", None, None, "target", "2024"),
            ],
        ),
    ],
)
def test_each_figure_has_its_own_time(body, wanted) -> None:
    assert stated(body) == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            "2019年上半年GDP完成41.2亿元（+9.8%），一般公共预算收入2.4亿元（-13.7%），固定资产投资同比-8.6%。",
            [
                ("gdp", "level", 41.2, "亿元", "actual", "2019H1"),
                ("gdp", "growth", 9.8, "%", "actual", "2019H1"),
                ("fiscal_revenue_general_budget", "level", 2.4, "亿元", "actual", "2019H1"),
                ("fiscal_revenue_general_budget", "growth", -13.7, "%", "actual", "2019H1"),
                ("fixed_asset_investment", "growth", -8.6, "%", "actual", "2019H1"),
            ],
        ),
        (
            "2019年，城镇、农村居民人均可支配收入分别为15260元（增长9.1%）、4386元（下降1.6%）。",
            [
                ("disposable_income_urban", "level", 15260, "元", "actual", "2019"),
                ("disposable_income_urban", "growth", 9.1, "%", "actual", "2019"),
                ("disposable_income_rural", "level", 4386, "元", "actual", "2019"),
                ("disposable_income_rural", "growth", -1.6, "%", "actual", "2019"),
            ],
        ),
        (
            "生产总值由2015年的44亿元增加到2019年的75亿元，年均增长10.2%。今年上半年，生产总值39亿元。",
            [
                ("gdp", "level", 75, "亿元", "actual", "2019"),
                ("gdp", "growth", 10.2, "%", "actual", "2016-2019"),
                ("gdp", "level", 39, "亿元", "actual", "2020H1"),
            ],
        ),
        (
            "2016年，生产总值30亿元，较2011年翻了近一番，年均增长10.1%。",
            [("gdp", "level", 30, "亿元", "actual", "2016"), ("gdp", "growth", 10.1, "%", "actual", "2012-2016")],
        ),
        (
            "2024年前三季度固定资产投资下降13.5%。投资下滑，固定资产投资与全年增长5%的目标还有差距。",
            [("fixed_asset_investment", "growth", -13.5, "%", "actual", "2024M1-9"), ("fixed_asset_investment", "growth", 5, "%", "target", "2024")],
        ),
    ],
)
def test_brackets_and_base_years_are_read(body, wanted) -> None:
    assert stated(body) == wanted


def test_a_date_above_a_speech_that_the_headline_names_is_its_day() -> None:
    (event,) = event_dates.find(Text.of("（2003年12月18日）\n市委书记\n今年，我市经济较快增长。"), Context(title="在全市经济工作会议上的讲话（摘要）"))
    assert event.start_date == "2003-12-18"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (  # a remark beside a figure does not turn what follows
            "2023年上半年，生产总值151亿元；一季度增长6.1%。\n固定资产投资增长18.3%，其中6月份增长12.4%。\n社会消费品零售总额下降0.8%。",
            [
                ("gdp", "level", 151, "亿元", "actual", "2023H1"),
                ("gdp", "growth", 6.1, "%", "actual", "2023Q1"),
                ("fixed_asset_investment", "growth", 18.3, "%", "actual", "2023H1"),
                ("fixed_asset_investment", "growth", 12.4, "%", "actual", "2023M6"),
                ("retail_sales", "growth", -0.8, "%", "actual", "2023H1"),
            ],
        ),
        (  # a list that is announced is one of goals, line by line
            "2024年主要预期指标如下：\n1.地区生产总值增长7%以上；\n2.城镇新增就业1200人。\n3.粮食产量稳定在45亿斤以上。",
            [
                ("gdp", "growth", 7, "%", "target", "2024"),
                ("urban_new_jobs", "level", 1200, "人", "target", "2024"),
                ("grain_output", "level", 45, "亿斤", "target", "2024"),
            ],
        ),
        (
            "“十二五”时期的主要目标是：固定资产投资累计完成500亿元；社会消费品零售总额达到32亿元。",
            [("fixed_asset_investment", "level", 500, "亿元", "target", "2011-2015"), ("retail_sales", "level", 32, "亿元", "target", "2015")],
        ),
        (
            "1999年，国内生产总值完成十八亿二千万元，增长百分之九点六；粮食总产量十三万六千吨。",
            [
                ("gdp", "level", 18.2, "亿元", "actual", "1999"),
                ("gdp", "growth", 9.6, "%", "actual", "1999"),
                ("grain_output", "level", 13.6, "万吨", "actual", "1999"),
            ],
        ),
        (
            "2022年规上工业增加值增长6.4%，其中煤炭工业增加值增长4.9%。粮食总产量连续多年稳定在20亿斤以上。",
            [("industrial_output_above_scale", "growth", 6.4, "%", "actual", "2022"), ("grain_output", "level", 20, "亿斤", "actual", "2022")],
        ),
        (
            "2023年居民人均可支配收入25608元；城镇33981元、农村18726元，分别增长5.2%和7.5%。",
            [
                ("disposable_income_residents", "level", 25608, "元", "actual", "2023"),
                ("disposable_income_urban", "level", 33981, "元", "actual", "2023"),
                ("disposable_income_rural", "level", 18726, "元", "actual", "2023"),
                ("disposable_income_urban", "growth", 5.2, "%", "actual", "2023"),
                ("disposable_income_rural", "growth", 7.5, "%", "actual", "2023"),
            ],
        ),
        ("2020年，要紧盯全年生产总值增长3%以上的目标。", [("gdp", "growth", 3, "%", "target", "2020")]),
    ],
)
def test_what_is_said_beside_or_announced_ahead_is_told_apart(body, wanted) -> None:
    assert stated(body) == wanted


@pytest.mark.parametrize(
    ("body", "title", "wanted"),
    [
        (
            "2012年全社会固定资产投资426亿元，增长28.5%，其中城镇固定资产投资401亿元，增长29.1%。",
            "",
            [("fixed_asset_investment", "level", 426, "亿元", "actual", "2012"), ("fixed_asset_investment", "growth", 28.5, "%", "actual", "2012")],
        ),
        (
            "2019年城镇、农牧区常住居民人均可支配收入分别增长8%和9%。",
            "",
            [("disposable_income_urban", "growth", 8, "%", "actual", "2019"), ("disposable_income_rural", "growth", 9, "%", "actual", "2019")],
        ),
        (
            "2017年，生产总值73.8亿元，2016—2017年年均增长10.9%。",
            "",
            [("gdp", "level", 73.8, "亿元", "actual", "2017"), ("gdp", "growth", 10.9, "%", "actual", "2016-2017")],
        ),
        (
            "“十三五”时期的主要目标是：到2020年地区生产总值比2010年翻一番以上，社会消费品零售总额年均增长10%。",
            "",
            [("retail_sales", "growth", 10, "%", "target", "2016-2020"), ("gdp", "growth", None, None, "target", "2020")],
        ),
        ("●固定资产投资：增长5.2%", "某县政府工作报告解读：数说2020", [("fixed_asset_investment", "growth", 5.2, "%", "actual", "2020")]),
        (
            "2022年，将围绕全年GDP增长3.5%、固定资产投资降幅收窄至15%以内的目标抓落实。",
            "",
            [("gdp", "growth", 3.5, "%", "target", "2022"), ("fixed_asset_investment", "growth", -15, "%", "target", "2022")],
        ),
    ],
)
def test_parts_ranges_and_aims_are_kept_apart(body, title, wanted) -> None:
    assert stated(body, title=title) == wanted


def test_aims_of_a_year_tell_the_year_of_the_meeting_that_sets_them() -> None:
    (event,) = event_dates.find(Text.of("1月5日，区人民代表大会开幕。2018年，预计全区生产总值增长8.5%。2019年主要预期目标是：生产总值增长8%左右。"), Context())
    assert event.start_date == "2019-01-05"


@pytest.mark.parametrize(
    ("body", "title", "wanted"),
    [
        (
            "2022年一季度生产总值增长6.1%，低于年度目标0.9个百分点；固定资产投资增长-3.5%。",
            "",
            [("gdp", "growth", 6.1, "%", "actual", "2022Q1"), ("fixed_asset_investment", "growth", -3.5, "%", "actual", "2022Q1")],
        ),
        (
            "2014年规模以上工业总产值14.8亿元，增长23.1%，增加值4.2亿元，增长18.5%。",
            "",
            [
                ("industrial_output_above_scale", "level", 4.2, "亿元", "actual", "2014"),
                ("industrial_output_above_scale", "growth", 18.5, "%", "actual", "2014"),
            ],
        ),
        ("全县一般公共预算收入完成13.2亿元。", "2023年大事记", [("fiscal_revenue_general_budget", "level", 13.2, "亿元", "actual", "2023")]),
        (
            "3月30日，2022年第一季度重点项目集中签约仪式举行。今年1至2月，固定资产投资增长31.6%。",
            "",
            [("fixed_asset_investment", "growth", 31.6, "%", "actual", "2022M1-2")],
        ),
    ],
)
def test_a_goal_beside_a_result_and_a_year_in_the_headline_are_read(body, title, wanted) -> None:
    context = Context(title=title)
    context.found.event_dates = event_dates.find(Text.of(body), context)
    found = indicators.find(Text.of(body), context)
    assert [(f.name, f.measure, f.value, f.unit, f.kind, f.period) for f in found if not f.name.startswith("other")] == wanted


def test_dates_and_figures_with_spaces_inside_read_as_without() -> None:
    assert fold("2022 年 3 月 5 日，1 — 5 月，增长21. 3%，收入30 215元，3 项") == "     2022年3月5日，   1—5月，增长 21.3%，收入 30215元，3 项"
    assert stated("2022 年，生产总值 53.2 亿元， 同比增长 4.6 %；固定资产投资 3.02亿元，\n同比增长 12.8\n%。") == [
        ("gdp", "level", 53.2, "亿元", "actual", "2022"),
        ("gdp", "growth", 4.6, "%", "actual", "2022"),
        ("fixed_asset_investment", "level", 3.02, "亿元", "actual", "2022"),
        ("fixed_asset_investment", "growth", 12.8, "%", "actual", "2022"),
    ]


def test_a_report_may_be_dated_in_its_headline() -> None:
    (event,) = event_dates.find(Text.of("县长 林向东\n各位代表：\n我代表县人民政府报告工作。"), Context(title="政府工作报告（2015年2月3日）"))
    assert (event.start_date, event.quote) == ("2015-02-03", "")
    assert not event_dates.find(Text.of("全县生产总值30亿元。"), Context(title="统计公报（2015年2月3日）"))


def test_a_plan_announced_by_its_word_is_one_of_goals() -> None:
    assert stated("2010年生产总值32亿元。2011年计划：生产总值36.9亿元，增速14%。") == [
        ("gdp", "level", 32, "亿元", "actual", "2010"),
        ("gdp", "level", 36.9, "亿元", "target", "2011"),
        ("gdp", "growth", 14, "%", "target", "2011"),
    ]


def test_aims_for_a_later_year_tell_nothing_of_the_meeting() -> None:
    (event,) = event_dates.find(Text.of("12月28日，区委全会召开。全会提出了到2025年经济社会发展的主要目标。"), Context())
    assert event.start_date == "--12-28"


def test_a_speaker_without_a_name_is_a_blank() -> None:
    assert "placeholder" in flags_of(Text.of("县委书记 xxx\n同志们：这次会议很重要。"), Context())
    assert "placeholder" not in flags_of(Text.of("县长 Xi Wei出席会议。"), Context())


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            "2018年，较好实现预期目标，生产总值增长7.8%，超额完成年度目标；固定资产投资增长18.6%，提前完成全年目标任务，社会消费品零售总额增长9%。",
            [
                ("gdp", "growth", 7.8, "%", "actual", "2018"),
                ("fixed_asset_investment", "growth", 18.6, "%", "actual", "2018"),
                ("retail_sales", "growth", 9, "%", "actual", "2018"),
            ],
        ),
        (
            "根据纲要，“十四五”时期主要目标如下：\n经济发展。地区生产总值年均增长6.5%左右。\n民生福祉。居民人均可支配收入年均增长7%。\n会议还听取了汇报。\n2020年生产总值增长2%。",
            [
                ("gdp", "growth", 6.5, "%", "target", "2021-2025"),
                ("disposable_income_residents", "growth", 7, "%", "target", "2021-2025"),
                ("gdp", "growth", 2, "%", "actual", "2020"),
            ],
        ),
        (
            "2023年，生产总值42亿元。“十四五”以来，累计完成固定资产投资118亿元。",
            [("gdp", "level", 42, "亿元", "actual", "2023"), ("fixed_asset_investment", "level", 118, "亿元", "actual", "2021-2023")],
        ),
    ],
)
def test_a_goal_reached_is_a_result_and_one_announced_goes_on(body, wanted) -> None:
    assert stated(body) == wanted


def test_a_plan_in_the_headline_holds_for_its_goals() -> None:
    body = "一、主要预期目标\n——地区生产总值年均增长10%。\n——全社会固定资产投资年均增长15%，五年累计完成45亿元。"
    assert stated(body, title="青溪县“十一五”规划主要目标") == [
        ("gdp", "growth", 10, "%", "target", "2006-2010"),
        ("fixed_asset_investment", "growth", 15, "%", "target", "2006-2010"),
        ("fixed_asset_investment", "level", 45, "亿元", "target", "2006-2010"),
    ]


def test_what_enterprises_of_a_size_add_is_told_after_their_number() -> None:
    assert stated("2012年规模以上工业企业达86家，完成主营业务收入213亿元，增长28.6%，实现增加值45.8亿元。") == [
        ("industrial_output_above_scale", "level", 45.8, "亿元", "actual", "2012")
    ]
