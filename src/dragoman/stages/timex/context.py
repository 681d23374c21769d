"""What a reading may look at beside the words: publication date, tense, times before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dragoman.record import TimeBasis, TimeKind
from dragoman.stages.timex.values import Days, day, days_of, part_of

if TYPE_CHECKING:
    from dragoman.stages.timex.joins import Reading

__all__ = ["COMPARED", "FUTURE", "NOTHING", "PAST", "Context", "Draft", "Years"]

PAST, FUTURE = -1, 1


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading of some words: everything of a Time but its place in the text."""

    kind: TimeKind
    value: str
    mod: str | None = None
    basis: TimeBasis = TimeBasis.WORDS
    reason: str = "as written"
    days: Days | None = None  # when they are not simply those of the value
    extends: int = 0  # tokens more than the pattern covers, or fewer

    @property
    def span_of_days(self) -> Days:
        """First and last day it allows."""
        if self.days is not None:
            return self.days
        return part_of(days_of(self.value), self.mod)


# The reason of a time that only compares ("a year earlier"): no later words count from it.
COMPARED = "a year before the time told of"
# Returned for words that look like a time and are none ("61-year-old"): they are used up.
NOTHING = Draft(TimeKind.DATE, "", reason="no time")


@dataclass(frozen=True, slots=True)
class Years:
    """The years a text names with its full dates, for a text without a publication date."""

    all: frozenset[int] = frozenset()
    whole_day: bool = False  # whether a day, month and year stand together somewhere

    def of(self, month: int, number: int, weekday: int | None) -> int | None:
        """Return the year that settles a day without one: the only year, or the weekday's.

        With a weekday it is the latest year named or the next, where the two agree.
        """
        if weekday is not None:
            latest = max(self.all, default=0)  # a report names no day of older years so
            days = {year: day(year, month, number) for year in (latest, latest + 1)}
            agreeing = [y for y, d in days.items() if d is not None and d.isoweekday() == weekday]
            return agreeing[0] if len(agreeing) == 1 else None
        return min(self.all) if len(self.all) == 1 and self.whole_day else None


@dataclass(frozen=True, slots=True)
class Context:
    """Where relative words count from.

    `previous` is the last dated time of the text before this one, `previous_day` the last that is
    a day, `quarter` the last quarter of a year that is not itself a comparison, `last_quarter` the
    last of all, `longer` whether months in a row were told of since; `direction` is the tense of
    the words around: -1 past, 1 future, 0 nothing to tell.
    """

    published: date | None
    previous: Draft | None
    previous_day: Draft | None
    quarter: str | None
    last_quarter: str | None
    longer: bool
    month_first: bool | None
    tense: Callable[[], int]
    following: Callable[[int], Reading | None]  # the time that begins at a token
    event_day: Callable[[int], tuple[str, date] | None]  # of the noun that begins at a token
    years: Years
    country: str | None = None  # of the publisher
    happened: bool = False  # the words name something that has been: "the Oct. 7 attack"

    @property
    def direction(self) -> int:
        """The tense of the words around the time, read only when a reading asks."""
        return self.tense()

    def told(self, unit: str) -> Draft | None:
        """Return the time of the text that a count of units starts from.

        That is the last one before; but days and weeks do not count from a month or a year told of
        in between, if the text has told a day.
        """
        if unit in _FINE and self.previous is not None and _length(self.previous) > _FINE[unit]:
            return self.previous_day or self.previous
        return self.previous

    def earlier(self, unit: str) -> date | None:
        """Return the first day of the time told of before, else the publication date."""
        told = self.told(unit)
        first = told.span_of_days[0] if told is not None else None
        return first or self.published

    def earlier_name(self, unit: str) -> str:
        """Return the words for `earlier` in a reason."""
        told = self.told(unit)
        if told is not None and told.span_of_days[0] is not None:
            return f"the time before it, {told.value}"
        return f"publication, {self.published}"

    def slack(self, unit: str) -> int:
        """Return by how many days a count of units from `earlier` may be off.

        0 where the time told of is no longer than the unit: two days after 3 May is a day, two days
        after a time in May is any of a month.
        """
        told = self.told(unit)
        if told is None or unit not in _FINE or told.span_of_days[0] is None:
            return 0
        length = _length(told)
        return length - 1 if length > _FINE[unit] else 0


# Days in the units that a month or a year is too coarse to count them from.
_FINE = {"D": 1, "W": 7, "F": 14, "WE": 7, "NI": 1}


def _length(draft: Draft) -> int:
    """Return the days that a time spans; none for one that is open."""
    first, last = draft.span_of_days
    return (last - first).days + 1 if first and last else 0
