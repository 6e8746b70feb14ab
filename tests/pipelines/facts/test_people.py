"""Guards the people: names of every form, posts as written, and the part each takes."""

import pytest

from pipelines.facts import people
from pipelines.facts.context import Context
from pipelines.facts.language.text import Text
from tests.pipelines.facts import samples


def found(body: str, **known):
    return people.find(Text.of(body), Context(**known))


def told(body: str) -> list[tuple]:
    return [(person.name, person.posts, person.role) for person in found(body)]


def names(body: str) -> list[str]:
    return [person.name for person in found(body)]


def test_posts_stack_before_one_name() -> None:
    assert told("县委副书记、县政府代县长常海主持会议。") == [("常海", ("县委副书记", "县政府代县长"), "host")]


def test_a_post_spreads_over_a_list_where_several_can_hold_it() -> None:
    assert told("副县长诸明、姜宁、徐大田，县人武部政委马锐参加会议。") == [
        ("诸明", ("副县长",), "attendee"),
        ("姜宁", ("副县长",), "attendee"),
        ("徐大田", ("副县长",), "attendee"),
        ("马锐", ("县人武部政委",), "attendee"),
    ]


def test_a_post_that_one_person_holds_does_not_spread() -> None:
    assert told("县长李海、王敏出席会议。") == [("李海", ("县长",), "attendee"), ("王敏", (), "attendee")]


def test_a_group_label_gives_no_post() -> None:
    assert told("县领导戴川、邵洋参加会议。") == [("戴川", (), "attendee"), ("邵洋", (), "attendee")]


@pytest.mark.parametrize(
    "name",
    [
        "李涛",
        "欧阳明辉",
        "司马建",
        "诸葛云飞",
        "阿不都热合曼·买买提",
        "巴特尔",
        "斯琴高娃",
        "方运平",
        "冯陆一",
        "于海洋",
        "向东",
        "万里云",
        "高峰",
        "夏天明",
        "全志强",
        "时俊杰",
        "常青松",
    ],
)
def test_names_of_every_form_are_read_behind_a_post(name) -> None:
    assert names(f"会上，副县长{name}出席会议并讲话。") == [name]


@pytest.mark.parametrize(
    "verb",
    [
        "主持会议",
        "出席会议",
        "参加",
        "指出",
        "强调",
        "要求",
        "说",
        "带队到三里镇调研",
        "陪同调研",
        "一行到东村",
        "在会上讲话",
        "作了讲话",
        "就做好工作提出要求",
        "对工作作出安排",
        "代表县政府致辞",
        "，副县长王敏参加",
        "等参加",
        "同志讲话",
        "（左二）会谈",
    ],
)
def test_a_name_ends_where_its_verb_begins(verb) -> None:
    assert names(f"县长李涛{verb}。")[0] == "李涛"
    assert names(f"县长方运平{verb}。")[0] == "方运平"


def test_a_name_padded_with_a_blank_is_one_name() -> None:
    assert told("清溪县县长 张 佩\n各位代表：") == [("张佩", ("清溪县县长",), "speaker")]


def test_posts_are_given_once_and_dropped_later() -> None:
    body = "县委书记罗军出席会议。\n罗军强调，要压实责任。"
    assert told(body) == [("罗军", ("县委书记",), "speaker")]


def test_the_fullest_stack_counts_and_its_variants_do_not() -> None:
    body = "恒远集团董事长魏宏参加。\n恒远集团党委书记、董事长魏宏表示，将加大投资。"
    assert told(body) == [("魏宏", ("恒远集团党委书记", "董事长"), "speaker")]


def test_a_post_begins_behind_the_verb_or_preposition_before_it() -> None:
    for before in ("会议由", "在", "受", "陪同", "随后，", "参加会议的还有", "9月3日", "近日，", "会上，", "会见了", "和"):
        assert [person.posts for person in found(f"{before}县委副书记张延讲话。")] == [("县委副书记",)], before


def test_places_that_begin_like_a_preposition_stay_whole() -> None:
    for post in ("和平区区长", "向阳镇党委书记", "同心县县长", "对外联络办主任", "经济开发区管委会主任", "从化区副区长"):
        assert found(f"会上，{post}李海涛讲话。")[0].posts == (post,)


