"""Guards the numbers that reports write."""

from pipelines.facts.language.numerals import chinese_number, number


def test_numerals() -> None:
    assert [chinese_number(n) for n in ("十", "二十五", "一百零三", "两千三百", "二零二一", "三点五", "", "十个")] == [10, 25, 103, 2300, 2021, 3.5, None, None]
    assert [number(n) for n in ("1,234.5", "-8.7", "abc")] == [1234.5, -8.7, None]
