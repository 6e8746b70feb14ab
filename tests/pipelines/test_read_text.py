"""Reading text documents: the same rules as for pages, on lines."""

import pytest

from pipelines.page import Page
from pipelines.read import read
from tests.pipelines.county_pages import BODY, TITLE, cases

CASES = {case.name: case for case in cases()}


def plain(text: str, **more) -> Page:
    return Page(url="a.txt", payload=text.encode(), content_type="text/plain", **more)


TEXT_PAGE = f"""首页 >> 新闻中心 >> 青溪要闻
青溪要闻
当前位置:首页 >> 新闻中心 >> 青溪要闻
{TITLE}
来源: 青溪县人民政府 发布时间: 2024-03-06

{BODY}

青溪县人民政府 版权所有
政府网站标识码:4399990001    |    湘ICP备20003810号-1
Produced By CMS 网站群内容管理系统 publishdate:2025-11-26 13:50:12
"""


def test_a_text_document_goes_the_same_way_as_a_page():
    reading = read(plain(TEXT_PAGE))
    assert (reading.title, reading.body, reading.publish_date, reading.source) == (TITLE, BODY, "2024-03-06", "青溪县人民政府")
    assert (reading.column, reading.site_id_code, reading.page_generated_at) == ("青溪要闻", "4399990001", "2025-11-26T13:50:12")


def test_prev_and_next_below_a_text_belong_to_other_reports():
    reading = read(plain(f"{TITLE}\n2024-03-06 18:30:45\n{BODY}\n下一篇:某市市委书记约谈部分单位“一把手”\n上一篇:市商务局局长带队调研\n返回顶部小火箭\n"))
    assert (reading.title, reading.body, reading.publish_date) == (TITLE, BODY, "2024-03-06T18:30:45")


@pytest.mark.parametrize(
    ("text", "title", "date", "source"),
    [
        (
            f"当前位置：首页 > 要闻\n{TITLE}\n发布时间:\n2025-05-22 10:03\n信息来源:\n今日青溪\n作者:\n打印\n发布时间:\n2025-05-22 10:03\n信息来源:\n今日青溪\n{BODY}\n【打印正文】",
            TITLE,
            "2025-05-22T10:03",
            "今日青溪",
        ),
        (f"{TITLE}\n2010/1/6 16:43:13 次浏览 分类:政府动态 来源:\n{BODY}\n上一条：甲\n下一条：乙", TITLE, "2010-01-06T16:43:13", None),
        (
            f"青溪县人民政府门户网站\n首页 政务公开 政务服务 互动交流\n{TITLE}\n2024-03-06 来源：青溪县融媒体中心\n{BODY}",
            TITLE,
            "2024-03-06",
            "青溪县融媒体中心",
        ),
        (
            f"{TITLE}\n原创 青溪发布 2024-03-06 20:11\n点击上方蓝字关注我们\n{BODY}\n来源 | 青溪县融媒体中心\n编辑 | 周小敏\n- END -\n往期推荐\n喜欢就点个在看",
            TITLE,
            "2024-03-06T20:11",
            "青溪县融媒体中心",
        ),
        (f"标题：{TITLE}\n时间：2024-03-06\n来源：青溪县融媒体中心\n正文：\n{BODY}", TITLE, "2024-03-06", "青溪县融媒体中心"),
    ],
)
def test_meta_lines_of_text_documents_in_all_their_layouts(text, title, date, source):
    reading = read(plain(text))
    assert (reading.title, reading.publish_date, reading.source, reading.body) == (title, date, source, BODY)


def test_a_text_without_a_headline_gets_a_title_that_is_marked_as_made():
    reading = read(
        plain(
            f"红网时刻3月6日讯(通讯员 刘小华)3月5日,县委二届三次全会召开,会议总结2023年工作,部署2024年工作。\n{BODY}\n来源:红网\n作者:刘小华\n编辑:聂小川\n本文为青溪站原创文章,转载请附上原文出处链接和本声明。"
        )
    )
    assert (reading.title, reading.title_derived) == ("县委二届三次全会召开", True)
    assert (reading.publish_date, reading.publish_date_basis) == ("2024-03-06", "dateline")
    assert "year_inferred" in reading.flags
    assert {(c.role, c.name) for c in reading.credits} == {("source", "红网"), ("correspondent", "刘小华"), ("author", "刘小华"), ("editor", "聂小川")}
    assert "原创文章" not in reading.body


