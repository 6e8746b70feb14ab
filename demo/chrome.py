"""What stands around the news on county sites: meta tags, navigation, breadcrumb, share bar, hot list, float windows, footer."""

# ruff: noqa: E501 - markup and sentences stand as they are served

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape

from demo import chance
from demo.news import Article
from demo.plan import Column
from demo.site import Posting, Site

DATE_LABELS = ("发布时间：", "发布日期：", "时间：", "日期：", "发布时间: ", "更新时间：")
SOURCE_LABELS = ("来源：", "信息来源：", "文章来源：", "来源: ", "来　　源：", "稿源：")


@dataclass(frozen=True, slots=True)
class Link:
    """An address with its words."""

    href: str
    text: str


class Chrome:
    """The surroundings of one site's pages; what never changes is built once."""

    def __init__(self, site: Site, nav: Iterable[Link]) -> None:
        self.site = site
        self.name = f"{site.division.name}人民政府"
        rng = chance.stream(site.plan.seed, "skin", site.mine.index)
        self.date_label, self.source_label = rng.choice(DATE_LABELS), rng.choice(SOURCE_LABELS)
        self.official_dash = rng.random() < 0.06
        self.separator = rng.choice((" &gt; ", " &gt;&gt; ", " > ", "&nbsp;&gt;&nbsp;", " / "))
        self.where = rng.choice(("当前位置：", "您现在的位置：", "您所在的位置：", "当前位置:"))
        self.editor = rng.random() < 0.6
        nav = list(nav)
        self._nav = "".join(f'<li><a href="{link.href}" target="_self">{link.text}</a></li>' for link in nav)
        self._footer = self._fixed_footer(rng.randint(10000000, 29999999), rng.randint(1000000, 9999999))
        self._ads = self._float(rng.randint(1, 99))

    def head(self, title: str, metas: str = "", extra: str = "", charset: str | None = None) -> str:
        """From the doctype to ``</head>``; the charset is what the page claims."""
        declared = self.site.mine.charset if charset is None else charset
        return (
            '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n'
            f'<meta charset="{declared}">\n<meta http-equiv="X-UA-Compatible" content="IE=edge,chrome=1">\n<title>{escape(title)}</title>\n'
            f'{self.site_metas()}{metas}<link rel="stylesheet" href="/css/style.css">\n'
            f'<style type="text/css">.main P{{margin-top:0;line-height:2}} #fs{{font-family:宋体}}</style>\n{extra}</head>\n'
        )

    def site_metas(self) -> str:
        """The tags that every page must carry (国办发〔2017〕47号)."""
        return (
            f'<meta name="SiteName" content="{self.name}">\n<meta name="SiteDomain" content="{self.site.host}">\n'
            f'<meta name="SiteIDCode" content="{self.site.id_code}">\n'
        )

    def column_metas(self, column: Column) -> str:
        """The tags of a column."""
        kind = "工作动态" if column.kind == "own" else column.name
        return (
            f'<meta name="ColumnName" content="{column.name}">\n<meta name="ColumnDescription" content="{self.name}{column.name}栏目">\n'
            f'<meta name="ColumnKeywords" content="{column.name}">\n<meta name="ColumnType" content="{kind}">\n'
        )

    def content_metas(self, posting: Posting, article: Article) -> str:
        """The tags of an article."""
        stamp = f"{posting.published:%Y-%m-%d %H:%M}"
        if self.official_dash:
            stamp = stamp.replace("-", "—").replace(":", "∶")
        return (
            f'<meta name="ArticleTitle" content="{escape(article.title)}">\n<meta name="PubDate" content="{stamp}">\n'
            f'<meta name="ContentSource" content="{escape(article.source)}">\n<meta name="Keywords" content="">\n'
            f'<meta name="Author" content="">\n<meta name="Description" content="{escape(article.body[:60].splitlines()[0])}">\n'
        )

    def top(self) -> str:
        """Logo, tools, navigation, search."""
        return (
            '<body>\n<div class="top"><div class="w1200"><a href="#" onclick="SetHome(this)">设为首页</a> | <a href="#" onclick="AddFavorite()">加入收藏</a> | '
            '<a href="javascript:void(0)">无障碍浏览</a> | <a href="javascript:void(0)">长者模式</a> | <a href="/wap/">手机版</a></div></div>\n'
            f'<div class="logo"><img src="/images/logo.png" alt="{self.name}"></div>\n'
            f'<div class="nav"><ul><li><a href="/">首页</a></li>{self._nav}</ul></div>\n'
            '<div class="search"><form action="/search" method="get"><input name="q" value="请输入关键字"><button>搜索</button></form></div>\n'
        )

    def crumb(self, column: Column, href: str, tail: str = "") -> str:
        """Breadcrumb down to the column, and further where ``tail`` says so."""
        more = f"{self.separator}{tail}" if tail else ""
        return f'<div class="position">{self.where}<a href="/">首页</a>{self.separator}<a href="{href}">{column.name}</a>{more}</div>\n'

    def share(self) -> str:
        """Font sizes, share and print buttons."""
        return (
            '<div class="share">【字体：<a href="javascript:doZoom(18)">大</a> <a href="javascript:doZoom(16)">中</a> <a href="javascript:doZoom(14)">小</a>】 '
            '<span>分享到：</span><a class="wx" title="微信"></a><a class="wb" title="微博"></a> <a href="javascript:window.print()">打印本页</a> '
            '<a href="javascript:window.close()">关闭窗口</a></div>\n'
        )

    def tail(self, newer: Link | None, older: Link | None) -> str:
        """Previous and next article, QR code."""
        first = f'<a href="{newer.href}">{newer.text}</a>' if newer else "没有了"
        second = f'<a href="{older.href}">{older.text}</a>' if older else "没有了"
        return (
            f'<div class="prevnext"><p>上一篇：{first}</p><p>下一篇：{second}</p></div>\n'
            '<div class="qr"><img src="/images/qr.png" alt=""><p>扫一扫在手机打开当前页</p></div>\n'
        )

    def hot(self, links: Iterable[Link]) -> str:
        """The side column of much-read articles."""
        items = "".join(f'<li><a href="{link.href}" title="{link.text}">{link.text[:18]}</a></li>' for link in links)
        return f'<div class="right hot"><h3>热点推荐</h3><ul>{items}</ul></div>\n'

    def footer(self, generated: datetime) -> str:
        """Codes, licences, contacts, and the moment at which the CMS rebuilt the page."""
        return f"{self._ads}{self._footer}<p>页面生成时间：{generated:%Y-%m-%d %H:%M:%S}</p></div>\n</body>\n</html>\n"

    def _fixed_footer(self, icp: int, phone: int) -> str:
        d = self.site.division
        return (
            '<div class="footer"><p><a href="/wzdt/">网站地图</a> | <a href="/lxwm/">联系我们</a> | <a href="/bqsm/">版权声明</a></p>'
            f"<p>主办单位：{self.name} 承办单位：{d.name}人民政府办公室 联系电话：0999-{phone}</p>"
            f'<p>网站标识码：{self.site.id_code} <a href="https://beian.miit.example/">{d.licence}ICP备{icp}号-1</a> '
            f'<a href="http://beian.example/"><img src="/images/ghs.png">{d.licence}公网安备 {d.adcode}02000027号</a></p>'
            '<p><a href="http://bszs.conac.example/"><img src="/images/red.png" alt="党政机关"></a> '
            '<a href="http://zfwzzc.example/"><img src="/images/jiucuo.png" alt="我为政府网站找错"></a> 本站已支持IPv6</p>'
        )

    def _float(self, number: int) -> str:
        return (
            f'<div class="adv"><a href="http://ad{number}.example/subject/"><img src="/images/ad{number}.jpg" alt="专题广告"></a></div>\n'
            '<div id="floatwin" style="position:absolute"><a href="/ztzl/"><img src="/images/float.gif" alt="清廉主题教育"></a><a href="javascript:closeAd()">关闭</a></div>\n'
        )


