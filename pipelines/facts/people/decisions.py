"""Who is named in decisions on posts (任命甲为副县长) and in short lives (甲，男，…现任县长): the name, and the posts behind it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipelines.facts.language.text import Span
from pipelines.facts.people.naming import name_end, name_end_before

_DECISIONS = ("任命", "免去", "选举", "补选", "增选", "推选", "聘请", "提名", "当选：", "接受", r"递补(?:[\u4e00-\u9fff]{0,8}候补委员)?")
_DECIDES = re.compile("|".join(rf"{verb}了?[：\s]{{0,2}}(?=[\u4e00-\u9fff])" for verb in _DECISIONS))
_DECIDED = re.compile(r"\n(?=[\u4e00-\u9fff]{2,4}(?:同志)?(?:任|为|不再))")
_COMRADE_DECIDED = re.compile(r"[：；，](?=[\u4e00-\u9fff]{2,4}同志(?:任|为|不再))")
"""The three are parted by how they begin, so that each is searched for by its first signs, and the last only in a text that holds one of:"""
_COMRADE_IS = ("同志任", "同志为", "同志不再")
_TO_POST = re.compile(
    r"(?:同志)?(?:等\d{0,3}(?:人|[位名]?同志))?(?:（[^（）]{1,8}）)?(?:为|任|的|担任|辞去|不再担任|不再兼任|(?<=同志))(?P<post>[\u4e00-\u9fff（）]{0,30}?(?:书记|主任|主席|[县区市州旗镇乡局部院校会庭所站科处厅团队]长|检察长|委员|常委|审判员|检察员|代表|调研员|主任科员|专员|院长|董事长|总经理))(?:（[^（）]{1,12}）)?(?:职务)?(?:的请求|的申请|人选|候选人)?(?=[，。；、\s]|$)"
)
_OFFICER = r"(?:书记|主任|主席|[县区市州旗镇乡局部院校会庭所站科处厅团队]长|检察长|委员|常委|审判员|检察员|代表|调研员|专员|董事长|总经理)"
_FURTHER_POST = re.compile(
    rf"[、，](?:拟?提名为?|推荐为?|拟任|拟担任)?(?P<post>(?:(?!同志|不再|担任|任命|免去|辞去|聘请|选举|补选|增选)[\u4e00-\u9fff]){{0,16}}?{_OFFICER})"
    r"(?=[、，。；\n]|职务|人选|候选人|$)"
)
_SEX = re.compile(r"，[男女]，")
_OPENING = re.compile(r"(?:^(?<![\s\S])|[\n。：；])\s{0,4}(?=[^\n。：；]*$)")
_NOW = re.compile(rf"(?:现任|拟任|拟提名为?)(?P<post>[\u4e00-\u9fff]{{0,24}}?{_OFFICER})(?=[、，。；\n]|$)")
_PROPOSED = re.compile(r"拟(?:任|提名|推荐|提拔|晋升|聘)[^\n]")
_LISTED = re.compile("、")
_LONGEST_NAME, _MOST = 14, 60


class Holder(NamedTuple):
    """A name with the posts behind it."""

    name: Span
    posts: tuple[Span, ...]
    proposed: bool
    """Or appointed, elected, relieved, and not yet in the post."""


def appointed(plain: str) -> Iterator[Holder]:
    """任命甲为副县长, 免去乙的局长职务: people whom a decision is about."""
    comrades = _COMRADE_DECIDED.finditer(plain) if any(words in plain for words in _COMRADE_IS) else ()
    for decision in (*_DECIDES.finditer(plain), *_DECIDED.finditer(plain), *comrades):
        start: int | None = decision.end()
        while start is not None:
            names, post = _named_together(plain, start)
            yield from (Holder(name, _posts_from(plain, post), proposed=True) for name in names if post)
            start = post.end() + 1 if post and plain[post.end() : post.end() + 1] == "，" else None


def _named_together(plain: str, start: int) -> tuple[list[Span], re.Match[str] | None]:
    """甲、乙、丙为副主任: the names of one post, and the post; the next list may follow behind ，."""
    names: list[Span] = []
    while len(names) < _MOST and (end := name_end_before(plain, start, _LISTED)):
        names.append(Span(start, end))
        start = end + 1
    last = name_end_before(plain, start, _TO_POST)
    return ([*names, Span(start, last)], _TO_POST.match(plain, last)) if last else ([], None)


def profiled(plain: str) -> Iterator[Holder]:
    """甲，男，汉族，…现任县长: whose life is told, or who is proposed, with the posts held now."""
    for sex in _SEX.finditer(plain):
        opening = _OPENING.search(plain, max(0, sex.start() - _LONGEST_NAME), sex.start())
        if opening and name_end(plain, opening.end()) == sex.start() and (now := _NOW.search(plain, sex.end(), sex.end() + 400)):
            proposed = bool(_PROPOSED.search(plain, sex.end(), sex.end() + 400))
            yield Holder(Span(opening.end(), sex.start()), _posts_from(plain, now), proposed)


def _posts_from(plain: str, first: re.Match[str]) -> tuple[Span, ...]:
    """A post and those that are listed behind it (委员、常委、书记)."""
    posts = [Span(*first.span("post"))]
    while further := _FURTHER_POST.match(plain, posts[-1].end):
        posts.append(Span(*further.span("post")))
    return tuple(posts)
