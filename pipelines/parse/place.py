"""Reads where a report stands: the column (栏目), the site's name and its government site code (政府网站标识码)."""

import re
from collections.abc import Iterator

from pipelines.extract.flow import Line
from pipelines.extract.tree import Element
from pipelines.normalise.text import squash, words
from pipelines.parse import labels, metas
from pipelines.parse.scene import Scene
from pipelines.reading import Evidence

_CODE = re.compile(r"(?:bm\d{8}|\d{10})", re.I)
_FOOTER_CODE = re.compile(r"标\s{0,2}识\s{0,2}码\s{0,4}[:：]?\s{0,4}(bm\d{8}|\d{10})(?!\d)", re.I)
_CRUMB = re.compile(r"位置|栏目|首\s?页|>|»|›|＞")
_OF_SITE = re.compile("网|政府|委|局|厅")
_STEP = re.compile(r"\s{0,3}(?:>|＞|»|›|→|::|\s/\s|\\|&gt;)+\s{0,3}")
_OTHER_STEP = re.compile(r"\s{0,3}(?:--?|[–—|｜/·•])\s{0,3}")
"""Signs that part the steps of a breadcrumb that is told by its label or its block's name, where the usual ones are missing."""
_OPENS_CRUMB = re.compile(r"^[^，。]{0,8}(?:位置|所在(?:栏目)?)\s?(?:[:：]|是|为)")
_NAMED = re.compile(r"bread-?crumb|crumb|position|location|weizhi|dqwz|(?:^|[\s_-])wz(?:$|[\s_-])|dangqian|curpos|mbx|mianbao", re.I)
_NOT_COLUMNS = words(
    "正文 内容 详情 详细内容 详细信息 文章 文章内容 文章正文 信息内容 信息详情 首页 网站首页 浏览文章 查看 阅读 内容页 返回 新闻内容 详细 正文内容 "
    "查看内容 文章详情 新闻详情 浏览信息 查看信息 信息浏览 详情页 正文页 当前文章 本文"
)


def site_id_code(scene: Scene) -> tuple[str, Evidence] | None:
    """The 10-character code of the site: the meta tag where it has the right shape, else the footer."""
    text = metas.value(scene.metas, "siteidcode", "siteid_code", "site-id-code")
    if text and _CODE.fullmatch(squash(text)):
        return squash(text).lower(), Evidence("meta SiteIDCode", text)
    for line in reversed(scene.after):
        match = _FOOTER_CODE.search(line.text[:600])
        if match:
            return match[1].lower(), Evidence("footer 网站标识码", match.group())
    return None


def site_name(scene: Scene) -> tuple[str, Evidence] | None:
    """The site's name: meta SiteName, or og:site_name, or what the registry says."""
    for name, text in (
        ("meta SiteName", metas.value(scene.metas, "sitename", "og:site_name", "application-name")),
        ("registry of sites", scene.hints.site_name),
    ):
        if text and len(text) <= 80:
            return text, Evidence(name, text)
    return None


def column(scene: Scene, headline: str | None = None) -> tuple[str, Evidence] | None:
    """The column: meta ColumnName, else the last step of the breadcrumb, else a labelled line, else the list that led here."""
    for name, value in _columns(scene, headline):
        if value and 2 <= len(value) <= 40 and squash(value) not in _NOT_COLUMNS:
            return value, Evidence(name, value)
    return None


def _columns(scene: Scene, headline: str | None) -> Iterator[tuple[str, str | None]]:
    tag, crumb = metas.value(scene.metas, "columnname", "column_name", "channelname"), _breadcrumb(scene.before, squash(headline or ""))
    if tag and crumb and tag.endswith(crumb) and _OF_SITE.search(tag.removesuffix(crumb)):
        yield "breadcrumb, which ends meta ColumnName", crumb
    yield "meta ColumnName", tag
    yield "breadcrumb", crumb
    for line in scene.window():
        yield from (("labelled line", item.value) for item in labels.read(line.text) if item.kind == "column")
    yield "the list", scene.hints.column


def _breadcrumb(lines: list[Line], headline: str) -> str | None:
    for number in range(len(lines) - 1, -1, -1):
        text = lines[number].text
        if len(text) <= 160 and _CRUMB.search(text):
            found = [step.strip(" :：>") for step in _parts(lines, number)]
            steps = [step for step in found if step and squash(step) not in _NOT_COLUMNS and len(step) <= 40 and not _is_of(squash(step), headline)]
            if steps and len(found) > 1:
                return steps[-1]
    return None


def _is_of(step: str, headline: str) -> bool:
    """The headline, or its beginning where the breadcrumb cuts it short."""
    return step == headline or (step[-1] in "….." and len(step) >= 6 and headline.startswith(step.rstrip("….")))


def _parts(lines: list[Line], number: int) -> list[str]:
    """The steps of a breadcrumb: set off by signs, by its links where pictures stand between them, or each on a line of one list."""
    line = lines[number]
    text = re.sub(r"^.{0,12}?位置\s?(?:[:：]|是|为)?", "", line.text)
    if _STEP.search(line.text):
        return _STEP.split(text)
    box = next((element for element in _around(line) if _NAMED.search(f"{(element.get('class') or '')[:200]} {(element.get('id') or '')[:200]}")), None)
    if box is None and not _OPENS_CRUMB.search(line.text):
        return []
    if len(line.links) > 1:
        rest = line.text.rpartition(line.links[-1])[2].strip(" -–—|｜/·•")
        return [*line.links, rest]
    if _OTHER_STEP.search(text):
        return _OTHER_STEP.split(text)
    return [other.text for other in lines[number : number + 7] if other.block is not None and box in _around(other)]


def _around(line: Line) -> Iterator[Element]:
    """A line's block and the three around it."""
    element: Element | None = line.block
    for _ in range(4):
        if element is None:
            return
        yield element
        element = element.getparent()
