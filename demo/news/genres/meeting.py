"""Meeting news: standing committees, executive meetings, plenary sessions, drives, talks; with chair, speakers and attendance."""

from dataclasses import dataclass
from typing import ClassVar

from demo.news import figures, leaders, phrases, talk, when
from demo.news.scene import Scene

GENRE = "meeting_news"
WEIGHTS = (34,) * 12
_ORDINALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Plan:
    """What the headline already tells."""

    name: str
    kind: str
    topic: str
    chair: str
    title: str
    kicker: str | None = None
    GENRE: ClassVar[str] = GENRE


def ordinal(n: int) -> str:
    """1 to 99 in Chinese figures.

    >>> ordinal(9), ordinal(12), ordinal(45)
    ('九', '十二', '四十五')
    """
    tens, ones = divmod(n, 10)
    return ("" if not tens else ("" if tens == 1 else _ORDINALS[tens - 1]) + "十") + ("" if not ones else _ORDINALS[ones - 1])


def sketch(scene: Scene) -> Plan:
    """Chooses meeting, topic, chair and headline."""
    rng, topic = scene.rng, scene.rng.choice(phrases.TOPICS)
    number = rng.randint(2, 96)
    session = rng.randint(2, 9)
    kind, chair, name = rng.choice(
        (
            ("常务会议", "head", f"{{u}}政府第{number if rng.random() < 0.5 else ordinal(number)}次常务会议"),
            ("常委会", "secretary", "{u}委常委会会议"),
            ("常委会", "secretary", "{u}委常委会（扩大）会议"),
            ("全会", "secretary", f"{{u}}委{ordinal(rng.randint(8, 15))}届{ordinal(session)}次全体（扩大）会议"),
            ("推进会", rng.choice(("secretary", "head", "executive")), f"全{{u}}{topic}工作推进会"),
            ("推进会", "head", f"{topic}推进会议"),
            ("座谈会", rng.choice(("secretary", "head", "publicity")), f"{topic}座谈会"),
            ("动员会", "executive", f"全{{u}}{topic}动员部署会"),
            ("调度会", "executive", f"{topic}工作调度会"),
            ("专题会", "head", f"{topic}专题会议"),
            ("领导小组", "secretary", f"{{u}}委农村工作领导小组第{ordinal(session)}次会议"),
            ("现场会", "deputy_secretary", f"全{{u}}{topic}现场会"),
            ("中心组", "secretary", "{u}委理论学习中心组集体学习会"),
        ),
    )
    name, who = scene.fill(name), scene.holder(chair)
    title = scene.pick(
        f"{{n}}召开{name}",
        f"{who}主持召开{name}",
        f"{name}召开",
        f"{{n}}：{name}召开",
        f"{who}在{name}上强调：{_cry(scene)}",
        f"我{{u}}召开{name}",
        f"{name}举行",
    )
    kicker = f"{who}在{name}上强调" if rng.random() < 0.06 else None
    return Plan(name, kind, topic, chair, _cry(scene) if kicker else title, kicker)


def _cry(scene: Scene) -> str:
    first = scene.rng.choice(phrases.DEEDS)
    return f"{first} {scene.pick(*phrases.AIMS)}" if scene.maybe(0.5) else f"{first} {scene.rng.choice(phrases.DEEDS)}"


def compose(scene: Scene, plan: Plan) -> None:
    """Writes lede, agenda, demands and attendance."""
    scene.kicker = plan.kicker
    scene.meeting(plan.name)
    others = _lede(scene, plan)
    if scene.maybe(0.7):
        scene.add(_agenda(scene, plan))
    for _ in range(scene.rng.randint(1, 4)):
        scene.add(f"会议{scene.pick('指出', '强调', '要求', '认为')}，{talk.demands(scene, plan.topic, scene.rng.randint(1, 4))}")
    if scene.maybe(0.25):
        period = figures.last_period(scene.published.year, scene.published.month)
        names = tuple(scene.rng.sample(("gdp", "fixed_asset_investment", "retail_sales", "fiscal_revenue_general_budget", "industrial_output_above_scale"), 2))
        scene.add(f"会议通报了经济运行情况。{figures.review(scene, period, 'actual', names)}")
    _speeches(scene, plan, others)
    if scene.maybe(0.75):
        scene.add(_attendance(scene, others))


