"""Reads mutated pages until a count or a time is reached: ``python -m bench.fuzz_reading [--count 100000] [--seconds 600] [--seed 1]``.

Pages of the demo county web (and, where ../shared/corpus is present, real ones) are mutated: bytes flipped, cut off, spliced, nested 10,000 deep,
attributes of 100 KB, charsets that lie, tags dropped, brackets doubled. Each must be read or refused with a reason: anything else that is raised, a page
that takes longer than 2 s (CPU), markup in a text field, or a body that its own script says is another, is a failure, printed with what repeats it.
"""

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from bench.eval import SHARED, pages_of
from bench.reading import county_pages
from pipelines.errors import PageRejected
from pipelines.page import Page
from pipelines.read import read
from pipelines.reading import Reading

MARKUP = re.compile(r"</?(?:p|div|span|br|a|td|tr|table|script|style|html|body|font|img|li|ul|h[1-6]|meta|strong|b|o:p)\b[^<>]*>|<!--", re.I)
LONGEST_SECONDS = 2.0
SMALL = 30_000
"""Bytes of most pages that are mutated; large ones would leave no time for many."""

Mutation = Callable[[bytes, random.Random], bytes]


def flip(payload: bytes, rng: random.Random) -> bytes:
    """Change some bytes to any other."""
    mutated = bytearray(payload)
    for _ in range(rng.choice((1, 3, 30, 300))):
        mutated[rng.randrange(len(mutated))] = rng.randrange(256)
    return bytes(mutated)


def cut(payload: bytes, rng: random.Random) -> bytes:
    """Cut off at either end."""
    place = rng.randrange(len(payload))
    return payload[:place] if rng.random() < 0.7 else payload[place:]


def splice(payload: bytes, rng: random.Random) -> bytes:
    """Move a part elsewhere, or repeat it."""
    start = rng.randrange(len(payload))
    part = payload[start : start + rng.randrange(1, 4000)]
    place = rng.randrange(len(payload))
    return payload[:place] + part * rng.choice((1, 1, 2, 20)) + payload[place:]


def drop_tags(payload: bytes, rng: random.Random) -> bytes:
    """Lose some tags, opening or closing."""
    share = rng.choice((0.02, 0.2, 0.6))
    return re.sub(rb"</?\w[^<>]{0,200}>", lambda match: b"" if rng.random() < share else match.group(), payload)


def nest(payload: bytes, rng: random.Random) -> bytes:
    """Open 10,000 elements somewhere, closed or not."""
    tag, deep = rng.choice((b"div", b"table", b"span", b"b", b"ul", b"td", b"a", b"form", b"font", b"p", b"x")), rng.choice((50, 500, 10_000))
    place = rng.randrange(len(payload))
    return payload[:place] + b"<%s>" % tag * deep + payload[place:] + b"</%s>" % tag * rng.choice((0, deep))


def swell(payload: bytes, rng: random.Random) -> bytes:
    """An attribute, a comment or a word of 100 KB."""
    filler = rng.choice((b"x", b" ", b"(", "，".encode(), b"&amp;", b"<", b"1", "（".encode(), b"2024-", "来源：".encode())) * rng.choice((1000, 100_000))
    what = rng.choice((b'<div class="%s">', b"<!--%s-->", b"<p>%s</p>", b"<a href='%s'>", b"<title>%s</title>", b"<meta name=PubDate content='%s'>", b"<%s>"))
    place = rng.randrange(len(payload))
    return payload[:place] + what % filler + payload[place:]


def lie(payload: bytes, rng: random.Random) -> bytes:
    """Declare another charset, or encode anew in another, or twice."""
    text = payload.decode("utf-8", "replace")
    codec = rng.choice(("gb18030", "utf-16", "utf-16-le", "big5hkscs", "utf-8-sig", "utf-7", "utf-8"))
    label = rng.choice(("gb2312", "utf-8", "big5", "iso-8859-1", "utf-16", "x-unknown", "ascii", "utf-7"))
    text = re.sub(r"charset=\W?[\w-]+", f"charset={label}", text)
    encoded = text.encode(codec, "replace")
    return encoded.decode("cp1252", "replace").encode() if rng.random() < 0.2 else encoded


