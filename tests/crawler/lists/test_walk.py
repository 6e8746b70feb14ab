"""The walk through a column: when it goes on, and why it stops."""

from collections.abc import Iterable

from crawler import families
from crawler.lists.listing import ListPage
from crawler.lists.walk import Step, Walk

HOST = "http://www.qinghe.gov.example/yw/"


def listing(
    numbers: Iterable[int], following: str | None = None, *, url: str = HOST, total: int | None = None, dates: dict[int, str] | None = None
) -> ListPage:
    rows = "".join(
        f'<li><a href="/yw/202603/t202603{n % 28 + 1:02d}_{n}.html">第{n}期工作推进情况通报</a><span>{(dates or {}).get(n, "2026-03-01")}</span></li>'
        for n in numbers
    )
    pager = (
        f'<div class="page">{f"共{total}条" if total else ""}<a href="{following}">下一页</a></div>'
        if following
        else f"<div>{f'共{total}条' if total else ''}</div>"
    )
    return ListPage(url=url, text=f"<html><body><ul>{rows}</ul>{pager}</body></html>")


def key_numbers(step: Step) -> list[int]:
    return [int(link.url.rsplit("_", 1)[1].removesuffix(".html")) for link in step.new]


def walk(known: Iterable[int] = (), **options: object) -> Walk:
    have = {f"_{n}.html" for n in known}
    return Walk(family=families.get("generic"), known=lambda url: url[url.rindex("_") :] in have, **options)  # type: ignore[arg-type]


def test_first_walk_goes_to_the_end() -> None:
    visit = walk()
    first = visit.feed(listing([9, 8, 7], "index_1.html"))
    assert key_numbers(first) == [9, 8, 7]
    assert first.next is not None and first.next.url == HOST + "index_1.html"
    last = visit.feed(listing([6, 5], url=HOST + "index_1.html"))
    assert (key_numbers(last), last.stop) == ([6, 5], "no_next_page")
    assert visit.reached_end


def test_interrupted_first_walk_goes_through_known_items() -> None:
    visit = walk(known=[9, 8, 7])
    assert visit.feed(listing([9, 8, 7], "index_1.html")).next is not None


def test_unchanged_column_costs_one_request() -> None:
    visit = walk(known=range(10), complete=True)
    step = visit.feed(listing([9, 8, 7], "index_1.html"))
    assert (step.stop, visit.pages) == ("unchanged", 1)


def test_new_items_cost_the_pages_that_hold_them_and_one_more() -> None:
    visit = walk(known=range(6), complete=True)
    assert visit.feed(listing([9, 8, 7], "index_1.html")).next is not None
    assert visit.feed(listing([6, 5, 4], "index_2.html", url=HOST + "index_1.html")).next is not None
    assert visit.feed(listing([3, 2, 1], "index_3.html", url=HOST + "index_2.html")).stop == "nothing_new"


def test_pinned_known_rows_above_new_ones_do_not_end_the_walk() -> None:
    visit = walk(known=[*range(6), 99], complete=True)
    step = visit.feed(listing([99, 7, 6], "index_1.html"))
    assert key_numbers(step) == [7, 6]
    assert step.next is not None


def test_totals_lead_to_items_inserted_below_the_first_page() -> None:
    first = walk(complete=False)
    first.feed(listing([9, 8, 7], "index_1.html", total=9))
    visit = walk(known=range(10), complete=True, memory=first.remember())
    assert visit.feed(listing([9, 8, 7], "index_1.html", total=10)).next is not None
    step = visit.feed(listing([6, 50, 5], "index_2.html", url=HOST + "index_1.html", total=10))
    assert (key_numbers(step), step.stop) == ([50], "all_new_found")


def test_totals_end_the_walk_when_all_is_found() -> None:
    first = walk()
    first.feed(listing([9, 8, 7], "index_1.html", total=9))
    visit = walk(known=range(10), complete=True, memory=first.remember())
    assert visit.feed(listing([10, 9, 8], "index_1.html", total=10)).stop == "all_new_found"


