"""Readings of times counted off: two days ago, a year earlier, three weeks later."""

from __future__ import annotations

from datetime import date

from dragoman.languages.en.times import cues
from dragoman.record import TimeBasis, TimeKind
from dragoman.stages.timex.context import COMPARED, FUTURE, Context, Draft
from dragoman.stages.timex.lengths import period
from dragoman.stages.timex.numbers import count
from dragoman.stages.timex.parts import modifier, widened
from dragoman.stages.timex.tokens import Found, Token
from dragoman.stages.timex.values import (
    Days,
    at_grain,
    partial,
    shifted,
)

__all__ = ["READINGS", "counted"]

_RELATIVE = TimeBasis.RELATIVE
_UNKNOWN_DAY = "XXXX-XX-XX"
_CLOCK = frozenset({"TH", "TM", "TS"})


def _shift(found: Found, context: Context) -> Draft | None:
    """Read "two days ago", "a year earlier", "three weeks later", "the day before"."""
    unit, towards = found.one("u"), found.one("d")
    if unit is None or found.after() == "-":
        return None
    number = count(found.all("n")) if found.has("n") else 1
    if number is not None and found.has("h"):
        number += 0.5
    direction = int(towards.value) if towards else 1
    if found.has("e") and found.after() not in cues("free_standing") and found.after():
        return None
    if found.has("e"):  # "the week before last"
        number = 2
        towards = None if (found.one("e") or unit).kind == "next" else towards
    bare = (
        towards is not None
        and towards.kind in ("before", "after")
        and not (found.has("n") or found.has("e"))
    )
    if bare and found.after() and found.after() not in cues("free_standing"):
        return None
    mod = modifier(found)
    from_now = towards is None or found.has("e") or towards.kind in ("ago", "hence")
    if number is None:
        return _indefinite(direction, None if from_now else unit, context, mod)
    if number == 1 and unit.value == "Y" and direction < 0 and context.quarter:
        quarter = "" if context.longer else context.quarter[4:]  # nine months: no quarter
        value = f"{int(context.quarter[:4]) - 1}{quarter}"
        return Draft(TimeKind.DATE, value, mod, _RELATIVE, COMPARED)
    if from_now:
        start, name = context.published, f"publication, {context.published}"
    else:
        start, name = context.earlier(unit.value), context.earlier_name(unit.value)
    draft = counted(number, unit, direction, start, name, mod)
    return draft if from_now or draft is None else widened(draft, context.slack(unit.value))


def _indefinite(direction: int, unit: Token | None, context: Context, mod: str | None) -> Draft:
    """Read "several years ago": before now, no more is known; with a unit, from the time told."""
    told = context.told(unit.value) if unit is not None else None
    start = told.span_of_days[0] if told is not None else None
    if unit is not None and unit.value in _CLOCK:
        return _some_hours(direction, unit, start or context.published, mod)
    if start is not None:
        return _from_told(direction, start, context, mod)
    value = "PAST_REF" if direction < 0 else "FUTURE_REF"
    days: Days = (None, None)
    if unit is None and context.published:
        days = (None, context.published) if direction < 0 else (context.published, None)
    return Draft(TimeKind.DATE, value, mod, _RELATIVE, "how many is not said", days)


def _some_hours(direction: int, unit: Token, start: date | None, mod: str | None) -> Draft:
    """Read "a few hours later": hours that are not a day."""
    other = shifted(start, direction, "D") if start else None
    days = (other, start) if direction < 0 else (start, other)
    value, reason = period(None, unit.value), f"hours from {start}"
    return Draft(TimeKind.DURATION, value, mod, _RELATIVE, reason, days)


def _from_told(direction: int, start: date, context: Context, mod: str | None) -> Draft:
    """Read "a few days later" after a time told: since then, and no later than publication."""
    reason = f"how many is not said, from the time before it, {start}"
    if direction < 0:
        return Draft(TimeKind.DATE, f"../{start}", mod, _RELATIVE, reason, (None, start))
    end = context.published
    if context.direction == FUTURE or end is None or end < start:
        return Draft(TimeKind.DATE, f"{start}/..", mod, _RELATIVE, reason, (start, None))
    return Draft(TimeKind.DATE, f"{start}/{end}", mod, _RELATIVE, reason, (start, end))


def counted(
    number: float,
    unit: Token,
    direction: int,
    start: date | None,
    name: str,
    mod: str | None,
) -> Draft | None:
    """Return the time a number of units from a day; `name` stands for that day in the reason."""
    grain = {"F": "W"}.get(unit.value, unit.value)
    if start is None:
        return Draft(TimeKind.DATE, partial(grain), mod, _RELATIVE, "no publication date")
    if unit.kind == "second" or grain in _CLOCK:
        return _clock_shift(number, grain, direction, start, mod)
    steps, finer = _whole(number * (2 if unit.value == "F" else 1), grain)
    when = shifted(start, direction * steps, finer)
    if when is None:
        return _far(direction, mod)
    grain = {"E": "Y", "C": "Y"}.get(grain, grain)
    side = "before" if direction < 0 else "after"
    return Draft(
        TimeKind.DATE,
        at_grain(when, grain),
        mod,
        _RELATIVE,
        f"{number:g} {unit.word} {side} {name}",
    )


def _whole(number: float, unit: str) -> tuple[int, str]:
    """Return a count without a fraction: a year and a half is 18 months."""
    if number == int(number):
        return int(number), unit
    finer = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "E": ("Y", 10), "C": ("Y", 100)}
    name, many = finer.get(unit, (unit, 1))
    return round(number * many), name


def _clock_shift(number: float, unit: str, direction: int, start: date, mod: str | None) -> Draft:
    hours = number / {"TM": 60, "TS": 3600, "2": 3600}.get(unit, 1)
    far = shifted(start, direction * int(min(hours, 1e6) // 24), "D") or start
    back = shifted(start, direction * -(-int(min(hours, 1e6)) // 24), "D") or start
    days = (min(far, back, start), max(far, back, start))
    value = period(number, unit)  # what o'clock it was counted from is not known
    return Draft(TimeKind.DURATION, value, mod, _RELATIVE, f"hours from {start}", days)


def _far(direction: int, mod: str | None) -> Draft:
    value = "PAST_REF" if direction < 0 else "FUTURE_REF"
    return Draft(TimeKind.DATE, value, mod, _RELATIVE, "outside the calendar")


def _long_ago(found: Found, context: Context) -> Draft | None:
    towards = found.tokens.token(found.end - 1)
    unit = None if towards.kind == "ago" else found.tokens.token(found.first)
    return _indefinite(int(towards.value), unit, context, None)


READINGS = {"shift": _shift, "long_ago": _long_ago}
