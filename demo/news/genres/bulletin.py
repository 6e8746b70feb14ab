"""Statistical news: how the county's economy ran in a quarter or in so many months, figure after figure."""

from dataclasses import dataclass

from demo.news import figures, talk
from demo.news.figures import Period
from demo.news.scene import Scene

GENRE = "other"
WEIGHTS = (8, 8, 3, 8, 8, 3, 8, 8, 3, 9, 5, 4)
_NAMES = (
    "gdp",
    "industrial_output_above_scale",
    "fixed_asset_investment",
    "retail_sales",
    "fiscal_revenue_general_budget",
    "grain_output",
    "trade_total",
    "foreign_investment",
    "urban_new_jobs",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the headline already tells."""

    title: str
    period: Period
    kicker: str | None = None


def sketch(scene: Scene) -> Plan:
    """Chooses period and headline."""
    period = figures.last_period(scene.published.year, scene.published.month)
    words = scene.rng.choice(period.words)
    return Plan(
        scene.pick(f"{{n}}{words}经济运行情况", f"{words}全{{u}}经济运行总体平稳", f"{words}我{{u}}主要经济指标稳中有进", f"{{n}}{words}主要经济指标完成情况"),
        period,
    )


def compose(scene: Scene, plan: Plan) -> None:
    """Writes an overview and some sections of figures."""
    scene.add(_overview(scene))
    kind: figures.Kind = "estimate" if scene.maybe(0.2) else "actual"
    scene.add(figures.review(scene, plan.period, kind, _NAMES[:1]))
    rest = scene.rng.sample(_NAMES[1:], scene.rng.randint(2, 6))
    while rest:
        part, rest = rest[:2], rest[2:]
        scene.add(figures.review(scene, plan.period, "actual", tuple(part)))
    if scene.maybe(0.5):
        scene.add(figures.review(scene, plan.period, "actual", ("disposable_income_urban", "disposable_income_rural")))
    if scene.maybe(0.5):
        scene.add(f"下一步，全{scene.u}将{talk.sentence(scene, '稳增长').removeprefix('要')}。")


def _overview(scene: Scene) -> str:
    return scene.pick(
        "面对复杂多变的外部环境，全{u}上下攻坚克难、主动作为，经济运行延续恢复态势。",
        "今年以来，{n}坚持稳字当头，主要指标总体平稳，发展质量继续改善。",
        "全{u}经济总体保持平稳，产业结构持续优化，民生保障有力有效。",
    )
