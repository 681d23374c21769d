"""Readings of feasts and holidays: Easter, Ramadan, Yom Kippur, Ukraine's Independence Day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from importlib import import_module

from dragoman.languages.en.feasts import Feast, feasts_named
from dragoman.languages.en.times import cues
from dragoman.record import TimeBasis, TimeKind
from dragoman.stages.timex.context import NOTHING, Context, Draft
from dragoman.stages.timex.parts import chosen_day, modifier, related_year, year_of
from dragoman.stages.timex.tokens import Found, Token
from dragoman.stages.timex.values import Days, at_grain, day

__all__ = ["READINGS", "feast_days"]

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# Months of the Muslim calendar begin with the sight of the moon: a day off in one land or other.
_MOON = timedelta(days=1)


def _holiday(found: Found, context: Context) -> Draft | None:
    """Read a feast with its year, or the nearest the tense allows."""
    token = found.one("h")
    if token is None:
        return None
    if found.after() in cues("feast_name_after") or found.before() == "operation":
        return NOTHING
    year = _year(found, context)
    feast = _whose(found, token, context.country)
    if feast is None:
        return _unknown(year, "which country's is not said")
    if year is None and context.published is None:
        return _unknown(None, "no publication date")
    days = _of_year(feast, year) if year else _nearest(feast, found.one("dx"), context)
    if days is None:
        return _unknown(year, "its date in that year is not known")
    return _draft(found, feast, days, TimeBasis.WORDS if found.has("y") else TimeBasis.RELATIVE)


def _year(found: Found, context: Context) -> int | None:
    if found.has("y"):
        return year_of(found)
    relation = found.one("dx")
    after = relation is not None and relation.start > (found.one("h") or relation).start
    return related_year(found, context) if after else None


def _unknown(year: int | None, reason: str) -> Draft:
    if year:
        return Draft(TimeKind.DATE, f"{year:04}", reason=f"a feast of {year}: {reason}")
    return Draft(TimeKind.DATE, "XXXX-XX-XX", None, TimeBasis.RELATIVE, reason)


def _whose(found: Found, token: Token, country: str | None) -> Feast | None:
    """Return the feast that the words beside the name, or else the publisher's country, choose."""
    feasts = feasts_named(token.word)
    beside = {found.before(), found.before(2), found.before(3), found.after(2)}
    for feast in feasts:
        if beside & feast.of:
            return feast
    for feast in feasts:
        if country in feast.countries:
            return feast
    return next((feast for feast in feasts if not feast.countries), None)


def _draft(found: Found, feast: Feast, days: tuple[date, date], basis: TimeBasis) -> Draft:
    first, last = days
    part, mod = found.one("e"), modifier(found)
    if part is not None and part.kind == "unit" and part.value == "W":
        return Draft(TimeKind.DATE, at_grain(first, "W"), mod, basis, f"week of {feast.name}")
    if part is not None and part.kind == "eve":
        eve = first - timedelta(days=1)
        return Draft(TimeKind.DATE, eve.isoformat(), mod, basis, f"the day before {feast.name}")
    value = first.isoformat() if first == last else f"{first}/{last}"
    reason = f"date of {feast.name}"
    if feast.rule.startswith("islamic"):
        allowed: Days = (first - _MOON, last + _MOON)
        return Draft(TimeKind.DATE, value, mod, basis, f"{reason}, give or take a day", allowed)
    return Draft(TimeKind.DATE, value, mod, basis, reason)


def _of_year(feast: Feast, year: int) -> tuple[date, date] | None:
    days = feast_days(feast.rule, feast.days, year)
    return days[0] if days else None


