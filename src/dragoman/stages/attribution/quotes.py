"""Quotations: what stands between quotation marks."""

from __future__ import annotations

import re

from dragoman.record import Span

__all__ = ["find_quotes"]

# A quotation that does not close within a paragraph is left alone: its end would be a guess.
_QUOTE = re.compile(r"“[^“”\n]{2,}”|\"[^\"\n]{2,}\"|«[^«»\n]{2,}»|(?<!\w)''[^\n]{2,}?''(?!\w)")


def find_quotes(text: str) -> tuple[Span, ...]:
    """Return the spans between quotation marks, the marks left out, in text order."""
    return tuple(
        Span(match.start() + 1, match.end() - 1)
        for match in _QUOTE.finditer(text)
        if match.end() - match.start() > 2
    )
