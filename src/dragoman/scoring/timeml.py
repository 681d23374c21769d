"""Scores of times against TimeML marks: strict, relaxed, type, value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from dragoman.record import Span, Time

__all__ = [
    "GoldTime",
    "TimeScore",
    "plain_value",
    "score_document",
    "score_times",
    "timex_marks",
    "timex_value",
]

_OFFSET = re.compile(r"(?<=T\d\d:\d\d)[+-]\d\d:\d\d$")
# What `alike` takes for one value, and no more: placeholders at the end (1998-10-XX is 1998-10,
# 196X is 196; XXXX-WXX-1 and 1989-WXX stay), a week without its nought, lengths in units that are
# so many of another (P2Q is P6M, P1E is P10Y), and a half year in figures. P1D is not PT24H: a day
# is not counted in hours. A day is never its month, a week never its days.
_PLACEHOLDERS = re.compile(r"(?<=\d)(?:-?X+)+$")
_SHORT_WEEK = re.compile(r"W(\d)(?!\d)")
_MULTIPLE = re.compile(r"P(\d+)([QECL])")
_MULTIPLES = {"Q": (3, "M"), "E": (10, "Y"), "C": (100, "Y"), "L": (1000, "Y")}
_HALF_YEAR = re.compile(r"P(\d+)\.5Y")
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
    """Counts, so that the scores of documents can be added, and the field's figures from them.

    `value` is relaxed F1 times the share of right values among the matched, as in TempEval-3, whose
    scorer compares values as they are written; `value_alike` forgives another spelling.
    """

    gold: int = 0
    found: int = 0
    exact: int = 0
    matched: int = 0
    kinds: int = 0
    values: int = 0
    alike: int = 0  # right values, gold written in another way ("196X" for "196") counted too

    def __add__(self, other: TimeScore) -> TimeScore:
        """Return the score of both sets of documents together."""
        return TimeScore(
            self.gold + other.gold,
            self.found + other.found,
            self.exact + other.exact,
            self.matched + other.matched,
            self.kinds + other.kinds,
            self.values + other.values,
            self.alike + other.alike,
        )

    @property
    def strict(self) -> float:
        """F1 of times with exactly the characters marked."""
        return _f1(self.exact, self.found, self.gold)

    @property
    def relaxed(self) -> float:
        """F1 of times that share characters with a mark."""
        return _f1(self.matched, self.found, self.gold)

    @property
    def kind_accuracy(self) -> float:
        """Share of right kinds among the matched."""
        return self.kinds / self.matched if self.matched else 0.0

    @property
    def value_accuracy(self) -> float:
        """Share of right values among the matched."""
        return self.values / self.matched if self.matched else 0.0

    @property
    def value(self) -> float:
        """Value F1."""
        return self.relaxed * self.value_accuracy

    @property
    def value_alike(self) -> float:
        """Value F1 where a mark that writes the same value in another way is no fault."""
        return self.relaxed * (self.alike / self.matched if self.matched else 0.0)

    @property
    def kind(self) -> float:
        """Type F1."""
        return self.relaxed * self.kind_accuracy


def timex_value(value: str) -> str:
    """Return a value as TIMEX3 writes it: without open intervals and hours from Greenwich."""
    closed = value.removesuffix("/..").removeprefix("../")
    return _OFFSET.sub("", closed)


def plain_value(value: str) -> str:
    """Return a value in the one spelling that stands for all spellings of it."""
    length = _MULTIPLE.fullmatch(value)
    if length:
        times, unit = _MULTIPLES[length[2]]
        return f"P{int(length[1]) * times}{unit}"
    if half := _HALF_YEAR.fullmatch(value):
        return f"P{half[1]}Y6M"
    return _SHORT_WEEK.sub(r"W0\1", _PLACEHOLDERS.sub("", value))


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
    scores = (score_document(times, marks) for times, marks in zip(found, gold, strict=True))
    return sum(scores, TimeScore())


def score_document(times: Sequence[Time], marks: Sequence[GoldTime]) -> TimeScore:
    """Return the counts of one document."""
    pairs = _pairs(times, marks)
    return TimeScore(
        gold=len(marks),
        found=len(times),
        exact=sum((t.span.start, t.span.end) == (g.start, g.end) for t, g in pairs),
        matched=len(pairs),
        kinds=sum(t.kind == g.kind for t, g in pairs),
        values=sum(timex_value(t.value) == g.value for t, g in pairs),
        alike=sum(plain_value(timex_value(t.value)) == plain_value(g.value) for t, g in pairs),
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
