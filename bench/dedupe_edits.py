"""What editors, spam mirrors and collecting pages make of a text: the moves of which the truth for near-duplicates is made."""

import random
import re

import opencc
from pypinyin import Style, pinyin

from pipelines.normalise.script import to_hans

SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]*")
WORDS = (
    ("召开", "举行"), ("强调", "指出"), ("要求", "提出"), ("推进", "推动"), ("加强", "强化"), ("完善", "健全"), ("切实", "扎实"), ("工作", "事项"),
    ("进一步", "不断"), ("落实", "落细"), ("发展", "建设"), ("表示", "说"), ("开展", "进行"), ("提升", "提高"), ("群众", "居民"), ("确保", "保证"),
)  # fmt: skip
DATELINES = ("", "本报讯（记者 {}）", "{}融媒讯（通讯员 {}）", "本网讯 ")
NAMES = ("周若岚", "于海", "邓立群", "陈一鸣", "何家齐", "罗锦", "宋知远", "马建新")

TO_HANT = opencc.OpenCC("s2t")


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


def updated(rng: random.Random, body: str) -> str:
    """The text with new figures: two digits raised, and a sentence that says as of when."""
    letters = list(body)
    for place in rng.sample(digits(body), 2):
        letters[place] = str(int(letters[place]) + 1)
    return "".join(letters) + f"\n截至{rng.randint(2, 23)}时，相关工作仍在进行中。"


def digits(body: str) -> list[int]:
    """Where single digits stand that can be raised by one and still count something."""
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
