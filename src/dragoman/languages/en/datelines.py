"""The dateline that opens a report: where it was filed, when, and by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from dragoman.lexicon import read_table
from dragoman.record import Span

__all__ = ["Dateline", "infer_day", "read_dateline", "read_day", "read_signature"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The opening words of a report; `date` is None where no date or no year is given.

    `span` runs to the first word of the report proper; `place` includes a region, as in
    "ANKARA, Turkey".
    """

    span: Span
    place: Span | None
    date_words: Span | None
    date: date | None
    agency: Span | None


@dataclass(frozen=True, slots=True)
class Patterns:
    """The table as regular expressions, and the number of each month."""

    datelines: tuple[re.Pattern[str], ...]
    day: re.Pattern[str]
    signature: re.Pattern[str]
    today: re.Pattern[str]
    weekday: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    openers: frozenset[str]


def read_dateline(text: str) -> Dateline | None:
    """Return the dateline at the very start of a text, or None.

    A date that names no day of the calendar, or no year, leaves `date` empty.
    """
    known = _patterns()
    for pattern in known.datelines:
        found = pattern.match(text, 0, 400)  # far longer than any; a limit for texts of one line
        if found and (_group(found, "place") is None or found["place"] not in known.openers):
            return _dateline(found)
    return None


def read_day(words: str) -> date | None:
    """Return the day of a date with its year ("Aug. 19, 2025", "19 August 2025"), else None."""
    found = _patterns().day.match(words.strip())
    return _day(found) if found else None


def read_signature(text: str) -> date | None:
    """Return the day of "(Reuters, 19 August 2025)" at the very end of a text, else None."""
    found = _patterns().signature.search(text, max(0, len(text) - _SIGNATURE))
    return _day(found) if found else None


def infer_day(text: str) -> date | None:
    """Return the day of publication that the words of a text settle, else None.

    That is the day it calls today; or the day of a dateline without a year, if the text gives that
    day with its year, or if the weekday it has fits the latest year of the text or the next alone.
    """
    opening = text[:_OPENING]
    days = {day for found in _patterns().today.finditer(opening) if (day := _day(found))}
    if len(days) == 1:
        return days.pop()
    dateline = read_dateline(text)
    if dateline is None or dateline.date_words is None or dateline.date is not None:
        return None
    found = _patterns().day.match(dateline.date_words.cut(text))
    numbers = _month_and_day(found) if found else None
    return _year_settled(text, *numbers) if numbers else None


def _year_settled(text: str, month: int, number: int) -> date | None:
    named = {day for found in _patterns().day.finditer(text) if (day := _day(found))}
    same = {day for day in named if (day.month, day.day) == (month, number)}
    if same:
        return same.pop() if len(same) == 1 else None
    years = {day.year for day in named} | {int(found[1]) for found in _YEAR.finditer(text)}
    weekday = _weekday_of(text, month, number)
    if not years or weekday is None:
        return None
    near = [_calendar_day(max(years) + step, month, number) for step in (0, 1)]
    agreeing = [day for day in near if day is not None and day.isoweekday() == weekday]
    return agreeing[0] if len(agreeing) == 1 else None


def _weekday_of(text: str, month: int, number: int) -> int | None:
    """Return the weekday that the text gives a day ("Tuesday, Aug. 19"), if it gives one."""
    known = _patterns()
    found = {
        known.weekdays[match["named"].lower()]
        for match in known.weekday.finditer(text[:_OPENING])
        if _month_and_day(match) == (month, number)
    }
    return found.pop() if len(found) == 1 else None


def _month_and_day(found: re.Match[str]) -> tuple[int, int] | None:
    parts, months = found.groupdict(), _patterns().months
    for form in "123":
        month, number = parts.get(f"month{form}"), parts.get(f"day{form}")
        if month and number:
            return months.get(month.lower()) or int(month), int(number)
    return None


def _dateline(found: re.Match[str]) -> Dateline:
    return Dateline(
        span=Span(*found.span("whole")),
        place=_group(found, "place"),
        date_words=_group(found, "date"),
        date=_day(found),
        agency=_group(found, "agency"),
    )


def _group(found: re.Match[str], name: str) -> Span | None:
    has = name in found.re.groupindex and found[name] is not None
    return Span(*found.span(name)) if has else None


