"""Pages that are no reports."""

from pipelines.extract.fates import is_list
from pipelines.extract.flow import Line


def line(text: str, links: int = 0) -> Line:
    return Line(text, "li", None, links)


def test_links_and_dates_make_a_list():
    rows = [line("全县春季植树造林动员会召开2024-01-01", 14), line("2024-01-02"), line("·")] * 4
    assert is_list(rows)
    assert not is_list(rows[:2])


def test_a_report_full_of_links_is_still_a_report():
    sentence = "会议听取了有关情况的汇报，研究部署下一步工作，并对重点任务提出明确要求。"
    assert not is_list([line(sentence), line("附件一", 3), line(sentence), line("附件二", 3), line("附件三", 3)])
