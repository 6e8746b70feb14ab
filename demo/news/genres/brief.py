"""Items of one or two sentences, as county sites post many a day: signings, volunteers, harvests."""

# ruff: noqa: E501 - markup and sentences stand as they are served

from dataclasses import dataclass

from demo.news import leaders, phrases, when
from demo.news.scene import Scene

GENRE = "other"
WEIGHTS = (16,) * 12


@dataclass(frozen=True, slots=True)
class Plan:
    """What the headline already tells."""

    title: str
    what: str
    where: str
    kicker: str | None = None


_WHAT = (
    "志愿者清理河道垃圾", "开展消防疏散演练", "冬小麦播种进入尾声", "举办农技培训班", "集中换发老年优待证", "文化下乡演出受欢迎", "新建充电桩投入使用", "中药材喜获丰收",
    "开展义诊活动", "便民食堂开门迎客", "组织反诈宣传", "香菇大棚助农增收", "开展校园食品安全抽检", "旧路翻新方便出行", "签下一批招商项目", "图书流动车进校园",
    "公益性岗位上岗", "农家书屋延时开放", "开展普法宣传活动", "特色民宿迎来客流高峰",
)  # fmt: skip


def sketch(scene: Scene) -> Plan:
    """Chooses what and where."""
    where = scene.rng.choice((*leaders.towns(scene.division), *(f"{s}街道" for s in leaders.streets(scene.division))))
    what = scene.rng.choice(_WHAT)
    return Plan(scene.pick(f"{where}：{what}", f"{where}{what}", f"{{n}}{where}{what}", f"{what}——来自{where}的见闻"), what, where)


def compose(scene: Scene, plan: Plan) -> None:
    """Writes one paragraph, sometimes two."""
    opened = when.said(scene, vague=0.3)
    count = scene.rng.randint(12, 900)
    scene.add(
        scene.pick(
            f"{opened}，{{n}}{plan.where}{plan.what}，{count}名干部群众参与。",
            f"{opened}，笔者在{{n}}{plan.where}看到，{plan.what}，现场一派忙碌景象。",
            f"{opened}，{{n}}{plan.where}{plan.what}，受到群众好评。",
            f"{opened}，在{{n}}{plan.where}，{plan.what}，{count}户居民受益。",
        ),
    )
    if scene.maybe(0.45):
        scene.add(
            scene.pick(
                f"下一步，{plan.where}将{scene.rng.choice(phrases.DEEDS)}，{scene.pick(*phrases.AIMS)}。",
                f"“这样的活动很实在。”一位居民说。目前，{plan.where}已累计服务{count * 3}人次。",
                f"据悉，{plan.where}还将{scene.rng.choice(phrases.DEEDS)}。",
            ),
        )
    if scene.maybe(0.2):
        scene.images.append(f"{plan.where}活动现场")
        scene.add(scene.images[-1])
