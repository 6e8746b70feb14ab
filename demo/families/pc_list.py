"""The ``/pc/list.html`` platform: rows stand in a script as the JSON array ``articleList``; article numbers are snowflakes."""

# ruff: noqa: D102 - what a method overrides says what it does

import json
import re
from datetime import datetime

from demo.exchange import Request
from demo.families.base import Family
from demo.news import Article
from demo.plan import Column
from demo.site import MOVED, Posting

_EPOCH_MS = 1_288_834_974_657
_BATCH = 2000
"""Rows that a list page embeds; nobody has seen a second page."""
_BITS = 22


class PcList(Family):
    """One list page a column."""

    name = "pc_list"
    ARTICLE = re.compile(r"/pc/content/content_(?P<id>\d{15,19})\.html$")

    @property
    def root(self) -> str:
        """The site's folder."""
        return f"/{self.site.division.pinyin}"

    def column_path(self, column: Column) -> str:
        return f"{self.root}/c{column.code:05d}/pc/list.html"

    def article_path(self, posting: Posting) -> str:
        return f"{self.root}/c{posting.column.code:05d}/pc/content/content_{self._snowflake(posting)}.html"

    def _snowflake(self, posting: Posting) -> int:
        """Milliseconds of creation above, a serial below (which here folds decoys and moves into 22 bits)."""
        column, serial = divmod(posting.number, 50_000_000)
        local = posting.published - datetime(1970, 1, 1, 8)  # noqa: DTZ001 - +08:00 understood
        low = serial % (1 << 18) | column << 18 | (posting.number in self.site.moved) << 21
        return (int(local.total_seconds() * 1000) - _EPOCH_MS) << _BITS | low

    def number(self, text: str) -> int:
        low = int(text) & ((1 << _BITS) - 1)
        return (low >> 21) * MOVED + (low >> 18 & 7) * 50_000_000 + (low & ((1 << 18) - 1))

    def find_list(self, request: Request) -> tuple[Column, int] | None:
        column = self.columns_by_path.get(request.path)
        return (column, 1) if column else None

    def rows(self, rows: list[Posting], column: Column, page: int) -> str:
        listed = [self._entry(p) for p in self.site.slice(column, 0, _BATCH)]
        return (
            f'<ul id="list" class="list"></ul>\n<script>\nvar articleList = {json.dumps(listed, ensure_ascii=False)};\nrenderList(articleList, 1);\n</script>\n'
        )

    def _entry(self, posting: Posting) -> dict[str, object]:
        href = self.href(posting)
        return {
            "id": str(self._snowflake(posting)),
            "title": posting.title,
            "pubDate": f"{posting.published:%Y-%m-%d %H:%M:%S}",
            "urls": json.dumps({"pc": href, "mobile": href.replace("/pc/", "/mobile/")}),
            "articleFiles": [],
        }

    def pager(self, column: Column, page: int) -> str:
        return ""

    def article_page(self, posting: Posting, article: Article) -> str:
        inner = (
            f'<div class="detail">{self.title_block(article)}<div class="meta">{self.meta_line(posting, article)}</div>{self.chrome.share()}'
            f'<div class="article-content" id="content">{self.styled(posting, article)}</div>\n{self.attachments(article, "/oss/")}</div>\n'
        )
        return self.framed(posting, article, inner)
