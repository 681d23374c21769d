"""Finding times: patterns over tokens, readings in text order, days joined to clock times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from dragoman.models.view import Parse
from dragoman.record import Span, Time, TimeKind
from dragoman.stages.timex import clock, days, feasts, lengths, periods, relative, shifts, weekdays
from dragoman.stages.timex.context import COMPARED, FUTURE, NOTHING, PAST, Context, Draft
from dragoman.stages.timex.tense import tense_of
from dragoman.stages.timex.tokens import Found, Tokens, pieces
from dragoman.stages.timex.values import grain_of

__all__ = ["Setting", "times_in"]

_READINGS: dict[str, Callable[[Found, Context], Draft | None]] = {
    name: reading
    for part in (days, feasts, periods, relative, weekdays, shifts, lengths, clock)
    for name, reading in part.READINGS.items()
}
# What these words lead to is to come, even after "was told": "he has until Friday".
_TO_COME = {
    "until": ("weekday", "month"),
    "till": ("weekday", "month"),
    "by": ("weekday", "month"),
    "through": ("weekday",),
}
_CLOCK_KINDS = frozenset({"clock", "int", "half_day", "zone", "noon", "on"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the report beside its text."""

    published: date | None = None
    month_first: bool | None = None
    parse: Parse | None = None
    country: str | None = None  # of the publisher, ISO-3


@dataclass(frozen=True, slots=True)
class _Reading:
    """A draft and the tokens it covers."""

    first: int
    end: int
    draft: Draft


@dataclass(frozen=True, slots=True)
class _Told:
    """What the text has told so far: its last dated time, its last quarter of a year."""

    previous: Draft | None = None
    quarter: str | None = None

    def after(self, draft: Draft) -> _Told:
        """Return what is told once a time is read."""
        if draft.kind not in (TimeKind.DATE, TimeKind.TIME) or not draft.span_of_days[0]:
            return self
        if grain_of(draft.value) == "Q" and draft.reason != COMPARED:
            return _Told(draft, draft.value)
        return _Told(draft, self.quarter)


def times_in(text: str, setting: Setting) -> tuple[Time, ...]:
    """Return the times of a text, in order and without overlap."""
    found: list[Time] = []
    told = _Told()
    for tokens in pieces(text):
        readings, told = _readings(tokens, setting, told)
        joined = _with_days(tokens, readings, setting)
        found.extend(_time(tokens, reading) for reading in joined)
    return tuple(found)


def _readings(tokens: Tokens, setting: Setting, told: _Told) -> tuple[list[_Reading], _Told]:
    found: list[_Reading] = []
    for stretch in tokens.grammar.stretch.finditer(tokens.letters):
        index, end = stretch.span()
        if not tokens.grammar.core.search(tokens.letters, index, end):
            continue
        while index < end:
            reading = _best(tokens, (index, end), setting, told)
            index = reading.end if reading else index + 1
            if reading is not None and reading.draft is not NOTHING:
                found.append(reading)
                told = told.after(reading.draft)
    return found, told


def _best(
    tokens: Tokens, stretch: tuple[int, int], setting: Setting, told: _Told
) -> _Reading | None:
    """Return the reading of the longest pattern that fits at a token and that it accepts."""
    grammar = tokens.grammar
    index, end = stretch
    if not grammar.possible.match(tokens.letters, index, end):
        return None
    fits = [
        Found(tokens, pattern, match)
        for pattern in grammar.patterns
        if (match := pattern.expression.match(tokens.letters, index, end)) and match.end() > index
    ]
    fits.sort(key=lambda found: -found.end)
    for found in fits:
        context = Context(
            setting.published,
            told.previous,
            told.quarter,
            setting.month_first,
            _tense(found, setting),
            setting.country,
        )
        draft = _READINGS[found.pattern.reading](found, context)
        if draft is not None:
            return _Reading(found.first, found.end, draft)
    return None


def _tense(found: Found, setting: Setting) -> Callable[[], int]:
    before, reading = _governor(found), found.pattern.reading
    if reading in _TO_COME.get(before, ()):
        return lambda: FUTURE
    if before == "since":
        return lambda: PAST
    return lambda: tense_of(found.tokens, found.first, found.end, setting.parse)


def _governor(found: Found) -> str:
    """Return the word before a time, a time by the clock left out: "until 9 a.m. Tuesday"."""
    index = found.first - 1
    nearest = max(index - 5, -1)  # "9 : 30 p.m. EST on"
    while index > nearest and found.tokens.token(index).kind in _CLOCK_KINDS:
        index -= 1
    return found.tokens.word(index)


def _with_days(tokens: Tokens, readings: list[_Reading], setting: Setting) -> list[_Reading]:
    """Give clock times their day: "9 a.m. Tuesday" is one time, "Tuesday at 9 a.m." two."""
    done: list[_Reading] = []
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
            done.append(_dated(tokens, reading, done[-1] if done else None, setting))
    return done


def _touches(tokens: Tokens, clock: _Reading, day: _Reading) -> bool:
    between = [tokens.word(index) for index in range(clock.end, day.first)]
    is_day = grain_of(day.draft.value) == "D" or day.draft.value.startswith(("XXXX-WXX-", "XXXX-"))
    return is_day and day.draft.kind is TimeKind.DATE and between in ([], ["on"], [","], ["("])


def _merged(hour: _Reading, day: _Reading) -> _Reading:
    draft = replace(
        day.draft,
        kind=TimeKind.TIME,
        value=day.draft.value + hour.draft.value,
        mod=hour.draft.mod or day.draft.mod,
    )
    return _Reading(hour.first, day.end, draft)


def _dated(tokens: Tokens, clock: _Reading, before: _Reading | None, setting: Setting) -> _Reading:
    """Take the day of a clock time from the date right before it, else from publication."""
    value, basis, reason = "XXXX-XX-XX", clock.draft.basis, "no day is told"
    if (
        before is not None
        and clock.first - before.end <= 12
        and _same_sentence(tokens, before, clock)
    ):
        day = before.draft.value[:10]
        if grain_of(day) == "D":
            value, reason = day, "on the day before it in the sentence"
    if value[0] == "X" and setting.published is not None:
        value, reason = setting.published.isoformat(), f"publication, {setting.published}"
    draft = replace(clock.draft, value=value + clock.draft.value, reason=reason, basis=basis)
    return replace(clock, draft=draft)


def _same_sentence(tokens: Tokens, before: _Reading, clock: _Reading) -> bool:
    return not any(
        tokens.word(i)[:1] in (".", "?", "!", "\n") for i in range(before.end, clock.first)
    )


def _time(tokens: Tokens, reading: _Reading) -> Time:
    draft = _open_ended(tokens, reading)
    first, last = draft.span_of_days
    start, end = tokens.marks[reading.first].start(), tokens.marks[reading.end - 1].end()
    return Time(
        span=Span(start, end),
        kind=draft.kind,
        value=draft.value,
        first=first,
        last=last,
        basis=draft.basis,
        mod=draft.mod,
        reason=draft.reason,
    )


def _open_ended(tokens: Tokens, reading: _Reading) -> Draft:
    """Open the interval of a date after "since" or "until"."""
    draft = reading.draft
    word = tokens.word(reading.first - 1)
    if draft.kind is TimeKind.DURATION or draft.kind is TimeKind.SET or "/" in draft.value:
        return draft
    if draft.value.endswith("_REF"):
        return draft
    first, last = draft.span_of_days
    if word == "since":
        return replace(draft, value=f"{draft.value}/..", days=(first, None))
    if word in ("until", "till"):
        return replace(draft, value=f"../{draft.value}", days=(None, last))
    return draft
