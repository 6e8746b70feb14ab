"""What is said at meetings and on visits: sentences of demands, reviews and formulas, put together from phrases."""

from demo import chance
from demo.news import phrases
from demo.news.scene import Scene

_COUNT = "一二三四五六七八"
_NATIONAL = (
    "“四个意识”", "“四个自信”", "“两个维护”", "“放管服”改革", "“六稳”“六保”任务", "“两不愁三保障”", "“四好农村路”建设", "“两个确立”",
)  # fmt: skip


_DEMANDS = (
    "{stance}，{do}，{more}，{aim}",
    "要围绕{topic}{do}、{more}，{aim}",
    "{body}要把{topic}摆在突出位置，{do}，{more}",
    "要进一步{do}，在{topic}上拿出更多硬招实招，{aim}",
    "{stance}，围绕{topic}列出清单、逐项销号，{more}",
    "要加快{do}，同步{more}，{aim}",
    "要在{do}上下功夫，在{more}上见真章",
    "要把{do}作为当前要务，{aim}",
    "对{topic}中的突出问题，要逐一研究、限期整改，{more}",
    "既要{do}，又要{more}，{aim}",
    "要算好时间账、任务账，{do}，{aim}",
    "要发扬连续作战的作风，{do}、{more}",
    "{body}要各司其职、密切配合，{do}，{aim}",
    "要加大{topic}投入力度，{do}",
    "要学习借鉴先进地区经验，{do}，{more}",
    "凡是{topic}涉及的事项，都要{do}，{aim}",
    "要围绕群众关心的问题{do}，防止一阵风、走过场",
    "要一件事情接着一件事情办，{do}，{more}，{aim}",
)


def sentence(scene: Scene, topic: str) -> str:
    """One demand, without its full stop."""
    choose = scene.rng.choice
    return choose(_DEMANDS).format(
        topic=topic,
        stance=choose(phrases.STANCES),
        body=scene.pick(*phrases.BODIES),
        do=choose(phrases.DEEDS),
        more=choose(phrases.DEEDS),
        aim=scene.pick(*phrases.AIMS),
    )


def demands(scene: Scene, topic: str, count: int) -> str:
    """Several demands as one run of text that ends in 。."""
    style = scene.rng.random()
    said = [sentence(scene, topic) for _ in range(count)]
    if style < 0.3 and count > 1:
        return "；".join(f"{_COUNT[i]}{text if text[0] == '要' else '是' + text}" for i, text in enumerate(said)) + "。"
    if style < 0.5 and count > 1:
        return "".join(f"{_COUNT[i]}是{text}。" for i, text in enumerate(said))
    return scene.rng.choice(("。", "；", "。")).join(said) + "。"


def slogan(scene: Scene) -> str:
    """The county's own policy formula, one of three that it keeps repeating; noted."""
    return scene.formula(_own(scene, scene.rng.randrange(3)))


def _own(scene: Scene, which: int) -> str:
    rng = chance.stream(scene.seed, "slogan", scene.division.adcode, which)
    digits = "".join(str(rng.randint(1, 9)) for _ in range(rng.choice((3, 3, 4, 5))))
    a, b, c, d = (rng.choice(_COUNT[:5]) for _ in range(4))
    industry = rng.sample(("工业", "生态", "文旅", "人才", "开放", "农业", "商贸", "科技"), 3)
    word = rng.choice(("强", "兴", "立"))
    return scene.fill(
        rng.choice(
            (
                f"“{digits}”{rng.choice(('发展战略', '工作思路', '现代产业体系', '工作举措', '行动计划'))}",
                f"“{a}核{b}带{c}片区”空间布局",
                f"“{a}廊{b}轴{c}区{d}园”发展格局",
                f"“1+{rng.randint(2, 9)}+N”{rng.choice(('产业体系', '政策体系', '工作机制'))}",
                "“" + "、".join(f"{i}{word}{{u}}" for i in industry) + "”三大战略",
                f"“{rng.choice(_COUNT[2:])}个{{s}}”建设目标",
                f"“{rng.choice(_COUNT[2:])}大会战”行动",
            ),
        ),
    )


def creed(scene: Scene) -> str:
    """A national formula, noted."""
    text = scene.rng.choice(_NATIONAL)
    if "”“" in text:
        for part in ("“六稳”", "“六保”"):
            scene.formula(part)
        return text
    return scene.formula(text)


def with_formula(scene: Scene) -> str:
    """A sentence around a formula, ending in 。."""
    return scene.rng.choice(
        (
            "要深入实施{f}，一张蓝图绘到底。",
            "要锚定{f}不动摇，咬定目标、持续用力。",
            "要对照{f}找差距、补短板。",
            "要紧紧围绕{f}谋划抓手、推进工作。",
            "要把{f}落实到每个环节。",
        ),
    ).replace("{f}", slogan(scene) if scene.maybe(0.75) else creed(scene))
