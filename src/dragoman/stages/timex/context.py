"""What a reading may look at beside the words: publication date, tense, times before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dragoman.record import TimeBasis, TimeKind
from dragoman.stages.timex.values import Days, day, days_of

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
        return self.days if self.days is not None else days_of(self.value)


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

    `previous` is the last dated time of the text before this one, `quarter` the last quarter of a
    year that is not itself a comparison; `direction` is the tense of the
    words around: -1 past, 1 future, 0 nothing to tell.
    """

    published: date | None
    previous: Draft | None
    quarter: str | None
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

    @property
    def earlier(self) -> date | None:
        """First day of the last dated time before, else the publication date."""
        if self.previous is not None:
            first = self.previous.span_of_days[0]
            if first is not None:
                return first
        return self.published

    @property
    def earlier_name(self) -> str:
        """The words for `earlier` in a reason."""
        if self.previous is not None and self.previous.span_of_days[0] is not None:
            return f"the time before it, {self.previous.value}"
        return f"publication, {self.published}"
