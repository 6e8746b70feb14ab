"""A truth for near-duplicates: postings whose relations are known because they were made from one text, in the ways that texts travel."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bench.dedupe_edits import TO_HANT, digest, digits, edited, excerpt, follow_up, mangled, recredited, updated
from demo.news.divisions import invented
from demo.news.write import Assignment, write
from pipelines.fingerprint import body_digest
from pipelines.normalise.mirror import mirror_of
from pipelines.normalise.script import script_of, to_hans
from pipelines.page import Capture, Page
from pipelines.reading import Reading
from pipelines.refined import Refined

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Truth:
    """One posting. ``report``: equal for postings of one report; ``base``: the report that it shares text with, and ``relation`` how."""

    report: str
    title: str
    body: str
    url: str
    published: str
    made: str
    """How it was made: base, repost, copy, excerpt, extended, hant, mangled, template, follow-up, update."""
    base: str | None = None
    relation: str | None = None
    body_hans: str = ""
    script: str = "hans"
    repairs: int = 0
    edited: float = 0.0
    """Share of characters that an editor touched."""


def posting_of(truth: Truth, number: int) -> Refined:
    """A posting as the chain hands it to the store."""
    at = BEGIN + timedelta(seconds=number)
    capture = Capture(
        url=truth.url, fetched_at=at, payload_digest=f"sha1:{number}", warc_file="bench.warc.gz", warc_offset=number, record_id=f"<urn:uuid:{number}>"
    )
    reading = Reading(
        body=truth.body, body_hans=truth.body_hans, script="hant" if truth.script == "hant" else "hans", title=truth.title,
        publish_date=truth.published, repairs=truth.repairs, flags=frozenset({"mangled_script"} if truth.repairs else ()),
    )  # fmt: skip
    return Refined(page=Page(url=truth.url, payload=b"", capture=capture), reading=reading, body_digest=body_digest(truth.body_hans))


def postings(count: int, seed: int = 1) -> list[Truth]:
    """``count`` postings in the order in which a crawl meets them: mostly the first posting first, one time in seven not."""
    rng = random.Random(seed)
    made: list[tuple[float, Truth]] = []
    number = 0
    while len(made) < count:
        base = _base(number, seed)
        group = _group(rng, base, lambda k=0, n=number: _base(n + (k + 1) * 500_000, seed))
        start = rng.random()
        order = [start + 0.0001 * place * rng.random() for place in range(len(group))]
        if rng.random() < 1 / 7:
            rng.shuffle(order)
        made += zip(order, group, strict=True)
        number += 1
    made.sort(key=lambda pair: pair[0])
    return [_as_read(truth) for _, truth in made[:count]]


def _base(number: int, seed: int) -> Truth:
    when = datetime(2023, 1, 1) + timedelta(minutes=97 * (number % 15_000))  # noqa: DTZ001 - local time of the county
    article = write(Assignment(seed, invented(number % 90), number, when))
    return Truth(f"r{number}", article.title, article.body, f"http://www.c{number % 90}.gov.cn/art/{number}.html", when.date().isoformat(), "base")


def _group(rng: random.Random, base: Truth, another: Callable[..., Truth]) -> list[Truth]:
    """A first posting and what is made of it."""
    roll, group = rng.random(), [base]
    long = len(base.body) >= 100
    for n in range(rng.choice((0, 1, 1, 2, 3))):
        if long and rng.random() < 0.7:
            words, share = edited(rng, base.body, 0.3 * rng.random(), another().body)
            group.append(_elsewhere(base, f"e{n}", recredited(rng, words), "repost" if share else "copy", share))
        else:
            group.append(_elsewhere(base, f"c{n}", recredited(rng, base.body), "copy"))
    if roll < 0.14:
        group.append(_elsewhere(base, "t", TO_HANT.convert(base.body), "hant", host="www.c{}.gov.hk"))
    elif roll < 0.24 and len(base.body) >= 150:
        group.append(_elsewhere(base, "m", mangled(rng, base.body), "mangled", host="www.spam{}.com"))
    elif roll < 0.44 and len(base.body) >= 150:
        group.append(_own(base, "x", excerpt(rng, base.body), "excerpt", "excerpt"))
    elif roll < 0.54 and 100 <= len(base.body) <= 800:
        group.append(_own(base, "d", digest(rng, base.body, [another(k).body for k in range(12)]), "extended", "extended"))
    elif roll < 0.64:
        group += notices(rng, base, rng.randint(2, 6))
    elif roll < 0.78 and len(base.body) >= 150:
        group.append(_own(base, "f", follow_up(base.body, max((another(k).body for k in range(3)), key=len)), "follow-up", None))
    elif roll < 0.82 and len(base.body) >= 260 and len(digits(base.body)) >= 2:
        group.append(replace(_own(base, "u", updated(rng, base.body), "update", "update"), url=base.url.replace(".html", "u.html"), title=base.title))
    return group


def _elsewhere(base: Truth, mark: str, body: str, made: str, share: float = 0.0, host: str = "www.p{}.gov.cn") -> Truth:
    url = f"http://{host.format(int(base.report[1:]) % 37)}/{base.report}{mark}.html"
    later = (datetime.fromisoformat(base.published) + timedelta(days=1)).date().isoformat()
    return replace(base, body=body, url=url, made=made, edited=share, published=later)


def _own(base: Truth, mark: str, body: str, made: str, relation: str | None) -> Truth:
    other = _elsewhere(base, mark, body, made)
    return replace(other, report=base.report + mark, base=base.report if relation else None, relation=relation)


def notices(rng: random.Random, base: Truth, count: int) -> list[Truth]:
    """Notices of one template, each a report of its own, that differ in two numbers."""
    number, letters = int(base.report[1:]), "东西南北石柳桥河关泉溪岭湖坪湾塘峰谷林源"
    place = letters[number % 20] + letters[number // 20 % 20] + letters[number // 400 % 20]
    n, month = rng.randint(3, 99), rng.randint(1, 12)
    shape = rng.choice(
        (
            f"{place}镇气象站{month}月{{a}}日发布大风蓝色预警信号：受冷空气影响，预计未来24小时内全镇大部分地区将出现阵风{{b}}级的大风天气，请有关单位和人员做好防范准备。",
            f"因线路检修需要，{place}变电站{{a}}号线定于{month}月{n % 28 + 1}日8时至{{b}}时停电，影响范围为{place}街及周边小区，不便之处敬请谅解。",
            f"关于第{n}次常务会议的公告\n经研究，定于{month}月{{a}}日在{place}镇政府{{b}}会议室召开会议，请全体组成人员准时参加，因故不能参加的须书面请假。",
            f"{place}镇{{a}}月份共受理群众来信来访{{b}}件，均已按时办结。下一步，{place}镇将继续畅通渠道，压实责任，把矛盾化解在基层，切实维护群众合法权益，确保全镇大局和谐稳定。",
        )
    )
    pairs = rng.sample([(a, b) for a in range(1, 13) for b in range(6, 12)], count)
    distinct = [pairs[0]]
    distinct += [pair for pair in pairs[1:] if all(pair[0] != a and pair[1] != b for a, b in distinct)]
    return [
        replace(_own(base, f"n{i}", shape.format(a=a, b=b), "template", None), title=f"{place}镇通知", published=base.published)
        for i, (a, b) in enumerate(distinct)
    ]


def _as_read(truth: Truth) -> Truth:
    """What the reading stage makes of the body: repaired and simplified."""
    lines = truth.body.split("\n")
    mirror = mirror_of(lines)
    body = "\n".join(mirror.repair(line) for line in lines) if mirror else truth.body
    script = script_of(body)
    return replace(truth, body=body, body_hans=to_hans(body) if script == "hant" else body, script=script, repairs=mirror.repairs if mirror else 0)
