"""Names of people: where one begins, how long it is, and what may stand behind it."""

import re

from pipelines.facts.language.listed import listed
from pipelines.facts.language.surnames import FOREIGN, begins_name, frequency

_VERBS = (
    "主持|出席|参加|参会|列席|讲话|致辞|致词|致欢迎|发言|指出|强调|要求|表示|认为|提出|提议|建议|希望|介绍|汇报|通报|传达|宣读|宣布|部署|安排|总结|回顾|点评|讲评|作了|作出|作为|作政府|作《|作题为|作重|作动|作表|作讲|作总|作工|作专|作主|作汇|作典|作说|作报|做了|做|带队|带领|率队|率领|率|陪同|陪|随同|一同|一行|一起|一道|共同"
    "|调研|督导|督查|督办|检查|视察|考察|巡查|察看|查看|观摩|慰问|走访|看望|会见|会谈|座谈|约谈|接待|接访|接见|接受|听取|了解|询问|前往|深入|来到|走进|赶赴|奔赴|抵达|分别|先后|等|同志|代表|受|围绕|结合|首先|随后|最后|当选|任命|担任|兼任|任|为大|为获|为受|为全|为党|为学|为企|为新|为优|为先|现场|亲自|亲临|详细|实地|认真|仔细|充分|全面|高度|集中|专题|再次|逐一|一一|简要|系统|深刻|重点|正式|热情|边"
    "|召集|召开|组织|开展|签署|签订|签约|揭牌|揭幕|启动|开通|关于|授课|讲授|上党课|讲党课|以《|以及|应邀|受邀|到会|到场|与会|来[县市区我省州旗镇乡村校企院访]|领学|主讲|推介|解读|回答|答|勉励|寄语|叮嘱|嘱咐|感谢|欢迎|祝贺|肯定|进行|给予|颁奖|授牌|见证|审议|参观|体验|交流|互动|通过|根据|以普通|以“|以问|沿路|沿途|随机|冒雨|顶着|驱车|徒步|采取|采用|利用|轻车简从|直奔|带着|一边|莅临|亲切|回应|宣讲|批示|都|今天|今日|昨天|昨日|日前|近日|上午|下午|当日|在会|在主|在讲|在调|在听|在现|在座|在全|在接|在致|在发|在推|在总|在检|在督|在活|在观|在报|在深|在会|在|对"
    "|向|就|与|和|及|从|到|赴|于|还|也|均|都|说|谈|称|坦言|告诉|并|将|已|正|曾|则|的|是|委员|代表|主任|书记|县长|区长|市长|局长|镇长|乡长|部长|院长|主席|常委|教授|校长|董事长|总经理|经理|会长|检察长|副|区委|县委|市委|省委|常务|县政|市政|区政|政协|人大|纪委|组织部|宣传部|统战部|公安|住建|农业|教育|财政|发改|自然|乡镇|镇党|乡党|街道|武装|人武|法院|检察院"
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_VERB = re.compile(_VERBS)


def _by_sign(alternatives: str) -> dict[str, re.Pattern[str]]:
    """The alternatives that begin with each sign, in order: a few instead of some hundreds to try at one place."""
    found: dict[str, list[str]] = {}
    for alternative in alternatives.split("|"):
        found.setdefault(alternative[0], []).append(alternative)
    return {sign: re.compile("|".join(those)) for sign, those in found.items()}


_VERBS_BY_SIGN = _by_sign(_VERBS)
_NEVER_GIVEN = frozenset("副说等在对就被把及与赴到做还也都并且则了的是等率谈称又再各该此每们听带陪随")
"""Characters that follow names and do not end them."""
_SELDOM_GIVEN = frozenset(
    "作任主出参指强要表提介汇通传宣部安总回讲点发致会查看督调检视考走慰前深来分先代受围结首最当现亲详实认仔充全高集专逐简系重热召组开签揭启授推解感欢进给颁见审关体交互根以今昨近上下为向从和于将已曾"
)
_FULL = re.compile(r"[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,5})?")
_TRANSCRIBED = re.compile(
    "[阿艾巴白班边布才仓措次达旦丹德登顿多俄尔尕嘎噶格根贡古果哈华赫吉加甲降江杰金久卡喀康克库拉朗勒罗洛玛麦买曼米木穆那娜乃南尼努诺普其奇青热仁日绒如茹萨"
    "赛桑色沙斯四松苏索塔特提图吐土托旺威乌吾西希喜雅亚央伊雍永扎泽则孜再增珠卓宗祖甫汗郎绕饶姆初翁坚赞错曲珍群培毛都满敖力腾毕台兰娅呼朝鲁孟宝额恩宁白音马子石呷伍列什合海]{4,7}"
)
"""Characters with which Tibetan, Mongolian, Yi and Turkic names are written; four and more in a row are no Chinese name."""
_POST_WITHIN = re.compile(r"[省市县区州旗盟镇乡局部院校村组队]长|书记|主任|主席|委员|代表|同志")
_PADDED_TWICE = re.compile(r"[\u4e00-\u9fff][ ]{1,4}[\u4e00-\u9fff][ ]{1,4}[\u4e00-\u9fff](?=[ ]*(?:\n|$))")
"""县长 王 兆 军, where a line ends: elsewhere 张 佩 摄 is 张佩."""
_PADDED = re.compile(r"(?P<family>[\u4e00-\u9fff]{1,2})[ ]{1,4}(?P<given>[\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_PADDED_BEFORE_VERB = re.compile(rf"(?P<family>[\u4e00-\u9fff])[ ]{{1,4}}(?P<given>[\u4e00-\u9fff])(?=[ ]?(?:{_VERBS}|摄))")
_ORDINARY = re.compile(
    r"会议|工作|发展|建设|[县市区乡镇村委局部会们的了]$|^(?:时任|高度|常务|全面|常委|党委|党组|党政|万元|方面|水平|任务|于是|向全|和全|同志|安全|文明|文化)"
)
NEVER = listed("never_people")
"""Names that stand for a doctrine, a spirit or an example; nobody of the report."""


_GIVES = re.compile(r"作[^，。；\n]{0,16}?(?:发言|讲话|报告|汇报|部署|安排|总结|说明|点评|辅导|介绍|通报|解读|表态|指示)")
"""张凡作交流发言: what somebody gives."""


def follows(plain: str, end: int) -> int:
    """How surely a name has ended: 2 before punctuation or a verb of two characters, 1 before a single character that may belong to it, 0 else."""
    sign = plain[end : end + 1]
    if verbs := _VERBS_BY_SIGN.get(sign):
        verb = verbs.match(plain, end)
        if not verb:
            return 2 if sign == "作" and _GIVES.match(plain, end) else 0
        return 2 if verb.end() > end + 1 else 1
    if not sign.isspace():
        return 0 if "\u4e00" <= sign <= "\u9fff" else 2
    while plain[end : end + 1].isspace():
        end += 1
    return follows(plain, end) or 2


def name_end(plain: str, start: int, *, strict: bool = False, labelled: bool = False) -> int | None:
    """The offset after the name that begins at ``start``; None where none does.

    ``strict`` (no post before it) takes nothing that is an ordinary word, ``labelled`` (behind 县领导) nothing that is a frequent one. The length of a
    name is settled by what follows it here and by what follows the same characters elsewhere in the text: 郑锦说, 郑锦会见 are 郑锦.
    """
    if "·" in plain[start : start + 7] and (dotted := _FULL.match(plain, start)) and not _POST_WITHIN.search(dotted[0]):
        return _dotted_end(plain, dotted)
    if (labelled or not strict) and (run := _TRANSCRIBED.match(plain, start)):
        long = next((end for end in range(run.end(), start + 3, -1) if follows(plain, end) == 2), None)
        if long is not None:
            return long
    family = begins_name(plain, start)
    if family and " " in plain[start + 1 : start + 3]:
        if twice := _PADDED_TWICE.match(plain, start):
            return twice.end()
        padded = _PADDED.match(plain, start) or _PADDED_BEFORE_VERB.match(plain, start)
        if padded and family >= len(padded["family"]):
            return padded.end()
    if not family:
        return None if strict else _foreign_end(plain, start)
    common = _BEHIND_POST if not strict else 300 if labelled else 3
    shorter = start + family + 1
    longer = shorter + 1
    if _possible(plain, start, longer, common):
        return _longer_or_shorter(plain, start, longer, shorter) if _possible(plain, start, shorter, common) else longer
    if _possible(plain, start, shorter, common):
        return shorter
    return None if strict else _foreign_end(plain, start) or _recurring_end(plain, start, family)


def _recurring_end(plain: str, start: int, family: int) -> int | None:
    """Behind a post: what comes again in the text and is no word is a name, whatever follows it here."""
    for end in (start + family + 2, start + family + 1):
        word = plain[start:end]
        if _HAN.fullmatch(word) and not frequency(word) and word[-1] not in _NEVER_GIVEN and word not in NEVER and plain.count(word) > 1:
            return end if plain.count(word) * 2 > plain.count(word[:-1]) or len(word) == family + 1 else None
    return None


_OTHER_NAME = re.compile(r"[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})?")


def name_end_before(plain: str, start: int, following: re.Pattern[str]) -> int | None:
    """The end of the name that begins at ``start`` and is followed by a pattern; None where there is none."""
    family = begins_name(plain, start)
    if not family and plain[start : start + 1] in FOREIGN:
        other = _OTHER_NAME.match(plain, start)
        ends = range(start + 2, other.end() + 1) if other else ()
        return next((end for end in ends if following.match(plain, end)), None)
    for end in (start + family + 2, start + family + 1):
        if family and _HAN.fullmatch(plain, start, end) and following.match(plain, end):
            return end
    return None


_OPENS_WORD = re.compile(
    r"全[国省市区县州旗盟镇乡村校院局体面员民力年社程域城军党班厂家天球]|时[任间期]|方[面案]|常[务委]|高[度质标]|关[于键心注]|成[为立]|万[元亩人]|党[组委政建员校]"
)
"""How ordinary words begin that begin with a surname; behind a post they are names, in open text they are none (全县稳就业)."""


_BEHIND_POST = 2500
"""How often a word has to be used in the dictionary's corpus to be no name behind a post."""


def _possible(plain: str, start: int, end: int, common: int) -> bool:
    """Whether a name can end here; words that are used ``common`` times in the dictionary's corpus are none."""
    word = plain[start:end]
    if end > len(plain) or word[-1] in _NEVER_GIVEN:
        return False
    sure = follows(plain, end)
    if not sure:
        return False
    known = frequency(word)
    if known >= common or not _HAN.fullmatch(word) or "某" in word or word in NEVER or (known and _ORDINARY.search(word)):
        return False
    if common == _BEHIND_POST:
        return known <= 300 or sure == 2
    return not _OPENS_WORD.match(word) and not _ORDINARY.search(word[1:])


_TOWARDS = re.compile(r"[^，。；]{1,16}?(?:汇报|介绍|通报|反馈|作了?|表示|说明|致以|赠|捐|移交|颁发|报告|学习|咨询|提出|敬献)")
"""白杨向调研组汇报: 向 is no part of the name where somebody is turned to."""


def _longer_or_shorter(plain: str, start: int, longer: int, shorter: int) -> int:
    last = plain[longer - 1]
    short, long = plain.count(plain[start:shorter]), plain.count(plain[start:longer])
    if short > long or (last == "作" and _GIVES.match(plain, shorter)) or (last == "向" and _TOWARDS.match(plain, longer)):
        return shorter
    if last in _SELDOM_GIVEN and follows(plain, shorter) == 2 and follows(plain, longer) < 2:
        return shorter
    return longer


def _dotted_end(plain: str, dotted: re.Match[str]) -> int | None:
    """阿不都·买买提: the last part is the longest of two to four signs behind which something may follow."""
    last = dotted[0].rfind("·") + 1 + dotted.start()
    possible = [end for end in range(last + 2, min(dotted.end(), last + 4) + 1) if plain[end - 1] not in _NEVER_GIVEN]
    ends = [end for end in possible if follows(plain, end) == 2] or [end for end in possible if follows(plain, end)][-1:]
    if ends:  # 多吉先后来到 is 多吉, for 先后 is a word of its own; 买买提出席 is 买买提, for 提 is none
        return max((end for end in ends if not _VERB.fullmatch(plain, ends[0], end)), default=ends[0])
    return dotted.end() if follows(plain, dotted.end()) else None


def _foreign_end(plain: str, start: int) -> int | None:
    """Names of peoples without a Chinese surname (巴图, 扎西次仁), after a post only."""
    if plain[start : start + 1] not in FOREIGN or frequency(plain[start : start + 2]) > 50:
        return None
    longest = min(start + 4, len(plain))
    ends = (end for end in range(longest, start + 1, -1) if _HAN.fullmatch(plain, start, end) and plain[end - 1] not in _NEVER_GIVEN)
    return next((end for end in ends if follows(plain, end) == 2), None)
