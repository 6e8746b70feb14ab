"""Dates in every form that pages print."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.parse import dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2021-01-28", "2021-01-28"),
        ("2021/1/8 9:05", "2021-01-08T09:05"),
        ("2021.01.28 09:05:07", "2021-01-28T09:05:07"),
        ("2021年1月28日", "2021-01-28"),
        ("2025年06月03日 13时44分", "2025-06-03T13:44"),
        ("2017—04—12 21∶37", "2017-04-12T21:37"),
        ("２０２１－０１－２８　０９：０５", "2021-01-28T09:05"),
        ("2026-09-28-21:50:00", "2026-09-28T21:50:00"),
        ("2021-01-28T09:05:07+08:00", "2021-01-28T09:05:07"),
        ("2024年3月6日 星期三 下午3:20", "2024-03-06T15:20"),
        ("2024-03-06 星期三", "2024-03-06"),
        ("二〇二四年三月六日", "2024-03-06"),
        ("二○二四年十月二十一日", "2024-10-21"),
        ("发布：2021-02-30，更新：2021-03-01", "2021-03-01"),
        ("2021-01-28 25:99", "2021-01-28"),
    ],
)
def test_a_date_is_found_in_each_form(text, iso):
    assert dates.find(text) == iso


@pytest.mark.parametrize("text", ["", "3月5日", "2021年", "12345-67-89", "电话2021-8888", "1821-01-02", "二〇二四年"])
def test_what_is_no_full_date_gives_none(text):
    assert dates.find(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("20210128", "2021-01-28"),
        ("20210128093005", "2021-01-28T09:30:05"),
        ("1790603400000", "2026-09-28T21:50:00"),
        ("1611796800", "2021-01-28T09:20:00"),
        ("99999999999999999999", None),
    ],
)
def test_a_meta_tag_may_hold_compact_forms(text, iso):
    assert dates.exact(text) == iso


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("http://a.gov.cn/xw/202101/t20210128_1266089.html", "2021-01-28"),
        ("http://a.gov.cn/art/2021/1/8/art_1_2.html", "2021-01-08"),
        ("http://a.gov.cn/2022/08-11/2559082.html", "2022-08-11"),
        ("http://a.gov.cn/2021-01/28/content_5.htm", "2021-01-28"),
        ("http://a.gov.cn/20260414/ab/c.html", "2026-04-14"),
        ("http://a.gov.cn/c15124/20260626/i2508741.html", "2026-06-26"),
        ("http://a.gov.cn/info/1001/2345.htm", None),
        ("http://a.gov.cn/c00292/content_1899310511980101632.html", None),
    ],
)
def test_the_day_that_a_cms_writes_into_a_url(url, iso):
    assert dates.in_url(url) == iso


def test_a_month_and_day_without_a_year():
    assert dates.month_day("红网时刻2月14日讯") == (2, 14)
    assert dates.month_day("13月40日") is None


@given(
    st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["{0.year}-{0.month}-{0.day}", "{0:%Y/%m/%d}", "{0:%Y.%m.%d}", "{0.year}年{0.month}月{0.day}日", "{0.year}—{0.month:02}—{0.day:02}"]),
)
def test_every_day_is_read_back_from_every_form(day, form):
    assert dates.find(f"发布时间：{form.format(day)} 来源") == day.isoformat()


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_from_chinese_numerals(day):
    digits = "〇一二三四五六七八九"

    def number(n: int) -> str:
        return digits[n] if n < 10 else ("" if n < 20 else digits[n // 10]) + "十" + (digits[n % 10] if n % 10 else "")

    assert dates.find(f"{''.join(digits[int(c)] for c in str(day.year))}年{number(day.month)}月{number(day.day)}日") == day.isoformat()


@given(st.text(max_size=300))
def test_whatever_is_found_is_a_day_of_the_calendar(text):
    for found in (dates.find(text), dates.exact(text), dates.in_url(text)):
        if found:
            assert date.fromisoformat(found[:10]) + timedelta(0)


@pytest.mark.parametrize("filler", ["2024-", "2024年", "1", "2024-03-", " ", "二", "二〇二四年", "："])
def test_long_runs_cost_no_more_than_their_length(filler):
    text, begun = filler * (1_000_000 // len(filler)), time.process_time()
    dates.find(text), dates.position(text), dates.exact(text), dates.month_day(text), dates.in_url(text)
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("text", ["March 6, 2024", "Mar. 6 2024", "6 March 2024", "Updated: Mar 6th, 2024 | Qingxi Today"])
def test_days_as_english_pages_write_them(text):
    assert dates.find(text) == "2024-03-06"
    assert dates.position(text)


def test_a_day_that_no_month_has_is_none_in_english_either():
    assert dates.find("Feb 31, 2024") is None


def test_months_and_amounts_behind_a_year_are_no_days():
    assert dates.find("2023年1—9月份经济运行简况") is None
    assert dates.find("2023年1.5亿元") is None
    assert dates.position("达拉特旗2023年1-9月份经济运行") is None
