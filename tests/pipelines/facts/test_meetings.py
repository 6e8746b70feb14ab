"""Guards the meetings: named as the text names them, once, with session and place."""

import pytest

from pipelines.facts import meetings
from pipelines.facts.context import Context
from pipelines.facts.language.text import Text


def found(body: str, **known):
    return meetings.find(Text.of(body), Context(**known))


def names(body: str) -> list[str]:
    return [meeting.name for meeting in found(body)]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("2月19日，清溪县召开2023年度安全生产工作会议，总结去年工作。", ["2023年度安全生产工作会议"]),
        ("县长周明主持召开县政府第28次常务会议，传达学习国务院会议精神。", ["县政府第28次常务会议"]),
        ("区委二届三次全体会议暨区委经济工作会议召开。", ["区委二届三次全体会议", "区委经济工作会议"]),
        (
            "主持召开全市重点项目建设、县区经济高质量发展暨2019年度综合考评讲评大会，部署工作。",
            ["全市重点项目建设、县区经济高质量发展暨2019年度综合考评讲评大会"],
        ),
        ("5月19日，全县领导干部会议召开。", ["全县领导干部会议"]),
        ("市政协召开政府采购工作民主监督座谈会。", ["政府采购工作民主监督座谈会"]),
        ("县人大常委会召开营商环境专题询问会议。", ["营商环境专题询问会议"]),
        ("——2021年2月5日在清溪县第四届人民代表大会第六次会议上", ["清溪县第四届人民代表大会第六次会议"]),
        ("县委召开全体（扩大）会议。会议强调，要贯彻中央经济工作会议精神。", ["全体（扩大）会议"]),
        ("清溪县第五届人大四次会议开幕。\n今天，清溪县第五届人民代表大会第四次会议开幕。", ["清溪县第五届人民代表大会第四次会议"]),
    ],
)
def test_the_reported_meeting(body, wanted) -> None:
    assert names(body) == wanted


@pytest.mark.parametrize(
    "body",
    ["会议强调，要贯彻落实中央经济工作会议精神。", "县长到会议中心检查。", "今天召开会议，研究工作。", "会上，大家作了发言。", "各单位要开好民主生活会。", ""],
)
def test_meetings_that_are_only_mentioned_are_not_reported(body) -> None:
    assert names(body) == []


@pytest.mark.parametrize(
    ("name", "session"),
    [
        ("中国共产党清溪县第十届委员会第九次全体会议", "10-9"),
        ("县政府第28次常务会议", "28"),
        ("县委十四届五次全会", "14-5"),
        ("县政府第二十八次常务会议", "28"),
        ("全县安全生产会议", None),
    ],
)
def test_sessions_are_normalised(name, session) -> None:
    assert found(f"{name}召开。")[0].session == session


def test_the_place_is_told() -> None:
    assert found("全县经济工作会议在县会议中心召开。")[0].place == "县会议中心"


def test_a_meeting_in_the_subtitle_has_no_words_to_quote() -> None:
    meeting = found("各位代表：", subtitle="——在清溪县第四届人民代表大会第六次会议上")[0]
    assert (meeting.name, meeting.quote) == ("清溪县第四届人民代表大会第六次会议", "")


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("去年12月30日，县委召开农村工作会议。", ["农村工作会议"]),
        ("县委经济工作会议暨全县招商引资大会3月10日召开。", ["县委经济工作会议", "全县招商引资大会"]),
        ("全县防汛抗旱工作会议3月10日至11日在县会议中心举行。", ["全县防汛抗旱工作会议"]),
        ("会前召开了座谈会。", []),
    ],
)
def test_a_date_may_stand_between_the_name_and_its_verb(body, wanted) -> None:
    assert names(body) == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("全县学习贯彻党的二十大精神宣讲报告会召开。", ["全县学习贯彻党的二十大精神宣讲报告会"]),
        ("3月5日，清溪县深入学习贯彻主题教育动员大会在县城举行。", ["清溪县深入学习贯彻主题教育动员大会"]),
        ("县委书记周明传达学习了全市防汛工作会议精神。", []),
    ],
)
def test_verbs_without_anyone_to_act_belong_to_the_name(body, wanted) -> None:
    assert names(body) == wanted


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("县十七届人大常委会第十二次会议于3月12日至14日在县城举行。", "县城"),
        ("全市乡村振兴现场推进会在青溪县召开。", "青溪县"),
        ("县十七届人大常委会第十二次会议于3月12日召开。", None),
    ],
)
def test_where_a_meeting_is_held(body, place) -> None:
    assert [meeting.place for meeting in found(body)] == [place]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("县长唐波主持，县人大常委会主任尹祥、县政协主席邵华出席。", []),
        ("3月15日，县十六届人大常委会举行第三十四次会议。", ["县十六届人大常委会第三十四次会议"]),
        ("会议通过了《关于召开政协清溪县第十五届委员会第四次会议的决定》。", []),
        ("这次会议，是在关键时刻召开的一次重要会议。", []),
        ("（2020年12月28日中国共产党清溪县第十二届委员会第十一次全体会议通过）\n正文。", ["中国共产党清溪县第十二届委员会第十一次全体会议"]),
    ],
)
def test_what_meets_and_what_is_only_spoken_of(body, wanted) -> None:
    assert names(body) == wanted


