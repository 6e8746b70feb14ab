"""Guards the keywords: telling words of the body, the most telling first."""

from pipelines import facts
from tests.pipelines.facts import samples
from tests.pipelines.facts.samples import reading


def test_keywords_are_telling_words_of_the_body() -> None:
    words = [keyword.word for keyword in facts.find_all(reading(samples.INSPECTION, title="何志强到东河镇调研秋粮生产")).keywords]
    assert "秋粮" in words
    assert not {"我们", "强调", "何志强"} & set(words)
    weights = [keyword.weight for keyword in facts.find_all(reading(samples.INSPECTION)).keywords]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == 1.0
