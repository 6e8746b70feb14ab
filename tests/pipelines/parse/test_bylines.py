"""Credits: labels, brackets, bylines and captions."""

import pytest

from pipelines.parse import bylines
from pipelines.parse.bylines import credits_of
from tests.pipelines.parse.scenes import BODY, scene


def found(body=BODY, **more) -> set[tuple[str, str]]:
    return {(credit.role, credit.name) for credit in credits_of(scene(body=body, **more), None)}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("（记者 张军亚）8月31日，全市观摩开始，县长参加。", {("reporter", "张军亚")}),
        ("本报讯（记者 王颖 通讯员 李四、赵六）昨日，县长调研。", {("reporter", "王颖"), ("correspondent", "李四"), ("correspondent", "赵六")}),
        ("平潭网12月13日讯（融媒体记者 黄莺莺）昨日，记者从县城发集团获悉，工程入选。", {("reporter", "黄莺莺")}),
        ("四川新闻网泸州4月26日讯（赵学龙 )近日，县长督导检查。", {("author", "赵学龙")}),
        ("记者梁爽报道 6月10日，运动会开幕。", {("reporter", "梁爽")}),
        ("见习记者 王一凡", {("reporter", "王一凡")}),
        ("9月2日，县长颁奖。记者 王庆建 张 佩 摄", {("photographer", "王庆建"), ("photographer", "张佩")}),
        ("(会议现场邓正可摄)", {("photographer", "邓正可")}),
        ("图为启动仪式。（刘通摄）", {("photographer", "刘通")}),
        ("图为启动仪式。（资料图）", set()),
        ("记者从县委宣传部获悉，大会将于近日召开，请关注。", set()),
        ("（以下简称县委）召开会议，研究部署有关工作。", set()),
    ],
)
def test_credits_in_a_first_line(line, expected):
    assert found([line, *BODY]) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("会议还研究了其他事项。（谢晓利）", {("author", "谢晓利")}),
        ("（张瑾供稿）", {("author", "张瑾")}),
        ("（记者 方耀星 实习生 陈薇拉）", {("reporter", "方耀星"), ("reporter", "陈薇拉")}),
        ("文/张三丰 图/李四光", {("author", "张三丰"), ("photographer", "李四光")}),
        ("中青报·中青网记者 魏其濛 来源：中国青年报", {("reporter", "魏其濛")}),
        ("（全媒体记者 汪 文 崔贤娜）", {("reporter", "汪文"), ("reporter", "崔贤娜")}),
        ("（县政府办供稿）", set()),
    ],
)
def test_credits_in_a_last_line(line, expected):
    assert found([*BODY, line]) == expected


def test_labels_around_the_body_name_editors_and_authors():
    assert found(before=["标题", "2024-03-06 作者：贺小兵"], after=["责任编辑：周小敏", "审核：李四 王五"]) == {
        ("author", "贺小兵"),
        ("editor", "周小敏"),
        ("reviewer", "李四"),
        ("reviewer", "王五"),
    }


def test_a_person_beside_the_date_is_the_author_and_an_uploader_is_nobody():
    assert found(before=["标题", "王占宝 2012-05-19"]) == {("author", "王占宝")}
    assert found(before=["标题", "admin 2012-05-19", "作者：系统管理员"]) == set()


