"""Readings of words that point from publication: last week, the end of the year, recently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dragoman.languages.en.times import cues
from dragoman.record import TimeBasis, TimeKind
from dragoman.stages.timex.context import FUTURE, PAST, Context, Draft
from dragoman.stages.timex.fiscal import fiscal_days, quarter_end, quarter_to
from dragoman.stages.timex.parts import bare_month, day_number, modifier, widened
from dragoman.stages.timex.tokens import Found, Token
from dragoman.stages.timex.values import (
    Days,
    around,
    at_grain,
    day,
    days_of,
    month_value,
    partial,
    shifted,
)

__all__ = ["READINGS"]

_RELATIVE = TimeBasis.RELATIVE
_UNKNOWN_DAY = "XXXX-XX-XX"
# "the following week" and "that week" count from the time told before, "next week" from today.
_ANCHORED = frozenset({"following", "previous", "that", "same"})


def _deictic(found: Found, context: Context) -> Draft | None:
    """Read "last week", "this year", "the end of the month", "earlier this week"."""
    relation, unit = found.one("dx"), found.one("u")
    if unit is None or unit.value == "F" or _other_sense(found, relation, unit):
        return None
    mod = modifier(found)
    if found.has("f") and unit.value == "Y":
        return _fiscal_year(found, relation, context, mod)
    if relation is None:
        return _definite(found, unit, context, mod)
    ranged = relation.kind in ("last", "next", "coming") and _with_the(found)
    if relation.kind == "past" or (ranged and unit.value != "D"):
        return _length_from_now(relation, unit.value, context)
    kind = relation.kind
    if unit.value == "Q" and kind in ("that", "same") and context.last_quarter:
        reason = "the last quarter told"
        return Draft(TimeKind.DATE, context.last_quarter, mod, _RELATIVE, reason)
    anchored = kind in _ANCHORED or (kind == "next" and _with_the(found))
    start = context.earlier(unit.value) if anchored else context.published
    origin = context.earlier_name(unit.value) if anchored else f"publication, {context.published}"
    if start is None:
        return Draft(TimeKind.DATE, partial(unit.value), mod, _RELATIVE, "no publication date")
    if kind == "latest" and unit.value == "Q":
        return _latest_quarter(found, context)
    when = shifted(start, int(relation.value or 0), unit.value)
    if when is None:
        return None
    value = at_grain(when, unit.value)
    draft = Draft(
        TimeKind.DATE,
        value,
        mod,
        _RELATIVE,
        f"{relation.word} {unit.word} from {origin}",
        _narrowed(value, found, kind, start),
    )
    return widened(draft, context.slack(unit.value)) if anchored else draft


def _fiscal_year(
    found: Found, relation: Token | None, context: Context, mod: str | None
) -> Draft | None:
    """Read "the fiscal year", "last fiscal year": a year whose days the country settles."""
    if relation is None and found.after() in ("ended", "ending", "to", "through"):
        return Draft(TimeKind.DURATION, "P1Y", None, TimeBasis.WORDS, "a length of time")
    if context.published is None:
        return Draft(TimeKind.DATE, "XXXX", mod, _RELATIVE, "no publication date")
    steps = -1 if relation and relation.kind == "latest" else int(relation.value) if relation else 0
    year = context.published.year + steps
    return Draft(
        TimeKind.DATE,
        f"{year:04}",
        mod,
        _RELATIVE,
        f"fiscal year, from publication, {context.published}",
        fiscal_days(year, context.country),
    )


def _narrowed(value: str, found: Found, relation: str, published: date) -> Days | None:
    """Return the days of "earlier this week" and "later this month": up to now, or from now."""
    part = found.one("mod")
    if part is None or relation not in ("this", "current"):
        return None
    first, last = days_of(value)
    if part.kind == "earlier":
        return first, published
    return (published, last) if part.kind == "later" else None


def _with_the(found: Found) -> bool:
    relation = found.one("dx")
    place = found.match.start("dx") - 1
    return relation is not None and place >= found.first and found.tokens.word(place) == "the"


def _other_sense(found: Found, relation: Token | None, unit: Token) -> bool:
    """Tell whether the words are no time: "the quarter" of a city, "the latest day-to-day"."""
    if found.after() in ("-", "–") and found.tokens.joined(found.end) and unit.value != "Q":
        return True
    return relation is not None and relation.kind == "latest" and unit.value == "D"


def _latest_quarter(found: Found, context: Context) -> Draft | None:
    """Read "the quarter" and "the latest quarter"; the latest is over, whatever was told of."""
    if end := quarter_end(found, context):
        days = quarter_to(end)
        most = at_grain(shifted(end, -45, "D") or end, "Q")  # of the calendar, in most of its days
        value = context.quarter or most
        return Draft(TimeKind.DATE, value, None, _RELATIVE, f"the quarter ended {end}", days)
    if context.published is None:
        return Draft(TimeKind.DATE, "XXXX-QX", None, _RELATIVE, "no publication date")
    last = days_of(context.quarter)[1] if context.quarter else None
    over = last is not None and last < context.published
    latest = found.has("dx") or found.has("q")
    if context.quarter and (over or not latest):
        return Draft(TimeKind.DATE, context.quarter, None, _RELATIVE, "the quarter told of")
    before = shifted(context.published, -1, "Q") or context.published
    return Draft(TimeKind.DATE, at_grain(before, "Q"), None, _RELATIVE, "last whole quarter")


def _length_from_now(relation: Token, unit: str, context: Context) -> Draft:
    """Read "the past year": named for the year before, its days are those up to publication."""
    if context.published is None:
        return Draft(TimeKind.DATE, partial(unit), None, _RELATIVE, "no publication date")
    direction = -1 if relation.value == "-1" else 1
    if unit in ("E", "C"):
        return Draft(
            TimeKind.DURATION,
            "P10Y" if unit == "E" else "P100Y",
            None,
            _RELATIVE,
            "a length from publication",
            around(context.published, direction, 1, unit),
        )
    when = shifted(context.published, direction, unit) or context.published
    return Draft(
        TimeKind.DATE,
        at_grain(when, unit),
        None,
        _RELATIVE,
        f"{relation.word} {unit} up to or from publication, {context.published}",
        around(context.published, direction, 1, unit),
    )


def _definite(found: Found, unit: Token, context: Context, mod: str | None) -> Draft | None:
    """Read "the end of the year", "the weekend", "earlier in the day", "the quarter"."""
    start = context.published
    later = [found.tokens.token(i).kind for i in range(found.first, found.end)]
    if not found.has("mod"):
        if unit.value == "Q":
            return _latest_quarter(found, context)
        if unit.value == "Y":
            return _the_year(found, context)
        if unit.value != "WE":
            return None
    if start is None:
        return Draft(TimeKind.DATE, partial(unit.value), mod, _RELATIVE, "no publication date")
    if unit.value == "WE":
        return _weekend(start, context, mod)
    if unit.value in ("E", "C") and "edge" not in later:
        return None
    value = at_grain(start, unit.value)
    return Draft(
        TimeKind.DATE,
        value,
        mod,
        _RELATIVE,
        f"{unit.word} of publication",
        _narrowed(value, found, "this", start),
    )


def _the_year(found: Found, context: Context) -> Draft | None:
    """Read "for the year": the year of publication; "the year ended 31 March" is a length."""
    if found.after() in ("ended", "ending", "to", "through"):
        return Draft(TimeKind.DURATION, "P1Y", None, TimeBasis.WORDS, "a length of time")
    if found.before() not in ("for", "during") or context.published is None:
        return None
    year = context.published.year
    if context.quarter == f"{year - 1:04}-Q4":  # results of a fourth quarter and its year
        return Draft(TimeKind.DATE, f"{year - 1:04}", None, _RELATIVE, "year of the quarter told")
    return Draft(TimeKind.DATE, f"{year:04}", None, _RELATIVE, "year of publication")


def _weekend(published: date, context: Context, mod: str | None) -> Draft | None:
    """Return the weekend nearest in the direction of the tense; the past one by default."""
    back = 7 if context.direction != FUTURE and published.isoweekday() < 6 else 0
    when = shifted(published, -back, "D")
    return (
        Draft(TimeKind.DATE, at_grain(when, "WE"), mod, _RELATIVE, f"weekend from {published}")
        if when
        else None
    )


def _week_of(found: Found, context: Context) -> Draft | None:
    month, number, unit = found.one("m"), found.one("d"), found.one("u")
    if month is None or number is None or unit is None or unit.value not in ("W", "WE"):
        return None
    year = found.one("y")
    published = context.published
    if year is None and published is None:
        return Draft(TimeKind.DATE, partial(unit.value), None, _RELATIVE, "no publication date")
    digits = int("".join(c for c in number.word if c.isdigit()))
    if year is not None:
        when = day(int(year.word), int(month.value), digits)
    else:
        assert published is not None  # the case without both is settled above
        near = [d for y in (-1, 0, 1) if (d := day(published.year + y, int(month.value), digits))]
        when = min(near, key=lambda d: abs((d - published).days), default=None)
    return (
        Draft(TimeKind.DATE, at_grain(when, unit.value), None, _RELATIVE, "week of that day")
        if when
        else None
    )


def _year_end(found: Found, context: Context) -> Draft | None:
    unit, edge = found.one("x"), found.one("e")
    if unit is None or edge is None or unit.value not in ("Y", "M", "W") or edge.word == "close":
        return None
    if context.published is None:
        return Draft(
            TimeKind.DATE, partial(unit.value), edge.value, _RELATIVE, "no publication date"
        )
    return Draft(
        TimeKind.DATE,
        at_grain(context.published, unit.value),
        edge.value,
        _RELATIVE,
        f"{unit.word} of publication",
    )


def _reference(found: Found, context: Context) -> Draft | None:
    """Read words for now, before and some day: no days, only the direction."""
    token = found.one("r")
    if token is None:
        return Draft(TimeKind.DATE, "PRESENT_REF", basis=_RELATIVE, reason="these days")
    if token.kind in ("near", "long", "short", "later"):
        return Draft(TimeKind.DATE, "FUTURE_REF", basis=_RELATIVE, reason="some time to come")
    if token.kind == "past" and not _reference_place(found):
        return None
    value = "PAST_REF" if token.kind == "past" else token.value
    if token.kind == "future_ref" and found.before() == "as" and found.after() == "as":
        return None
    if token.kind == "future" and found.before() in ("'s", "’s"):
        return None
    if token.kind == "future_ref" and context.direction == PAST:
        return None  # "was soon released": no time to come
    return Draft(TimeKind.DATE, value, basis=_RELATIVE, reason="no more than before, now or after")


def _reference_place(found: Found) -> bool:
    """Tell whether "the past" stands for the past, not before what is past."""
    if found.before() == "in" and found.after() in cues("clause"):
        return True
    return found.before() in ("in", "of", "from", "than") and not found.after().isalpha()


def _adjective(found: Found, context: Context) -> Draft | None:
    """Read "the current crisis" and "recent attacks": only that they are of now, or were before."""
    word = found.one("r")
    if word is None or not found.after().isalpha() or found.after() in cues("free_standing"):
        return None
    now = word.kind == "current" and "then" not in (found.before(), found.before(2))
    value = "PRESENT_REF" if now else "PAST_REF"
    return Draft(TimeKind.DATE, value, basis=_RELATIVE, reason="no more than before, or now")


def _told(found: Found, context: Context) -> Draft | None:
    """Read "ended the day at ...", "for the week", "the latest period": what the text told of."""
    unit = found.one("u")
    if unit is None:
        quarter = _latest_quarter(found, context) if context.quarter else None
        return replace(quarter, reason="the quarter told of") if quarter else None
    whole = found.before() in cues("whole_of") and found.after() in cues("whole_place")
    own = unit.value == "W" and found.after() in ("'s", "’s")
    start = context.earlier("D")
    if unit.value not in ("D", "W") or start is None or not (whole or own):
        return None
    reason = f"the {unit.word} of {context.earlier_name('D')}"
    return Draft(TimeKind.DATE, at_grain(start, unit.value), None, _RELATIVE, reason)


def _in_a_row(found: Found, context: Context) -> Draft | None:
    """Read "for a fourth week in a row" and "it is the second day of": that of publication."""
    order, unit, published = found.one("o"), found.one("u"), context.published
    if order is None or unit is None or published is None or unit.value not in ("D", "W", "M"):
        return None
    row = [found.after(count) for count in (1, 2, 3)] == ["in", "a", "row"]
    within = found.before() in cues("in_its") and found.after() == "of"
    if not row and not (within and day_number(order) > 1):
        return None
    value = at_grain(published, unit.value)
    return Draft(TimeKind.DATE, value, None, _RELATIVE, f"{unit.word} of publication")


def _running(found: Found, context: Context) -> Draft | None:
    """Read "a third straight day": the day of publication, which is the last of the run."""
    run, unit = found.one("o"), found.one("u")
    if run is None or unit is None or run.word not in ("straight", "consecutive", "successive"):
        return None
    if context.published is None:
        return Draft(TimeKind.DATE, partial(unit.value), None, _RELATIVE, "no publication date")
    value = at_grain(context.published, unit.value)
    return Draft(TimeKind.DATE, value, None, _RELATIVE, f"{unit.word} of publication")


def _week_number(found: Found, context: Context) -> Draft | None:
    """Read "week 53 of 2020", counted as ISO 8601 does."""
    unit, number, year = found.one("u"), found.one("n"), found.one("y")
    if unit is None or number is None or year is None or unit.value != "W":
        return None
    value = f"{year.word}-W{day_number(number):02}"
    if days_of(value)[0] is None:
        return None  # no such week in that year
    return Draft(TimeKind.DATE, value, reason="week of the year by ISO 8601")


def _week_of_month(found: Found, context: Context) -> Draft | None:
    """Read "the last week of March": seven days, named by the week that holds their middle."""
    order, unit, month = found.one("o"), found.one("u"), found.one("m")
    if order is None or unit is None or month is None or unit.value != "W":
        return None
    start = bare_month(int(month.value), 0, context, None)
    value = month_value(int(y), int(month.value)) if (y := _year_word(found)) else start.value
    first, last = days_of(value)
    basis = TimeBasis.WORDS if found.has("y") else TimeBasis.RELATIVE
    if first is None or last is None:
        return Draft(TimeKind.DATE, value, None, basis, start.reason)
    if order.kind in ("last", "final"):
        first = last - timedelta(days=6)
    else:
        first += timedelta(days=7 * (day_number(order) - 1))
    if not 1 <= day_number(order) <= 5 and order.kind not in ("last", "final"):
        return None
    days = (first, min(first + timedelta(days=6), last))
    middle = at_grain(first + timedelta(days=3), "W")
    return Draft(TimeKind.DATE, middle, None, basis, f"seven days of {value}", days)


def _year_word(found: Found) -> str | None:
    year = found.one("y")
    return year.word if year else None


READINGS = {
    "adjective": _adjective,
    "in_a_row": _in_a_row,
    "running": _running,
    "told": _told,
    "week_number": _week_number,
    "week_of_month": _week_of_month,
    "deictic": _deictic,
    "week_of": _week_of,
    "year_end": _year_end,
    "reference": _reference,
}
