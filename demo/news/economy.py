"""The figures of an invented county: the same for the same county, indicator and period, whichever article states them."""

from dataclasses import dataclass
from typing import Literal

from demo import chance
from demo.news.divisions import Division

Share = Literal["whole", "part"]


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator: what papers call it, its unit and size in a small county, and how fast it grows (tenths of a per cent)."""

    name: str
    words: tuple[str, ...]
    unit: str
    base: tuple[int, int]
    growth: tuple[int, int]
    decimals: int = 2


MEASURES: dict[str, Measure] = {
    m.name: m
    for m in (
        Measure("gdp", ("地区生产总值", "生产总值", "GDP", "地区生产总值（GDP）"), "亿元", (60, 480), (32, 95)),
        Measure("industrial_output_above_scale", ("规模以上工业增加值", "规上工业增加值", "规模工业增加值"), "亿元", (15, 160), (-40, 135)),
        Measure("fixed_asset_investment", ("固定资产投资", "固定资产投资（不含农户）", "全社会固定资产投资"), "亿元", (40, 320), (-80, 160)),
        Measure("retail_sales", ("社会消费品零售总额", "社零总额"), "亿元", (20, 180), (15, 120)),
        Measure("fiscal_revenue_general_budget", ("一般公共预算收入", "地方一般公共预算收入"), "亿元", (3, 32), (-30, 120)),
        Measure("disposable_income_residents", ("居民人均可支配收入", "全体居民人均可支配收入"), "元", (19000, 38000), (45, 90), 0),
        Measure("disposable_income_urban", ("城镇居民人均可支配收入",), "元", (29000, 48000), (35, 80), 0),
        Measure("disposable_income_rural", ("农村居民人均可支配收入",), "元", (13000, 26000), (55, 100), 0),
        Measure("urban_new_jobs", ("城镇新增就业", "新增城镇就业"), "人", (1800, 9600), (10, 90), 0),
        Measure("grain_output", ("粮食总产量", "粮食产量"), "万吨", (8, 70), (1, 30), 1),
        Measure("trade_total", ("外贸进出口总额", "进出口总额"), "亿元", (1, 40), (-150, 300)),
        Measure("foreign_investment", ("实际使用外资", "实际利用外资"), "万美元", (120, 4800), (-100, 250), 0),
    )
}
_YEAR_ZERO = 2015


def growth(seed: int, division: Division, name: str, period: str) -> float:
    """Change on the year before in per cent, one decimal."""
    low, high = MEASURES[name].growth
    return chance.between(low, high, seed, "growth", division.adcode, name, period) / 10


def level(seed: int, division: Division, name: str, year: int, months: int = 12) -> float:
    """The amount of the first ``months`` months of a year, in the measure's unit."""
    measure = MEASURES[name]
    base = chance.between(measure.base[0] * 100, measure.base[1] * 100, seed, "base", division.adcode, name) / 100
    noise = chance.between(97, 103, seed, "noise", division.adcode, name, year, months) / 100
    return round(base * 1.06 ** (year - _YEAR_ZERO) * months / 12 * noise, measure.decimals)
