"""Markdown: the words without their marks; front matter and first heading are metadata."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.errors import BadInput
from dragoman.readers.decode import read_text
from dragoman.readers.fields import FIELDS, read_fields
from dragoman.readers.given import Given
from dragoman.readers.report import report_of, without_title
from dragoman.record import Report

__all__ = ["read_markdown", "strip_markup"]

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.M)
_FIELD = re.compile(r"([A-Za-z_]+)[ \t]*:[ \t]*(.*)")
_FIRST_HEADING = re.compile(r"\A\s*(?:#[ \t]+(.+?)[ \t#]*$|(\S.*)\n=+[ \t]*$)", re.M)

# Whole lines that are marks only: rules, fences, lines under headings or table heads, references.
_MARK_LINE = re.compile(
    r"^[ \t]{0,3}(?:(?:[-*_][ \t]*){3,}|=+|-+|(?:`{3,}|~{3,}).*|\[[^\]^]+\]:[ \t]*\S+.*"
    r"|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?)[ \t]*$"
)
_LINE_START = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,3}[.)])[ \t]+)?")
_OWN_LINE = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]|(?:[-*+]|\d{1,3}[.)])[ \t]|\|)")
_CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*$")

_INLINE = (  # in this order: an image is a link with a mark, strong words stand in two marks
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"<((?:https?|mailto):[^>\s]+)>"), r"\1"),
    (re.compile(r"<(?:br|/?(?:p|div|li|tr|h[1-6]))\b[^<>]*>", re.IGNORECASE), "\n"),
    (re.compile(r"</?[A-Za-z][^<>]*>"), ""),
    (re.compile(r"!?\[\^[^\]]+\](?::[ \t]*)?"), ""),
    (
        re.compile(r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)?[^()]*\)"),
        r"\1",
    ),
    (re.compile(r"!?\[([^\[\]]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"(?<!\\)(`+)(.{1,1000}?)\1"), r"\2"),
    (re.compile(r"(?<!\\)(\*\*|~~)(?=\S)(.{1,1000}?)(?<=[^\s\\])\1"), r"\2"),
    (re.compile(r"(?<!\\)(\*)(?=\S)(.{1,1000}?)(?<=[^\s\\])\1"), r"\2"),
    (re.compile(r"(?<![\w\\])(_{1,3})(?=\S)(.{1,1000}?)(?<=[^\s\\])\1(?!\w)"), r"\2"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def read_markdown(source: str, stream: BinaryIO, given: Given) -> Iterator[Report]:
    """Yield the one report of a Markdown file; raises BadInput naming a wrong line of its head."""
    text = "\n".join(read_text(stream).splitlines())
    fields, body = _front_matter(text)
    heading = _FIRST_HEADING.match(body)
    title = strip_markup(heading[1] or heading[2]) if heading else None
    fields.setdefault("title", title or "")
    words = without_title(strip_markup(body), fields["title"])
    yield report_of(words, read_fields(fields), given)


def strip_markup(text: str) -> str:
    """Return the words of a Markdown text: a line for each paragraph, heading, item and cell."""
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if not line.strip(" \t>") or _MARK_LINE.match(line):
            blocks.append([])
            continue
        if _OWN_LINE.match(line):
            blocks.append([])
        blocks[-1].extend(_words_of_line(line))
        if line.lstrip("> \t").startswith("#") or line.endswith(("  ", "\\")):
            blocks.append([])
    joined = "\n".join(" ".join(block) for block in blocks if block)
    return html.unescape(_strip_inline(joined))


def _words_of_line(line: str) -> list[str]:
    words = _LINE_START.sub("", line).rstrip("\\").strip()
    if words.startswith("|"):
        cells = [cell.strip() for cell in words.strip("|").split("|")]
        return ["\n".join(cell for cell in cells if cell)]
    return [_CLOSING_HASHES.sub("", words)]


def _strip_inline(text: str) -> str:
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    fields: dict[str, str] = {}
    for number, line in enumerate(found[1].split("\n"), start=2):
        field = _FIELD.fullmatch(line.rstrip())
        if field and field[1].lower() in FIELDS:
            fields[field[1].lower()] = _unquoted(field[2])
            _check_field(number, fields, field[1].lower())
    return fields, text[found.end() :]


def _check_field(number: int, fields: dict[str, str], name: str) -> None:
    try:
        read_fields({name: fields[name]})
    except BadInput as error:
        raise BadInput(f"line {number}: {error}") from None


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
