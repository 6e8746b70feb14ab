"""Reads the demo's list pages as the field notes say each family works, apart from the crawler and from the renderings."""

import json
import re
from html import unescape
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit

from demo.exchange import Request

BASE = "http://127.0.0.1:9"


class Asker:
    """Asks one family's site and keeps every answer's text."""

    def __init__(self, family):
        self.family, self.texts, self.count = family, [], 0

    def __call__(self, url, method="GET", form=None):
        parts = urlsplit(urljoin(BASE, url))
        request = Request(parts.path, method, dict(parse_qsl(parts.query, keep_blank_values=True)), form or {}, {"host": "127.0.0.1:9", "referer": BASE})
        answer = self.family.respond(request)
        self.count += 1
        text = answer.body if answer and answer.status == 200 else ""
        self.texts.append((parts.geturl(), text))
        return text

    def found(self):
        """Numbers of the postings that links in the answers lead to."""
        numbers = set()
        for url, text in self.texts:
            plain = unescape(text.replace('\\"', '"').replace("\\/", "/"))
            for href in re.findall(r'(?:href="|"infourl": "|"url": ?"|"pc": ")([^"]+)"', plain):
                parts = urlsplit(urljoin(url, href))
                posting = self.family.find_article(Request(parts.path, query=dict(parse_qsl(parts.query))))
                if posting and (parts.netloc == "127.0.0.1:9"):
                    numbers.add(posting.number)
        return numbers


def anchors(ask, column, first):
    """Follows every link that leads to another page of the same list."""
    todo, done = [first], set()
    while todo:
        url = todo.pop()
        if url in done:
            continue
        done.add(url)
        text = ask(url)
        for href in re.findall(r'<a [^>]*href="([^"]+)"', text):
            target = urljoin(urljoin(BASE, url), unescape(href))
            parts = urlsplit(target)
            found = ask.family.find_list(Request(parts.path, query=dict(parse_qsl(parts.query))))
            if found and found[0] == column and found[1] > 1:
                todo.append(f"{parts.path}?{parts.query}".rstrip("?"))


def trs(ask, column, first):
    total = int(re.search(r"createPageHTML\((\d+), 0, \"index\", \"html\"\)", ask(first))[1])
    for k in range(1, total):
        ask(f"{first}index_{k}.html")


def was(ask, column, first):
    base = re.search(r'wasurl = "([^"]+)"', ask(first))[1]
    for k in range(1, int(re.search(r'"pagecount":"(\d+)"', ask(base + "1"))[1]) + 1):
        ask(f"{base}{k}")


def vsb(ask, column, first):
    url = first
    while url:
        following = re.search(r'<span class="p_next p_fun"><a href="([^"]+)"', ask(url))
        url = urljoin(urljoin(BASE, url), unescape(following[1])).removeprefix(BASE) if following else None


def hanweb(ask, column, first):
    text = ask(first)
    proxy, per = re.search(r"proxyUrl:'([^']+)'", text)[1], int(re.search(r"perPage:(\d+)", text)[1])
    total = int(re.search(r"totalRecord:(\d+)", text)[1])
    unit = re.search(r"unitid:'([^']+)'", text)[1]
    for start in range(1, total + 1, 3 * per):
        form = {"col": "1", "columnid": str(column.code), "unitid": unit}
        ask(f"{proxy}?startrecord={start}&endrecord={start + 3 * per - 1}&perpage={per}", "POST", form)


def hanweb_get(ask, column, first):
    text = ask(first)
    for _ in range(99):
        following = re.search(r'<nextgroup><!\[CDATA\[<a href="([^"]+)"', text)[1]
        text = ask(following)
        if "<record>" not in text:
            return


def jpaas(ask, column, first):
    text = ask(first)
    url, query = re.search(r'url="([^"]+)" queryData="([^"]+)"', text).groups()
    keys = json.loads(query.replace("'", '"'))
    for k in range(1, 99):
        data = json.loads(ask(f"{url}?{urlencode(keys)}&paramJson={quote(json.dumps({'pageNo': k, 'pageSize': 15}))}"))["data"]["html"]
        if "<li" not in data:
            return


def kaipu(ask, column, first):
    total = int(re.search(r"createPageHTML\('page-div', (\d+), 1, 'list', 'shtml', \d+\)", ask(first))[1])
    for k in range(2, total + 1):
        ask(first.replace("list.shtml", f"list_{k}.shtml"))


def kaipu_json(ask, column, first):
    channel = re.search(r'channelId" content="([0-9a-f]{32})"', ask(first))[1]
    for k in range(1, 99):
        if not json.loads(ask(f"/common/search/{channel}?_isAgg=true&_isJson=true&_pageSize=15&_template=index&page={k}"))["data"]["results"]:
            return


def once(ask, column, first):
    ask(first)


def hzcms(ask, column, first):
    code = re.search(r'channelCode = "(\w+)"', ask(first))[1]
    for k in range(1, 99):
        if not json.loads(ask("/cms/JsonList", "POST", {"channelCode": code, "perPage": "20", "pageno": str(k)}))["list"]:
            return


def lonsun(ask, column, first):
    text = ask(first)
    service = unescape(re.search(r'load\("([^"]+)"', text)[1])
    for k in range(1, int(re.search(r"pageCount:(\d+)", text)[1]) + 1):
        ask(service.replace("pageIndex=", f"pageIndex={k}"))


def one(ask, column, first):
    for k in range(2, int(re.search(r"pageCount = (\d+)", ask(first))[1]) + 1):
        ask(first.replace("/1.html", f"/{k}.html"))


def channels(ask, column, first):
    for k in range(2, int(re.search(r"当前第 1 / (\d+)", ask(first))[1]) + 1):
        ask(first.replace(".html", f"_{k}.html"))


def asp_last(ask, column, first):
    for k in range(2, int(re.search(r"当前第 1 / (\d+)", ask(first))[1]) + 1):
        ask(f"{first}&page={k}")


def gkmlpt(ask, column, first):
    sid = re.search(r"SID:'(\d+)'", ask(first))[1]
    for k in range(1, 99):
        if not json.loads(ask(f"/gkmlpt/api/all/0?page={k}&sid={sid}"))["articles"]:
            return


def aspnet(ask, column, first):
    text = ask(first)
    while following := re.search(r"__doPostBack\('([^']+)','(\d+)'\)\">下一页", text):
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)"[^>]*value="([^"]*)"', text))
        text = ask(first, "POST", {**hidden, "__EVENTTARGET": following[1], "__EVENTARGUMENT": following[2]})


def epaper(ask, column, first):
    url = urljoin(BASE + first, re.search(r"url=([^\"]+)\"", ask(first))[1])
    while url:
        text = ask(url)
        following = re.search(r'href="([^"]+)">下一版', text) or re.search(r'href="([^"]+)">上一期', text)
        url = urljoin(url, following[1]) if following else None


WALKERS = {
    "trs": trs, "trs/was": was, "trs/split": trs, "vsb": vsb, "vsb/dynamic": vsb, "hanweb": hanweb, "hanweb/post": hanweb, "hanweb/old": hanweb_get, "jpaas": jpaas, "jpaas/shell": jpaas,
    "kaipu": kaipu, "kaipu/json": kaipu_json, "pc_list": once, "hzcms": hzcms, "lonsun": lonsun, "numbered/one": one, "numbered/channels": channels,
    "generic/last": asp_last, "nfcms/gkmlpt": gkmlpt, "aspnet": aspnet, "epaper": epaper,
}  # fmt: skip
PARTIAL = {"hanweb/encrypted", "jpaas/repeat"}
"""Dialects in which only the first rows can be had: that is their point."""
