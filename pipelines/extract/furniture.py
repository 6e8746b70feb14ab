"""The line rules: what a line of a page is, text or furniture (navigation, tools, meta line, tail, footer, credit, notice, advert)."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from pipelines.parse import dates, labels

Kind = Literal["text", "tool", "crumb", "meta", "tail", "footer", "credit", "notice", "paywall", "advert"]

LONGEST = 200
"""A line longer than this is text, whatever words it holds."""
_END = r"[\s】\]）)>》”\"：:，,。.！!~…]{0,12}$"
OPEN = r"^[\s【\[（(<《“\"●■◆▲▼★☆※·•>»→←\-—_|+*#◎○]{0,8}"

_CRUMB = re.compile(
    OPEN
    + r"(?:您?(?:现在|当前|目前)?的?(?:所在|所处)?的?(?:位置|栏目)\s{0,3}(?:[:：>»]|是|为|$)|(?:网站|本站)?首\s{0,2}页\s{0,3}(?:>|›|»|＞|→|/|-|\||·|—|\\|::|$)"
    r"|首页(?: \S{2,8}){3,12}$)"
)
_CRUMB_CHAIN = re.compile(r"^[^>＞»›。，]{2,20}(?:\s{0,3}(?:>|＞|»|›){1,2}\s{0,3}[^>＞»›。，]{2,40}){1,6}$")
_TOOL_WORDS = (
    r"字\s{0,4}[号體体]\s{0,4}(?:大小|选择|调整)?|文字大小|(?:大|中|小|默认|特大|超大|正常|放大|缩小|加大|标准)(?![\u4e00-\u9fff])|"
    r"大\s{0,2}中\s{0,2}小|T\||[AT][+-]|"
    r"打\s{0,4}印(?:正文|本页|此页|文章|本文|页面|内容)?|关\s{0,4}闭(?:窗口|本页|此页|页面|网页)?|(?:加入|添加|点击)?收藏(?:本页|此页|本文)?|"
    r"(?:我要|一键)?分享(?:到|至|本页|文章|给朋友|按钮)?|百度搜藏|上一页|下一页|尾页|末页|第\s?\d{1,3}\s?页|共\s?\d{1,3}\s?页|复制(?:链接|网址|本文)|"
    r"保护视力色?|视力保护色?|背景(?:颜色|色)|(?:我要|网站)?纠错|语音(?:播报|朗读|阅读)|(?:点击)?(?:收听|朗读|听全文|播放)(?:语音|全文|"
    r"本文)?|返回(?:顶部|首页|列表|上页|上一页|栏目|主页|频道)?(?:小火箭)?|回到?顶部|TOP|"
    r"无障碍(?:浏览|阅读)?|长者模式|适老版|关怀版|(?:浏览|阅读|点击|访问|查看|点赞|评论|收看|播放)(?:次数|人次|量|率|数|人数)?|人气|热度|"
    r"[次人]浏览|次(?:阅读|点击)?|"
    r"(?:扫一扫)?(?:在|用)?(?:手机|微信)(?:上)?(?:打开|查看|浏览|观看)?(?:当前|本)?(?:页面?|网页)?|扫一扫|二维码|微信(?:好友)?|(?:新浪|"
    r"腾讯)?微博|QQ(?:空间|好友)?|朋友圈|人人网|豆瓣|开心网|百度(?:贴吧|空间)|支付宝|钉钉|"
    r"广告|下载(?:文档|PDF|WORD|打印版|本文|附件)?|导出|我要评论|发表评论|网友评论|举报|点个?赞|在看|顶一下|踩一下|转发|推荐(?:给好友)?|"
    r"邮件(?:发送)?|[正繁简]體?体|繁體|中文|English|上传|预览|更多|查看更多|阅读全文|展开全文|收起|全文"
)
_TOOL = re.compile(rf"({_TOOL_WORDS})|[\s\d:：|｜丨\[\]【】()（）/／>＞»<＜,，;；.。、\-—_+~～·•×\"'“”!！…&#=*↑↓→←△▲☆★]+", re.I)
"""The name of a tool, or the signs that part two of them."""
TAIL = re.compile(
    OPEN + r"(?:(?:上|下|前|后)\s{0,2}一?\s{0,2}(?:篇|条|则|节|篇文章|条信息|条新闻|篇新闻|信息|文章)(?![\u4e00-\u9fff]{6})|[上下]一篇|阅读(?:下|上)一篇|没有了"
    r"|(?:相关|延伸|推荐|热门|关联|精彩|扩展|最新|更多|猜你喜欢|编辑)\s{0,2}(?:阅读|新闻|文章|链接|信息|推荐|资讯|稿件|报道|内容|解读|文件|"
    r"政策|专题|评论|图片|视频|动态)"
    + _END
    + r"|(?:相关|推荐|热门)(?:文章|新闻|阅读|链接)\s{0,2}[:：]|猜你喜欢|热点推荐|大家都在看|热门评论|网友评论|最新评论|发表评论|我要评论|"
    r"(?:已有|共有?)\s?\d+\s?条?评论|匿名评论|评论区|热搜榜|排行榜" + _END + r"|(?:返回|回到)(?:顶部|列表|首页|频道)|友情链接|网站地图|"
    r"往期(?:推荐|回顾|精彩|阅读)|END[\s\-—]{0,6}$)"
)
_NEXT_TITLE = re.compile(OPEN + r"(?:上一?(?:篇|条|则)|下一?(?:篇|条|则)|前一篇|后一篇)\s{0,4}[:：】\]>]")
_FOOTER = re.compile(
    r"公安备|公网安备|网\s{0,2}站\s{0,2}标\s{0,2}识\s{0,2}码|版(?<!\S版)权所有|©|您是第.{0,20}访[客问]|您是本站.{0,20}访[客问]|建议使用.{0,30}浏览器|"
    r"为政府网站找错|网站地图"
)
"""Here as in the other patterns that are looked for anywhere in a line, every branch begins with a character of its own: ``re`` then passes over all that
is none of them at once, which reads a line several times as fast."""
_LATIN = re.compile("[A-Za-z]")
_FOOTER_IN_LATIN = re.compile(r"^.{0,30}ICP[备证]|Copyright|All Rights Reserved|Produced By|publishdate\s{0,2}[:：]|本站已支持IPv6", re.I)
OWNER = re.compile(
    OPEN + r"(?:网站)?(?:主办|承办|协办|技术支持|运行维护|运维|维护|管理|建设)(?:单位|部门)?\s{0,2}[:：]|^(?:联系(?:电话|方式|我们|地址)|地址|"
    r"邮编|邮箱|电话|传真|值班电话)\s{0,2}[:：]"
)
"""Lines that a footer shares with notices (主办单位 of an event); a footer's only beside one that nothing else shares."""
_CREDIT_LABEL = (
    r"(?:本期|值班|网络|网站|新媒体|执行|见习|实习|文字|责任|微信|一审|二审|三审)?(?:责任编辑|编\s{0,4}辑|责\s{0,2}编|美\s{0,2}编|"
    r"主\s{0,2}编|编审|编校|校对|校审|审\s{0,4}核|审核人|初\s{0,2}审|复\s{0,2}审|终\s{0,2}审|[一二三]\s{0,2}审|监\s{0,2}制|签\s{0,2}发|"
    r"[初复终一二三]\s{0,2}[审校](?:[一二三]?[审校])?|总值班|审签|审校|责任校对|值班编委|值班主任|统筹|排版|制作|编发|核稿|文章录入|值班责编)"
)
_CREDIT = re.compile(
    OPEN
    + r"(?:(?:我要)?纠错[】\]\s]{0,4}[【\[\s]{0,4})?"
    + _CREDIT_LABEL
    + r"(?:人|员)?\s{0,3}(?:[:：丨|｜/]|(?=\s[\u4e00-\u9fff·]{2,4}"
    + _END
    + r")).{0,80}$"
)
_NOTICE_FIRST = re.compile(
    r"《.{2,14}》\s?[（(]\s?\d{4}年\d{1,2}月\d{1,2}日.{0,14}版\s?[）)]$|(?:抱歉，?)?您(?:的|当前的?)浏览器|本文(?:链接|地址|网址|来源)\s?[:：]|"
    r"原文(?:链接|地址|网址)\s?[:：]|.{0,10}声明\s?[:：]"
)
_FROM_THE_WEB = r".{0,8}(?:来源于|来自|源自|转自)(?:互联)?网络"
_NOTICE = re.compile(
    r"免责声明|版权声明|本文.{0,10}原创|本稿.{0,10}原创|转载请|请注明(?:出处|来源)|请附上|未经.{0,16}(?:授权|许可|同意|允许).{0,20}(?:转载|使用|复制)|"
    r"不得转载|侵权.{0,20}(?:联系|删除|告知)|仅代表(?:作者|其)(?:本人|个人)?.{0,4}观点|只代表(?:作者|其)(?:本人|个人)?.{0,4}观点|"
    rf"不代表本[网站平].{{0,10}}(?:立场|观点)|内容{_FROM_THE_WEB}|文章{_FROM_THE_WEB}|图片{_FROM_THE_WEB}|素材{_FROM_THE_WEB}|部分{_FROM_THE_WEB}|"
    r"凡(?:注明|本网|标注)|本(?:网|站).{0,10}(?:版权|转载)|欢迎(?:转载|投稿|关注)|投稿邮箱|新闻热线|报料热线|文章.{0,8}有帮助|"
    r"[本这该此][篇条]?(?:文章|信息|内容|页面).{0,8}(?:有帮助|有用|满意)"
)
_QR = re.compile(
    r"扫一扫|微信扫|扫(?:描|码).{0,12}(?:二维码|关注|下载|查看|阅读|进入)|长按.{0,10}(?:识别|二维码|关注)|识别.{0,6}二维码|"
    r"关注.{0,24}(?:公众号|微信号|视频号|客户端|官方微信|官微|抖音号|订阅号)|点击.{0,8}(?:上方|下方|蓝字|蓝色|阅读原文|关注)|"
    r"戳.{0,8}(?:上方|下方|蓝字|蓝色|阅读原文|关注)|阅读原文|点个?[“\"]?(?:赞|在看)|分享、点赞|设为星标|下载.{0,14}(?:客户端|[Aa][Pp][Pp])|"
    r"收录于合集|使用小程序|预览时标签不可点|微信号|轻触阅读原文"
)
_IN_FULL = r".{0,10}(?:全文|全部|完整|剩余|更多内容).{0,20}(?:登录|登陆|购买|付费|会员|[Vv][Ii][Pp]|注册|关注|下载|开通|充值)"
_FIRST_LOG_IN = r"先?(?:您)?(?:登录|登陆|注册).{0,8}(?:后|才|再)?(?:查看|阅读|浏览|下载)?[！!)）。]{0,3}$"
_PAYWALL = re.compile(
    rf"预览(?:阅读)?(?:已)?(?:结束|完)|阅读{_IN_FULL}|查看{_IN_FULL}|浏览{_IN_FULL}|下载{_IN_FULL}|获取{_IN_FULL}|需要?{_FIRST_LOG_IN}|请{_FIRST_LOG_IN}|"
    r"试读(?:已)?结束|未完，?(?:请)?(?:付费|登录|购买)|剩余.{0,6}(?:未读|内容).{0,12}(?:付费|购买|下载|登录)|开通(?:会员|[Vv][Ii][Pp]).{0,16}"
    r"(?:阅读|查看|下载|全文)|付费(?:阅读|下载|查看)|还剩\s?\d+\s?[页%].{0,8}未读|余下\s?\d+\s?[页%].{0,8}未读|下载(?:全文|原文|完整版)"
)
_TO_WRITE_TO = r"\s?[:：]?\s?\d{5,}.{0,10}(?:咨询|写作|代)"
_ADVERT = re.compile(
    r"代[笔写]|(?<!参)加.{0,4}(?:微信|客服|QQ)|联系.{0,4}(?:微信|客服|QQ)|(?<!参)加老师|联系老师|范文.{0,6}(?:下载|代写|大全)|"
    rf"微信{_TO_WRITE_TO}|QQ{_TO_WRITE_TO}|电话{_TO_WRITE_TO}|👉|👈|👇|☎|📞|原创(?:写作|文稿)服务|公文写作.{{0,8}}(?:服务|咨询|课程)"
)
_CJK = re.compile("[\u3400-\u9fff]")
_AT_ONCE = 6
"""A sentence that comes to the QR code later than this speaks of it; it does not ask for scanning."""
_META_KINDS = frozenset({"published", "updated", "issued", "source", "issuer", "other", "column"})
UPLOADERS = frozenset({"作者", "撰稿", "撰稿人", "发布人", "发布者", "发布员", "录入", "录入者", "录入员", "录入人", "上传者"})
"""Labels of a meta line that name a person; others (文, 记者) begin bylines, which belong to the report."""


