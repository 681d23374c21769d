"""Calendar arithmetic over TIMEX3 values: the value of a date, the days of a value."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

__all__ = [
    "SEASONS",
    "Days",
    "add_months",
    "around",
    "at_grain",
    "day",
    "days_of",
    "grain_of",
    "month_value",
    "part_of",
    "partial",
    "shifted",
    "weekday_near",
]

Days = tuple[date | None, date | None]
UNKNOWN: Days = (None, None)

# First and last day a season word allows: the months of the weather service and the astronomers'
# season together, northern half of the world. A winter has the number of the year it begins in.
SEASONS = {
    "SP": ((3, 1), (6, 20)),
    "SU": ((6, 1), (9, 22)),
    "FA": ((9, 1), (12, 20)),
    "WI": ((12, 1), (3, 20)),
}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_DAYS = {"D": 1, "W": 7, "F": 14, "WE": 7}


def day(year: int, month: int, number: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def add_months(start: date, months: int) -> date | None:
    """Return the same day some months on (the last of the month where it has no such day)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def shifted(start: date, number: int, unit: str) -> date | None:
    """Return the date a number of units on; None outside the calendar."""
    try:
        if unit in _MONTHS:
            return add_months(start, number * _MONTHS[unit])
        return start + timedelta(days=number * _DAYS.get(unit, 0))
    except OverflowError:
        return None


def month_value(year: int, month: int) -> str:
    """Return the value of a month."""
    return f"{year:04}-{month:02}"


def at_grain(when: date, unit: str) -> str:
    """Return the TIMEX3 value of the day, week, month ... that holds a date."""
    if unit in ("W", "F", "WE"):
        year, week, _ = when.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "Q":
        return f"{when.year:04}-Q{(when.month + 2) // 3}"
    width = {"M": 7, "Y": 4, "E": 3, "C": 2}.get(unit, 10)
    return when.isoformat()[:width]


def weekday_near(start: date, weekday: int, direction: int, *, strict: bool = False) -> date | None:
    """Return the nearest such weekday (Monday is 1) on one side of a date.

    The date itself counts, unless `strict`.
    """
    if direction < 0:
        back = (start.isoweekday() - weekday) % 7 or (7 if strict else 0)
        return shifted(start, -back, "D")
    return shifted(start, (weekday - start.isoweekday()) % 7 or (7 if strict else 0), "D")


_PARTIAL = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
}
_SHORTEST_PARTED = 7
# Of decades years are counted, of years, seasons and quarters months, of months and weeks days.
_PARTED = (("Y", 365.25, 1000), ("M", 30.44, 60), ("D", 1, 0))
_CLOCK = {"TH": 24, "TM": 1440, "TS": 86400}


def partial(unit: str) -> str:
    """Return the value of an unknown day, week, month ... (there is no publication date)."""
    return _PARTIAL.get(unit, "XXXX")


def around(published: date | None, direction: int, number: float | None, unit: str) -> Days:
    """Return the days of a length that ends at publication, or begins there."""
    if published is None:
        return None, None
    if unit in _CLOCK:
        number, unit = (number or 24) / _CLOCK[unit], "D"
    if number is None or number > 9999:
        return (None, published) if direction < 0 else (published, None)
    steps = -(-number // 1)  # a part of a unit reaches into the next
    end = shifted(published, int(direction * steps), unit)
    return (end, published) if direction < 0 else (published, end)


_FORMS = (
    ("D", re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")),
    ("M", re.compile(r"(\d{4})-(\d\d)")),
    ("W", re.compile(r"(\d{4})-W(\d\d)")),
    ("WE", re.compile(r"(\d{4})-W(\d\d)-WE")),
    ("Q", re.compile(r"(\d{4})-Q(\d)")),
    ("H", re.compile(r"(\d{4})-H([12])")),
    ("S", re.compile(r"(\d{4})-(SP|SU|FA|WI)")),
    ("Y", re.compile(r"(?:FY)?(\d{4})")),
    ("E", re.compile(r"(\d{3})")),
    ("C", re.compile(r"(\d\d)")),
)


def grain_of(value: str) -> str | None:
    """Return what a value names: D, W, WE, M, Q, H, S (season), Y, E (decade), C; None if open."""
    for grain, form in _FORMS:
        if form.fullmatch(value):
            return grain
    return None


@cache
def _parts(value: str) -> tuple[str, tuple[str, ...]] | None:
    for grain, form in _FORMS:
        match = form.fullmatch(value)
        if match:
            return grain, match.groups()
    return None


def days_of(value: str) -> Days:
    """Return first and last day of a value, both inclusive; None on a side that it leaves open."""
    if "/" in value:
        first, last = value.split("/", 1)
        return days_of(first)[0], days_of(last)[1]
    parts = _parts(value)
    if parts is None:
        return UNKNOWN
    grain, cells = parts
    try:
        return _READERS[grain](*cells)
    except (ValueError, OverflowError):
        return UNKNOWN


def part_of(days: Days, mod: str | None) -> Days:
    """Return the days of "early", "mid" or "late": the first, the middle or the last half of all.

    Half, as the words are loose; of less than a week there are no halves to speak of.
    """
    first, last = days
    if first is None or last is None or mod not in ("START", "MID", "END"):
        return days
    length = (last - first).days + 1
    if length < _SHORTEST_PARTED:
        return days
    unit, unit_days = next((u, n) for u, n, least in _PARTED if length >= least)
    count = round(length / unit_days)
    skipped = {"START": 0, "MID": count // 4, "END": count // 2}[mod]
    kept = count - 2 * skipped if mod == "MID" else count - count // 2
    start = shifted(first, skipped, unit) or first
    end = shifted(first, skipped + kept, unit)
    return start, last if mod == "END" or end is None else end - timedelta(days=1)


def _day_days(year: str, month: str, number: str) -> Days:
    when = date(int(year), int(month), int(number))
    return when, when


def _months(year: int, first: int, last: int) -> Days:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _week_days(year: str, week: str) -> Days:
    monday = date.fromisocalendar(int(year), int(week), 1)
    return monday, monday + timedelta(days=6)


def _weekend_days(year: str, week: str) -> Days:
    monday = date.fromisocalendar(int(year), int(week), 1)
    return monday + timedelta(days=5), monday + timedelta(days=6)


def _season_days(year: str, season: str) -> Days:
    first, last = SEASONS[season]
    return date(int(year), *first), date(int(year) + (season == "WI"), *last)


def _years(first: int, last: int) -> Days:
    return date(max(first, 1), 1, 1), date(last, 12, 31)


_READERS: dict[str, Callable[..., Days]] = {
    "D": _day_days,
    "M": lambda y, m: _months(int(y), int(m), int(m)),
    "W": _week_days,
    "WE": _weekend_days,
    "Q": lambda y, q: _months(int(y), int(q) * 3 - 2, int(q) * 3),
    "H": lambda y, h: _months(int(y), int(h) * 6 - 5, int(h) * 6),
    "S": _season_days,
    "Y": lambda y: _years(int(y), int(y)),
    "E": lambda e: _years(int(e) * 10, int(e) * 10 + 9),
    "C": lambda c: _years(int(c) * 100, int(c) * 100 + 99),
}
