"""Content that runs over sentences: quotations that go on, words after a colon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.models.view import Sentence
from dragoman.record import Actor, Span
from dragoman.stages.attribution.cues import Cue
from dragoman.stages.attribution.quotes import Quote

__all__ = ["Draft", "Voice", "just_before", "touching"]

_OPENERS = frozenset("\"“«'‘")


@dataclass(slots=True)
class Draft:
    """An attribution in the making: its content may still grow in the sentences that follow."""

    cue: Cue
    sentence: Sentence
    source: tuple[Span, ...]
    actor: Actor | None
    content: tuple[Span, ...]
    reason: str


class Voice:
    """Who was heard last, and how far that voice reaches."""

    def __init__(self, text: str) -> None:
        """Start with nobody heard."""
        self.draft: Draft | None = None
        self._text = text
        self._last: Sentence | None = None

    def reaches(self, sentence: Sentence) -> bool:
        """Tell whether a sentence comes right after the last heard one in its paragraph."""
        last = self._last
        if last is None or sentence.number != last.number + 1:
            return False
        return "\n" not in self._text[last.end : sentence.start]

    def hear(self, sentence: Sentence, quotes: tuple[Quote, ...], drafts: list[Draft]) -> None:
        """Take in a sentence: let what was said run on in it, and note who is heard now."""
        outer = _outermost(drafts)
        if outer is not None:
            outer.content = (*outer.content, *self._announced(sentence, outer))
        if outer is not None and (outer.content or self._text[sentence.end - 1] == ":"):
            self.draft, self._last = outer, sentence
        elif self.draft is not None:
            if self._goes_on(sentence, quotes):
                self.draft.content = (*self.draft.content, *(q.span for q in quotes))
                self._last = sentence
            else:
                self.draft = None

    def _goes_on(self, sentence: Sentence, quotes: tuple[Quote, ...]) -> bool:
        """Tell whether a sentence is quotation right after what somebody said."""
        if self._last is None or sentence.number != self._last.number + 1:
            return False
        return bool(quotes) and _fills(sentence, quotes)

    def _announced(self, sentence: Sentence, draft: Draft) -> Iterator[Span]:
        """Yield the paragraph after a sentence that ends in a colon with nothing said before it."""
        if self._text[sentence.end - 1] != ":":
            return
        if any(s.start > draft.cue.span.end for s in draft.content):
            return
        start = sentence.end
        while start < len(self._text) and self._text[start].isspace():
            start += 1
        end = self._text.find("\n", start)
        end = len(self._text) if end < 0 else end
        if start < end and self._text[start] not in _OPENERS:
            yield Span(start, end)


def touching(quotes: tuple[Quote, ...], first: int, sentence: Sentence) -> Iterator[Quote]:
    """Yield the quotations that share characters with a sentence; `first` may be one of them."""
    for number in range(first, len(quotes)):
        if quotes[number].start >= sentence.end:
            return
        yield quotes[number]


def just_before(quote: Quote | None, sentence: Sentence, text: str) -> tuple[Span, ...]:
    """Return the quotation that ends right before a sentence: "... the vote?" she asked."""
    if quote is None or quote.end > sentence.start:
        return ()
    between = text[quote.end : sentence.start]
    return () if between.strip() or "\n" in between else (quote.span,)


def _fills(sentence: Sentence, quotes: tuple[Quote, ...]) -> bool:
    """Tell whether quotations are all that a sentence holds, marks and blanks aside."""
    held = sum(min(q.end, sentence.end) - max(q.start, sentence.start) for q in quotes)
    return held >= sentence.end - sentence.start - 3


def _outermost(drafts: list[Draft]) -> Draft | None:
    spoken = [d for d in drafts if d.cue.spoken and d.source]
    if not spoken:
        return None
    return max(spoken, key=lambda d: sum(s.end - s.start for s in d.content))
