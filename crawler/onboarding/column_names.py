"""What the name of a column says: the county's own news, news from above, or something else (names as counted on 2,300 county portals)."""

import re
from dataclasses import dataclass
from typing import Literal

from db import divisions
from db.division_names import stem

Verdict = Literal["own", "upstream", "other"]

_NEWS = r"(?:要闻|新闻|动态|资讯|快讯|快报|头条|时政|时讯|信息|播报|速递|报道)"
_OWN_NAMES = re.compile(
    r"(?:政务|时政|时事|党政|市政|权威|一周|今日|最新|重要|本地|综合|头条|近期|每日|重点|政府|政务公开|政府工作|县域|新闻|动态|要闻|工作|活动|热点|领导|社会|文字)*(?:要闻|新闻|动态|资讯|头条|快讯|时政)"
    r"|(?:政务|政府|领导|工作|党政|重要|公务)(?:活动|要情|信息)|时事政治|要闻(?:速递|播报|资讯|聚焦|导读)|新闻(?:播报|速递|快讯|发布)|一线(?:动态|快讯)"
)
_PARENT_NAMES = re.compile(r"新闻中心|新闻资讯|新闻频道|政务资讯|资讯中心|新闻|资讯|动态|新闻网|政务新闻网|新闻动态中心")
_SELF = re.compile(r"^(?:本|我|全|我们?|县|区|市|旗|城|园)(?:县|区|市|旗|地|城|州|内|里|域|级|政府|委|政务)?$")
_ABOVE = re.compile(
    r"国务院?|国省|省市|中省市?|转发|中央|国家|中国|中省|全国|国内|国际|省(?:委|政府|市|内|级|府|直)?|全省|(?:市|州|盟)(?:委|政府|里|级|直|内)?|全[市州]|自治[区州](?:党委|政府|级)?|全区|上级|疆内|藏内|央视|新华社?|人民网?|中新|兵团"
)
_OTHER = re.compile(
    r"部门|乡镇|镇街|街镇|街道|乡街|社区|基层|单位|系统|委办|行业|企业|园区|村居|党建|群团|学校|医院"
    r"|通知|公告|公示|通告|招标|采购|招聘|人事|任免|政策|解读|法规|文件|公开|公报|规划|统计|数据|财政|预决?算|审计|督查|检查|应急|预案|执法|办事|服务|互动|访谈|信箱|投诉|咨询|征集|调查"
    r"|媒体|视频|图片|图说|影像|视听|直播|专题|专栏|聚焦|关注|辟谣|回应|旅游|文化|概况|风采|人物|文明|教育|健康|气象|天气|生活|民生|农业|招商|投资|法治|普法|廉政|反腐|纪检|安全"
    r"|热点回应|发布会|网评|理论|学习|时评|评论"
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on a column's name, why, and how promising the name is among the county's own (higher first)."""

    verdict: Verdict
    why: str
    rank: int = 0


def judge(name: str, county: str | None = None, above: tuple[str, ...] = ()) -> Judgement:
    """What a column of that name holds on the site of a county, given the names of the divisions above it.

    >>> judge("孟津要闻", "孟津区", ("河南省", "洛阳市")).verdict, judge("市政府要闻", "孟津区", ("河南省", "洛阳市")).verdict
    ('own', 'upstream')
    """
    last = re.split(r"\s*[-—_>|/·]\s*", name.strip(" >»-|·"))[-1]  # 新闻中心-政务要闻
    bare = re.sub(r"[^\u3400-\u9fffA-Za-z0-9]|^更多", "", last)
    short = stem(county) if county else ""
    if short and re.fullmatch(rf"今日{re.escape(short[:2])}.{{0,6}}", bare):
        return Judgement("own", "today's news of the county", 8)
    if not re.search(_NEWS, bare) and not _OWN_NAMES.fullmatch(bare):
        return Judgement("other", "not a name of news")
    place, rest = _place(bare, county, short, above)
    if place == "own":
        return Judgement("other", "not news of the government") if _OTHER.search(rest) else Judgement("own", "names the county", 10 if "要闻" in rest else 8)
    if place == "above":
        return Judgement("upstream", "names a division above, or the state")
    if _OTHER.search(bare):
        return Judgement("other", "departments, townships, notices, media or topics")
    if _PARENT_NAMES.fullmatch(bare):
        return Judgement("own", "the news as a whole", 1)
    if _OWN_NAMES.fullmatch(bare):
        return Judgement("own", "a usual name of the county's own news", 6 if "要闻" in bare else 4)
    return _unknown_place(bare, short)


def _place(bare: str, county: str | None, short: str, above: tuple[str, ...]) -> tuple[Literal["own", "above", "none"], str]:
    """Whose news a name says it is, and what remains of it."""
    if county and short and (bare.startswith((county, short))):
        return "own", bare.removeprefix(county).removeprefix(short)
    for name in above:
        if len(stem(name)) >= 2 and bare.startswith(stem(name)):
            return "above", bare
    head = re.match(rf"(.{{1,6}}?)(?:政务|时政|党政)?{_NEWS}", bare)
    words = head.group(1) if head else ""
    kind = county[-1] if county else ""
    if words and kind and _SELF.match(words) and _is_own_kind(words, kind):
        return "own", bare
    if words and _ABOVE.fullmatch(words) and not (kind == "市" and words.startswith(("市", "全市"))):
        return "above", bare
    return "none", bare


def _is_own_kind(words: str, kind: str) -> bool:
    """Whether 县内, 区委, 本市 speak of a division of the county's own kind; 本地 and 我们 of any."""
    named = re.search("[县区市旗]", words)
    return named is None or named.group(0) == kind


def _unknown_place(bare: str, short: str) -> Judgement:
    """X要闻 with an unknown X: an abbreviation of the county (加区 for 加格达奇区) is its own, another division is not."""
    head = re.match(rf"(.{{2,8}}?)(?:政务|时政)?{_NEWS}", bare)
    words = head.group(1) if head else bare
    if short and words[0] == short[0] and len(words) <= 3:
        return Judgement("own", "abbreviates the county's name", 7)
    if divisions.find(words):
        return Judgement("upstream", "names another division")
    if bare.endswith("要闻") and len(words) <= 4:
        return Judgement("own", "a name of news of no other place", 2)
    return Judgement("other", "names something else")
