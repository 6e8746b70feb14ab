"""Words that tell a target from an estimate and a result, and how far they reach."""

import re
from typing import Literal, NamedTuple

from pipelines.facts.language.alternatives import alternatives

Kind = Literal["target", "estimate", "actual"]

_SET = "目标(?:任务|安排|值|单|篇|建议|是|为|：|设定|确定|定)+(?!的?(?:\\d|百分之))"
_CUES: dict[str, tuple[str, ...]] = {
    "goal": (
        "目标(?:任务|值)?(?=[由从]|下调|上调|调整|调[低高])",
        *(f"{of}{_SET}" for of in ("预期", "奋斗", "工作", "发展", "主要", "增长", "总体", "年度", "经济", "调控", "具体", "规划", "约束性")),
        _SET,
        "主要(?:经济)?指标(?:是|为|：|安排|预期)+",
        *(f"{of}目标(?!的)" for of in ("预期", "奋斗", "发展", "增长", "年度", "主要")),
        r"预期(?:性)?(?:目标|指标)(?!任?务?的?(?:\d|百分之))",
    ),
    "target": (
        "力争", "确保", "争取", "努力(?:实现|完成|使|保持)?", "预期(?!性?[目指]标)", "拟", "计划(?:完成|实现|增长|安排|到|：)",
        "要(?=实现|完成|保持|力争|达到|增长|突破|稳定在|控制在)", "必须(?=完成|达到|实现)", "奋力", "冲刺",
        "推动(?=[^，。；]{0,16}(?:迈上|突破|跨越|达到))", "展望(?=“?十|未来|今后|20)",
        "将(?=达到|实现|完成|突破|超过|增长)",
    ),
    "estimate": ("预计", "初步核算", "初步统计", "初步测算", "初步预计", "据初步", "快报数", "预估", "有望"),
    "actual": (
        "去(?<![比较由]去)年", "上(?<![比较由]上)年(?!同期|末)", "过去(?:的)?一年", "回顾", "实际(?=完成|达到|实现|为)", "同比", "截至", "累计完成", "已完成",
        "超额完成", "圆满完成", "完成了", "实现了", "达到了", "增长了", "下降了", "为(?:了)?实现(?:上述|以上|这些|今年)[^，。]{0,12}目标",
    ),
}  # fmt: skip
"""The words that turn the mood, each beginning with a plain character; of those that begin alike the first that fits counts."""
_CUE = re.compile(alternatives(f"{words[0]}(?P<{which}_{n}>{words[1:]})" for which, listed in _CUES.items() for n, words in enumerate(listed)))
_REACHED = re.compile("(?:完成|实现)了[^，。；]{0,6}$")
"""圆满完成了各项目标任务."""
_FULFILLED = re.compile(r"(?:实现|完成|达到|达成|超出|好于|超额|超过)[^，。；]{0,6}$")
"""较好实现预期目标，…: a result, unless 确保 or the like made it an aim before."""
_BESIDE_GOAL = re.compile(r"(?:低于|高于|超过|超|距离?|离|比|较|占)(?:全年|年初|省|市|县|既定)?的?$")
"""低于年度目标0.9个百分点: results go on."""
_LASTS = re.compile(r"[^，。；]{0,12}[是为：]")
_ESTIMATE = re.compile("预[计估]|初步(?:核算|统计|测算|预计)|步(?<=据初步)|快报数|望(?<=有望)")
_PLANNING_HEADING = re.compile(r"目标|打算|安排|任务|思路|工作重点|展望|建议|部署|举措|总体要求|计划|草案")
_REVIEW_HEADING = re.compile(r"回顾|总结|完成情况|成效|成就|执行情况|运行情况")
_WITHIN_CHAPTER = re.compile(r"[\s“”—\-]*（[一二三四五六七八九十]{1,3}）|[\s—\-]*\d{1,2}[、.]")


class Mood(NamedTuple):
    """What kind the statements at one place are of, and whether that outlasts the full stop."""

    kind: Kind = "actual"
    lasting: bool = False
    section: Kind | None = None
    """What the heading above announces."""

    def rested(self) -> "Mood":
        """The mood at the start of the next sentence: estimates and lone targets end at 。, a list of goals goes on."""
        return self if self.lasting else Mood(self.section or "actual", False, self.section)


def headed(mood: Mood, heading: str) -> Mood:
    """The mood under a heading; one of a part within (（一）) does not turn what its chapter announced."""
    if mood.section and _WITHIN_CHAPTER.match(heading):
        return Mood(mood.section, False, mood.section)
    if _REVIEW_HEADING.search(heading):
        return Mood("actual", False, "actual")
    if _PLANNING_HEADING.search(heading):
        return Mood("target", False, "target")
    return Mood(mood.section or "actual", False, mood.section)


def moods(plain: str, start: int, end: int, mood: Mood) -> list[tuple[int, Mood]]:
    """The moods of a sentence: offset from which each holds, in order; the first is the one it begins in."""
    found = [(start, mood)]
    for cue in _CUE.finditer(plain, start, end):
        mood = _turned(mood, cue, plain, end)
        found.append((cue.start(), mood))
    return found


def passed(plain: str, start: int, end: int, mood: Mood) -> Mood:
    """The mood in which the next sentence begins: only a goal, or a mood that lasts already, changes what it begins in."""
    if not mood.lasting and plain.find("目标", start, end) < 0 and plain.find("指标", start, end) < 0:
        return mood.rested()
    return moods(plain, start, end, mood)[-1][1]


def _turned(mood: Mood, cue: re.Match[str], plain: str, end: int) -> Mood:
    which = (cue.lastgroup or "").partition("_")[0]
    if which == "goal":
        if plain[cue.end() : cue.end() + 1] in "，。；、" and _FULFILLED.search(plain, max(0, cue.start() - 10), cue.start()):
            return mood
        if _REACHED.search(plain, max(0, cue.start() - 10), cue.start()) or _BESIDE_GOAL.search(plain, max(0, cue.start() - 8), cue.start()):
            return mood
        lasting = cue[0][-1] in "是为：" or _LASTS.match(plain, cue.end(), min(end, cue.end() + 14)) is not None
        return Mood("target", lasting or mood.lasting, mood.section)
    if which == "target":
        return Mood("target", mood.lasting and mood.kind == "target", mood.section)
    if which == "estimate":
        return mood if mood.kind == "target" and mood.lasting else Mood("estimate", False, mood.section)
    if cue[0].startswith("为"):
        return Mood("actual", False, mood.section)
    if (cue[0] == "同比" and mood.kind in ("estimate", "target")) or (
        cue[0] == "累计完成" and mood.kind == "target" and (mood.lasting or mood.section == "target")
    ):
        return mood
    if mood.kind == "estimate" and cue[0] not in ("去年", "上年"):
        return mood
    return Mood("actual", False, mood.section)


def at(offset: int, sequence: list[tuple[int, Mood]]) -> Mood:
    """The mood that holds at an offset."""
    for start, mood in reversed(sequence):
        if start <= offset:
            return mood
    return sequence[0][1]


def has_estimate(plain: str, start: int, end: int) -> bool:
    """Whether an estimate's word stands anywhere in the sentence."""
    return _ESTIMATE.search(plain, start, end) is not None
