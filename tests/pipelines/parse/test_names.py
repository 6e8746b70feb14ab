"""Names of people and of organisations."""

import pytest

from pipelines.parse import names


@pytest.mark.parametrize("name", ["王占宝", "李丽", "欧阳小红", "皇甫润兰", "阿依古丽·买买提", "郑庆学", "張軍亞", "哈斯巴根", "古丽努尔"])
def test_names_begin_with_a_surname(name):
    assert names.is_person(name)


@pytest.mark.parametrize("text", ["深圳中学", "县政府", "记者", "高新区", "admin", "王", "李家村委会", "青溪发布"])
def test_what_is_no_name(text):
    assert not names.is_person(text)


def test_padded_names_are_one_person():
    assert names.people("王庆建 张 佩") == ["王庆建", "张佩"]
    assert names.people("李 四、王五，赵六") == ["李四", "王五", "赵六"]
    assert names.people("季 小 芳") == ["季小芳"]
    assert names.people("王 磊 李 娜") == ["王磊", "李娜"]
    assert names.people("网站编辑 管理员 -") == []


def test_the_name_that_a_run_ends_with():
    assert names.at_end("会议现场邓正可") == "邓正可"
    assert names.at_end("皇甫润兰") == "皇甫润兰"
    assert names.at_end("推进会现场") is None


def test_organisations_end_like_ones():
    assert all(map(names.is_organisation, ["县融媒体中心", "深圳中学", "人民日报", "EETOP", "青溪发布"]))
    assert not names.is_organisation("王占宝")
