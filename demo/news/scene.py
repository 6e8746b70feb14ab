"""The desk at which one article is written: words are chosen, people introduced, and the truth is noted as it is said."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random

from demo.news import leaders
from demo.news.article import IndicatorTruth, PersonTruth, Role
from demo.news.divisions import Division

_RANK: dict[Role, int] = {"other": 0, "attendee": 1, "host": 2, "speaker": 3}

_WIDE = {ord(narrow): ord(wide) for narrow, wide in zip("0123456789.%", "０１２３４５６７８９．％", strict=True)}
_ACTING_UNTIL = 3
"""The month in which the people's congress makes an acting head a head."""


@dataclass(slots=True)
class Scene:
    """Chance, place, time and what has been stated so far."""

    seed: int
    rng: Random
    division: Division
    published: datetime
    people: dict[str, tuple[tuple[str, ...], Role]] = field(default_factory=dict)
    meetings: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    indicators: list[IndicatorTruth] = field(default_factory=list)
    event_dates: list[tuple[str, str, str]] = field(default_factory=list)
    credits: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    kicker: str | None = None
    wide: bool = False
    """True: figures are set in full-width digits, as some old systems do."""

    @property
    def u(self) -> str:
        """县, 区 or 市."""
        return self.division.unit

    def pick(self, *options: str) -> str:
        """One of the wordings, with {u} {n} {s} {p} filled: unit, name, short name, prefecture."""
        return self.fill(self.rng.choice(options))

    def fill(self, text: str) -> str:
        """The placeholders of a wording filled in."""
        if "{" not in text:
            return text
        d = self.division
        return text.format(u=d.unit, n=d.name, s=d.short, p=d.prefecture, y=self.published.year)

    def some(self, pool: tuple[str, ...], count: int) -> list[str]:
        """That many different wordings, filled."""
        return [self.fill(text) for text in self.rng.sample(pool, min(count, len(pool)))]

    def maybe(self, chance: float) -> bool:
        """True with that chance."""
        return self.rng.random() < chance

    def add(self, paragraph: str) -> None:
        """One more paragraph."""
        self.paragraphs.append(paragraph)

    def holder(self, office: str) -> str:
        """The name of the office's holder on the day of publication."""
        return leaders.holder(self.seed, self.division, office, self.published.year)

    def acts(self, name: str, role: Role, posts: tuple[str, ...] = ()) -> str:
        """Notes that someone acts; the strongest role and the first posts stay. Gives the name back."""
        had, was = self.people.get(name, ((), role))
        self.people[name] = (had or posts, role if _RANK[role] > _RANK[was] else was)
        return name

    def introduce(self, office: str, role: Role) -> str:
        """Posts and name as at a first mention; the bare name where the person was introduced before."""
        name = self.holder(office)
        if name in self.people:
            return self.acts(name, role)
        acting = self.published.month <= _ACTING_UNTIL and leaders.is_new(self.seed, self.division, office, self.published.year)
        post = leaders.wording(self.division, office, self.rng.randrange(60), acting=acting)
        self.acts(name, role, tuple(post.split("、")))
        return post + name

    def bare(self, office: str, role: Role) -> str:
        """The bare name, as in lists of leaders whose posts are not given."""
        return self.acts(self.holder(office), role)

    def spread(self, offices: list[str], title: str, role: Role) -> str:
        """One title before a list of names, which holds for all of them."""
        return title + "、".join(self.acts(self.holder(office), role, (title,)) for office in offices)

    def formula(self, text: str) -> str:
        """Notes a policy formula and gives its words back."""
        if text not in self.formulas:
            self.formulas.append(text)
        return text

    def meeting(self, name: str) -> str:
        """Notes a reported meeting and gives its name back."""
        if name not in self.meetings:
            self.meetings.append(name)
        return name

    def happened(self, start: date, end: date | None = None) -> None:
        """Notes the day or days of the event."""
        self.event_dates.append((start.isoformat(), (end or start).isoformat(), "day"))

    def day_before(self, days: int) -> date:
        """The day that many days before publication."""
        return self.published.date() - timedelta(days=days)

    def state(self, clause: str, *facts: IndicatorTruth) -> str:
        """Notes figures with the clause that states them as their evidence, set as this article sets digits; gives the clause back."""
        shown = clause.translate(_WIDE) if self.wide else clause
        self.indicators += [replace(fact, evidence=shown) for fact in facts]
        return shown

    def cast(self) -> tuple[PersonTruth, ...]:
        """All who act, in order of first mention."""
        return tuple(PersonTruth(name=name, posts=posts, role=role) for name, (posts, role) in self.people.items())
