"""The grammar of meta lines: which labels (来源, 发布时间, 责任编辑 …) Chinese pages print, and the values that follow them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipelines.normalise.text import squash

# kind -> labels. A page says them in many ways; the order within a kind does not matter.
_LABELS: dict[str, str] = {
    "published": (
        "发布时间 发布日期 发布于 发表于 发帖于 发表时间 发表日期 发稿时间 发稿日期 公开日期 公开时间 公布日期 公布时间 "
        "上网时间 上网日期 上传时间 上传日期 上载日期 上载时间 录入时间 录入日期 添加时间 添加日期 加入时间 提交时间 刊发时间 "
        "刊登日期 播发时间 信息时间 信息日期 稿件时间 文章日期 文章时间 新闻时间 发帖时间 投稿时间 时间 日期 发布 "
    ),
    "updated": "更新时间 更新日期 最后更新 最后更新时间 修改时间 最近更新 更新于 编辑于 编辑时间 编辑日期",
    "issued": "发文日期 发文时间 印发日期 印发时间 成文日期 成文时间 生成日期 生成时间 形成日期 制发日期",
    "source": (
        "来源 信息来源 文章来源 稿件来源 稿源 内容来源 新闻来源 来源于 消息来源 资料来源 来稿单位 转载自 转载来源 出处 摘自 "
        "文章出处 新闻出处 发布来源 来源单位 来源部门 信息源 来自 转自 转发自 信息来源单位 "
    ),
    "issuer": (
        "发布机构 发布单位 发布部门 信息发布机构 信息发布单位 发布机关 发文机关 发文单位 发文机构 公开责任部门 责任部门 "
        "责任单位 供稿单位 供稿部门 供稿 提供单位 信息提供 信息提供单位 撰稿单位 投稿单位 公开机构 公开单位 公开主体 发布主体 "
        "信息公开单位 信息提供部门 所属机构 组配单位 "
    ),
    "author": "文图 图文 作者 撰稿 撰稿人 撰文 文 发布人 发布者 发布员 供稿人 投稿人 录入 录入者 录入员 录入人 文章录入 信息录入 上传者 信息员",
    "reporter": "记者 本报记者 本网记者 全媒体记者 融媒体记者 见习记者 实习记者 首席记者 特约记者 实习生 文字记者 采写 文字",
    "correspondent": "通讯员 特约通讯员 本报通讯员",
    "photographer": "摄影 摄 摄影记者 图 图片 摄像 供图 图片摄影 摄影报道",
    "editor": (
        "编辑 责任编辑 责编 本期编辑 值班编辑 网络编辑 网站编辑 新媒体编辑 文字编辑 执行编辑 见习编辑 实习编辑 美编 主编 副主编 "
        "总编辑 值班主编 编校 编排 制作 排版 编发 责任编校 编审 值班编审 值班责编 图文编辑 栏目编辑 网页编辑 "
    ),
    "reviewer": (
        "审核 审核人 初审 复审 终审 一审 二审 三审 审校 校对 责任校对 监制 签发 签发人 审签 总值班 值班总编 审稿 审稿人 审读 "
        "核稿 总监制 值班编委 值班主任 统筹 策划 复核 审定 初审人 复审人 终审人 一审人 二审人 三审人 一校 二校 三校 一审一校 二审二校 "
        "三审三校 一校一审 二校二审 三校三审 审核员 审签人 主审 校审 审核发布 信息审核 信息审核人 内容审核 值班审核 值班领导 审核领导 "
    ),
    "column": "所属栏目 所属分类 栏目 分类 类别 信息类别 信息分类 文章分类 新闻分类 所在栏目 频道",
    "title": "信件标题 信件主题 来信标题 来信主题 留言标题 咨询标题 投诉标题 提案标题 文章标题 信息名称 名称 标题 文件名称 公文标题 文件标题 信息标题",
    "other": (
        "正文 拟稿 拟稿人 浏览次数 浏览量 浏览人次 浏览 阅读次数 阅读量 阅读数 阅读 点击次数 点击量 点击率 点击数 点击 访问量 "
        "访问次数 访问数 人气 次数 字号 字体 字体大小 正文字号 文字大小 打印 分享 分享到 分享至 收藏 保存 保护视力色 视力保护色 "
        "背景颜色 背景色 我要纠错 索引号 索引 文号 文件编号 发文字号 发文文号 文件字号 主题分类 主题词 体裁分类 体裁 有效性 "
        "生效日期 生效时间 废止日期 废止时间 失效日期 失效时间 关键词 关键字 公开方式 公开范围 公开形式 公开程序 公开类别 "
        "公开属性 公开目录 公开时限 主题 内容概述 信息概述 概述 内容摘要 摘要 标签 我要评论 评论 评论数 扫一扫 时效性 是否有效 "
        "有效期 状态 组配分类 服务对象 服务对象分类 文种 公文种类 信息来源网址 网址 原文链接 链接 语种 载体类型 密级 统一登记号 "
        "信息索引 关联类型 办文部门 适用范围 文件来源 语音播报 朗读 听全文 下载 字数 热度 点赞 转发 "
    ),
}
_SHORT = 3
"""A label shorter than this is a word of running text too; it must not follow a Chinese character."""
KINDS: dict[str, str] = {label: kind for kind, labels in _LABELS.items() for label in labels.split()}
_ENGLISH = {
    "Source": "source", "Author": "author", "Writer": "author", "Reporter": "reporter", "Editor": "editor", "Published": "published",
    "Publish Date": "published", "Publish Time": "published", "Release Date": "published", "Release Time": "published", "Updated": "updated",
    "Update Time": "updated", "Last Updated": "updated", "Views": "other", "Hits": "other", "Font Size": "other", "Font": "other",
    "Share": "other", "Print": "other",
}  # fmt: skip
"""Labels of a site's English pages."""
_IN_ENGLISH = {"".join(label.split()): kind for label, kind in _ENGLISH.items()}
_CJK = "\u3400-\u9fff"