def garble(payload: bytes, rng: random.Random) -> bytes:
    """Put odd characters between the text's own."""
    odd = rng.choice(
        (
            "\u200b",
            "\ue123",
            "&ldquo;",
            "&lt;p&gt;",
            "&amp;lt;div&amp;gt;",
            "\x00",
            "\ufffd",
            "(qū)",
            "?dāng)",
            "<!--",
            "]]>",
            "]]&gt;",
            "\u202e",
            "&#x110000;",
            "&#0;",
        )
    )
    text = payload.decode("utf-8", "replace")
    places = sorted(rng.randrange(len(text)) for _ in range(rng.choice((1, 20, 400))))
    pieces = [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]
    return odd.join(pieces).encode("utf-8", "replace")


MUTATIONS: tuple[Mutation, ...] = (flip, cut, splice, drop_tags, nest, swell, lie, garble)


def mutate(payload: bytes, rng: random.Random) -> bytes:
    """One to three mutations."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        payload = rng.choice(MUTATIONS)(payload, rng) or b" "
    return payload


def faults(reading: Reading) -> list[str]:
    """What must not be in a result."""
    fields = {
        "body": reading.body,
        "title": reading.title,
        "source": reading.source,
        "kicker": reading.kicker,
        "subtitle": reading.subtitle,
        "column": reading.column,
    }
    fields |= {f"credit {number}": credit.name for number, credit in enumerate(reading.credits)}
    found = [f"markup in {name}: {match.group()[:100]!r}" for name, text in fields.items() if text and (match := MARKUP.search(text))]
    if reading.publish_date and not re.fullmatch(r"(?:19|20)\d\d-[01]\d-[0-3]\d(?:T[0-2]\d:[0-5]\d(?::[0-5]\d)?)?", reading.publish_date):
        found.append(f"no date: {reading.publish_date!r}")
    if reading.script == "hans" and reading.body_hans != reading.body:
        found.append("body_hans differs in simplified script")
    if any(not line.strip() for line in reading.body.split("\n")) and reading.body:
        found.append("an empty line in the body")
    return found


def try_one(page: Page) -> tuple[str, str | None]:
    """What became of a page, and what is wrong with that."""
    begun = time.process_time()
    try:
        found, fate = faults(read(page)), "read"
    except PageRejected as rejected:
        found, fate = [], rejected.reason
    except Exception as error:  # noqa: BLE001 -- the very thing that is looked for
        return "crashed", f"{type(error).__name__}: {error}"[:300]
    spent = time.process_time() - begun
    if spent > LONGEST_SECONDS:
        found.append(f"took {spent:.1f} s for {len(page.payload)} bytes")
    return fate, "; ".join(found) or None


def originals() -> list[bytes]:
    """Pages to mutate."""
    payloads = [page.payload for page in county_pages(60, seed=3)]
    folder = SHARED / "corpus" / "pages"
    if folder.exists():
        payloads += [page.payload for page in pages_of(folder) if len(page.payload) <= SMALL]
    return payloads


def main() -> int:
    """Fuzz, print the fates, and 1 where there was a failure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="write failing pages into this folder")
    arguments = parser.parse_args()
    payloads, fates, failures, begun = originals(), Counter[str](), 0, time.monotonic()
    for number in range(arguments.count):
        rng = random.Random(f"{arguments.seed}:{number}")
        page = Page(
            url="http://www.qingxi.gov.cn/xw/t20240306_1.html",
            payload=mutate(rng.choice(payloads), rng),
            content_type=rng.choice(("text/html", None, "text/plain")),
        )
        fate, wrong = try_one(page)
        fates[fate] += 1
        if wrong:
            failures += 1
            print(f"page {number} of seed {arguments.seed}: {fate}: {wrong}", flush=True)
            if arguments.keep:
                (arguments.keep / f"{arguments.seed}-{number}.html").write_bytes(page.payload)
        if time.monotonic() - begun > arguments.seconds:
            break
    print(
        f"{fates.total()} pages in {time.monotonic() - begun:.0f} s: "
        + ", ".join(f"{fate} {count}" for fate, count in fates.most_common())
        + f"; failures {failures}"
    )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
