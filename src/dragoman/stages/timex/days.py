"""Readings of calendar days: 15 August 2025, Aug. 15-18, 2025-08-15, 19/8/2025."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.languages.en.times import cues, known_year
from dragoman.record import TimeBasis, TimeKind
from dragoman.stages.timex.context import NOTHING, PAST, Context, Draft
from dragoman.stages.timex.parts import (
    chosen_day,
    day_number,
    joined,
    modifier,
    related_year,
    year_of,
)
from dragoman.stages.timex.tokens import Found, Token
from dragoman.stages.timex.values import (
    day,
    days_of,
)
from dragoman.stages.timex.yearlike import is_amount

__all__ = ["READINGS"]


def _date(found: Found, context: Context) -> Draft | None:
    """Read a calendar day: 15 August, Aug. 15, Friday, August 15, 2025, the night of Aug. 15."""
    draft = _whole_day(found, context)
    part = found.one("p")
    if part is None or draft is None or not draft.value:
        return draft
    return replace(draft, kind=TimeKind.TIME, value=f"{draft.value}T{part.value}")


def _whole_day(found: Found, context: Context) -> Draft | None:
    month, number = found.one("m"), day_number(found.one("d"))
    if month is None or not 1 <= number <= 31 or _another_date(found):
        return None
    if found.one("y") and is_amount(found) and (year_of(found) or 0) % 100 == 0:
        return None
    year = year_of(found) if found.has("y") else related_year(found, context)
    mod = modifier(found)
    relation = found.one("dx")
    if relation is not None and relation.start < month.start:
        return _related_day(int(month.value), number, relation, context, mod)
    if year:
        when = day(year, int(month.value), number)
        basis = TimeBasis.WORDS if found.has("y") else TimeBasis.RELATIVE
        return Draft(TimeKind.DATE, when.isoformat(), mod, basis) if when else NOTHING
    known = known_year(int(month.value), number, found.after())
    if known:
        value = f"{known}-{month.value}-{number:02}"
        return Draft(TimeKind.DATE, value, mod, reason="the day known by that name")
    if found.after() in cues("happened") and not found.has("w"):
        context = replace(context, tense=_past, happened=True)
    return _yearless(int(month.value), number, found.one("w"), context, mod)


def _past() -> int:
    return PAST


def _related_day(
    month: int, number: int, relation: Token, context: Context, mod: str | None
) -> Draft | None:
    """Read "last Oct. 23" and "next May 3": the nearest on that side of publication."""
    start = context.published
    if start is None:
        return Draft(TimeKind.DATE, f"XXXX-{month:02}-{number:02}", mod, TimeBasis.RELATIVE)
    near = [d for step in (-1, 0, 1) if (d := day(start.year + step, month, number))]
    if relation.kind == "this":
        chosen = [d for d in near if d.year == start.year]
    elif relation.kind == "last":
        chosen = [d for d in near if d < start][-1:]
    else:
        chosen = [d for d in near if d > start][:1]
    if not chosen:
        return None
    reason = f"{relation.word} such day, from {start}"
    return Draft(TimeKind.DATE, chosen[0].isoformat(), mod, TimeBasis.RELATIVE, reason)


def _another_date(found: Found) -> bool:
    """Tell whether "15 August 12" was cut wrongly: the number after the month is its day."""
    last = found.tokens.token(found.end - 1)
    return last.kind.startswith("month") and found.after().isdigit() and len(found.after()) < 3


def _yearless(
    month: int, number: int, weekday: Token | None, context: Context, mod: str | None
) -> Draft | None:
    """Read a day without a year: the year the weekday, the tense or nearness settles."""
    if not any(day(year, month, number) for year in (2023, 2024)):
        return NOTHING
    if context.published is None:
        settled = context.years.of(month, number, int(weekday.value) if weekday else None)
        if settled and (when := day(settled, month, number)):
            return Draft(TimeKind.DATE, when.isoformat(), mod, TimeBasis.RELATIVE, _why(weekday))
        return Draft(
            TimeKind.DATE,
            f"XXXX-{month:02}-{number:02}",
            mod,
            TimeBasis.RELATIVE,
            "no publication date to take the year from",
        )
    near = [d for y in (-1, 0, 1) if (d := day(context.published.year + y, month, number))]
    if weekday is not None:
        agreeing = [d for d in near if d.isoweekday() == int(weekday.value)]
        near = agreeing or near
    when, why = chosen_day(near, context)
    return Draft(
        TimeKind.DATE, when.isoformat(), mod, TimeBasis.RELATIVE, f"{why} {context.published}"
    )


def _why(weekday: Token | None) -> str:
    if weekday is None:
        return "no publication date; the year of the full dates of the text"
    named = "the latest year the text names, or the next"
    return f"no publication date; the year by the weekday, {weekday.word}: {named}"


def _iso_date(found: Found, context: Context) -> Draft | None:
    if not found.whole():
        return None
    parts = [found.one(name) for name in ("y", "m", "d")]
    when = day(*(int(part.word) for part in parts if part))
    return Draft(TimeKind.DATE, when.isoformat()) if when else None


def _known(found: Found, context: Context) -> Draft | None:
    """Read 9/11, the one day that figures alone name."""
    month, number = found.one("a"), found.one("b")
    if month is None or number is None or not found.whole():
        return None
    if (month.word, number.word) != ("9", "11") or found.before() in ("/", "-"):
        return None
    return Draft(TimeKind.DATE, "2001-09-11", reason="the day known by that name")


def _slashed(found: Found, context: Context) -> Draft | None:
    """Read 19/8/2025: day or month first as the numbers or the publisher's country say."""
    a, b, y = found.one("a"), found.one("b"), found.one("y")
    if not (a and b and y and found.whole()) or (y.kind == "int" and len(y.word) < 2):
        return None
    year = int(y.word) if y.kind == "year" else 2000 + int(y.word) - (100 if y.word > "50" else 0)
    first, second = int(a.word), int(b.word)
    dotted = found.tokens.word(found.first + 1) == "."
    as_day_first, as_month_first = day(year, second, first), day(year, first, second)
    if as_day_first is None and as_month_first is None:
        return None
    month_first = False if dotted else context.month_first
    if as_day_first is None or (month_first and as_month_first):
        when, why = as_month_first, "month before day"
    elif as_month_first is None or month_first is False or first == second:
        when, why = as_day_first, "day before month"
    else:
        return Draft(
            TimeKind.DATE,
            f"{year}-XX-XX",
            reason="day and month could change places",
            days=days_of(str(year)),
        )
    return Draft(TimeKind.DATE, when.isoformat(), reason=why) if when else None


