"""Keywords: the words that tell a report from others, by how often they come in it and how rare they are elsewhere."""

import re
from collections import Counter
from heapq import nlargest

from pipelines.facts.context import Context
from pipelines.facts.language.segment import cutter, rarity
from pipelines.facts.language.text import Text
from pipelines.factual import Keyword

KIND = "keywords"
NEEDS = ("people",)
_MOST = 12
_LONGEST = 6000
"""Characters that are looked at: what a long report is about shows in its first pages."""
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9+]+")
_EMPTY = frozenset(
    "我们 他们 进行 工作 方面 问题 情况 会议 指出 强调 要求 进一步 坚持 加强 推进 推动 做好 全面 深入 认真 切实 不断 积极 努力 实现 确保 提高 提升 落实 开展 工作会议 有关 相关 重要 主要 重点 以及 通过 为了 因为 所以 但是 同时 "
    "其中 目前 今年 去年 上午 下午 近日 今天 昨天 同志 同志们 领导 单位 部门 人员 负责同志 主要负责 负责人 参加 出席 召开 举行 主持 讲话 围绕 按照 根据 结合 针对 继续 持续 扎实 有效 全力 着力 大力 进展 一是 二是 三是 四是 五是 六是 一要 二要 三要 四要 必须 需要 能够 可以 应当 就是 不是 没有 "
    "各级 各地 各部门 各单位 全县 全市 全区 全省 记者 通讯员 来源 编辑 责任编辑 发布 时间 完成 达到 增长 左右 以上 以下 万元 亿元 第一 第二 第三 一个 两个 建设 发展 成为 作为 形成 加快 促进 抓好 抓实 表示 认为 提出 介绍 一步 之一 这个 这些 那些 自己 大家 什么 如何 怎么".split()
)


def find(text: Text, context: Context) -> tuple[Keyword, ...]:
    """At most twelve words, the most telling first, with weights from 0 to 1; a word of the headline counts threefold."""
    plain = text.plain[:_LONGEST]
    counts = Counter(cutter()(plain))
    titled = Counter(cutter()(context.title))
    rare = rarity()
    names = "、".join(person.name for person in context.found.people)
    weights = {word: (count + 2 * titled[word]) * rare(word) for word, count in counts.items() if len(word) > 1 and word not in _EMPTY}
    leading = nlargest(4 * _MOST, weights, key=lambda word: (weights[word], word))
    best = [word for word in leading if word not in names and _WORD.fullmatch(word)][:_MOST]
    top = weights[best[0]] if best else 1.0
    return tuple(_keyword(text, plain, word, weights[word] / top) for word in best)


def _keyword(text: Text, plain: str, word: str, weight: float) -> Keyword:
    start = plain.index(word)
    return Keyword(quote=text.quote(start, start + len(word)), start=start, word=word, weight=round(weight, 4))