def test_two_pages_without_news_end_the_walk_whatever_the_totals_say() -> None:
    visit = walk(known=range(10), complete=True, memory={"first": "another", "total": 3})
    assert visit.feed(listing([9, 8, 7], "index_1.html", total=9)).next is not None
    assert visit.feed(listing([6, 5, 4], "index_2.html", url=HOST + "index_1.html", total=9)).stop == "nothing_new"


def test_since_ends_after_two_old_pages_and_leaves_old_items_out() -> None:
    visit = walk(known=[9], complete=True, since="2026-01-15")
    old = dict.fromkeys(range(9), "2026-01-01")
    assert key_numbers(visit.feed(listing([9, 8], "index_1.html", dates=old))) == []
    assert visit.feed(listing([7, 6], "index_2.html", url=HOST + "index_1.html", dates=old)).next is not None
    assert visit.feed(listing([5, 4], "index_3.html", url=HOST + "index_2.html", dates=old)).stop == "before_since"


def test_last_page_repeated_for_ever_ends_the_walk() -> None:
    visit = walk()
    visit.feed(listing([9, 8, 7], "index_1.html"))
    assert visit.feed(listing([7, 8, 9], "index_2.html", url=HOST + "index_1.html")).stop == "repeated"


def test_lists_that_shift_under_the_walk_give_each_item_once() -> None:
    visit = walk()
    assert key_numbers(visit.feed(listing([9, 8, 7], "index_1.html"))) == [9, 8, 7]
    assert key_numbers(visit.feed(listing([8, 7, 6], "index_2.html", url=HOST + "index_1.html"))) == [6]


def test_empty_page_stub_and_soft_404_end_the_walk() -> None:
    for text, reason in (
        ("<html><body></body></html>", "stub"),
        ("<html><body>" + "<p>栏目导航说明</p>" * 200 + "</body></html>", "empty"),
        ("<title>404</title>页面不存在", "soft_404"),
    ):
        visit = walk()
        visit.feed(listing([9, 8, 7], "index_1.html"))
        assert visit.feed(ListPage(url=HOST + "index_1.html", text=text)).stop == reason


def test_page_cap_ends_the_walk() -> None:
    visit = walk(max_pages=1)
    assert visit.feed(listing([9, 8], "index_1.html")).stop == "page_cap"
    assert not visit.reached_end


def test_column_that_gives_less_than_it_counts_is_partial() -> None:
    visit = walk()
    visit.feed(listing([9, 8, 7], "index_1.html", total=400))
    visit.feed(ListPage(url=HOST + "index_1.html", text="<html></html>"))
    assert visit.partial


def test_wrong_way_of_counting_is_tried_the_other_way() -> None:
    rows = '<ul><li><a href="/yw/202603/t20260301_1.html">今年第一期工作情况通报</a>2026-03-01</li><li><a href="/yw/202603/t20260301_2.html">今年第二期工作情况通报</a>2026-03-01</li></ul>'
    first = ListPage(url=HOST, text=f'<body>{rows}<a href="index_9.html">尾页</a></body>')
    visit = walk()
    asked = visit.feed(first).next
    assert asked is not None and asked.url == HOST + "index_1.html"
    again = visit.feed(ListPage(url=asked.url, text=f'<body>{rows}<a href="index_9.html">尾页</a></body>', page=asked.page)).next
    assert again is not None and again.url == HOST + "index_2.html"
    visit = walk()
    visit.feed(first)
    other = visit.missing().next
    assert other is not None and other.url == HOST + "index_2.html"


def test_total_that_never_changes_does_not_end_a_walk() -> None:
    visit = walk(known=range(4), complete=True, memory={"first": "before", "total": 0})
    assert visit.feed(listing([9, 8, 7], "index_1.html", total=0)).next is not None


def test_total_that_matches_by_chance_does_not_end_a_walk_while_every_row_is_new() -> None:
    visit = walk(known=range(4), complete=True, memory={"first": "before", "total": 20})
    assert visit.feed(listing([9, 8, 7], "index_1.html", total=23)).next is not None
    step = visit.feed(listing([6, 5, 4], "index_2.html", url=HOST + "index_1.html", total=23))
    assert (key_numbers(step), step.stop) == ([6, 5, 4], None)
