"""What is learned of a site's containers, and forgotten."""

from pipelines.extract.memory import ContainerMemory
from pipelines.extract.tree import parse

URL = "http://www.qingxi.gov.cn/a.html"


def block(html: str):
    root = parse(f"<html><body>{html}</body></html>")
    return root, root.xpath("//*[@class='q' or starts-with(@id, 'n')]")[0]


def test_a_learned_container_is_found_again_on_the_same_host_only():
    memory = ContainerMemory()
    root, element = block('<div class="q">甲</div>')
    memory.learn(URL, element)
    assert memory.recall(URL.replace("a.html", "b.html"), root) == [element]
    assert memory.recall("http://other.gov.cn/a.html", root) == []
    assert memory.recall(URL, parse('<div class="q">甲</div><div class="q">乙</div>')) == []


def test_an_id_that_holds_the_page_s_number_is_not_the_template_s():
    memory = ContainerMemory()
    memory.learn(URL, block('<div id="n12345">甲</div>')[1])
    assert memory.learned.get("www.qingxi.gov.cn", {}) == {}


def test_a_container_that_failed_twice_in_a_row_is_dropped():
    memory = ContainerMemory()
    _, element = block('<div class="q">甲</div>')
    memory.learn(URL, element)
    memory.failed(URL, element)
    memory.fitted(URL, element)
    memory.failed(URL, element)
    assert memory.dropped == 0
    memory.failed(URL, element)
    assert (memory.dropped, memory.hits, memory.learned["www.qingxi.gov.cn"]) == (1, 1, {})
