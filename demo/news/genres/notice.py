"""Notices: cuts of water and power, recruitment, public display; signed and dated by a bureau."""

from dataclasses import dataclass
from datetime import timedelta

from demo.news import leaders, phrases, when
from demo.news.scene import Scene

GENRE = "notice"
WEIGHTS = (9,) * 12


@dataclass(frozen=True, slots=True)
class Plan:
    """What the headline already tells."""

    title: str
    matter: str
    bureau: str
    kicker: str | None = None


_MATTERS = (
    ("停水", "{n}水务局", "关于{t}片区计划停水的通知"),
    ("停电", "{n}供电公司", "关于{t}线路检修停电的公告"),
    ("招聘", "{n}人力资源和社会保障局", "{n}{y}年公开招聘城镇公益性岗位人员公告"),
    ("公示", "{n}自然资源局", "关于{t}地块规划调整的公示"),
    ("征集", "{n}人民政府办公室", "关于公开征集民生实事项目建议的公告"),
    ("封闭", "{n}公安局交通管理大队", "关于{t}路段施工期间交通管制的通告"),
    ("补贴", "{n}农业农村局", "关于开展{y}年农机购置与应用补贴申请的通知"),
)


def sketch(scene: Scene) -> Plan:
    """Chooses matter and headline."""
    matter, bureau, title = scene.rng.choice(_MATTERS)
    town = leaders.towns(scene.division)[scene.rng.randrange(12)]
    return Plan(scene.fill(title.replace("{t}", town)), matter, scene.fill(bureau))


def compose(scene: Scene, plan: Plan) -> None:
    """Writes salutation, matter, contact and signature."""
    start = scene.published.date() + timedelta(days=scene.rng.randint(1, 9))
    end = start + timedelta(days=scene.rng.choice((0, 1, 4, 6)))
    scene.happened(start, end)
    span = when.full(start) if start == end else f"{when.full(start)}至{when.full(end)}"
    scene.add(scene.pick("各有关单位、广大群众：", "广大市民朋友：", "各乡镇人民政府、街道办事处：", "尊敬的用户："))
    scene.add(_matter(scene, plan, span))
    for i in range(scene.rng.randint(1, 3)):
        scene.add(f"{'一二三'[i]}、{scene.pick(*phrases.BODIES)}要{scene.rng.choice(phrases.DEEDS)}，提前做好准备。")
    tail = scene.rng.randint(1000000, 8999999)
    scene.add(scene.pick(f"由此带来的不便，敬请谅解。咨询电话：0999-{tail}。", f"联系电话：0999-{tail}。", f"特此{scene.pick('通知', '公告')}。"))
    scene.add(plan.bureau)
    scene.add(when.full(scene.day_before(scene.rng.choice((0, 0, 1)))))
    if scene.maybe(0.3):
        scene.attachments.append(scene.pick("报名登记表.doc", "实施细则.pdf", "点位分布图.pdf", "申请表.xls"))


def _matter(scene: Scene, plan: Plan, span: str) -> str:
    area = leaders.towns(scene.division)[scene.rng.randrange(12)]
    return scene.pick(
        f"根据工作安排，定于{span}在{area}及周边区域实施{plan.matter}相关工作，具体时段以现场通知为准。",
        f"因{area}设施改造需要，{span}将对沿线{scene.rng.randint(3, 40)}个小区办理{plan.matter}事宜。",
        f"为做好{plan.matter}工作，现将有关事项通知如下，办理时间为{span}，地点为{area}便民服务中心。",
    )
