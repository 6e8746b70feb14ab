"""The containers that the CMS families of government sites put an article's body in, in the order in which they are trusted."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.extract.tree import Element


@dataclass(frozen=True, slots=True)
class Candidate:
    """An element that may hold the body, and the rule that names it."""

    element: Element
    rule: str
    strong: bool
    """True where the name is used for nothing but an article's body; a weak name (``content``) needs more text to be believed."""


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# One line for each family; ids are written with #, elements bare, classes with a dot; letter case does not matter.
_STRONG = _names(
    # 开普 UCAP
    "#ucap-content ucapcontent "
    # 拓尔思 TRS
    ".trs_editor_view .trs_ueditor .trs_editor .custom_unionstyle .trs_web "
    # 博达 VSB
    "#vsb_content* .v_news_content "
    # gov.cn and many others: the part that a reader can enlarge
    "#zoom .zoomty #zoomcon #fontzoom #zoomcontent #artzoom #mainzoom #myzoom #font_zoom #news_zoom .zoom "
    # 上海 ivs, 大汉, 合正, 微信 and single sites
    "#j-show-body #ivs_content .ivs_content #bodylabel #newscontent #js_content .rich_media_content founder-content #articlecontent "
    "#article_content #articlebody "
    "#article-content #contentbody #nr_content #con_con #text_content #articlecont #detail-content #detailcontent #info_content #infocontent #news_body "
    "#content_body #contenttext #rwb_zw #p-detail #endtext #artibody #artbody #text-content #xxgk_content #mycontent .wp_articlecontent #nw_detail "
    ".article-content .article_content .articlecontent .article-con .article_con .articlecon .article-body .article_body .article-text .article_text "
    ".pages_content .news_cont_d_wrap .wzzw-article .wzxqnr .art_cont .art_con .artcon .xl_content .xl-xqnr .xxgk_content "
    ".news_content .news-content .newscontent .newscont .news_con .news-con .view_content .view-content .infocontent .content_text .content-text "
    ".article-detail-content .news-detail-content .detail-content .detail_content .detailcontent .zc_article_con .gp-article .main-txt .main_txt "
    ".articletext .article_txt .article-txt .arti_content .conttxt .con_txt .text_con .txt_con .contenttxt .newstext .news_text .news-text "
    ".bt_content .nr_con .wz_content .zw_content .zwcon .wenzhang .wzcon .wzy_con .nrbox .ewb-article-info .content-article .m-article-content "
    ".artical_con .artical_content .article__content .entry-content .post-content #main_content .main_content .mainzw .bmxxcon .xqcon .xq_con .con_con"
)
_WEAK = _names(
    "#content .content #contents .contents #con .con #article .article #text .text #main-content .main-content .body .detail #detail .info-con .txt "
    ".cont .conbox .content-box .contentbox .news_detail .newsdetail .article-main .article-box .nr #nr #newscon .details .neirong .wz #wz .zw .single"
)


class _Table:
    """Ranks by name, for elements, ids and classes."""

    def __init__(self, strong: tuple[str, ...], weak: tuple[str, ...]) -> None:
        self.tags: dict[str, int] = {}
        self.ids: dict[str, int] = {}
        self.classes: dict[str, int] = {}
        self.prefixes: list[tuple[str, int]] = []
        self.names = (*strong, *weak)
        self.first_weak = len(strong)
        for rank, name in enumerate(self.names):
            if name.endswith("*"):
                self.prefixes.append((name[1:-1], rank))
            else:
                where = self.ids if name[0] == "#" else self.classes if name[0] == "." else self.tags
                where.setdefault(name.lstrip("#."), rank)

    def rank(self, element: Element) -> int | None:
        """The best rank of the element's names; None where none of them is known."""
        best = self.tags.get(element.tag)
        identity, classes = element.get("id"), element.get("class")
        if identity:
            identity = identity.strip().lower()
            best = _better(best, self.ids.get(identity))
            for prefix, rank in self.prefixes:
                if identity.startswith(prefix):
                    best = _better(best, rank)
        if classes:
            for name in classes.lower().split()[:12]:
                best = _better(best, self.classes.get(name))
        return best


def _better(one: int | None, other: int | None) -> int | None:
    return one if other is None else other if one is None else min(one, other)


_TABLE = _Table(_STRONG, _WEAK)
_VOID = frozenset({"html", "body", "head", "a", "input", "img", "link", "script", "style", "meta", "textarea", "label", "button", "h1", "h2", "ul"})
_MOST = 60
"""Candidates looked at; a page that names more of its elements so uses the name for something else."""


def candidates(root: Element) -> Iterator[Candidate]:
    """The elements with a known name, the most trusted names first; of elements with one name the outermost, in page order."""
    ranked: list[tuple[int, int, Element]] = []
    taken: dict[int, set[Element]] = {}
    for order, element in enumerate(root.xpath("//*[@id or @class or self::ucapcontent or self::founder-content]")):
        rank = _TABLE.rank(element)
        if rank is None or element.tag in _VOID:
            continue
        inside = taken.setdefault(rank, set())
        if len(inside) < _MOST and not any(parent in inside for parent in _near_ancestors(element)):
            inside.add(element)
            ranked.append((rank, order, element))
    ranked.sort(key=lambda item: item[:2])
    for rank, _, element in ranked[:_MOST]:
        yield Candidate(element, _TABLE.names[rank], rank < _TABLE.first_weak)


def _near_ancestors(element: Element) -> Iterator[Element]:
    for number, parent in enumerate(element.iterancestors()):
        if number > 24:
            return
        yield parent
