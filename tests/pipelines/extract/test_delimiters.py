"""Raw delimiters around a body."""

import pytest

from pipelines.extract.delimiters import delimited, delimited_title


@pytest.mark.parametrize(
    "source",
    [
        "前<!--<$[信息内容]>begin--><p>正文</p><!--<$[信息内容]>end-->后",
        "前<!--ZJEG_RSS.content.begin--><p>正文</p><!--ZJEG_RSS.content.end-->后",
        "前<META name=ContentStart><p>正文</p><META name=ContentEnd>后",
        '前<meta name="ContentStart"/><p>正文</p><meta name="ContentEnd"/>后',
        "前<!--enpcontent--><p>正文</p><!--/enpcontent-->后<!--enpcontent--><p>又</p><!--/enpcontent-->",
        "前<founder-content id='x'><p>正文</p></founder-content>后",
    ],
)
def test_the_text_between_the_first_pair_is_the_body(source):
    assert "".join(delimited(source).element.itertext()) == "正文"


def test_an_empty_or_open_pair_is_none():
    assert delimited("<!--enpcontent--> <!--/enpcontent-->") is None
    assert delimited("<!--enpcontent--><p>正文</p>") is None
    assert delimited("<p>正文</p>") is None


def test_a_title_has_delimiters_of_its_own():
    assert delimited_title("<!--<$[标题]>begin-->县政府召开会议<!--<$[标题]>end-->") == "县政府召开会议"
