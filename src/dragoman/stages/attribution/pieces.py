"""Put the pieces of a content together: quotations whole, sentences apart, edges clean."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from dragoman.models.view import Parse
from dragoman.record import Span, Speech
from dragoman.stages.attribution.quotes import Quote

__all__ = ["enclosed", "joined", "kind_of", "tidy"]

_EDGES = frozenset(" \t\n\r,;:—–-.")
_BRACKET = 400  # characters: a longer bracket is a paragraph of its own
_MARKS = frozenset("“”„\"«»'‘’`")


def joined(content: tuple[Span, ...], cue: Span, quotes: Iterable[Quote]) -> tuple[Span, ...]:
    """Return the content with the quotations whole that it touches and the cue stands outside."""
    grown = list(content)
    for quote in quotes:
        if not quote.span.covers(cue) and any(quote.span.overlaps(s) for s in content):
            grown.append(quote.span)
    return tuple(grown)


def enclosed(content: tuple[Span, ...], cue: Span, text: str) -> tuple[Span, ...]:
    """Return what of a content stands in the cue's own brackets, if any of it does.

    "The army fired at the crowd (twelve died, a doctor said)": the doctor told of the dead alone.
    Within brackets a semicolon parts two speakers.
    """
    first, last = max(0, cue.start - _BRACKET), cue.end + _BRACKET
    start, end = text.rfind("(", first, cue.start), text.find(")", cue.end, last)
    if start < 0 or end < 0 or any(c in text[start + 1 : end] for c in "()\n"):
        return content
    start = max(start, text.rfind(";", start, cue.start)) + 1
    semicolon = text.find(";", cue.end, end)
    end = semicolon if semicolon >= 0 else end
    inner = ((max(s.start, start), min(s.end, end)) for s in content)
    return tuple(Span(*edges) for edges in inner if edges[0] < edges[1]) or content


def tidy(content: Iterable[Span], cue: Span, parse: Parse) -> tuple[Span, ...]:
    """Return the content in order, merged, cut at the cue and at sentence ends, edges clean."""
    merged: list[Span] = []
    for span in sorted(content):
        if merged and not parse.text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    parts = (p for span in merged for s in _by_sentence(span, parse) for p in _without(s, cue))
    clean = (_trimmed(part, parse.text) for part in parts)
    return tuple(span for span in clean if span is not None)


def _by_sentence(span: Span, parse: Parse) -> Iterator[Span]:
    sentence = parse.sentence_at(span.start)
    number = sentence.number if sentence is not None else 0
    while number < len(parse.sentences) and parse.sentences[number].start < span.end:
        sentence = parse.sentences[number]
        number += 1
        start, end = max(span.start, sentence.start), min(span.end, sentence.end)
        if start < end:
            yield Span(start, end)


def _without(span: Span, cue: Span) -> Iterator[Span]:
    if not span.overlaps(cue):
        yield span
        return
    if span.start < cue.start:
        yield Span(span.start, cue.start)
    if cue.end < span.end:
        yield Span(cue.end, span.end)


def _trimmed(span: Span, text: str) -> Span | None:
    """Return a span without blanks and marks at its edges; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and (text[start] in _EDGES or text[start] == ")"):
        start += 1
    while end > start and (text[end - 1] in _EDGES or text[end - 1] == "("):
        end -= 1
    if not any(c.isalnum() for c in text[start:end]):
        return None
    return Span(start, end)


def kind_of(content: tuple[Span, ...], quotes: tuple[Quote, ...], text: str) -> Speech:
    """Return how words are given: all between quotation marks, none, or some."""
    total = sum(_letters(text, s.start, s.end) for s in content)
    quoted = sum(_quoted(span, quotes, text) for span in content)
    if not quoted:
        return Speech.INDIRECT
    return Speech.DIRECT if quoted >= total else Speech.MIXED


def _quoted(span: Span, quotes: tuple[Quote, ...], text: str) -> int:
    """Return how many letters of a span stand between quotation marks."""
    found = 0
    number = bisect_right(quotes, span.start, key=lambda quote: quote.end)
    while number < len(quotes) and quotes[number].start < span.end:
        quote = quotes[number]
        found += _letters(text, max(span.start, quote.start), min(span.end, quote.end))
        number += 1
    return found


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