def _day(found: re.Match[str]) -> date | None:
    """Return the day of a match of the date pattern; its three forms number their parts 1 to 3."""
    parts = found.groupdict()
    months = _patterns().months
    for form in "123":
        year, month, day = (parts.get(f"{part}{form}") for part in ("year", "month", "day"))
        if year and month and day:
            number = months.get(month.lower()) or int(month)
            return _calendar_day(int(year), number, int(day))
    return None


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _patterns() -> Patterns:
    path = Path(__file__).with_name("datelines.tsv")
    rows = list(read_table(path, ("kind", "words", "value")))
    words = {kind: [row["words"] for row in rows if row["kind"] == kind] for kind in _KINDS}
    day = _date_pattern(words["month"], words["weekday"])
    weekdays = _choice(words["weekday"])
    agency = _choice(words["agency"])
    return Patterns(
        datelines=_dateline_patterns(day, agency),
        day=re.compile(rf"(?<!\w)(?:{day})(?!\w)", re.IGNORECASE),
        signature=re.compile(rf"[(\[](?:{agency})[,;]?[ ]{day}[)\]]\.?\s*\Z"),
        today=re.compile(rf"\btoday,?[ ][(]?(?:{day})(?!\w)", re.IGNORECASE),
        weekday=re.compile(rf"\b(?P<named>{weekdays})\.?,?[ ](?:the[ ])?[(]?{day}(?!\w)"),
        months={row["words"].lower(): int(row["value"]) for row in rows if row["kind"] == "month"},
        weekdays={word.lower(): _WEEKDAYS.index(word[:3]) + 1 for word in words["weekday"]},
        openers=frozenset(words["opener"]),
    )


_CAPITAL = f"[{''.join(letter for letter in map(chr, range(0x250)) if letter.isupper())}]"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_OPENING = 3000  # characters in which a report says when it is
_SIGNATURE = 120  # characters: the agency and the date at the end of a text
_YEAR = re.compile(r"\b(?:in|since|of|during|until|by|from)[ ]((?:19|20)[0-9]{2})\b(?![.,]?[0-9])")
_KINDS = ("month", "weekday", "agency", "opener")


def _choice(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _date_pattern(months: list[str], weekdays: list[str]) -> str:
    month = rf"(?:{_choice(months)})"
    number, year = r"[0-3]?[0-9]", r"(?:19|20)[0-9]{2}"
    return (
        rf"(?:(?:{_choice(weekdays)})\.?,?[ ])?(?:"
        rf"(?P<month1>{month})\.?[ ](?P<day1>{number})(?:st|nd|rd|th)?(?![0-9])"
        rf"(?:,?[ ](?P<year1>{year}))?"
        rf"|(?P<day2>{number})(?:st|nd|rd|th)?[ ](?P<month2>{month})\b\.?"
        rf"(?:,?[ ](?P<year2>{year}))?"
        rf"|(?P<year3>{year})-(?P<month3>[0-9]{{2}})-(?P<day3>[0-9]{{2}})"
        r")"
    )


def _dateline_patterns(day: str, agency: str) -> tuple[re.Pattern[str], ...]:
    """Return the forms of datelines, the fullest first; each names its whole, and its parts."""
    capitals = rf"{_CAPITAL}(?:{_CAPITAL}|['’.-])+"  # ANKARA, ST., N'DJAMENA
    large = rf"{capitals}(?:[ /](?:{capitals}|de)){{0,5}}"
    named = rf"{_CAPITAL}[\w'’.-]+(?:[ /]{_CAPITAL}[\w'’.-]+){{0,3}}"
    no_date = re.sub(r"\?P<\w+>", "?:", day)
    region = rf"(?:,[ ](?!{no_date}){named}){{0,2}}"
    date, said = rf"(?P<date>{day})", rf"[(/](?P<agency>{agency})[)/]"
    any_agency = r"[(/](?P<agency>[^\W\d_][^()/\n]{1,30})[)/]"
    dash = r"\.?(?:[ ](?:-{1,3}|_|[‐-―])[ \n]+|[ ]?(?:--|[—–])[ \n]*|:[ \n]+)"
    end = rf"(?:{dash}|[.:]?\n+|\.?\Z)"
    forms = (
        rf"(?P<place>{large}{region}),?[ ]{date}[.,]?[ ]?{any_agency}(?:{dash}|\.?[ \n]+)",
        rf"(?P<place>{large}{region}),?[ ]{any_agency}{dash}(?:{date}{end})?",
        rf"(?P<place>{named}{region}),?[ ]{date}[.,]?[ ]?{said}(?:{dash}|\.?[ \n]+)",
        rf"(?P<place>{named}{region}),?[ ]{said}{dash}(?:{date}{end})?",
        rf"(?P<place>{large}{region}),?[ ]{date}{end}",
        rf"(?P<place>{named}{region}),[ ]{date}{end}",
        rf"(?P<place>{large}{region}),?[ ]{date}\.?[ ]+(?=[“\"‘']?{_CAPITAL})",
        rf"(?P<place>{large}{region})(?:[ ](?:-{{1,3}}|[‐-―])[ \n]+|[ ]?[—–][ \n]*|:[ \n]+)",
        rf"\((?P<agency>{agency}),?[ ]{date}\)(?:{dash}|[ \n]+)",
        rf"\((?P<place>{named}{region}),[ ]{date}\)(?:{dash}|[ \n]+)",
        rf"(?:{date},?[ ])?{said}{dash}",
    )
    return tuple(re.compile(rf"(?P<whole>{form})") for form in forms)
