"""Guards how places, times and genres are understood."""

from datetime import date

import pytest

from db.errors import AskError
from db.filters import Filter, codes_of, span_of


@pytest.mark.parametrize(
    ("region", "codes"),
    [
        ("410000", ("410000", "419999")),
        ("41", ("410000", "419999")),
        ("410300", ("410300", "410399")),
        ("410308", ("410308", "410308")),
        ("410322", ("410308", "410308")),
        ("河南", ("410000", "419999")),
        ("洛阳市", ("410300", "410399")),
        ("孟津", ("410308", "410308")),
    ],
)
def test_a_place_is_a_code_with_all_below_it_or_a_name(region, codes):
    assert codes_of(region) == codes


@pytest.mark.parametrize(
    ("region", "line"),
    [("4103081", "six digits"), ("没有县", "no division is called 没有县"), ("鼓楼区", "several divisions are called 鼓楼区: give the adcode of one .3")],
)
def test_a_place_that_is_none_or_many_is_answered_with_what_to_write(region, line):
    with pytest.raises(AskError, match=line):
        codes_of(region)


@pytest.mark.parametrize(
    ("when", "span"),
    [
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-12", (date(2024, 12, 1), date(2024, 12, 31))),
        ("2024-2", (date(2024, 2, 1), date(2024, 2, 29))),
        (" 2024-03-05 ", (date(2024, 3, 5), date(2024, 3, 5))),
        (date(2024, 3, 5), (date(2024, 3, 5), date(2024, 3, 5))),
    ],
)
def test_a_time_is_a_day_a_month_or_a_year(when, span):
    assert span_of(when) == span


@pytest.mark.parametrize("when", ["2024-13", "2024-02-30", "yesterday", "05/03/2024", "0000"])
def test_a_date_that_is_none_is_answered_with_what_to_write(when):
    with pytest.raises(AskError, match="write 2024-03-05"):
        span_of(when)


def test_an_unknown_genre_is_answered_with_those_there_are():
    with pytest.raises(AskError, match="no such genre: novel; there are meeting_news"):
        Filter(genre="novel").conditions()
