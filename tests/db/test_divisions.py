"""Divisions: codes, names, validity, heirs, and names that need context."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import divisions
from db.division_names import stem
from db.divisions import all_current, as_of, division, division_at, find, path, prefecture, province, province_by_short_name, province_short_name, successor


def test_current_list_has_every_county_of_2024() -> None:
    counties = [row for row in all_current("county") if row.code[0] in "123456"]
    assert len(counties) == 2849
    assert len(all_current("province")) == 34
    assert len(all_current("prefecture")) == 333


@pytest.mark.parametrize(
    ("old", "today"),
    [
        ("410322", "410308"),
        ("410306", "410308"),
        ("410381", "410307"),
        ("430221", "430212"),
        ("510132", "510118"),
        ("330104", "330102"),
        ("110103", "110101"),
        ("110202", "110113"),
        ("450127", "450181"),
        ("540530", "540581"),
        ("420600", "420600"),
        ("371202", "370116"),
        ("410308", "410308"),
    ],
)
def test_successor_follows_the_chain_to_todays_code(old: str, today: str) -> None:
    assert successor(old) == today


def test_unknown_code_has_no_division_and_no_successor() -> None:
    assert division("999999") is None
    assert successor("999999") is None
    assert path("999999") == ()
    assert prefecture("999999") is None


def test_name_of_a_code_on_a_day() -> None:
    before, after = division_at("410322", "2020-05-01"), division_at("410308", date(2022, 1, 1))
    assert before is not None and before.name == "孟津县" and not before.is_current
    assert after is not None and after.name == "孟津区" and after.is_current
    assert division_at("410322", "2022") is None
    assert division_at("410308", "2020-05-01") is None


def test_reused_code_means_what_it_meant_then() -> None:
    then, now = division_at("152700", "1981"), division_at("152700", "1990")
    assert then is not None and now is not None
    assert (then.name, now.name) == ("巴彦淖尔盟", "伊克昭盟")
    assert successor("152700", "1990") == "150600"


def test_change_known_by_its_year_counts_on_both_sides_of_that_year() -> None:
    assert division_at("110103", "2010-02-01") is not None
    assert division_at("110103", "2011-02-01") is None


def test_as_of_follows_the_history_of_a_division_both_ways() -> None:
    before, after = as_of("410308", "2015-03-01"), as_of("410322", "2023-03-01")
    assert before is not None and before.code == "410322"
    assert after is not None and after.code == "410308"


def test_path_names_everything_above() -> None:
    assert path("410308") == ("河南省", "洛阳市", "孟津区")
    assert path("410322") == ("河南省", "洛阳市", "孟津县")
    assert path("110105") == ("北京市", "朝阳区")
    assert path("429004") == ("湖北省", "仙桃市")
    assert path("410000") == ("河南省",)


def test_province_and_prefecture() -> None:
    above, city = province("430212"), prefecture("430212")
    assert above is not None and above.name == "湖南省"
    assert city is not None and city.name == "株洲市"
    assert prefecture("110105") is None
    assert prefecture("430200") is division("430200")


def test_province_characters() -> None:
    henan, sichuan = province_by_short_name("豫"), province_by_short_name("蜀")
    assert henan is not None and henan.name == "河南省"
    assert sichuan is not None and sichuan.name == "四川省"
    assert province_short_name("430212") == "湘"
    assert province_by_short_name("Z") is None


def test_find_takes_short_names_and_prefers_what_is_valid() -> None:
    assert [row.code for row in find("孟津")] == ["410308"]
    assert [row.code for row in find("渌口")] == ["430212"]
    assert [row.code for row in find("乌兰浩特")] == ["152201"]


def test_find_takes_old_names() -> None:
    assert [row.code for row in find("孟津县")] == ["410322"]
    assert [row.code for row in find("株洲县")] == ["430221"]


def test_find_needs_context_for_names_that_many_have() -> None:
    assert len([row for row in find("鼓楼区") if row.is_current]) == 4
    assert [row.code for row in find("鼓楼区", within="410200")] == ["410204"]
    assert [row.code for row in find("鼓楼", within="开封市")] == ["410204"]
    assert [row.code for row in find("鼓楼区", within="福建") if row.is_current] == ["350102"]
    assert find("鼓楼区", within="新疆") == []


def test_find_on_a_day_gives_what_was_valid_then() -> None:
    assert [row.code for row in find("孟津", date="2015-06-01")] == ["410322"]
    assert [row.code for row in find("孟津", date="2023-06-01")] == ["410308"]


def test_development_zones_are_known_by_their_statistical_codes() -> None:
    zone = division("410172")
    assert zone is not None and zone.level == "zone" and zone.parent == "410100"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("孟津区", "孟津"),
        ("连南瑶族自治县", "连南"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("横县", "横县"),
        ("城区", "城区"),
        ("内蒙古自治区", "内蒙古"),
        ("神农架林区", "神农架"),
        ("湘西土家族苗族自治州", "湘西"),
    ],
)
def test_stem(name: str, short: str) -> None:
    assert stem(name) == short


def test_every_parent_exists_and_every_heir_is_a_code_of_the_table() -> None:
    table = divisions._table()
    rows = [row for versions in table.values() for row in versions]
    assert all(not row.parent or row.parent in table for row in rows)
    assert all(heir in table for row in rows for heir in row.successors)
    assert all(not row.valid_to or row.valid_to >= row.valid_from for row in rows)


@given(st.sampled_from(sorted(divisions._table())))
def test_chains_end_and_end_in_a_valid_division(code: str) -> None:
    today = successor(code)
    assert today is None or ((found := division(today)) is not None and found.is_current)
    assert len(path(code)) in (1, 2, 3)
