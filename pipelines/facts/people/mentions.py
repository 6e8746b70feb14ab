"""Where people are named: behind a post, in a list, behind 县领导, before a verb of speech, and wherever a name once known comes again."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipelines.facts.language.segment import frequencies
from pipelines.facts.language.surnames import INITIALS, RARE, begins_name
from pipelines.facts.language.text import Span, Text
from pipelines.facts.people.decisions import appointed, profiled
from pipelines.facts.people.endings import VERBS
from pipelines.facts.people.naming import NEVER, name_end
from pipelines.facts.people.offices import Stack, spreads, stacks

_ACT_OPENS = "委代副县区市旗州镇乡书主局部院校董总检同则还也最首分又先随在就受围指强要表说认提希建号介告坦叮嘱勉寄出带率一讲作对"
"""How ``_ACT`` begins."""
_BLANKS = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CLAUSE = re.compile(rf"[{_BLANKS}。！？；：，“”（）、][{''.join(sorted(INITIALS))}](?=[\u4e00-\u9fff ]{{1,3}}[{_ACT_OPENS}]|[\u4e00-\u9fff]{{0,5}}·)")
r"""Where a clause opens with what may be a surname and a verb after it: most clauses are passed over by looking at four signs.

The blanks are those of ``\s``: a set of signs is looked up, while a class in it has each sign compared in turn.
"""
_ACT = re.compile(
    r"(?P<post>委员|代表|副?(?:县长|区长|市长|旗长|州长|镇长|乡长|书记|主任|主席|局长|部长|院长|校长)|董事长|总经理|检察长)?(?:同志)?(?:则|还|也|最后|首先|分别|又|先后|随后)?"
    r"(?:(?:在[^，。；]{1,40}?[上时中后]|就[^，。；]{1,40}|代表[^，。；]{2,16}|受[^，。；]{2,16}委托|围绕[^，。；]{1,30})，?(?:分别|先后|还|也)?)?"
    r"(?:指出|强调|要求|表示|说(?!明)|认为|提出|希望|建议|号召|介绍说|告诉记者|坦言|叮嘱|嘱咐|勉励|寄语|主持|出席|带队|率队|一行|带领|讲话|作[^，。；]{0,30}?(?:报告|讲话|部署|安排|总结|发言|说明)"
    r"|(?:对|就|围绕)[^，。；]{1,50}?(?:作|进行)了?[^，。；]{0,12}?(?:部署|安排|总结|讲评|点评|说明|解读))"
)
_LISTED = r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff] {1,3}[\u4e00-\u9fff])"
_LIST = re.compile(rf"{_LISTED}(?:、{_LISTED}){{1,80}}")
_FIRST_LISTED = re.compile(rf"(?:(?<![\u4e00-\u9fff·])|(?<=代表)){_LISTED}$")
_LONGEST_LISTED = 5
_FIRST_MARK = re.compile(
    r"、(?<=[\u4e00-\u9fff]、)(?:(?<![\u4e00-\u9fff]{5}、)|(?<=代表[\u4e00-\u9fff]{2}、)|(?<=代表[\u4e00-\u9fff]{3}、)|(?<=代表[\u4e00-\u9fff]{4}、))"
)
"""Behind no more letters than a short word has."""
_LIST_END = re.compile(
    r"(?:等|参加|出席|陪同|先后|发言|参会|与会|到会|在[^，。；]{1,20}?(?:参加|出席|收听|收看|列席|参会)|作了?(?:交流|表态|典型)|列席|一同|一起|分别|共同|带队|随同|主持|同志|及|和|在主席台)|[）\s]|$|。|，"
)
_LONGEST_LIST = 120
_NEXT = re.compile(r"(?:（[^（）]{1,6}）)?(?:、\s?|[ ]{1,3}(?=[\u4e00-\u9fff]{2}))")
_GAP = re.compile(r"(?:（[^（）]{1,8}）)?(?:、(?:[离退]休|[包挂联][村片点])(?:干部|领导))?(?:同志)?[ ]{0,4}(?:有?[：]\s?)?")
_DOES = re.compile(rf"率|(?:{VERBS})(?<=[\u4e00-\u9fff]{{2}})")
_STRANGE = re.compile(r"[^\W\da-zA-Z_局部院委员会长书记主任席县区市镇乡村等和及]{3,5}")
_NO_NAME = re.compile(
    r"向[市县区全大各广人群党上社村省会新]|于[\d一二三四五六七八九十是今当昨上下本会第]|时[任间期]|应[当邀对该]|经[济过区县市]|万[元人亩户众]|方[面可案能]|区[委政人长纪监直]|任[务职命]|任(?:副|总|常务副)?(?:[组队班会校院所站局镇乡县区市]长|指挥|主任|书记)|安[全排]|全[县市区面体力程]|常[务委]|双方|成[为立员]|高[度质]|严[格禁]|解[决读答]|支[持部]|温[度室暖馨泉州]|关[于键心注爱怀]|包[案联保括村]|要|会"
)
"""Behind posts, where no name begins."""
_LEVELS = "省市县区州旗盟镇乡"
_GROUP = re.compile(
    "(?:" + "|".join(f"{level}[{_LEVELS}]?" for level in _LEVELS) + r"|全[市县区]|四大班子|四套班子|班子|党政|工委|管委会|管委|开发区|街道|局|党组|老(?=领导))"
    r"(?:委|政府|人大|政协|级|处级|四大?套?班子|四大班子|主要)*(?:老)?(?:领导(?:干部|同志|班子成员)?(?!小组|下|的|班子)|班子成员|同志|处级干部|级干部)(?:同志)?(?:还?有|分别是|包括)?[：]?\s?(?=[\u4e00-\u9fff])"
)
_HOST_LABELS = ("主持", "主持人", "主持领导", "出席领导", "参加领导", "出席人员", "参加人员", "出席", "参加", "列席", "主讲", "主讲人", "领学", "领学人")
_COMMONER = re.compile(
    r"(?:村民|居民|群众|市民|农民|种植户|养殖户|大户|贫困户|脱贫户|低保户|农户|学生|同学|家长|游客|职工|工人|患者|老人|大爷|大妈|大娘|阿姨|大姐|大叔|志愿者|网友|读者|消费者|店主|老板|摊主|司机|业主|烈士|先生|女士|被告人|嫌疑人|男子|女子|选手|运动员|小朋友)(?:代表)?\s?$"
)
_CREDIT = re.compile(r"(?:记者|通讯员|摄影|摄像|编辑|责编|作者|实习生|供稿|撰稿|校对|审核|制图|图/|文/|文图|见习|初审|复审|终审|来源)[：:\s]{0,3}$")
_NAMES_WORK = re.compile(r"\s?(?:摄|文|图|供图|供稿|整理|精神|思想|主义|事迹|同志先进)")
_LINKS = re.compile(
    r"^\s*(?:上一篇|下一篇|上一条|下一条|前一篇|后一篇|相关阅读|相关链接|推荐阅读|延伸阅读|责任编辑|编辑|来源|作者|记者|通讯员|供稿|撰稿|摄影|审核|校对|初审|复审|终审)\s?[：:]"
)


class Mention(NamedTuple):
    """One place where someone is named: the span of post and name, the name's own, and the posts as written."""

    start: int
    name: Span
    posts: tuple[Span, ...] = ()
    appointed: bool = False
    """Named only as the one who is appointed, elected or relieved."""
    appended: bool = False
    """A member's title behind the name: 沈建民委员."""

    def called(self, plain: str) -> str:
        """The name without padding."""
        return plain[self.name.start : self.name.end].replace(" ", "")


