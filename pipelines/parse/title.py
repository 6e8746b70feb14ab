"""Decides on the headline, the line above it (引题) and below it (副题), and makes a title where a page carries none."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipelines.extract.density import last_above_date
from pipelines.extract.flow import Line
from pipelines.extract.furniture import is_meta
from pipelines.normalise.text import squash, tidy
from pipelines.parse import dates, labels, metas
from pipelines.parse.derived import derived
from pipelines.parse.kicker import beside, reads_like_title
from pipelines.parse.scene import HEADINGS, Scene
from pipelines.reading import Evidence

_SEPARATORS = re.compile(r"\s{0,3}(?:[_|｜丨]|\s[-–—]{1,2}\s|--+|[-–—](?=[^-–—]{2,30}$))\s{0,3}")
_TITLED = re.compile(r"title|tit(?![a-z])|headline|biaoti|bt(?![a-z])|subject|h1", re.I)
_LONGEST_NAME = 200
"""Characters of an element's id, and of its classes."""
_SITE = re.compile(r"(?:政府|门户网站|网站|官网|网|委员会|局|厅|频道|首页|正文|日报|之窗|在线|办公室|信息公开|管委会|街道|学校|中学|大学|学院)$")
_GENERIC = re.compile(
    r"^(?:首页|正文|内容|详情|详细(?:信息|内容|页面?)|文章(?:页|详情|内容)?|新闻(?:详情|内容|中心|动态)?|信息公开(?:内容)?|无标题文档|"
    r"untitled(?: document)?|document|内容页|信息详情|通用详情页|终审|index|title)$",
    re.I,
)


@dataclass(slots=True)
class Title:
    """The headline and what belongs to it."""

    text: str | None
    evidence: Evidence | None = None
    derived: bool = False
    kicker: str | None = None
    subtitle: str | None = None
    at: int | None = None
    """The number of its line among the lines above the body."""


def title(scene: Scene) -> Title:
    """The headline by the first rule that finds one; where it stands decides where the meta line is looked for."""
    for name, rule in PRECEDENCE:
        found = next((text for text in rule(scene) if _is_title(text)), None)
        if found:
            at = _locate(scene.before, found)
            result = Title(found, Evidence(name, found[:200]), at=at)
            result.kicker, result.subtitle = beside(scene, found, at)
            return result
    made = derived(scene.body)
    return Title(made[0], made[1], derived=True) if made else Title(None)


def _is_title(text: str) -> bool:
    return 2 <= len(text) <= 220 and not _GENERIC.match(text) and not metas.is_placeholder(text)


def _meta(scene: Scene) -> Iterator[str]:
    """ArticleTitle, or its visible form where the tag is cut short (开普 cuts at 100 characters, lists at 30)."""
    text = metas.value(scene.metas, "articletitle", "article-title", "dc.title", "contenttitle")
    if text and _is_title(text):
        yield _extended(scene, text)


def _extended(scene: Scene, text: str) -> str:
    stem = squash(text.rstrip(".…· "))
    if len(stem) >= 8 and (text[-1] in ".…" or len(text) >= 80):
        for line in _joined_headings(scene.before):
            flat = squash(line)
            if flat.startswith(stem) and len(stem) < len(flat) <= 200:
                return line
    return text


def _delimited(scene: Scene) -> Iterator[str]:
    if scene.delimited_title:
        yield tidy(scene.delimited_title)


def _in_page_title(scene: Scene) -> Iterator[str]:
    """A visible line that <title> or og:title repeats: the longest one, headings first."""
    wanted = [squash(text) for text in (scene.page_title, metas.value(scene.metas, "og:title", "twitter:title") or "") if text]
    found = []
    for line in _joined_headings(scene.before):
        flat = squash(line)
        if len(flat) < 5 or _GENERIC.match(line) or _names_site(scene, line) or (len(flat) <= 16 and flat in wanted and _SITE.search(flat)):
            continue
        if any(_opens(flat, title) for title in wanted):
            found.append(line)
    yield from sorted(found, key=len, reverse=True)[:1]


def _short_heading(scene: Scene) -> Iterator[str]:
    """A heading of two to four characters (停水通知), where <title> is it or begins with it."""
    for line in reversed(scene.before):
        flat = squash(line.text)
        if 2 <= len(flat) <= 4 and not line.link_chars and (_by_tag(line) or _by_name(line)) and not _GENERIC.match(flat) and not _names_site(scene, flat):
            rest = squash(scene.page_title).removeprefix(flat)
            if len(rest) < len(squash(scene.page_title)) and (not rest or rest[0] in "_-|｜丨–—·>"):
                yield line.text


def _opens(flat: str, title: str) -> bool:
    """The line is the title, or a part of it up to a separator; or the title was cut and the line completes it."""
    if flat == title:
        return True
    if title.startswith(flat):
        return title[len(flat)] in "_-|｜丨–—(（·,，.…" or len(flat) >= 10
    if title.endswith(flat) or flat in re.split(r"[_\-|｜丨–—]+", title):
        return True
    cut = title.rstrip(".…")
    return len(cut) >= 8 and flat.startswith(cut) and len(flat) <= 120


def _names_site(scene: Scene, line: str) -> bool:
    flat = squash(line)
    return flat in {squash(scene.metas.get("sitename", "-")), squash(scene.metas.get("columnname", "-")), squash(scene.hints.column or "-")}


