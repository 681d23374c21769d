"""Readings of times by the clock: 9 a.m., 14:30 GMT, noon."""

from __future__ import annotations

import re

from dragoman.languages.en.times import cues
from dragoman.record import TimeBasis, TimeKind
from dragoman.stages.timex.context import Context, Draft
from dragoman.stages.timex.parts import (
    modifier,
)
from dragoman.stages.timex.tokens import Found, Token

__all__ = ["READINGS"]

_CLOCK = re.compile(r"(\d{1,2}):(\d\d)")


def _clock(found: Found, context: Context) -> Draft | None:
    """Read a time by the clock, without its day: `find` adds it."""
    hour = found.one("h")
    if hour is None:
        return None
    zone = (found.one("z") or hour).value if found.has("z") else ""  # Z, or hours from it
    mark = found.one("s") or found.one("p")
    value = _clock_value(found, hour, mark)
    if value is None:
        return None
    return Draft(
        TimeKind.TIME,
        f"T{value}{zone}",
        modifier(found),
        TimeBasis.WORDS,
        "by the clock",
    )


def _clock_value(found: Found, hour: Token, mark: Token | None) -> str | None:
    if hour.kind == "noon":
        return hour.value if _noon_place(found) else None
    match = _CLOCK.match(hour.word)
    if match:
        number, minute = int(match[1]), match[2]
    elif hour.kind in ("year", "number"):
        if len(hour.word) != 4 or not hour.word.isdigit():
            return None
        number, minute = int(hour.word[:2]), hour.word[2:]
    else:
        number, minute = int(hour.value), (found.one("e") or hour).word if found.has("e") else "00"
    if mark is not None:
        number = _half_day(number, mark.value)
    score = match is not None and mark is None and not found.has("z") and _score(found)
    if not 0 <= number <= 24 or len(minute) != 2 or not minute < "60" or score:
        return None
    return f"{number:02}:{minute}"


def _noon_place(found: Found) -> bool:
    return found.before() in cues("noon_place") and found.after() not in ("of", "-")


def _half_day(hour: int, mark: str) -> int:
    late = mark in ("p", "P", "AF", "EV", "NI") or mark[:1] in "pP"
    if hour > 12:
        return hour
    return hour % 12 + 12 * late


def _score(found: Found) -> bool:
    """Tell whether 3:16 is a verse or a result, not a time."""
    before = found.before()
    year = len(before) == 4 and before.isdigit()  # "19 August 2025 14:05"
    return bool(before) and not year and before not in cues("clock_place")


READINGS = {"clock": _clock}
