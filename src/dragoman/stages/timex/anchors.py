"""Readings of times counted from something named: two days before 3 May, a week after the vote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.languages.en.times import cues
from dragoman.record import TimeKind
from dragoman.stages.timex.context import Context, Draft
from dragoman.stages.timex.joins import Reading
from dragoman.stages.timex.lengths import length
from dragoman.stages.timex.numbers import count
from dragoman.stages.timex.parts import modifier
from dragoman.stages.timex.shifts import counted
from dragoman.stages.timex.tokens import Found, Tokens
from dragoman.stages.timex.values import days_of, grain_of

__all__ = ["READINGS", "day_of_event"]

_DETERMINERS = frozenset("the a an his her its their this that 's ’s".split())
_SHORT = 3  # letters: of "war" nothing can be cut


def _anchored(found: Found, context: Context) -> Draft | None:
    """Read "two days before 3 May", "the day after the vote"; else only the length is told."""
    unit, towards = found.one("u"), found.one("d")
    if unit is None or towards is None or found.before() in ("-", "$"):
        return None
    number = count(found.all("n")) if found.has("n") else 1
    direction = int(towards.value)
    if number is not None and unit.kind not in ("clock_unit", "clock_units", "second"):
        start, name, more = _origin(found, context, direction)
        if start is not None:
            draft = counted(number, unit, direction, start, name, modifier(found))
            if draft is not None:
                return _extended(_as_loose(draft, context.following(found.end)), more)
    return _extended(length(found, context), -1) if found.has("n") else None


def _as_loose(draft: Draft, origin: Reading | None) -> Draft:
    """Return the time with the days either side that its origin has: feasts of the moon."""
    first, last = draft.span_of_days
    if origin is None or origin.draft.days is None or first is None or last is None:
        return draft
    earliest, latest = origin.draft.days
    start, end = days_of(origin.draft.value)
    if not (earliest and latest and start and end) or grain_of(draft.value) != "D":
        return draft
    return replace(draft, days=(first - (start - earliest), last + (latest - end)))


def _extended(draft: Draft | None, more: int) -> Draft | None:
    return replace(draft, extends=more) if draft is not None and draft.value else draft


def _origin(found: Found, context: Context, direction: int) -> tuple[date | None, str, int]:
    """Return the day counted from, the words for it, and how many tokens it adds."""
    following = context.following(found.end)
    if following is not None:
        draft = following.draft
        dated = draft.kind is TimeKind.DATE and grain_of(draft.value) in ("D", "W", "WE", "M", "Y")
        days = days_of(draft.value) if dated else (None, None)
        return days[0 if direction < 0 else 1], draft.value, following.end - found.end
    if found.after() in (".", ",", ";") and found.has("n"):
        unit = (found.one("u") or found.all("n")[0]).value
        return context.earlier(unit), context.earlier_name(unit), 0
    event = context.event_day(found.end)
    if event is None:
        return None, "", 0
    return event[1], f"the {event[0]}, {event[1]}", 0


def day_of_event(
    tokens: Tokens, readings: Sequence[Reading], index: int
) -> tuple[str, date] | None:
    """Return the noun after a place and the day the text has told of it; None if it has not.

    Told is a day beside the noun or its verb: "the murder on 3 May", "Monday's summit".
    """
    while tokens.word(index) in _DETERMINERS:
        index += 1
    noun = tokens.word(index)
    if noun not in cues("event") or not readings:
        return None
    stem = noun[: max(4, len(noun) - 3)]
    days = {
        day
        for reading in readings
        if reading.end < index and (day := _day(reading)) and _beside(tokens, reading, noun, stem)
    }
    return (noun, days.pop()) if len(days) == 1 else None


def _day(reading: Reading) -> date | None:
    draft = reading.draft
    return draft.span_of_days[0] if grain_of(draft.value[:10]) == "D" else None


def _beside(tokens: Tokens, reading: Reading, noun: str, stem: str) -> bool:
    after = [tokens.word(reading.end + step) for step in range(3)]
    before = [tokens.word(reading.first - step) for step in range(1, 7)]
    led = before[0] in ("on", "of")
    return any(
        word == noun or (len(noun) > _SHORT and word.startswith(stem))
        for word in after + (before if led else [])
    )


READINGS = {"anchored": _anchored}
