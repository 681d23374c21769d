"""Write down the sentences of a report."""

from __future__ import annotations

import msgspec

from dragoman.models.view import Parse
from dragoman.record import Report, Span

__all__ = ["find_sentences"]


def find_sentences(report: Report, parse: Parse) -> Report:
    """Return the report with the spans of its sentences, in order."""
    spans = tuple(Span(s.start, s.end) for s in parse.sentences)
    return msgspec.structs.replace(report, sentences=spans)
