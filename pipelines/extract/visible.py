"""Tells what a page's source shows without parsing it, for pages whose text a parser may have lost."""

import re

from pipelines.normalise.text import squash

_TAG = re.compile(r"<(?:(script|style|select|textarea|option|title)\b[^<>]{0,400}>|(!--)|[^<>]{0,2000}>)", re.I)


def visible(text: str) -> str:
    """The text outside of tags, comments and elements that show none, without blanks; an element or comment that nothing closes is a tag like others."""
    shown, place, unclosed = list[str](), 0, set[str]()
    while (tag := _TAG.search(text, place)) is not None:
        shown.append(text[place : tag.start()])
        place = tag.end()
        name = (tag[1] or tag[2] or "").lower()
        if name and name not in unclosed:
            closing = re.compile("-->" if name == "!--" else f"</{name}\\s{{0,4}}>", re.I).search(text, place)
            if closing is None:
                unclosed.add(name)
            else:
                place = closing.end()
    return squash("".join([*shown, text[place:]]))
