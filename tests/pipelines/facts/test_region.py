"""Guards the region: the division that a report is about, by today's code, apart from the site that carries it."""

import pytest

from pipelines import facts
from pipelines.page import Hints
from pipelines.reading import Credit
from tests.pipelines.facts.samples import reading


def adcode(body: str, hints: Hints | None = None, url: str = "", **known) -> str | None:
    region = facts.find_all(reading(body, **known), hints, url).region
    return region.adcode if region else None


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("开封市龙亭区召开会议，龙亭区各单位参加。", "410202"),
        ("株洲市渌口区召开会议。渌口加快发展。", "430212"),
        ("孟津县召开会议，孟津各镇参加。", "410308"),
        ("近日，叙永县县委副书记到乡镇检查工作。", "510524"),
        ("漯河市召开全市大会，漯河各县区参加。", "411100"),
        ("山东省举行新闻发布会。", "370000"),
        ("会议强调，要抓好落实。", None),
        ("各县区要向先进学习。", None),
        ("科右前旗召开推进会。旗委常委出席，各苏木乡镇参加。", "152221"),
        ("仙桃日报讯 7月30日，市领导走访慰问驻军部队，为仙桃发展作贡献。", "429004"),
        ("6月12日，县委宣传部在梅江公园举办活动，梅江公园人头攒动。", None),
        ("干部们来到沙河子村看望老人，沙河子村敬老院热闹非凡。", None),
        ("李海，男，现任云县爱华镇党委副书记、镇长；王敏，现任云县妇联副主席。", "530922"),
    ],
)
def test_the_region_is_the_division_that_is_spoken_of(body, code) -> None:
    assert adcode(body) == code


def test_a_shared_name_goes_to_the_one_whose_parent_is_named() -> None:
    assert adcode("福州市鼓楼区召开会议，鼓楼区各街道参加。") == "350102"
    assert adcode("南京市鼓楼区召开会议，鼓楼区各街道参加。") == "320106"


def test_the_site_decides_for_our_county_only() -> None:
    hints = Hints(site_adcode="330327")
    assert adcode("今天，我县召开绿化工作会议，县委书记讲话。", hints) == "330327"
    assert adcode("杭州市西湖区召开会议，西湖区各街道参加。", hints) == "330106"
    assert adcode("国务院印发通知。", hints) is None


def test_a_person_is_no_place() -> None:
    assert adcode("副主席胡文成出席活动并讲话。胡文成指出，要抓好落实。胡文成强调，要创新。") is None


def test_a_person_in_a_headline_is_no_place_either() -> None:
    assert adcode("3月5日，龙亭区书法家协会主席胡文成参加开封市龙亭区书画活动。", title="书法家协会主席胡文成参加书画活动") == "410202"


def test_a_town_is_not_the_county_of_its_name() -> None:
    assert adcode("县委书记何强到东河镇、和平乡调研。") is None


def test_a_city_report_names_its_counties_in_passing() -> None:
    assert adcode("全市推进项目建设。我市各县区竞相发展，孟津区新上项目5个，偃师区新上项目3个。市委、市政府高度重视。") == "410300"


def test_the_path_runs_down_from_the_province() -> None:
    region = facts.find_all(reading("开封市龙亭区召开会议，龙亭区各单位参加。")).region
    assert region.path == ("河南省", "开封市", "龙亭区")


def test_a_county_is_no_part_of_another_word() -> None:
    assert adcode("要振兴县域经济，推进南阳山生态修复，走进祁连山下。") is None


@pytest.mark.parametrize("title", ["我县盘活土地资源", "县领导调研乡村振兴"])
def test_a_word_that_ends_the_headline_is_no_county(title) -> None:
    assert adcode("今天，我县召开会议，县委书记讲话。", Hints(site_adcode="330327"), title=title) == "330327"


@pytest.mark.parametrize("body", ["情况复杂多县并存，全县上下努力。", "要盘活土地资源县里统筹安排。", "坚持兴县富民，加快振兴县城。", "乡村振兴区里出台措施。"])
def test_a_county_begins_where_a_word_begins(body) -> None:
    assert adcode(body) is None


def test_one_weak_mention_does_not_outweigh_the_site() -> None:
    body = "今天，我县召开会议，义乌客商参加。会议要求抓好落实。"
    assert adcode(body, Hints(site_adcode="330327")) == "330327"
    assert adcode(body, Hints(site_name="温州市苍南县人民政府")) == "330327"


