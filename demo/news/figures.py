"""Says economic figures in the ways of county papers, and notes for each what it means and the words that state it."""

from dataclasses import dataclass
from typing import Literal

from demo.news import economy
from demo.news.article import IndicatorTruth
from demo.news.scene import Scene

Kind = Literal["target", "estimate", "actual"]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of a year: its code (2026, 2026H1, 2026Q1, 2026M1-9), its year, how many months from January, the words for it."""

    code: str
    year: int
    months: int
    words: tuple[str, ...]


def whole_year(year: int) -> Period:
    """A calendar year."""
    return Period(str(year), year, 12, (f"{year}年", f"{year}年全年"))


def last_period(year: int, month: int) -> Period:
    """The period whose figures a county publishes in that month."""
    if month <= 2:
        return whole_year(year - 1)
    if month in (4, 5):
        return Period(f"{year}Q1", year, 3, ("一季度", "今年一季度", f"{year}年一季度"))
    if month in (7, 8):
        return Period(f"{year}H1", year, 6, ("上半年", "今年上半年", f"{year}年上半年"))
    if month == 10:
        return Period(f"{year}M1-9", year, 9, ("前三季度", "今年前三季度", f"{year}年前三季度", "1-9月份"))
    done = month - 1
    return Period(f"{year}M1-{done}", year, done, (f"1-{done}月", f"今年1-{done}月份", f"今年1至{done}月", f"今年前{done}个月"))


def amount(value: float) -> str:
    """A number without needless zeros.

    >>> amount(5800.0), amount(66.5)
    ('5800', '66.5')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def achieved(scene: Scene, name: str, period: Period, kind: Kind) -> str:
    """One clause with a figure that was reached: level, growth or both."""
    measure = economy.MEASURES[name]
    word = scene.pick(*measure.words)
    level = economy.level(scene.seed, scene.division, name, period.year, period.months)
    growth = economy.growth(scene.seed, scene.division, name, period.code)
    style = scene.rng.random()
    if name == "urban_new_jobs":
        clause = f"{word}{scene.pick('', '达到', '累计')}{amount(level)}人"
        return _note(scene, clause, name, word, kind, period, level=(level, "人"))
    rose = _rose(scene, growth)
    if style < 0.3:
        return _note(scene, f"{word}{rose}", name, word, kind, period, growth=growth)
    verb = scene.pick("完成", "达到", "实现", "", "累计完成", "为")
    if measure.unit == "亿元" and scene.maybe(0.06):
        level = round(level * 10_000)
        return _note(scene, f"{word}{verb}{amount(level)}万元，{rose}", name, word, kind, period, level=(level, "万元"), growth=growth)
    clause = f"{word}{verb}{amount(level)}{measure.unit}{scene.pick('，', '、')}{rose}"
    if style < 0.36 and level > 20 and measure.unit == "亿元":
        clause = f"{word}突破{int(level // 10 * 10)}亿元大关，达到{amount(level)}亿元，{rose}"
    return _note(scene, clause, name, word, kind, period, level=(level, measure.unit), growth=growth)


def _rose(scene: Scene, growth: float) -> str:
    since = scene.pick("同比", "同比", "比上年同期", "较上年", "")
    if growth < 0:
        return f"{since}{scene.pick('下降', '下降', '下降', '减少', '增长-')}{amount(-growth)}%"
    form = scene.rng.choice(("增长{g}%", "增长{g}%", "增长{g}%", "增长 {g}%") if since else ("增长{g}%", "增速{g}%", "增幅{g}%", "增速为{g}%"))
    return since + form.replace("{g}", amount(growth))


def _note(
    scene: Scene,
    clause: str,
    name: str,
    word: str,
    kind: Kind,
    period: Period,
    level: tuple[float, str] | None = None,
    growth: float | None = None,
) -> str:
    facts = []
    if level is not None:
        facts.append(_truth(name, word, "level", level[0], level[1], kind, period))
    if growth is not None:
        facts.append(_truth(name, word, "growth", growth, "%", kind, period))
    return scene.state(clause, *facts)


def _truth(name: str, word: str, measure: Literal["level", "growth"], value: float, unit: str, kind: Kind, period: Period) -> IndicatorTruth:
    return IndicatorTruth(name=name, raw_name=word, measure=measure, value=value, unit=unit, comparator="eq", kind=kind, period=period.code, evidence="")


def incomes_apart(scene: Scene, period: Period, kind: Kind) -> str:
    """Urban and rural incomes in one 分别 list."""
    names = ("disposable_income_urban", "disposable_income_rural")
    levels = [economy.level(scene.seed, scene.division, name, period.year, period.months) for name in names]
    rates = [economy.growth(scene.seed, scene.division, name, period.code) for name in names]
    raw = scene.pick("城乡居民人均可支配收入", "城镇、农村居民人均可支配收入", "城镇和农村居民人均可支配收入")
    verb = scene.pick("达到", "完成", "为")
    clause = (
        f"{raw}分别{verb}{amount(levels[0])}元{scene.pick('、', '和')}{amount(levels[1])}元，"
        f"{scene.pick('同比', '')}分别增长{amount(rates[0])}%{scene.pick('、', '和')}{amount(rates[1])}%"
    )
    both = zip(names, levels, rates, strict=True)
    facts = [(_truth(n, raw, "level", v, "元", kind, period), _truth(n, raw, "growth", r, "%", kind, period)) for n, v, r in both]
    return scene.state(clause, *(fact for pair in facts for fact in pair))


def review(scene: Scene, period: Period, kind: Kind, names: tuple[str, ...]) -> str:
    """One sentence that opens with its period and cue, and lists what was reached."""
    cue = {
        "estimate": ("预计{w}全{u}", "初步核算，{w}全{u}", "{w}，预计全{u}", "初步预计，{w}全{u}"),
        "actual": ("{w}，全{u}", "{w}全{u}", "据统计，{w}全{u}"),
    }[kind if kind != "target" else "actual"]
    words = scene.rng.choice(period.words)
    opening = scene.rng.choice(cue).replace("{w}", words).replace("{u}", scene.u)
    clauses = [achieved(scene, name, period, kind) for name in names if not name.startswith("disposable_income_u") and name != "disposable_income_rural"]
    if "disposable_income_urban" in names:
        clauses.append(incomes_apart(scene, period, kind))
    if scene.maybe(0.3):
        clauses.insert(1, _aside(scene))
    return opening + scene.pick("；", "；", "，").join(clauses) + "。"


def _aside(scene: Scene) -> str:
    """Ranks and gaps to other places, which are no indicators of the county."""
    return scene.pick(
        f"增速居全市第{scene.rng.randint(1, 9)}位",
        f"高于全市平均水平{scene.rng.randint(1, 30) / 10}个百分点",
        f"增速较上年同期提高{scene.rng.randint(1, 30) / 10}个百分点",
        f"总量居全市第{scene.rng.randint(1, 9)}位",
    )
