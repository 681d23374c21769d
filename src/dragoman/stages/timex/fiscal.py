"""The days of fiscal years, which differ by country."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.languages.en.times import fiscal_years
from dragoman.stages.timex.context import Context
from dragoman.stages.timex.tokens import Found
from dragoman.stages.timex.values import Days, add_months, grain_of, shifted

__all__ = ["fiscal_days", "quarter_end", "quarter_to"]

_ENDED = frozenset({"ended", "ending"})
_STARTS_DAY = frozenset({"month", "month_short", "month_doubt", "int"})


def fiscal_days(year: int, country: str | None, quarter: int | None = None) -> Days:
    """Return first and last day of a fiscal year, or of one of its quarters, of a country.

    Where the country is not known, all that the habits of any known country allow.
    """
    known = fiscal_years()
    rules = [known[country]] if country in known else list(known.values())
    if not 2 <= year <= 9990:
        return None, None
    spans = [_span(year, month, ends, quarter) for month, ends in rules]
    return min(first for first, _ in spans), max(last for _, last in spans)


def quarter_end(found: Found, context: Context) -> date | None:
    """Return the last day of the quarter in "the quarter ended July 31"; None where none is told.

    A book year need not be the calendar's, so the day says more than the number of the quarter.
    """
    start = found.end + 1
    if found.after() not in _ENDED or found.tokens.token(start).kind not in _STARTS_DAY:
        return None
    day = context.following(start)
    return day.draft.span_of_days[1] if day and grain_of(day.draft.value) == "D" else None


def quarter_to(end: date) -> Days:
    """Return the first and last day of the three months that end on a day."""
    following = shifted(end, 1, "D")
    return (add_months(following, -3) if following else None), end


def _span(year: int, month: int, ends: bool, quarter: int | None) -> tuple[date, date]:
    begins = year - 1 if ends and month > 1 else year
    first = _month_on(begins, month, 3 * (quarter - 1) if quarter else 0)
    last = _month_on(begins, month, 3 * quarter if quarter else 12)
    return first, last - timedelta(days=1)


def _month_on(year: int, month: int, steps: int) -> date:
    years, place = divmod(month - 1 + steps, 12)
    return date(year + years, place + 1, 1)
