"""Flags: texts that are cut off, advertise, or are samples with placeholders where names belong."""

import re

from pipelines.facts.context import Context
from pipelines.facts.language.text import Text

KIND = "flags"
_OPENING = 300
_WALL = re.compile(
    r"(?=[预阅查下显展需请剩试未点此以后购更（\[])(?:预览(?:阅读)?已?结束|阅读已结束|(?:阅读|查看|下载|显示|展开)(?:全部|剩余|全文|更多|完整)[^。\n]{0,16}(?:登录|登陆|付费|会员|开通|下载|注册|扫码|客户端|APP|VIP)|(?:需要?|请)(?:您)?先?(?:登录|登陆|注册|付费|充值|开通会员)|剩余[\d%.]{1,6}[^。\n]{0,6}未读|试读(?:已)?结束|未完，?(?:请)?(?:下载|登录|付费)|点击(?:展开|阅读|查看|下载)(?:全文|剩余)"
    r"|(?:此处|以下|后面)(?:内容)?(?:已)?(?:省略|隐藏)|购买后可(?:查看|阅读|下载)|更多[^。\n]{0,10}请(?:登录|下载)|（未完待续）|\[?未完\]?$)"
)
_TRADE = re.compile(
    r"(?=[代范公文百豆联下阅查需开成升付订加包低完全])(?:(?:完整[稿版]|全文|原稿)[^。\n]{0,6}(?:加|联系|咨询)(?:微信|VX|QQ|客服|老师|我)|代笔|代写|代拟|范文(?:网|大全|参考|下载)|(?:公文|文秘|范文|百度|豆丁)文库|联系老师|(?:下载|阅读|查看)全文[^。\n]{0,16}(?:会员|付费|登录|VIP)|需要(?:您)?先?(?:登录|登陆|付费|充值|注册)|(?:开通|成为|升级)(?:VIP|会员)|付费(?:阅读|下载)"
    r"|(?:订购|加盟)热线|包过(?=[，。！])|低价(?:出售|转让))"
)
_PEDDLED = re.compile(
    r"(?:加|添加|联系)(?:微信|VX|QQ|客服|威信)|微信号?[：]?\s?[A-Za-z][\w-]{5,}|VX[：:]|QQ(?:群)?[：:]\s?\d{5,}|限时(?:优惠|抢购|特价)|扫码(?:购买|下单)|👉|☎|(?:阅读|下载)全文"
)
_HINT = re.compile(
    r"阅读|登[录陆]|付费|员(?<=会员)|载(?<=下载)|册(?<=注册)|读(?<=试读)|未完|文(?<=[全范]文)|略(?<=省略)|隐藏|购买|注(?<=关注)|\.\.\.|…|代[笔写拟查]|库(?<=文库)|师(?<=老师)|微信|客服"
    r"|VX|QQ|VIP|热线|限时|扫码|👉|👈|☎|包过|低价|充值|剩余"
)
"""What each of the above holds, by the rarer character of a word: every 会 and 全 would be looked at for nothing."""
_BLANKS = "XxＸ×*○◯某"
_ORGANS = "[省市县区镇乡村局委办厅部院校路街园年月日]|公司|同志|领导|单位|项目|街道|会议|全会|经开|新区|集团|企业"
_STRONG_BLANK = re.compile(
    rf"[{_BLANKS}](?:(?<=(?:20|19)[XxＸ×*])[XxＸ×*]|(?<=[Xx])(?<![A-Za-z0-9].)[Xx]{{1,3}}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff][Xx])[Xx]{{1,3}}(?![A-Za-z0-9./])"
    r"|(?<=[长记任席][ ：][Xx])[Xx]{1,2}(?![A-Za-z0-9./])"
    rf"|(?<![A-Za-z0-9].)(?:(?<=×)×{{1,3}}|(?<=[○◯])[○◯]{{1,2}}|(?<=\*)\*{{1,3}}|(?<=某)某)(?={_ORGANS}))"
)
_WEAK_BLANK = re.compile(
    r"[Xx×](?:(?<=[\u4e00-\u9fff].)(?=[个家名项条万亿元%年月日省市县区镇乡村人次户亩])|(?<![A-Za-z0-9\u4e00-\u9fff].)(?=[省市县区镇乡村局]))"
)
_UNNAMED = re.compile(r"(?<![\u4e00-\u9fff])某[省市县区州旗镇乡]|[在于]某[市县区]|某[省市县区州旗](?=委|人民政府|政府|乡村|第|全)")
"""某县 where a speech names the place that it speaks of; news of courts and discipline leave places unnamed with reason."""
_GIVES_SPEECH = re.compile(r"各位代表|各位委员|同志们|我代表|(?:讲话|发言|报告|致辞|主持词)\s*$", re.MULTILINE)
_CLOSED = frozenset("。！？；：）”’》】.…!?;:)\"'|~*－-—%")
_LIST_TAILS = (*"%元年月日号摄文局", "供稿", "报道", "记者", "编辑", "办公室", "政府", "委员会", "会议", "同志", "主任", "书记")
_ITEM = re.compile(r"[一二三四五六七八九十]{1,2}是|（[一二三四五六七八九十]{1,2}）|首先|其次")
_LEADS_ON = frozenset("了和与及的将把被为以、")
"""What no clause of a report ends in."""
_BROKEN_OFF = re.compile("[，；。]")
_OPENS_REPORT = re.compile("各位代表|各位委员")
_SUBMITTED = re.compile("以上报告[^。]{0,8}请予?审[议查]")
_CLOSING = re.compile(r"奋斗|谢谢|努力|新篇章|新局面|新辉煌|完毕|胜利|前进|美好|贡献")


