"""JSON Lines: one object a line, one report an object; read line by line, so of any length."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from dragoman.errors import BadInput
from dragoman.readers.fields import FIELDS, read_fields, require_text
from dragoman.readers.given import Failure, Given
from dragoman.readers.report import report_of
from dragoman.record import Report

__all__ = ["read_jsonl"]

_LOG = logging.getLogger(__name__)
_KEYS = FIELDS | {"id", "text"}
_LONGEST_LINE = 32_000_000  # bytes: the longest report, every character escaped, with room
_SAMPLE = '{"text": "...", "date": "2025-08-19"}'
_MARK = b"\xef\xbb\xbf"


def read_jsonl(source: str, stream: BinaryIO, given: Given) -> Iterator[Report | Failure]:
    """Yield a report for each line, or a Failure that names the line; blank lines are passed over.

    Keys that are not read are named in one warning for the file.
    """
    unread: set[str] = set()
    blank = True
    for number, line in enumerate(_lines(stream), start=1):
        if not line.strip():
            continue
        blank = False
        try:
            fields = _fields(line)
            unread |= fields.keys() - _KEYS
            yield _report(fields, given)
        except BadInput as error:
            yield Failure(f"{source}:{number}", str(error))
    if unread:
        _LOG.warning("%s: keys not read: %s; known are %s", source, *map(_listed, (unread, _KEYS)))
    if blank:
        yield Failure(source, "no text in it")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    first = True
    while line := stream.readline(_LONGEST_LINE + 1):
        if len(line) > _LONGEST_LINE:
            _pass_over_rest(stream)
        yield line.removeprefix(_MARK) if first else line
        first = False


def _pass_over_rest(stream: BinaryIO) -> None:
    while (part := stream.readline(_LONGEST_LINE)) and not part.endswith(b"\n"):
        pass


def _fields(line: bytes) -> dict[str, Any]:
    if len(line) > _LONGEST_LINE:
        raise BadInput(f"line of more than {_LONGEST_LINE:,} bytes: split it into reports")
    try:
        found = msgspec.json.decode(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadInput(f"not UTF-8: byte {error.start} of the line; save it as UTF-8") from None
    except RecursionError:
        raise BadInput(f"too deeply nested; a line is one object such as {_SAMPLE}") from None
    except msgspec.DecodeError as error:
        raise BadInput(f"not JSON: {error}; a line is one object such as {_SAMPLE}") from None
    if not isinstance(found, dict):
        raise BadInput(f"not an object; a line is one object such as {_SAMPLE}")
    return found


def _report(fields: dict[str, Any], given: Given) -> Report:
    known = {key: value for key, value in fields.items() if key in _KEYS and value is not None}
    if type(known.get("id")) is int:
        known["id"] = str(known["id"])
    words = {key: require_text(value, key) for key, value in known.items()}
    if "text" not in words:
        raise BadInput('no "text": the words of the report')
    if words.get("id", "").strip() and not words.get("url", "").strip():
        words["url"] = f"id:{words['id'].strip()}"
    return report_of(words["text"], read_fields(words), given)
