"""Pagers made of plain anchors, in the wordings that county sites use."""

# ruff: noqa: E501 - markup and sentences stand as they are served

from collections.abc import Callable

To = Callable[[int], str]
"""Address of a list page from its number."""
_NEAR = 2


def words(page: int, total: int, to: To, count: int = 0) -> str:
    """首页 上一页 下一页 尾页, with the totals in words."""
    back = f'<a href="{to(1)}">首页</a> <a href="{to(page - 1)}">上一页</a>' if page > 1 else "<span>首页</span> <span>上一页</span>"
    on = f'<a href="{to(page + 1)}">下一页</a> <a href="{to(total)}">尾页</a>' if page < total else "<span>下一页</span> <span>尾页</span>"
    return f'<div class="page">共{count}条 第{page}页/共{total}页 {back} {on}</div>\n'


def numbers(page: int, total: int, to: To) -> str:
    """Only the numbers of near pages and of the last one."""
    shown = sorted({p for p in range(1, total + 1) if abs(p - page) <= _NEAR or p == total})
    return '<div class="pages">' + " ".join(f"<b>{p}</b>" if p == page else f'<a href="{to(p)}">{p}</a>' for p in shown) + "</div>\n"


def last(page: int, total: int, to: To) -> str:
    """No way forward but 末页, from whose address the number of pages must be read."""
    return f'<div class="fy"><a href="{to(1)}">首页</a> <a href="{to(total)}">末页</a> 当前第 {page} / {total}</div>\n'


def arrows(page: int, total: int, to: To) -> str:
    """Next and previous as signs."""
    back = f'<li><a href="{to(page - 1)}">‹</a></li>' if page > 1 else ""
    on = f'<li><a href="{to(page + 1)}">›</a></li><li><a href="{to(total)}">»</a></li>' if page < total else ""
    return f'<ul class="pagination">{back}<li class="active"><a href="#">{page}</a></li>{on}</ul>\n'


def images(page: int, total: int, to: To) -> str:
    """Next as a picture without words."""
    on = f'<a href="{to(page + 1)}"><img src="/images/btn_next.gif" border="0"></a>' if page < total else ""
    return f'<div class="pg">{on} 共{total}页</div>\n'


def script(page: int, total: int, name: str = "pageCount") -> str:
    """Nothing but a number in a script; the links are drawn by the browser."""
    return f'<div id="pager"></div>\n<script type="text/javascript">\nvar {name} = {total};\nvar currentPage = {page};\ndrawPager("pager", {name}, currentPage);\n</script>\n'


STYLES: dict[str, Callable[[int, int, To], str]] = {
    "words": words, "numbers": numbers, "last": last, "arrows": arrows, "images": images, "script": lambda page, total, _: script(page, total),
}  # fmt: skip
