"""Guards that a text finds its place in the archive: within a batch and later, whatever came first, from two workers at once, on both engines."""

import pickle
import threading

import pytest
from sqlalchemy import event, func, select

from db.models import Posting, Report, ReportLink, ShingleBucket, Version
from db.writes.likeness import FULL, reports_in
from pipelines.dedupe import buckets, signature
from tests.db.reports import put, report

BODY = (
    "3月5日上午，青禾县委书记王立新到柳树镇调研春耕生产工作，县委办公室主任陈敏一同参加。\n"
    "在柳树镇农资服务站，王立新仔细查看化肥储备情况，向负责人询问种子价格。据介绍，全镇今年计划播种水稻2.3万亩，已备足良种46吨。\n"
    "王立新强调，各级各部门要抢抓农时，组织技术人员下到田间，帮助农户解决实际困难；要管好用好水源，确保应灌尽灌。\n"
    "随后，王立新来到红星村，走访了两户脱贫户，鼓励他们发展养殖，增加收入。他要求村干部把帮扶措施落到每家每户。"
)
EDITED = "本报讯（记者 李明）" + BODY.replace("仔细查看", "察看了").replace("强调", "指出")
LEDE = "\n".join(BODY.split("\n")[:2])


def postings(archive):
    with archive.reading() as session:
        return {p.url: (p.report_id, p.link_kind, p.score) for p in session.scalars(select(Posting))}


def links(archive):
    with archive.reading() as session:
        return [(link.report_id, link.other_id, link.kind) for link in session.scalars(select(ReportLink))]


@pytest.mark.parametrize("batches", [1, 2])
def test_an_edited_copy_is_a_posting_of_the_report(archive, batches):
    pages = [report(BODY, url="http://a.gov.cn/1.html"), report(EDITED, url="http://b.gov.cn/2.html", title="调研春耕")]
    for batch in [pages] if batches == 1 else [[page] for page in pages]:
        put(archive, *batch)
    found = postings(archive)
    assert found["http://b.gov.cn/2.html"][:2] == (found["http://a.gov.cn/1.html"][0], "repost")
    assert 0.9 < found["http://b.gov.cn/2.html"][2] < 1


@pytest.mark.parametrize(("first", "second", "kind"), [(BODY, LEDE, "excerpt"), (LEDE, BODY, "extended")])
def test_a_part_is_a_report_of_its_own_that_is_linked(archive, first, second, kind):
    (one,), (other,) = put(archive, report(first, url="http://a.gov.cn/1.html")), put(archive, report(second, url="http://b.gov.cn/2.html"))
    assert links(archive) == [(other.report_id, one.report_id, kind)]


def test_a_notice_of_the_same_template_is_another_report(archive):
    notice = "因线路检修，定于{}日8时至{}时对柳树镇老街及周边小区停电，请广大用户提前做好准备，不便之处敬请谅解。"
    one, other = put(archive, report(notice.format(3, 12)), report(notice.format(6, 17)))
    assert one.report_id != other.report_id
    assert links(archive) == []


def test_a_mirror_is_told_as_such(archive):
    put(archive, report(BODY, url="http://a.gov.cn/1.html"))
    put(archive, report(EDITED, url="http://spam.com/2.html", script="hant", repairs=30, flags=frozenset({"mangled_script"})))
    assert postings(archive)["http://spam.com/2.html"][1] == "mirror"


def test_the_earliest_official_posting_is_the_reports_own(archive):
    put(archive, report(EDITED, url="http://news.com/2.html", publish_date="2024-03-08", title="转载"))
    put(archive, report(BODY, url="http://a.gov.cn/1.html", publish_date="2024-03-06", title="王立新调研春耕"))
    put(archive, report(BODY, url="http://b.gov.cn/3.html", publish_date="2024-03-07"))
    found = postings(archive)
    assert {url: kind for url, (_, kind, _) in found.items()} == {
        "http://news.com/2.html": "repost", "http://a.gov.cn/1.html": "first", "http://b.gov.cn/3.html": "identical",
    }  # fmt: skip
    with archive.reading() as session:
        row = session.scalars(select(Report)).one()
        assert (row.title, row.body, row.publish_date) == ("王立新调研春耕", BODY, "2024-03-06")
        reposted = session.scalars(select(Version).join(Posting).where(Posting.url == "http://news.com/2.html")).one()
        assert reposted.body == EDITED