def mentions(text: Text) -> list[Mention]:
    """All places where people are named as acting, in order; the same name at every place."""
    plain = text.plain
    found: dict[int, Mention] = {}
    posts = {_name_start(plain, stack): stack for stack in stacks(plain)}
    for start, stack in posts.items():
        _add(found, _after_stack(plain, start, stack))
    for start in _labelled(plain):
        _add(found, _chain(plain, start, labelled=True))
    _add(found, _lists(plain))
    for one in (*appointed(plain), *profiled(plain)):
        known = found.get(one.name.start)
        other = Mention(one.name.start, one.name, one.posts, one.proposed, appended=True)
        found[one.name.start] = known._replace(appointed=True) if known and known.posts else other
    _add(found, _speakers(plain))
    begun = {stack.start: stack for stack in posts.values()}
    kept = {start: m for start, m in found.items() if not _is_out(plain, m) and not (start in begun and not m.posts and begun[start].end > m.name.end)}
    return _everywhere(plain, kept, posts)


def _add(found: dict[int, Mention], more: list[Mention]) -> None:
    for mention in more:
        if mention.name.start not in found or (mention.posts and not found[mention.name.start].posts):
            found[mention.name.start] = mention


def _name_start(plain: str, stack: Stack) -> int:
    gap = _GAP.match(plain, stack.end)
    return gap.end() if gap else stack.end


def _after_stack(plain: str, start: int, stack: Stack) -> list[Mention]:
    """The person behind a stack of posts, and those listed after with the same post."""
    end = name_end(plain, start) or _unheard_of(plain, start)
    if end is None or _NO_NAME.match(plain, start):
        return []
    first = Mention(stack.start, Span(start, end), stack.posts)
    if not _NEXT.match(plain, end):
        return [first]
    shared = tuple(post for post in stack.posts if spreads(plain[post.start : post.end]))
    return [first, *_chain_on(plain, end, shared)]


def _labelled(plain: str) -> Iterator[int]:
    """Where the names behind 县领导 and behind 主持人： begin."""
    for group in _GROUP.finditer(plain):
        yield group.end()
    colon = plain.find("：")
    while colon >= 0:
        if plain.endswith(_HOST_LABELS, 0, colon):
            yield colon + 2 if plain[colon + 1 : colon + 2].isspace() else colon + 1
        colon = plain.find("：", colon + 1)


def _chain(plain: str, start: int, *, labelled: bool = False) -> list[Mention]:
    """A list of names that begins here; ``labelled`` behind 县领导."""
    end = None if _NO_NAME.match(plain, start) else name_end(plain, start, strict=True, labelled=labelled)
    return [] if end is None else [Mention(start, Span(start, end)), *_chain_on(plain, end, (), labelled=labelled)]


