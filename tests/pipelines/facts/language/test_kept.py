"""Guards what is kept of words: each is asked for once, and no more are kept than fit."""

from pipelines.facts.language import kept


def test_a_word_is_asked_for_once() -> None:
    asked: list[str] = []
    lengths = kept.Kept(lambda word: asked.append(word) or len(word))
    assert [lengths[word] for word in ("会议", "县委", "会议")] == [2, 2, 2]
    assert asked == ["会议", "县委"]


def test_what_finds_no_room_is_found_anew(monkeypatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 1)
    lengths = kept.Kept(len)
    assert [lengths[word] for word in ("会议", "办公室", "办公室")] == [2, 3, 3]
    assert dict(lengths) == {"会议": 2}
