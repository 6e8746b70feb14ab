"""Decides on a report's source (来源): a table of rules in the order in which they are trusted."""

import re
from collections.abc import Callable, Iterable, Iterator

from pipelines.extract.flow import Line
from pipelines.normalise.text import squash, tidy
from pipelines.parse import dates, labels, metas, names
from pipelines.parse.scene import Scene
from pipelines.reading import Evidence

_DATELINE = re.compile(
    r"^[（(【\[]?(?P<medium>[\u4e00-\u9fffA-Za-z·]{1,16}(?:报|网|社|电视台|广播电台|台|时刻新闻|时刻|客户端|融媒(?:体(?:中心)?)?|"
    r"新闻))(?P<place>[\u4e00-\u9fff]{0,6})\s?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:讯|电|消息|报道)"
)
_NOT_A_SOURCE = re.compile(r"^(?:[-\d\s:：/.]+|打印|关闭|字号|admin|administrator|system|网络整理)$", re.I)
_SHORT_DATE = re.compile(r"(?:^|(?<=\s))(?:[01]?\d月[0-3]?\d日|[01]\d-[0-3]\d\s[0-2]\d:[0-5]\d)(?=\s|$)")
_SHORT_LINE = 40
_LONGEST = 60
_ACCOUNT = (
    ("js_name", re.compile(r"id\s{0,2}=\s{0,2}[\"']js_name[\"'][^<>]{0,300}>\s{0,200}([^<>]{1,60})<")),
    ("nickname", re.compile(r"var\s{1,4}nickname\s{0,4}=\s{0,4}(?:htmlDecode\()?[\"']([^\"'<>\n]{1,40})[\"']")),
)
"""Where a WeChat post keeps the name of its public account."""


def source(scene: Scene) -> tuple[str, Evidence] | None:
    """The source by the first rule that finds one that can be one."""
    for name, rule in PRECEDENCE:
        for value, saw in rule(scene):
            if is_source(value, scene):
                return value, Evidence(name, saw[:120])
    return None


def is_source(value: str, scene: Scene | None = None) -> bool:
    """A name: neither empty nor a placeholder, a date, a sentence, or the headline again (seen in ContentSource)."""
    if not value or len(value) > _LONGEST or metas.is_placeholder(value) or _NOT_A_SOURCE.match(value) or labels.is_label(value):
        return False
    place = dates.position(value)
    if "。" in value or value.count("，") > 1 or (place is not None and place[0] == 0):
        return False
    return scene is None or squash(value) not in {squash(scene.metas.get("articletitle", "")), squash(scene.page_title)}


def _labelled(kind: str, lines: Callable[[Scene], Iterable[Line]]) -> Callable[[Scene], Iterator[tuple[str, str]]]:
    def rule(scene: Scene) -> Iterator[tuple[str, str]]:
        for line in lines(scene):
            if len(line.text) > 400:
                continue
            found = labels.read(line.text)
            for item in found:
                if item.kind == kind:
                    yield _linked(item.value, line) or _next_line(scene, line, last=item is found[-1]), line.text

    return rule


def _linked(value: str, line: Line) -> str:
    """A value that is linked is the link's text; a link that follows it (下载) is another thing."""
    for text in line.links:
        if text and value.startswith(text):
            return text
        if len(text) >= 2 and (place := value.find(text)) > 0:
            return value[:place].strip()
    return value


def _next_line(scene: Scene, line: Line, *, last: bool) -> str:
    """The line that follows an empty label, where it can be its value."""
    following = scene.following(line) if last else None
    if following is None:
        return ""
    text = following.text
    return "" if len(text) > 30 or labels.read(text) or dates.position(text) else labels.clean(text)


def _date_place(text: str) -> tuple[int, int] | None:
    """Where a line's date stands; pages for telephones leave the year out (08-27 09:30, 8月27日)."""
    short = _SHORT_DATE.search(text) if len(text) <= _SHORT_LINE else None
    return dates.position(text) or (short.span() if short else None)


def _bare(scene: Scene) -> Iterator[tuple[str, str]]:
    """An organisation that stands beside the date without a label."""
    for line in scene.window()[:12]:
        place = _date_place(line.text) if len(line.text) <= 100 and not line.link_chars else None
        if place and not any(item.kind in {"source", "issuer"} for item in labels.read(line.text)):
            for text in (line.text[: place[0]], line.text[place[1] :]):
                labelled = labels.read(text)
                unlabelled = text[: labelled[0].start] if labelled else text
                words = [word for word in labels.clean(unlabelled).split() if names.is_organisation(word) and word not in labels.KINDS]
                if len(words) == 1 and len(words[0]) <= 24:
                    yield words[0].strip("|｜·"), line.text


def _meta(scene: Scene) -> Iterator[tuple[str, str]]:
    text = metas.value(scene.metas, "contentsource", "source", "article:source", "og:article:source", "mediaid", "og:article:author", "profile_nickname")
    if text:
        yield text, f"meta={text}"


def _account(scene: Scene) -> Iterator[tuple[str, str]]:
    """The public account of a WeChat post."""
    for mark, pattern in _ACCOUNT:
        match = pattern.search(scene.source_text) if mark in scene.source_text else None
        if match:
            yield tidy(match[1]), match.group()


def _dateline(scene: Scene) -> Iterator[tuple[str, str]]:
    for line in scene.body[:2]:
        match = _DATELINE.match(line)
        if match:
            yield match["medium"], match.group()


def _near(scene: Scene) -> list[Line]:
    return scene.window()


def _above(scene: Scene) -> list[Line]:
    return scene.before[::-1]


def _below(scene: Scene) -> list[Line]:
    return scene.after[:30]


PRECEDENCE: tuple[tuple[str, Callable[[Scene], Iterator[tuple[str, str]]]], ...] = (
    ("来源 between headline and body", _labelled("source", _near)),
    ("来源 below the body", _labelled("source", _below)),
    ("name of a public account", _account),
    ("来源 above the headline", _labelled("source", _above)),
    ("发布机构 above the body", _labelled("issuer", _above)),
    ("name beside the date", _bare),
    ("meta ContentSource", _meta),
    ("发布机构 below the body", _labelled("issuer", _below)),
    ("dateline", _dateline),
)
