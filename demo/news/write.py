"""Writes the article of an assignment: same assignment, same words, in any order, with nothing kept."""

import pkgutil
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from importlib import import_module
from itertools import accumulate
from types import ModuleType
from typing import Any

from demo import chance
from demo.news import genres, names, phrases
from demo.news.article import Article, IndicatorTruth
from demo.news.divisions import Division
from demo.news.scene import Scene

_WIDE_SHARE = 0.02
_FOLDED = 8
"""One county in so many has its full-width punctuation folded to ASCII, as on sites that were moved between systems."""
_FOLD = {ord(wide): ord(narrow) for wide, narrow in zip("，：；（）", ",:;()", strict=True)}


@dataclass(frozen=True, slots=True)
class Assignment:
    """Which article: the seed of the world, the county, the running number there, the minute of publication, and the edition.

    ``edition`` 0 is the first text; higher ones are later corrections of the same report.
    """

    seed: int
    division: Division
    number: int
    published: datetime
    edition: int = 0
    genre: str | None = None
    """A genre's module name, to force it; None lets the month decide."""

    @property
    def key(self) -> str:
        """Names the report, whichever edition and wherever it is posted."""
        return f"{self.division.adcode}-{self.number:06d}"


@lru_cache(maxsize=1)
def desks() -> dict[str, ModuleType]:
    """Every genre by name; a module dropped into ``genres/`` is in."""
    return {m.name: import_module(f"{genres.__name__}.{m.name}") for m in sorted(pkgutil.iter_modules(genres.__path__), key=lambda m: m.name)}


@lru_cache(maxsize=12)
def _weights(month: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    found = desks()
    return tuple(found), tuple(accumulate(desk.WEIGHTS[month - 1] for desk in found.values()))


def _begin(task: Assignment) -> tuple[Scene, ModuleType, Any]:
    """Genre and headline, drawn before the text, so that a list page need not write whole articles."""
    rng = chance.stream(task.seed, task.division.adcode, task.number)
    scene = Scene(task.seed, rng, task.division, task.published)
    found, weights = _weights(task.published.month)
    desk = desks()[task.genre or rng.choices(found, cum_weights=weights)[0]]
    return scene, desk, desk.sketch(scene)


@lru_cache(maxsize=4096)
def headline(task: Assignment) -> str:
    """The title alone, at a tenth of the cost of the article."""
    return _set(task, str(_begin(task)[2].title))


@lru_cache(maxsize=4096)
def write(task: Assignment) -> Article:
    """The article with its truth; pages, truths and reposts ask for the same one."""
    scene, desk, plan = _begin(task)
    scene.wide = scene.maybe(_WIDE_SHARE)
    desk.compose(scene, plan)
    source = _source(scene)
    _sign(scene)
    for n in range(task.edition):
        _correct(scene, n)
    return Article(
        key=task.key,
        title=_set(task, plan.title),
        kicker=_set(task, scene.kicker or plan.kicker or "") or None,
        published=task.published,
        source=source,
        credits=tuple(scene.credits),
        genre=desk.GENRE,
        people=scene.cast(),
        meetings=tuple(_set(task, name) for name in scene.meetings),
        event_dates=tuple(scene.event_dates),
        indicators=tuple(_set_figure(task, i) for i in scene.indicators),
        formulas=tuple(_set(task, name) for name in scene.formulas),
        region=task.division,
        body=_set(task, "\n".join(scene.paragraphs)),
        images=tuple(_set(task, caption) for caption in scene.images),
        attachments=tuple(scene.attachments),
    )


def _set(task: Assignment, text: str) -> str:
    """The words in the punctuation of the county's system."""
    return text.translate(_FOLD) if _folded(task.division.adcode) else text


def _set_figure(task: Assignment, figure: IndicatorTruth) -> IndicatorTruth:
    if not _folded(task.division.adcode):
        return figure
    return replace(figure, evidence=figure.evidence.translate(_FOLD), raw_name=figure.raw_name.translate(_FOLD))


@lru_cache(maxsize=1024)
def _folded(adcode: str) -> bool:
    return chance.number("folded", adcode) % _FOLDED == 0


def _source(scene: Scene) -> str:
    source = scene.pick(*phrases.SOURCES)
    scene.credits.append(("source", source))
    return source


def _sign(scene: Scene) -> None:
    """Bylines: in brackets at the end, as a dateline before the lede, or none (the page may still name an editor)."""
    roll, rng = scene.rng.random(), scene.rng
    if len(scene.paragraphs) < 3:
        return
    if roll < 0.22:
        who = names.people(rng, rng.choice((1, 1, 2)), dotted=0)
        label, role = rng.choice((("记者", "reporter"), ("通讯员", "correspondent"), ("", "author"), ("全媒体记者", "reporter")))
        blank = " " if label else ""
        scene.paragraphs[-1] += f"（{label}{blank}{' '.join(names.padded(w) for w in who)}）"
        scene.credits.extend((role, name) for name in who)
    elif roll < 0.32 and scene.paragraphs[0][0] not in "—各同广尊":
        reporter, correspondent = names.people(rng, 2, dotted=0)
        dateline = rng.choice(("本报讯", f"{scene.division.short}融媒讯", "本网讯", f"{scene.division.short}日报讯"))
        scene.paragraphs[0] = f"{dateline}（记者 {reporter} 通讯员 {correspondent}）{scene.paragraphs[0]}"
        scene.credits += [("reporter", reporter), ("correspondent", correspondent)]


def _correct(scene: Scene, edition: int) -> None:
    """A later edition: one paragraph more, or the last one recast; facts stay."""
    rng = chance.stream(scene.seed, "edition", edition, scene.paragraphs[0])
    aim = scene.fill(rng.choice(phrases.AIMS))
    added = f"{rng.choice(phrases.BODIES)}表示，将{rng.choice(phrases.DEEDS)}，{aim}。".replace("{u}", scene.u)
    scene.paragraphs.insert(max(1, len(scene.paragraphs) - 1), added)
