"""JEECMS: ``index.jhtml`` and ``index_2.jhtml``, articles ``/zwyw/8101296.jhtml``."""

# ruff: noqa: D102, E501 - what a method overrides says what it does; markup and sentences stand as they are served

from typing import ClassVar

from demo import pagers
from demo.families.numbered import Dialect, Numbered
from demo.news import Article
from demo.plan import Column
from demo.site import Posting


class Jeecms(Numbered):
    """Zhengzhou's districts, Hubei."""

    name = "jeecms"
    VARIANTS = ()
    FIRST_ID = 8_101_000
    DIALECTS: ClassVar[dict[str, Dialect]] = {"": Dialect("/{slug}/index.jhtml", "/{slug}/index_{k}.jhtml", "/{slug}/{id}.jhtml")}

    def pager(self, column: Column, page: int) -> str:
        total = self.site.pages(column)
        options = "".join(f'<option value="{k}">{k}</option>' for k in range(1, min(total, 9) + 1))
        return (
            f'<div class="turn_page">共{self.site.total(column)}条记录 {page}/{total}页 '
            + pagers.words(page, total, lambda k: "index.jhtml" if k == 1 else f"index_{k}.jhtml")
            + f'<select onchange="location.href=this.value">{options}</select></div>\n'
        )

    def article_page(self, posting: Posting, article: Article) -> str:
        inner = (
            f'<div class="content_t">{self.title_block(article)}<p class="msgbar">{self.meta_line(posting, article)} 浏览量：<span id="views"></span></p>{self.chrome.share()}'
            f'<div class="content_txt" id="Zoom">{self.styled(posting, article)}</div>\n{self.attachments(article, "/u/cms/www/")}</div>\n'
        )
        return self.framed(posting, article, inner)