def test_a_report_with_a_new_text_is_found_by_it_alone(archive):
    other = "县水务局组织巡查水库，更换老旧闸门，清理溢洪道杂草，并对值班人员开展培训，要求按时上报水情，确保安全度汛。" * 3
    put(archive, report(BODY, url="http://a.gov.cn/1.html"))
    put(archive, report(other, url="http://a.gov.cn/1.html", day=3))
    with archive.reading() as session:
        assert {*session.scalars(select(ShingleBucket.bucket))} == {*buckets(other)}


def test_a_full_bucket_keeps_its_newest(archive):
    beginning = "全县农业农村工作会议今天上午在县城召开"
    texts = [beginning + "".join(chr(0x4E00 + (n * 997 + k * 131) % 20000) for k in range(60)) + "。" for n in range(FULL + 9)]
    ids = []
    for start in (0, FULL - 5, FULL + 3):
        some = texts[start : {0: FULL - 5, FULL - 5: FULL + 3}.get(start)]
        ids += [one.report_id for one in put(archive, *(report(text, url=f"http://a.gov.cn/{start}-{n}.html") for n, text in enumerate(some)))]
    shared = set.intersection(*({*buckets(text)} for text in texts))
    assert len(shared) == 1
    assert len({*ids}) == len(texts)
    with archive.reading() as session:
        assert {bucket: sorted(found) for bucket, found in reports_in(session, shared).items()} == dict.fromkeys(shared, sorted(ids)[-FULL:])


def test_two_workers_that_store_copies_at_once_leave_one_report(postgres_url):
    from db.session import open_archive

    archives = [open_archive(postgres_url) for _ in range(2)]
    barrier = threading.Barrier(2)

    def work(n, archive):
        for round_ in range(6):
            body = (
                (BODY if n else EDITED)
                .replace("46吨", f"{46 + round_ * 7}吨")
                .replace("2.3万亩", f"{2 + round_}.3万亩")
                .replace("3月5日", f"3月{5 + round_}日")
            )
            barrier.wait()
            archive.write(lambda session, body=body, round_=round_: put_in(session, report(body, url=f"http://{'ab'[n]}.gov.cn/{round_}.html")))

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(archives)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with archives[0].reading() as session:
        assert session.scalar(select(func.count(Report.id))) == 6
        assert session.scalar(select(func.count(Posting.id))) == 12
    for archive in archives:
        archive.close()


def put_in(session, page):
    from pipelines.store import store_many

    store_many(session, [(page, None)])


def test_a_text_is_placed_alike_whether_its_sketch_came_with_it_or_not(archive):
    pages = [report(BODY, url="http://a.gov.cn/1.html"), report(EDITED, url="http://b.gov.cn/2.html", title="调研春耕")]
    pages[1].sketch = pickle.loads(pickle.dumps(signature(pages[1].reading.body_hans)))
    put(archive, *pages)
    found = postings(archive)
    assert found["http://b.gov.cn/2.html"][:2] == (found["http://a.gov.cn/1.html"][0], "repost")


def test_a_batch_asks_the_archive_no_more_often_than_one_report(archive):
    put(archive, report(BODY, url="http://a.gov.cn/1.html"))
    asked = []
    event.listen(archive.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    put(archive, *(report(EDITED.replace("46", str(n)), url=f"http://b.gov.cn/{n}.html") for n in range(40, 60)))
    assert sum("shingle_bucket WHERE" in statement for statement in asked) == 1
    assert sum("body_hans" in statement and statement.startswith("SELECT") for statement in asked) == 1
