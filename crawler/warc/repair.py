"""Mends what a killed crawl left: a file that ends in half a record is cut back to its last whole one and finished."""

import fcntl
import zlib
from pathlib import Path

from crawler.warc.write import OPEN

BLOCK = 1 << 20


def whole_bytes(path: Path) -> int:
    """How many bytes of a WARC file are whole gzip members; each of ours is one record."""
    position, whole = 0, 0
    with path.open("rb") as stream:
        member = zlib.decompressobj(wbits=31)
        while data := stream.read(BLOCK):
            while data:
                try:
                    member.decompress(data)
                except zlib.error:
                    return whole
                used = len(data) - len(member.unused_data)
                position += used
                data = member.unused_data
                if not member.eof:
                    break
                whole = position
                member = zlib.decompressobj(wbits=31)
    return whole


def finish_abandoned(folder: Path) -> list[Path]:
    """Cut and rename every ``.open`` file that no living writer holds; return the finished files that hold any record."""
    return [done for path in sorted(folder.glob(f"*{OPEN}")) if (done := _finish(path))]


def _finish(path: Path) -> Path | None:
    with path.open("r+b") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return None
        size = whole_bytes(path)
        stream.truncate(size)
        if size == 0:
            path.unlink()
            return None
        return path.rename(path.with_name(path.name.removesuffix(OPEN)))
