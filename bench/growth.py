"""Measures how reading grows with the size of pages that are made to be slow: ``python -m bench.growth [--only WORD] [--largest 200000]``.

Every shape (deep nesting, thousands of siblings, brackets, lines, links, attributes, comments, scripts, tables, unclosed tags, long words, repeated
labels, meta tags, dates, credits …) is read at half the largest size and at the whole, as an article, as a list and as a text. One whose time more than
``GROWTH``-folds where its size doubles is a failure; so is one that takes longer than ``LONGEST_SECONDS`` for a million characters (processor time).
All of it takes some minutes; ``--only "as_list: links"`` reads what is named so.
"""

import argparse
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

from crawler import families
from crawler.lists.listing import ListPage
from crawler.onboarding import home
from pipelines.errors import PageRejected
from pipelines.page import Page
from pipelines.read import read

GROWTH, LONGEST_SECONDS, NO_LONGER = 2.6, 6.0, 30
"""Times; seconds for a million characters, of links above all, each of which takes a tenth of a millisecond; seconds after which one is given up."""
NOTICEABLE = 0.3
"""Seconds below which growth is chance."""
TEXT = "3月5日上午，县长林向东主持召开县政府常务会议，研究部署全县春耕生产工作，听取有关情况汇报，并就下一步工作提出要求。"
PROSE = f"<p>{TEXT}</p>" * 3
REPORT = f"<html><head><title>县政府召开会议</title></head><body><h1>县政府召开会议</h1>{PROSE}"
ITEMS = "<ul>" + "".join(f"<li><a href=/xw/202403/t20240306_{n}.html>县政府召开第{n}次会议</a><span>2024-03-06</span></li>" for n in range(20)) + "</ul>"
PIECES = r"""
brackets | （
square brackets | 【
angle | <
blanks | \s
wide blanks | \u3000
digits | 1
dates | 2024-3-6\s
colons | ：
ampersands | &
entities | &amp;amp;
number entities | &#12
word | a
characters | 县
tabs | \t
hyphens | -
tags without end | <a
comments | <!--
closed comments | <!--x-->
cdata | <![CDATA[
closing tags | </p>
scripts | <script>
closed scripts | <script>x</script>
empty spans | <span></span>
breaks | <br>
images | <img src=/u/#.jpg>
metas | <meta name=a# content=b>
one meta | <meta name=PubDate content=x>
paragraphs | <p>县
short lines | <p>县政府召开会议#</p>
sentences | <p>@#</p>
links | <a href=/a/#.html>县政府召开会议#</a>
linked lines | <p><a href=/t20240306_#.html>县政府召开会议</a></p>
one link | <a href=/art/2024/3/6/art_1_2.html>县政府召开会议</a>
documents | <p><a href=/u/#.pdf>附件#</a></p>
rows | <tr><td>县<td>乡
cells | <td>县
lists | <ul><li>
items | <li><a href=/xw/202403/t20240306_#.html>县政府召开第#次会议</a><span>2024-03-06</span></li>
sources | <p>来源：</p>
labels | 来源： 作者：\s
label lines | <p>来源：县报# 发布时间：2024-3-6</p>
label spans | <span>来源</span>
labelled | <p>作者：</p><p>王小明</p>
credits | <p>记者 王小明 通讯员 李小红 摄</p>
captions | <p>县领导调研#。王小明 摄</p>
bylines | （记者 王小明）
tails | <p>上一篇</p>
related | <p>相关阅读</p>
footers | <p>版权所有 县政府#</p>
tools | <p>打印 #</p>
adverts | <p>联系代写请加微信#</p>
walls | <p>查看全文请登录#</p>
crumbs | <p>首页 > 要闻 > 正文 #</p>
datelines | <p>3月6日讯</p>
bare dates | <p>2024-03-06 #</p>
hidden | <i hidden>x</i>y
styled | <i style='display:none'>x</i>y
templates | <template>
textareas | <textarea>
titles | <title>
headings | <h1>县政府召开会议#</h1>
glosses | 県(xiàn)
broken glosses | ?dāng)
question marks | ??@縣
traditional | 縣政府召開會議
numbers | <a href=index_#.html>#</a>
same numbers | <a href=index_2.html>2</a>
nexts | <a href=x#.html>下一页</a>
arrows | <a href=x#.html><img alt='»'></a>
titled | <a href=x#.html title=#></a>
onclicks | <li onclick="open('/a/#.html')">县政府召开会议</li>
calls | <a href='javascript:go#(2)'>下一页</a>
pages | createPageHTML(9,0,
totals | 共<b>
arrays | =[{
objects | {"title":"县#","url":"/a/#"},
strings | document.write('
quotes | '
escaped quotes | \'
written | document.write("来源："+a#);
assigned | a#="县报";
feed items | <item><title>县</title><link>/a/#.html</link></item>
list words | /list_
urls | <a href='/?a=#'>县</a>
attributes | <p id=a# class=b#>
many attributes |  a#=b
stores | <datastore>
records | <record>
unknown | <x#>
forms | <form>
bold | <b>县
fonts | <font><b>
times | <time datetime=2024-03-06>
selects | <select><option>
frames | <iframe src=/u/#.pdf>
ids | <div id=zoom>县
classes | <div class=TRS_Editor>县
divs | <div>
closed divs | <div></div>
nested table | <table><tr><td>
tr | <tr><td>x<td><div>
videos | <video>
base | <base href=/x#/>
"""
"""What is repeated until a page has its size, behind its name: ``#`` is a number, ``@`` a sentence."""