def test_joint_posts_are_two() -> None:
    assert found("县委常委、宣传部部长兼统战部部长郑芳讲话。")[0].posts == ("县委常委", "宣传部部长", "统战部部长")


def test_a_suspended_post_stands_before_brackets() -> None:
    assert found("副县长（挂职）贾斌通报了情况。")[0].posts == ("副县长",)


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("县长李涛出席会议并讲话。", "speaker"),
        ("县长李涛作政府工作报告。", "speaker"),
        ("县长李涛总结前10个月工作，安排部署年底重点任务。", "speaker"),
        ("会议由县长李涛主持。", "host"),
        ("县长李涛主持召开常务会议，听取上半年经济形势等情况汇报。", "host"),
        ("县长李涛主持会议并讲话。", "speaker"),
        ("县长李涛出席总结表彰大会。", "attendee"),
        ("县长李涛主持县政府全面工作。", "attendee"),
        ("县长李涛到东河镇调研。他强调，要抓好生产。", "speaker"),
        ("县长李涛与客商会谈。", "attendee"),
        ("县长李涛认真学习讲话精神。", "attendee"),
    ],
)
def test_the_part_is_told_by_the_verbs(body, role) -> None:
    assert found(body)[0].role == role


def test_those_named_together_share_their_verb() -> None:
    assert [person.role for person in found("县委书记张正，县长李涛分别作了讲话。")] == ["speaker", "speaker"]


def test_who_is_listened_to_does_not_take_the_verb() -> None:
    assert [person.role for person in found("在听取县住建局局长陈刚的汇报后，县委书记周密强调，要倒排工期。")] == ["attendee", "speaker"]


def test_members_are_named_before_their_title() -> None:
    assert told("沈建民委员指出，要公开。任海荣委员则认为，要灵活。") == [("沈建民", ("委员",), "speaker"), ("任海荣", ("委员",), "speaker")]


def test_a_bare_name_that_speaks_is_someone() -> None:
    assert told("刘守成对重点工作作具体安排。") == [("刘守成", (), "speaker")]


def test_appointments_are_another_part() -> None:
    assert told("会议决定：任命张三丰为县人民政府副县长。") == [("张三丰", ("县人民政府副县长",), "other")]


@pytest.mark.parametrize(
    "body",
    [
        "坚持以习近平新时代中国特色社会主义思想为指导，弘扬焦裕禄精神。",
        "会议强调，要提高认识。方案要求，明确责任。高度重视，严格要求。",
        "村民李三娃说，路修好了。",
        "下一篇：平川县委书记王宏约谈单位负责人",
        "（记者 张军 通讯员 李明）",
        "记者 王庆 摄",
        "县委书记、县长要亲自抓。各乡镇书记要负总责。",
        "书记向全体党员致辞。主任会议听取汇报。",
        "全会指出，成绩来之不易。党委要求，务必落实。",
        "省委书记许某某受贿案开庭。",
    ],
)
def test_nobody_is_made_up(body) -> None:
    assert names(body) == []


def test_who_gives_a_report_stands_beneath_its_headline() -> None:
    assert told(samples.REPORT) == [("李涛", ("清溪县人民政府县长",), "speaker")]


def test_a_byline_in_the_subtitle_counts_without_words_to_quote() -> None:
    person = found("各位代表：现在，我代表县人民政府报告工作。", subtitle="——在县人代会上 清溪县县长 李海涛")[0]
    assert (person.name, person.role, person.quote) == ("李海涛", "speaker", "")


def test_those_who_made_the_report_are_not_in_it() -> None:
    assert found("李明、王芳、张丽参加。", credited=frozenset({"李明", "王芳", "张丽"})) == ()


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("县人大常委会主任李国强、县政协主席王秀兰以及县委常委、副县长张伟参加。", ["李国强", "王秀兰", "张伟"]),
        ("市委书记施小琴来县调研，市领导曹俊杰、谢武参加。", ["施小琴", "曹俊杰", "谢武"]),
        ("县政协副主席林芳、高原、罗永红出席。", ["林芳", "高原", "罗永红"]),
        ("县政协副主席向红应邀列席。", ["向红"]),
        ("全县稳就业促创业工作推进会举行。", []),
        ("吴志远，男，汉族，1972年5月生，现任县委副书记、县长。", ["吴志远"]),
        ("李大山，男，种植户，种了二十年苹果。", []),
    ],
)
def test_names_end_where_what_follows_begins_and_ordinary_words_are_none(body, wanted) -> None:
    assert names(body) == wanted


