"""Guards what the host of a page says of its division: names spelt in full, and nothing where the spelling is shared or no name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.facts.language.addresses import spelt_in


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("http://www.liulin.gov.cn/zjll/t20240909_1.shtml", ["柳林县"]),
        ("https://jyj.wuyuan.gov.cn/", ["五原县", "婺源县", "武原县"]),
        ("https://www.changyang.gov.cn/a.html", ["长阳土家族自治县"]),
        ("http://WWW.XUYONG.GOV.CN:8080/", ["叙永县"]),
        ("http://gulou.fuzhou.gov.cn/", ["鼓楼区"]),
        ("http://www.xyx123.gov.cn/", []),
        ("http://www.gov.cn/", []),
        ("http://liulin.example.com/", []),
        ("liulin_2024.txt", []),
        ("http://[liulin.gov.cn/", []),
        ("", []),
    ],
)
def test_a_host_names_the_divisions_that_it_spells(url, names) -> None:
    assert {row.name for row in spelt_in(url)} <= set(names)
    assert bool(spelt_in(url)) == bool(names)


def test_a_name_that_ended_leads_to_its_heir() -> None:
    assert [row.code for row in spelt_in("http://www.luolong.gov.cn/") if row.code[:2] == "41"] == ["410311"]


def test_what_stands_to_the_right_is_the_division_above() -> None:
    assert [row.code for row in spelt_in("http://gulou.nanjing.gov.cn/")] == ["320106"]
    assert len(spelt_in("http://gulou.gov.cn/")) > 1


@given(st.text(max_size=80))
def test_no_address_is_too_strange(url) -> None:
    assert isinstance(spelt_in(url), tuple)
    assert isinstance(spelt_in(f"http://{url}.gov.cn/"), tuple)
