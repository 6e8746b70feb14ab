"""The crawler's book-keeping in the archive's database: sites, columns, links and captures, each call one short transaction."""


from sqlalchemy import select

from db import models
from db.session import Archive
from pipelines.page import Capture


class Ledger:
    """What a spider asks and tells the database while it runs."""

    def __init__(self, archive: Archive) -> None:
        """``archive``: an opened database."""
        self.archive = archive

    def known_capture(self, url: str, digest: str) -> Capture | None:
        """An earlier capture of the same address with the same payload, for which a revisit record will do."""
        row = models.Capture
        wanted = select(row).where(row.payload_digest == digest, row.url == url, row.is_revisit.is_(False)).limit(1)
        with self.archive.reading() as session:
            found = session.scalar(wanted)
            return _plain(found) if found is not None else None


def _plain(row: models.Capture) -> Capture:
    return Capture(
        url=row.url,
        fetched_at=row.fetched_at,
        status=row.status,
        payload_digest=row.payload_digest,
        content_type=row.content_type,
        etag=row.etag,
        last_modified=row.last_modified,
        warc_file=row.warc_file,
        warc_offset=row.warc_offset,
        record_id=row.record_id,
        is_revisit=row.is_revisit,
    )
