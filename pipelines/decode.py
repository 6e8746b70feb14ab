"""Turns the bytes of a page into text: which encoding was believed, and why."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.errors import BinaryDocument, EmptyDocument, Undecodable

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP or Office document"),
    (b"PK\x05\x06", "empty ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE document (DOC, XLS, PPT, WPS)"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"BM", "BMP"),
    (b"RIFF", "RIFF (WebP, WAV, AVI)"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"{\\rtf", "RTF"),
    (b"\x00\x00\x01\x00", "ICO"),
    (b"\x00\x00\x00\x18ftyp", "MP4"),
    (b"\x00\x00\x00\x20ftyp", "MP4"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "Windows program"),
    (b"FLV\x01", "FLV"),
    (b"CWS", "Flash"),
    (b"FWS", "Flash"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_MAGICS = tuple(magic for magic, _ in _MAGIC)
_TEXTUAL_MAGIC = {b"BM", b"MZ", b"ID3", b"CWS", b"FWS", b"RIFF"}
"""Signatures that a text could begin with; believed only beside control bytes that no text holds."""

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(r"charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_.:-]{2,32})", re.IGNORECASE)
_XML_ENCODING = re.compile(r"<\?xml[^>]{0,80}encoding\s{0,4}=\s{0,4}[\"']([A-Za-z0-9_.:-]{2,32})", re.IGNORECASE)
_CJK = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_COMMON = re.compile("[，。、：的一是在有和人中大上会會县縣市区區政府工作发發国國为為年月日]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_GB_LABELS = frozenset({"gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "936", "ms936", "hz-gb-2312", "euc-cn", "gb2312-80", "chinese"})
_LATIN_LABELS = frozenset({"iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252", "us-ascii", "ascii", "iso8859-1"})
_BROKEN_SHARE = 0.02
"""The share of characters lost in decoding above which bytes are no longer called text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the Python codec that gave it, and why that one was believed."""

    text: str
    encoding: str
    reason: str
    declared: tuple[str, ...] = ()
    """Every encoding that header, hint or markup claims, in that order."""
    replaced: int = 0
    """How many byte sequences had no character and became U+FFFD."""


def decode(payload: bytes, content_type: str | None = None, hint: str | None = None) -> Decoded:
    """Decode a page's bytes.

    The order is that of what real county pages need: BOM; strict UTF-8 that holds at least one Chinese character, over any label (headers and
    metas often lie); the labels of hint, header and markup; GB 18030 for everything labelled GB or not labelled at all; then line by line for
    pages that mix UTF-8 and GB; then with replacement characters.

    Raises EmptyDocument, BinaryDocument or Undecodable.
    """
    if not payload.strip(b" \t\r\n\x0b\x0c\x00"):
        raise EmptyDocument("the document is empty")
    _refuse_binary(payload)
    declared = tuple(_declared(payload, content_type, hint))
    for attempt in (_by_bom, _by_utf8, _by_null_bytes, _by_damaged_utf8, _by_label, _by_gb, _by_line):
        decoded = attempt(payload, declared)
        if decoded is not None:
            return decoded
    return _with_replacements(payload, declared)


def _refuse_binary(payload: bytes) -> None:
    head = payload.lstrip(b" \t\r\n")[:512]
    if not head.startswith(_MAGICS):
        return
    for magic, name in _MAGIC:
        if head.startswith(magic) and (magic not in _TEXTUAL_MAGIC or b"\x00" in head):
            raise BinaryDocument(f"the document is not text but {name}")


def _declared(payload: bytes, content_type: str | None, hint: str | None) -> Iterator[str]:
    head = payload[:8192].replace(b"\x00", b"").decode("latin-1")
    in_xml = _XML_ENCODING.search(head) if "<?" in head else None
    for match in (re.match(r"()(.+)", hint.strip()) if hint else None, _CHARSET.search(content_type or ""), in_xml, _CHARSET.search(head)):
        if match is not None:
            yield match.group(match.lastindex or 1).strip().lower()


def _by_bom(payload: bytes, declared: tuple[str, ...]) -> Decoded | None:
    for bom, codec in _BOMS:
        if payload.startswith(bom):
            text = payload[len(bom) :].decode(codec, "replace")
            return Decoded(text, codec, "byte order mark", declared, text.count("\ufffd"))
    return None


def _by_utf8(payload: bytes, declared: tuple[str, ...]) -> Decoded | None:
    text = _strict(payload, "utf-8")
    if text is None:
        return None
    if _CJK.search(text):
        return Decoded(text, "utf-8", "valid UTF-8 with Chinese characters", declared)
    if payload.isascii() and b"\x00" not in payload:
        return Decoded(text, "utf-8", "plain ASCII", declared)
    return None


def _by_null_bytes(payload: bytes, declared: tuple[str, ...]) -> Decoded | None:
    """UTF-16 without a byte order mark: in markup every other byte is zero."""
    head = payload[:2048]
    for codec, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if zeros and zeros.count(0) > 0.4 * len(zeros):
            text = payload.decode(codec, "replace")
            return Decoded(text, codec, "every other byte is zero", declared, text.count("\ufffd"))
    return None


def _by_damaged_utf8(payload: bytes, declared: tuple[str, ...]) -> Decoded | None:
    """UTF-8 that was cut inside a character or lost a few bytes: valid sequences of three bytes hardly occur in anything else."""
    if payload.isascii():
        return None
    text = payload.decode("utf-8", "replace")
    replaced = text.count("\ufffd")
    if replaced > _BROKEN_SHARE * len(_CJK.findall(text)):
        return None
    cut_at_end = replaced == 1 and text.endswith("\ufffd")
    mixed = None if cut_at_end else _by_line(payload, declared)
    return mixed or Decoded(text, "utf-8", "UTF-8 with a few broken sequences", declared, replaced)


def _by_label(payload: bytes, declared: tuple[str, ...]) -> Decoded | None:
    for label in declared:
        codec = _codec(label)
        text = _strict(payload, codec) if codec else None
        if codec and text is not None and (codec == "gb18030" or (_CJK.search(text) and not _better_as_gb(payload, text))):
            return Decoded(text, codec, f"declared as {label}", declared)
    return None


def _by_gb(payload: bytes, declared: tuple[str, ...]) -> Decoded | None:
    text = _strict(payload, "gb18030")
    if text is not None and (_CJK.search(text) or not _CONTROL.search(text)):
        return Decoded(text, "gb18030", "valid GB 18030, nothing else fits", declared)
    return None


def _by_line(payload: bytes, declared: tuple[str, ...]) -> Decoded | None:
    """Pages put together from files of two encodings: every line is valid in one of them."""
    if b"\n" not in payload:
        return None
    texts, kinds = [], set()
    for line in payload.splitlines(keepends=True):
        codec = next((c for c in ("utf-8", "gb18030") if (_strict(line, c)) is not None), None)
        if codec is None:
            return None
        texts.append(line.decode(codec))
        if not line.isascii():
            kinds.add(codec)
    return Decoded("".join(texts), "utf-8" if "utf-8" in kinds else "gb18030", "lines of UTF-8 and of GB 18030 mixed", declared) if len(kinds) > 1 else None


def _with_replacements(payload: bytes, declared: tuple[str, ...]) -> Decoded:
    codecs_tried = ["utf-8", "gb18030", *dict.fromkeys(c for c in map(_codec, declared) if c and c not in {"utf-8", "gb18030"})]
    _, text, codec = min(((t.count("\ufffd"), t, c) for c in codecs_tried for t in (payload.decode(c, "replace"),)), key=lambda x: x[0])
    replaced = text.count("\ufffd")
    damaged = replaced + len(_CONTROL.findall(text))
    if damaged > max(3, _BROKEN_SHARE * len(text)) and damaged > 0.3 * len(_CJK.findall(text)):
        raise Undecodable(f"no encoding turns the {len(payload)} bytes into text ({replaced} sequences have no character in {codec})")
    return Decoded(text, codec, f"fewest broken sequences of {', '.join(codecs_tried)}", declared, replaced)


def _better_as_gb(payload: bytes, text: str) -> bool:
    """Bytes that GB 18030 turns into more of the commonest characters than the declared encoding does: Big5 shares its range of bytes."""
    other = _strict(payload, "gb18030")
    return other is not None and len(_COMMON.findall(other)) > len(_COMMON.findall(text))


def _codec(label: str) -> str | None:
    """The Python codec that browsers use for a label; None for one that is unknown or says nothing about Chinese."""
    if label in _GB_LABELS:
        return "gb18030"
    if label in _LATIN_LABELS:
        return None
    if label in {"big5", "big5-hkscs", "cp950"}:
        return "big5hkscs"
    try:
        return codecs.lookup(label).name if label.isascii() and label.startswith(("utf", "gb", "hz", "euc", "shift", "big")) else None
    except LookupError:
        return None


def _strict(payload: bytes, codec: str) -> str | None:
    try:
        return payload.decode(codec)
    except (UnicodeDecodeError, ValueError):
        return None
