"""Dates of rows in the spellings that lists use."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.lists.row_dates import RowDate, complete, find


@pytest.mark.parametrize(
    "text",
    [
        "2021-01-28",
        "[2021-1-28]",
        "2021/01/28",
        "2021.1.28",
        "2021年1月28日",
        "2021—01—28",
        "（2021-01-28 10:22）",
        "20210128",
        "28 2021-01",
        "28日 2021.01",
        "2021-01 28",
        "21-01-28",
        "2021年01月 28日",
    ],
)
def test_full_dates(text: str) -> None:
    assert find(text) == RowDate(2021, 1, 28)


@pytest.mark.parametrize("text", ["01-28", "[01/28]", "(1-28)", "1月28日", "28 01月", "要闻 01-28"])
def test_month_and_day(text: str) -> None:
    assert find(text) == RowDate(None, 1, 28)


@pytest.mark.parametrize("text", ["", "2021-13-28", "1234567890123", "第2021-3期", "0379-65912345", "1/11", "99%"])
def test_numbers_that_are_no_dates(text: str) -> None:
    found = find(text)
    assert found is None or found.year is None


def test_missing_year_comes_from_the_url_or_the_visit() -> None:
    assert complete(RowDate(None, 12, 28), 2019) == "2019-12-28"
    assert complete(RowDate(None, 12, 28), None, date(2026, 3, 5)) == "2025-12-28"
    assert complete(RowDate(None, 3, 5), None, date(2026, 3, 5)) == "2026-03-05"
    assert complete(RowDate(None, 3, 5), None) is None
    assert complete(None, 2020) is None


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    found = find(text)
    assert found is None or 1 <= found.month <= 12


@pytest.mark.parametrize("text", ["01-28 2021", "2021 01-28", "01/28 2021年", "成文 2020-12-01 发布 2021-01-28", "2020-12-01 2021-01-28"])
def test_a_day_over_its_year_and_the_last_of_two_dates(text: str) -> None:
    assert find(text) == RowDate(2021, 1, 28)