def _lede(scene: Scene, plan: Plan) -> list[str]:
    """The opening paragraph; gives the offices that are left for the attendance list."""
    ranked = [o for o in leaders.OFFICES if o not in leaders.BUREAUS and not o.startswith(("town", "street"))]
    left = ranked[ranked.index(plan.chair) + 1 :]  # nobody of higher rank sits below the chair
    scene.rng.shuffle(left)
    opened = when.said(scene)
    style = scene.rng.random()
    if style < 0.35:
        text = f"{opened}，{scene.introduce(plan.chair, 'host')}主持召开{plan.name}，{_purpose(scene, plan)}。"
    elif style < 0.6:
        text = (
            f"{opened}，{plan.name}{scene.pick('召开', '举行', '在{n}召开')}，{_purpose(scene, plan)}。{scene.introduce(plan.chair, 'speaker')}出席会议并讲话。"
        )
        if plan.kind not in {"常务会议", "常委会"} and scene.maybe(0.7):
            text += f"{scene.introduce(left.pop(), 'host')}主持会议。"
    elif style < 0.68:
        second = scene.introduce(plan.chair, "speaker"), scene.introduce(left.pop(), "speaker")
        text = f"{opened}，{plan.name}{scene.pick('召开', '举行')}。{second[0]}，{second[1]}{scene.pick('分别讲话', '先后讲话')}。"
    elif style < 0.82:
        text = f"{opened}，我{scene.u}召开{plan.name}，{_purpose(scene, plan)}。会议由{scene.introduce(plan.chair, 'host')}主持。"
    else:
        text = f"{opened}，{plan.name}在{scene.pick(*phrases.PLACES)}召开。{scene.introduce(plan.chair, 'speaker')}主持会议并讲话。"
    if scene.maybe(0.4):
        two = [scene.introduce(left.pop(), "attendee") for _ in range(scene.rng.randint(1, 3))]
        text += scene.pick("，".join(two) + "出席会议。", "，".join(two) + "参加会议。")
    scene.add(text)
    return left


def _purpose(scene: Scene, plan: Plan) -> str:
    return scene.pick(
        f"研究部署{plan.topic}工作",
        f"听取{plan.topic}工作情况汇报，安排下一步重点任务",
        f"总结前一阶段{plan.topic}情况，分析存在问题",
        f"传达学习上级有关会议精神，研究{plan.topic}等事项",
        f"对{plan.topic}进行再动员、再部署",
        f"专题研究{plan.topic}",
    )


def _agenda(scene: Scene, plan: Plan) -> str:
    papers = "、".join(f"《{scene.division.name}{t}{d}》" for t, d in zip(scene.some(phrases.TOPICS, 2), scene.some(phrases.DOCUMENTS, 2), strict=True))
    town = scene.rng.choice(leaders.towns(scene.division))
    return scene.pick(
        f"会议听取了{plan.topic}进展情况汇报，审议了{papers}。",
        f"会议审议并原则通过{papers}，决定按程序印发实施。",
        f"会上，{town}、{{u}}发改委、{{u}}财政局等单位作交流发言。",
        f"会前，与会人员观看了{plan.topic}专题片。会上，{town}作典型发言，{{u}}住建局作表态发言。",
        f"会议书面通报了{plan.topic}督查情况，研究了{papers}及其他事项。",
    )


def _speeches(scene: Scene, plan: Plan, left: list[str]) -> None:
    name = scene.bare(plan.chair, "speaker") if scene.maybe(0.7) else ""
    if name:
        verb = scene.pick("指出", "强调", "要求", "在讲话中强调", "表示")
        scene.add(f"{name}{verb}，{talk.demands(scene, plan.topic, scene.rng.randint(1, 3))}{talk.with_formula(scene) if scene.maybe(0.4) else ''}")
    if scene.maybe(0.3):
        who = scene.introduce(left.pop(), "speaker")
        scene.add(f"{who}{scene.pick('就', '围绕')}{plan.topic}{scene.pick('作了具体安排', '作了发言', '作了说明')}。")
    if scene.maybe(0.3):
        scene.add(talk.with_formula(scene))


def _attendance(scene: Scene, left: list[str]) -> str:
    style = scene.rng.random()
    free = [o for o in left if scene.holder(o) not in scene.people]
    units = "、".join(scene.some(phrases.UNITS, scene.rng.randint(1, 3)))
    if style < 0.35:
        vices = [o for o in free if o.startswith("vice")]
        if len(vices) > 1 and scene.maybe(0.3) and "office" in free:
            listed = scene.spread(vices, f"副{scene.u}长", "attendee")
            return f"{listed}，{scene.introduce('office', 'attendee')}{scene.pick('参加会议', '出席会议')}。"
        if len(vices) > 1:
            return f"{scene.spread(vices, '副' + scene.u + '长', 'attendee')}，{units}参加会议。"
    if style < 0.7:
        bare = [scene.bare(o, "attendee") for o in free[: scene.rng.randint(2, 8)]]
        if bare:
            names = scene.pick("、", "、", " ").join(bare)
            return scene.pick(f"{{u}}领导{names}{scene.pick('参加会议', '出席会议')}。", f"参加会议的{{u}}领导有{names}。{units}参加会议。")
    return f"{units}参加会议。"
