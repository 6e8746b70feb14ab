"""Guards the genre: news of meetings and inspections, reports, speeches, notices, samples and the rest."""

import pytest

from pipelines import facts
from tests.pipelines.facts import samples
from tests.pipelines.facts.samples import reading


@pytest.mark.parametrize(
    ("body", "title", "genre"),
    [
        (samples.MEETING, "清溪县召开安全生产工作会议", "meeting_news"),
        (samples.INSPECTION, "何志强到东河镇调研秋粮生产", "inspection"),
        (samples.REPORT, "政府工作报告", "work_report"),
        (samples.NOTICE, "关于做好春节期间安全生产工作的通知", "notice"),
        (samples.STATISTICS, "上半年全县经济运行情况", "other"),
        (samples.SAMPLE, None, "template_or_ad"),
        ("同志们：\n今天，我们召开大会。下面，我讲三点意见。", "在全县大会上的讲话", "speech"),
        ("县政府领导带队到企业走访慰问困难职工。县长李涛来到职工家中。", "县长李涛走访慰问困难职工", "inspection"),
        ("县长李涛在会上强调，要抓好落实。会议传达了上级精神。", "李涛在县政府常务会议上强调：优化奖惩办法", "meeting_news"),
        ("3月12日，清溪县第十八届人民代表大会第三次会议隆重开幕。", "清溪县人代会开幕", "meeting_news"),
        ("3月12日，清溪县重点项目集中开工仪式在经开区举行。", "清溪：项目建设热起来", "meeting_news"),
        ("昨天，县里召开会议，县长李海讲话。", "清溪召开全县招商工作会议 李海王敏讲话", "meeting_news"),
        ("清溪县气象局3月9日16时发布暴雨橙色预警信号，请注意防范。", "暴雨橙色预警信号", "notice"),
        ("1月10日，区政协会议举行全体会议，委员作大会发言。", "清溪区政协三次会议举行大会发言", "meeting_news"),
        ("4月26日，县消防大队举办民宿消防培训班，副大队长李海授课。", "县消防大队开展消防培训", "meeting_news"),
        ("昨天上午，清溪县代表团继续审议政府工作报告。县委书记李海发言。", "清溪县代表团审议政府工作报告", "meeting_news"),
        ("清溪县位于省境西南，辖12个乡镇。", "清溪县简介", "other"),
    ],
)
def test_the_genre_is_told_by_headline_opening_and_speaker(body, title, genre) -> None:
    assert facts.find_all(reading(body, title=title, publish_date="2023-02-20")).genre == genre
