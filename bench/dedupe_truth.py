"""A truth for near-duplicates: postings whose relations are known because they were made from one text, in the ways that texts travel."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import opencc
from pypinyin import Style, pinyin

from demo.news.divisions import invented
from demo.news.write import Assignment, write
from pipelines.fingerprint import body_digest
from pipelines.normalise.mirror import mirror_of
from pipelines.normalise.script import script_of, to_hans
from pipelines.page import Capture, Page
from pipelines.reading import Reading
from pipelines.refined import Refined

SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]*")
WORDS = (
    ("召开", "举行"), ("强调", "指出"), ("要求", "提出"), ("推进", "推动"), ("加强", "强化"), ("完善", "健全"), ("切实", "扎实"), ("工作", "事项"),
    ("进一步", "不断"), ("落实", "落细"), ("发展", "建设"), ("表示", "说"), ("开展", "进行"), ("提升", "提高"), ("群众", "居民"), ("确保", "保证"),
)  # fmt: skip
DATELINES = ("", "本报讯（记者 {}）", "{}融媒讯（通讯员 {}）", "本网讯 ")
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
NAMES = ("周若岚", "于海", "邓立群", "陈一鸣", "何家齐", "罗锦", "宋知远", "马建新")


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


TO_HANT = opencc.OpenCC("s2t")


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
    elif roll < 0.82 and len(base.body) >= 260 and len(_digits(base.body)) >= 2:
        group.append(replace(_own(base, "u", updated(rng, base.body), "update", "update"), url=base.url.replace(".html", "u.html"), title=base.title))
    return group


def _elsewhere(base: Truth, mark: str, body: str, made: str, share: float = 0.0, host: str = "www.p{}.gov.cn") -> Truth:
    url = f"http://{host.format(int(base.report[1:]) % 37)}/{base.report}{mark}.html"
    later = (datetime.fromisoformat(base.published) + timedelta(days=1)).date().isoformat()
    return replace(base, body=body, url=url, made=made, edited=share, published=later)


def _own(base: Truth, mark: str, body: str, made: str, relation: str | None) -> Truth:
    other = _elsewhere(base, mark, body, made)
    return replace(other, report=base.report + mark, base=base.report if relation else None, relation=relation)


def recredited(rng: random.Random, body: str) -> str:
    """The same words under another dateline and credit, set differently."""
    line = "" if "讯（" in body[:40] else rng.choice(DATELINES).replace("{}", rng.choice(NAMES))
    tail = rng.choice(("", f"（{rng.choice(NAMES)} 供稿）", f"\n责任编辑：{rng.choice(NAMES)}"))
    return line + body.replace("\n", rng.choice(("\n", "\n　　"))).replace("，", rng.choice(("，", ","))) + tail


def edited(rng: random.Random, body: str, share: float, other: str) -> tuple[str, float]:
    """The text after an editor who reworded, cut, replaced or put in sentences (never the lede, never other figures).

    ``share`` of the characters are touched at most; what comes second is the share that were.
    """
    left, sentences = share * len(body), SENTENCE.findall(body)
    foreign = [one for one in SENTENCE.findall(other)[1:] if not re.search(r"\d", one)]
    for _ in range(200):
        if left <= 0 or not sentences:
            break
        place, roll = rng.randrange(len(sentences)), rng.random()
        before = sentences[place]
        if roll < 0.45:
            sentences[place], cost = _reworded(rng, before)
        elif len(before) > left * 1.3 or place == 0:
            left -= 1
            continue
        elif roll < 0.6:
            sentences[place], cost = "", len(before)
        else:
            new = rng.choice([one for one in foreign if len(one) <= left * 1.3] or [""])
            sentences[place], cost = (new, max(len(before), len(new))) if roll < 0.8 else (new + before, len(new))
        left -= cost
    words = "".join(sentences)
    return words, (share - left / len(body)) if words != body else 0.0


def _reworded(rng: random.Random, sentence: str) -> tuple[str, int]:
    for one, other in rng.sample(WORDS, len(WORDS)):
        if one in sentence:
            return sentence.replace(one, other, 1), len(one)
    return sentence, 1


def excerpt(rng: random.Random, body: str) -> str:
    """A run of whole sentences: 20 to 60 % of the text, half of the time its beginning."""
    sentences = SENTENCE.findall(body)
    wanted = rng.uniform(0.2, 0.58) * len(body)
    first = 0 if rng.random() < 0.5 else rng.randrange(max(1, len(sentences) // 2))
    taken = ""
    for sentence in sentences[first:]:
        if taken and (len(taken) + len(sentence) > 0.6 * len(body) or len(taken) >= wanted):
            break
        taken += sentence
    return taken


def digest(rng: random.Random, body: str, others: list[str]) -> str:
    """Several reports on one page, of which ``body`` is less than 60 %."""
    parts, others = [body, others[0]], others[1:]
    while len(body) > 0.55 * sum(map(len, parts)) and others:
        parts.append(others.pop())
    rng.shuffle(parts)
    return "\n".join(parts)


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


def updated(rng: random.Random, body: str) -> str:
    """The text with new figures: two digits raised, and a sentence that says as of when."""
    letters = list(body)
    for place in rng.sample(_digits(body), 2):
        letters[place] = str(int(letters[place]) + 1)
    return "".join(letters) + f"\n截至{rng.randint(2, 23)}时，相关工作仍在进行中。"


def _digits(body: str) -> list[int]:
    return [m.start() for m in re.finditer(r"(?<![\d.])[1-8](?=\d?[\u4e00-\u9fff])", body)]


def follow_up(body: str, other: str) -> str:
    """The next day's report of the same meeting: its lede and its list of those present stand again, what was said is new."""
    first, *middle = body.split("\n")
    return "\n".join([first, *other.split("\n")[1:], *(line for line in middle[-1:] if len(line) < len(body) // 6)])


def mangled(rng: random.Random, body: str) -> str:
    """What a spam mirror makes of it: traditional script, and "char(pinyin)" put for some characters by replacing bytes of GBK."""
    hant = TO_HANT.convert(body)
    candidates = sorted({c for c in hant if to_hans(c) != c})
    stream = hant.encode("gbk", "replace")
    for char in rng.sample(candidates, min(60, len(candidates))):
        reading = pinyin(char, style=Style.TONE)[0][0]
        code = char.encode("gbk", "ignore")
        if len(code) == 2:
            stream = stream.replace(code, code + b"(\0" + reading.encode("utf-8") + b"\0)")
    return _decoded(stream)


def _decoded(stream: bytes) -> str:
    """GBK bytes with readings between zeros as UTF-8, the way a browser shows them."""
    parts = stream.split(b"\0")
    return "".join(part.decode("utf-8" if place % 2 else "gbk", "replace") for place, part in enumerate(parts)).replace("\ufffd", "?")


def _as_read(truth: Truth) -> Truth:
    """What the reading stage makes of the body: repaired and simplified."""
    lines = truth.body.split("\n")
    mirror = mirror_of(lines)
    body = "\n".join(mirror.repair(line) for line in lines) if mirror else truth.body
    script = script_of(body)
    return replace(truth, body=body, body_hans=to_hans(body) if script == "hant" else body, script=script, repairs=mirror.repairs if mirror else 0)
