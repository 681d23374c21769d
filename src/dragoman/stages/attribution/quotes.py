"""Quotations: what stands between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.record import Span

__all__ = ["Quote", "find_quotes"]

_PARAGRAPH = re.compile(r"[^\n]+")
_DOUBLE = re.compile(r"[“”„\"«»]|''|``")
_OPENS = frozenset("“„«") | {"``"}
_CLOSES = frozenset("”»")
# Single marks quote only where they cannot be apostrophes: closed after a mark of punctuation or
# before one, and not in a paragraph that has double marks.
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)(?:[^‘'’\n]|(?<=\w)[’'](?=\w))+[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks; `open` where it runs on in the next paragraph."""

    span: Span
    open: bool = False

    @property
    def start(self) -> int:
        """Where its opening mark stands."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where its closing mark ends."""
        return self.span.end


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Return the outermost quotations of a text, their marks included, in text order.

    A quotation that does not close within its paragraph counts only when the next paragraph opens
    with a mark, as quotations of several paragraphs do: else its end would be a guess.
    """
    if not _DOUBLE.search(text) and "‘" not in text and "'" not in text:
        return ()
    paragraphs = [(m.start(), m.end()) for m in _PARAGRAPH.finditer(text)]
    found: list[Quote] = []
    for number, (start, end) in enumerate(paragraphs):
        following = text[slice(*paragraphs[number + 1])] if number + 1 < len(paragraphs) else ""
        runs_on = _DOUBLE.match(following.lstrip()) is not None
        found.extend(_in_paragraph(text, start, end, runs_on))
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int, runs_on: bool) -> Iterator[Quote]:
    marks = [m for m in _DOUBLE.finditer(text, start, end) if not _is_inches(text, m.start())]
    if not marks:
        for match in _SINGLE.finditer(text, start, end):
            yield Quote(Span(match.start(), match.end()))
        return
    opened: re.Match[str] | None = None
    for mark in marks:
        if opened is None:
            if mark.group() not in _CLOSES:
                opened = mark
        elif _closes(text, opened.group(), mark, end) and not _is_inner(opened, mark, marks):
            if mark.start() > opened.end():
                yield Quote(Span(opened.start(), mark.end()))
            opened = None
    if opened is not None and runs_on and opened.end() < end:
        yield Quote(Span(opened.start(), end), open=True)


def _is_inner(opened: re.Match[str], mark: re.Match[str], marks: list[re.Match[str]]) -> bool:
    """Tell whether a straight mark stands within curly ones that are still to close."""
    if opened.group() not in _OPENS or opened.group() == "``" or mark.group() in _CLOSES:
        return False
    later = (m for m in marks if m.start() > mark.start())
    return next((m.group() in _CLOSES for m in later if m.group() in _CLOSES | _OPENS), False)


def _closes(text: str, opener: str, mark: re.Match[str], end: int) -> bool:
    """Tell whether a mark closes a quotation; straight marks open a nested one after a blank."""
    if mark.group() in _OPENS:
        return False
    if mark.group() in _CLOSES:
        return True
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < end else " "
    return not (before.isspace() and after.isalnum())


def _is_inches(text: str, at: int) -> bool:
    """Tell whether a straight mark is a measure (5'10")."""
    return at > 1 and text[at] == '"' and text[at - 1].isdigit() and "'" in text[at - 4 : at]
