"""Inspection news: 调研, 督导, 观摩, 走访慰问; a leader, some places, what was seen and what was asked for."""

from dataclasses import dataclass

from demo.news import figures, leaders, names, phrases, talk, when
from demo.news.scene import Scene

GENRE = "inspection"
WEIGHTS = (24,) * 12
_DEEDS = ("调研", "督导", "检查", "调研督导", "督导检查", "专题调研", "暗访", "走访慰问", "观摩")
_LEADERS = ("secretary", "head", "deputy_secretary", "executive", "law", "publicity", "vice_1", "vice_2", "vice_3", "congress", "cppcc")


@dataclass(frozen=True, slots=True)
class Plan:
    """What the headline already tells."""

    office: str
    deed: str
    topic: str
    title: str
    kicker: str | None = None


def sketch(scene: Scene) -> Plan:
    """Chooses leader, deed, topic and headline."""
    office, deed, topic = scene.rng.choice(_LEADERS), scene.rng.choice(_DEEDS), scene.rng.choice(phrases.TOPICS)
    who = scene.holder(office)
    title = scene.pick(
        f"{who}{deed}{topic}工作",
        f"{who}到{leaders.towns(scene.division)[0]}{deed}{topic}",
        f"{who}带队{deed}{topic}情况",
        f"{who}深入一线{deed}{topic}",
    )
    if scene.maybe(0.3):
        title = f"{who}{deed}{topic}工作时强调 {talk.sentence(scene, topic)}"[:70].rstrip("，")
    return Plan(office, deed, topic, title)


def compose(scene: Scene, plan: Plan) -> None:
    """Writes lede, stations, demands, company."""
    opened = when.said(scene)
    boss = scene.introduce(plan.office, "attendee")
    town = scene.rng.choice(leaders.towns(scene.division))
    stations = scene.some(phrases.SITES, scene.rng.randint(2, 4))
    company = _company(scene) if scene.maybe(0.25) else ""
    if not company and scene.maybe(0.08):
        boss += "采取" + scene.formula("“四不两直”") + "方式"
    scene.add(
        f"{opened}，{boss}到{town}{plan.deed}{plan.topic}情况，{company}。"
        if company
        else scene.pick(
            f"{opened}，{boss}{scene.pick('带队', '率队', '')}深入{town}、{stations[0]}等地{plan.deed}{plan.topic}工作。",
            f"{opened}，{boss}先后来到{'、'.join(stations)}，{plan.deed}{plan.topic}工作。",
            f"{opened}，{boss}就{plan.topic}工作到{town}{plan.deed}，先后察看了{'、'.join(stations)}。",
            f"{opened}，{boss}沿路察看、随机走访，{plan.deed}{town}{plan.topic}工作。",
        ),
    )
    name = scene.holder(plan.office)
    for station in stations[: scene.rng.randint(1, 3)]:
        seen = scene.some(phrases.SEEN, 2)
        scene.add(
            scene.pick(
                f"在{station}，{name}{seen[0]}，{seen[1]}。",
                f"每到一处，{name}都{seen[0]}。在{station}，{seen[1]}。",
                f"{name}一行走进{station}，{seen[0]}。",
            ),
        )
    if scene.maybe(0.3):
        scene.add(_project(scene))
    for _ in range(scene.rng.randint(1, 2)):
        scene.acts(name, "speaker")
        verb = scene.pick("强调", "指出", "要求", "表示", "叮嘱")
        scene.add(f"{name}{verb}，{talk.demands(scene, plan.topic, scene.rng.randint(1, 4))}{talk.with_formula(scene) if scene.maybe(0.3) else ''}")
    if scene.maybe(0.5):
        scene.add(_with(scene, plan))
    if scene.maybe(0.35):
        _photo(scene, name, plan)


def _company(scene: Scene) -> str:
    if scene.maybe(0.3):
        return scene.pick("{u}直有关部门负责人随同", "有关乡镇负责人参加")
    office = scene.rng.choice((*leaders.BUREAUS, "office", "office"))
    return f"{scene.introduce(office, 'attendee')}{scene.pick('陪同', '一同参加', '随同调研')}"


def _project(scene: Scene) -> str:
    project = scene.pick(*phrases.PROJECTS)
    return (
        f"据了解，{project}项目总投资{figures.amount(scene.rng.randint(12, 280) / 10)}亿元，占地{scene.rng.randint(3, 60) * 10}亩，"
        f"建成后可带动{scene.rng.randint(5, 90) * 10}余人就近务工。"
    )


def _with(scene: Scene, plan: Plan) -> str:
    free = [o for o in _LEADERS[3:] if o != plan.office and scene.holder(o) not in scene.people]
    scene.rng.shuffle(free)
    if scene.maybe(0.5):
        return f"{'，'.join(scene.introduce(o, 'attendee') for o in free[: scene.rng.randint(1, 3)])}{scene.pick('一同参加', '参加' + plan.deed, '陪同')}。"
    spaced = scene.maybe(0.15)
    bare = [scene.bare(o, "attendee") for o in free[: scene.rng.randint(1, 4)]]
    listed = "、".join(names.padded(n) if spaced else n for n in bare)
    return f"{scene.u}领导{listed}{scene.pick('参加', '一同' + plan.deed)}。"


def _photo(scene: Scene, name: str, plan: Plan) -> None:
    caption = f"图为{name}{plan.deed}现场"
    if scene.maybe(0.5):
        (who,) = names.people(scene.rng, 1, dotted=0)
        caption += f"。{scene.pick('记者 ', '通讯员 ', '')}{names.padded(who)} 摄"
        scene.credits.append(("photographer", who))
    scene.images.append(caption)
    scene.add(caption)
