"""Documents on disk: read like pages, refused by name, and a run that ends cleanly whatever stands in its way."""

import io
import json
import os
import random
import subprocess
import sys

from sqlalchemy import select
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.warc.repair import whole_bytes
from db.models import Posting, Rejection, Report, Site, Version
from tests.crawler.spiders.world import ROOT, rows, scrapy

TEXT = "青溪县召开春耕生产工作会议\n2024-03-06\n3月5日，青溪县召开春耕生产工作会议，研究部署全县春耕生产工作。县长林向东出席会议并讲话。会议强调，要抓好种子化肥调运，落实惠农政策。"


def folder(tmp_path):
    documents = tmp_path / "in"
    documents.mkdir()
    for n in range(8):
        (documents / f"{n}.txt").write_text(TEXT.replace("春耕生产", f"第{'一二三四五六七八'[n]}批重点项目建设"), encoding="utf-8")
    return documents


def test_bad_documents_are_counted_by_reason_and_the_good_ones_stored(tmp_path):
    documents = folder(tmp_path)
    (documents / "empty.html").write_bytes(b"")
    (documents / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (documents / "cut.warc.gz").write_bytes(b"\x1f\x8b\x08\x00half a record")
    done = scrapy(tmp_path, "crawl", "files", "-a", f"path={documents}", "-L", "WARNING")
    with rows(tmp_path) as session:
        assert len(session.scalars(select(Report)).all()) == 8
        assert sorted(session.scalars(select(Rejection.reason))) == ["binary_document", "empty_document", "truncated_warc"]
    assert "8 new reports" in done.stdout
    assert "cut.warc.gz" in done.stderr


def test_reading_the_same_documents_again_stores_nothing_and_archives_nothing(tmp_path):
    documents = folder(tmp_path)
    scrapy(tmp_path, "crawl", "files", "-a", f"path={documents}", "-L", "WARNING")
    size = sum(path.stat().st_size for path in (tmp_path / "warc").iterdir())
    scrapy(tmp_path, "crawl", "files", "-a", f"path={documents}", "-L", "WARNING")
    with rows(tmp_path) as session:
        assert len(session.scalars(select(Posting)).all()) == 8
        assert len(session.scalars(select(Version)).all()) == 8
    assert sum(path.stat().st_size for path in (tmp_path / "warc").iterdir()) == size


def test_a_manifest_gives_address_and_date_and_the_file_stays_findable(tmp_path):
    documents = folder(tmp_path)
    row = {"file": "0.txt", "url": "http://www.county.example/1.html", "publish_date": "2024-03-09"}
    (documents / "manifest.jsonl").write_text(json.dumps(row), encoding="utf-8")
    scrapy(tmp_path, "crawl", "files", "-a", f"path={documents / '0.txt'}", "-L", "WARNING")
    exported = json.loads(scrapy(tmp_path, "export", "-").stdout)
    assert exported["urls"] == ["http://www.county.example/1.html", str(documents / "0.txt")]
    assert (exported["origin"], exported["publish_date_basis"]) == (str(documents / "0.txt"), "given")


def test_a_full_disk_stops_the_run_with_one_line_and_every_report_has_its_capture(tmp_path):
    """Files of the process may not grow beyond 16 MB, which is how a full disk looks to the archive; the database stays far below."""
    documents = folder(tmp_path)
    (documents / "4.txt").write_bytes(random.Random(5).randbytes(20_000_000))
    code = (
        "import resource, signal, sys, scrapy.cmdline; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (16_000_000, 16_000_000)); scrapy.cmdline.execute(sys.argv[1:])"
    )
    places = {"DATABASE_URL": f"sqlite:///{tmp_path}/x.db", "ARCHIVE_DIR": str(tmp_path / "warc"), "REFINE_WORKERS": "0"}
    words = [sys.executable, "-c", code, "scrapy", "crawl", "files", "-a", f"path={documents}", "-L", "ERROR"]
    done = subprocess.run(words, cwd=ROOT, env=os.environ | places, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 1, done.stderr
    assert "cannot write to the archive file" in done.stderr
    with rows(tmp_path) as session:
        assert len(session.scalars(select(Report)).all()) < 8
        captures = session.scalars(select(Version.capture_id)).all()
        assert None not in captures
    assert all(whole_bytes(path) == path.stat().st_size for path in (tmp_path / "warc").iterdir())


def test_captures_without_address_or_date_are_refused_by_name_and_those_after_them_stored(tmp_path):
    documents = tmp_path / "in"
    documents.mkdir()
    urls = ["http://[bad/1.html", "urn:x:2", "dns:a.example", "http:///4.html", "http://www.county.example/5.html", "http://www.county.example/6.html"]
    with (documents / "other.warc.gz").open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for number, url in enumerate(urls):
            html = TEXT.replace("春耕生产", f"第{'一二三四五六'[number]}批重点项目建设")
            http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            body = f"<title>会议</title><p>{html.replace(chr(10), '</p><p>')}</p>".encode()
            date = {"WARC-Date": "yesterday" if number == 4 else "2026-03-07T01:02:03.123456789Z"}
            writer.write_record(
                writer.create_warc_record(url, "response", payload=io.BytesIO(body), length=len(body), http_headers=http, warc_headers_dict=date)
            )
    done = scrapy(tmp_path, "crawl", "files", "-a", f"path={documents}", "-L", "WARNING")
    with rows(tmp_path) as session:
        assert session.scalars(select(Posting.url)).all() == ["http://www.county.example/6.html"]
        assert sorted(session.scalars(select(Rejection.reason))) == ["no_capture_date", "no_web_address", "no_web_address"]
    assert "Traceback" not in done.stderr


def test_documents_at_the_host_of_a_known_site_are_its_postings(tmp_path):
    documents = tmp_path / "in"
    documents.mkdir()
    (documents / "0.txt").write_text(
        "上半年，全县地区生产总值增长6.5%，全县上下坚持稳中求进，各项工作取得新成效。\n下半年，全县要继续抓好项目建设。", encoding="utf-8"
    )
    (documents / "manifest.jsonl").write_text('{"file": "0.txt", "url": "http://www.county.example/1.html"}', encoding="utf-8")
    (tmp_path / "known.csv").write_text("adcode,name,home\n510524,叙永县人民政府,http://www.county.example/\n", encoding="utf-8")
    scrapy(tmp_path, "sites", "import", str(tmp_path / "known.csv"))
    for words in (("crawl", "files", "-a", f"path={documents}"), ("replay", "--all")):
        scrapy(tmp_path, *words, "-L", "WARNING")
        with rows(tmp_path) as session:
            (posting,) = session.scalars(select(Posting))
            assert posting.site_id == session.scalar(select(Site.id))
            assert posting.report.adcode == "510524"
            assert posting.report.provenance["region"] == {"rule": "the site's own division", "saw": "510524"}
