"""From words to spans."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.models.view import Sentence, Word
from dragoman.record import Span

__all__ = ["span_of", "spans_of"]


def span_of(words: Iterable[Word]) -> Span:
    """Return the span from the first to the last of some words."""
    found = list(words)
    return Span(min(w.start for w in found), max(w.end for w in found))


def spans_of(words: set[Word], sentence: Sentence) -> tuple[Span, ...]:
    """Return the spans of the runs that some words of a sentence form."""
    found: list[Span] = []
    first = previous = -2
    for index in sorted(w.index for w in words):
        if index != previous + 1:
            if first >= 0:
                found.append(Span(sentence.words[first].start, sentence.words[previous].end))
            first = index
        previous = index
    if first >= 0:
        found.append(Span(sentence.words[first].start, sentence.words[previous].end))
    return tuple(found)
