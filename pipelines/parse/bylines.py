"""Reads who made a report: reporters, correspondents, photographers, authors, editors and reviewers, each with the words that say so."""

import re
from collections.abc import Iterable, Iterator

from pipelines.extract.flow import Line
from pipelines.normalise.script import to_hans
from pipelines.parse import dates, labels, names
from pipelines.parse.scene import Scene
from pipelines.reading import Credit, CreditRole

_ROLES: dict[str, CreditRole] = {
    "reporter": "reporter", "correspondent": "correspondent", "photographer": "photographer", "author": "author", "editor": "editor", "reviewer": "reviewer",
}  # fmt: skip
_WORDS: tuple[tuple[str, CreditRole], ...] = (
    ("摄影记者|攝影記者", "photographer"),
    ("记者|記者|实习生|實習生", "reporter"),
    ("通讯员|通訊員", "correspondent"),
    (r"摄影|攝影|供图|供圖|摄像|图片|[图圖](?=\s?[/／:：|])|(?<=[/／])[图圖]|[摄攝](?=$|[\s/／:：，,）)])", "photographer"),
    (r"作者|撰稿|供稿|撰文|文字|(?:文图|图文)(?=[\s:：])|文(?=\s?[/／:：|])|(?<=[/／])文", "author"),
    ("编辑|編輯|责编|責編", "editor"),
    ("[一二三初复終终]审|审核|审签|校对|监制|签发", "reviewer"),
)
_ROLE = re.compile(
    "(?=[摄攝记記实實通供图圖作撰文编編责責一二三初复終终审校监签])(?:" + "|".join(f"(?P<r{number}>{words})" for number, (words, _) in enumerate(_WORDS)) + ")"
)
"""The lookahead names the characters that the words begin with, and passes over all others at once."""
_BRACKETS = re.compile(r"[（(【\[]([^（）()【】\[\]\n]{2,80})[）)】\]]")
_GROUP = r"[\u3400-\u9fff·]{1,4}(?:[\s、]{1,2}[\u3400-\u9fff·]{1,4}){0,7}"
_TAKEN = re.compile(rf"(?P<names>{_GROUP})\s{{0,2}}(?:[/／]\s{{0,2}})?(?:摄影|攝影|摄|攝|供图|供圖)(?:报道)?[）)。]?$")
_BYLINE = re.compile(
    rf"^(?P<medium>[\u3400-\u9fff·A-Za-z]{{0,16}}?)(?P<role>记者|記者|通讯员|通訊員|实习生)\s{{0,3}}(?P<names>{_GROUP})\s{{0,2}}"
    r"(?:报道|報道|摄|文|文/图|(?=\s?(?:来源|通讯员|编辑|摄影)[:： ])|$)"
)
_BYLINE_ROLE = re.compile("记者|記者|通讯员|通訊員|实习生")
_BYLINE_HEAD = 16 + 3
"""A byline's role ends within so many characters: the medium and the role."""
_AND_PICTURE = re.compile(r"^(?:[图圖]|[摄攝]影?)[\s:：]{1,3}")
"""What is left of 文/图 where its first half was read as the label."""
_NAMED = re.compile(
    r"(?<!\S)([\u4e00-\u9fff]{0,2}(?:记者|通讯员|作者|责任编辑|编辑|责编|审核|摄影)) ([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff] {1,3}[\u4e00-\u9fff])(?!\S)"
)
_ASIDE = re.compile(r"[（(][^（）()]{0,40}[）)]$")
_OWN_REPORTER = re.compile(r"^(?:本[报网台刊站]|全媒体|融媒体?|特约|见习|实习)?(?:记者|通讯员)\s{1,3}")
"""What a credit says of a person beside his name."""
_LEAD = " \t\u3000□■◎●○◆▲△★☆*·|丨-—"
_ROLLED = re.compile(r"^[\u3400-\u9fff·A-Za-z\s、/／|｜]{4,100}$")
"""A roll of roles and names without a colon: 文/图 王磊 编辑 赵敏 审核 刘军."""
_TEXT_AND_PICTURE = re.compile(r"(?P<names>[\u3400-\u9fff]{2,3}(?:、[\u3400-\u9fff]{2,3}){0,3})\s?[/／]\s?[图圖摄攝]影?(?=$|[\s，,、）)])")
"""``甲 乙/文 丙/图``: names before their share of the work."""
_SHARES = re.compile(r"\s?(?:[文图圖][/／][图圖文摄攝]影?|图文|文图)(?:报道)?\s?")
"""``甲 文/图``: one who did both."""
_IS_ALSO = re.compile(r"(?:摄影|攝影|摄像|图片|图|图文)[\s:：]{0,2}(?:全媒体|融媒体?|本[报网台]|见习|特约)?(?:记者|記者|通讯员|通訊員)")
"""摄影 全媒体记者 甲: a reporter who took the pictures."""
_WIRED = re.compile(r"[\u3400-\u9fffA-Za-z·]{2,20}[讯訊]\s{1,4}")
_MAKERS = re.compile("记者|記者|通讯员|通訊員")
_REPORTED = re.compile("(?:报道|報道|报导)[：:，,]?$")
_CLOSING_BRACKET = re.compile(r"\s?[（(][^（）()]{0,60}[）)]$")
_AFTER_DATELINE = re.compile(r"^[^（(。，]{2,40}(?:讯|电|报道|消息)\s{0,2}$")
_DATELINE_END = 46
"""Where the longest dateline ends."""
_FIRST_LINES, _LAST_LINES, _CAPTION_ENDS = 4, 8, frozenset("摄攝影）)")
"""Where bylines stand: the first lines, the last ones, and captions anywhere."""
_LONGEST_NAMES = 12


