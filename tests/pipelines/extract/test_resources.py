"""Attachments, images and further pages."""

import pytest

from pipelines.extract.flow import Image, Link
from pipelines.extract.resources import absolute, attachments, images, is_document, is_picture, next_parts

BASE = "http://www.qingxi.gov.cn/xw/202403/t20240306_7.html"


@pytest.mark.parametrize(
    "href",
    [
        "./P0.pdf",
        "a.DOCX?x=1",
        "/files/表.xls",
        "b.ofd#p",
        "/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=1",
        "/m/downfile.jsp?filename=a",
    ],
)
def test_documents_are_known_by_ending_or_by_the_downloader(href):
    assert is_document(href)


@pytest.mark.parametrize("href", ["a.html", "/pdf/", "show.aspx?id=1", "document.htm"])
def test_pages_are_no_documents(href):
    assert not is_document(href)


def test_icons_are_no_pictures():
    assert not is_picture("/images/icon_doc.gif")
    assert is_picture("/files/content/image003.jpg")


def test_each_attachment_is_listed_once_under_its_best_name():
    links = [
        Link("a.pdf", "任务表", 0),
        Link("a.pdf", "任务表", 1),
        Link("/f/%E8%A1%A8.doc", "", 2),
        Link("b.doc", "", 3, "报名表"),
        Link("javascript:open('x.pdf')", "x", 4),
    ]
    assert [(a.name, a.url) for a in attachments(links, BASE)] == [
        ("任务表", "http://www.qingxi.gov.cn/xw/202403/a.pdf"),
        ("表.doc", "http://www.qingxi.gov.cn/f/%E8%A1%A8.doc"),
        ("报名表", "http://www.qingxi.gov.cn/xw/202403/b.doc"),
    ]


def test_each_image_is_listed_once():
    assert len(images([Image("a.jpg", "甲", 0), Image("a.jpg", "", 1), Image("/icon/x.png", "", 2)], BASE)) == 1


@pytest.mark.parametrize("href", ["", "#top", "javascript:void(0)", "mailto:a@b.cn", "http://[x", "ht\ntp://a"])
def test_what_no_url_can_be_is_passed_over(href):
    assert absolute(href, BASE) is None or absolute(href, BASE).startswith("http")


def test_a_list_s_pager_is_not_an_article_s():
    assert next_parts('createPageHTML(20, 0, "index", "html")', [], BASE) == ()
    assert next_parts('createPageHTML(2, 0, "t20240306_7", "html")', [], BASE) == (BASE.replace("_7.", "_7_1."),)


def test_numbered_pages_continue_the_page_s_own_name():
    links = [Link("t20240306_7_3.html", "3", 0), Link("t20240306_7_2.html", "2", 0), Link("t20240306_8.html", "2", 0), Link("t20240306_7_2.html", "下一页", 0)]
    assert next_parts("", links, BASE) == (BASE.replace("_7.", "_7_2."), BASE.replace("_7.", "_7_3."))
