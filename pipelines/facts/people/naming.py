"""Names of people: where one begins, how long it is, and what may stand behind it."""

import re

from pipelines.facts.language.listed import listed
from pipelines.facts.language.surnames import FOREIGN, RARE, begins_name, frequency
from pipelines.facts.people.endings import GIVES, NEVER_GIVEN, VERB, VERBS, follows
from pipelines.facts.people.strangers import TELLING, rare_end, rarity, stranger_end

_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_SELDOM_GIVEN = frozenset(
    "作任主出参指强要表提介汇通传宣部安总回讲点发致会查看督调检视考走慰前深来分先代受围结首最当现亲详实认仔充全高集专逐简系重热召组开签揭启授推解感欢进给颁见审关体交互根以今昨近上下为向从和于将已曾"
)
_FULL = re.compile(r"[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,5})?")
_TRANSCRIBED = re.compile(
    "[阿艾巴白班边布才仓措次达旦丹德登顿多俄尔尕嘎噶格根贡古果哈华赫吉加甲降江杰金久卡喀康克库拉朗勒罗洛玛麦买曼米木穆那娜乃南尼努诺普其奇青热仁日绒如茹萨"
    "赛桑色沙斯四松苏索塔特提图吐土托旺威乌吾西希喜雅亚央伊雍永扎泽则孜再增珠卓宗祖甫汗郎绕饶姆初翁坚赞错曲珍群培毛都满敖力腾毕台兰娅呼朝鲁孟宝额恩宁白音马子石呷伍列什合海胡云楞]{4,7}"
)
"""Characters with which Tibetan, Mongolian, Yi and Turkic names are written; four and more in a row are no Chinese name."""
_POST_WITHIN = re.compile(r"[省市县区州旗盟镇乡局部院校村组队]长|书记|主任|主席|委员|代表|同志")
_PADDED_TWICE = re.compile(r"[\u4e00-\u9fff][ ]{1,4}[\u4e00-\u9fff][ ]{1,4}[\u4e00-\u9fff](?=[ ]*(?:\n|$))")
"""县长 王 兆 军, where a line ends: elsewhere 张 佩 摄 is 张佩."""
_PADDED = re.compile(r"(?P<family>[\u4e00-\u9fff]{1,2})[ ]{1,4}(?P<given>[\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_PADDED_BEFORE_VERB = re.compile(rf"(?P<family>[\u4e00-\u9fff])[ ]{{1,4}}(?P<given>[\u4e00-\u9fff])(?=[ ]?(?:{VERBS}|摄))")
_ORDINARY = re.compile(
    r"会议|工作|发展|建设|[县市区乡镇村委局部会们的了]$|^(?:时任|高度|常务|全面|常委|党委|党组|党政|万元|方面|水平|任务|于是|向全|和全|同志|安全|文明|文化)"
)
NEVER = listed("never_people")
"""Names that stand for a doctrine, a spirit or an example; nobody of the report."""


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
        return (rare_end(plain, start) if labelled else None) if strict else _foreign_end(plain, start) or stranger_end(plain, start)
    common = _BEHIND_POST if not strict else 300 if labelled else 3
    shorter = start + family + 1
    longer = shorter + 1
    if _possible(plain, start, longer, common):
        return _longer_or_shorter(plain, start, longer, shorter) if _possible(plain, start, shorter, common) else longer
    if _possible(plain, start, shorter, common):
        return shorter
    return (
        None
        if strict
        else _foreign_end(plain, start) or stranger_end(plain, start) or _recurring_end(plain, start, family) or _before_word(plain, start + family)
    )


def _times(plain: str, word: str, start: int) -> int:
    """How often the word comes in the pages around: a bound, so that long texts take no longer in proportion."""
    return plain.count(word, max(0, start - _AROUND), start + _AROUND)


def _recurring_end(plain: str, start: int, family: int) -> int | None:
    """Behind a post: what comes again in the text and is no word is a name, whatever follows it here."""
    for end in (start + family + 2, start + family + 1):
        word = plain[start:end]
        if _HAN.fullmatch(word) and not frequency(word) and word[-1] not in NEVER_GIVEN and word not in NEVER and _times(plain, word, start) > 1:
            return end if _times(plain, word, start) * 2 > _times(plain, word[:-1], start) or len(word) == family + 1 else None
    return None


_OTHER_NAME = re.compile(r"[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})?")


def _before_word(plain: str, given: int) -> int | None:
    """询问社区书记郇英杰外来人员情况: behind a post, a given name of two characters that no word holds, where an everyday word goes on."""
    end = given + 2
    words = (plain[given - 1 : given + 1], plain[given:end], plain[end - 1 : end + 1], plain[given - 1 : end])
    unknown = not any(rarity(word) < TELLING for word in words) and _HAN.fullmatch(plain, given, end) and plain[end - 1] not in NEVER_GIVEN
    return end if unknown and rarity(plain[end : end + 2]) < _EVERYDAY else None


def name_end_before(plain: str, start: int, following: re.Pattern[str]) -> int | None:
    """The end of the name that begins at ``start`` and is followed by a pattern; None where there is none."""
    family = begins_name(plain, start) or int(plain[start : start + 1] in RARE)
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


_AROUND = 6000
_EVERYDAY = 8.0
"""Inverse document frequency of words that every other report has."""
_BEHIND_POST = 2500
"""How often a word has to be used in the dictionary's corpus to be no name behind a post."""


def _possible(plain: str, start: int, end: int, common: int) -> bool:
    """Whether a name can end here; words that are used ``common`` times in the dictionary's corpus are none."""
    word = plain[start:end]
    if end > len(plain) or word[-1] in NEVER_GIVEN:
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


_ENTRUSTED = re.compile(r"[^，。；\n]{1,16}?委托")
"""陈建受区政府委托."""
_VERBS_WITHIN = ("座谈", "会谈", "来到")
"""Verbs whose second sign might stand behind a name by itself (谈, 到): 彭军座谈 is 彭军."""


def _longer_or_shorter(plain: str, start: int, longer: int, shorter: int) -> int:
    last = plain[longer - 1]
    short, long = _times(plain, plain[start:shorter], start), _times(plain, plain[start:longer], start)
    if short > long or (last == "作" and GIVES.match(plain, shorter)) or (last == "向" and _TOWARDS.match(plain, longer)):
        return shorter
    if plain.startswith(_VERBS_WITHIN, longer - 1) or (last == "受" and _ENTRUSTED.match(plain, longer)):
        return shorter
    if last in _SELDOM_GIVEN and follows(plain, shorter) == 2 and follows(plain, longer) < 2:
        return shorter
    return longer


def _dotted_end(plain: str, dotted: re.Match[str]) -> int | None:
    """阿不都·买买提: the last part is the longest of two to four signs behind which something may follow."""
    last = dotted[0].rfind("·") + 1 + dotted.start()
    possible = [end for end in range(last + 2, min(dotted.end(), last + 4) + 1) if plain[end - 1] not in NEVER_GIVEN]
    ends = [end for end in possible if follows(plain, end) == 2] or [end for end in possible if follows(plain, end)][-1:]
    if ends:  # 多吉先后来到 is 多吉, for 先后 is a word of its own; 买买提出席 is 买买提, for 提 is none
        return max((end for end in ends if not VERB.fullmatch(plain, ends[0], end)), default=ends[0])
    return dotted.end() if follows(plain, dotted.end()) else None


def _foreign_end(plain: str, start: int) -> int | None:
    """Names of peoples without a Chinese surname (巴图, 扎西次仁), after a post only."""
    if plain[start : start + 1] not in FOREIGN or frequency(plain[start : start + 2]) > 50:
        return None
    longest = min(start + 4, len(plain))
    ends = (end for end in range(longest, start + 1, -1) if _HAN.fullmatch(plain, start, end) and plain[end - 1] not in NEVER_GIVEN)
    ends = (end for end in ends if plain[end - 1] not in _SELDOM_GIVEN or follows(plain, end - 1) < 2)  # 俄玛塔作补充汇报
    return next((end for end in ends if follows(plain, end) == 2), None)
