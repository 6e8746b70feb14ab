"""Guards that what is kept of compared texts is right and bounded."""

from pipelines.dedupe.comparable import comparable
from pipelines.dedupe.folded import Folded, Folds
from pipelines.dedupe.shingles import windows
from pipelines.dedupe.statements import statements


def test_runs_are_the_windows_in_order_with_their_places():
    codes = comparable("全县清理河道沟渠，新建灌溉泵站，群众拍手称快。")
    for width in (3, 8):
        runs = Folded(codes).runs(width)
        assert (windows(codes, width)[runs.places] == runs.ordered).all()
        assert sorted(runs.ordered.tolist()) == runs.ordered.tolist()


def test_folded_texts_are_kept_within_their_room():
    folds = Folds(room=30)
    first = folds.of("甲" * 10)
    assert folds.of("甲" * 10) is first
    folds.of("乙" * 10)
    assert folds.of("甲" * 10) is first
    folds.of("丙" * 15)  # 乙 was not asked for as long as any
    assert folds.of("甲" * 10) is first
    folds.of("丁" * 40)  # wider than the room: nothing is kept, and nothing breaks
    assert folds.of("甲" * 10) is not first


def test_a_text_that_was_folded_elsewhere_is_not_folded_again():
    folds, folded = Folds(room=100), Folded(comparable("修渠"))
    folds.keep("修渠", folded)
    folds.keep("修渠", Folded(comparable("修渠")))
    assert folds.of("修渠") is folded


def test_statements_are_figures_places_and_persons_by_kind():
    found = statements(comparable("3月5日，柳桥镇投入46万元，书记赵明到场。该镇"))
    assert len(found) == 5  # so many 月, 日 and 万, such a 镇, such a 书记; 该镇 names none
    assert all(len(values) == 1 for values in found.values())


def test_a_text_of_nothing_states_nothing():
    assert statements(comparable("")) == {}
    assert statements(comparable("镇")) == {}