def test_a_paywall_and_an_advert_leave_flags_and_no_text():
    reading = read(plain(f"同志们:\n{BODY}\n预览阅读已结束,若您需要全文或代笔。\n请点击👉 abcdef 👈联系老师"))
    assert reading.body == f"同志们:\n{BODY}"
    assert {"truncated", "advertisement"} <= reading.flags


def test_a_mirror_s_text_is_repaired_and_its_raw_form_kept():
    text = "縣委常委會召開會議\n3月5日,縣(xiàn)委常委會(huì)召開會(huì)議(yì),研究部署全縣(xiàn)鄉(xiāng)村振興工作,要求各級領導干部認真抓好落實。\n責任編輯:周小敏"
    reading = read(plain(text))
    assert reading.body == "3月5日,縣委常委會召開會議,研究部署全縣鄉村振興工作,要求各級領導干部認真抓好落實。"
    assert reading.body_hans.startswith("3月5日,县委常委会召开会议")
    assert (reading.script, reading.repairs, "mangled_script" in reading.flags) == ("hant", 6, True)
    assert "(xiàn)" in reading.text_raw
    assert [(c.role, c.name) for c in reading.credits] == [("editor", "周小敏")]


def test_a_page_under_the_name_of_a_text_is_read_as_a_page():
    case = CASES["Boda VSB"]
    assert read(Page(url="a.txt", payload=case.html.encode(), content_type="text/plain")).body == BODY


def test_a_document_that_is_nothing_but_an_offer_is_kept_and_flagged():
    offer = "专业代写公文、讲话稿、工作总结，原创保证，需要的请加微信gwxz8888，老师一对一服务。"
    read_offer = read(Page(url="file:///offer.txt", payload=offer.encode(), content_type="text/plain"))
    assert read_offer.body == offer
    assert "advertisement" in read_offer.flags


def test_a_text_cut_off_before_its_first_full_stop_is_kept():
    cut = "县委书记周志强强调，要深入贯彻会议精神，坚持稳中求进工作总基调，"
    assert read(plain(cut)).body == cut
    assert read(plain(f"县委召开会议研究工作\n{cut}")).body == cut


NEWS = "3月5日，清溪县在太和镇召开春耕生产现场会，县长吴晓东出席并讲话。\n会议要求，要抢抓农时，确保完成全年粮食生产任务。"


def test_a_date_above_the_headline_is_the_report_s():
    found = read(plain(f"2024-03-06 10:03:22\n清溪县召开春耕生产现场会\n{NEWS}"))
    assert found.publish_date == "2024-03-06T10:03:22"


@pytest.mark.parametrize(
    ("head", "kicker", "reporter"),
    [
        ("2024-03-06 10:03:22\n清溪县召开春耕生产现场会", None, None),
        ("来源：今日清溪 发布时间：2024-03-06\n清溪县召开春耕生产现场会", None, None),
        ("吴晓东在现场会上强调\n清溪县召开春耕生产现场会\n本报记者 王磊", "吴晓东在现场会上强调", "王磊"),
        ("清溪县召开春耕生产现场会\n记者 王磊", None, "王磊"),
        ("吴晓东在现场会上强调\n清溪县召开春耕生产现场会\n记者：王磊", "吴晓东在现场会上强调", "王磊"),
        ("# 清溪县召开春耕生产现场会", None, None),
    ],
)
def test_the_headline_is_found_among_meta_lines_and_bylines(head, kicker, reporter):
    found = read(plain(f"{head}\n{NEWS}"))
    assert (found.title, found.kicker, found.body) == ("清溪县召开春耕生产现场会", kicker, NEWS)
    assert [credit.name for credit in found.credits if credit.role == "reporter"] == ([reporter] if reporter else [])


@pytest.mark.parametrize("headline", ["县融媒体中心记者深入一线采访春耕", "清溪县庆祝记者节活动", "我县表彰优秀通讯员"])
def test_a_headline_that_speaks_of_reporters_is_no_byline(headline):
    assert read(plain(f"{headline}\n{NEWS}")).title == headline
