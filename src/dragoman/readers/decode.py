"""Characters from bytes: what is not text is told apart, what is text is decoded."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

import charset_normalizer

from dragoman.errors import BadInput

__all__ = ["decode", "read_text"]

_MOST_BYTES = (
    100_000_000  # more is no single report in any encoding, and need not be loaded to say so
)

_MARKS = (  # longest first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a zip, Word or OpenDocument file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"7z\xbc\xaf", "a 7-Zip file"),
    (b"SQLite format 3", "a SQLite database"),
)
# What reports in the installed languages are written in; a wider list makes short texts ambiguous.
_ENCODINGS = [
    *("cp1252", "cp1254", "cp1250", "cp1251", "cp1253", "cp1255", "cp1256"),
    *("mac_roman", "koi8_r", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
# Browsers read these names as the wider Windows sets, and pages are written for browsers.
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}

_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_ENOUGH_TO_GUESS = 1_000_000  # bytes
_TURKISH_AS_1252 = re.compile("[ðþÐÞÝ]")  # what ğ ş Ğ Ş İ of cp1254 become in cp1252
_ICELANDIC = re.compile("[æáúó]")


def read_text(stream: BinaryIO) -> str:
    """Return the characters of a whole stream; raises BadInput where it is not text."""
    data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        limit = f"{_MOST_BYTES // 1_000_000} MB"
        raise BadInput(f"more than {limit} in one report: split it into reports")
    return decode(data)


def decode(data: bytes) -> str:
    """Return the characters of a file: by its mark, as UTF-8, by its own word, or guessed.

    Raises BadInput for what is not text, for damaged UTF-8, and where nothing fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    _refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged(data, error)
    return _decode_declared(data) or _decode_guessed(data)


def _decode_marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise BadInput(
            f"not text: begins as {name} but breaks at byte {error.start}; save it as UTF-8"
        ) from None


def _refuse_binary(data: bytes) -> None:
    for magic, name in _FORMATS:
        if data.startswith(magic):
            raise BadInput(f"not text: looks like {name}; save it as plain text or HTML first")
    if b"\0" in data:
        at = data.index(b"\0")
        raise BadInput(f"not text: has a NUL at byte {at}; save it as text in UTF-8")


def _refuse_damaged(data: bytes, error: UnicodeDecodeError) -> None:
    """Raise BadInput for UTF-8 with a few bytes broken; any other reading would spoil the rest."""
    lenient = data.decode("utf-8", errors="replace")
    broken = lenient.count("\N{REPLACEMENT CHARACTER}")
    whole = sum(not character.isascii() for character in lenient) - broken
    if whole > 2 * broken:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput(
            f"damaged UTF-8: byte {error.start} (line {line}) fits no character; "
            "save it as UTF-8 again"
        )


def _decode_declared(data: bytes) -> str | None:
    found = _META_CHARSET.search(data, 0, 4096)
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        return data.decode(_AS_BROWSERS.get(name, name))
    except (LookupError, UnicodeDecodeError):
        return None


def _decode_guessed(data: bytes) -> str:
    best = charset_normalizer.from_bytes(data[:_ENOUGH_TO_GUESS], cp_isolation=_ENCODINGS).best()
    try:
        text = data.decode(best.encoding) if best else ""
    except UnicodeDecodeError:
        text = ""
    if not text:
        raise BadInput("encoding not recognised: save it as UTF-8")
    turkish = _TURKISH_AS_1252.search(text) and not _ICELANDIC.search(text)
    return data.decode("cp1254") if turkish and best and best.encoding == "cp1252" else text
