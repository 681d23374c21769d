"""From text to word pieces: where each word begins, and two parties marked in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.record import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["Marked", "first_pieces", "mark_pair"]

# Four pieces of the vocabulary that no text holds: source opens and closes, target opens, closes.
_OPEN_SOURCE, _CLOSE_SOURCE, _OPEN_TARGET, _CLOSE_TARGET = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Marked:
    """The pieces of a text with two parties marked, and where the marks open (0: none)."""

    pieces: tuple[int, ...]
    marks: tuple[int, int]


def first_pieces(offsets: Sequence[tuple[int, int]], words: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each word the number of its first piece; 0 for what was cut off at the end."""
    firsts: list[int] = []
    at = 0
    for start, end in words:
        while at < len(offsets) and (offsets[at][1] <= start or offsets[at][0] == offsets[at][1]):
            at += 1
        inside = at < len(offsets) and offsets[at][0] < end
        firsts.append(at if inside else 0)
    return firsts


def mark_pair(text: str, source: Span, target: Span | None, tokenizer: Tokenizer) -> Marked:
    """Return the pieces of a text with source and target marked."""
    encoding = tokenizer.encode(text)
    pieces: list[int] = []
    marks = [0, 0]
    ends = [(source, _OPEN_SOURCE, _CLOSE_SOURCE, 0)]
    if target is not None:
        ends.append((target, _OPEN_TARGET, _CLOSE_TARGET, 1))
    opened, closed = set(), set()
    for piece, (start, stop) in zip(encoding.ids, encoding.offsets, strict=True):
        real = stop > start
        for span, _, closes, which in ends:
            if which in opened and which not in closed and (start >= span.end or not real):
                pieces.append(closes)
                closed.add(which)
        for span, opens, _, which in ends:
            if real and which not in opened and stop > span.start:
                marks[which] = len(pieces)
                pieces.append(opens)
                opened.add(which)
        pieces.append(piece)
    return Marked(tuple(pieces), (marks[0], marks[1]))
