"""Trims a body: takes the page's furniture off its head and its end, and out of its middle."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.extract.furniture import LONGEST, OPEN, OWNER, TAIL, UPLOADERS, Kind, is_bare_date, is_footer, is_sentence, kind_of
from pipelines.normalise.text import squash
from pipelines.parse import labels

_DANGLING = re.compile(OPEN + r"(?:相关|点击)?(?:附件|链接|文件|下载|图片|视频)(?:下载|列表)?\s?[:：]?\s?[是否无有]?$")
"""A heading or label of the template that nothing follows."""
_HEAD_KINDS = frozenset({"tool", "crumb", "meta", "footer", "credit"})
_NEAR_END, _SHORT = 8, 40
_MOST_ABOVE_META = 3
"""Lines of text (headline, kicker, subtitle) that stand above a meta line inside a body."""
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章条节]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)")
_MENU = re.compile(r"[\w ]{2,10}")
"""A step of a menu; above a meta line a headline stands below it."""
_OF_NOTICES = frozenset({"时间", "日期", "责任单位", "责任部门"})
"""Labels that name when something takes place and who has to do it as well."""
_FLAGS: dict[Kind, set[str]] = {"paywall": {"truncated"}, "advert": {"advertisement"}}
_SOLD = re.compile("会员|VIP|付费|充值|代[写笔]|(?:加|联系).{0,4}(?:微信|客服|QQ|VX|老师)", re.I)
"""A wall that asks for money: the text is for sale."""


@dataclass(slots=True)
class Trimmed:
    """A body without furniture, and what was taken away."""

    kept: list[int]
    """Numbers of the lines that stay."""
    removed: list[int] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)


def trim(lines: Sequence[str], title: str | None = None) -> Trimmed:
    """Which of a body's lines are the report: without the repeated title, meta lines and crumbs at its head, tools anywhere, and whatever follows its end."""
    first = _head(lines, title)
    last = _cut(lines, first)
    kept, removed, flags, closes = list[int](), list(range(first)), set[str](), True
    for number in range(last - 1, first - 1, -1):
        kind = _furniture(lines[number], last - number, closes=closes)
        if kind is None:
            kept.append(number)
            closes = closes and lines[number][0] in "（([【"
        else:
            removed.append(number)
            flags |= _flags(kind, lines[number])
    kept.reverse()
    while kept and is_dangling(lines[kept[-1]]):
        removed.append(kept.pop())
    for number in range(last, len(lines)):
        removed.append(number)
        flags |= _flags(kind_of(lines[number]), lines[number])
    if not kept and "advertisement" in flags:  # a document that is an offer and nothing else is kept as what it is
        kept = [number for number in removed if kind_of(lines[number]) == "advert"]
        offered = set(kept)
        removed = [number for number in removed if number not in offered]
    return Trimmed(kept, removed, flags)


def _flags(kind: Kind, text: str) -> set[str]:
    return _FLAGS.get(kind, set()) | ({"advertisement"} if kind == "paywall" and _SOLD.search(text) else set())


def is_dangling(text: str) -> bool:
    """A label of the template (附件：) that nothing follows."""
    return len(text) <= 12 and bool(_DANGLING.search(text))


def _head(lines: Sequence[str], title: str | None) -> int:
    """The number of the first line of the text."""
    first, repeated, passed = 0, squash(title or ""), list[str]()
    for number, text in enumerate(lines[:16]):
        if _repeats(lines, number, repeated):
            first, repeated, passed = number + 1, repeated.removeprefix(squash(text)), []
        elif kind_of(text) == "text" and (is_sentence(text) or _begins(lines, number)):
            break
        elif _is_of_head(text, passed):
            first, passed = number + 1, []
        else:
            passed.append(text)
    return first


def _is_of_head(text: str, passed: Sequence[str]) -> bool:
    """Furniture above a text; ``passed``: the lines that could be text above it. Below many that are no menu, only what is surely a meta line is one."""
    kind = kind_of(text)
    if len(passed) > _MOST_ABOVE_META and not all(_MENU.fullmatch(line) for line in passed[:-1]):
        return kind == "meta" and _closes(text)
    return kind in _HEAD_KINDS or (kind == "notice" and len(text) <= _SHORT) or is_bare_date(text) or labels.is_label(text)


def _begins(lines: Sequence[str], number: int) -> bool:
    """A line of a list, a numbered heading, or a salutation (各乡镇人民政府：) that no meta line follows, begins the text though neither is a sentence."""
    text = lines[number]
    if text[-1] in "；;。！" or _NUMBERED.match(text):
        return True
    return text[-1] in "：:" and not labels.is_label(text) and not any(kind_of(line) == "meta" and _closes(line) for line in lines[number + 1 : number + 7])


def _repeats(lines: Sequence[str], number: int, title: str) -> bool:
    """The headline again, in one line or broken over several."""
    if not title:
        return False
    together = ""
    for text in lines[number : number + 4]:
        together += squash(text)
        if together == title or (text == lines[number] and len(together) >= 5 and title.startswith(together) and title[len(together)] in "_-|｜丨–—"):
            return True
        if not title.startswith(together):
            return False
    return False


def _cut(lines: Sequence[str], first: int) -> int:
    """The number of the line at which the page's tail begins: the first previous/next or related-reading line that has less text after it than before."""
    before, after = 0, sum(len(line) for line in lines[first:] if is_sentence(line))
    for number in range(first, len(lines)):
        text = lines[number]
        if is_sentence(text):
            after -= len(text)
        elif before > after and len(text) <= 80 and TAIL.search(text):
            return number
        before += len(text)
    return _footer_at(lines, first)


def _footer_at(lines: Sequence[str], first: int) -> int:
    """The number of the line at which a footer begins that slipped into the body."""
    sure = next((n for n in range(max(first, len(lines) - _NEAR_END), len(lines)) if len(lines[n]) <= LONGEST and is_footer(lines[n])), None)
    if sure is None or any(is_sentence(line) for line in lines[sure:]):
        return len(lines)
    while sure > first and len(lines[sure - 1]) <= 120 and OWNER.search(lines[sure - 1]):
        sure -= 1
    return sure


def _furniture(text: str, from_end: int, *, closes: bool) -> Kind | None:
    """The kind of a line inside the text that is not text; rules that could meet a sentence hold near the end only.

    ``closes``: nothing but bylines in brackets follows it. A source or an issuer between other lines is a part of a notice.
    """
    if len(text) > LONGEST or (from_end > _NEAR_END and (len(text) > 60 or is_sentence(text))):
        return None
    kind = kind_of(text)
    if kind in {"tool", "paywall", "footer", "advert"}:
        return kind
    if from_end > _NEAR_END:
        return kind if kind in {"tail", "crumb"} else None
    return kind if kind in {"credit", "notice", "tail", "crumb"} or (kind == "meta" and closes and _closes(text)) else None


def _closes(text: str) -> bool:
    """A labelled line that closes a report: its source, author or dates; not a document's own 印发 line."""
    return any(
        (item.kind in {"source", "editor", "published", "updated", "issuer"} or item.label in UPLOADERS or item.label == "标签")
        and item.value
        and item.label not in _OF_NOTICES
        for item in labels.read(text)
    )
