"""Makes a title for a text that carries none: the first clause of its first sentence."""

import re

from pipelines.reading import Evidence

_DATELINE = re.compile(
    r"^[（(【\[]?(?:本[报网台]|[\u4e00-\u9fffA-Za-z·]{2,14}(?:报|网|社|台|时刻|时刻新闻|客户端|融媒|"
    r"新闻))?[^，。（()）]{0,10}?(?:\d{1,2}月\d{1,2}日)?[^，。（()）]{0,4}?(?:讯|电|消息|"
    r"报道)[\s:：]{0,3}(?:[（(][^（）()]{0,40}[）)])?[】\])）]?\s{0,2}"
)
_BYLINE = re.compile(r"^[（(【\[][^（）()【】\[\]]{0,40}(?:记者|通讯员|記者|通訊員|作者|报道)[^（）()【】\[\]]{0,40}[）)】\]]\s{0,2}")
_WHEN = re.compile(
    r"^(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:至(?:\d{1,2}月)?\d{1,2}日)?(?:[（(][^）)]{1,8}[）)])?(?:上午|下午|晚|晚上|早上|凌晨|"
    r"中午)?\s{0,2}[，,、]?|^(?:近日|日前|昨日|昨天|今天|今日|连日来)\s{0,2}[，,、]?"
)
_CLAUSE = re.compile(r"[，,。！？；!?;\n]")


def derived(body: list[str]) -> tuple[str, Evidence] | None:
    """A title made from the first sentence: without dateline, byline and day, up to its first clause that says something."""
    for line in body[:3]:
        text = line
        for pattern in (_DATELINE, _BYLINE, _WHEN, _BYLINE, _WHEN):
            text = pattern.sub("", text, count=1)
        clause = next((part for part in (p.strip(" :：") for p in _CLAUSE.split(text[:200])) if len(part) >= 8), None)
        if clause:
            return clause[:60], Evidence("first clause of the body", line[:120])
    return None
