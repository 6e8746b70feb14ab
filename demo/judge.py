"""Judges what the project reads out of generated pages against what the generator knows to be true of them.

``python -m demo.judge --articles 600 [--misses people,posts]`` prints one figure a field; nothing is served, pages are read as bytes.
"""

import argparse
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from demo import faults
from demo.exchange import Request
from demo.families import families
from demo.news import Article
from demo.news.divisions import REAL
from demo.plan import default
from demo.served import ServedSite
from demo.server import DemoWeb
from demo.site import Posting
from pipelines.errors import PageRejected
from pipelines.page import Hints, Page
from pipelines.refine import refine
from pipelines.refined import Refined

BASE = "http://127.0.0.1:1"
Claims = dict[str, list[Hashable]]
"""Field → what is claimed."""
_GRAM = 4
_QUOTED = re.compile('[“"]([^”"]{1,60})[”"]')


@dataclass(slots=True)
class Tally:
    """Claims that were right, made up and missed, field by field, and examples of the last two."""

    right: Counter[str] = field(default_factory=Counter)
    made_up: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    examples: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def compare(self, true: Claims, read: Claims, optional: frozenset[str], where: str) -> None:
        """Counts one article; in ``optional`` fields it costs nothing to say more or less."""
        for name in true:
            want, got = set(true[name]), set(read[name])
            self.right[name] += len(want & got)
            if name in optional:
                continue
            self.made_up[name] += len(got - want)
            self.missed[name] += len(want - got)
            self.examples[name] += [f"missed {claim} · {where}" for claim in want - got] + [f"made up {claim} · {where}" for claim in got - want]

    def f1(self, name: str) -> float:
        """The micro-averaged F1 of a field; 1.0 where nothing was claimed and nothing true."""
        hits, wrong = 2 * self.right[name], self.made_up[name] + self.missed[name]
        return hits / (hits + wrong) if hits + wrong else 1.0


def judge(articles: int, seed: int = 7) -> Tally:
    """Reads that many articles of sites of every family, in counties that exist, and compares every field."""
    tally = Tally()
    names = tuple(families())
    web = DemoWeb(default(len(names), articles, names, seed, divisions=tuple(REAL[i % len(REAL)] for i in range(len(names)))))
    for served in web.sites:
        for posting in served.site.news():
            article = posting.article()
            optional = frozenset({"event_dates"}) if article.genre == "notice" else frozenset()
            tally.compare(true_claims(article, posting), read_claims(served, posting), optional, f"{served.family.name} {article.key} {article.title}")
    return tally


def read_claims(served: ServedSite, posting: Posting) -> Claims:
    """What the chain claims of the page of a posting; nothing at all where it rejects the page."""
    path = served.family.article_path(posting)
    parts = urlsplit(path)
    answer = faults.answer(served, Request(parts.path, query=dict(parse_qsl(parts.query))))
    hints = Hints(title=posting.title, site_name=served.family.chrome.name, site_adcode=served.adcode)
    try:
        refined = refine(Page(url=BASE + path, payload=answer.payload(), content_type=answer.header_type(), hints=hints))
    except PageRejected:
        return defaultdict(list)
    return _of_refined(refined)


def _of_refined(refined: Refined) -> Claims:
    reading, facts = refined.reading, refined.facts
    return {
        "title": [squash(reading.title or "")],
        "publish_date": [(reading.publish_date or "")[:16]],
        "source": [reading.source or ""],
        "body": list(_grams(reading.body)),
        "credits": [(credit.role, credit.name) for credit in reading.credits],
        "people": [person.name for person in facts.people],
        "posts": [(person.name, post) for person in facts.people for post in person.posts],
        "roles": [(person.name, person.role) for person in facts.people],
        "meetings": [_bare(meeting.name) for meeting in facts.meetings],
        "formulas": [_core(formula.name) for formula in facts.formulas],
        "event_dates": [(day.start_date, day.end_date) for day in facts.event_dates],
        "indicators": [(i.name, i.measure, i.value, i.unit, i.kind, i.period) for i in facts.indicators if not i.name.startswith("other")],
        "region": [facts.region.adcode if facts.region else ""],
        "genre": [facts.genre or ""],
    }


def true_claims(article: Article, posting: Posting) -> Claims:
    """The truth of an article in the same form."""
    return {
        "title": [squash(article.title)],
        "publish_date": [posting.published.isoformat(timespec="minutes")],
        "source": [article.source],
        "body": list(_grams(article.body)),
        "credits": list(article.credits),
        "people": [person.name for person in article.people],
        "posts": [(person.name, post) for person in article.people for post in person.posts],
        "roles": [(person.name, person.role) for person in article.people],
        "meetings": [_bare(name) for name in article.meetings],
        "formulas": [_core(name) for name in article.formulas],
        "event_dates": [(start, end) for start, end, _ in article.event_dates],
        "indicators": [(i.name, i.measure, i.value, i.unit, i.kind, i.period) for i in article.indicators],
        "region": [article.region.adcode],
        "genre": [article.genre],
    }


def squash(text: str) -> str:
    """Text by its characters alone: NFKC, no white space."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _bare(name: str) -> str:
    return re.sub(r"[“”\"《》()（）]", "", squash(name))


def _core(name: str) -> str:
    """What stands between the quotes of a formula, else the whole."""
    found = _QUOTED.search(squash(name))
    return found[1] if found else squash(name)


def _grams(text: str) -> Iterator[str]:
    """Runs of four characters, each with its rank among equal ones, so that sets compare as multisets do."""
    seen: Counter[str] = Counter()
    line = squash(text)
    for i in range(max(1, len(line) - _GRAM + 1)):
        gram = line[i : i + _GRAM]
        seen[gram] += 1
        yield f"{gram}{seen[gram]}"


def main() -> None:
    """Prints F1 for every field, and misses where they are asked for."""
    parser = argparse.ArgumentParser(prog="python -m demo.judge", description="Compare what is read out of generated pages with what is true of them.")
    parser.add_argument("--articles", type=int, default=600, help="how many (default 600)")
    parser.add_argument("--seed", type=int, default=7, help="another number gives other articles")
    parser.add_argument("--misses", default="", help="fields by comma whose misses are shown")
    asked = parser.parse_args()
    tally = judge(asked.articles, asked.seed)
    for name in sorted(tally.right | tally.missed):
        print(f"{name:<13}{tally.f1(name):7.4f}  right {tally.right[name]}, made up {tally.made_up[name]}, missed {tally.missed[name]}")
    for name in filter(None, asked.misses.split(",")):
        print(*tally.examples[name], sep="\n")


if __name__ == "__main__":
    main()
