"""Guards the cutting of text: the same words are known whichever library cuts, and nothing is left behind in shared folders."""

import tempfile
from pathlib import Path

from pipelines.facts.language import segment


def test_words_of_the_field_and_names_of_divisions_stay_whole() -> None:
    assert {"规上工业", "孟津区"} <= set(segment.cutter()("孟津区规上工业增长8%"))


def test_the_text_is_the_sum_of_its_words() -> None:
    assert "".join(segment.cutter()("全县召开会议，部署 2024 年工作。")) == "全县召开会议，部署 2024 年工作。"


def test_without_the_fast_library_the_words_are_the_same_and_no_cache_is_written(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert "规上工业" in segment._jieba(["规上工业"])("全县规上工业增长")
    assert list(Path(tmp_path).iterdir()) == []


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    assert segment.rarities()["秸秆"] > segment.rarities()["发展"]