def test_every_post_of_a_decision_and_of_a_life_is_taken() -> None:
    assert told("会上宣布：任命于海为清溪县委委员、常委、书记。") == [("于海", ("清溪县委委员", "常委", "书记"), "other")]
    assert told("吴志远，男，汉族，1972年5月生，现任县委副书记、县长。") == [("吴志远", ("县委副书记", "县长"), "attendee")]


def test_who_gives_a_report_of_work_speaks() -> None:
    assert told("常务副县长钱峰作工作汇报。") == [("钱峰", ("常务副县长",), "speaker")]


def test_the_post_that_another_gives_up_is_not_ones_own() -> None:
    body = "会议宣布：杨帆同志任中共清溪县委书记，陈建国同志不再担任清溪县委书记职务。新任县委书记杨帆作表态发言。"
    found = {person.name: person.posts for person in people.find(Text.of(body), Context())}
    assert found["杨帆"] == ("中共清溪县委书记",)
    assert found["陈建国"] == ("清溪县委书记",)


def test_a_post_is_no_part_of_a_name_in_two_parts() -> None:
    body = "会议由区委副书记、区长扎西·多吉主持。\n扎西·多吉指出，要抓好落实。"
    assert [(person.name, person.posts) for person in people.find(Text.of(body), Context())] == [("扎西·多吉", ("区委副书记", "区长"))]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("太和镇党委书记丁香，镇长白杨向调研组汇报了情况。", [("丁香", ("太和镇党委书记",)), ("白杨", ("镇长",))]),
        ("副县长王军和仁和乡乡长赵立新参加。", [("王军", ("副县长",)), ("赵立新", ("仁和乡乡长",))]),
        ("县财政局和永和街道办事处主任李明参加。", [("李明", ("永和街道办事处主任",))]),
    ],
)
def test_a_town_whose_name_holds_a_conjunction_and_a_name_before_one(body, wanted) -> None:
    assert [(person.name, person.posts) for person in people.find(Text.of(body), Context())] == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("副县长降央泽仁、罗布次仁，旗人大常委会主任布赫巴特尔参加。", ["降央泽仁", "罗布次仁", "布赫巴特尔"]),
        ("宣传部部长那仁满都拉分别作了发言。", ["那仁满都拉"]),
        ("县政府党组成员、管委会主任温国强，县政协副主席畅永红、兰天明出席。", ["温国强", "畅永红", "兰天明"]),
        ("学习贯彻习近平总书记关于党的建设的论述。", []),
        ("坚持县级领导包案，化解积案。", []),
    ],
)
def test_names_of_other_peoples_and_rarer_surnames(body, wanted) -> None:
    assert names(body) == wanted


def test_who_is_spoken_to_does_not_end_what_another_says() -> None:
    body = "座谈会上，县委书记蔡明对市委书记韩冬一行表示欢迎，并作了汇报。"
    assert [(person.name, person.role) for person in found(body)] == [("蔡明", "speaker"), ("韩冬", "attendee")]


def test_who_is_heard_with_a_report_of_their_own_gave_it() -> None:
    assert [person.role for person in found("会议听取了副县长谢文关于提案办理情况的通报。")] == ["speaker"]


def test_who_resigns_and_who_is_proposed_take_another_part() -> None:
    assert told("会议决定接受李宏辞去清溪县人民检察院检察长职务的请求。") == [("李宏", ("清溪县人民检察院检察长",), "other")]
    assert told("赵云，男，汉族，1978年9月生，现任清溪县委常委，拟任县（区）政府正职。") == [("赵云", ("清溪县委常委",), "other")]


def test_those_who_speak_for_others_are_named_in_full() -> None:
    assert [(person.name, person.role) for person in found("企业代表胡新、周建先后发言。")] == [("胡新", "speaker"), ("周建", "speaker")]


