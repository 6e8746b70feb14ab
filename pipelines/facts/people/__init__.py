"""People: leaders named as acting in the report, with their posts as written and the part they take."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipelines.facts.context import Context
from pipelines.facts.language.text import Span, Text
from pipelines.facts.people.mentions import Mention, by_name, mentions
from pipelines.facts.people.roles import roles
from pipelines.factual import Person

KIND = "people"
_ADDRESSES = re.compile(r"^\s*(?:同志们|各位(?:代表|委员|领导|同志|来宾|嘉宾|朋友)|尊敬的[^\n。]{1,30}|女士们|朋友们)[^\n。]{0,30}[：！，]", re.MULTILINE)
_SPEECH_OF = re.compile(r"[\u4e00-\u9fff](?:同志)?在[^，。]{3,60}上的(?:讲话|致辞|致词|发言|报告)")
_GIVES_REPORT = re.compile(r"(?:我|现在，我|下面，我)(?:受[^，。]{1,20}委托，?)?(?:谨)?代表[^。]{2,40}(?:报告|审议)")


def find(text: Text, context: Context) -> tuple[Person, ...]:
    """The people of the report in order of appearance; conventions in docs/facts.md."""
    plain = text.plain
    named = [(m.called(plain), m) for m in mentions(text)]
    named = [(name, m) for name, m in named if m.posts or name not in context.credited]
    people = by_name(named)
    parts = roles(text, [m for _, m in named], [name for name, _ in named])
    reporter = _reporter(plain, named)
    persons = tuple(_person(text, name, spots, "speaker" if name == reporter else _part(spots, parts[name])) for name, spots in people.items())
    return (*_bylined(context, people), *persons)


def _bylined(context: Context, known: Mapping[str, object]) -> list[Person]:
    """Who gave a report or speech by the line beneath its headline, or by the headline; the body has no words to quote."""
    spoken = context.title if _SPEECH_OF.search(context.title) else ""
    if not context.subtitle and not spoken:
        return []
    line = Text.of(context.subtitle or spoken)
    named = by_name([(m.called(line.plain), m) for m in mentions(line) if m.posts])
    return [replace(_person(line, name, spots, "speaker"), quote="", start=0) for name, spots in named.items() if name not in known]


def _part(spots: list[Mention], part: str) -> str:
    """Whoever is only appointed or relieved takes another part."""
    return "other" if part == "attendee" and all(spot.appointed for spot in spots) else part


def _person(text: Text, name: str, spots: list[Mention], role: str) -> Person:
    best = max(spots, key=lambda m: (len(m.posts), -m.start)) if len(spots) > 1 else spots[0]
    posts = _posts(text, best.posts if len(spots) == 1 else dict.fromkeys([span for spot in (best, *spots) for span in spot.posts]))
    first = best if best.posts else spots[0]
    start, end = (first.name.start, first.posts[-1].end) if first.appended else (first.start, first.name.end)
    return Person(quote=text.quote(start, end), start=start, name="".join(text.written(*first.name).split()) or name, posts=posts, role=role)  # type: ignore[arg-type]


def _posts(text: Text, spans: Iterable[Span]) -> tuple[str, ...]:
    """The posts of one person: the fullest stack as written, and what other places add that is not the same post in other words."""
    posts: list[str] = []
    for span in spans:
        post = "".join(text.written(*span).split())
        if post and not (posts and any(post.endswith(known) or known.endswith(post) for known in posts)):
            posts.append(post)
    return tuple(posts)


def _reporter(plain: str, named: list[tuple[str, Mention]]) -> str | None:
    """Who gives a work report: the name beneath its headline, where the text goes on in the first person."""
    spoken = ("代表" in plain and _GIVES_REPORT.search(plain, 0, 1500)) or _ADDRESSES.search(plain, 0, 400)
    if not spoken:
        return None
    return next((name for name, m in named if m.posts and m.name.end < spoken.start()), None)
