"""Formulas (提法): quoted or numbered strategies, campaigns and principles, in a normal form by which their spread can be counted."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from pipelines.facts.context import Context
from pipelines.facts.language.alternatives import alternatives
from pipelines.facts.language.listed import listed
from pipelines.facts.language.numerals import chinese_number
from pipelines.facts.language.text import Span, Text
from pipelines.factual import Formula

KIND = "formulas"
_NUM = "一二三四五六七八九十两双百千万多"
_N = rf"(?:[{_NUM}]{{1,3}}|\d{{1,4}})"
_QUOTED = re.compile(r"[“‘](?P<core>[^“”‘’\n]{1,60})[”’](?P<head>(?:的)?[\u4e00-\u9fff]{0,14})")
_PLAN = re.compile(
    r"^(?:十[一二三四五六]?五|[一二三六七八九]五|\d{1,2}·\d{1,2}|五四|[一二三四五六七八九十]一|一二·?九|三八|八一|七一|三夏|三秋|双节|两节|双抢|五一|十一|双十[一二]|六一|三农|四上|五险一金|三公|双一流|两会|三产|一把手|一号|一流|第[一二三四五六七八九十].*)$"
)
_DIGITS = re.compile(
    r"^(?:\d{1,2}(?:\+(?:\d{1,3}|[NXnx]|[\u4e00-\u9fffA-Z])){1,6}(?:[\u4e00-\u9fff]{0,6})|[NX](?:\+\d){1,3}|\d{3,6}|\d(?:[\u4e00-\u9fff]\d){1,3}|\d{1,2}[大个条项][\u4e00-\u9fff]{2,10})$"
)
_TWICE = re.compile(r"\d{1,3}个[\u4e00-\u9fff]{1,6}是?\d{1,3}个[\u4e00-\u9fff]{1,6}")
_YEAR_OR_NUMBER = re.compile(r"(?:19|20)\d\d|110|120|119|12315|12388|96\d{3}")
_FIGURE = re.compile(r"(?!\d{3,6}$)[\d.]+")
_CONTINUES = re.compile(r"[“‘\d.%年月+]")
_PARTED = re.compile(r"[、，·,]")
_OF_SIZE = re.compile("^双|[百千万]亿")
_NUMERAL = re.compile(rf"[{_NUM}]")
_MEASURED = re.compile(
    rf"^{_N}(?![条道](?:禁令|红线|底线|防线|铁律|铁规|关口|屏障|主线|战线)$)(?:项(?![^，。]{{0,6}}(?:行动|工程|整治|改革|攻坚|提升|建设|革命|计划|治理)$)|[种股位名家条件层句张台辆场次户口间所座本幅道天年月日周期批块元分倍度点米里斤亩人辈代步眼手心声时般堂刻系])[^\d]{{0,8}}$"
)
_COUNTED = re.compile(
    rf"^{_N}(?:个|大|项|新|好|化|型|比|抓|进|满意|提升|转变|力|放心|强化|精|保|稳|优|高|减|促|改|建|创|清|查|争|聚焦|坚持|必须|确保|统一|统筹|严|真|敢|讲|看|访|到|在|到位|同步|免|包|联|送|链|网|治|长|级|三|四|五)[\u4e00-\u9fff]{{0,10}}$"
)
_ALTERNATING = re.compile(rf"^(?:{_N}[\u4e00-\u9fff]{{1,5}}?){{2,8}}$")
_STARTS_NUMBERED = re.compile(rf"^{_N}[\u4e00-\u9fff]{{1,9}}$")
_SHORT = re.compile(rf"^[{_NUM[:-3]}][\u4e00-\u9fff]{{1,3}}$")
_NOT_FORMULA = re.compile(
    r"强(?<=[百十千]强)|十佳|第一|一体化$|一站式|一出戏|一张网$|一条龙|一盘棋|双清零|万元|亿元|千亿|百亿|一把尺|一刀切|一窝蜂|三分之|十四五|十三五|十五五|二十大|十九大|届(?<=[^“]届)|一批人|两难|一问三|三心二意|一言堂|一亩三分|一知半解|一枝独秀|三言两语|五花八门|七上八下|一家亲|一门心思|一锤定音|一盘散沙|双刃剑|一剂|一枚|双百分|万事|^四大家$|^[四五][大套]班子$|^一卡通$|^一肩挑$"
)
_HEADS = (
    "发展战略|战略思路|战略定位|目标定位|发展定位|战略部署|战略|活动|专项行动|行动计划|行动|工程|计划|改革|攻坚战|大会战|会战|攻坚|大比武|大讨论|大竞赛|竞赛|创建|工作法|工作举措|工作模式|工作机制|发展模式|管理模式|治理模式|模式|现代产业体系|产业体系|工作体系|体系|发展格局|产业格局|空间格局|发展布局|空间布局|总体布局|格局|布局|发展思路"
    "|发展目标|建设目标|目标|进程|举措|方针|方略|总要求|工程建设|建设|园区|产业带|产业格局|集群|政策|平台|机制|工作制|制度|主题教育|品牌|专项整治|整治|监管|服务|公开|目标任务|攻略|路径|理念|原则|精神|倡议|愿景|规划|工作思路|赛道|赛马|产业|路线"
)
_NOUNS = alternatives(_HEADS.split("|"))
_HEAD = re.compile(rf"^(?P<of>的)?(?P<head>[\u4e00-\u9fff]{{0,8}}?(?:{_NOUNS}){{1,3}})")
_NAMED_WITHIN = re.compile(r"[^、，]{2,12}(?:行动|工程|战略|工作法|计划|革命|攻坚战|大会战|大比武|改革)$")
_YEAR_OF = re.compile(r"[^、，\d]{0,8}(?:建设|推进|攻坚|提升|突破|服务|发展|落实|创新|改革|治理|整治|深化|巩固|招商|作风|效能|项目|转型|见效|提质|优化)年$")
"""“作风建设年”: a campaign that lasts a year."""
_SERIES = re.compile(r"(?:、?“[^“”‘’\n]{2,16}”){1,4}")
_STRATEGIES = re.compile(r"的?[二三四五六七八九十]大(?:发展战略|战略|保卫战|攻坚战|战役|专项行动|行动|工程|革命)")
"""“蓝天、碧水、净土”三大保卫战: as many parts as the number says."""
_PHONE = re.compile(r"(?:热线|政务|便民|市长|投诉|举报|平台|电话|服务)")
_CAMPAIGN = re.compile(
    r"(?:战略|活动|专项行动|行动|工程|改革|攻坚战|会战|大比武|大讨论|竞赛|工作法|模式|创建|建设|行动计划|总体布局|发展格局|进程|主题教育|专项整治|品牌|方针)$"
)
_VERBED = re.compile(
    r"^(?:的)?(?:要求|重要|问题|精神|作用|这|等|和|与|的|之|为|字|队伍|理念|思维|思想|观念|作风|干部|人才|干劲|劲头|姿态|企业家|现象|难题|效应|局面|氛围|态势)"
)
_STRATEGIC = ("战略", "方针", "布局", "格局")
"""“工业强县”的发展战略: nouns that name a formula with 的 before them too."""
KNOWN = listed("formulas")
"""Formulas that need no numeral or head noun to be one, and count without quotation marks where they hold a numeral or a sign."""
_BARE = re.compile(
    alternatives(
        [
            *sorted(
                (
                    re.escape(word)
                    for word in KNOWN
                    if re.search(f"[{_NUM}+]", word) and len(word) >= 3 and word not in ("三保障", "四大攻坚", "三转", "十大战略", "六大工程", "九大工程")
                ),
                key=len,
                reverse=True,
            ),
            "六稳",
            "六保",
        ]
    )
)
_SUM = re.compile(r"\d\d?(?:\+(?:\d{1,3}|[NX])){1,5}(?=[\u4e00-\u9fff“])")
_ITEMS_AFTER = re.compile(r"(?:的)?[\u4e00-\u9fff]{0,14}[：，](?:即|就是|分别是|包括)?[：]?(?P<items>[^。\n]{4,300})")
_FIRST_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,3}|\d{1,2}")
_ITEMS_BEFORE = re.compile(r"“(?P<items>[^“”\n]{4,200})”(?:的)?$")


def find(text: Text, context: Context) -> tuple[Formula, ...]:
    """The formulas of a text, each where it is first stated; those of the headline alone have nothing to quote."""
    found = _of(text)
    if "“" in context.title:
        for key, formula in _of(Text.of(context.title)).items():
            found.setdefault(key, replace(formula, quote="", start=0))
    return tuple(sorted(found.values(), key=lambda formula: formula.start))


def _of(text: Text) -> dict[str, Formula]:
    plain = text.plain
    found: dict[str, Formula] = {}
    for quoted in _QUOTED.finditer(plain):
        span = _formula(plain, quoted)
        if span:
            _keep(found, text, span, quoted["core"])
    quoted_at = sorted((formula.start, formula.start + len(formula.quote)) for formula in found.values())
    for bare in (*_BARE.finditer(plain), *_sums(plain)):
        if any(start <= bare.start() < end for start, end in quoted_at):  # “一超两不愁三保障” is one
            continue
        if not _CONTINUES.match(plain, max(0, bare.start() - 1), bare.start()):
            _keep(found, text, _with_head(plain, bare), bare[0])
    return found


def _sums(plain: str) -> Iterator[re.Match[str]]:
    """1+8+N without quotation marks: looked for at each plus, of which there are few."""
    end = 0
    while (plus := plain.find("+", end)) >= 0:
        starts = (start for start in (plus - 2, plus - 1) if start >= end)
        found = next((found for start in starts if (found := _SUM.match(plain, start))), None)
        end = found.end() if found else plus + 1
        if found:
            yield found


def _keep(found: dict[str, Formula], text: Text, span: Span, core: str) -> None:
    key = normal(core)
    if key and key not in found:
        found[key] = Formula(quote=text.quote(*span), start=span.start, name=text.written(*span), key=key, items=_items(text.plain, span, core))


def _formula(plain: str, quoted: re.Match[str]) -> Span | None:
    """The quotation and its head noun, where the two make a formula."""
    core, after = quoted["core"].strip(), plain[quoted.end("core") + 1 : quoted.end("core") + 24]
    if series := _SERIES.match(plain, quoted.end("core") + 1):  # “项目攻坚年”“招商突破年”活动: the noun behind the last is said of all
        last = _HEAD.match(plain[series.end() : series.end() + 24])
        if last and not last["of"] and _is_campaign(core, last):
            return Span(quoted.start(), quoted.end("core") + 1)
    head = _HEAD.match(after)
    if _is_excluded(core) and not (head and _OF_SIZE.search(core) and _CAMPAIGN.search(head["head"])):  # “双百亿”工程
        return None
    if core.isdigit() and 3 <= len(core) <= 6 and _PHONE.match(after):
        return None
    strategies = _STRATEGIES.match(after)
    if strategies and len(re.split("[、，]", core)) == chinese_number(after.lstrip("的")[0]):
        return Span(quoted.start(), quoted.end("core") + 1 + strategies.end())
    if core in KNOWN or _is_numbered(core) or _NAMED_WITHIN.fullmatch(core) or (core[-1:] == "年" and _YEAR_OF.fullmatch(core)):
        return _joined(quoted, head)
    if head and _is_campaign(core, head):
        return _joined(quoted, head)
    return None


def _joined(quoted: re.Match[str], head: re.Match[str] | None) -> Span:
    end = quoted.end("core") + 1
    return Span(quoted.start(), end + head.end() if head else end)


def _with_head(plain: str, bare: re.Match[str]) -> Span:
    head = _HEAD.match(plain[bare.end() : bare.end() + 24])
    return Span(bare.start(), bare.end() + head.end() if head and not head["of"] and "+" in bare[0] else bare.end())


@lru_cache(maxsize=4096)
def _is_excluded(core: str) -> bool:
    return len(core) < 2 or core in ("一线", "一带", "两委") or bool(_FIGURE.fullmatch(core) or _PLAN.match(core) or _NOT_FORMULA.search(core))


@lru_cache(maxsize=4096)
def _is_numbered(core: str) -> bool:
    """Whether the words themselves count: 三个一批, 四比四看, 1+8+N, 六稳, 一核引领、两带支撑."""
    if core[0] in "0123456789NXnx" and (_DIGITS.match(core) or _TWICE.fullmatch(core)):
        return not _YEAR_OR_NUMBER.fullmatch(core)
    if _PARTED.search(core):
        parts = _PARTED.split(core)
        numbered = sum(bool(_STARTS_NUMBERED.match(part)) for part in parts)
        return numbered >= 2 and numbered * 2 >= len(parts) and len(parts) <= 6 and max(map(len, parts)) <= 8
    if len(core) >= 4 and len(_NUMERAL.findall(core)) >= 2 and _ALTERNATING.match(core):
        return True
    if _MEASURED.match(core):
        return False
    return bool(_COUNTED.match(core) or (_SHORT.match(core) and core[0] not in "万百千多"))


def _is_campaign(core: str, head: re.Match[str]) -> bool:
    """Whether a quotation without numerals names a strategy or campaign: short, and its noun says so."""
    if "+" in core and head["head"].endswith(("模式", "工作法", "机制")):
        return len(core) <= 16
    said = head["head"] if head["head"].endswith(_STRATEGIC) else head[0]
    if not _CAMPAIGN.search(head["head"]) or _VERBED.match(said):
        ways = [part for part in re.split(r"[、，]", core) if part]
        return head["head"].endswith(("思路", "定位", "总要求", "目标")) and len(ways) >= 2 and (_is_parallel(ways) or _is_even(ways))
    parts = [part for part in re.split(r"[、，]", core) if part]
    if head["head"].endswith(("建设", "创建", "进程", "模式", "方针", "发展格局", "总体布局")):
        return len(head["head"]) <= 4 and ((len(parts) <= 2 and len(core) <= 8) or (len(parts) > 2 and (_is_parallel(parts) or len(set(map(len, parts))) == 1)))
    return (
        (len(parts) <= 2 or _is_parallel(parts) or (said.endswith(("战略", "活动", "行动")) and _is_even(parts)))
        and 2 < len(core) <= (16 if len(parts) <= 2 else 32)
        and len(head["head"]) <= 8
    )


def _is_parallel(parts: list[str]) -> bool:
    """大学习、大讨论、大调研: three or four of one length that begin or end alike."""
    alike = len({part[0] for part in parts}) == 1 or len({part[-1] for part in parts}) == 1
    return len(parts) <= 6 and alike and len(set(map(len, parts))) == 1


def _is_even(parts: list[str]) -> bool:
    """建成支点、走在前列、谱写新篇: three or four of three or four characters each."""
    return len(parts) in (3, 4) and len(set(map(len, parts))) == 1 and len(parts[0]) in (3, 4)


def _items(plain: str, span: Span, core: str) -> tuple[str, ...]:
    """What the formula counts, where the text lists as many things as it counts (the first numeral of the core)."""
    count = _count(core)
    if count < 2:
        return ()
    before = _ITEMS_BEFORE.search(plain, max(0, span.start - 200), span.start)
    if before and (pieces := _split(before["items"], count)):
        return pieces
    after = _ITEMS_AFTER.match(plain, span.end, span.end + 320)
    return _split(after["items"], count) if after else ()


def _split(listed: str, count: int) -> tuple[str, ...]:
    """The pieces of a list that holds so many, however it is set: by ；, by 、 up to the first ，, or by either."""
    for text, mark in ((listed, "；"), (listed.partition("，")[0], "、"), (listed.replace("，", "、"), "、")):
        pieces = [piece for piece in text.split(mark) if piece and not piece.isspace()]
        if len(pieces) == count:
            return tuple(piece.strip(" “”") for piece in pieces)
    return ()


@lru_cache(maxsize=4096)
def _count(core: str) -> int:
    first = _FIRST_NUMERAL.match(core)
    if not first:
        return 0
    return int(first[0]) if first[0].isdigit() else int(chinese_number(first[0]) or 0)


@lru_cache(maxsize=4096)
def normal(core: str) -> str:
    """The form by which spellings of one formula meet: NFKC, no punctuation or blanks, 的 dropped, single numerals as figures.

    >>> normal("三个一批"), normal("1＋8＋N")
    ('3个1批', '1+8+n')
    """
    bare = re.sub(r"[^\w+]|的|_", "", unicodedata.normalize("NFKC", core).lower())
    return "".join(str("零一二三四五六七八九".index(c)) if c in "零一二三四五六七八九" else "2" if c == "两" else c for c in bare)
