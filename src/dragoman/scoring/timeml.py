"""Scores of times against TimeML marks: strict, relaxed, type, value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from dragoman.record import Span, Time

__all__ = ["GoldTime", "TimeScore", "score_times", "timex_marks", "timex_value"]

_OFFSET = re.compile(r"(?<=T\d\d:\d\d)[+-]\d\d:\d\d$")
_JOINER = re.compile(r"\s+(?:to|and|through|until|till)\s+")
_WHOLE = re.compile(r"[^\W\d_]{3}|\d{4}")  # a month, a weekday or a year, not a day alone


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A TIMEX3 mark of an annotated document."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class TimeScore:
    """The field's figures: F1 by exact and by shared characters, and what is right among matched.

    `value` is relaxed F1 times the share of right values among the matched, as in TempEval-3.
    """

    gold: int
    found: int
    strict: float
    relaxed: float
    kind_accuracy: float
    value_accuracy: float

    @property
    def value(self) -> float:
        """Value F1."""
        return self.relaxed * self.value_accuracy

    @property
    def kind(self) -> float:
        """Type F1."""
        return self.relaxed * self.kind_accuracy


def timex_value(value: str) -> str:
    """Return a value as TIMEX3 writes it: without open intervals and hours from Greenwich."""
    closed = value.removesuffix("/..").removeprefix("../")
    return _OFFSET.sub("", closed)


def timex_marks(time: Time, text: str) -> tuple[Time, ...]:
    """Return a time as TimeML marks it: an interval in words ("3 May to 5 June") is two times."""
    words = time.span.cut(text)
    parts, values = _JOINER.split(words), time.value.split("/")
    if len(parts) != 2 or len(values) != 2 or ".." in values:
        return (time,)
    if any(not _WHOLE.search(part) for part in parts):
        return (time,)
    start, end = time.span.start, time.span.end
    first = msgspec.structs.replace(time, span=Span(start, start + len(parts[0])), value=values[0])
    last = msgspec.structs.replace(time, span=Span(end - len(parts[1]), end), value=values[1])
    return (first, last)


def score_times(found: Iterable[Sequence[Time]], gold: Iterable[Sequence[GoldTime]]) -> TimeScore:
    """Return the scores of found times against gold, both a sequence for each document."""
    total_found = total_gold = exact = matched = kinds = values = 0
    for times, marks in zip(found, gold, strict=True):
        total_found += len(times)
        total_gold += len(marks)
        pairs = _pairs(times, marks)
        exact += sum((t.span.start, t.span.end) == (g.start, g.end) for t, g in pairs)
        matched += len(pairs)
        kinds += sum(t.kind == g.kind for t, g in pairs)
        values += sum(timex_value(t.value) == g.value for t, g in pairs)
    return TimeScore(
        gold=total_gold,
        found=total_found,
        strict=_f1(exact, total_found, total_gold),
        relaxed=_f1(matched, total_found, total_gold),
        kind_accuracy=kinds / matched if matched else 0.0,
        value_accuracy=values / matched if matched else 0.0,
    )


def _pairs(times: Sequence[Time], marks: Sequence[GoldTime]) -> list[tuple[Time, GoldTime]]:
    """Return each mark with one time it shares characters with; each time serves once."""
    left = list(times)
    pairs: list[tuple[Time, GoldTime]] = []
    for mark in marks:
        near = [t for t in left if t.span.start < mark.end and mark.start < t.span.end]
        if near:
            best = max(near, key=lambda t: (t.span.start, t.span.end) == (mark.start, mark.end))
            left.remove(best)
            pairs.append((best, mark))
    return pairs


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0
