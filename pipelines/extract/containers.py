"""The containers that the CMS families of government sites put an article's body in, in the order in which they are trusted."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipelines.extract.tree import Element


@dataclass(frozen=True, slots=True)
class Candidate:
    """An element that may hold the body, and the rule that names it."""

    element: Element
    rule: str
    strong: bool
    """True where the name is used for nothing but an article's body; an element that was only learned must fit before it is believed."""


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


class _Table:
    """Ranks by name, for elements, ids and classes: the smaller, the more trusted."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.tags: dict[str, int] = {}
        self.ids: dict[str, int] = {}
        self.classes: dict[str, int] = {}
        self.prefixes: list[tuple[str, int]] = []
        for rank, name in enumerate(names):
            if name.endswith("*"):
                self.prefixes.append((name[1:-1], rank))
            else:
                where = self.ids if name[0] == "#" else self.classes if name[0] == "." else self.tags
                where.setdefault(name.lstrip("#."), rank)

    def of_id(self, identity: str) -> int | None:
        """The rank of an id; None for one that is not known."""
        identity = identity.strip().lower()
        best = self.ids.get(identity)
        for prefix, rank in self.prefixes:
            if identity.startswith(prefix):
                best = _better(best, rank)
        return best

    def of_classes(self, classes: str) -> int | None:
        """The best rank of an element's classes; None where none of them is known."""
        best = None
        for name in classes.lower().split()[:12]:
            if name in self.classes:
                best = _better(best, self.classes[name])
        return best


def _better(one: int | None, other: int) -> int:
    return other if one is None else min(one, other)


_TABLE = _Table(_STRONG)
_IDS, _CLASSES = etree.XPath("//@id"), etree.XPath("//@class")
"""Attributes are asked for, not the elements that have them: few turn out to be known. Apart, for a union of two paths costs the product of their sizes."""
_VOID = frozenset({"html", "body", "head", "a", "input", "img", "link", "script", "style", "meta", "textarea", "label", "button", "h1", "h2", "ul"})
_MOST = 60
"""Candidates looked at; a page that names more of its elements so uses the name for something else."""


def candidates(root: Element) -> list[Candidate]:
    """The elements with a known name, the most trusted names first; of elements with one name the outermost, in page order."""
    named = list(_named(root))
    best: dict[Element, int] = {}
    for rank, element in named:
        best[element] = min(rank, best.get(element, rank))
    taken: dict[int, dict[Element, None]] = {}
    for rank, element in named:
        inside = taken.setdefault(rank, {})
        if rank == best[element] and len(inside) < _MOST and not (inside and any(parent in inside for parent in _near_ancestors(element))):
            inside[element] = None
    return [Candidate(element, _STRONG[rank], strong=True) for rank in sorted(taken) for element in taken[rank]][:_MOST]


def _named(root: Element) -> Iterator[tuple[int, Element]]:
    """The elements with a known name and its rank; those of one name in page order."""
    for attributes, rank_of in ((_IDS(root), _TABLE.of_id), (_CLASSES(root), _TABLE.of_classes)):
        for attribute in attributes:
            rank = rank_of(attribute)
            if rank is not None:
                element = attribute.getparent()
                if element.tag not in _VOID:
                    yield rank, element
    for element in root.iter(*_TABLE.tags):
        yield _TABLE.tags[element.tag], element


def _near_ancestors(element: Element) -> Iterator[Element]:
    for number, parent in enumerate(element.iterancestors()):
        if number > 24:
            return
        yield parent
