"""What the words between an indicator and an amount make of it: a level, a growth, or something that is none of the indicator's figures."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from pipelines.facts.indicators.quantities import Quantity

Measure = Literal["level", "growth", "share"]
RATES = frozenset({"unemployment_registered", "unemployment_surveyed", "other:unemployment", "other:urbanisation", "other:air_quality", "other:rd"})
"""Indicators whose level is a percentage."""
_SHARES = frozenset({"%", "个百分点", "‰", "倍"})
_MONEY = frozenset({"亿元", "万元", "元", "亿美元", "万美元", "美元"})
_UNITS = {
    "urban_new_jobs": frozenset({"人", "万人", "个", "万个"}),
    "grain_output": frozenset({"吨", "万吨", "亿吨", "斤", "万斤", "亿斤", "亿公斤", "万公斤", "公斤", "千克"}),
    "cpi": frozenset({""}),
    "unemployment_registered": frozenset[str](),
    "unemployment_surveyed": frozenset[str](),
    "energy_per_gdp": frozenset({"吨标准煤", "万吨标准煤", "吨", "千克"}),
}
"""Units of the indicators that are not sums of money; every one has percentages besides."""

_LINK = re.compile(
    r"同比名义|同比实际|按可比价格?计算|按不变价格?计算|按可比价|可比价格?|可比增长|名义|实际|比上一?年同期|比上一?年末|比上一?年|较上一?年同期|较上一?年末|较上一?年|较去年同期|比去年同期|较去年|比去年|比年初|较年初|比前一年"
    r"|与上一?年同期相比|与去年同期相比|与上一?年相比|与去年相比|(?:与|同)(?:“十.五”|(?:19|20)\d\d年)末?相比|[较比](?:“十.五”|(?:19|20)\d\d年)末?|由负转正|转为|下调|上调|调低|调高|调整|优化|演变|转变|实现翻番|翻了?近?[一两]?番多?"
    r"|预期目标|年度目标|目标|任务|增长目标|分别|各自|均|都|双双|同步|年均|平均|累计|共|总计|合计|总量|总额|总值|规模|比重|指数|涨幅|同比|环比|增长率|增长速度|递增|递减|增产|减产|增速|增幅|降幅|增长|增加值|增加|增收|净增|多增|新增|提高|上涨|上升|上扬|扩大|攀升|跃升|提升"
    r"|（(?!其中)[^（）\d]{1,14}）|负增长|下降率|下降|减少|减收|降低|下滑|回落|回升|下跌|缩减|缩小|收窄|压减|降|减|跌"
    r"|首次|首破|再次|成功|历史性|历史性地|一举|一次性|先后|接连|连续[\d一二三四五六七八九十两多]{1,3}(?:年|个月|个季度)|连续|持续|继续|稳定|稳步|稳中有升|基本|大体|全面|超额|圆满|顺利|快速|较快|平稳|大幅|大幅度|明显|显著|小幅|进一步|仍|仍然|依然|逆势|也|又|再|还|将|已|已经|可|可以|能|能够|有望|应|要|使|让|把|力争|确保|争取|努力|预计|预期|计划|初步|核算|初步统计|估计|大约|约|近|将近|接近"
    r"|控制在|保持在|稳定在|维持在|运行在|保持|维持|稳定|突破|超过|高于|低于|不低于|不少于|不高于|不超过|不突破|超|逾|连跨|连续跨越|[百千万]亿元?级?|迈上|迈进|迈入|迈过|跨上|跨过|跨入|跨越|站上|跃上|跃过|越过|登上|冲刺|挺进|冲破|达到了|达到|达|到|至|为|是|有|完成了|完成|实现了|实现|取得|位|在|占|从|由|以|的|了|和|并|且|而|并且|同时|其中|当年|全年|当月|当季|期内|期末|年末|年底"
    r"|(?:扣除|剔除)[^，。；]{2,16}?(?:因素|影响)后?|按?(?:同|自然|可比|全)口径(?:计算)?|[两三四]个|人民币"
    r"|台阶|大关|关口|关|以上|以内|以下|左右|上下|新|大|高|总|只|每年|每人|人|元|[，、；：（）“”‘’\s\-—+]"
    r"|(?:19|20)\d\d年?[-—至到~]{1,2}(?:19|20)\d\d年|(?:19|20)\d\d年(?:度|末|底)?|20[XxＸ×*]{2}年|今年|去年|上年|本年|年|上半年|下半年|前?[一二三四1-4]季度|前三季度|\d{1,2}(?:-|至|~)?\d{0,2}月份?|到|截至|“?十[一二三四五六]五”?(?:末|期间|时期|以来)?|[八九十]五”(?:末|期间|时期|以来)?|五年[来间中内]?"
    r"|跃?居?(?:位居|位列|居|列|排名|排位|排|稳居|稳列|跻身|进入|名列|跃居|跃升)?(?:全国|全省|全市|全州|全区|全县|自治区|省|市|县区|[\u4e00-\u9fff]{0,4})?(?:的)?第[\d一二三四五六七八九十]{1,3}(?:位|名)?"
)
_RANKED = re.compile(r"(?:增速|增幅|总量|排名|分别)?(?:在)?(?:全[国省市区县州]|[\u4e00-\u9fff]{0,6}?)?(?:排名?|位居|居|位列|列|跃居|稳居|名列)[^，。；]{0,16}")
_PLACE_GAP = re.compile(
    r"(?:高于|低于|快于|慢于|高出|高过|超出|超过|领先|落后|好于|优于|比|较)[^，。；、\d]{0,3}(?:全[国省市区县州]|省|市|国家|平均|年初|目标|预期|计划|任务|调控|考核|序时|时间进度|兄弟|周边|地区)[^，。；\d]{0,10}$"
)
_COMPLETION = re.compile(r"(?:目标|任务|计划|预算|进度|指标)(?:任务|数|值)?(?:的)?$")
_OTHER_TALE = re.compile(r"占|比重|贡献|拉动|带动|弹性|中的?(?:税收|占)|覆盖|缺口|差距|投资额$")
_FALL = re.compile(r"下降率|下降|递减|减产|减少|减收|降低|下滑|回落|下跌|缩减|压减|负增长|降幅|跌幅|降|减|跌")
_RISE = re.compile(r"增长|递增|增产|增加|增收|净增|多增|新增|提高|上涨|上升|上扬|增速|增幅|涨幅|提升|攀升|回升|扩大|增")
_REACHED = re.compile(r"(?:到|至|为|达|达到)(?:了)?(?:约|近)?$")
_ABSOLUTE_RISE = re.compile(r"(?:净增长?|增加|增收|增产|多增|增长|提高|上升|新增|增|减少|减收|减产|下降|降低|减)(?:了)?(?:约|近|超|超过)?$")
_AVERAGE = re.compile(r"年均|平均(?:每年)?增|年平均")
_FROM = re.compile(r"[由从](?:(?:19|20)\d\d年|\d{1,2}(?:[-—至]\d{1,2})?月份?|[^，。；、\d]{0,8})?[末底初]?的?(?:同比)?(?:下降|增长|负增长|上涨)?(?:约|近)?$")

_COMPARED_WITH = re.compile(r"[比较](?:上年|去年)(?:同期|同口径)?(?:的)?(?:约|近)?$")

_MEASURES = re.compile(r"的(?:约|近)?\d[\d.]{0,6}%")
_LARGE = re.compile(r"的?(?:（[^（）]{1,12}）)?(?:规模|项目|工业|企业|产业|固定资产|在建|重大|重点)")
_COUNTED_FROM = re.compile(r"（[^（）]{1,12}口径）")
_MOVED = re.compile(
    r"(?:左右)?[，]?(?:增加|提高|增长|上升|扩大|跃升|提升|攀升|升|增|下降|降低|降|减少|下调|上调|调低|调高|压减|缩减|跨越|发展|变为|转为|转|扭转|调整)[了为]?[到至为]?"
)


class Reading(NamedTuple):
    """What an amount says: measure and sign; ``None`` in place of a reading where it is not the indicator's own."""

    measure: Measure
    sign: int
    average: bool
    restated: bool
    """An absolute 增长 of which the percentage may follow."""


