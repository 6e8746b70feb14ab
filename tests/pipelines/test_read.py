"""Reading whole pages: the markup of the CMS families, text documents, posts without text, pages that are none."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.errors import BinaryDocument, EmptyDocument, NoBody, NotAnArticle, PageRejected
from pipelines.extract.memory import ContainerMemory
from pipelines.page import Capture, Hints, Page
from pipelines.read import read
from tests.pipelines.county_pages import BODY, FOOTER, PARAGRAPHS, SIDE, TITLE, Case, cases, page, paragraphs

CASES = {case.name: case for case in cases()}
URL = "http://www.qingxi.gov.cn/xwzx/zwyw/show.html"


def html(text: str, **more) -> Page:
    return Page(url=more.pop("url", URL), payload=text.encode(), content_type="text/html", **more)


def plain(text: str, **more) -> Page:
    return Page(url="a.txt", payload=text.encode(), content_type="text/plain", **more)


@pytest.fixture(params=CASES.values(), ids=CASES.keys())
def case(request) -> Case:
    return request.param


def test_a_page_of_each_family_is_read_as_a_careful_person_would(case):
    reading = read(Page(url=case.url, payload=case.html.encode(case.encoding), content_type="text/html"))
    assert reading.title == case.title
    assert not reading.title_derived
    assert (reading.publish_date or "")[:10] == (case.date or "")
    assert reading.source == case.source
    assert reading.body == case.body
    assert reading.kicker == case.kicker
    assert reading.site_id_code == "4399990001"
    assert case.credits <= {(credit.role, credit.name) for credit in reading.credits}


def test_every_field_that_was_read_says_which_rule_won_and_what_it_saw(case):
    reading = read(Page(url=case.url, payload=case.html.encode(case.encoding), content_type="text/html"))
    for name in ("title", "publish_date", "source", "column", "site_id_code", "body"):
        if getattr(reading, name):
            assert reading.provenance[name].rule, name


def test_the_footers_regeneration_date_is_kept_apart_from_the_publish_date():
    reading = read(html(CASES["meta line below the body, regeneration date"].html))
    assert (reading.publish_date, reading.page_generated_at) == ("2024-03-06", "2025-11-26T13:50:12")


def test_a_meta_tag_a_month_off_is_flagged_and_does_not_win():
    text = page(
        f'<h1>{TITLE}</h1><p>发布时间：2009-09-30</p><div id="zoom">{paragraphs()}</div>',
        f'<title>{TITLE}</title><meta name="PubDate" content="2023-05-12 23:20">',
    )
    reading = read(html(text))
    assert (reading.publish_date, reading.publish_date_basis) == ("2009-09-30", "page")
    assert "dates_disagree" in reading.flags


def test_a_date_after_the_capture_is_passed_over_and_flagged():
    capture = Capture(
        url=URL, fetched_at=datetime(2024, 5, 1, tzinfo=UTC), payload_digest="sha1:x", warc_file="a.warc.gz", warc_offset=0, record_id="<urn:uuid:1>"
    )
    text = page(
        f'<h1>{TITLE}</h1><p>发布时间：2042-03-06</p><div id="zoom">{paragraphs()}</div>',
        f'<title>{TITLE}</title><meta name="PubDate" content="2024-03-06 09:15">',
    )
    reading = read(html(text, capture=capture))
    assert (reading.publish_date, reading.publish_date_basis) == ("2024-03-06T09:15", "meta")
    assert "future_date" in reading.flags


def test_a_date_that_was_handed_over_wins_and_a_lists_row_comes_last():
    text = CASES["Boda VSB"].html
    assert read(html(text, hints=Hints(publish_date="2020-01-01", publish_date_basis="given"))).publish_date_basis == "given"
    assert read(html(text, hints=Hints(publish_date="2020-01-01", publish_date_basis="list"))).publish_date == "2024-03-06T09:15"
    dateless = page(f'<h1>{TITLE}</h1><div id="zoom">{paragraphs()}</div>')
    assert read(html(dateless, hints=Hints(publish_date="2020-01-01", publish_date_basis="list"))).publish_date_basis == "list"


def test_unfilled_template_tags_are_flagged_and_not_believed():
    text = page(
        f'<h1>{TITLE}</h1><p>2024-03-06</p><div id="zoom">{paragraphs()}</div>',
        f'<title>{TITLE}</title><meta name="SiteName" content="网站名称"><meta name="ContentSource" content="信息来源">',
    )
    reading = read(html(text))
    assert (reading.source, reading.site_name) == (None, None)
    assert "placeholder_meta" in reading.flags


def test_the_registrys_selector_names_the_body():
    text = page(f'<h1>{TITLE}</h1><div class="odd"><p>{PARAGRAPHS[0]}</p></div><div class="TRS_Editor">{paragraphs()}</div>')
    assert read(html(text, hints=Hints(body_selector="div.odd"))).body == PARAGRAPHS[0]
    assert read(html(text, hints=Hints(body_selector="div[["))).body == BODY


def test_attachments_and_images_are_listed_with_their_names():
    text = page(
        f'<h1>{TITLE}</h1><div id="zoom">{paragraphs()}<p><img src="/images/a.jpg" alt="会议现场"><img src="/images/icon_pdf.gif"></p></div>'
        '<div class="fj">附件：<a href="./P020240306.pdf">春耕生产任务分解表</a> <a href="/m/downfile.jsp?classid=0&filename=ab.doc">报名表</a></div>'
    )
    reading = read(html(text))
    assert [(a.name, a.url) for a in reading.attachments] == [
        ("春耕生产任务分解表", "http://www.qingxi.gov.cn/xwzx/zwyw/P020240306.pdf"),
        ("报名表", "http://www.qingxi.gov.cn/m/downfile.jsp?classid=0&filename=ab.doc"),
    ]
    assert [(i.name, i.url) for i in reading.images] == [("会议现场", "http://www.qingxi.gov.cn/images/a.jpg")]


def test_a_post_of_one_document_is_stored_as_such():
    reading = read(
        html(
            page(
                '<h1>关于印发春耕生产方案的通知</h1><p>2024-03-06 来源：县政府办</p><p>附件：<a href="a.pdf">春耕生产方案.pdf</a></p>',
                "<title>关于印发春耕生产方案的通知_青溪县</title>",
            )
        )
    )
    assert (reading.kind, [a.name for a in reading.attachments], reading.publish_date, reading.source) == (
        "attachment_only",
        ["春耕生产方案.pdf"],
        "2024-03-06",
        "县政府办",
    )


def test_the_captions_of_a_post_of_pictures_are_its_text():
    pictures = '<div class="pics"><p><img src="1.jpg"></p><p>茶农在云顶茶园采摘春茶。</p><p><img src="2.jpg"></p><p>工人在车间筛选茶叶。（蒋一鸣 摄）</p></div>'
    reading = read(html(page(f"<h1>{TITLE}</h1><p>2024-03-06 来源：县文联</p>{pictures}", f"<title>{TITLE}_青溪县</title>")))
    assert reading.body == "茶农在云顶茶园采摘春茶。\n工人在车间筛选茶叶。（蒋一鸣 摄）"
    assert len(reading.images) == 2


def test_a_post_of_one_picture_is_stored_as_such():
    reading = read(html(page('<h1>一图读懂春耕生产方案</h1><p>2024-03-06</p><div><img src="/u/long.jpg"></div>', "<title>一图读懂春耕生产方案_青溪县</title>")))
    assert (reading.kind, reading.body, [i.url for i in reading.images]) == ("image_only", "", ["http://www.qingxi.gov.cn/u/long.jpg"])


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<base href="http://files.qingxi.gov.cn/d/">', "http://files.qingxi.gov.cn/d/a.pdf"),
        ('<base target="_blank"><base href="/d/">', "http://www.qingxi.gov.cn/d/a.pdf"),
        ('<base href="javascript:0">', "http://www.qingxi.gov.cn/xw/a.pdf"),
    ],
)
def test_attachments_are_relative_to_what_the_page_says(head, url):
    linked = page(f'<h1>{TITLE}</h1><div class="TRS_Editor">{paragraphs()}<p><a href="a.pdf">附件：名单.pdf</a></p></div>', head)
    assert [one.url for one in read(html(linked, url="http://www.qingxi.gov.cn/xw/a.html")).attachments] == [url]


def test_further_pages_of_an_article_are_named_in_order():
    base = "http://www.qingxi.gov.cn/xw/202403/t20240306_77.html"
    scripted = page(f'<h1>{TITLE}</h1><div class="TRS_Editor">{paragraphs()}</div><script>createPageHTML(3, 0, "t20240306_77", "html");</script>')
    linked = page(
        f'<h1>{TITLE}</h1><div class="TRS_Editor">{paragraphs()}</div><div><a href="t20240306_77_2.html">2</a> <a href="t20240306_77_2.html">下一页</a> <a href="t20240306_78.html">3</a></div>'
    )
    assert read(html(scripted, url=base)).next_parts == (base.replace("77.", "77_1."), base.replace("77.", "77_2."))
    assert read(html(linked, url=base)).next_parts == (base.replace("77.", "77_2."),)


def test_a_site_s_container_is_learned_used_and_dropped_when_it_stops_fitting():
    memory = ContainerMemory()

    def nameless(text: str) -> Page:
        return html(page(f'<div class="q1">{TITLE}</div><div class="q2">2024-03-06</div><div class="q7">{text}</div>'))

    first = read(nameless(paragraphs() * 2), memory)
    second = read(nameless(paragraphs()), memory)
    assert (first.provenance["body"].rule, second.provenance["body"].rule) == ("densest block", "container learned from this site")
    assert second.body == BODY
    for _ in range(3):
        read(html(page(f'<div class="q7"><ul>{SIDE}</ul></div><h1>{TITLE}</h1><div class="q9">{paragraphs()}</div>')), memory)
    assert memory.dropped == 1


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("<html><head><title>404</title></head><body>您访问的页面不存在</body></html>", NotAnArticle),
        ("<html><body><h1>Not Found</h1><p>The requested URL was not found on this server.</p></body></html>", NotAnArticle),
        ("<html><head><title>提示信息</title></head><body>该信息已被删除！</body></html>", NotAnArticle),
        ('<script>window.location.href="/xxq/index.html"</script>', NotAnArticle),
        ('<html><script>$_ts=window["$_ts"];</script><body></body></html>', NotAnArticle),
        ('{"code":404,"message":"没有找到"}', NotAnArticle),
        ("<html><body><div></div></body></html>", NoBody),
        ("<html><body></body></html>", NoBody),
        ("  \n ", EmptyDocument),
        ("%PDF-1.7 and the rest", BinaryDocument),
    ],
)
def test_a_page_that_is_no_report_is_refused_with_its_reason(text, fate):
    with pytest.raises(fate):
        read(html(text))


def test_a_list_is_not_taken_for_an_article():
    with pytest.raises(NotAnArticle):
        read(html(page(f'<div class="list"><ul>{SIDE * 5}</ul></div>', "<title>青溪要闻_青溪县人民政府</title>")))


def test_a_home_page_is_not_taken_for_an_article():
    with pytest.raises(NotAnArticle):
        read(
            html(
                f"<html><head><title>青溪县人民政府</title></head><body><ul>{SIDE * 9}</ul><p>欢迎您访问青溪县人民政府门户网站，今天是个好日子！</p>{FOOTER}</body></html>"
            )
        )


def test_the_further_pages_may_be_linked_inside_the_body():
    pager = '<p><a href="771.html">1</a> <a href="771_2.html">2</a> <a href="771_3.html">3</a> <a href="771_2.html">下一页</a></p>'
    reading = read(html(page(f'<h1>{TITLE}</h1><div class="art_con">{paragraphs()}{pager}</div>'), url="http://www.qingxi.gov.cn/zt/771.html"))
    assert reading.body == BODY
    assert reading.next_parts == ("http://www.qingxi.gov.cn/zt/771_2.html", "http://www.qingxi.gov.cn/zt/771_3.html")


def test_arrows_to_other_articles_are_no_text():
    reading = read(
        html(page(f'<h1>{TITLE}</h1><div class="q">{paragraphs()}<p><a href="1.html">« 县长调研防汛</a><a href="2.html">召开视频会议 »</a></p></div>'))
    )
    assert reading.body == BODY


def test_links_below_a_heading_of_related_reading_within_the_text_go_with_it():
    box = '<div class="r"><h4>相关阅读</h4><p><a href="/1.html">太和镇：小茶叶大产业</a></p><p><a href="/2.html">春茶上市</a></p></div>'
    reading = read(html(page(f'<h1>{TITLE}</h1><p>2024-03-06</p><div class="q">{box}{paragraphs()}<p>标签：<a href="/t">春耕</a></p></div>')))
    assert reading.body == BODY


def test_a_logo_that_repeats_the_page_title_is_no_headline():
    text = page(
        f'<h1><a href="/">青溪县人民政府</a></h1><div class="title">{TITLE}</div><p>2024-03-06</p><div class="q">{paragraphs()}</div>',
        "<title>青溪县人民政府</title>",
    )
    assert read(html(text)).title == TITLE


@pytest.mark.parametrize(
    "frame",
    [
        '<iframe src="/js/web/viewer.html?file=%2Fu%2Fa.pdf"></iframe>',
        '<embed src="/u/a.pdf">',
        '<object data="/u/a.pdf"><param name="x"></object>',
        '<iframe src="/u/a.pdf"></iframe>',
    ],
)
def test_a_document_shown_in_a_frame_is_an_attachment(frame):
    reading = read(html(page(f'<h1>{TITLE}</h1><p>2024-03-06</p><div class="q">{frame}</div>')))
    assert (reading.kind, [item.url for item in reading.attachments]) == ("attachment_only", ["http://www.qingxi.gov.cn/u/a.pdf"])


def test_a_table_of_documents_at_the_end_stays():
    rows = "".join(f'<tr><td>{n}</td><td><a href="/{n}.html">青溪县城市管理办法</a></td></tr>' for n in range(4))
    table = f"<table><tr><td>序号</td><td>文件名称</td></tr>{rows}</table>"
    reading = read(html(page(f'<h1>{TITLE}</h1><p>2024-03-06</p><div class="q"><p>现将现行有效的规范性文件目录公布如下，请遵照执行。</p>{table}</div>')))
    assert reading.body.count("青溪县城市管理办法") == 4


def test_a_table_stays_with_the_words_that_announce_it():
    table = "<table><tr><td>单位</td><td>岗位</td><td>要求</td></tr><tr><td>县一中</td><td>语文教师</td><td>本科及以上学历，持教师资格证，普通话二级甲等。</td></tr></table>"
    reading = read(html(page(f'<h1>{TITLE}</h1><p>2024-03-06</p><div class="q"><p>现将岗位公布如下：</p>{table}<p>公示期7天。</p></div>')))
    assert reading.body.split("\n")[0] == "现将岗位公布如下："
    assert reading.body.endswith("公示期7天。")


def test_the_title_of_a_letter_stands_in_its_table():
    rows = "<tr><td>信件标题</td><td>关于停水的问题</td></tr><tr><td>来信内容</td><td>领导您好，政府街最近经常停水，请问什么时候能恢复正常供水？</td></tr>"
    assert read(html(page(f"<p>2024-03-06</p><table>{rows}</table>", "<title>县长信箱</title>"))).title == "关于停水的问题"


def test_a_headline_that_opens_the_body_is_not_repeated_where_the_page_title_says_another_thing():
    text = page(f'<div class="q"><p>{TITLE}</p>{paragraphs()}</div>', f'<title>信息公开</title><meta name="ArticleTitle" content="{TITLE}">')
    assert read(html(text)).body == BODY


def test_a_line_without_punctuation_above_the_first_sentence_is_the_headline():
    reading = read(html(page(f"<p>索引号：QX-1</p><p>发布日期：2024-03-06</p><p>{TITLE}</p>{paragraphs()}", "<title>信息公开</title>")))
    assert (reading.title, reading.title_derived, reading.body) == (TITLE, False, BODY)


PIECES = st.sampled_from(
    ["<div>", "</div>", "<p>", "</table>", "<tr><td>", '<a href="x.html">', "</a>", "<!--", "-->", "<script>", "</script>", "<title>", "来源：", "发布时间：2024-03-06", "&lt;p&gt;", "&amp;lt;div&amp;gt;",
     "上一篇：", "（记者 张三）", "\x00", "\ud800", "<", ">", "县政府召开会议，研究部署春耕生产和森林防火工作。", "<h1>县政府召开会议</h1>", '<div id="zoom">', "<br>", "首页 > 新闻", "責任編輯:", "(qū)", "?dāng)", "\u200b"]
)  # fmt: skip


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=60), st.booleans())
def test_any_markup_is_read_or_refused_and_leaves_none_in_the_text(pieces, as_text):
    payload = "".join(pieces).encode("utf-8", "surrogatepass")
    try:
        reading = read(Page(url=URL, payload=payload, content_type="text/plain" if as_text else "text/html"))
    except PageRejected:
        return
    for text in (reading.body, reading.title or "", reading.source or "", *(credit.name for credit in reading.credits)):
        assert "<p" not in text
        assert "<div" not in text
        assert "</" not in text