def test_a_name_of_three_signs_may_be_padded_where_its_line_ends() -> None:
    assert names("清溪县人民政府县长　　王　兆　军\n各位代表：我代表县人民政府报告工作。") == ["王兆军"]


def test_those_who_look_after_rivers_hold_that_post_too() -> None:
    assert told("县委书记、县级总河长杨凤，县委副书记、总督察杨德志参加。") == [
        ("杨凤", ("县委书记", "县级总河长"), "attendee"),
        ("杨德志", ("县委副书记", "总督察"), "attendee"),
    ]


def test_an_election_names_a_post_behind_each_list() -> None:
    body = "会议选举周宜为县人大常委会主任，余平、张林为县人大常委会副主任；选举李启为清溪县县长，杨峰、柯大为副县长。"
    assert [(name, posts) for name, posts, _ in told(body)] == [
        ("周宜", ("县人大常委会主任",)),
        ("余平", ("县人大常委会副主任",)),
        ("张林", ("县人大常委会副主任",)),
        ("李启", ("清溪县县长",)),
        ("杨峰", ("副县长",)),
        ("柯大", ("副县长",)),
    ]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("县委常委唐一、付建、张凡作交流发言。", [("唐一", "speaker"), ("付建", "speaker"), ("张凡", "speaker")]),
        ("县长杨永安排工作，任天宝、鲁波在南古镇分会场参加会议。", [("杨永", "speaker"), ("任天宝", "attendee"), ("鲁波", "attendee")]),
        ("新当选的县长李启作了表态发言。", [("李启", "speaker")]),
        ("成立了由党委书记任组长的领导小组。", []),
        ("区领导孙杰、张航及示范区管委领导郝新、李刚等参加座谈。", [("孙杰", "attendee"), ("张航", "attendee"), ("郝新", "attendee"), ("李刚", "attendee")]),
    ],
)
def test_parts_told_by_what_stands_behind_a_name(body, wanted) -> None:
    assert [(person.name, person.role) for person in found(body)] == wanted


def test_posts_leave_out_that_it_is_the_one_spoken_of() -> None:
    assert told("该院党组书记、院长刘建主持会议。上合示范区党工委副书记孟胜出席。") == [
        ("刘建", ("党组书记", "院长"), "host"),
        ("孟胜", ("上合示范区党工委副书记",), "attendee"),
    ]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("就座的大会执行主席有：孔学、张玉。", [("孔学", ("大会执行主席",)), ("张玉", ("大会执行主席",))]),
        ("区委组织部副部长、“两新”工委书记蒋宁参加。", [("蒋宁", ("区委组织部副部长", "“两新”工委书记"))]),
        ("区长许福、区政协主席赵国出席了会议。", [("许福", ("区长",)), ("赵国", ("区政协主席",))]),
        ("副县长才让扎西、完看召东、杨东出席会议。", [("才让扎西", ("副县长",)), ("完看召东", ("副县长",)), ("杨东", ("副县长",))]),
    ],
)
def test_posts_of_lists_and_of_quoted_organs(body, wanted) -> None:
    assert [(name, posts) for name, posts, _ in told(body)] == wanted


def test_who_answers_in_an_interview_speaks() -> None:
    body = "近日，记者采访了清溪县县委书记刘志。\n刘志：我们坚持党建引领，整合县乡村三级力量。\n副县长 吕珠：负责教育、卫生健康、文化旅游工作。"
    assert [(person.name, person.role) for person in found(body)] == [("刘志", "speaker"), ("吕珠", "attendee")]


def test_the_headline_of_a_speech_names_who_gave_it() -> None:
    person = found("同志们：下面，我讲三个问题。", title="中共清溪县委书记李国同志在县委经济工作会议上的讲话")[0]
    assert (person.name, person.posts, person.role, person.quote) == ("李国", ("中共清溪县委书记",), "speaker", "")


def test_yi_names_and_posts_beside_the_usual_ones() -> None:
    assert told("组织部部长吉木子石，副县长马海木呷陪同。县委副书记、县信访工作联席会议召集人尹玲出席，非中共党员副县长乔羽列席。") == [
        ("吉木子石", ("组织部部长",), "attendee"),
        ("马海木呷", ("副县长",), "attendee"),
        ("尹玲", ("县委副书记", "县信访工作联席会议召集人"), "attendee"),
        ("乔羽", ("副县长",), "attendee"),
    ]