def find(text: Text, context: Context) -> frozenset[str]:
    """``truncated``, ``advertisement`` and ``placeholder``, each where the text shows it."""
    plain = text.plain
    raised = set(context.flags & {"truncated", "advertisement", "placeholder"})
    offered = _HINT.search(plain) is not None
    if (offered and _WALL.search(plain)) or _ends_abruptly(text) or _report_without_end(text):
        raised.add("truncated")
    if offered and (_TRADE.search(plain) or len({found[0] for found in _PEDDLED.finditer(plain)}) >= 2):
        raised.add("advertisement")
    if any(sign in plain for sign in _BLANKS) and (_STRONG_BLANK.search(plain) or len(_WEAK_BLANK.findall(plain)) >= 2):
        raised.add("placeholder")
    if "某" in f"{context.title}{plain[:_OPENING]}" and _names_no_place(context, plain):
        raised.add("placeholder")
    if "placeholder" in raised and "truncated" in context.flags:  # a masked text behind a wall is a text for sale
        raised.add("advertisement")
    return frozenset(raised)


def _names_no_place(context: Context, plain: str) -> bool:
    """A speech of 某县, given somewhere that it does not say."""
    opening = f"{context.title}\n{plain[:_OPENING]}"
    return bool(_GIVES_SPEECH.search(opening)) and len(_UNNAMED.findall(opening)) >= 2


_SIGNATURE = re.compile(r"（[^（）\n]{2,40}）")


def _ends_abruptly(text: Text) -> bool:
    """Whether the last paragraph breaks off: a long one that ends in the middle of a clause."""
    if not text.paragraphs:
        return False
    last = text.plain[slice(*text.paragraphs[-1])].strip()
    if _SIGNATURE.fullmatch(last) and len(text.paragraphs) > 1:
        last = text.plain[slice(*text.paragraphs[-2])].strip()
    if last.endswith(("...", "…")):
        return True
    if "《" in last and "》" not in last[last.rfind("《") :]:
        return True
    if len(last) > 5 and last[-1] in _LEADS_ON:
        return True
    least = 8 if _ITEM.match(last) else 16
    if len(last) < least or last[-1] in _CLOSED or last[-1].isdecimal() or last.endswith(_LIST_TAILS):
        return False
    return last[-1] in "、，" or bool(_BROKEN_OFF.search(last))


def _report_without_end(text: Text) -> bool:
    """A work report that opens (各位代表, 我代表…报告工作) and lacks the words with which such reports close."""
    opening, closing = text.plain[:800], text.plain[-260:]
    opens = _OPENS_REPORT.search(opening) and re.search(r"代表[^。]{2,40}(?:报告|审议)|工作报告，请|提请[^，。]{0,8}审议", opening)
    return (
        bool(opens)
        and not _SUBMITTED.search(closing[-60:])
        and not (_CLOSING.search(closing[-120:]) and re.search(r"各位代表|同志们|让我们|奋斗|谢谢", closing))
    )
