"""Scores of attributions against marked ones: words of sources, cues and contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.record import Attribution, Span

__all__ = ["AttributionScore", "Counts", "GoldAttribution", "score_attributions", "score_spans"]

_WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
_WORD_OR_MARK = re.compile(rf"{_WORD.pattern}|[^\w\s]")


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution of an annotated document."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many words were found, how many are marked, how many are both."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Return the counts of both together."""
        return Counts(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of the found that is marked; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the marked that was found; 0 where nothing is marked."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.found + self.gold
        return 2 * self.right / total if total else 0.0


@dataclass(frozen=True, slots=True)
class AttributionScore:
    """The counts for sources, cues and contents; scores of documents add up."""

    source: Counts = field(default_factory=Counts)
    cue: Counts = field(default_factory=Counts)
    content: Counts = field(default_factory=Counts)

    def __add__(self, other: AttributionScore) -> AttributionScore:
        """Return the score of both sets of documents together."""
        return AttributionScore(
            self.source + other.source, self.cue + other.cue, self.content + other.content
        )


def score_attributions(
    text: str,
    found: Sequence[Attribution],
    gold: Sequence[GoldAttribution],
    *,
    unread: Iterable[Span] = (),
    marks: bool = False,
) -> AttributionScore:
    """Return the score of one document, counted in words as is usual for PolNeAR.

    A word counts once for each of the three parts, however many attributions it is that part of:
    it is right when it is, say, content in both. So one is asked "is this word somebody's, and
    which part of it", as a tagger of words is, and nested speech is not counted twice. Words in
    `unread` (what annotators set aside) do not count. Marks of punctuation count only with
    `marks`: whether the mark before a closing quotation mark belongs to what is said is custom,
    not knowledge.
    """
    pattern = _WORD_OR_MARK if marks else _WORD
    words = [(m.start(), m.end()) for m in pattern.finditer(text)]
    words = [w for w in words if not any(s.start < w[1] and w[0] < s.end for s in unread)]

    def counts(ours: Iterator[Span], theirs: Iterator[Span]) -> Counts:
        left, right = _held(words, ours), _held(words, theirs)
        return Counts(len(left & right), len(left), len(right))

    return AttributionScore(
        source=counts((s for a in found for s in a.source), (s for g in gold for s in g.source)),
        cue=counts((a.cue for a in found), (s for g in gold for s in g.cue)),
        content=counts((s for a in found for s in a.content), (s for g in gold for s in g.content)),
    )


def score_spans(
    text: str, found: Sequence[Attribution], gold: Sequence[GoldAttribution]
) -> AttributionScore:
    """Return the score of one document, counted in spans.

    A span is right when it begins and ends as a marked one of its part does, blanks and marks at
    its edges aside. Spans that several attributions share count once.
    """

    def counts(ours: Iterator[Span], theirs: Iterator[Span]) -> Counts:
        left, right = {_bare(s, text) for s in ours}, {_bare(s, text) for s in theirs}
        return Counts(len(left & right), len(left), len(right))

    return AttributionScore(
        source=counts((s for a in found for s in a.source), (s for g in gold for s in g.source)),
        cue=counts((a.cue for a in found), (s for g in gold for s in g.cue)),
        content=counts((s for a in found for s in a.content), (s for g in gold for s in g.content)),
    )


def _bare(span: Span, text: str) -> tuple[int, int]:
    """Return where the letters and digits of a span begin and end; its own bounds without any."""
    at = [i for i in range(span.start, span.end) if text[i].isalnum()]
    return (at[0], at[-1] + 1) if at else (span.start, span.end)


def _held(words: Sequence[tuple[int, int]], spans: Iterator[Span]) -> set[int]:
    """Return the starts of the words that share a character with a span."""
    held: set[int] = set()
    for span in spans:
        held.update(start for start, end in words if start < span.end and span.start < end)
    return held
