"""The probe of one saved page: family, links and next page; columns of a home page."""

from crawler.onboarding.probe import probe_home, probe_list

LIST = """<html><head><meta charset="gb2312"><title>要闻</title></head><body><ul><li><a href="./202603/t20260305_8.html">县政府召开常务会议研究工作</a><span>2026-03-05</span></li>
<li><a href="./202603/t20260304_7.html">春耕生产现场会在我县召开</a><span>2026-03-04</span></li></ul><script>createPageHTML(3, 0, "index", "html");</script></body></html>"""


def test_list_page_in_gb_bytes_is_read() -> None:
    said = probe_list(LIST.encode("gb18030"), "http://www.nanping.gov.example/yw/")
    assert said["family"] == "trs"
    assert said["article_links"] == ["http://www.nanping.gov.example/yw/202603/t20260305_8.html", "http://www.nanping.gov.example/yw/202603/t20260304_7.html"]
    assert said["next_page"] == "http://www.nanping.gov.example/yw/index_1.html"
    assert said["rows"][0]["title"] == "县政府召开常务会议研究工作"
    assert said["evidence"]


def test_page_that_is_no_page_has_nothing() -> None:
    for payload in (b"", b"\x00\x01\x02", b"%PDF-1.4"):
        said = probe_list(payload, "http://www.nanping.gov.example/yw/")
        assert (said["family"], said["article_links"], said["next_page"]) == ("generic", [], None)


def test_home_page_lists_columns_with_reasons() -> None:
    said = probe_home('<a href="/yw/">政务要闻</a><a href="/gwy/">国务院要闻</a>'.encode(), "http://www.nanping.gov.example/")
    assert [(column["name"], column["verdict"]) for column in said["columns"]] == [("政务要闻", "own"), ("国务院要闻", "upstream")]
