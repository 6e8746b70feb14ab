"""Text documents: where the headline ends and the report begins."""

from pipelines.extract.plain import is_page, lay_out, lines_of

A = "3月5日上午，县长林向东主持召开县政府常务会议，研究部署全县春耕生产工作。"


def marked(text: str) -> dict[str, str]:
    return {line.tag: line.text for line in lay_out(lines_of(text)).before if line.tag}


def test_the_occasion_of_a_speech_and_its_speaker_are_its_first_words():
    text = f"政府工作报告\n——2024年2月5日在青溪县第四届人民代表大会第六次会议上\n县长 林向东\n各位代表：\n{A}"
    assert marked(text) == {"title": "政府工作报告"}
    assert lay_out(lines_of(text)).body == ["——2024年2月5日在青溪县第四届人民代表大会第六次会议上", "县长 林向东", "各位代表：", A]


def test_a_dash_begins_a_subtitle():
    text = f"春到青溪\n——全县春耕生产见闻\n{A}"
    assert marked(text) == {"title": "春到青溪", "subtitle": "——全县春耕生产见闻"}


def test_a_line_that_says_who_stressed_it_is_a_kicker():
    assert marked(f"林向东在常务会议上强调\n压实责任抓好春耕生产\n{A}") == {"kicker": "林向东在常务会议上强调", "title": "压实责任抓好春耕生产"}


def test_a_salutation_or_a_sentence_begins_the_report_without_a_headline():
    assert marked(f"同志们:\n{A}") == {}
    assert marked(A) == {}


def test_the_headline_stands_above_the_meta_line_and_below_the_column():
    assert marked(f"青溪要闻\n当前位置:首页 >> 青溪要闻\n县政府召开常务会议\n发布时间:2024-03-06\n{A}") == {"title": "县政府召开常务会议"}


def test_pasted_markup_breaks_lines_and_goes():
    assert lines_of(f'"<divclass="t"><h2>县政府工作报告</h2><h3>在会上</h3>时间：2024-03-25</p></div><p>{A}</p><p style="x\ny">完</p>') == [
        "县政府工作报告",
        "在会上",
        "时间：2024-03-25",
        A,
        "完",
    ]


def test_a_page_is_known_by_its_beginning():
    assert is_page("\n<!DOCTYPE html><html>")
    assert not is_page("县政府 <html>")


def test_the_occasion_of_a_speech_needs_no_dash_and_an_invitation_is_no_headline():
    text = f"政府工作报告\n2004年2月18日在青溪县第四届人民代表大会第六次会议上\n县长 林向东\n各位代表：\n{A}"
    assert marked(text) == {"title": "政府工作报告"}
    assert lay_out(lines_of(text)).body[0] == "2004年2月18日在青溪县第四届人民代表大会第六次会议上"
    assert marked(f"2024年政府工作报告（全文）\n点击上方蓝字关注我们\n各位代表：\n{A}")["title"] == "2024年政府工作报告（全文）"


def test_the_first_of_a_list_below_a_headline_is_no_subtitle():
    text = "青溪县政府工作报告解读\n●生产总值：增长5%\n●粮食产量：8万吨\n●固定资产投资：增长6%"
    assert marked(text) == {"title": "青溪县政府工作报告解读"}
