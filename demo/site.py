"""One demo site: its columns, which postings stand on it now, and how they change over time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from demo import chance
from demo.news import Article, Assignment, Division, headline, write
from demo.news.divisions import PROVINCE, PROVINCE_CODE
from demo.plan import Column, Plan, SitePlan

REPEAT = 25
"""Every 25th posting is not a new report but one posted again: in a second column, or taken over from the neighbour site."""
DECOY = 50_000_000
"""Posting numbers of decoy columns start at multiples of this."""
MOVED = 1_000_000_000
"""Added to the number of a posting that got a new URL."""
_ENDLESS, _EMPTY = 200, 3
"""List pages beyond the filled ones, under the faults of that name."""
_SORTED = 100
"""Newest postings among which backdated ones find their place."""
_DECOYS = (
    (("国务院要闻", "gwyyw"), ("国务院信息", "gwyxx"), ("中央要闻", "zyyw")),
    (("省政府要闻", "szfyw"), ("省内要闻", "snyw")),
    (("部门动态", "bmdt"), ("乡镇动态", "xzdt"), ("基层动态", "jcdt")),
    (("通知公告", "tzgg"), ("公示公告", "gsgg")),
    (("专题专栏", "ztzl"), ("媒体聚焦", "mtjj"), ("图片新闻", "tpxw")),
)
_DECOY_KINDS = ("external", "province", "bureaus", "notices", "empty")
_OWN = ((("政务要闻", "zwyw"), ("{s}要闻", "bdyw"), ("要闻动态", "ywdt")), (("工作动态", "gzdt"), ("政务动态", "zwdt"), ("新闻动态", "xwdt")))
_UPSTREAM = Division(PROVINCE_CODE, PROVINCE, ("中华人民共和国", PROVINCE), "lanjiang")


@dataclass(frozen=True, slots=True)
class Posting:
    """A report at one place of one site."""

    number: int
    column: Column
    published: datetime
    task: Assignment
    external: str | None = None
    """A URL on another host, where the list only points elsewhere."""

    @property
    def title(self) -> str:
        """The headline, without writing the whole article."""
        return headline(self.task)

    def article(self) -> Article:
        """The whole text with its truth; published as the original was."""
        return write(self.task)


class Site:
    """State and answers of one site; everything else is computed from the plan."""

    def __init__(self, plan: Plan, mine: SitePlan) -> None:
        self.plan, self.mine = plan, mine
        self.division = mine.division
        self.columns = _columns(plan.seed, mine)
        self.own = tuple(c for c in self.columns if c.kind == "own")
        self.first_count = self.count = mine.articles + max(0, mine.articles - 1) // (REPEAT - 1)
        self.per_day = max(2, -(-self.count // 700))
        self.editions: dict[int, int] = {}
        self.moved: set[int] = set()
        self.removed: set[int] = set()
        self.rebuilt = plan.until
        self.rebuilds = 0
        self.ticks = 0
        self.now = plan.until
        self.version = 0  # rises with every change
        self._listed: tuple[tuple[int, ...], list[Posting]] = ((), [])
        self._changed: dict[int, datetime] = {}
        self._edited: dict[int, datetime] = {}

    @property
    def id_code(self) -> str:
        """The site's 网站标识码."""
        return f"{self.division.adcode}0001"

    @property
    def host(self) -> str:
        """The domain that its meta tags state (invented; it is served on loopback)."""
        return f"www.{self.division.pinyin}.gov.example"

    # -- postings ---------------------------------------------------------------------------------------------------

    def posting(self, number: int) -> Posting | None:
        """The posting of that number, or None where there is none (now)."""
        if number >= MOVED:
            number -= MOVED
            if number not in self.moved:
                return None
        elif number in self.moved:
            return None
        if number < 0 or number in self.removed:
            return None
        return self._decoy(number) if number >= DECOY else self._own(number)

    def _own(self, number: int) -> Posting | None:
        if number >= self.count:
            return None
        column = self.own[number % len(self.own)]
        if number % REPEAT == REPEAT - 1:
            return self._repeat(number, column)
        task = self.task(number)
        return Posting(number, column, task.published, task)

    def task(self, number: int) -> Assignment:
        """What was written for a posting of the site's own."""
        serial = number - (number + 1) // REPEAT
        return Assignment(self.plan.seed, self.division, serial, self.published(number), self.editions.get(number, 0))

    def _repeat(self, number: int, column: Column) -> Posting:
        """The posting before, once more: from here, or from the neighbour where there is one."""
        origin = self
        if number // REPEAT % 2 and len(self.plan.sites) > 1:
            other = Site(self.plan, self.plan.sites[self.mine.index - 1])
            if other.first_count == self.first_count:
                origin = other
        task = origin.task(number - 1)
        late = self.published(number - 1) + timedelta(minutes=1)
        return Posting(number, column, max(late, task.published + timedelta(minutes=1)), task)

    def _decoy(self, number: int) -> Posting | None:
        rank, serial = divmod(number, DECOY)
        if rank > len(self.columns) or serial >= self.decoys(self.columns[rank - 1]):
            return None
        column = self.columns[rank - 1]
        published = self.plan.until - timedelta(days=2 * (self.decoys(column) - 1 - serial), minutes=17)
        genre = {"notices": "notice", "bureaus": "brief"}.get(column.kind, "meeting")
        division = _UPSTREAM if column.kind in {"province", "external"} else self.division
        task = Assignment(self.plan.seed, division, 5_000_000 + number, published, genre=genre)
        outside = f"https://www.gov.example/yaowen/liebiao/{published:%Y%m}/content_{7000000 + serial}.htm" if column.kind == "external" else None
        return Posting(number, column, published, task, outside)

    def decoys(self, column: Column) -> int:
        """How many postings a decoy column holds."""
        return 0 if column.kind == "empty" else min(self.mine.per_page + 3, max(4, self.mine.articles // 10))

    def published(self, number: int) -> datetime:
        """When the posting of that number went online: rising with the number, in working hours, so many a day."""
        if number % 10 == 7 and number >= self.first_count and "backdated" in self.mine.faults:
            return self.published(number - 4 * len(self.own)) + timedelta(minutes=1)
        before = self.first_count - 1 - number
        days, place = divmod(before, self.per_day)
        step = 540 * 60 // self.per_day
        second = (self.per_day - 1 - place) * step + chance.number(self.plan.seed, self.mine.index, number) % max(1, step - 120)
        day = self.plan.until.replace(hour=8, minute=5, second=0) - timedelta(days=days)
        return (day + timedelta(seconds=second)).replace(second=0)

    def touch(self, posting: Posting) -> None:
        """Notes that a posting or its place changed just now."""
        self.version += 1
        self._edited[posting.number] = self.now
        self._changed[posting.column.index] = self.now

    def edited_at(self, posting: Posting) -> datetime:
        """When the posting's text was last touched."""
        return self._edited.get(posting.number, posting.published)

    def changed_at(self, column: Column) -> datetime:
        """When rows of a column last changed other than by a new one on top."""
        return self._changed.get(column.index, datetime.min)  # noqa: DTZ901 - compared with local times

    # -- lists ------------------------------------------------------------------------------------------------------

    def total(self, column: Column) -> int:
        """How many postings a column lists now."""
        if column.kind != "own":
            return self.decoys(column)
        step, first = len(self.own), self.own.index(column)
        gone = sum(1 for n in self.removed if n % step == first and n < self.count)
        return len(range(first, self.count, step)) - gone

    def filled(self, column: Column) -> int:
        """How many list pages its postings fill, at least one."""
        return max(1, -(-self.total(column) // self.mine.per_page))

    def pages(self, column: Column) -> int:
        """How many list pages the site claims to have: more than it fills, with the faults of lists that do not end."""
        return self.filled(column) + (_ENDLESS if "endless_last_page" in self.mine.faults else _EMPTY if "empty_pages" in self.mine.faults else 0)

    def rows(self, column: Column, page: int) -> list[Posting]:
        """The postings of a list page (from 1), newest first; empty beyond the last."""
        if "endless_last_page" in self.mine.faults:
            page = min(page, self.filled(column))
        key = (column.index, page, self.version, self.count, len(self.moved), len(self.removed))
        if self._listed[0] != key:  # a list page asks twice: for its rows and for its validators
            self._listed = key, self._rows(column, page)
        return self._listed[1]

    def _rows(self, column: Column, page: int) -> list[Posting]:
        start = (page - 1) * self.mine.per_page
        pinned = self.pinned(column) if page == 1 else []
        return pinned + self.slice(column, start, start + self.mine.per_page)

    def pinned(self, column: Column) -> list[Posting]:
        """Old postings that stand above the newest (置顶), where that fault is on; they stand in their own places too."""
        total = self.total(column)
        if "pinned" not in self.mine.faults or column.kind != "own" or total <= 2 * self.mine.per_page:
            return []
        return self.slice(column, total - 3, total - 2) + self.slice(column, total // 2, total // 2 + 1)

    def slice(self, column: Column, start: int, end: int) -> list[Posting]:
        """Postings by rank from the newest, end excluded."""
        numbers = self._numbers(column)
        if "backdated" in self.mine.faults and column.kind == "own":
            numbers = [*sorted(numbers[:_SORTED], key=self.published, reverse=True), *numbers[_SORTED:]]
        if self.removed:
            numbers = [n for n in numbers if n not in self.removed]
        found = [self.posting(n + MOVED if n in self.moved else n) for n in numbers[start:end]]
        return [posting for posting in found if posting]

    def _numbers(self, column: Column) -> Any:
        """Numbers of a column's postings, newest first."""
        if column.kind == "own":
            return range(self.own.index(column), self.count, len(self.own))[::-1]
        base = (self.columns.index(column) + 1) * DECOY
        return range(base, base + self.decoys(column))[::-1]

    def neighbours(self, posting: Posting) -> tuple[Posting | None, Posting | None]:
        """The next newer and the next older posting of the same column."""
        step = 1 if posting.number >= DECOY else len(self.own)
        number = posting.number % MOVED
        newer, older = self.posting(number + step), self.posting(number - step) if number >= step else None
        return newer, older if older and older.column == posting.column else None

    def news(self) -> Iterator[Posting]:
        """Every posting of the own-news columns that stands on the site now, oldest first."""
        for number in range(self.count):
            posting = self.posting(number + MOVED if number in self.moved else number)
            if posting:
                yield posting


@lru_cache(maxsize=1024)
def _columns(seed: int, mine: SitePlan) -> tuple[Column, ...]:
    rng = chance.stream(seed, "columns", mine.index)
    own = [rng.choice(options) for options in _OWN]
    if mine.variant in {"gkmlpt", "single"} or mine.family == "epaper":
        own = own[:1]
    own = [(name, f"{slug}{i}") for i, (name, slug) in enumerate((n, "yw") for n in mine.column_names)] or own
    base = 1001 + 37 * (mine.index % 50)
    named = [(name.replace("{s}", mine.division.short), slug, "own") for name, slug in own]
    decoys = [(*rng.choice(options), kind) for options, kind in zip(_DECOYS, _DECOY_KINDS, strict=True)]
    return tuple(Column(i, name, slug, base + i, kind) for i, (name, slug, kind) in enumerate((*named, *decoys)))  # type: ignore[arg-type]
