"""Link dialects: which shapes of address are articles, and which date they carry."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.lists.dialects import is_list, match, shape

HOST = "http://www.nanping.gov.example"
HEX = "0123456789abcdef" * 2
UUID = "01234567-89ab-cdef-0123-456789abcdef"


@pytest.mark.parametrize(
    ("path", "dialect", "date"),
    [
        ("/xwdt/202101/t20210128_1266089.html", "A", "2021-01-28"),
        ("/xwdt/t10221601.shtml", "A", None),
        ("/art/2021/1/28/art_1234_56789.html", "B", "2021-01-28"),
        (f"/col/col77/art/2026/art_{HEX}.html", "B", "2026"),
        ("/2021-01/28/content_5583.htm", "C", "2021-01-28"),
        ("/2021-01/28/c_1126.htm", "C", "2021-01-28"),
        ("/content/article/123", "C2", None),
        ("/6658/6667/content_572808.html", "C2", None),
        (f"/20260414/{HEX}/c.html", "D", "2026-04-14"),
        (f"/x/c100646/202101/{HEX}.shtml", "I", "2021-01"),
        (f"/20210128/{HEX}.html", "I", "2021-01-28"),
        (f"/2026/1/15/{HEX}.shtml", "I", "2026-01-15"),
        ("/20210128/1234.html", "Q", "2021-01-28"),
        ("/c15124/20260626/i2508741.html", "Q", "2026-06-26"),
        ("/2024-11-28/65669.html", "O", "2024-11-28"),
        (f"/columns/{UUID}/202101/28/{UUID}.html", "S", "2021-01-28"),
        ("/zwgk/zwyw/content/post_12402125.html", "N", None),
        ("/zwgk/zwyw/content/mpost_12402125.html", "N", None),
        ("/info/1001/2345.htm", "V", None),
        ("/content.jsp?urltype=news.NewsContentUrl&wbtreeid=1001&wbnewsid=2345", "V", None),
        ("/ltq/c00292/pc/content/content_1899310511980101632.html", "P", None),
        ("/zwyw/8101296.jhtml", "J", None),
        ("/ywdt/123456/index.html", "G", None),
        ("/x/202101281234567/index.shtml", "H", "2021-01-28"),
        ("/xwzx/zwyw/12345678.html", "L", None),
        ("/doc/2017/07/17/266699.shtml", "Z", "2017-07-17"),
        ("/contents/14229/310.html", "C2", None),
        ("/content/646754/67/13190070.html", "C2", None),
        ("/index.php?m=content&c=index&a=show&catid=18&id=900", "query", None),
        ("/news/show.aspx?id=610", "query", None),
    ],
)
def test_article_addresses(path: str, dialect: str, date: str | None) -> None:
    found = match(HOST + path)
    assert found is not None
    assert (found.dialect, found.date) == (dialect, date)


@pytest.mark.parametrize(
    "path",
    [
        "/", "/xwdt/", "/xwdt/index.html", "/xwdt/index_3.html", "/col/col1234/index.html", "/x/c100646/list.shtml", "/x/c100646/nav_list_2.shtml",
        "/channels/14229.html", "/channels/14229_2.html", "/news-list-zwyw-2.html", "/xw/list-18-1.html", "/zwyw/index_2.jhtml", "/News/showList/43310/page_2.html",
        "/html/2021-01/28/node_1.htm", "/a/xwzx/list_22_2.html", "/column-index-2.shtml", "/article/list/55.html", "/channelList/11094.html", f"/xinwen/list/{UUID}.html", "/col/1618902326098/index.html", "/x/2022list.shtml", "/images/t20210128_1.jpg", "/c15124/pages/3.html",
    ],
)  # fmt: skip
def test_lists_and_pictures_are_no_articles(path: str) -> None:
    assert match(HOST + path) is None


def test_lists_are_known_by_their_addresses() -> None:
    assert is_list(HOST + "/xwdt/")
    assert is_list(HOST + "/xwdt/index_2.html")
    assert not is_list(HOST + "/xwdt/202101/t20210128_1266089.html")


def test_impossible_dates_are_not_dates() -> None:
    found = match(HOST + "/art/2021/2/31/art_1_2.html")
    assert found is not None
    assert found.date is None


def test_articles_of_one_list_share_a_shape() -> None:
    assert shape(HOST + "/xw/3312.html?a=1") == shape(HOST + "/xw/9.html?a=2")
    assert shape(HOST + "/xw/3312.html") != shape(HOST + "/about.html")


@given(st.text(max_size=200))
def test_any_text_after_the_host_is_taken(text: str) -> None:
    match(HOST + "/" + text.replace("[", "").replace("]", ""))


@pytest.mark.parametrize(
    "piece", ["1", "_1", "-1", "_a", "-a", "listdisplay1", "/list_", "view", "/show/a", "art/1/", "?", "?&id", "c_", "content_1", "2021/", "0123456789abcdef"]
)
@pytest.mark.parametrize("head", ["/index", "/list", "/listdisplay", "/view", "/show/"])
def test_a_hostile_address_is_told_at_once(head: str, piece: str) -> None:
    """A page of a megabyte holds five hundred addresses of two thousand characters; ``/list_2_3_4_…`` once took minutes."""
    url, begun = f"{HOST}{head}{piece * 2000}"[:1990] + "!", time.process_time()
    is_list(url)
    match(url)
    shape(url)
    assert time.process_time() - begun < 0.2


@pytest.mark.parametrize(
    "path", ["/list_2_3_4_5_6_7_8_9_10_11_12_13_14_15_16_17.html", "/news-list-_a-b.html", "/listdisplay_ab-12.html", "/index2-10_3.jhtml"]
)
def test_numbers_and_words_behind_a_column_s_name(path: str) -> None:
    assert is_list(HOST + path)