def _pattern() -> re.Pattern[str]:
    """One pattern for every label, blanks allowed between its characters (``来　　源``). The lookahead passes over most of a text at once."""
    long, short = ([label for label in KINDS if (len(label) > _SHORT) is longer] for longer in (True, False))
    english = "|".join(label.replace(" ", r"\s?") for label in sorted(_ENGLISH, key=len, reverse=True))
    colon = r"[ \t]{0,4}(?:[:：∶﹕︰]|/(?=[" + _CJK + "]))"
    first = "".join(sorted({label[0] for label in [*KINDS, *_ENGLISH]}))
    return re.compile(
        rf"(?=[{first}])(?:({_any_of(long)}|(?<![A-Za-z])(?:{english}))|(?<![{_CJK}A-Za-z])({_any_of(short)}))"
        rf"(?:{colon}|(?=[ \t]{{0,3}}(?:19|20)\d\d[-/.年—]))"
    )


def _any_of(labels: Iterable[str]) -> str:
    """A pattern for any of these labels, read character by character; what must follow a label decides between two of which one begins the other."""
    rests: dict[str, list[str]] = {}
    for label in labels:
        rests.setdefault(label[0], []).append(label[1:])
    branches = []
    for first, after in rests.items():
        longer = _any_of(rest for rest in after if rest)
        branches.append(re.escape(first) + (rf"(?:[ \t\u3000]{{0,4}}(?:{longer})){'?' if '' in after else ''}" if longer else ""))
    return "|".join(branches)


_LABEL = _pattern()
_PIPED = re.compile(r"(?:^|(?<=[ \t\u3000（(]))([\u4e00-\u9fff]{1,5})[ ]?[|｜丨](?=[ ]?[\u4e00-\u9fff《])")
"""Labels of public accounts, set off by a bar: 编辑丨周小敏 审核丨吴敏."""
_BRACKETED = re.compile(r"[\[【]([\u4e00-\u9fff](?:[ \u3000]{0,4}[\u4e00-\u9fff]){1,6})[\]】](?=[ \u3000]{0,4}[^\s\[【:：])")
"""Labels of documents, set in brackets."""
_OPENS_WITH_DATE = re.compile(r"(?:19|20)\d\d[-/.年]")
_SHORT_LINE = 120
_MARK = re.compile(r"[:：∶﹕︰/|｜丨]")
_YEAR = re.compile(r"19\d\d[-/.年—]|20\d\d[-/.年—]")
"""What every label is followed by; a line without either holds none."""
_LONGEST = 2000
_TRADITIONAL = str.maketrans(
    "來發佈時間責編輯審核記者員實習攝圖報導聯繫單關機構稿源轉載閱讀瀏覽點擊訪問數錄體號鍵詞標題欄類別產業區頁網絡權總監製終複對簽檢視強調導師話電訊訊號鏈接評論開閉複製觀",
    "来发布时间责编辑审核记者员实习摄图报导联系单关机构稿源转载阅读浏览点击访问数录体号键词标题栏类别产业区页网络权总监制终复对签检视强调导师话电讯讯号链接评论开闭复制观",
)
"""The characters of labels and line rules, traditional to simplified, one for one so that places stay."""
_IS_TRADITIONAL = re.compile("[" + "".join(map(chr, _TRADITIONAL)) + "]")
_TOOLS = re.compile(
    r"[【\[（(<]{0,2}\s{0,2}(?:字\s{0,4}[号體体](?:大小)?|大\s{0,2}中\s{0,2}小|打\s{0,4}印|关\s{0,4}闭|分享|收藏|保护视力|浏览|阅读(?=\s{0,2}[（(\[:：\d])|阅读(?:次数|"
    r"量|数)|点击|访问|人气|语音|扫一扫|我要纠错|纠错|评论|返回|复制|T\||A[+-]|"
    r"手机(?:看|版|阅读)|放大|缩小|正常|朗读|视力保护|来源[:：]|发布时间|责任编辑|下载文档|导出)"
)
_BARE_DATE = re.compile(r"[ \t]?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}")
DATED = frozenset({"published", "updated", "issued"})
"""The kinds whose values are dates."""
_OPENING = "（(【["
_CLOSING = "]】)）"
_AROUND = " \t\u3000|｜丨/／,，;；·•-—_>»>:："
_BEFORE, _BEHIND = _AROUND + _CLOSING, _OPENING + _AROUND
_BRACKET = re.compile(r"[（）()【】\[\]]")
_ENCLOSED = re.compile(r"[【\[]([^【】\[\]]{1,60})[】\]]")
_ADDRESS = re.compile(r"\s{1,4}https?://\S{0,400}$")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label with what follows it on its line."""

    kind: str
    label: str
    value: str
    start: int
    """Where the label begins in its line."""


@lru_cache(maxsize=4096)
def read(text: str) -> tuple[Labelled, ...]:
    """Every label in one line, with its value: up to the next label, or to a tool (字号, 打印 …) that follows it.

    In a table's row (cells joined by tabs) a cell that is nothing but a label is followed by its value in the next cell, without a colon. A line that is
    nothing but a label (``<dt>来源</dt>``) is one without a value, colon or not.
    """
    if "\t" in text:
        return tuple(_read_row(text))
    if len(text) > _LONGEST:
        return ()
    if text[:1] in "[【" and len(text) <= _SHORT_LINE and _BRACKETED.match(text):
        text = _BRACKETED.sub(_out_of_brackets, text)
    elif not (_MARK.search(text) or _YEAR.search(text)):
        label = squash(simplified(text)).strip("【】[]") if len(text) <= 12 else ""
        return (Labelled(KINDS[label], label, "", 0),) if label in KINDS and len(label) > 1 else ()
    if len(text) <= _SHORT_LINE and ("丨" in text or "|" in text or "｜" in text):
        first = _PIPED.search(text) if _OPENS_WITH_DATE.match(text) else _PIPED.match(text)
        text = _PIPED.sub(_with_colon, text) if first and first[1] in KINDS else text
    matches = list(_LABEL.finditer(simplified(text)))
    ends = [*(match.start() for match in matches[1:]), len(text)]
    return tuple(_labelled(match, text[match.end() : end]) for match, end in zip(matches, ends, strict=False))


def _out_of_brackets(match: re.Match[str]) -> str:
    """``[发布日期] 2024-03-06`` with a colon; every character keeps its place."""
    label = squash(match[1])
    return f" {match[1]}：" if KINDS.get(label, "photographer") not in {"photographer", "reporter"} else match.group()


def _with_colon(match: re.Match[str]) -> str:
    """A label's bar as a colon; every character keeps its place."""
    return f"{match.group()[:-1]}：" if match[1] in KINDS else match.group()


