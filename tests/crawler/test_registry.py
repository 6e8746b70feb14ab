"""The registry: entries become frozen sites, and a wrong one names file, table and field."""

import pytest

from crawler import registry
from pipelines.errors import EntryError

GOOD = """
[150523]
name = "开鲁县"
home = "http://www.county.example/"
family = "trs"
columns = [{ name = "要闻", url = "/xw/yw/" }]
hints = { body = "#zoom" }
past = [{ until = 2023-06-30, family = "generic" }]
"""


def write(folder, text, name="15-x.toml"):
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_table_becomes_a_site_with_absolute_columns(tmp_path):
    site = registry.load(write(tmp_path, GOOD))["150523"]
    assert (site.adcode, site.name, site.family, site.body_selector) == ("150523", "开鲁县", "trs", "#zoom")
    assert [(c.name, c.url) for c in site.columns] == [("要闻", "http://www.county.example/xw/yw/")]
    assert site.past[0][1] == "generic"


def test_a_second_site_of_a_division_has_a_word_behind_its_code(tmp_path):
    site = registry.load(write(tmp_path, GOOD.replace("[150523]", "[150523-media]")))["150523-media"]
    assert site.adcode == "150523"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('family = "trs"', 'family = "tsr"', r"15-x\.toml \[150523\] family: unknown family 'tsr'; there are .*trs"),
        ("[150523]", "[15052]", "table's name must be a six-digit division code"),
        ('home = "http://www.county.example/"', 'home = "www.county.example"', r"\[150523\] home: must be an absolute http or https URL"),
        ('name = "开鲁县"', "", r"\[150523\] name: is missing"),
        ('hints = { body = "#zoom" }', "delay = 3", r"\[150523\] delay: no such field"),
        ('columns = [{ name = "要闻", url = "/xw/yw/" }]', 'columns = "要闻"', r"\[150523\] columns: must be a list"),
        ('url = "/xw/yw/"', 'link = "/xw/yw/"', r"\[150523\] columns: each must have a name and a url"),
        ("until = 2023-06-30", 'until = "x"', r"\[150523\] past: each must have a date until"),
        ("[150523]", "[150523", r"15-x\.toml: cannot be read"),
    ],
)
def test_a_wrong_entry_names_file_table_and_field(tmp_path, old, new, said):
    with pytest.raises(EntryError, match=said):
        registry.load(write(tmp_path, GOOD.replace(old, new)))


def test_one_table_in_two_files_is_refused(tmp_path):
    write(tmp_path, GOOD)
    with pytest.raises(EntryError, match="also in another file"):
        registry.load(write(tmp_path, GOOD, "16-y.toml"))


def test_the_sites_that_ship_are_right():
    assert registry.load()