def pieces() -> dict[str, str]:
    """The pieces by name."""
    text = PIECES.strip().replace("@", TEXT)
    for sign, meant in (("\\t", "\t"), ("\\s", " "), ("\\u3000", "\u3000")):
        text = text.replace(f" | {sign}", f" | {meant}").replace(f"{sign}\n", f"{meant}\n")
    return dict(line.split(" | ", 1) for line in text.split("\n")) | {"lines": "\n"}


def filled(piece: str, size: int, first: int = 0) -> str:
    """A piece repeated up to a number of characters; numbered from ``first``, for what was read before is remembered."""
    if "#" not in piece:
        return piece * (size // len(piece))
    parts, length = list[str](), 0
    while length < size:
        parts.append(piece.replace("#", str(first + len(parts))))
        length += len(parts[-1])
    return "".join(parts)


WRAPS: dict[str, Callable[[str], str]] = {
    "bare": lambda text: text,
    "below a report": lambda text: f"{REPORT}{text}",
    "in a body": lambda text: f"<h1>县政府召开会议</h1><div class=TRS_Editor>{PROSE}{text}{PROSE}</div>",
    "in a headline's place": lambda text: f"<title>县政府召开会议</title><h1>县政府召开会议</h1>{text}<div class=TRS_Editor>{PROSE}</div>",
    "in a script": lambda text: f"{REPORT}<script>{text}</script>",
    "in a title": lambda text: f"<title>县{text}县</title>{PROSE}",
    "in an attribute": lambda text: f'<body><div class="{text}"><a href="{text}" title="{text}">县</a>{PROSE}' + "<br>县政府召开会议" * 500,
    "below a list": lambda text: f"{ITEMS}<div>{text}</div>",
    "deep": lambda text: f"{'<div class=nav onclick=x>' * 240}{text}",
    "in a feed": lambda text: f"<rss><item><link>/a/1.html</link><title>{text}</title><pubDate>{text}</pubDate></item></rss>",
    "in plain text": lambda text: text.replace("<p>", "\n").replace("</p>", "\n"),
}
"""Where the pieces stand."""
READ = {
    "as_article": ("bare", "below a report", "in a body", "in a headline's place", "in a script", "in a title", "in an attribute", "deep"),
    "as_list": ("bare", "below a list", "in a script", "in a title", "in an attribute", "deep", "in a feed"),
    "as_text": ("in plain text",),
}


def as_article(text: str) -> object:
    """Read as an article page."""
    return _read(text, "text/html")


def as_text(text: str) -> object:
    """Read as a text document."""
    return _read(text, "text/plain")


def _read(text: str, kind: str) -> object:
    try:
        return read(Page(url="http://www.qingxi.gov.cn/xw/t20240306_1.html", payload=text.encode("utf-8", "ignore"), content_type=kind))
    except PageRejected as rejected:
        return rejected.reason


def as_list(text: str) -> object:
    """Read as a list by the family that it shows, and as a home page."""
    page = ListPage(url="http://www.qingxi.gov.cn/xw/index.html", text=text)
    family = families.recognise(page)
    found = [family.links(page), family.next_request(page), family.total(page)]
    return [*found, home.describe(text.encode("utf-8", "ignore"), "http://www.qingxi.gov.cn/", None)]


def seconds(reader: Callable[[str], object], text: str) -> float:
    """Processor time of one reading; infinite where it does not end in a minute."""
    begun = time.process_time()
    signal.alarm(NO_LONGER)
    try:
        reader(text)
    except TimeoutError:
        return float("inf")
    finally:
        signal.alarm(0)
    return time.process_time() - begun


def ring(_signal: int, _frame: FrameType | None) -> None:
    """Too long."""
    raise TimeoutError


def main() -> int:
    """Print every shape that grows or lasts too long; 1 where there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", type=int, default=200_000, help="characters of the largest page")
    parser.add_argument("--only", default="", help="shapes whose title holds this")
    arguments = parser.parse_args()
    signal.signal(signal.SIGALRM, ring)
    failures = shapes = 0
    for title, reader, wrap, piece in [
        (f"{kind}: {name}, {where}", globals()[kind], WRAPS[where], piece)
        for kind, places in READ.items()
        for where in places
        for name, piece in pieces().items()
    ]:
        if arguments.only not in title:
            continue
        shapes += 1
        whole = seconds(reader, wrap(filled(piece, arguments.largest)))
        half = seconds(reader, wrap(filled(piece, arguments.largest // 2, first=1_000_000))) if whole > NOTICEABLE else 0.0
        if (half and whole / half > GROWTH) or whole > NOTICEABLE + LONGEST_SECONDS * arguments.largest / 1_000_000:
            failures += 1
            print(f"{title}: {half:.2f} s, {whole:.2f} s", flush=True)
    print(f"{shapes} shapes of {arguments.largest} characters; failures {failures}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
