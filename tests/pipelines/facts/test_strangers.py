"""Guards names whose surname is an everyday word, and names of other peoples, which only the post before them and what follows give away."""

import pytest

from pipelines.facts import people
from pipelines.facts.context import Context
from pipelines.facts.language.text import Text


def names(body: str) -> list[str]:
    return [person.name for person in people.find(Text.of(body), Context())]


@pytest.mark.parametrize("name", ["者海明", "字秀兰", "矣俊", "拜玉成", "员大勇", "种建民", "和丽军", "都志全", "补勇强", "普正荣", "郅文礼"])
def test_a_rare_surname_begins_a_name_behind_a_post(name) -> None:
    assert names(f"会上，副县长{name}出席会议并讲话。") == [name]


def test_a_rare_surname_stands_in_a_list_behind_a_post() -> None:
    assert names("副县长赵明、和志军、者卫东参加会议。") == ["赵明", "和志军", "者卫东"]


@pytest.mark.parametrize("name", ["尼玛木", "且沙尔铁", "夺尔基甲", "召存保", "日火布且", "阿的拉聪", "阿皮石且", "尕玛求吉", "比布么阿力"])
def test_names_of_other_peoples_begin_in_many_ways(name) -> None:
    assert names(f"县委常委、副县长{name}，副县长王海参加。") == [name, "王海"]


def test_who_speaks_elsewhere_is_a_name_however_it_begins() -> None:
    assert names("州委书记勒体以洛率队到农场调研。\n勒体以洛强调，要抓好春耕。") == ["勒体以洛"]


@pytest.mark.parametrize(
    "body",
    [
        "各乡镇党委书记都要求驻村干部入户。",
        "县委书记和群众代表座谈。",
        "副县长先后来到三个村。",
        "村支部书记由镇党委任命。",
        "局长来信摘登。",
        "县长见面会召开。",
        "支部书记讲党课，讲党课之后讨论。",
        "书记行动起来，行动方案已经下发。",
    ],
)
def test_what_follows_a_post_need_not_be_a_name(body) -> None:
    assert names(body) == []


def test_a_dotted_name_goes_on_over_signs_that_are_verbs() -> None:
    assert names("合作社负责人阿依古丽·阿不都拉笑着说：“今年收成好。”") == ["阿依古丽·阿不都拉"]


def test_the_receivers_own_posts_are_no_part_of_a_letter_of_thanks() -> None:
    (person,) = people.find(Text.of("贵县县委副书记、县长周正林同志第一时间派出救援队伍。"), Context())
    assert person.posts == ("县委副书记", "县长")


def test_a_decision_lists_the_post_proposed() -> None:
    (person,) = people.find(Text.of("经研究决定：补新华同志任县委委员、常委，提名为县人民政府副县长人选。"), Context())
    assert person.posts == ("县委委员", "常委", "县人民政府副县长")


def test_a_name_ends_where_an_everyday_word_goes_on() -> None:
    assert names("他走访时询问村党支部书记郇英哲外来务工情况。") == ["郇英哲"]


def test_a_rare_surname_stands_behind_a_group_label() -> None:
    assert names("市领导李海、者卫东、甯柏坚分别参加。") == ["李海", "者卫东", "甯柏坚"]


def test_a_transcribed_name_ends_before_a_word_of_the_sentence() -> None:
    assert names("局党组成员、副局长包图雅多次深入矫正对象家中走访。") == ["包图雅"]
    assert names("县林草局局长俄玛塔作补充汇报。") == ["俄玛塔"]


@pytest.mark.parametrize("name", ["陈斯日古楞", "胡格吉勒图", "乌云毕力格"])
def test_long_names_may_begin_with_a_surname_or_a_word(name) -> None:
    assert names(f"旗环保局局长{name}传达了会议精神。") == [name]


def test_signs_of_which_no_two_make_a_word_are_a_name_behind_a_post() -> None:
    assert names("常牧镇党委书记夏吾尖措、镇长李海告诉记者，下一步将建设配送中心。") == ["夏吾尖措", "李海"]


def test_a_name_ends_before_what_is_asked_of_it() -> None:
    assert names("他嘱咐幸福院院长韦立要照顾好老人。") == ["韦立"]


@pytest.mark.parametrize("body", ["副县长李海、", "副县长", "副县长李海 ", "县领导：", "副县长·", "任命", "副县长者"])
def test_a_text_may_end_anywhere(body) -> None:
    assert set(names(body)) <= {"李海"}


def test_who_is_charged_with_a_task_is_named_and_only_attends() -> None:
    found = people.find(Text.of("县长李海当场责成交警大队大队长苌卫国限期整改。"), Context())
    assert [(person.name, person.role) for person in found] == [("李海", "attendee"), ("苌卫国", "attendee")]