def credits_of(scene: Scene, source: str | None, *, hant: bool = False) -> tuple[Credit, ...]:
    """All credits, each once, names in simplified script: the source, what labels around the body say, and brackets, bylines and captions in it."""
    found: dict[tuple[CreditRole, str], Credit] = {}
    for credit in _all(scene, source):
        name = to_hans(credit.name) if hant else credit.name
        found.setdefault((credit.role, name), Credit(credit.role, name, credit.quote))
    return tuple(found.values())


def _all(scene: Scene, source: str | None) -> Iterator[Credit]:
    if source:
        yield Credit("source", source, source)
    for line in _around(scene):
        if labels.read(line.text):
            yield from _labelled(line.text)
            yield from _on_next_line(scene, line)
    for text in scene.body[:2]:
        yield from _after_wire(text)
    for line in scene.window():
        yield from _beside_date(line.text)
        yield from _byline(line.text) if not line.link_chars else ()
    for line in scene.after[:_LAST_LINES]:
        if len(line.text) <= 120 and not line.link_chars and _ROLE.search(line.text):
            yield from (credit for credit in _in_body(line.text, last=False) if names.is_person(credit.name))
    last = len(scene.body) - 1
    for number, text in enumerate(scene.body):
        if number < _FIRST_LINES or number > last - _LAST_LINES or text[-1] in _CAPTION_ENDS:
            yield from _in_body(text, first=number == 0, last=number == last)


def _around(scene: Scene) -> Iterable[Line]:
    yield from (line for line in scene.window() if len(line.text) <= 300)
    yield from (line for line in scene.after[:25] if len(line.text) <= 300)


def _on_next_line(scene: Scene, line: Line) -> Iterator[Credit]:
    """The person who stands below a label of his own line (``<dt>作者</dt><dd>王磊</dd>``)."""
    found = labels.read(line.text)[-1:] if len(line.text) <= 60 else ()
    role = _ROLES.get(found[0].kind) if found and not found[0].value else None
    following = scene.following(line) if role else None
    if role and following is not None and len(following.text) <= 24 and not labels.read(following.text):
        people = names.people(following.text)
        if people and all(map(names.is_person, people)):
            yield from (Credit(role, name, f"{line.text} {following.text}") for name in people)


def _labelled(text: str) -> Iterator[Credit]:
    for item in labels.read(text):
        role = _ROLES.get(item.kind)
        if role and item.value:
            value = _ASIDE.sub("", _AND_PICTURE.sub("", item.value))
            value = _OWN_REPORTER.sub("", value)
            following = _ROLE.search(value)
            people = names.people(value[: following.start()] if following else value)
            for name in people[:_LONGEST_NAMES]:
                if len(people) > 1 or names.is_person(name) or not names.is_organisation(name):
                    yield Credit(role, name, text[:120])


def _beside_date(text: str) -> Iterator[Credit]:
    """A person who stands beside the date without a label, as school sites print it, or behind a role without a colon."""
    place = dates.position(text) if len(text) <= 100 else None
    for named in _NAMED.finditer(text) if place else ():
        role = _ROLE.search(named[1])
        if role and names.is_person(named[2]):
            yield Credit(_WORDS[int((role.lastgroup or "r1")[1:])][1], "".join(named[2].split()), text)
    if len(text) > 60:
        return
    if place and not labels.read(text):
        for part in (text[: place[0]], text[place[1] :]):
            name = "".join(part.split()).strip("|｜")
            if names.is_person(name):
                yield Credit("author", name, text)


def _in_body(text: str, *, last: bool, first: bool = False) -> Iterator[Credit]:
    ends = text if len(text) <= 500 else f"{text[:300]}\n{text[-200:]}"
    for match in _BRACKETS.finditer(ends):
        alone = (
            (first and match.start() == 0)
            or (last and text.rstrip("。 ").endswith(match.group()))
            or (match.start() <= _DATELINE_END and bool(_AFTER_DATELINE.match(ends[: match.start()])))
        )
        yield from _bracketed(match[1], alone=alone)
    caption = _CLOSING_BRACKET.sub("", text) if text[-1] in "）)" else text
    if caption[-1:] in {"摄", "攝", "影"} or (caption.endswith(("影报道", "摄报道")) and not _MAKERS.search(caption)):
        yield from _taken(caption)
    yield from _byline(text)
    if len(text) <= 120 and labels.read(text) and _ROLE.search(text):
        yield from (credit for credit in _labelled(text) if credit.role != "reporter" or names.is_person(credit.name))


