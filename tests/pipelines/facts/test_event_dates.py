"""Guards the days of events: which day is one, and where its year comes from."""

import pytest

from pipelines.facts import event_dates
from pipelines.facts.context import Context
from pipelines.facts.language.text import Text


def days(body: str, **known) -> list[tuple[str, str]]:
    return [(event.start_date, event.end_date) for event in event_dates.find(Text.of(body), Context(**known))]


@pytest.mark.parametrize(
    ("body", "published", "wanted"),
    [
        ("11月6日下午，清溪县召开会议。", "2023-01-01", ("2022-11-06", "2022-11-06")),
        ("3月5日，我县召开大会。", "2023-03-06", ("2023-03-05", "2023-03-05")),
        ("三月二十五日，縣裏召開大會。", "2023-03-26", ("2023-03-25", "2023-03-25")),
        ("二〇二三年十二月三十一日，县里召开大会。", "2024-03-26", ("2023-12-31", "2023-12-31")),
        ("8月31日至9月2日，县委书记张三带队观摩。", "2020-09-03", ("2020-08-31", "2020-09-02")),
        ("8月3-5日，县里举办培训班。", "2020-09-03", ("2020-08-03", "2020-08-05")),
        ("12月30日至1月2日，县里举办年货节。", "2021-01-05", ("2020-12-30", "2021-01-02")),
        ("2019年5月7日，县委书记张三到东河镇调研。", None, ("2019-05-07", "2019-05-07")),
        ("昨日上午，市政协召开座谈会。", "2011-06-15", ("2011-06-14", "2011-06-14")),
        ("昨日（14日）上午，市政协召开座谈会。", "2011-06-15", ("2011-06-14", "2011-06-14")),
        ("今天上午，大会开幕。", "2021-01-08", ("2021-01-08", "2021-01-08")),
        ("本报5月7日讯（记者 王丽）今天，县里召开会议。", "2021-05-08", ("2021-05-07", "2021-05-07")),
        ("本报2月14日讯（通讯员 王丽）2月13日，县里召开会议。", "2021-02-14", ("2021-02-13", "2021-02-13")),
        ("上周五，县长到东河镇调研。", "2024-05-14", ("2024-05-10", "2024-05-10")),
        ("6月20日，区长主持召开常务会议。", None, ("--06-20", "--06-20")),
        ("红网2月28日讯 今天上午，大会开幕。", None, ("--02-28", "--02-28")),
        ("6月20日，县长主持召开会议。", "2023", ("2023-06-20", "2023-06-20")),
        ("2月29日，县长主持召开会议。", "2024-03-01", ("2024-02-29", "2024-02-29")),
    ],
)
def test_the_day_of_the_event(body, published, wanted) -> None:
    assert days(body, publish_date=published) == [wanted]


@pytest.mark.parametrize(
    "body",
    [
        "近日，县委书记张三到东河镇调研。",
        "新闻网泸州4月26日讯（赵亮）近日，县长唐明到乡镇检查。",
        "清溪县位于省境西南。2020年底，全县脱贫。",
        "同志们，今天，我们召开会议。",
        "截至3月5日，全县召开会议20次。",
        "2月30日，县里召开会议。",
        "习近平总书记3月5日参加审议时强调，要抓好落实。",
    ],
)
def test_no_day_is_made_up(body) -> None:
    assert days(body, publish_date="2024-05-14") == []


def test_the_text_may_force_the_year() -> None:
    assert days("2月13日，全会召开，总结2021年经济工作，部署2022年经济工作。") == [("2022-02-13", "2022-02-13")]
    assert days("12月28日，全会召开，部署2022年经济工作。") == [("2021-12-28", "2021-12-28")]
    assert days("9月2日，市委书记主持召开2019年度综合考评讲评大会。") == [("2020-09-02", "2020-09-02")]


def test_a_report_is_dated_beneath_its_headline() -> None:
    assert days("——2021年2月5日在清溪县第四届人民代表大会第六次会议上\n各位代表：") == [("2021-02-05", "2021-02-05")]
    assert days("各位代表：", subtitle="——2021年2月5日在清溪县第四届人民代表大会第六次会议上") == [("2021-02-05", "2021-02-05")]


def test_the_reason_for_a_year_is_told() -> None:
    event = event_dates.find(Text.of("11月6日，县里召开会议。"), Context(publish_date="2023-01-01"))[0]
    assert (event.year_inferred, event.reason) == (True, "latest such day not after publication")


