"""Which division took over one that ended, as far as codes, years and names force it."""

from collections import defaultdict
from dataclasses import dataclass, field

from db.division_names import stem

# fmt: off
GENERIC = frozenset((
    "郊区", "城区", "市中区", "市郊区", "桥东区", "桥西区", "新区", "东区", "西区", "南区", "北区", "新华区", "和平区", "新市区", "矿区",
))
# fmt: on
"""Names that say nothing of which division it was."""


@dataclass(slots=True)
class Row:
    """One name that one code had, and when: the period in which each change happened, '' where the lists do not reach."""

    code: str
    name: str
    level: str
    valid_from: str = ""
    valid_to: str = ""
    successors: list[str] = field(default_factory=list)

    @property
    def start(self) -> int:
        """The year in which it began; 0 before the first list."""
        return int(self.valid_from[:4] or 0)

    @property
    def end(self) -> int:
        """The year in which it ended; 9999 while it is valid."""
        return int(self.valid_to[:4] or 9999)


def near(row: Row, other: Row) -> bool:
    """Whether both lie in one prefecture, or in one municipality."""
    length = 2 if row.code[:2] in ("11", "12", "31", "50") else 4
    return row.code[:length] == other.code[:length]


def heirs(row: Row, same_stem: list[Row], province: list[Row]) -> list[Row]:
    """Rows that may have taken ``row`` over, the closest kind of heir that exists."""
    others = [r for r in same_stem if r is not row and (r.code, r.name) != (row.code, row.name)]
    began = [r for r in others if row.end - 1 <= r.start <= row.end + 2]
    if not began and len(row.name) == 2:  # 横县 becomes 横州市, 郫县 郫都区: the name needs a second character
        began = [r for r in province if near(row, r) and row.end - 1 <= r.start <= row.end + 1 and r.name[0] == row.name[0]]
    alive = [r for r in others if r.start <= row.end < r.end]
    standing = [r for r in others if not r.valid_to]
    for kind in (began, alive, standing):
        level = [r for r in kind if r.level == row.level]
        for choice in ([r for r in level if near(row, r)], level):
            if choice:
                return choice
    return [r for r in others if r.level == "prefecture" and r.end > row.end and row.name.endswith("市")]


def guess(rows: list[Row]) -> None:
    """Fill successors that names force: the same code renamed, or one division of the same stem that begins where this one ends."""
    group = {"50": "51", "46": "44"}  # 重庆 left 四川 in 1997, 海南 left 广东 in 1988
    stems, codes, provinces = defaultdict(list), defaultdict(list), defaultdict(list)
    for row in rows:
        area = group.get(row.code[:2], row.code[:2])
        stems[area, stem(row.name)].append(row)
        codes[row.code].append(row)
        provinces[area].append(row)
    for row in (r for r in rows if r.valid_to and not r.successors):
        area = group.get(row.code[:2], row.code[:2])
        found = heirs(row, stems[area, stem(row.name)], provinces[area])
        renamed = [r for r in codes[row.code] if r is not row and row.end <= r.start <= row.end + 1]
        same = [r for r in codes[row.code] if r.start >= row.end and stem(r.name) == stem(row.name)]
        if row.name in GENERIC:
            found = [r for r in found if near(row, r)]
        if same or (renamed and not found):
            row.successors = [row.code]
        elif found:
            row.successors = [min(found, key=lambda r: (r.start, r.code)).code]