def test_the_headline_of_a_speech_names_the_meeting() -> None:
    meeting = found("同志们：下面，我讲几点意见。", title="在全市经济工作会议上的讲话")[0]
    assert (meeting.name, meeting.quote) == ("全市经济工作会议", "")


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("清溪县第十九届人民代表大会第一次会议举行第三次全体会议。", ["清溪县第十九届人民代表大会第一次会议"]),
        ("2月6日，在清溪县第十七届人民代表大会第二次会议上，县长秋虹作工作报告。", ["清溪县第十七届人民代表大会第二次会议"]),
        ("习近平总书记在全国教育大会上强调，要办好教育。", []),
        ("5月20日，县委理论学习中心组举行2022年第8次集中学习。", ["县委理论学习中心组2022年第8次集中学习"]),
        ("2月22日，清溪区与示范区对接座谈会在管委举行。", ["清溪区与示范区对接座谈会"]),
    ],
)
def test_sittings_and_speeches_belong_to_their_meeting(body, wanted) -> None:
    assert names(body) == wanted


def test_two_ceremonies_are_two() -> None:
    assert names("6月28日，区里举行“幸福邻里”启动仪式暨社区工作者培训班开班式。") == ["“幸福邻里”启动仪式", "社区工作者培训班开班式"]


def test_a_preparatory_sitting_goes_by_the_whole_and_a_talk_on_a_visit_by_nothing() -> None:
    assert names("2月26日，清溪县第十七届人民代表大会第三次会议举行预备会议。") == ["清溪县第十七届人民代表大会第三次会议"]
    assert names("清溪县第十七届人民代表大会第三次会议在县会堂举行预备会议。") == ["清溪县第十七届人民代表大会第三次会议"]
    assert names("1月10日，区政协十五届三次会议举行第二次全体会议。") == ["区政协十五届三次会议"]
    assert names("县委书记卢明到镇里调研。在随后召开的座谈会上，卢明指出，要抓好产业。") == []
    assert names("县委书记卢明到镇里调研。在调研座谈会上，卢明指出，要抓好产业。") == []


def test_a_numbered_day_of_study_goes_by_who_studies() -> None:
    assert names("5月19日，由县残联、县文明办联合主办的第三十三次助残日活动启动仪式举行。") == ["第三十三次助残日活动启动仪式"]
    assert names("昨日，区委理论学习中心组举行（扩大）学习会，邀请专家授课。") == ["区委理论学习中心组（扩大）学习会"]
    assert names("4月3日，清溪县第十七届人民代表大会第四次会议圆满完成各项议程，在县会堂胜利闭幕。县人大常委会主任李海宣布大会闭幕。") == [
        "清溪县第十七届人民代表大会第四次会议"
    ]
    assert names("1月17日，县委理论学习中心组举行2024年第一次专题学习会，传达会议精神。") == ["县委理论学习中心组2024年第一次专题学习会"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("3月5日，县委先后召开县委常委会会议、县委理论学习中心组学习会，传达学习全会精神。", ["县委常委会会议", "县委理论学习中心组学习会"]),
        ("3月5日，县长林向东主持召开县政府常务会议、县政府党组会议。", ["县政府常务会议", "县政府党组会议"]),
        ("3月5日，全县防汛抗旱、森林防火工作会议召开。", ["全县防汛抗旱、森林防火工作会议"]),
        ("3月5日，市委、市人大常委会、市政府联席会议召开。", ["市委、市人大常委会、市政府联席会议"]),
        ("本届艺术节共举行主题展览、高峰论坛、圆桌会议、学术论坛等20多个板块活动。", []),
        ("艺术节期间将举办招商推介会、人才洽谈会、产业论坛等活动。", []),
    ],
)
def test_meetings_that_are_listed_are_told_apart_and_kinds_of_events_are_none(body, expected) -> None:
    assert [meeting.name for meeting in found(body)] == expected
