"""Texts whose attributions a person has marked: what is said, by whom, with which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadTable
from dragoman.record import Span
from dragoman.scoring.attribution import GoldAttribution

__all__ = ["MarkedText", "read_marked_texts"]

_PLACE = re.compile(r"(?P<words>.*?)(?:#(?P<number>[1-9]))?")


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with the attributions a reader must find in it, and the line it stands in."""

    text: str
    attributions: tuple[GoldAttribution, ...]
    line: int


def read_marked_texts(path: Path) -> Iterator[MarkedText]:
    """Yield the marked texts of a file, in order.

    A line is a text ("¶" is a blank line); each line under it that begins with a tab is one of its
    attributions: source, cue and content, pieces joined by " … ", "#2" after a piece for its second
    place in the text. Lines that begin with "#" are comments. Raises BadTable naming file and line
    where a piece is not in the text or in several places of it.
    """
    text, line, marks = "", 0, list[GoldAttribution]()
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not row or row.startswith("#"):
            continue
        if row.startswith("\t"):
            marks.append(_attribution(row[1:], text, f"{path.name}:{number}"))
            continue
        if text:
            yield MarkedText(text, tuple(marks), line)
        text, line, marks = row.replace("¶", "\n\n"), number, []
    if text:
        yield MarkedText(text, tuple(marks), line)


def _attribution(row: str, text: str, where: str) -> GoldAttribution:
    cells = row.split("\t")
    if len(cells) != 3:
        raise BadTable(f"{where}: {len(cells)} cells: give source, cue and content")
    source, cue, content = (
        tuple(_span(piece, text, where) for piece in cell.split(" … ") if piece) for cell in cells
    )
    return GoldAttribution(source, cue, content)


def _span(piece: str, text: str, where: str) -> Span:
    """Return where a piece stands in the text, as whole words."""
    match = _PLACE.fullmatch(piece)
    words, number = (match["words"], match["number"]) if match else (piece, None)
    left, right = (r"\b" if edge.isalnum() else "" for edge in (words[0], words[-1]))
    found = [m.span() for m in re.finditer(left + re.escape(words) + right, text)]
    if number is None and len(found) == 1:
        return Span(*found[0])
    if number is not None and int(number) <= len(found):
        return Span(*found[int(number) - 1])
    raise BadTable(
        f"{where}: {words!r} stands {len(found)} times in the text: copy words of the text, and "
        "where they stand several times add #1 for the first place, #2 for the second"
    )
