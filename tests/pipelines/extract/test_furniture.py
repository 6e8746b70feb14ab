"""The line rules, one by one: what is furniture, and what must never be taken for it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extract.furniture import is_bare_date, is_meta, is_sentence, kind_of

FURNITURE = {
    "tool": ["【字体：大 中 小】 打印本页 关闭窗口", "分享到：微信 新浪微博 QQ空间", "浏览次数： 123", "【打印】【关闭】", "扫一扫在手机打开当前页", "字号：[ 大 中 小 ]"],
    "crumb": ["当前位置：首页 > 新闻中心 > 青溪要闻", "首页 >> 新闻中心 >> 青溪要闻", "您所在的位置: 首页 / 政务公开", "您现在的位置：网站首页"],
    "meta": ["来源：青溪县融媒体中心 发布时间：2024-03-06", "发布时间：2024-03-06 10:00 作者：admin 点击数：25", "信息来源：县政府办", "來源：青溪縣融媒體中心"],
    "tail": ["上一篇：县人大常委会开展调研", "下一条：没有了", "【下一篇】", "相关阅读", "相关链接：", "前一篇：某某", "往期推荐", "阅读下一篇", "返回顶部小火箭"],
    "footer": ["湘ICP备12345678号-1", "网站标识码：4399990001", "版权所有：青溪县人民政府", "湘公网安备 43999902000001号", "您是第 123456 位访客", "Produced By CMS 网站群内容管理系统 publishdate:2024-11-26 13:50:12",
        "COPYRIGHT 2024", "主办：县政府办 版权所有", "网 站 标 识 码"],
    "credit": ["责任编辑：周小敏", "（责编：周小敏、李四）", "编辑丨周小敏", "[责任编辑: 周小敏]", "一审：张三 二审：李四 三审：王五", "責任編輯:周小敏", "【纠错】【责任编辑:周小敏】", "责任编辑 周小敏"],
    "notice": ["本文为青溪站原创文章，转载请附上原文出处链接和本声明。", "长按识别二维码关注我们", "免责声明：本网转载内容仅代表作者观点", "点击下方蓝字关注"],
    "paywall": ["预览阅读已结束,若您需要全文或代笔。", "(阅读全部图文内容,您需要先登录!)", "开通会员可阅读全文"],
    "advert": ["请点击👉 abcdef 👈联系老师", "专业代写各类公文材料，欢迎咨询"],
}  # fmt: skip
TEXT = [
    "3月5日上午，县委副书记、县长林向东主持召开县政府常务会议，研究部署全县春耕生产。",
    "会议还研究了其他事项。",
    "主办单位：青溪县人民政府",
    "联系人：周小敏，联系电话：0799-1234567",
    "附件：春耕生产任务分解表",
    "2024年3月5日",
    "（县政府办供稿）",
    "图文来源：区委网信办、区融媒体中心",
    "【文/本网专栏作者 王小文】",
    "中青报·中青网记者 魏小濛 来源：中国青年报",
    "一、加强组织领导",
    "上一届县政府的工作报告得到充分肯定，各位代表积极建言献策。",
    "记者 张三 摄",
    "城关镇\t5.2\t3.1",
    "编辑出版《青溪县志》是一项系统工程，时间紧、任务重、要求高。",
    "一要压实责任；二要加强督查；三要严格问责。",
    "打印机更新项目",
    "大字典",
    "——",
    "正版版权所有者名录",
]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FURNITURE.items() for text in texts])
def test_furniture_is_known_for_what_it_is(kind, text):
    assert kind_of(text) == kind


@pytest.mark.parametrize("text", TEXT)
def test_what_a_report_says_is_never_furniture(text):
    assert kind_of(text) == "text"


def test_a_bare_date_is_a_line_that_holds_hardly_anything_else():
    assert is_bare_date("2023-01-01 18:30:45")
    assert is_bare_date("深圳中学 2011-09-14")
    assert not is_bare_date("政府工作报告（2015年2月3日）")
    assert not is_bare_date("（2024年3月5日）")  # the day on which a speech was given
    assert not is_bare_date("2024年3月5日，县政府召开常务会议。")
    assert not is_bare_date("2024年3月5日至7日")


def test_a_meta_line_has_no_text_before_its_labels():
    assert is_meta("2024-03-06 10:00 来源：县融媒体中心")
    assert not is_meta("本报记者 张小三 来源：县融媒体中心")
    assert not is_meta("会议时间：2024年3月6日，地点：县政府三楼会议室，请准时参加。")


def test_a_sentence_is_long_enough_and_ends_as_one():
    assert is_sentence("会议听取了有关情况的汇报，并作了部署。")
    assert not is_sentence("县政府召开常务会议")
    assert not is_sentence("好，同意。")


@given(st.text(max_size=250))
def test_every_line_has_a_kind(text):
    assert kind_of(" ".join(text.split()) or "x") in {*FURNITURE, "text"}


@pytest.mark.parametrize("filler", ["(", "（", "来", "来源：", "编辑", " ", "关注", "本网", "下载", "2024-", "首页>", "上一篇", "|", "大"])
def test_long_runs_cost_no_more_than_their_length(filler):
    begun = time.process_time()
    for size in (100, 200, 2000):
        kind_of.__wrapped__((filler * size)[:size])
    assert time.process_time() - begun < 0.2
