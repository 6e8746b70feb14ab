"""Says targets for a year: with a bound, as a range, or without any number, and notes what each means."""

from collections.abc import Callable
from typing import Literal

from demo import chance
from demo.news import economy
from demo.news.article import IndicatorTruth, Value
from demo.news.figures import amount
from demo.news.scene import Scene

_Said = tuple[str, Value, str | None, "Comparator", Literal["level", "growth"]]
"""The words, value, unit, comparator and measure of a target."""
Comparator = Literal["eq", "approx", "ge", "le", "gt", "lt"]
GROWTH = ("gdp", "industrial_output_above_scale", "fixed_asset_investment", "retail_sales", "fiscal_revenue_general_budget", "disposable_income_residents")
_OPENINGS = (
    "{y}年全{u}经济社会发展的主要预期目标是：",
    "今年经济社会发展主要预期目标为：",
    "今年的主要预期目标是：",
    "{y}年发展主要预期目标：",
    "做好今年工作，要确保完成以下目标任务：",
    "综合考虑各方面因素，建议今年全{u}主要预期目标为",
)
_BOUNDS: tuple[tuple[str, Comparator], ...] = (
    ("{w}增长{v}%左右", "approx"),
    ("{w}增长{v}%", "eq"),
    ("{w}增长{v}%以上", "ge"),
    ("{w}力争增长{v}%", "eq"),
    ("{w}预期增长{v}%左右", "approx"),
    ("{w}增速不低于{v}%", "ge"),
    ("{w}增长目标为{v}%左右", "approx"),
)
_WORDLESS: tuple[tuple[str, Comparator], ...] = (
    ("{w}增速高于全市平均水平", "gt"),
    ("{w}与经济增长同步", "eq"),
    ("{w}增长与经济增长基本同步", "approx"),
    ("{w}增速不低于全市平均水平", "ge"),
)

_JOBS: tuple[tuple[str, Comparator], ...] = (("城镇新增就业{v}人以上", "ge"), ("城镇新增就业{v}人", "eq"), ("新增城镇就业{v}人左右", "approx"))
_PRICES: tuple[tuple[str, Comparator], ...] = (("居民消费价格涨幅控制在{v}%左右", "approx"), ("居民消费价格涨幅控制在{v}%以内", "le"))


def goal(scene: Scene, name: str, year: int) -> str:
    """One clause with a growth target."""
    word = scene.pick(*economy.MEASURES[name].words)
    value = chance.between(10, 24, scene.seed, "goal", scene.division.adcode, name, year) / 2
    roll = scene.rng.random()
    if roll < 0.08:
        low, high = value, value + scene.rng.choice((0.5, 1.0))
        dash = scene.pick("—", "-", "至")
        return _note(scene, f"{word}增长{amount(low)}%{dash}{amount(high)}%", (word, (low, high), "%", "eq", "growth"), name, year)
    if name in ("retail_sales", "disposable_income_residents") and roll < 0.25:
        form, comparator = scene.rng.choice(_WORDLESS)
        return _note(scene, form.replace("{w}", word), (word, None, None, comparator, "growth"), name, year)
    form, comparator = scene.rng.choice(_BOUNDS)
    return _note(scene, form.replace("{w}", word).replace("{v}", amount(value)), (word, value, "%", comparator, "growth"), name, year)


def jobs(scene: Scene, year: int) -> str:
    """New urban jobs as a target."""
    count = chance.between(18, 96, scene.seed, "jobs", scene.division.adcode, year) * 100
    form, comparator = scene.rng.choice(_JOBS)
    return _note(scene, form.replace("{v}", str(count)), (form[:6], float(count), "人", comparator, "level"), "urban_new_jobs", year)


def unemployment(scene: Scene, year: int) -> str:
    """A ceiling for one of the two unemployment rates, which are not the same thing."""
    name, word = scene.rng.choice((("unemployment_registered", "城镇登记失业率"), ("unemployment_surveyed", "城镇调查失业率")))
    value = scene.rng.choice((3.5, 4.0, 4.2, 4.5, 5.0, 5.5))
    tail = scene.pick("以内", "以下")
    return _note(scene, f"{word}控制在{amount(value)}%{tail}", (word, value, "%", "le", "level"), name, year)


def prices(scene: Scene, year: int) -> str:
    """A ceiling for consumer prices."""
    value = scene.rng.choice((2.0, 3.0, 3.5))
    form, comparator = scene.rng.choice(_PRICES)
    return _note(scene, form.replace("{v}", amount(value)), ("居民消费价格", value, "%", comparator, "growth"), "cpi", year)


def sentence(scene: Scene, year: int, count: int) -> str:
    """The sentence of targets, its cue first and the list up to 。."""
    clauses = [goal(scene, name, year) for name in ("gdp", *scene.rng.sample(GROWTH[1:], count - 1))]
    extra: tuple[Callable[[Scene, int], str], ...] = (jobs, unemployment, prices)
    clauses += [say(scene, year) for say in extra if scene.maybe(0.5)]
    openings = _OPENINGS if year == scene.published.year else tuple(text for text in _OPENINGS if "{y}" in text)
    opening = scene.rng.choice(openings).replace("{y}", str(year)).replace("{u}", scene.u)
    return opening + scene.pick("，", "，", "；").join(clauses) + "。"


def _note(scene: Scene, clause: str, said: _Said, name: str, year: int) -> str:
    word, value, unit, comparator, measure = said
    fact = IndicatorTruth(
        name=name, raw_name=word, measure=measure, value=value, unit=unit, comparator=comparator, kind="target", period=str(year), evidence=""
    )
    return scene.state(clause, fact)
