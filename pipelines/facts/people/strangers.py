"""Names behind a post that no list of surnames knows: rare surnames that are everyday words too (者, 字, 和), and names of other peoples however they begin."""

import re

from pipelines.facts.language.segment import frequencies
from pipelines.facts.language.surnames import FOREIGN, RARE, begins_name, frequency
from pipelines.facts.people.endings import NEVER_GIVEN, VERB, follows

_USUAL = 50
"""How often a word has to be used in the dictionary's corpus to be an everyday one."""
_TRANSCRIBED = (
    "阿艾巴白班边布才仓措次达旦丹德登顿多俄尔尕嘎噶格根贡古果哈华赫吉加甲降江杰金久卡喀康克库拉朗勒罗洛玛麦买曼米木穆那娜乃南尼努诺普其奇青热仁日绒如茹萨"
    "赛桑色沙斯四松苏索塔特提图吐土托旺威乌吾西希喜雅亚央伊雍永扎泽则孜再增珠卓宗祖甫汗郎绕饶姆初翁坚赞错曲珍群培毛都满敖力腾毕台兰娅呼朝鲁孟宝额恩宁白音马子石呷伍列什合海"
    "夺闹且火体约惹此依打以史牛里肯别叶亥玉瓦拜坎衣肉波恰莎敦琴和陶套莫伦坦堆夸却看完智知东修更昂藏彭羊切阳迪不热补说觉坤琼银让尚先者戈花基召岩铁保存道草门皮补聪比么求胡云楞荣花"
)
"""Characters with which Tibetan, Mongolian, Yi and Turkic names are written."""
_RUN = re.compile(f"[{_TRANSCRIBED}]{{3,7}}")
_SLIGHT = frozenset("都和来由先起时行见达合相还以依")
"""Rare surnames that open a clause oftener than a name: what follows them has to look like a given name."""
TELLING = 9.5
"""Inverse document frequency from which a word is too rare to be met by chance."""
_UNKNOWN = 99.0
_ALONE = re.compile(r"[\u4e00-\u9fff]{3,5}(?=[，、。；])")
_COMMON = 7.5
"""Below it are words that go on behind a name (多次, 先后)."""
_NEAR = 4000
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
_NO_PART = re.compile(r"副|[省市县区州旗盟镇乡局部院校村组队]长|书记|主任|主席|委员|代表|同志|干部|[等及与了的们各]|[本我全该][省市县区州旗镇乡村校院局公]")


def may_begin(plain: str, start: int) -> bool:
    """Whether such a name may begin here, by a look at its first signs and at where they come again."""
    sign = plain[start : start + 1]
    if sign in RARE or _RUN.match(plain, start):
        return True
    return "\u4e00" <= sign <= "\u9fff" and _opens_clause(plain, start, plain[start : start + 2]) is not None


def stranger_end(plain: str, start: int) -> int | None:
    """Behind a post: the end of a name that begins in no usual way."""
    return rare_end(plain, start) or _transcribed_end(plain, start) or _acting_end(plain, start) or _odd_end(plain, start)


def rare_end(plain: str, start: int) -> int | None:
    """者建平, 和志强: a rare surname, a given name, and after it what may only stand behind a name."""
    if plain[start : start + 1] not in RARE:
        return None
    for end in (start + 3, start + 2):
        word, given = plain[start:end], plain[start + 1 : end]
        ordinary = frequency(word) or (len(given) > 1 and frequency(word[:2]) > _USUAL) or _NO_PART.search(word)
        slight = plain[start] in _SLIGHT and (len(given) == 1 or begins_name(given, 0) or rarity(given) < TELLING or VERB.match(given))
        if _HAN.fullmatch(word) and not ordinary and not slight and word[-1] not in NEVER_GIVEN and follows(plain, end) == 2:
            return end
    return None


def _transcribed_end(plain: str, start: int) -> int | None:
    """且沙尔古, 尼玛木: three and more of the characters with which names are transcribed."""
    run = _RUN.match(plain, start) or (_RUN.match(plain, start + 1) if begins_name(plain, start) == 1 else None)  # 陈斯日古楞
    if not run:
        return None
    shortest = 3 if rarity(plain[start : start + 2]) >= TELLING else 5
    ends = (end for end in range(run.end(), start + shortest - 1, -1) if rarity(plain[end - 2 : end]) >= _COMMON and not _NO_PART.search(plain, start, end))
    return next((end for end in ends if follows(plain, end) == 2 or (end == run.end() >= start + 4 and follows(plain, end))), None)


def _acting_end(plain: str, start: int) -> int | None:
    """What elsewhere opens a sentence and speaks or leads (日火古体指出) is a name, however it begins."""
    for end in (start + 4, start + 3, start + 2):
        word = plain[start:end]
        named = _HAN.fullmatch(word) and word[-1] not in NEVER_GIVEN and not _NO_PART.search(word) and min(map(rarity, (word, *_pairs(word)))) >= TELLING
        if named and follows(plain, end):
            place = _opens_clause(plain, start, word)
            if place is not None and (verb := VERB.match(plain, place)) and verb.end() > place + 1:
                return end
    return None


def _odd_end(plain: str, start: int) -> int | None:
    """夏吾尖措、: three to five signs up to the next mark of which no two make a word."""
    odd = _ALONE.match(plain, start)
    if not odd or _NO_PART.search(odd[0]) or not (plain[start] in FOREIGN or begins_name(plain, start)):
        return None
    return odd.end() if min(map(rarity, _pairs(odd[0]))) >= _UNKNOWN else None


def _pairs(word: str) -> list[str]:
    """Every two signs that stand together: 深圳中学 holds words, and is no name."""
    return [word[n : n + 2] for n in range(len(word) - 1)]


def _opens_clause(plain: str, start: int, word: str) -> int | None:
    """Where, behind a word that opens a sentence further on, the text goes on."""
    for opening in ("\n", "。"):
        place = plain.find(opening + word, start, start + _NEAR)
        if place >= 0:
            return place + 1 + len(word)
    return None


def rarity(word: str) -> float:
    """How rare a word is; one that no table has is rarer than any."""
    return min(frequencies().get(word, _UNKNOWN), 0.0 if frequency(word) > _USUAL else _UNKNOWN)
