"""Guards that search finds what stands in a report, all of it and nothing else, alike on both engines."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.errors import AskError
from db.filters import Filter
from db.queries import places_of, search, snippet_of
from db.words import parse
from pipelines.factual import Facts
from tests.db.reports import MENGJIN, put, report

COUNCIL = report(
    "青禾县召开全县经济工作会议，县长李明讲话。今年GDP增长6.5%以上。",
    title="经济工作会议召开",
    source="青禾融媒",
    facts=Facts(region=MENGJIN, genre="meeting_news"),
)
FARMING = report("全县农村工作会议部署春耕。会上通报了经济形势。", title="春耕", publish_date="2023-03-01")
MIRROR = report(
    "全縣經濟運行平穩，縣委書記強調民生。", body_hans="全县经济运行平稳，县委书记强调民生。", script="hant", title="經濟運行", publish_date="2022-05-01"
)
SAMPLE = report("xx县经济工作会议讲话稿范文。", title="讲话稿", facts=Facts(genre="template_or_ad"))


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def stocked(request, new_archive):
    with new_archive(request.param) as archive:
        put(archive, COUNCIL, FARMING, MIRROR, SAMPLE)
        yield archive


def ids(archive, words, limit=20, **narrowed):
    with archive.reading() as session:
        return [hit.report_id for hit in search(session, words, Filter(**({"flagged": False} | narrowed)), limit)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("经济工作会议", [1]),
        ("经济", [1, 2, 3]),
        ("經濟", [1, 2, 3]),
        ("县", [1, 2, 3]),
        ("稳", [3]),
        ("生。", [3]),
        ("gdp增长6.5%", [1]),
        ("ＧＤＰ", [1]),
        ("6.5", [1]),
        ("经济 春耕", [2]),
        ("经济 没有的词", []),
        ('"经济形势" 会上', [2]),
        ("济经", []),
        ("议经", []),
        ("會議", [1, 2]),
    ],
)
def test_words_find_the_reports_that_hold_them_all(stocked, words, found):
    assert sorted(ids(stocked, words)) == found


def test_words_in_the_title_come_first_and_the_newest_before_the_older(stocked):
    assert ids(stocked, "经济")[-1] == 2
    assert ids(stocked, "会上") == [2]
    assert ids(stocked, "") == [1, 2, 3]


def test_of_two_texts_the_one_that_is_more_about_the_words_comes_first(archive):
    put(archive, report("粮食。" + "县委书记下乡调研。" * 60), report("粮食产量，粮食安全。" + "城区道路正在施工。" * 60))
    assert ids(archive, "粮食") == [2, 1]


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({"region": "410300"}, [1]),
        ({"region": "孟津"}, [1]),
        ({"region": "430000"}, []),
        ({"since": "2023"}, [1, 2]),
        ({"until": "2023-03"}, [2, 3]),
        ({"since": "2022-06", "until": "2023"}, [2]),
        ({"genre": "meeting_news"}, [1]),
        ({"flagged": True}, [1, 2, 3, 4]),
    ],
)
def test_place_time_and_genre_narrow_the_search(stocked, narrowed, found):
    assert sorted(ids(stocked, "经济", **narrowed)) == found


def test_no_more_than_the_limit_and_all_without_one(stocked):
    assert len(ids(stocked, "经济", limit=1)) == 1
    assert len(ids(stocked, "经济", limit=0)) == 3


def test_a_hit_names_where_its_text_was_captured_and_shows_the_words_in_their_place(stocked):
    with stocked.reading() as session:
        hit = search(session, "經濟 縣委")[0]
        assert (hit.url, hit.capture.warc_file) == (MIRROR.page.url, "a.warc.gz")
        assert [hit.snippet[s:e] for s, e in hit.snippet_places] == ["經濟", "縣委"]
        assert [hit.title[s:e] for s, e in hit.title_places] == ["經濟"]
        first = search(session, "gdp增长")[0]
        assert [first.snippet[s:e] for s, e in first.snippet_places] == ["GDP增长"]
        assert (first.region_name, first.source, first.genre, first.publish_date) == ("孟津区", "青禾融媒", "meeting_news", "2024-03-05")


@pytest.mark.parametrize("words", ["，。", "***", '""', "-"])
def test_words_without_a_word_are_answered_with_what_to_write(stocked, words):
    with stocked.reading() as session, pytest.raises(AskError, match="nothing to search for"):
        search(session, words)


@pytest.mark.parametrize(
    "words", ['县" OR 1', "NEAR(县 长)", "县*", "-县", "县:", "'县' | !", "(", "words:县", "县\\", "; DROP TABLE report", "\0县", "县\ud800"]
)
def test_no_input_breaks_the_query(stocked, words):
    with stocked.reading() as session, suppress(AskError):
        search(session, words)


@settings(max_examples=40)
@given(st.text(alphabet=st.sampled_from('全县经济工作会议春耕李明GDP6.5%增長 "“”*()'), max_size=9))
def test_search_agrees_with_looking_through_every_text(stocked, words):
    wanted = parse(words)
    texts = {n + 1: f"{r.reading.title}\n{r.reading.body_hans}".lower() for n, r in enumerate((COUNCIL, FARMING, MIRROR, SAMPLE))}
    through = [n for n, text in texts.items() if all(any(s in text for s in word.spellings) for word in wanted)]
    try:
        found = ids(stocked, words, flagged=True)
    except AskError:
        assert not wanted
    else:
        assert set(found) <= set(through)
        latin = any(c.isascii() and c.isalnum() for c in words)
        assert latin or set(found) == set(through)


def test_a_snippet_shows_where_most_words_stand_together():
    text = "经济" + "。" * 300 + "县长谈经济与会议" + "。" * 300
    snippet, places = snippet_of(text, text, parse("经济 会议"))
    assert snippet.startswith("…")
    assert [snippet[s:e] for s, e in places] == ["经济", "会议"]
    assert snippet_of("没有", "没有", parse("经济")) == ("没有", ())


def test_finds_that_overlap_are_highlighted_as_one():
    assert places_of(parse("经济 济工 工作"), "全县经济工作") == ((2, 6),)
