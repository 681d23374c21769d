"""Finding times: patterns over tokens, readings in text order, days joined to clock times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from dragoman.languages.en.times import TimePattern, time_grammar
from dragoman.models.view import Parse
from dragoman.record import Span, Time, TimeBasis, TimeKind
from dragoman.stages.timex import (
    anchors,
    clock,
    days,
    feasts,
    lengths,
    periods,
    relative,
    shifts,
    weekdays,
)
from dragoman.stages.timex.anchors import day_of_event
from dragoman.stages.timex.context import COMPARED, FUTURE, NOTHING, PAST, Context, Draft, Years
from dragoman.stages.timex.joins import Reading, with_days, with_intervals
from dragoman.stages.timex.tense import tense_of
from dragoman.stages.timex.tokens import Found, Tokens, pieces
from dragoman.stages.timex.values import grain_of

__all__ = ["Setting", "times_in"]

_READINGS: dict[str, Callable[[Found, Context], Draft | None]] = {
    name: reading
    for part in (days, feasts, anchors, periods, relative, weekdays, shifts, lengths, clock)
    for name, reading in part.READINGS.items()
}
# What these words lead to is to come, even after "was told": "he has until Friday".
_TO_COME = {
    "until": ("weekday", "month"),
    "till": ("weekday", "month"),
    "by": ("weekday", "month"),
    "through": ("weekday",),
}
# Lengths that accounts are given for beside quarters.
_LONGER = frozenset({"P6M", "P9M", "P12M"})
_DEEPEST = 4
_CLOCK_KINDS = frozenset({"clock", "int", "half_day", "zone", "noon", "on"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the report beside its text."""

    published: date | None = None
    month_first: bool | None = None
    parse: Parse | None = None
    country: str | None = None  # of the publisher, ISO-3


@dataclass(frozen=True, slots=True)
class _Told:
    """What the text has told so far: its last dated time, day, and quarter of a year.

    `quarter` is the one the text is about, `last_quarter` the one it told last; `longer` tells that
    months in a row ("the nine months") were named since.
    """

    previous: Draft | None = None
    day: Draft | None = None
    quarter: str | None = None
    last_quarter: str | None = None
    longer: bool = False

    def after(self, draft: Draft) -> _Told:
        """Return what is told once a time is read."""
        if draft.value in _LONGER and draft.basis is TimeBasis.WORDS:
            return replace(self, longer=True)
        if draft.kind not in (TimeKind.DATE, TimeKind.TIME) or not draft.span_of_days[0]:
            return self
        day = draft if grain_of(draft.value[:10]) == "D" else self.day
        if grain_of(draft.value) == "Q" and draft.reason == COMPARED:
            return replace(self, previous=draft, day=day, last_quarter=draft.value)
        if grain_of(draft.value) == "Q":
            # Of two quarters that a text compares, the later is the one it tells of.
            return _Told(draft, day, max(draft.value, self.quarter or ""), draft.value)
        return replace(self, previous=draft, day=day)


def times_in(text: str, setting: Setting) -> tuple[Time, ...]:
    """Return the times of a text, in order and without overlap."""
    found = _times(text, setting, Years())
    if setting.published is None and any(time.value.startswith("XXXX-") for time in found):
        years = _years(found)
        return _times(text, setting, years) if years.all else found
    return found


def _times(text: str, setting: Setting, years: Years) -> tuple[Time, ...]:
    found: list[Time] = []
    told = _Told()
    for tokens in pieces(text):
        readings, told = _readings(tokens, setting, years, told)
        joined = with_intervals(tokens, with_days(tokens, readings, setting.published))
        found.extend(_time(tokens, reading) for reading in joined)
    return tuple(found)


def _years(times: tuple[Time, ...]) -> Years:
    """Return the years that words of a text give without a publication date."""
    whole = [time for time in times if time.basis is TimeBasis.WORDS and time.first]
    dates = [time for time in whole if time.kind in (TimeKind.DATE, TimeKind.TIME)]
    return Years(
        frozenset(time.first.year for time in dates if time.first),
        any(grain_of(time.value[:10]) == "D" for time in dates),
    )


