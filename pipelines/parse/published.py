"""Decides when a report was published: a table of rules in the order in which they are trusted, and what contradicts the winner."""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from pipelines.extract.flow import Line
from pipelines.parse import dates, labels, metas
from pipelines.parse.scene import Scene
from pipelines.reading import DateBasis, Evidence

_MONTH = 31
"""Days that a meta tag may differ from what the page shows before the difference is flagged."""
_META_NAMES = (
    "pubdate", "publishdate", "pubtime", "publishtime", "firstpublishedtime", "article:published_time", "og:published_time", "og:release_date", "publish_time",
    "publish-date", "publication_date", "datepublished", "date", "dc.date", "apub:time", "release_date", "time",
)  # fmt: skip
_DATELINE = re.compile(r"^[（(【\[]?[\u4e00-\u9fffA-Za-z·]{2,20}\s?\d{1,2}月\d{1,2}日(?:讯|电|消息|报道)")
_STACKED = (
    re.compile(r"(?P<d>[0-3]?\d)日?\s?(?P<y>20\d\d)[-/.年](?P<m>[01]?\d)月?$"),
    re.compile(r"(?P<y>20\d\d)[-/.年](?P<m>[01]?\d)月?\s(?P<d>[0-3]?\d)日?$"),
    re.compile(r"(?P<m>[01]?\d)[-/.月](?P<d>[0-3]?\d)日?\s?(?P<y>20\d\d)年?$"),
    re.compile(r"(?P<y>20\d\d)年?\s(?P<m>[01]?\d)[-/.月](?P<d>[0-3]?\d)日?$"),
)
_SPOKEN = re.compile(r"\s?(?:上午|下午)?\s?在")
_YEAR = re.compile(r"(?<![\d到至—–~-])((?:19|20)\d\d)年(?!(?:远景|基本实现|前后))")
_GENERATED = re.compile(r"(?:Produced\s{1,4}By[^<>\n]{0,120}?)?publish-?date\s{0,4}[:：=]\s{0,4}((?:19|20)\d\d[-/.年][^<>\n\"']{4,24})", re.I)


@dataclass(slots=True)
class Published:
    """The publish date, how it is known, and the doubts about it."""

    iso: str | None = None
    basis: DateBasis | None = None
    evidence: Evidence | None = None
    flags: set[str] = field(default_factory=set)


def published(scene: Scene) -> Published:
    """The publish date by the first rule that finds a possible one.

    A date after the capture, or before 1990, is passed over and flagged ``future_date`` or ``implausible_date``; a meta tag that is more than a month off
    what the page shows is flagged ``dates_disagree`` (on real pages it is often the day of a migration, once 14 years off).
    """
    result = Published()
    for basis, name, rule in PRECEDENCE:
        for iso, saw in rule(scene):
            if _possible(iso, scene.not_after, result.flags):
                result.iso, result.basis, result.evidence = iso, basis, Evidence(name, saw[:120])
                if basis == "dateline":
                    result.flags.add("year_inferred")
                _contradict(scene, result)
                return result
    return result


def generated(scene: Scene) -> tuple[str, Evidence] | None:
    """When a CMS rebuilt the page, where its footer says so (``Produced By … publishdate:2024-11-26 13:50:12``); never the publish date."""
    match = _GENERATED.search(scene.source_text) if "ublish" in scene.source_text else None
    iso = dates.find(match[1]) if match else None
    return (iso, Evidence("footer publishdate", match.group()[:120])) if match and iso else None


def _given(scene: Scene) -> Iterator[tuple[str, str]]:
    if scene.hints.publish_date and scene.hints.publish_date_basis == "given":
        yield scene.hints.publish_date, scene.hints.publish_date


def _listed(scene: Scene) -> Iterator[tuple[str, str]]:
    if scene.hints.publish_date and scene.hints.publish_date_basis != "given":
        yield scene.hints.publish_date, scene.hints.publish_date


def _labelled(kind: str, lines: Callable[[Scene], Iterable[Line]]) -> Callable[[Scene], Iterator[tuple[str, str]]]:
    def rule(scene: Scene) -> Iterator[tuple[str, str]]:
        for line in lines(scene):
            if len(line.text) > 400:
                continue
            for item in labels.read(line.text):
                if item.kind == kind:
                    following = None if item.value else scene.following(line)
                    iso = dates.find(item.value) or (dates.find(following.text) if following and len(following.text) <= 40 else None)
                    iso = iso or (dates.exact(item.value) if item.value.isdigit() else None)
                    if iso:
                        yield iso, line.text

    return rule


def _bare(scene: Scene) -> Iterator[tuple[str, str]]:
    lines = scene.window()
    for line in lines[1:] if scene.title_at is not None else reversed(lines):
        if len(line.text) <= 160 and not _GENERATED.search(line.text):
            place = dates.position(line.text)
            if place and _SPOKEN.match(line.text[place[1] :]):
                continue  # ——2021年2月5日在…会议上: when it was said
            if place and any(line.text[place[0] : place[0] + 8] in link for link in line.links):
                continue
            if place and not any(item.kind in {"issued", "other", "updated"} and item.start < place[0] for item in labels.read(line.text)[-1:]):
                iso = dates.find(line.text[place[0] :])
                if iso:
                    yield iso, line.text