@lru_cache(maxsize=4096)
def kind_of(text: str) -> Kind:
    """What a line is; ``text`` where no rule speaks against it."""
    if len(text) > LONGEST:
        return "text"
    text = labels.simplified(text)
    return next((kind for kind, rule in _RULES if rule(text)), "text")


def is_tail(text: str) -> bool:
    """Whether a line is one of the page's tail; told of most lines without asking what else they are."""
    return len(text) <= LONGEST and _is_tail(labels.simplified(text)) and kind_of(text) == "tail"


def is_sentence(text: str) -> bool:
    """Running text: long enough and with a sentence's punctuation."""
    return len(text) >= 16 and text[-1] in "。！？”；…!?：" and ("，" in text or "," in text or len(text) >= 40)


@lru_cache(maxsize=4096)
def is_footer(text: str) -> bool:
    """A line of a page's footer: the site's record numbers, owner, visitors and map."""
    return bool(_FOOTER.search(text) or (_LATIN.search(text) and _FOOTER_IN_LATIN.search(text)))


def is_meta(text: str) -> bool:
    """A line that is nothing but labels with their values, such as ``来源：… 发布时间：…``."""
    if is_sentence(text.rstrip("：:”")):
        return False
    found = labels.read(text)
    if not any(item.kind in _META_KINDS or item.label in UPLOADERS for item in found):
        return False
    lead = text[: found[0].start].strip(" 【[（(|·：:")
    return not lead or len(lead) <= 2 or dates.position(lead) is not None or not _CJK.sub("", lead)