@pytest.mark.parametrize("verb", ["询问", "叮嘱", "看望", "约谈"])
def test_a_post_begins_behind_the_verb_whose_object_it_is(verb) -> None:
    assert told(f"会后，县长李海{verb}三里村党支部书记王建业。")[1] == ("王建业", ("三里村党支部书记",), "attendee")


def test_villages_may_begin_with_a_direction() -> None:
    assert told("下湾村党支部书记李海、上坪村党支部书记王敏参加。") == [
        ("李海", ("下湾村党支部书记",), "attendee"),
        ("王敏", ("上坪村党支部书记",), "attendee"),
    ]


@pytest.mark.parametrize("said", ["讲了意见", "提了三点要求", "讲了具体意见"])
def test_who_gives_an_opinion_speaks(said) -> None:
    assert told(f"县长李海主持会议，并就落实会议精神{said}。") == [("李海", ("县长",), "speaker")]


def test_blanks_part_names_but_no_name_from_its_verb() -> None:
    assert told("州党委副书记、州长 李海 率林业、水利等部门到县里督导。") == [("李海", ("州党委副书记", "州长"), "attendee")]


def test_a_place_before_the_next_post_is_no_name_of_the_list() -> None:
    assert told("东河镇党委书记李海、杨汇镇党委书记王敏逐一作表态发言。") == [
        ("李海", ("东河镇党委书记",), "speaker"),
        ("王敏", ("杨汇镇党委书记",), "speaker"),
    ]


def test_a_group_behind_a_name_is_no_post_of_the_next() -> None:
    assert names("院党组书记李海，审判委员会专职委员师建新等班子成员及全体干警参加会议。") == ["李海", "师建新"]


def test_work_is_no_end_of_a_name() -> None:
    assert names("县教育局召开“开学第一课”安全工作部署会。") == []


def test_who_trains_others_speaks() -> None:
    assert told("县交警大队副大队长李海就校园周边交通安全作专题培训。") == [("李海", ("县交警大队副大队长",), "speaker")]


def test_whose_words_are_told_behind_a_talk_stands_before_it() -> None:
    body = "市委书记李海与商会会长王敏、执行会长赵建等企业家座谈，详细介绍产业布局。"
    assert [part for _, _, part in told(body)] == ["speaker", "attendee", "attendee"]


def test_a_life_names_the_post_proposed_too() -> None:
    assert told("何建文，男，汉族，1979年5月生，现任东河镇党委副书记、镇长，拟任乡镇党委书记。")[0][1] == ("东河镇党委副书记", "镇长", "乡镇党委书记")


def test_those_elected_together_share_the_post() -> None:
    assert told("大会选举李海为县工商联主席，王敏、赵建文等9人为副主席，聘请周平为名誉会长。") == [
        ("李海", ("县工商联主席",), "other"),
        ("王敏", ("副主席",), "other"),
        ("赵建文", ("副主席",), "other"),
        ("周平", ("名誉会长",), "other"),
    ]


def test_who_moves_up_to_the_committee_is_only_elected() -> None:
    assert [(name, part) for name, _, part in told("全会决定递补县委候补委员李海、王建国为县委委员。")] == [("李海", "other"), ("王建国", "other")]


def test_parallel_clauses_share_the_last_verb() -> None:
    assert [part for _, _, part in told("副县长李海围绕森林防火、王敏围绕春耕备耕分别作了部署。")] == ["speaker", "speaker"]


@pytest.mark.parametrize("said", ["补充道", "感叹", "致贺词", "透露"])
def test_words_of_speech_of_every_kind(said) -> None:
    assert told(f"“大家跟着干。”上坝村村委会副主任李海{said}。") == [("李海", ("上坝村村委会副主任",), "speaker")]


def test_a_leader_of_a_village_is_named_behind_his_share_too() -> None:
    assert told("镇人大主席、包村领导李海表示，要抓好落实。") == [("李海", ("镇人大主席",), "speaker")]


def test_townships_may_begin_with_the_middle_or_a_direction() -> None:
    assert [person.posts for person in found("中和村党总支书记李海、下寨乡党委书记王敏参加。")] == [("中和村党总支书记",), ("下寨乡党委书记",)]


