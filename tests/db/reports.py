"""Makes reports for tests of what reads them, by way of the chain's own store."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

from db.session import Archive
from pipelines.factual import Facts, Region
from pipelines.fingerprint import body_digest
from pipelines.page import Capture, Page
from pipelines.reading import Reading
from pipelines.refined import Refined
from pipelines.store import Stored, store_many

START = datetime(2026, 1, 1, tzinfo=UTC)
MENGJIN = Region(adcode="410308", name="孟津区", path=("河南省", "洛阳市", "孟津区"), basis="title")


def report(body: str = "全县经济工作会议召开。", *, url: str | None = None, day: int = 0, facts: Facts | None = None, **reading: Any) -> Refined:
    """One refined page; ``reading`` are fields of ``Reading``."""
    url = url or f"http://a.gov.cn/{hashlib.sha1(body.encode()).hexdigest()[:8]}.html"
    offset = int(hashlib.sha1(f"{url} {day} {body}".encode()).hexdigest()[:7], 16)
    capture = Capture(
        url=url, fetched_at=START + timedelta(days=day), payload_digest="sha1:A", warc_file="a.warc.gz", warc_offset=offset, record_id=f"<urn:uuid:{offset}>"
    )
    fields: dict[str, Any] = {"title": "青禾县要闻", "publish_date": "2024-03-05", "publish_date_basis": "meta"} | reading
    read = Reading(body=body, body_hans=fields.pop("body_hans", body), **fields)
    return Refined(page=Page(url=url, payload=b"", capture=capture), reading=read, facts=facts or Facts(version="1"), body_digest=body_digest(body))


def put(archive: Archive, *pages: Refined, site_id: int | None = None) -> list[Stored]:
    """Store pages as one batch."""
    with archive.writing() as session:
        return store_many(session, [(page, site_id) for page in pages], now=START)
