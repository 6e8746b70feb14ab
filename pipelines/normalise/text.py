"""Tidies one line of text: white space, invisible and private-use characters, entities that were escaped twice."""

import html
import re

_INVISIBLE = dict.fromkeys(
    [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0x00AD, 0x180E, *range(0xFE00, 0xFE10), *range(0xFFF9, 0xFFFC)]
)
"""Zero-width characters, direction marks, soft hyphens, variation selectors."""
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_ENTITY = re.compile(
    r"&(?:#\d{2,7}|#x[0-9a-f]{2,6}|nbsp|[lr][ds]quo|amp|lt|gt|quot|mdash|ndash|hellip|middot|bull|times|e[nm]sp|thinsp|deg|permil|apos);", re.I
)
_LONG_NUMBER = re.compile(r"&#\d{8,};?")
_TAG = re.compile(
    r"</?(?:p|br|div|span|font|b|strong|em|i|u|a|img|h[1-6]|t[adhr]|table|tbody|thead|li|ul|ol|center|section|script|style|html|body|head|title|meta|o:p|"
    r"iframe|form|input|link|sub|sup|hr|pre|blockquote|dl|dt|dd|label|button)\b[^<>]*>|<!--|-->|<!\[CDATA\[|\]\]>",
    re.I,
)
"""Markup that stands in the text itself, escaped twice or pasted by an editor."""
_OPENING = re.compile(r"<(?=[A-Za-z/!?])")
"""What is left of a tag that does not close on its line; written as a full-width sign, so that no text can be taken for markup."""
_ODD = re.compile(
    "[<>&\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ue000-\uf8ff\U000f0000-\U0010fffd\x00-\x08\x0e-\x1f\x7f-\x9f]"
)


def tidy(text: str) -> str:
    """One line, tidied.

    Runs of white space (ideographic ones too) become one blank, ends are stripped, invisible and private-use characters go, and entities that stand
    in the text literally (``&ldquo;``, from pages that were escaped twice) are resolved.
    """
    if _ODD.search(text):
        text = _without_oddities(text)
    return " ".join(text.split())


def _without_oddities(text: str) -> str:
    text = _CONTROLS.sub("", _PRIVATE.sub("", text.translate(_INVISIBLE)))
    for _ in range(3):
        text, count = _ENTITY.subn(lambda match: html.unescape(match.group()), text) if "&" in text else (text, 0)
        if not count:
            break
    text = _CONTROLS.sub("", text)
    if "<" in text or ">" in text:
        text = _without_markup(text)
    return text


def _without_markup(text: str) -> str:
    """What is left when tags are taken out; again while taking one out uncovers another."""
    for _ in range(4):
        text, count = _TAG.subn(" ", text)
        if not count:
            break
    return _OPENING.sub("＜", text)


def unescaped(text: str) -> str:
    """Text with its entities resolved. A number too long for any character is a character that is none, as browsers read it: Python would refuse it."""
    return html.unescape(_LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text


def words(text: str) -> frozenset[str]:
    """The words of a table that is written as text."""
    return frozenset(text.split())


def squash(text: str) -> str:
    """Text without any white space, for comparing."""
    return "".join(text.split())
