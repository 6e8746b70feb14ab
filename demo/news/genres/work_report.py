"""Government work reports: the review of a year with its figures, the plan of the next with its targets."""

from dataclasses import dataclass

from demo.news import figures, goals, phrases, talk, when
from demo.news.genres.meeting import ordinal
from demo.news.scene import Scene

GENRE = "work_report"
WEIGHTS = (14, 14, 5, 1, 0, 0, 1, 1, 0, 0, 0, 3)
_FIGURES = (
    "gdp",
    "industrial_output_above_scale",
    "fixed_asset_investment",
    "retail_sales",
    "fiscal_revenue_general_budget",
    "urban_new_jobs",
    "grain_output",
    "trade_total",
    "foreign_investment",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the headline already tells."""

    title: str
    session: str
    year: int
    kicker: str | None = None


def sketch(scene: Scene) -> Plan:
    """Chooses session and headline."""
    year = scene.published.year + (scene.published.month == 12)
    congress, meeting = ordinal(10 + year % 9), ordinal(year % 5 + 1)
    session = f"{scene.division.name}第{congress}届人民代表大会第{meeting}次会议"
    return Plan(
        scene.pick("政府工作报告", "{n}政府工作报告", f"{year}年{{n}}人民政府工作报告", f"{{n}}{year}年政府工作报告", f"政府工作报告（{year}年）"),
        session,
        year,
    )


def compose(scene: Scene, plan: Plan) -> None:
    """Writes the opening, the review, the goals and the tasks."""
    day = scene.day_before(scene.rng.choice((0, 1, 3, 6)))
    scene.happened(day)
    scene.meeting(plan.session)
    scene.add(f"——{when.full(day)}在{plan.session}上")
    scene.add(_speaker(scene))
    scene.add("各位代表：")
    scene.add(
        scene.pick(
            "现在，我代表{u}人民政府向大会报告工作，请予审议，并请各位政协委员和列席人员提出意见。",
            "我代表{n}人民政府，向大会作工作报告，请审议，请{u}政协委员和列席同志提出意见。",
        ),
    )
    _review(scene, plan.year - 1)
    scene.add(f"二、{plan.year}年工作安排" if scene.maybe(0.5) else f"{plan.year}年重点工作")
    scene.add(goals.sentence(scene, plan.year, scene.rng.randint(3, 6)))
    topics = scene.some(phrases.TOPICS, scene.rng.randint(3, 7))
    for i, topic in enumerate(topics):
        scene.add(
            f"（{ordinal(i + 1)}）抓好{topic}。{talk.demands(scene, topic, scene.rng.randint(2, 4))}{talk.with_formula(scene) if scene.maybe(0.25) else ''}",
        )
    scene.add(
        scene.pick(
            "各位代表！新征程已经开启，让我们同心同德、接续奋斗，为建设现代化{n}而努力！",
            "各位代表！唯有实干才能不负期待，让我们携手前行，共同书写{n}发展新篇章！",
        ),
    )


def _speaker(scene: Scene) -> str:
    name = scene.holder("head")
    scene.acts(name, "speaker", (f"{scene.division.name}人民政府{scene.u}长",))
    return f"{scene.division.name}人民政府{scene.u}长 {name}"


def _review(scene: Scene, year: int) -> None:
    scene.add(scene.pick(f"一、{year}年工作回顾", f"过去一年工作回顾（{year}年）"))
    kind: figures.Kind = "estimate" if scene.maybe(0.5) else "actual"
    period = figures.whole_year(year)
    names = ("gdp", *scene.rng.sample(_FIGURES[1:], scene.rng.randint(3, 6)))
    if scene.maybe(0.6):
        names += ("disposable_income_urban", "disposable_income_rural")
    opening = scene.pick("一年来，面对多重困难挑战，我们迎难而上、苦干实干，较好完成了各项任务。", "过去的一年，全{u}人民攻坚克难，经济社会保持平稳健康发展。")
    scene.add(opening + figures.review(scene, period, kind, names))
    for topic in scene.some(phrases.TOPICS, scene.rng.randint(2, 5)):
        done = scene.rng.randint(3, 90)
        scene.add(
            scene.pick(
                f"——{topic}成效明显。实施相关项目{done}个，完成年度任务的九成以上，{talk.sentence(scene, topic).removeprefix('要')}的格局初步形成。",
                f"——{topic}扎实推进。新建改建设施{done}处，惠及群众{done * 37}户，居全市第{scene.rng.randint(1, 9)}位。",
                f"——{topic}取得进展。{scene.pick(*phrases.PROJECTS)}项目建成投用，总投资{figures.amount(done / 10)}亿元。",
            ),
        )