@lru_cache(maxsize=4096)  # reports lead up to their figures in the same few words
def residue(lead: str) -> str:
    """What of the words before an amount is not grammar: the noun or place that makes it another's figure."""
    return _LINK.sub("", _RANKED.sub("", lead) if "位" in lead or "排" in lead or "列" in lead or "居" in lead else lead)


@lru_cache(maxsize=4096)
def clause(lead: str) -> str:
    """What stands behind the last comma of any kind."""
    return lead[max(lead.rfind("，"), lead.rfind("；"), lead.rfind("、")) + 1 :]


def is_another_tale(lead: str, quantity: Quantity, name: str) -> bool:
    """Whether an amount is a gap to another place, a share of a target reached, a contribution, or a change of a growth rate."""
    last = clause(lead)
    if _tells_another(last):
        return True
    if quantity.unit == "倍" and lead.endswith("的"):
        return True
    if quantity.unit == "个百分点":
        return name not in RATES or not (_FALL.search(last) or _RISE.search(last))
    return quantity.unit in ("%", "倍") and _is_of_target(last)


@lru_cache(maxsize=4096)
def _tells_another(last: str) -> bool:
    return bool(_PLACE_GAP.search(last) or _OTHER_TALE.search(last))


@lru_cache(maxsize=4096)
def _is_of_target(last: str) -> bool:
    """完成年度目标的65%: whether the amount is a share of what was aimed at."""
    return bool(_COMPLETION.search(last) and not re.search(r"增长目标|预期目标为?$", last))


