"""Targets that name no figure: 低于全市平均水平, 与经济增长同步, 完成市定目标."""

import re

from pipelines.facts.language.alternatives import alternatives

_WORDED = re.compile(
    alternatives(
        [
            *(
                rf"{than}(?:全[国省市州区县](?:平均)?(?:水平|增速)?|[省市州国]平均(?:水平)?|(?:地区|国内)?(?:生产总值|GDP|经济)增(?:长|速)(?:速度|水平)?|上年(?:水平)?|平均水平)"
                for than in ("高于", "低于", "快于", "慢于", "好于", "不低于", "不高于")
            ),
            *(f"{beside}(?:经济|GDP|(?:地区)?生产总值|居民收入)(?:增长|发展|增速)?(?:保持)?(?:基本)?同步(?:增长)?" for beside in ("与", "和")),
            *(
                rf"{reach}(?:国家|省|市|州|上级)(?:定|下达|里下达|政府下达|控制|考核)?(?:的)?(?:目标|任务|计划|范围|要求|指标)(?:任务|以内|之内)?"
                for reach in ("完成", "达到", "控制在", "实现")
            ),
            *(f"{hold}在(?:合理|较低|目标|规定|省定|市定)[^，。；、]{{0,6}}(?:区间|水平|范围|以内|之内)" for hold in ("保持", "控制", "稳定", "维持")),
            *(f"{verb}两位数(?:以上)?(?:的)?增长" for verb in ("实现", "保持", "增长")),
            "两位数(?:以上)?(?:的)?增长",
            *(f"{verb}(?:了)?(?:一|两)?番" for verb in ("实现翻", "翻")),
        ]
    )
)

_HINT = re.compile("于(?<=[高低快慢好]于)|同步|目标|任务|计划|范围|要求|指标|区间|水平|两位数|翻")


def worded(plain: str, start: int, end: int) -> re.Match[str] | None:
    """The first target in words of a stretch that holds no figure."""
    return _WORDED.search(plain, start, end) if _HINT.search(plain, start, end) else None
