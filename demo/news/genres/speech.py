"""Speeches in full: a leader before a meeting, section by section."""

# ruff: noqa: E501 - markup and sentences stand as they are served

from dataclasses import dataclass

from demo.news import goals, phrases, talk, when
from demo.news.genres.meeting import ordinal
from demo.news.scene import Scene

GENRE = "speech"
WEIGHTS = (3, 4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 3)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the headline already tells."""

    title: str
    meeting: str
    topic: str
    office: str
    kicker: str | None = None


def sketch(scene: Scene) -> Plan:
    """Chooses speaker, meeting and headline."""
    topic, office = scene.rng.choice(phrases.TOPICS), scene.rng.choice(("secretary", "head"))
    meeting = scene.pick(f"全{{u}}{topic}工作会议", f"全{{u}}{topic}动员大会", f"{{u}}委{topic}专题会议")
    return Plan(scene.pick(f"在{meeting}上的讲话", f"{scene.holder(office)}在{meeting}上的讲话"), meeting, topic, office)


def compose(scene: Scene, plan: Plan) -> None:
    """Writes the heading with name and day, and the sections."""
    day = scene.day_before(scene.rng.choice((0, 1, 2, 5)))
    scene.happened(day)
    scene.meeting(plan.meeting)
    name = scene.holder(plan.office)
    post = f"{scene.u}委书记" if plan.office == "secretary" else f"{scene.u}长"
    scene.acts(name, "speaker", (post,))
    scene.add(f"{post} {name}")
    scene.add(f"（{when.full(day)}）")
    scene.add("同志们：")
    scene.add(
        f"{scene.pick('今天召开的', '这次', '召开这次')}{plan.meeting}的主要任务是，动员全{scene.u}上下统一思想、提振精神，推动{plan.topic}取得更大成效。下面，我讲几点意见。",
    )
    for i in range(scene.rng.randint(2, 4)):
        aim = scene.pick(*phrases.AIMS)
        scene.add(f"{ordinal(i + 1)}、{scene.rng.choice(phrases.DEEDS)}，{aim}")
        scene.add(talk.demands(scene, plan.topic, scene.rng.randint(2, 5)))
        if scene.maybe(0.4):
            scene.add(talk.with_formula(scene))
    if scene.maybe(0.3) and scene.published.month <= 3:
        scene.add(goals.sentence(scene, scene.published.year, 3))
    scene.add("同志们，目标已经明确，关键在于落实。让我们拿出干劲、干出样子，奋力开创工作新局面！")
