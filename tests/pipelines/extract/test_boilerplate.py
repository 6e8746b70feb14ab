"""Trimming: head, middle and end of a body."""

from hypothesis import given
from hypothesis import strategies as st

from pipelines.extract.boilerplate import trim

A = "3月5日上午，县长林向东主持召开县政府常务会议，研究部署全县春耕生产工作。"
B = "会议听取了县农业农村局关于春耕备耕情况的汇报，并就有关工作提出要求。"


def kept(lines, title=None):
    return [lines[number] for number in trim(lines, title).kept]


def test_the_headline_is_not_repeated_in_the_body_even_where_it_is_broken():
    assert kept(["县政府召开常务会议", A], "县政府召开常务会议") == [A]
    assert kept(["县政府召开", "常务会议", A], "县政府召开常务会议") == [A]
    assert kept(["县政府召开常务会议", A], "县政府召开常务会议_青溪县人民政府") == [A]


def test_what_stands_above_a_meta_line_goes_with_it():
    assert kept(["首页 > 要闻", "发布时间：2024-03-06", "来源：县融媒体中心", "字号：大 中 小", A, B]) == [A, B]


def test_tools_go_wherever_they_stand_and_text_about_them_stays():
    assert kept([A, "分享到：微信", B]) == [A, B]
    assert kept([A, "县融媒体中心开通微信公众号，群众可以扫码关注并反映问题。", B])[1].startswith("县融媒体中心")


def test_the_tail_goes_with_all_that_follows_it():
    assert kept([A, B, "责任编辑：周小敏", "上一篇：甲", "市商务局局长带队调研"]) == [A, B]


def test_a_tail_s_words_in_mid_text_do_not_cut_a_report_short():
    assert kept(["相关链接", A, B]) == [A, B]


def test_a_signature_stays_and_a_notice_s_owners_stay():
    lines = [A, "主办单位：青溪县人民政府", "承办单位：县教育局", "青溪县人民政府办公室", "2024年3月5日"]
    assert kept(lines) == lines


def test_a_footer_that_slipped_in_goes_with_its_owners():
    assert kept([A, B, "主办单位：青溪县人民政府", "网站标识码：4399990001", "联系电话：0799-1234567"]) == [A, B]


def test_a_label_of_the_template_that_nothing_follows_goes():
    assert kept([A, B, "附件："]) == [A, B]
    assert kept([A, B, "相关附件", "附件：是"]) == [A, B]


def test_a_paywall_is_flagged():
    trimmed = trim([A, B, "预览阅读已结束，若您需要全文请购买。"])
    assert trimmed.flags == {"truncated"}
    assert trimmed.removed == [2]
    assert trim([A, B, "下载全文请开通VIP会员"]).flags == {"truncated", "advertisement"}


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).map(lambda text: " ".join(text.split()) or "x"), max_size=30))
def test_every_line_is_either_kept_or_removed_and_order_holds(lines):
    trimmed = trim(lines, "县政府召开常务会议")
    assert sorted([*trimmed.kept, *trimmed.removed]) == list(range(len(lines)))
    assert trimmed.kept == sorted(trimmed.kept)


def test_a_short_document_of_short_lines_is_kept_whole():
    document = [
        "青政任〔2023〕2号",
        "各乡镇人民政府：",
        "经研究决定：",
        "丁一凡任县财政局局长；",
        "免去高建军县财政局局长职务。",
        "青溪县人民政府",
        "2023年2月28日",
        "（此件公开发布）",
    ]
    assert kept(document) == document


def test_an_unknown_empty_label_above_a_meta_line_goes_with_it():
    assert kept(["稿件类型：", "来源：县融媒体中心 发布时间：2024-03-06", A, B]) == [A, B]


def test_the_previous_and_next_article_glued_to_their_labels_go():
    assert kept([A, B, "上一篇县长调研防汛备汛工作", "下一篇我县召开防汛工作视频会议"]) == [A, B]


def test_page_numbers_go():
    assert kept([A, B, "1 2 3 下一页"]) == [A, B]
    assert kept([A, B, "分享到： 一键分享 QQ空间 新浪微博 百度搜藏 人人网 更多 0"]) == [A, B]


BID = ["一、项目基本情况", "项目编号：QXZC2024-018", "采购方式：竞争性磋商", "二、获取采购文件", "时间：2024年5月7日至2024年5月13日", "地点：县公共资源交易中心", "采购人：青溪县教育局", "地址：青溪县建设路33号", "联系人：田老师", "联系电话：0799-4213311"]  # fmt: skip


def test_a_document_s_own_labels_are_text():
    assert kept(BID) == BID
    lines = [A, "时间：2024年7月8日9:00", "地点：县文化馆三楼报告厅", "主办单位：县文化和旅游局", "欢迎广大市民踊跃参加！"]
    assert kept(lines) == lines
    duties = [A, "1.新建农村公路60公里。", "责任单位：县交通运输局", "完成时间：2024年11月", "2.建成停车位800个。", "责任单位：县住建局"]
    assert kept(duties) == duties
    assert kept(["县气象台2024年7月5日16时发布：", "6日：阵雨转多云。", "7日：多云。"])[0].startswith("县气象台")


def test_a_source_that_closes_the_text_goes_and_one_in_it_stays():
    assert kept([A, B, "来源：县融媒体中心"]) == [A, B]
    assert kept([A, "来源：县融媒体中心", B]) == [A, "来源：县融媒体中心", B]


def test_a_meta_line_below_a_menu_is_still_the_head_s():
    menu = ["农业要闻", "市场行情", "供求信息", "办事指南", "县政府召开常务会议"]
    assert kept([*menu, "添加时间：2010-4-6 信息来源：本站", A, B]) == [A, B]


def test_a_source_above_the_closing_byline_goes_and_a_date_below_a_menu():
    assert kept([A, B, "来源：县融媒体中心", "（记者 王小磊）"]) == [A, B, "（记者 王小磊）"]
    menu = ["网站首页", "新闻中心", "政务公开", "办事服务", "互动交流", "县政府召开常务会议"]
    assert kept([*menu, "2024-03-06", A, B]) == [A, B]


def test_questions_to_the_reader_and_tags_are_no_text():
    assert kept([A, B, "您觉得这篇文章对您有帮助吗？ 有帮助(3) 没帮助(0)"]) == [A, B]
    assert kept([A, "广告", B]) == [A, B]


def test_a_wall_that_says_whom_to_pay_is_an_offer_too() -> None:
    lines = ["会议指出，全县经济平稳运行，要抓好下半年工作。", "【预览结束】如需完整稿请加QQ：12345"]
    assert trim(lines).flags == {"truncated", "advertisement"}