def styled(article: Article, how: str, image: str = "/images/{key}_{n}.jpg") -> str:
    """The body as an editor leaves it: ``p``, ``div``, ``br`` (one span with breaks), ``font`` or ``table``; images before their captions."""
    parts, seen = [], 0
    for text in article.body.split("\n"):
        if seen < len(article.images) and text.startswith(article.images[seen]):
            parts.append(f'<p style="text-align:center"><img src="{image.format(key=article.key, n=seen)}" border="0"></p>')
            seen += 1
        parts.append(_FORMS[how].format(escape(text, quote=False)))
    inner = "\n".join(parts)
    if how == "br":
        return f'<span style="font-size:16px">{inner}</span>'
    return f'<table width="100%"><tr><td class="cont">{inner}</td></tr></table>' if how == "table" else inner


_FORMS = {
    "p": '<p style="text-indent:2em;line-height:2;">{}</p>',
    "indent": "<p>　　{}</p>",
    "word": '<p class="MsoNormal"><span style="font-family:仿宋_GB2312;font-size:21px">&nbsp;&nbsp;&nbsp;&nbsp;{}</span></p>',
    "div": '<div style="text-indent:2em">{}</div>',
    "font": '<p><font face="宋体" size="3">　　{}</font></p>',
    "br": "　　{}<br/>",
    "table": "<p>　　{}</p>",
}
EDITORS = ("p", "indent", "word", "div", "font", "br", "table")


def how(site: Site, posting: Posting) -> str:
    """Which editor's markup an article has: mostly the site's own, sometimes another."""
    own = EDITORS[chance.between(0, len(EDITORS) - 1, site.plan.seed, "editor", site.mine.index)]
    roll = chance.number(site.plan.seed, "how", posting.number)
    return own if roll % 5 else EDITORS[roll // 5 % len(EDITORS)]