def test_a_notice_looks_ahead() -> None:
    assert days("兹定于1月5日召开全县大会。", publish_date="2023-12-29") == [("2024-01-05", "2024-01-05")]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("本月15日，县政府与某集团签约。", [("2024-03-15", "2024-03-15")]),
        ("本报讯 6日上午，县委召开常委会会议。", [("2024-03-06", "2024-03-06")]),
        ("28日至29日，县委书记到太和镇调研。", [("2024-02-28", "2024-02-29")]),
        ("县委召开会议，要求6日前完成检查。", []),
        ("1号文件发布后，县里召开会议。", []),
    ],
)
def test_a_day_without_its_month_is_the_latest_such_day(body, wanted) -> None:
    assert days(body, publish_date="2024-03-20") == wanted


def test_a_headline_that_counts_within_a_year_forces_it() -> None:
    assert days("1月6日晚，市委书记陈静主持召开专题会议。", title="清溪市召开2020年第一次市委书记专题会议") == [("2020-01-06", "2020-01-06")]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("10月18日上午，清溪县2021年秋季重大项目开工仪式举行。", "2021-10-18"),
        ("11月2日，清溪县2021年“山水杯”农民丰收节在县体育馆开幕。", "2021-11-02"),
        ("4月19日，市委书记蒋文来到我区调研。他强调，力争2024年地区生产总值增长6.5%。", "2024-04-19"),
        ("11月19日，市委书记蒋文来到我区调研。他强调，力争2024年地区生产总值增长6.5%。", "--11-19"),
    ],
)
def test_what_is_held_in_a_year_and_aimed_at_in_it_forces_it(body, wanted) -> None:
    assert days(body) == [(wanted, wanted)]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("2月10日，县政府召开会议。2022年，全县生产总值完成256亿元。", "2023-02-10"),
        ("7月22日，县里召开会议。2019年上半年，全县生产总值增长8%。", "2019-07-22"),
        ("10月28日，县里召开会议，听取关于2021年1-9月计划执行情况的报告。", "2021-10-28"),
        ("12月28日，县里召开会议，听取关于2021年1-9月计划执行情况的报告。", "2021-12-28"),
        ("2月28日，县里召开会议。2021年上半年，生产总值增长8%。", "--02-28"),
    ],
)
def test_the_latest_results_force_a_year(body, wanted) -> None:
    assert days(body) == [(wanted, wanted)]


def test_the_day_on_which_a_document_was_signed_is_no_event() -> None:
    assert days("各乡镇：\n现将工作要点印发给你们。\n2019年2月20日\n2019年工作要点\n要召开会议。") == []


def test_a_meeting_named_by_its_year_forces_it_but_about_new_year() -> None:
    assert days("4月11日上午，全县信访工作联席会议召开。", title="清溪县召开2024年全县信访工作联席会议") == [("2024-04-11", "2024-04-11")]
    assert days("12月18日，清溪县召开2023年乡村振兴推进会议。") == [("--12-18", "--12-18")]


def test_what_was_passed_is_dated_beneath_its_headline() -> None:
    assert days("（2009年2月25日清溪县第十五届人民代表大会第三次会议通过）\n李海 王敏") == [("2009-02-25", "2009-02-25")]


@pytest.mark.parametrize(("day", "year"), [("12月29日", "2023"), ("1月9日", "2024")])
def test_a_meeting_at_the_turn_of_the_year_looks_back(day, year) -> None:
    month, date = (int(part) for part in day.removesuffix("日").split("月"))
    wanted = f"{year}-{month:02d}-{date:02d}"
    assert days(f"{day}，县委全会召开。全会认为，2023年，县委常委会团结带领全县干部群众，各项事业取得新进步。") == [(wanted, wanted)]


def test_a_day_goes_on_in_the_next_sentence() -> None:
    assert days("5月12日是全国防灾减灾日。当天上午，县里开展宣传活动。", publish_date="2015-05-14") == [("2015-05-12", "2015-05-12")]


def test_what_the_work_of_a_year_has_to_do_is_planned_in_it() -> None:
    assert days("1月14日，全市农村工作会议召开。会议强调，2014年全市农业农村工作要做到“三个突出”。") == [("2014-01-14", "2014-01-14")]
