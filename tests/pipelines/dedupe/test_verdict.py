"""Guards what one text is told to be to another: a copy, a part, an update, or another report of the same wording."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dedupe.verdict import compare

REPORT = (
    "3月5日上午，青禾县委书记王立新到柳树镇调研春耕生产工作，县委办公室主任陈敏一同参加。\n"
    "在柳树镇农资服务站，王立新仔细查看化肥储备情况，向负责人询问种子价格。据介绍，全镇今年计划播种水稻2.3万亩，已备足良种46吨。\n"
    "王立新强调，各级各部门要抢抓农时，组织技术人员下到田间，帮助农户解决实际困难；要管好用好水源，确保应灌尽灌。\n"
    "随后，王立新来到红星村，走访了两户脱贫户，鼓励他们发展养殖，增加收入。他要求村干部把帮扶措施落到每家每户。\n"
    "当天，王立新还察看了青禾河堤防加固工程，要求施工单位在汛期前完工，不留隐患。"
)
NOTICE = "因线路检修，定于{}日8时至{}时对柳树镇老街及周边小区停电，请广大用户提前做好准备，不便之处敬请谅解。"


def kind(new, old, **known):
    return compare(new, old, **known).kind


def test_the_same_words_are_identical():
    assert compare("本报讯（记者 李明）" + REPORT.replace("，", ","), REPORT) == compare(REPORT, REPORT)
    assert (kind(REPORT, REPORT), compare(REPORT, REPORT).score) == ("identical", 1.0)


def test_reworded_and_shortened_copies_are_reposts():
    copy = REPORT.replace("仔细查看", "察看了").replace("强调", "指出").replace("鼓励他们发展养殖，增加收入。", "")
    verdict = compare(copy, REPORT)
    assert verdict.kind == "repost"
    assert 0.8 < verdict.score < 1


def test_a_copy_from_the_other_script_is_a_mirror():
    assert kind(REPORT, REPORT, is_mirror=True) == "mirror"
    assert kind(REPORT.replace("强调", "指出"), REPORT, is_mirror=True) == "mirror"


def test_the_beginning_alone_is_an_excerpt_and_the_whole_extends_it():
    lede = "\n".join(REPORT.split("\n")[:2])
    assert kind(lede, REPORT) == "excerpt"
    assert kind(REPORT, lede) == "extended"
    assert compare(lede, REPORT).score == pytest.approx(len(lede) / len(REPORT), abs=0.1)


def test_a_page_that_holds_another_whole_report_extends_it():
    other = "县水务局组织巡查水库，更换老旧闸门，清理溢洪道杂草，并对值班人员开展培训，要求按时上报水情。" * 8
    assert kind(other + "\n" + REPORT, REPORT) == "extended"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NOTICE.format(3, 12), NOTICE.format(5, 17)),
        (NOTICE.format(1, 12), NOTICE.format(11, 12)),
        (NOTICE.format(3, 12), NOTICE.format(3, 12).replace("柳树镇", "白杨镇")),
        ("经研究决定，任命李建国同志为青禾县教育局局长，试用期一年。", "经研究决定，任命赵小川同志为青禾县教育局局长，试用期一年。"),
        ("青禾县第七十一次常务会议纪要：会议听取了财政工作汇报，研究了有关事项。", "青禾县第七十二次常务会议纪要：会议听取了财政工作汇报，研究了有关事项。"),
    ],
)
def test_notices_of_one_template_with_other_figures_or_names_are_other_reports(one, other):
    assert kind(one, other) is None
    assert kind(other, one) is None


def test_a_corrected_figure_among_many_leaves_a_text_of_figures_the_same_report():
    months = "".join(f"{n}月完成投资{n * 7 + 1}亿元，新开工项目{n * 3}个，到位资金{n * 11}亿元。" for n in range(1, 13))
    assert kind(months.replace("71亿元", "72亿元"), months) == "repost"


def test_the_next_report_of_a_meeting_is_another_one():
    lede = "3月6日，青禾县第十八届人民代表大会第三次会议在县会议中心开幕。"
    first = lede + "会议听取了县人民政府县长李明所作的政府工作报告，书面审查了计划报告和预算报告。大会应到代表212人，实到205人，符合法定人数。"
    second = lede + "当天下午，各代表团分组审议，代表们结合农业、教育和医疗谈了看法，就道路养护提出十九条建议，由工作人员汇总后交有关单位办理。"
    assert kind(second, first) is None


def test_other_figures_under_one_headline_are_an_update():
    later = REPORT.replace("2.3万亩", "2.6万亩").replace("46吨", "52吨")
    assert kind(later, REPORT, same_title=True) == "update"
    assert kind(later, REPORT) is None


def test_short_items_must_be_all_but_equal():
    item = "3月5日，青禾县组织志愿者清扫街道。"
    assert kind(item.replace("清扫街道", "清扫街道"), item) == "identical"
    assert kind("3月5日，青禾县组织医护人员义诊。", item) is None
    assert kind("3月6日，青禾县组织志愿者清扫街道。", item) is None


def test_nothing_is_like_an_empty_text():
    assert kind("", REPORT) is kind(REPORT, "……") is None


@given(st.text(alphabet="青禾县会议12日月，。\n", max_size=120), st.text(alphabet="青禾县会议12日月，。\n", max_size=120))
def test_scores_are_shares_and_being_the_same_is_mutual(one, other):
    there, back = compare(one, other), compare(other, one)
    assert 0 <= there.score <= 1
    assert there.is_same == back.is_same


def test_texts_of_any_length_are_compared_in_bounded_time():
    one = "".join(f"县{chr(0x4E00 + n % 20_000)}镇召开会议部署工作；" for n in range(6_000))
    other = "".join(f"县{chr(0x4E00 + (n * 7 + 3) % 20_000)}镇召开会议部署工作；" for n in range(6_000))
    began = time.process_time()
    compare(one, other)
    assert time.process_time() - began < 5


def test_notices_in_which_one_name_is_swapped_wherever_it_stands_are_two_reports():
    notice = "因设备检修需要，{0}水厂3号管线定于5月9日9时至16时停水，影响范围为{0}街及附近院落，请广大用户提前储水，敬请谅解。"
    assert compare(notice.format("石榴沟"), notice.format("白马渡")).kind is None


def test_a_word_that_an_editor_replaced_wherever_it_stands_is_no_name():
    item = "全县上下要推动产业振兴，做好{0}工作，落实各项政策，强化要素保障，把{0}摆在突出位置，确保群众得到实惠，让农业更强农村更美农民更富。"
    assert compare(item.format("帮扶"), item.format("服务")).kind == "repost"


def test_names_that_differ_in_a_character_that_both_texts_hold_are_two_names():
    report = "{0}镇9月份共办理群众求助事项12件，均已答复。下一步，{0}镇将继续改进作风，及时回应关切，把问题解决在村组，保障群众合法权益，维护全镇和谐稳定。"
    assert compare(report.format("清水河"), report.format("清水清")).kind is None