def is_byline(text: str) -> bool:
    """A line that says who wrote the report and nothing else: 本报记者 王磊, 记者：王磊; not 县融媒体中心记者深入一线."""
    line = text.replace("：", " ", 1)
    found = _BYLINE.match(line)
    people = names.people(found["names"]) if found and found.end() == len(line) else []
    return bool(people) and all(map(names.is_person, people))


def _after_wire(text: str) -> Iterator[Credit]:
    """河源日报讯 记者 刘永 特约记者 邹勇 昨日…: who made the report, without brackets behind its dateline."""
    line = _WIRED.match(text[:120])
    marks = list(_MAKERS.finditer(text[:120], line.end())) if line else []
    if not marks or not line or text[line.end() : marks[0].start()].strip(" 本报特约见习全媒体"):
        return
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else mark.end() + 24
        for word in re.split(r"[\s、]+", text[mark.end() : end].strip(" 、\u3000")):
            name = _REPORTED.sub("", word.partition("：")[0].partition(":")[0])
            if word in {"特约", "见习", "特約", "見習"}:
                continue
            if not names.is_person(name):
                return
            yield Credit("correspondent" if mark[0] in {"通讯员", "通訊員"} else "reporter", name, text[:120])


def _byline(text: str) -> Iterator[Credit]:
    """本报记者 王磊, at the beginning of a line; several roles on one line of nothing else."""
    text = text[:120].lstrip(_LEAD)
    if _ROLLED.match(text) and len(marks := list(_ROLE.finditer(text))) > 1 and marks[0].start() <= 8:
        yield from (credit for credit in _bracketed(text, alone=False) if names.is_person(credit.name))
        return
    found = _BYLINE.match(text) if _BYLINE_ROLE.search(text, 0, _BYLINE_HEAD) else None
    if found:
        role: CreditRole = "correspondent" if found["role"] in {"通讯员", "通訊員"} else "reporter"
        yield from (Credit(role, name, found.group()) for name in names.people(found["names"]))


def _taken(text: str) -> Iterator[Credit]:
    """The photographers that a caption ends with: ``…颁奖。记者 王庆建 张 佩 摄``, ``会议现场邓正可摄``."""
    tail = re.split(r"[。！；，：:（(]|记者|記者|通讯员|通訊員", text[-60:])[-1]
    match = _TAKEN.search(tail)
    if match:
        found = names.people(match["names"])
        first = names.at_end(found[0]) if found else None
        people = ([first] if first else []) + found[1:]
        yield from (Credit("photographer", name, text[-60:]) for name in people if name)


def _bracketed(text: str, *, alone: bool) -> Iterator[Credit]:
    """``记者 A 通讯员 B C``, ``A 摄``, and ``A`` alone where the bracket closes the report or follows its dateline."""
    if text[-1] in "摄攝":
        yield from _taken(text)
        return
    if "/" in text or "／" in text:
        text = _TEXT_AND_PICTURE.sub(r" 摄影 \g<names>", text)
        marks = list(_ROLE.finditer(text))
        text = re.sub(r"(?<=[\u3400-\u9fff])\s?[/／]\s?文(?=[\s，,]|$)", " ", text) if marks and marks[0].end() < 12 else text
    marks = list(_ROLE.finditer(text))
    if marks and _SHARES.fullmatch(text, marks[0].start()):
        yield from (credit for mark in marks for credit in _of(mark, text[: marks[0].start()], text))
        return
    if not marks:
        people = [name for name in names.people(text) if names.is_person(name) or not names.is_organisation(name)]
        beside = names.is_organisation(text.split()[0]) if text.strip() else False
        if alone and all(names.is_person(name) or (beside and names.is_transcribed(name)) for name in people or [""]) and len(text) <= 24:
            yield from (Credit("author", name, text) for name in people)
        return
    if marks[0].start() > 0 and len(marks) == 1 and not text[marks[0].end() :].strip(" :：报道）)"):
        yield from _of(marks[0], text[: marks[0].start()], text)
        return
    if alone and (people := names.people(text[: marks[0].start()])) and all(names.is_person(name) and not names.is_organisation(name) for name in people):
        yield from (Credit("author", name, text) for name in people)
    marks = [mark for before, mark in zip([None, *marks], marks) if not (before and _IS_ALSO.fullmatch(text, before.start(), mark.end()))]  # noqa: B905
    for mark, end in zip(marks, [*(m.start() for m in marks[1:]), len(text)], strict=True):
        yield from _of(mark, text[mark.end() : end], text)


def _of(mark: re.Match[str], value: str, quote: str) -> Iterator[Credit]:
    role = _WORDS[int((mark.lastgroup or "r1")[1:])][1]
    value = re.sub(r"(?:特约|见习|实习|本报|本网|全媒体|融媒体|首席|报道|文图|图文|文并图|[/／])+\s{0,2}$", "", value.strip(" :：/／"))
    for name in names.people(value)[:_LONGEST_NAMES]:
        if not names.is_organisation(name) or names.is_person(name):
            yield Credit(role, name, quote)