_DATED_DOCUMENT = re.compile(r"(?:报告|讲话|致辞|发言|公报|纪要|通报|方案|规划|报告摘要)\s?[（(]$")
"""政府工作报告（2015年2月3日）: a headline with its day."""


def is_bare_date(text: str) -> bool:
    """A date, with no more than a name beside it, such as ``2023-01-01 18:30:45``: a meta line at the head, a signature at the end.

    The occasion of a speech (2004年2月18日在…会议上) is none.
    """
    place = dates.position(text) if len(text) <= 60 and text[0] not in "（(—" and text[-1] not in "：:" else None
    return (
        place is not None
        and not is_sentence(text)
        and len(text) - (place[1] - place[0]) <= 24
        and not re.search("[年至到，。]|会议?上[)）]?$", text[: place[0]] + text[place[1] :])
        and not _DATED_DOCUMENT.search(text[: place[0]])
    )


def _is_tool(text: str) -> bool:
    """Nothing but tools: read from the left, so that the first word of any other line is enough to tell."""
    if len(text) > 120 or is_sentence(text):
        return False
    place = tools = 0
    while place < len(text):
        match = _TOOL.match(text, place)
        if match is None:
            return False
        place, tools = match.end(), tools + (match[1] is not None)
    return tools > 0


def _is_crumb(text: str) -> bool:
    return bool(_CRUMB.search(text)) or (len(text) <= 80 and bool(_CRUMB_CHAIN.search(text)))


def _is_tail(text: str) -> bool:
    return len(text) <= 120 and bool(TAIL.search(text)) and not is_sentence(text)


def _is_credit(text: str) -> bool:
    return len(text) <= 120 and bool(_CREDIT.search(text)) and not is_sentence(text)


def _is_notice(text: str) -> bool:
    found = _QR.search(text)
    return bool(_NOTICE_FIRST.match(text) or _NOTICE.search(text)) or (found is not None and (found.start() <= _AT_ONCE or not is_sentence(text)))


_RULES: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    ("paywall", _PAYWALL.search),
    ("advert", _ADVERT.search),
    ("tail", _is_tail),
    ("crumb", _is_crumb),
    ("tool", _is_tool),
    ("credit", _is_credit),
    ("footer", is_footer),
    ("meta", is_meta),
    ("notice", _is_notice),
)
