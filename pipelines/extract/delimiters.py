"""Delimiters that a CMS writes around the body in the raw source, where no parser can misread them."""

import re
from dataclasses import dataclass

from pipelines.extract.tree import Element, parse


@dataclass(frozen=True, slots=True)
class Delimited:
    """The part of the source between two delimiters, as a tree."""

    element: Element
    rule: str


_PAIRS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    ("Hanweb [信息内容]", re.compile(r"<!--\s{0,4}<\$\[信息内容\]>begin\s{0,4}-->"), re.compile(r"<!--\s{0,4}<\$\[信息内容\]>end\s{0,4}-->")),
    ("ZJEG_RSS.content", re.compile(r"<!--\s{0,4}ZJEG_RSS\.content\.begin\s{0,4}-->"), re.compile(r"<!--\s{0,4}ZJEG_RSS\.content\.end\s{0,4}-->")),
    (
        "ContentStart",
        re.compile(r"<meta\s{1,8}name\s{0,4}=\s{0,4}[\"']?ContentStart[\"']?[^<>]{0,80}>", re.I),
        re.compile(r"<meta\s{1,8}name\s{0,4}=\s{0,4}[\"']?ContentEnd[\"']?[^<>]{0,80}>", re.I),
    ),
    ("enpcontent", re.compile(r"<!--\s{0,4}enpcontent\s{0,4}-->", re.I), re.compile(r"<!--\s{0,4}/\s{0,4}enpcontent\s{0,4}-->", re.I)),
    ("founder-content", re.compile(r"<founder-content\b[^<>]{0,400}>", re.I), re.compile(r"</founder-content\s{0,8}>", re.I)),
)
_TITLE = re.compile(r"<!--\s{0,4}<\$\[标题\]>begin\s{0,4}-->(.{1,600}?)<!--\s{0,4}<\$\[标题\]>end\s{0,4}-->", re.S)
_QUICK = ("信息内容", "ContentStart", "contentstart", "CONTENTSTART", "enpcontent", "founder-content", "ZJEG_RSS")


def delimited(text: str) -> Delimited | None:
    """The body between the first pair of delimiters that holds any text; the first such pair, for e-papers print the text twice."""
    if not any(word in text for word in _QUICK):
        return None
    for rule, begin, end in _PAIRS:
        start = begin.search(text)
        stop = end.search(text, start.end()) if start else None
        if start and stop:
            tree = parse(f"<div>{text[start.end() : stop.start()]}</div>")
            if tree is not None and "".join(tree.itertext()).strip():
                return Delimited(tree, rule)
    return None


def delimited_title(text: str) -> str | None:
    """The title between Hanweb's own delimiters, with its markup."""
    match = _TITLE.search(text) if "[标题]" in text else None
    return match.group(1) if match else None