def _day_range(found: Found, context: Context) -> Draft | None:
    """Read several days in a row: Aug. 15-18, between 3 and 5 May, 30 April - 2 May."""
    start, end = day_number(found.one("d")), day_number(found.one("e"))
    month, other = found.one("m"), found.one("n")
    if month is None or not 1 <= start <= 31 or not 1 <= end <= 31:
        return None
    if other is None and (end <= start or not _joined(found, start, end)):
        return None
    if other is not None and not joined(found):
        return None
    last_month = int((other or month).value)
    if found.has("x") or found.has("y"):
        return _in_years(found, (int(month.value), start), (last_month, end))
    draft = _yearless(int(month.value), start, None, context, None)
    if draft is None or not draft.value:
        return None
    if draft.value[0] == "X":
        value = f"{draft.value}/XXXX-{last_month:02}-{end:02}"
        return Draft(TimeKind.DATE, value, None, TimeBasis.RELATIVE, draft.reason)
    first = draft.span_of_days[0]
    turn = (last_month, end) < (int(month.value), start)  # over New Year
    return _from_to(first, day(int(draft.value[:4]) + turn, last_month, end), draft)


def _in_years(found: Found, start: tuple[int, int], end: tuple[int, int]) -> Draft | None:
    """Read a range with the year of its first day (x), of its last (y), or of both."""
    turn = end < start
    first_year = year_of(found, "x") or (year_of(found) or 0) - turn
    last_year = year_of(found) or first_year + turn
    written = Draft(TimeKind.DATE, "")
    return _from_to(day(first_year, *start), day(last_year, *end), written)


def _from_to(first: date | None, last: date | None, draft: Draft) -> Draft | None:
    if first is None or last is None or last < first:
        return None
    return replace(draft, value=f"{first}/{last}", mod=None, days=None)


def _joined(found: Found, start: int, end: int) -> bool:
    """Tell whether "3 and 5 May" is a stretch of days: after "between", or days side by side."""
    words = {found.tokens.word(index) for index in range(found.first, found.end)}
    return "and" not in words or end == start + 1 or found.before() == "between"


READINGS = {
    "date": _date,
    "iso_date": _iso_date,
    "known": _known,
    "slashed": _slashed,
    "day_range": _day_range,
}