def test_the_source_is_a_credit_and_names_are_simplified():
    named = credits_of(scene(body=["（記者 張軍亞）3月5日，縣長調研。", *BODY]), "红网", hant=True)
    assert [(credit.role, credit.name) for credit in named] == [("source", "红网"), ("reporter", "张军亚")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("■记者 王小磊 通讯员 何小曼 文/图", {("reporter", "王小磊"), ("correspondent", "何小曼")}),
        ("本报记者 王小磊 特约通讯员 何小曼 摄影报道", {("reporter", "王小磊"), ("correspondent", "何小曼")}),
        ("□本报记者 王小磊", {("reporter", "王小磊")}),
        ("阿迪力江 摄影报道", {("photographer", "阿迪力江")}),
        ("（全媒体记者 王小磊 摄影 全媒体记者 何小曼）", {("reporter", "王小磊"), ("photographer", "何小曼")}),
        ("（清溪县残联 供稿）", set()),
        ("（王小磊 文/图）", {("author", "王小磊"), ("photographer", "王小磊")}),
        ("编辑：古丽努尔", {("editor", "古丽努尔")}),
        ("文/图 王小磊 编辑 周小敏 审核 林向东", {("author", "王小磊"), ("photographer", "王小磊"), ("editor", "周小敏"), ("reviewer", "林向东")}),
        ("文丨王小磊 图丨何小曼 编辑丨周小敏", {("author", "王小磊"), ("photographer", "何小曼"), ("editor", "周小敏")}),
        ("文图：王小磊 编辑：周小敏", {("author", "王小磊"), ("editor", "周小敏")}),
        ("（青溪融媒记者 王小磊 李大海/文 何小曼/图）", {("reporter", "王小磊"), ("reporter", "李大海"), ("photographer", "何小曼")}),
        ("(编辑 周小敏)", {("editor", "周小敏")}),
        ("记者深入一线采访通讯员", set()),
        ("（查看全部图文内容，请先登录）", set()),
    ],
)
def test_rolls_of_roles_and_names(line, expected):
    assert found([*BODY, line]) == expected
    assert found(after=[line]) == expected


def test_a_name_below_its_label():
    assert found(before=["标题", "2024-03-06", "作者：", "王小磊", "来源", "县教育局"]) == {("author", "王小磊")}
    assert found(before=["标题", "2024-03-06", "作者：", "县教育局"]) == set()


@pytest.mark.parametrize("word", [word for words, _ in bylines._WORDS for word in words.split("|") if word.isalpha()])
def test_every_word_for_a_role_is_found_wherever_it_stands(word):
    assert bylines._ROLE.search(f"甲乙{word}：王磊")[0].startswith(word)


def test_what_an_interviewer_says_is_no_name():
    assert found(["记者：您好", "林小川：您好。", "记者：谢谢"]) == set()
    assert found([*BODY, "记者：王小磊"]) == {("reporter", "王小磊")}


def test_links_to_kinds_of_interpretation_name_nobody():
    made = scene(before=["标题", "文字解读 图片解读 视频解读"])
    made.before[1].link_chars = 12
    assert credits_of(made, None) == ()


def test_a_role_without_a_colon_beside_the_date():
    assert found(before=["标题", "2024/3/6 08:35 县融媒体中心 记者 王小磊"]) == {("reporter", "王小磊")}
    assert found(before=["标题", "2024/3/6 08:35 县融媒体中心 编辑 周小敏 审核 林向东"]) == {("editor", "周小敏"), ("reviewer", "林向东")}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("作者：本网记者 王小磊", {("author", "王小磊")}),
        ("作者：王小磊（县委党校）", {("author", "王小磊")}),
        ("审核人：吴敏　审签人：林向东", {("reviewer", "吴敏"), ("reviewer", "林向东")}),
        ("作者：县委办", set()),
    ],
)
def test_what_a_credit_says_beside_the_name(line, expected):
    assert found(before=["标题", "2024-03-06", line]) == expected


def test_makers_may_stand_behind_the_dateline_without_brackets():
    line = "清溪日报讯 记者 刘永斌 特约记者 邹华 昨日，县里召开会议。"
    assert found([line, "会议强调了安全。"]) == {("reporter", "刘永斌"), ("reporter", "邹华")}


def test_an_organ_before_names_in_the_closing_bracket_is_none():
    assert found(["会议召开，部署了工作。", "县长讲了话。", "（澄城融媒 韩雪 党倩）"]) == {("author", "韩雪"), ("author", "党倩")}


def test_reporters_behind_a_dateline_may_be_parted_by_a_comma():
    assert found(["本网讯 记者 王小磊、通讯员 何小曼报道：10月14日，县长到乡镇督导。", *BODY]) == {("reporter", "王小磊"), ("correspondent", "何小曼")}


def test_a_transcribed_name_closes_a_report_beside_its_office():
    assert found([*BODY, "（清溪县司法局 斯琴）"]) == {("author", "斯琴")}


def test_a_padded_name_stands_beside_the_date():
    assert found(before=["标题", "来源：清溪融媒 记者 滕 飞 2023-02-28"]) == {("reporter", "滕飞")}


def test_a_name_in_brackets_opens_a_report():
    assert found(["（县融媒体中心 王小磊）10月8日，县里召开会议。", *BODY]) == {("author", "王小磊")}