def _chain_on(plain: str, end: int, posts: tuple[Span, ...], *, labelled: bool = False) -> list[Mention]:
    """The names that go on after 、 (and no post between)."""
    found: list[Mention] = []
    for _ in range(_LONGEST_LIST):
        joint = _NEXT.match(plain, end)
        following = name_end(plain, joint.end(), strict=not posts, labelled=labelled) if joint else None
        if joint and following is not None and _NO_NAME.match(plain, joint.end()):
            return found
        if joint and following is None and (posts or labelled or len(found) > 1):
            following = _between(plain, joint.end()) or (_unheard_of(plain, joint.end()) if posts else None)
        if joint is None or following is None or (plain[joint.start()] == " " and _DOES.match(plain, joint.end())):
            return found
        found.append(Mention(joint.end(), Span(joint.end(), following), posts))
        end = following
    return found


def _between(plain: str, start: int) -> int | None:
    """The end of a name that is also an everyday word (高原, 温和), where a name follows it in the list."""
    end = plain.find("、", start, start + 4)
    known = end - start >= 2 and (begins_name(plain, start) or plain[start] in RARE) and not _NO_NAME.match(plain, start)
    return end if known and name_end(plain, end + 1, strict=True) else None


def _unheard_of(plain: str, start: int) -> int | None:
    """The end of what is no word and stands, behind a post, in a list before a name (看召东智、杨喜东): names of other peoples begin in many ways."""
    end = plain.find("、", start, start + 6)
    odd = end - start >= 3 and _STRANGE.fullmatch(plain, start, end) and plain[start : start + 2] not in frequencies()
    return end if odd and name_end(plain, end + 1) else None


def _lists(plain: str) -> list[Mention]:
    """Bare lists of two names and more, such as open or close a paragraph on who took part."""
    found: list[Mention] = []
    for listed in _bare_lists(plain):
        chain = _chain(plain, listed.start()) if listed[0][0] in INITIALS else []
        words = listed[0].count("、") + 1
        if len(chain) >= 2 and len(chain) >= words - 1 and _LIST_END.match(plain, chain[-1].name.end):
            found += chain
    return found


def _bare_lists(plain: str) -> Iterator[re.Match[str]]:
    """Lists of short words behind a sign or 代表, in order; each is sought from its first 、, for few signs are one."""
    passed = 0
    for mark in _FIRST_MARK.finditer(plain):
        if mark.start() > passed:
            first = _FIRST_LISTED.search(plain, max(passed, mark.start() - _LONGEST_LISTED), mark.start())
            listed = first and _LIST.match(plain, first.start())
            if listed:
                yield listed
                passed = listed.end()


def _speakers(plain: str) -> list[Mention]:
    """A bare name that opens a clause and speaks, presides or leads."""
    found = []
    for clause in _CLAUSE.finditer("\n" + plain):  # so that the text, too, opens behind a sign
        start = clause.start()
        end = name_end(plain, start, strict=True)
        act = _ACT.match(plain, end) if end else None
        if end and act:
            posts = (Span(*act.span("post")),) if act["post"] else ()
            found.append(Mention(start, Span(start, end), posts, appended=bool(posts)))
    return found


def _is_out(plain: str, mention: Mention) -> bool:
    """Whether a name is a passer-by, the author of the report, a doctrine or part of a link to another report."""
    before = plain[max(0, mention.start - 8) : mention.start]
    line = plain.rfind("\n", 0, mention.start) + 1
    head = plain[line : line + 12]
    return mention.called(plain) in NEVER or bool(
        _COMMONER.search(before) or _CREDIT.search(before) or ("：" in head and _LINKS.match(head)) or _NAMES_WORK.match(plain, mention.name.end)
    )


def _everywhere(plain: str, kept: dict[int, Mention], posts: dict[int, Stack]) -> list[Mention]:
    """The mentions found, and every further place where one of the names stands."""
    names = {plain[m.name.start : m.name.end] for m in kept.values()}
    for start, end in _occurrences(plain, names):
        if start not in kept:
            stack = posts.get(start)
            extra = Mention(stack.start if stack else start, Span(start, end), stack.posts if stack else ())
            if not _is_out(plain, extra):
                kept[start] = extra
    return [kept[start] for start in sorted(kept)]


def _occurrences(plain: str, names: set[str]) -> Iterator[tuple[int, int]]:
    """Every place of every name, in order, the longest at each; none within another."""
    spans = []
    for name in names:
        start = plain.find(name)
        while start >= 0:
            spans.append((start, -len(name)))
            start = plain.find(name, start + len(name))
    passed = 0
    for start, negative in sorted(spans):
        if start >= passed:
            passed = start - negative
            yield start, passed


def by_name(named: Iterable[tuple[str, Mention]]) -> dict[str, list[Mention]]:
    """The mentions of each person in order of appearance."""
    people: dict[str, list[Mention]] = defaultdict(list)
    for name, mention in named:
        people[name].append(mention)
    return dict(people)
