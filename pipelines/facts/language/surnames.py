"""Surnames, and which short words that begin with one are ordinary words and no names."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pipelines.facts.language.kept import Kept
from pipelines.facts.language.listed import listed

SURNAMES = frozenset("".join(listed("surnames")))
"""Single-character surnames: the hundred families, and the rarer ones that the census knows; none that is a common word by itself."""
FOREIGN = frozenset(
    "阿艾买木麦吐热玉帕努哈萨沙赛依伊古库卡喀巴布扎次旦尼洛桑格丹顿多拉仁央旺平边达嘎贡曲索土云斯额乌娜其朝包苏那孟特宝呼图"
    "德哲嘉吾才降泽四班仓登俄噶根甲杰朗南普色喜增珠恩纳诺塔锡亚迪凯克勒茹托祖穆铁雍莎"
)
"""How names of peoples without Chinese surnames begin: 巴图, 扎西, 买买提."""
RARE = frozenset("".join(listed("rare_surnames"))) - SURNAMES
"""Surnames that the census knows and that are everyday words (者, 字, 和, 种): they begin a name where a post stands before them."""
COMPOUND = listed("compound_surnames")
"""Surnames of two characters."""


INITIALS = SURNAMES | {name[0] for name in COMPOUND}
"""How names with a Chinese surname begin."""


@cache
def _words() -> dict[str, int]:
    """Words of two to four characters that begin with a surname and are no names, and how frequent they are (jieba's dictionary, read without jieba)."""
    found = find_spec("jieba")
    if found is None or found.origin is None:
        return {}
    words, initials = {}, SURNAMES | FOREIGN | RARE
    with Path(found.origin).with_name("dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            if line[0] in initials:
                word, count, tag = line.split(" ")
                if len(word) <= 4 and not tag.startswith("nr"):
                    words[word] = int(count)
    return words


_FREQUENCIES = Kept(lambda word: _words().get(word, 0))


def frequency(word: str) -> int:
    """How often an ordinary word that begins with a surname is used; 0 for what is none."""
    return _FREQUENCIES[word]


def begins_name(text: str, offset: int) -> int:
    """Length of the surname that stands at an offset: 2 for a compound one, 1, or 0."""
    if text[offset : offset + 2] in COMPOUND:
        return 2
    return 1 if text[offset : offset + 1] in SURNAMES else 0
