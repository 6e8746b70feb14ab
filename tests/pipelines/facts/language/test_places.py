"""Guards the naming of divisions in a text."""

from pipelines.facts.language.places import places
from pipelines.facts.language.text import Text


def named(plain: str) -> list[str]:
    return [plain[place.start : place.end] for place in places(Text(plain, plain))]


def test_the_longest_name_is_read_at_each_place() -> None:
    assert named("开封市龙亭区与孟津") == ["开封市", "龙亭区", "孟津"]


def test_everyday_words_count_in_full_only() -> None:
    assert named("热爱和平，和平区召开会议") == ["和平区"]


def test_kinds_do_not_begin_other_words() -> None:
    assert named("孟津区域发展") == ["孟津"]


def test_two_halves_of_other_words_are_no_place() -> None:
    assert named("做好易地搬迁安置工作") == []
