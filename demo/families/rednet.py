"""Stations of the news portal 红网: a header of source, author, editor and second-exact time; a tail that repeats it."""

# ruff: noqa: D102 - what a method overrides says what it does

from typing import ClassVar

from demo.families.numbered import Dialect, Numbered
from demo.news import Article
from demo.site import Posting


class Rednet(Numbered):
    """Articles ``/content/646754/67/13190070.html``."""

    name = "rednet"
    VARIANTS = ()
    FIRST_ID = 13_190_000
    TITLE_CUT = "_"
    DIALECTS: ClassVar[dict[str, Dialect]] = {"": Dialect("/channel/{code}.html", "/channel/{code}_{k}.html", "/content/646754/67/{id}.html", "words")}

    def article_page(self, posting: Posting, article: Article) -> str:
        author = next((name for role, name in article.credits if role == "author"), "")
        line = f"来源：{article.source} 作者：{author} 编辑：网站编辑"
        inner = (
            f'<div class="main_article">{self.title_block(article)}<div class="column_info"><span>{line} {posting.published:%Y-%m-%d %H:%M:%S}</span></div>\n'
            '<div class="fx"><span>时刻新闻</span> <span>—分享—</span></div>\n'
            f'<div class="m_article" id="articlecontent">{self.styled(posting, article)}</div>\n{self.attachments(article, "/files/")}'
            f'<p class="t_r">{line}</p><p class="copyright">本文为{self.site.division.short}站原创文章，转载请附上原文出处链接和本声明。</p></div>\n'
            '<div class="read_next">阅读下一篇</div><div class="back"><a href="http://portal.example/">返回红网首页</a> <a href="http://hn.portal.example/">返回频道首页</a></div>\n'
        )
        return self.framed(posting, article, inner)