def _stacked(scene: Scene) -> Iterator[tuple[str, str]]:
    """A day set over its month or year: 06 / 2024-03, 03-06 / 2024; beside the headline, or up to four lines above it."""
    at = scene.title_at
    lines = scene.window() if at is None else scene.before[max(0, at - 4) :]
    texts = [line.text for line in lines]
    for pair in itertools.pairwise([*texts, ""]):
        for text in (pair[0], " ".join(pair)):
            match = next((found for pattern in _STACKED if len(text) <= 16 and "20" in text and (found := pattern.match(text))), None)
            iso = dates.find(f"{match['y']}-{match['m']}-{match['d']}") if match else None
            if iso:
                yield iso, text


def _closing(scene: Scene) -> Iterator[tuple[str, str]]:
    """A date beside the source that closes a report: （来源：县委办 2024-03-06）."""
    for line in scene.after[:6]:
        if len(line.text) <= 60 and any(item.kind in {"source", "editor"} for item in labels.read(line.text)) and (iso := dates.find(line.text)):
            yield iso, line.text


def _meta(scene: Scene) -> Iterator[tuple[str, str]]:
    for name in _META_NAMES:
        text = metas.value(scene.metas, name)
        iso = dates.exact(text) if text else None
        if text and iso:
            yield iso, f"{name}={text}"


def _opening(scene: Scene) -> Iterator[tuple[str, str]]:
    for text in scene.body[:3]:
        if len(text) <= 24 and text[0] in "（(" and text[-1] in "）)":
            iso = dates.find(text)
            if iso:
                yield iso, text


def _url(scene: Scene) -> Iterator[tuple[str, str]]:
    iso = dates.in_url(scene.url)
    if iso:
        yield iso, scene.url


def _dateline(scene: Scene) -> Iterator[tuple[str, str]]:
    """A dateline's month and day (红网时刻2月14日讯), in the year that the text speaks of as the present one."""
    for line in scene.body[:2]:
        match = _DATELINE.match(line)
        found = dates.month_day(match.group()) if match else None
        year = _year_spoken_of("\n".join(scene.body), found[0]) if found else None
        if match and found and year:
            yield f"{year}-{found[0]:02d}-{found[1]:02d}", f"{match.group()} … {year}年"


def _year_spoken_of(text: str, month: int) -> int | None:
    """The latest year that the text names other than as a far goal (到2035年); in November and December a year that is being planned for is the next one."""
    years = [int(match[1]) for match in _YEAR.finditer(text)]
    if not years:
        return None
    year = max(years)
    planned = month >= 11 and re.search(
        rf"(?:部署|安排|谋划|做好|展望|谋划好|全年|迎接).{{0,12}}{year}年|{year}年(?:的)?(?:工作(?:安排|思路|打算|计划)|预期目标|目标任务)", text
    )
    return year - 1 if planned else year


def _near(scene: Scene) -> list[Line]:
    return scene.window()


def _above(scene: Scene) -> list[Line]:
    return scene.before[::-1]


def _below(scene: Scene) -> list[Line]:
    return scene.after[:40]


PRECEDENCE: tuple[tuple[DateBasis, str, Callable[[Scene], Iterator[tuple[str, str]]]], ...] = (
    ("given", "stated by whoever handed the document over", _given),
    ("page", "labelled line between headline and body", _labelled("published", _near)),
    ("page", "bare date between headline and body", _bare),
    ("page", "labelled line above the body", _labelled("published", _above)),
    ("page", "day set over its month beside the headline", _stacked),
    ("page", "labelled line below the body", _labelled("published", _below)),
    ("page", "date beside the closing source", _closing),
    ("page", "更新时间 between headline and body", _labelled("updated", _near)),
    ("meta", "meta tag", _meta),
    ("page", "更新时间 above the body", _labelled("updated", _above)),
    ("page", "document date (发文日期, 生成日期)", _labelled("issued", _above)),
    ("page", "line at the head of the text that is nothing but a date", _opening),
    ("url", "date in the URL", _url),
    ("list", "the list's row", _listed),
    ("dateline", "dateline, year inferred from the text", _dateline),
)
"""Visible before hidden: on 58 real pages the meta tag agreed with what the page shows on 48 only."""


def _possible(iso: str, not_after: str | None, flags: set[str]) -> bool:
    if iso[:10] < "1990-01-01":
        flags.add("implausible_date")
        return False
    if not_after is not None and iso[:10] > not_after:
        flags.add("future_date")
        return False
    return True


def _contradict(scene: Scene, result: Published) -> None:
    """Flag a meta tag that is more than a month away from the winner."""
    if result.basis != "page" or not result.iso:
        return
    other = next((iso for iso, _ in _meta(scene)), None)
    if other and abs((date.fromisoformat(other[:10]) - date.fromisoformat(result.iso[:10])).days) > _MONTH:
        result.flags.add("dates_disagree")
