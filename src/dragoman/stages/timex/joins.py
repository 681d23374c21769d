"""Joining what was read apart: clock times and their day, the two ends of an interval."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dragoman.record import TimeBasis, TimeKind
from dragoman.stages.timex.context import FUTURE, Draft
from dragoman.stages.timex.tokens import Tokens
from dragoman.stages.timex.values import grain_of, weekday_near

__all__ = ["Reading", "with_days", "with_intervals"]

_JOINERS = {"from": ("to", "until", "till", "through"), "between": ("and",)}
_SPANS = frozenset({"D", "M", "Y"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft and the tokens it covers."""

    first: int
    end: int
    draft: Draft


def with_days(tokens: Tokens, readings: list[Reading], published: date | None) -> list[Reading]:
    """Give clock times their day: "9 a.m. Tuesday" is one time, "Tuesday at 9 a.m." two."""
    done: list[Reading] = []
    place = 0
    while place < len(readings):
        reading = readings[place]
        place += 1
        if reading.draft.value[:1] != "T":
            done.append(reading)
            continue
        following = readings[place] if place < len(readings) else None
        if following is not None and _touches(tokens, reading, following):
            done.append(_merged(reading, following))
            place += 1
        else:
            ahead = _day_ahead(tokens, readings[place - 1 : place + 2])
            done.append(_dated(tokens, reading, ahead or (done[-1] if done else None), published))
    return done


def _touches(tokens: Tokens, clock: Reading, day: Reading) -> bool:
    between = [tokens.word(index) for index in range(clock.end, day.first)]
    is_day = grain_of(day.draft.value) == "D" or day.draft.value.startswith(("XXXX-WXX-", "XXXX-"))
    return is_day and day.draft.kind is TimeKind.DATE and between in ([], ["on"], [","], ["("])


def _day_ahead(tokens: Tokens, readings: list[Reading]) -> Reading | None:
    """Return the day after a clock time told twice: 10:35 a.m. (0735 GMT) Friday."""
    *clocks, day = readings
    if len(readings) < 2 or grain_of(day.draft.value) != "D":
        return None
    if any(clock.draft.value[:1] != "T" for clock in clocks):
        return None
    between = {tokens.word(index) for index in range(clocks[0].end, day.first)}
    inside = {tokens.word(index) for clock in clocks for index in range(clock.first, clock.end)}
    near = day.first - clocks[0].end <= 8
    return day if near and ")" in between and between <= inside | {"(", ")", "on", ","} else None


def _merged(hour: Reading, day: Reading) -> Reading:
    draft = replace(
        day.draft,
        kind=TimeKind.TIME,
        value=day.draft.value + hour.draft.value,
        mod=hour.draft.mod or day.draft.mod,
    )
    return Reading(hour.first, day.end, draft)


def _dated(
    tokens: Tokens, clock: Reading, beside: Reading | None, published: date | None
) -> Reading:
    """Take the day of a clock time from the date beside it, else from publication."""
    value, basis, reason = "XXXX-XX-XX", clock.draft.basis, "no day is told"
    if (
        beside is not None
        and clock.first - beside.end <= 12
        and _same_sentence(tokens, beside, clock)
    ):
        day = beside.draft.value[:10]
        if grain_of(day) == "D":
            value, basis, reason = day, beside.draft.basis, "on the day beside it in the sentence"
    if value[0] == "X" and published is not None:
        value, basis = published.isoformat(), TimeBasis.RELATIVE
        reason = f"no day is told: that of publication, {published}"
    draft = replace(clock.draft, value=value + clock.draft.value, reason=reason, basis=basis)
    return replace(clock, draft=draft)


def _same_sentence(tokens: Tokens, before: Reading, clock: Reading) -> bool:
    return not any(
        tokens.word(i)[:1] in (".", "?", "!", "\n") for i in range(before.end, clock.first)
    )


def with_intervals(tokens: Tokens, readings: list[Reading]) -> list[Reading]:
    """Make one time of "from Monday to Wednesday" and "between 3 May and 10 June"."""
    done: list[Reading] = []
    for reading in readings:
        joined = _interval(tokens, done[-1], reading) if done else None
        if joined is not None:
            done[-1] = joined
        else:
            done.append(reading)
    return done


def _interval(tokens: Tokens, start: Reading, end: Reading) -> Reading | None:
    joiners = _JOINERS.get(tokens.word(start.first - 1), ("through",))
    if end.first != start.end + 1 or tokens.word(start.end) not in joiners:
        return None
    if any(r.draft.kind is not TimeKind.DATE or "/" in r.draft.value for r in (start, end)):
        return None
    grain = grain_of(start.draft.value)
    first, last = start.draft.span_of_days[0], end.draft.span_of_days[1]
    if grain not in _SPANS or grain_of(end.draft.value) != grain or not first or not last:
        return None
    value = end.draft.value
    by_name = "weekday" in end.draft.reason and "weekday" in start.draft.reason
    if by_name and (later := weekday_near(first, last.isoweekday(), FUTURE)):
        last, value = later, later.isoformat()
    if last < first:
        return None
    relative = TimeBasis.RELATIVE in (start.draft.basis, end.draft.basis)
    draft = Draft(
        TimeKind.DATE,
        f"{start.draft.value}/{value}",
        None,
        TimeBasis.RELATIVE if relative else TimeBasis.WORDS,
        f"from the one to the other; the first: {start.draft.reason}",
        (first, last),
    )
    return Reading(start.first, end.end, draft)
