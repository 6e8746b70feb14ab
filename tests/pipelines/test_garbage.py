"""Long-lived processes."""

import gc

import pytest

from pipelines import garbage


@pytest.fixture(autouse=True)
def _as_before():
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


def test_what_is_loaded_is_not_searched_again_and_what_comes_after_is():
    garbage.settle()
    assert gc.get_freeze_count() > 10_000
    assert gc.isenabled()
    assert gc.get_count()[2] == 0
