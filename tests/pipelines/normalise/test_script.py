"""Scripts: told apart, and rendered in simplified."""

from pipelines.normalise.script import script_of, to_hans, traditional_characters


def test_a_few_traditional_characters_in_names_do_not_make_a_text_traditional():
    assert script_of("县长張瑋、副县长劉喆主持召开县政府常务会议，研究部署工作。") == "hans"
    assert script_of("縣長林向東主持召開縣政府常務會議，研究部署春耕生產。") == "hant"


def test_the_simplified_rendering_keeps_every_character_s_place():
    text = "縣委書記著力推動鄉村振興，著眼長遠，編著《縣志》"
    assert to_hans(text) == "县委书记着力推动乡村振兴，着眼长远，编著《县志》"
    assert len(to_hans(text)) == len(text)


def test_characters_of_both_scripts_are_not_traditional():
    assert "縣" in traditional_characters()
    assert not {"县", "工", "着"} & traditional_characters()
