"""Numbers of people: dead, injured, size of a crowd or force, with their bounds."""

from __future__ import annotations

import re

from dragoman.models.view import Word
from dragoman.record import Quantity, Span

__all__ = ["people_count"]

_UNITS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    w: 10 * n
    for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12}
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_BOUNDS = (
    (re.compile(r"\b(?:at least|no fewer than|not less than|a minimum of)\s*$", re.I), "at least"),
    (re.compile(r"\b(?:more than|over|upwards of|above|exceeding)\s*$", re.I), "more than"),
    (re.compile(r"\b(?:up to|as many as|at most|no more than|a maximum of)\s*$", re.I), "up to"),
    (re.compile(r"\b(?:fewer than|less than|under|below)\s*$", re.I), "less than"),
    (
        re.compile(
            r"\b(?:about|around|some|nearly|almost|approximately|roughly|an estimated"
            r"|close to)\s*$",
            re.I,
        ),
        "about",
    ),
)


def people_count(text: str, noun: Word) -> Quantity | None:
    """Return the number that counts a noun ("more than 62,000 Palestinians"), or None.

    A noun without a number ("dozens of people") gives none: what is not said is not invented.
    """
    numbers = [noun] if noun.tag == "CD" else noun.all("nummod")
    for number in numbers:
        run = _run(number)
        value = _value([w.text for w in run])
        if value is not None and value >= 1:
            first, bound = _bound(text, run[0].start)
            return Quantity(value=value, bound=bound, span=Span(first, run[-1].end))
    return None


def _run(number: Word) -> list[Word]:
    """Return the words of a number in order: "two", "million" under it, its own compounds."""
    words = [number]
    for word in words:
        words += [c for c in word.all("compound", "nummod", "quantmod") if _is_number(c)]
    return sorted(words, key=lambda w: w.start)


def _is_number(word: Word) -> bool:
    return word.tag == "CD" or word.lower in _SCALES


def _bound(text: str, start: int) -> tuple[int, str]:
    before = text[max(0, start - 24) : start]
    if before.endswith(" a "):  # "more than a million"
        start, before = start - 2, before[:-2]
    for pattern, bound in _BOUNDS:
        match = pattern.search(before)
        if match:
            return start - len(before) + match.start(), bound
    return start, "exactly"


def _value(words: list[str]) -> int | None:
    """Return the value of number words or digits; None for what is no plain number."""
    total = current = 0.0
    seen = False
    for part in (p for w in words for p in w.lower().replace("-", " ").split()):
        if _DIGITS.fullmatch(part):
            current += float(part.replace(",", ""))
        elif part in _UNITS or part in _TENS:
            current += _UNITS.get(part, 0) or _TENS.get(part, 0)
        elif part in _SCALES:
            current = (current or 1) * _SCALES[part]
            if _SCALES[part] >= 1_000:
                total, current = total + current, 0
        else:
            return None
        seen = True
    return int(total + current) if seen else None