def simplified(text: str) -> str:
    """Text whose labels are in simplified script; every character keeps its place."""
    return text.translate(_TRADITIONAL) if _IS_TRADITIONAL.search(text) else text


def _labelled(match: re.Match[str], value: str) -> Labelled:
    label = squash(match[1] or match[2])
    kind = KINDS.get(label) or _IN_ENGLISH[label]
    return Labelled(kind, label, clean(value if kind in DATED else _before_date(value)), match.start())


def _before_date(value: str) -> str:
    """A name ends where a bare date follows it on the same line."""
    match = _BARE_DATE.search(value)
    return value if match is None or match.start() == 0 else value[: match.start()]


def _read_row(text: str) -> list[Labelled]:
    found: list[Labelled] = []
    cells = text.split("\t")
    start = 0
    for number, cell in enumerate(cells):
        name = squash(simplified(cell)).strip("【】[]()（）:：")
        if name in KINDS:
            value = cells[number + 1] if number + 1 < len(cells) else ""
            if squash(value).strip(":：") not in KINDS:
                found.append(Labelled(KINDS[name], name, clean(value), start))
        elif len(cell) <= 2000:
            found.extend(Labelled(x.kind, x.label, x.value, start + x.start) for x in read(cell) if x.value)
        start += len(cell) + 1
    return found


def clean(value: str) -> str:
    """A value without the tools, separators and brackets around it."""
    tool = _TOOLS.search(value)
    if tool:
        value = value[: tool.start()]
    value = _ADDRESS.sub("", value).lstrip(_BEFORE).rstrip(_BEHIND)
    enclosed = _ENCLOSED.fullmatch(value)
    if enclosed:
        return enclosed[1].strip()
    return _balanced(value).strip()


def _balanced(value: str) -> str:
    """A bracket that opens at the very end, or one that closes nothing, belongs to the line and not to the value."""
    if not _BRACKET.search(value):
        return value
    for opening, closing in ("（）", "()", "【】", "[]"):
        if value.count(opening) > value.count(closing):
            head, _, tail = value.rpartition(opening)
            value = head if len(tail) <= 1 or not head else value
        elif value.count(closing) > value.count(opening):
            value = value.replace(closing, "", 1) if value.endswith(closing) else value
    return value


def is_label(text: str) -> bool:
    """True where a line is nothing but a label, its value standing elsewhere."""
    return len(text) <= 24 and squash(simplified(text)).strip("【】[]()（）:：|") in KINDS
