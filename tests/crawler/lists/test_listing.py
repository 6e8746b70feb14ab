"""List pages: where their links lead."""

from hypothesis import example, given
from hypothesis import strategies as st

from crawler.lists.listing import ListPage, absolute

BASES = st.sampled_from(
    ["http://a.gov.cn", "http://a.gov.cn/", "http://a.gov.cn/x/y/index_2.html", "http://a.gov.cn/l.jsp?u=a/b&c=d", "http://a.gov.cn/x/./y/../z/"]
)
LINKS = st.lists(st.sampled_from(["..", ".", "/", "//", "a", "b.html", "?p=2", "#top", ";v=1", "http:", " "]), max_size=6).map("".join)


@example("http://a.gov.cn", "http://")
@given(BASES, LINKS)
def test_a_link_leads_to_the_same_place_from_a_page_as_from_its_folder(base, link) -> None:
    assert ListPage(url=base, text="").join(link) == absolute(base, link)