def _heading(scene: Scene) -> Iterator[str]:
    """A heading, or a block that is named like one: the nearest above the body."""
    for wanted in (_by_tag, _by_name):
        candidates = [line for line in scene.before if wanted(line) and reads_like_title(line)]
        yield from (line.text for line in reversed(candidates) if not _names_site(scene, line.text))


def _by_tag(line: Line) -> bool:
    return line.tag in HEADINGS and not line.link_chars


def _by_name(line: Line) -> bool:
    block = line.block
    for _ in range(2):
        if block is None:
            return False
        if _TITLED.search(f"{(block.get('id') or '')[:_LONGEST_NAME]} {(block.get('class') or '')[:_LONGEST_NAME]}"):
            return True
        block = block.getparent()
    return False


def _above_meta_line(scene: Scene) -> Iterator[str]:
    """The line above the meta line, where the page has one."""
    for number in range(len(scene.before) - 1, 0, -1):
        if (is_meta(scene.before[number].text) or dates.position(scene.before[number].text[:60])) and len(scene.before[number].text) < 160:
            above = [at for at in range(number - 1, max(-1, number - 16), -1) if not is_meta(scene.before[at].text)]
            yield from (scene.before[at].text for at in above[:4] if _stands_alone(scene, at))
            return


def _just_above(scene: Scene) -> Iterator[str]:
    """The line directly above the body, where the meta line stands above the headline."""
    for at in range(len(scene.before) - 1, max(-1, len(scene.before) - 3), -1):
        if _stands_alone(scene, at):
            yield scene.before[at].text
            return


def _stands_alone(scene: Scene, at: int) -> bool:
    """A line that reads like a headline and is not the value of a label above it."""
    line = scene.before[at]
    return reads_like_title(line) and not _names_site(scene, line.text) and not (at > 0 and labels.is_label(scene.before[at - 1].text))


def _page_title(scene: Scene) -> Iterator[str]:
    """<title> without the names of site and column that follow the headline (or stand before it)."""
    text = metas.value(scene.metas, "og:title") or scene.page_title
    parts = [part.strip() for part in _SEPARATORS.split(text) if part.strip()]
    while len(parts) > 1 and (_SITE.search(parts[-1]) or len(parts[-1]) <= 6 or _names_site(scene, parts[-1])):
        parts.pop()
    rest = [part for part in parts if not _names_site(scene, part) and len(part) >= 5]
    if rest and not (len(rest) == 1 and _SITE.search(rest[0]) and len(rest[0]) <= 16):
        yield rest[0] if len(parts[0]) >= 8 or len(rest) > 1 else " ".join(rest)


def _list_anchor(scene: Scene) -> Iterator[str]:
    if scene.hints.title:
        yield tidy(scene.hints.title)


def _table_row(scene: Scene) -> Iterator[str]:
    """The row 信息名称 or 标题 of a metadata table."""
    for line in scene.before:
        if line.is_row or ":" in line.text or "：" in line.text:
            for item in labels.read(line.text):
                if item.kind == "title" and len(item.value) >= 4:
                    yield item.value
    for text in scene.body[:4]:  # a letter is a table: its headline is a row of the body
        found = labels.read(text) if "\t" in text else ()
        yield from (item.value for item in found if item.kind == "title" and item.label.endswith(("标题", "主题")) and len(item.value) >= 5)


def _plain_first(scene: Scene) -> Iterator[str]:
    """A plain text's own first line."""
    yield from (line.text for line in reversed(scene.before) if line.tag == "title")


PRECEDENCE: tuple[tuple[str, Callable[[Scene], Iterator[str]]], ...] = (
    ("first line of the text", _plain_first),
    ("meta ArticleTitle", _meta),
    ("delimiters [标题]", _delimited),
    ("visible line that <title> repeats", _in_page_title),
    ("short heading that <title> repeats", _short_heading),
    ("row of the metadata table", _table_row),
    ("heading above the body", _heading),
    ("line above the meta line", _above_meta_line),
    ("<title> without site and column", _page_title),
    ("the list's anchor", _list_anchor),
    ("line directly above the body", _just_above),
)
"""On 58 real pages ArticleTitle agreed with the visible headline every time; <title> is a column or a site on many."""


def _joined_headings(lines: list[Line]) -> Iterator[str]:
    """Every line, and the lines of one block joined, for headlines are broken by <br>."""
    for number, line in enumerate(lines):
        if len(line.text) <= 200:
            yield line.text
        together = line.text
        for other in lines[number + 1 : number + 4]:
            if other.block is not line.block or line.block is None:
                break
            together += " " + other.text
            yield together


def _locate(before: list[Line], text: str) -> int | None:
    """The last place above the body at which the headline stands: its line, or the first of several that make it up."""
    flat = squash(text)
    places: list[int] = []
    for number, line in enumerate(before):
        if line.text[:1] != flat[:1]:
            continue
        together = ""
        for other in before[number : number + 4]:
            together += squash(other.text)
            if together == flat or (
                together.startswith(flat) and other is line and len(together) <= len(flat) + 60 and len(flat) >= 8 and labels.read(other.text)
            ):
                places.append(number)
            if not flat.startswith(together):
                break
    return last_above_date(before, places)