def _readings(
    tokens: Tokens, setting: Setting, years: Years, told: _Told
) -> tuple[list[Reading], _Told]:
    found: list[Reading] = []
    for stretch in tokens.grammar.stretch.finditer(tokens.letters):
        index, end = stretch.span()
        if not tokens.grammar.core.search(tokens.letters, index, end):
            continue
        while index < end:
            reading = _best(_Place(tokens, (index, end), setting, years, told, found))
            index = reading.end if reading else index + 1
            if reading is not None and reading.draft is not NOTHING:
                found.append(reading)
                told = told.after(reading.draft)
    return found, told


@dataclass(frozen=True, slots=True)
class _Place:
    """A token in its stretch of time words, with all that was read before it."""

    tokens: Tokens
    stretch: tuple[int, int]
    setting: Setting
    years: Years
    told: _Told
    found: list[Reading]
    depth: int = 0  # how many times each count from the next: "a week after a year after ..."

    def following(self, index: int) -> Reading | None:
        """Return the time that begins at a later token, of this stretch or of another."""
        end = self.stretch[1]
        if index >= end:
            later = self.tokens.grammar.stretch.match(self.tokens.letters, index)
            end = later.end() if later else index
        if index >= end or self.depth == _DEEPEST:
            return None
        return _best(replace(self, stretch=(index, end), depth=self.depth + 1))

    def event_day(self, index: int) -> tuple[str, date] | None:
        """Return the noun that begins at a token, and the day told of it before."""
        return day_of_event(self.tokens, self.found, index)


def _best(place: _Place) -> Reading | None:
    """Return the reading of the longest pattern that fits at a token and that it accepts."""
    tokens, (index, end) = place.tokens, place.stretch
    grammar = tokens.grammar
    if not grammar.possible.match(tokens.letters, index, end):
        return None
    fits = [
        Found(tokens, pattern, match)
        for pattern in _fitting(tokens.letters[index:end])
        if (match := pattern.expression.match(tokens.letters, index, end)) and match.end() > index
    ]
    fits.sort(key=lambda found: -found.end)
    for found in fits:
        draft = _READINGS[found.pattern.reading](found, _context(found, place))
        if draft is not None:
            return Reading(found.first, found.end + draft.extends, draft)
    return None


@lru_cache(maxsize=20_000)
def _fitting(letters: str) -> tuple[TimePattern, ...]:
    """Return the patterns that fit where a stretch begins; the same few come again and again."""
    patterns = time_grammar().patterns
    return tuple(pattern for pattern in patterns if pattern.expression.match(letters))


def _context(found: Found, place: _Place) -> Context:
    setting = place.setting
    return Context(
        published=setting.published,
        previous=place.told.previous,
        previous_day=place.told.day,
        quarter=place.told.quarter,
        last_quarter=place.told.last_quarter,
        longer=place.told.longer,
        month_first=setting.month_first,
        tense=_tense(found, setting),
        following=place.following,
        event_day=place.event_day,
        years=place.years,
        country=setting.country,
    )


def _tense(found: Found, setting: Setting) -> Callable[[], int]:
    before, reading = _governor(found), found.pattern.reading
    if reading in _TO_COME.get(before, ()) and not _had(found):
        return lambda: FUTURE
    if reading == "deictic" and before == "of" and found.before(2) == "ahead":
        return lambda: FUTURE
    if before == "since":
        return lambda: PAST
    return lambda: tense_of(found.tokens, found.first, found.end, setting.parse)


def _had(found: Found) -> bool:
    """Tell whether what follows was over by then: "Until Thursday, they had not spoken"."""
    words = [found.after(count) for count in range(1, 8)]
    return "had" in words and "." not in words[: words.index("had")]


def _governor(found: Found) -> str:
    """Return the word before a time, a time by the clock left out: "until 9 a.m. Tuesday"."""
    index = found.first - 1
    nearest = max(index - 5, -1)  # "9 : 30 p.m. EST on"
    while index > nearest and found.tokens.token(index).kind in _CLOCK_KINDS:
        index -= 1
    return found.tokens.word(index)


def _time(tokens: Tokens, reading: Reading) -> Time:
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


def _open_ended(tokens: Tokens, reading: Reading) -> Draft:
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