def fits(name: str, unit: str) -> bool:
    """Whether an amount in this unit can be the indicator's: 30个 of industries is no output."""
    return name.startswith("other:") or unit in _SHARES or unit in _UNITS.get(name, _MONEY)


def is_former(lead: str, after: str) -> bool:
    """由210亿元增加到305亿元: whether the amount is what the indicator was before."""
    if ("由" in lead or "从" in lead) and _FROM.search(lead) and _MOVED.match(after):
        return True
    return lead.endswith(("年", "期", "径", "的", "约", "近")) and bool(_COMPARED_WITH.search(lead) and _MOVED.match(after))


def is_measured_by(quantity: Quantity, after: str) -> bool:
    """Whether an amount is what the percentage behind it is taken of: 为预算12亿元的102%."""
    return quantity.unit not in _SHARES and _MEASURES.match(after) is not None


def is_threshold(quantity: Quantity, after: str) -> bool:
    """Whether an amount only says what counts: 500万元以上项目, （2000万元口径）."""
    return quantity.unit not in _SHARES and (
        after.startswith("口径") or _COUNTED_FROM.match(after) is not None or (quantity.after == "ge" and _LARGE.match(after) is not None)
    )


def read(lead: str, quantity: Quantity, name: str) -> Reading:
    """Measure and sign of an amount by the words before it and its unit."""
    last = lead[max(lead.rfind("，"), lead.rfind("；")) + 1 :]
    average = "均" in last and bool(_AVERAGE.search(last))
    if name.endswith("industry_share"):
        return Reading("share", 1, average, False)
    fall = _falls(last)
    if quantity.unit in ("%", "个百分点", "倍", "‰") or quantity.value is None:  # 两位数
        return Reading(_measure_of_percentage(last, quantity, name, average=average), -1 if fall else 1, average, False)
    grown = _rises_by(last)
    if name == "urban_new_jobs" and (last.endswith("新增") or not re.search(r"同比|比上|较上|净增|增加|减少", last)):
        grown = False
    return Reading("growth" if grown else "level", -1 if fall and grown else 1, average, last.endswith(("增长", "增长了")))


@lru_cache(maxsize=4096)
def _rises_by(last: str) -> bool:
    return _ABSOLUTE_RISE.search(last) is not None


@lru_cache(maxsize=4096)
def _falls(last: str) -> bool:
    """Whether the last word of direction is a fall that does not merely lead to the value (回落至5%)."""
    fall = max((m.start() for m in _FALL.finditer(last)), default=-1)
    rise = max((m.start() for m in _RISE.finditer(last)), default=-1)
    if fall < 0 or fall < rise - (2 if "负增长" in last else 0):
        return False
    return (
        "降幅" in last[fall:]
        or "跌幅" in last[fall:]
        or not _REACHED.search(last)
        or bool(re.search(r"(?:降|减|跌)[低少幅]?(?:了)?[^到至]{0,2}(?:约|近)$|下降为$", last))
    )


def _measure_of_percentage(last: str, quantity: Quantity, name: str, *, average: bool) -> Measure:
    if name not in RATES:
        return "level" if name == "cpi" and isinstance(quantity.value, float) and quantity.value > 50 else "growth"
    moved = bool(_FALL.search(last) or _RISE.search(last)) and not _REACHED.search(last) and not re.search(r"(?:控制|稳定|保持|维持)在", last)
    return "growth" if average or (moved and quantity.unit == "个百分点") else "level"