def test_former_leaders_are_a_group() -> None:
    assert names("县领导李海、王敏，老领导赵建邦参加会议。") == ["李海", "王敏", "赵建邦"]


def test_a_list_parted_by_blanks_may_hold_names_that_begin_like_verbs() -> None:
    assert names("参加会议的县领导有李海 王敏 向文俊 杜学博。") == ["李海", "王敏", "向文俊", "杜学博"]


@pytest.mark.parametrize(("words", "post"), [("带领在家副主席", "副主席"), ("清溪县农牧和科技局局长", "清溪县农牧和科技局局长")])
def test_where_a_post_begins(words, post) -> None:
    assert told(f"{words}李海参加。") == [("李海", (post,), "attendee")]


def test_a_list_of_names_may_hold_one_with_a_rare_surname() -> None:
    assert names("王小勇、冯金花、肖丽、但强、夔文等委员分别就康养产业作了发言。") == ["王小勇", "冯金花", "肖丽", "但强", "夔文"]


def test_who_reports_back_speaks_and_who_goes_along_attends() -> None:
    assert told("县委巡察组组长李海反馈了巡察情况，副县长王敏、赵建随行督导。") == [
        ("李海", ("县委巡察组组长",), "speaker"),
        ("王敏", ("副县长",), "attendee"),
        ("赵建", ("副县长",), "attendee"),
    ]


def test_a_negation_is_no_name() -> None:
    assert names("“成绩不说跑不掉。”大家都这样想。") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("天成网络（广州）有限公司执行董事、清源网络有限公司董事文云翔宣讲了条例。", {"文云翔": ("天成网络（广州）有限公司执行董事", "清源网络有限公司董事")}),
        ("清源（集团）股份有限公司首席执行官周建文、创始人林向东出席签约仪式。", {"周建文": ("清源（集团）股份有限公司首席执行官",), "林向东": ("创始人",)}),
        ("会议（视频）由县长林向东主持。", {"林向东": ("县长",)}),
        ("公司董事会主席刘明华、首席科学家何晓东致辞。", {"刘明华": ("公司董事会主席",), "何晓东": ("首席科学家",)}),
        ("集团顾问团成员到场，董事会研究了方案。", {}),
        ("东河村支书王志刚介绍了情况，市医院主任医师高晓峰到场义诊。", {"王志刚": ("东河村支书",), "高晓峰": ("市医院主任医师",)}),
    ],
)
def test_posts_of_companies_villages_and_hospitals(body, expected) -> None:
    assert {person.name: person.posts for person in found(body)} == expected


def test_a_post_may_hold_a_quotation() -> None:
    posts = [person.posts for person in found("县委副书记、县委“三农”工作领导小组副组长李海，“双减”工作专班组长王敏参加。")]
    assert posts == [("县委副书记", "县委“三农”工作领导小组副组长"), ("“双减”工作专班组长",)]


def test_who_declares_himself_at_once_speaks() -> None:
    assert told("“15天内办结！”市自然资源局局长李海当场表态。") == [("李海", ("市自然资源局局长",), "speaker")]


def test_a_member_of_a_mission_holds_that_post_too() -> None:
    assert told("市委宣讲团成员、市委党校副校长李海作宣讲报告。") == [("李海", ("市委宣讲团成员", "市委党校副校长"), "speaker")]


def test_a_school_in_a_list_is_nobody() -> None:
    body = "市足球协会副主席赵亮、清源中学副校长王东文、清源中学校长助理韩晓宏出席。\n清源中学校长赵立首先致辞。\n清源中学是一所足球传统学校。"
    assert names(body) == ["赵亮", "王东文", "韩晓宏", "赵立"]
    assert told("以色列国防部长加兰特、战时内阁成员甘茨等人支持。")[:1] == [("加兰特", ("以色列国防部长",), "attendee")]


@pytest.mark.parametrize("said", ["受区政府委托作报告", "座谈", "会谈后来到企业", "来到企业", "受县委委托，通报情况"])
def test_a_verb_behind_a_short_name_is_no_part_of_it(said) -> None:
    assert names(f"区长彭军{said}。") == ["彭军"]
    assert names(f"区长彭建军{said}。") == ["彭建军"]
