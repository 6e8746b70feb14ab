"""Guards the year that a text was written in."""

import pytest

from pipelines.facts.context import Context
from pipelines.facts.language.text import Text
from pipelines.facts.language.years import forced, this_year


@pytest.mark.parametrize(
    ("body", "month", "year"),
    [
        ("部署2022年经济工作。", 2, 2022),
        ("部署2022年经济工作。", 12, 2021),
        ("2019年度综合考评表彰大会召开。", 3, 2020),
        ("2021年是规划实施开局之年。", 11, 2021),
        ("2018年，他获得表彰。", 3, None),
    ],
)
def test_what_the_text_says_of_its_year(body, month, year) -> None:
    found = forced(Text.of(body), Context(), month)
    assert (found.year if found else None) == year


def test_the_record_comes_before_the_text() -> None:
    assert this_year(Text.of("部署2022年经济工作。"), Context(publish_date="2021-12-28")) == 2021