def _nearest(feast: Feast, relation: Token | None, context: Context) -> tuple[date, date] | None:
    published = context.published
    if published is None:
        return None
    near = [
        days
        for step in (-1, 0, 1)
        for days in feast_days(feast.rule, feast.days, published.year + step)
    ]
    if not near:
        return None
    kind = relation.kind if relation else ""
    if kind in ("last", "past"):
        return max((d for d in near if d[1] < published), default=None)
    if kind == "next":
        return min((d for d in near if d[0] > published), default=None)
    if kind == "this":
        return next((d for d in near if d[0].year == published.year), None)
    under_way = [d for d in near if d[0] <= published <= d[1]]
    if under_way:
        return under_way[0]
    chosen = chosen_day([first for first, _ in near], context)[0]
    return next(days for days in near if days[0] == chosen)


@cache
def feast_days(rule: str, length: str, year: int) -> tuple[tuple[date, date], ...]:
    """Return first and last day of each time that a feast begins in a year.

    Feasts of the moon can come twice in a year; empty where the calendars do not reach.
    """
    firsts = sorted(first for first in _first_days(rule, year) if first.year == year)
    if length == "ramadan":
        ends = [
            end
            for step in (0, 1)
            for end in _CALENDARS["islamic"]("eid_al_fitr_dates", year + step)
        ]
        pairs = [(first, min((e for e in ends if e > first), default=None)) for first in firsts]
        return tuple((first, end - timedelta(days=1)) for first, end in pairs if end)
    return tuple((first, first + timedelta(days=int(length) - 1)) for first in firsts)


def _first_days(rule: str, year: int) -> Iterable[date]:
    name, *rest = rule.split(" ", 1)
    if name in _CALENDARS:
        return _CALENDARS[name](rest[0], year)
    if "-" in name:
        month, _, number = name.partition("-")
        when = day(year, int(month), int(number))
        return [when] if when else []
    weekday, _, which = rest[0].partition(" ")
    return _nth_weekday(year, int(name), _WEEKDAYS.index(weekday), which)


def _nth_weekday(year: int, month: int, weekday: int, which: str) -> list[date]:
    if which == "first-after-monday":  # the Tuesday after the first Monday
        monday = _nth_weekday(year, month, 0, "1")[0]
        return [monday + timedelta(days=weekday)]
    if which == "-1":
        end = date(year, month + 1, 1) - timedelta(days=1)
        return [end - timedelta(days=(end.weekday() - weekday) % 7)]
    first = date(year, month, 1)
    days = (weekday - first.weekday()) % 7 + 7 * (int(which) - 1)
    return [first + timedelta(days=days)]


def _easter(method: int) -> Callable[[str, int], list[date]]:
    def days(offset: str, year: int) -> list[date]:
        # The rule of the Western churches holds from 1583 on, the table of the package to 4099.
        if not 1583 <= year <= 4099:
            return []
        sunday: date = import_module("dateutil.easter").easter(year, method)
        return [sunday + timedelta(days=int(offset))]

    return days


def _moved(name: str) -> Callable[[str, int], list[date]]:
    """Return the look-up in a calendar; its methods give a day, a pair, a set or pairs of days."""
    module, _, calendar = name.partition(".")

    def days(method: str, year: int) -> list[date]:
        known = getattr(import_module(f"holidays.calendars.{module}"), calendar)()
        return list(_dates(getattr(known, method)(year)))

    return days


def _dates(found: object) -> Iterator[date]:
    if isinstance(found, date):
        yield found
    elif isinstance(found, Iterable):
        for part in found:
            yield from _dates(part)


def _country(which: str, year: int) -> list[date]:
    code, _, name = which.partition(" ")
    library = import_module("holidays")
    kept = library.country_holidays(code, years=year, language="en_US")
    return sorted(kept.get_named(name))[:1]


# Each loads its calendar when first asked: most reports name no feast.
_CALENDARS: dict[str, Callable[[str, int], list[date]]] = {
    "easter": _easter(3),
    "orthodox": _easter(2),
    "islamic": _moved("islamic._IslamicLunar"),
    "hebrew": _moved("hebrew._HebrewLunisolar"),
    "persian": _moved("persian._Persian"),
    "chinese": _moved("chinese._ChineseLunisolar"),
    "hindu": _moved("hindu._HinduLunisolar"),
    "country": _country,
}
READINGS = {"holiday": _holiday}
