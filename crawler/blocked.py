"""Tells blocked from gone from broken: what an answer that is not a page means (domain notes 4.8-4.11). Challenges are recorded, never evaded."""

import re
from dataclasses import dataclass

from db.models import SiteState

CHALLENGE_STATUS = {412: "Riversecurity challenge (412)", 468: "challenge (468)", 521: "Jiasule challenge (521)", 512: "Jiasule challenge (512)"}
REFUSALS = {401, 403, 405, 406, 422, 444}
"""Answers that hosts give to a client they do not like; the page is there for browsers."""
CAPTCHA_WORDS = tuple(words.encode(charset) for words in ("滑动验证", "请完成安全验证", "拖动滑块") for charset in ("utf-8", "gb18030"))
CHALLENGE_MARKS = (
    ((b"$_ts",), re.compile(rb"\$_ts\s*=\s*window\[|\bwindow\[['\"]\$_ts['\"]\]"), "Riversecurity challenge ($_ts)"),
    ((b"__jsl_clearance",), None, "Jiasule challenge (__jsl_clearance)"),
    ((b"acw_sc__v2",), None, "Aliyun challenge (acw_sc__v2)"),
    (CAPTCHA_WORDS, None, "captcha"),
)
"""Words that are cheap to look for, a pattern that decides where they are not enough, and what that is."""
CAPTCHA_ELEMENT = re.compile(rb"<(?:form|div|img)[^>]{0,200}\bcaptcha", re.IGNORECASE)
SOFT_404_WORDS = re.compile("页面不存在|找不到(?:您|你|该|此|相关|页面)|无法找到|您访问的页面|该信息已(?:被)?删除|not found|系统维护", re.IGNORECASE)
SOFT_404_TITLE = re.compile(r"<title>\s*[^<]{0,40}(?:404|错误|出错了|提示|not found)[^<]{0,40}</title>", re.IGNORECASE)
SHORT_PAGE = 2048
"""Bytes; soft 404 pages are short (domain note 4.11)."""
CHALLENGE_PAGE = 20_000
"""Bytes; a page longer than this is content, whatever words it holds."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why there is no page: the state that the site is in, and words for it."""

    state: SiteState
    reason: str


def obstacle(status: int, body: bytes, text: str | None = None) -> Obstacle | None:
    """What stands in the way of reading an answer; None where nothing does. ``text``: the body decoded, for the soft 404 words."""
    if status in CHALLENGE_STATUS:
        return Obstacle(SiteState.BLOCKED, CHALLENGE_STATUS[status])
    if (mark := _challenge(body)) is not None:
        return Obstacle(SiteState.BLOCKED, mark)
    if status in REFUSALS:
        return Obstacle(SiteState.UA_REFUSED if status == 403 else SiteState.BLOCKED, f"refused ({status})")
    if status in (404, 410):
        return Obstacle(SiteState.GONE, f"not found ({status})")
    if status in (429, 503):
        return Obstacle(SiteState.BLOCKED, f"asks to be left alone ({status})")
    if status >= 400:
        return Obstacle(SiteState.UNREACHABLE, f"server error ({status})")
    if status in (200, 202, 203) and text is not None and is_soft_404(body, text):
        return Obstacle(SiteState.SOFT_404, "says with status 200 that there is no such page")
    return None


def is_soft_404(body: bytes, text: str) -> bool:
    """A short page that says, with status 200, that there is none."""
    return len(body) < SHORT_PAGE and bool(SOFT_404_WORDS.search(text) or SOFT_404_TITLE.search(text))


def _challenge(body: bytes) -> str | None:
    if len(body) > CHALLENGE_PAGE:
        return None
    for words, pattern, name in CHALLENGE_MARKS:
        if any(word in body for word in words) and (pattern is None or pattern.search(body)):
            return name
    return "captcha" if b"captcha" in body.lower() and CAPTCHA_ELEMENT.search(body) else None
