"""Cutting text into words: rjieba where it is installed (thirty times as fast), else jieba, with the same words added to either."""

import logging
import math
import warnings
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from db import divisions

_ADDED = (
    "规上工业 高质量发展 乡村振兴 营商环境 招商引资 项目建设 安全生产 一般公共预算 固定资产投资 社会消费品零售总额 可支配收入 地区生产总值 脱贫攻坚 生态环境 环境保护 污染防治 河长制 林长制 放管服 专精特新 "
    "全面从严治党 主题教育 党史学习教育 巡视巡察 基层治理 社会治理 平安建设 扫黑除恶 信访维稳 防汛抗旱 森林防火 粮食安全 耕地保护 高标准农田 农村人居环境 厕所革命 城市更新 老旧小区 棚户区改造 数字经济 科技创新 人才引进 "
    "产业集群 产业园区 重点项目 民生实事 公共服务 义务教育 医疗保障 养老服务 文旅融合 全域旅游 疫情防控 复工复产 双随机 区委书记 县委书记 市委书记 代区长 代县长 代市长 常务副区长 常务副县长 常务副市长 人大常委会 政协委员 党工委 管委会 经开区 高新区"
).split()
"""Words of the field that the dictionaries lack."""


@cache
def cutter() -> Callable[[str], list[str]]:
    """The function that cuts; its first use loads a dictionary."""
    words = [*_ADDED, *_division_names()]
    if find_spec("rjieba") is not None:
        import rjieba  # noqa: PLC0415 - optional, and slow to import

        for word in words:
            rjieba.add_word(word, 500, "n")
        return lambda text: list(rjieba.cut(text, hmm=False))
    return _jieba(words)


def _jieba(words: list[str]) -> Callable[[str], list[str]]:
    """jieba without its chatter and without the cache that it would leave in the shared temporary folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba  # noqa: PLC0415 - slow to import
    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for word in words:
        tokenizer.add_word(word, 500)
    return lambda text: list(tokenizer.cut(text, HMM=False))


def _division_names() -> list[str]:
    return [name for row in divisions.all_current() for name in {row.name, row.short_name} if 2 <= len(name) <= 6]


@cache
def rarity() -> Callable[[str], float]:
    """How telling a word is: its inverse document frequency by jieba's table; the table's median for words that it lacks."""
    found = find_spec("jieba")
    table: dict[str, float] = {}
    if found and found.origin:
        with (Path(found.origin).parent / "analyse" / "idf.txt").open(encoding="utf-8") as lines:
            for line in lines:
                word, _, value = line.rpartition(" ")
                table[word] = float(value)
    median = sorted(table.values())[len(table) // 2] if table else math.e
    return lambda word: table.get(word, median)