def test_the_province_within_a_longer_word_is_read() -> None:
    assert adcode("会议宣读了《中共福建省委关于扶贫的决定》，福建省各地参加。") == "350000"


def test_where_a_guest_comes_from_is_no_region() -> None:
    body = "为丰富居民生活，社区举办了书画展，全市各民族爱好者参加，作品风格多样，情感真挚。" * 8 + "\n专家简介：某先生，毕业于上海一所大学。"
    assert adcode(body) is None


def test_an_exchange_with_the_other_shore_is_reported_from_this_one() -> None:
    body = "平潭县商品市场开业。馆内有台湾商品，台湾风味浓郁，游客称赞台湾商品，商家将引进更多台湾产品。"
    assert adcode(body) == "350128"
    assert adcode("活动在香港举办，香港多所高校参加，香港特别行政区有关部门支持。") is None


def test_the_site_stands_before_a_guest_s_home() -> None:
    body = "社区举办了书画展，居民参加。专家某先生，福建人，曾在上海学习。"
    assert adcode(body, Hints(site_adcode="110106", site_name="丰台区人民政府")) == "110106"


def test_a_prefecture_s_site_reports_on_its_counties() -> None:
    body = "近日，记者在孟津看到，春耕生产一片繁忙。"
    assert adcode(body, Hints(site_adcode="410300", site_name="洛阳市人民政府")) == "410308"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("红河县一季度地区生产总值增长4.9%，高于全州0.8个百分点，增速居全州第三位。红河县项目加快。", "532529"),
        ("县委农村工作会议召开，学习浙江“千万工程”经验，全县各乡镇参加。", None),
        ("沈丘县禁放区域：东至东环路，西至西环路。东至东关村。沈丘县公安局负责。", "411624"),
        ("一年来，我们在中共岚县县委的领导下，推动全县发展。", "141127"),
    ],
)
def test_what_a_place_is_compared_with_is_not_the_subject(body, code) -> None:
    assert adcode(body) == code


def test_an_autonomous_county_goes_by_its_short_name_and_kind() -> None:
    assert adcode("10月18日，新平县开工仪式在青龙产业园举行。新平县委书记出席。") == "530427"


def test_a_name_that_opens_a_headline_before_a_colon_is_a_place() -> None:
    assert adcode("8月15日，县委书记李升主持召开调度会。", title="民乐：召开防汛调度会") == "620722"


def test_where_a_delegation_went_is_not_the_subject() -> None:
    assert adcode("市长张远率团赴深圳市开展招商考察活动。凯里市与企业签订协议。凯里经开区主任参加。") == "522601"


def test_a_host_that_spells_a_name_decides_for_our_county_only() -> None:
    ours = "上半年，全县地区生产总值增长3.1%，全县上下坚持稳中求进。"
    assert adcode(ours, url="http://www.liulin.gov.cn/zjll/t1.shtml") == "141125"
    assert adcode(ours) is None
    assert adcode(ours, url="http://www.gulou.gov.cn/t1.shtml") is None, "four districts are spelt so, and none is a county"
    assert adcode(ours.replace("全县", "全市"), url="http://www.liulin.gov.cn/t1.shtml") is None, "it speaks of a city"
    assert adcode("会议强调，要抓好落实。", url="http://www.liulin.gov.cn/t1.shtml") is None
    assert adcode("叙永县召开会议，叙永县各镇参加。", url="http://www.liulin.gov.cn/t1.shtml") == "510524"


@pytest.mark.parametrize(("body", "code"), [("专访莘县县委书记。", "371522"), ("2021年上半年天长市运行情况。", "341181"), ("坚持科教兴县、绿色富县。", None)])
def test_short_names_and_names_behind_a_time_are_known(body, code) -> None:
    assert adcode(body) == code


def test_a_reporters_name_is_no_place() -> None:
    body = "旗委召开会议，部署工作。（融媒体中心 阿荣娜）阿荣娜报道。"
    assert adcode(body, credits=(Credit("reporter", "阿荣娜"),)) is None
    assert adcode("和龙市召开会议，和龙各镇参加。", credits=(Credit("source", "和龙"), Credit("author", "和龙市融媒体中心"))) == "222406"
