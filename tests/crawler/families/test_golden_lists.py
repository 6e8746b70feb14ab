"""Every family reads its golden list pages: family, article links in order with titles and dates, and the next request."""

import json
from pathlib import Path

import pytest

from crawler import families
from crawler.lists.listing import ListPage, NextPage

PAGES = Path(__file__).parents[2] / "pages"
GOLDEN = sorted(path for path in PAGES.glob("*/list-*.json"))


def page_of(golden: Path) -> tuple[ListPage, dict[str, object]]:
    """The saved page beside a golden file, and what is expected of it."""
    expected = json.loads(golden.read_text(encoding="utf-8"))
    saved = next(path for path in golden.parent.glob(golden.stem + ".*") if path.suffix != ".json" or path.name != golden.name)
    request = NextPage(url=expected["url"], page=expected.get("page", 1), state=expected.get("state", {}))
    return ListPage.from_bytes(saved.read_bytes(), expected["url"], request=request), expected


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_golden_list_is_read_as_it_was_read_by_hand(golden: Path) -> None:
    page, expected = page_of(golden)
    family = families.get(str(expected["family"])) if page.state else families.recognise(page)
    assert family.name == expected["family"]
    assert [[link.url, link.title, link.date] for link in family.links(page)] == expected["articles"]
    following = family.next_request(page)
    assert (following.url if following else None) == expected["next"]
    if following:
        assert following.method == expected["method"]
        assert dict(following.form) == expected["form"]


@pytest.mark.parametrize("name", families.names())
def test_every_family_has_a_golden_list(name: str) -> None:
    assert list((PAGES / name).glob("list-*.json"))


CHANNEL = "0123456789abcdef" * 2


def kaipu_page(number: int, total: int = 2) -> ListPage:
    rows = "".join(f'<li><a href="/np/c100001/20260{number}/{number:016x}{n:016x}.shtml">南屏县第{number}页第{n}条要闻</a></li>' for n in range(6))
    head = f'<meta name="channelId" content="{CHANNEL}">'
    url = f"http://a.example/np/c100001/list{'' if number == 1 else f'_{number}'}.shtml"
    return ListPage(url=url, text=f"{head}<ul>{rows}</ul><script>createPageHTML('page-div', {total}, {number}, 'list', 'shtml');</script>", page=number)


def test_search_behind_static_files_is_asked_only_where_a_file_is_missing() -> None:
    family = families.get("kaipu")
    following = family.next_request(kaipu_page(1))
    assert following is not None
    assert following.url == "http://a.example/np/c100001/list_2.shtml"
    assert following.otherwise is not None
    assert f"/common/search/{CHANNEL}?page=2&" in following.otherwise.url
    assert family.next_request(kaipu_page(2)) is None
