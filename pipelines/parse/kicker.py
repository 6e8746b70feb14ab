"""Reads what stands beside a headline: the kicker (引题) above it and the subtitle (副题) below."""

import re

from pipelines.extract.flow import Line
from pipelines.extract.furniture import is_sentence, kind_of
from pipelines.normalise.text import squash
from pipelines.parse import dates, labels
from pipelines.parse.scene import HEADINGS, Scene

_KICKER_END = re.compile(r"(?:强调|強調|指出|要求|表示|提出|时说|部署|宣布|明确|披露|透露|获悉|认为|决定|通过)[:：]?$")
_SHORT_HEADLINE = re.compile("(?!通知|公告|公示).{2}(?:公告|通知|公示|通告|启事|声明|简报|纪要)")
_KICKER = re.compile("yinti|kicker|shoulder|jianti|引题", re.I)
_SUBTITLE = re.compile("subtitle|sub_title|sub-title|futi|fubiao|fbt", re.I)


def beside(scene: Scene, headline: str, at: int | None) -> tuple[str | None, str | None]:
    """Kicker and subtitle: the lines next to the headline that are neither navigation nor the meta line."""
    if at is None:
        return None, None
    lines, number = scene.before, at
    while number < len(lines) and squash(lines[number].text) in squash(headline):
        number += 1
    above, below = lines[at - 1] if at > 0 else None, lines[number] if number < len(lines) else None
    kicker = above.text if above is not None and _is_kicker(above, lines[at]) else None
    return kicker, below.text if below is not None and _is_subtitle(below, lines[at]) else None


def reads_like_title(line: Line) -> bool:
    """A line that could be a headline: short, no link, no furniture, no sentence, no date."""
    text = line.text
    return (
        (5 <= len(text) <= 120 or bool(_SHORT_HEADLINE.fullmatch(text)))
        and not line.link_chars
        and not (line.is_row and labels.read(text))
        and not text.startswith(("http://", "https://"))
        and not is_sentence(text)
        and kind_of(text) == "text"
        and not labels.is_label(text)
        and dates.position(text[:24]) is None
    )


def _is_kicker(line: Line, headline: Line) -> bool:
    return line.tag == "kicker" or (_belongs(line, headline) and bool(_KICKER_END.search(line.text) or _named(line, _KICKER)))


def _is_subtitle(line: Line, headline: Line) -> bool:
    if not _belongs(line, headline):
        return False
    return line.tag in HEADINGS or line.tag == "subtitle" or line.text.startswith("——") or _named(line, _SUBTITLE)


def _belongs(line: Line, headline: Line) -> bool:
    if not reads_like_title(line) or squash(line.text) == squash(headline.text):
        return False
    if line.block is None or headline.block is None:
        return line.tag == "subtitle"
    return any(parent is headline.block.getparent() for parent in [line.block, line.block.getparent()])


def _named(line: Line, words: re.Pattern[str]) -> bool:
    return line.block is not None and bool(words.search(f"{line.block.get('class') or ''} {line.block.get('id') or ''}"))
