"""Readings of lengths and of what comes again: three days, half a year, daily, every Monday."""

from __future__ import annotations

from dragoman.languages.en.times import cues
from dragoman.record import TimeBasis, TimeKind
from dragoman.stages.timex.context import NOTHING, Context, Draft
from dragoman.stages.timex.numbers import count, least
from dragoman.stages.timex.parts import modifier
from dragoman.stages.timex.tokens import Found, Token
from dragoman.stages.timex.values import Days, around

__all__ = ["READINGS", "length", "period"]

_UNITS = {
    "D": (1, "D"),
    "W": (1, "W"),
    "M": (1, "M"),
    "Y": (1, "Y"),
    "E": (10, "Y"),
    "C": (100, "Y"),
    "F": (2, "W"),
    "Q": (3, "M"),
    "TH": (1, "TH"),
    "TM": (1, "TM"),
    "TS": (1, "TS"),
    "2": (1, "TS"),
    "WE": (2, "D"),
    "NI": (1, "NI"),
}
_BY_PART = frozenset({"by", "of", "than", "over"})  # "fell by a quarter": a part, not a time
_FINER = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "W": ("D", 7)}


def period(number: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a length; X for a number that is not said."""
    times, name = _UNITS.get(unit, (1, unit))
    prefix = "P"
    if number is None:
        times = 1
        if unit in ("E", "C"):
            name = unit
    shown = "X" if number is None else f"{number * times:g}"
    if number is not None and "." in shown and name in _FINER:
        finer, many = _FINER[name]
        whole = int(number * times)
        rest = round((number * times - whole) * many)
        return _joined_period([(whole, name), (rest, finer)])
    if name[0] == "T" and len(name) > 1:
        prefix, name = "PT", name[1:]
    return f"{prefix}{shown}{name}"


def _joined_period(parts: list[tuple[int, str]]) -> str:
    text, clock = "P", False
    for number, name in parts:
        if not number:
            continue
        if name[0] == "T" and len(name) > 1 and not clock:
            text, clock = text + "T", True
        text += f"{number}{name[-1]}"
    return text


def length(found: Found, context: Context) -> Draft | None:
    """Read a length, and its days where the words tie it to now ("the past three days")."""
    unit = found.one("u")
    if unit is None:
        return None
    relation, ahead = found.one("dx"), found.one("d")
    if ahead is not None and ahead.kind != "ahead":
        ahead = None  # "two days before the vote"
    if relation is not None and not found.has("n"):
        reference = _reference(found, relation, unit, context)
        if reference is not None:
            return reference
    if _no_length(found, unit):
        return None
    number = count(found.all("n")) if found.has("n") else None
    if number is None and any(token.kind == "over" for token in found.all("mod")):
        return None  # "evolved over several years"
    if found.has("h"):
        number = (number or 0) + 0.5
    if number is not None and not 0 < number < 1e9:
        return None
    if _some_day(found, unit) and context.direction > 0:
        return Draft(TimeKind.DATE, "FUTURE_REF", None, TimeBasis.RELATIVE, "some day to come")
    # A range has no value in TIMEX3: it is named by its lower number, and as long as its upper.
    value = period(least(found.all("n")) if not found.has("h") else number, unit.value)
    if found.has("v"):
        second = count(found.all("n2")) or 0
        value = _joined_period(
            [(int(number or 0), unit.value), (int(second), found.all("v")[0].value)]
        )
    if not found.has("n") and unit.kind in ("unit", "clock_unit"):
        value = period(1, unit.value)
    mod = modifier(found, "mod")
    if relation is None and ahead is None:
        return Draft(TimeKind.DURATION, value, mod, TimeBasis.WORDS, "a length of time")
    days = _tied(relation, ahead, number, unit, context)
    return Draft(
        TimeKind.DURATION, value, mod, TimeBasis.RELATIVE, "a length from publication", days
    )


def _reference(found: Found, relation: Token, unit: Token, context: Context) -> Draft | None:
    """Read "past years" and "these days", which are before now and now, not lengths."""
    if relation.kind == "these" and unit.value == "D":
        return Draft(TimeKind.DATE, "PRESENT_REF", basis=TimeBasis.RELATIVE, reason="these days")
    if relation.kind == "past" and unit.kind == "units" and not found.has("t"):
        days = around(context.published, -1, None, unit.value)
        return Draft(TimeKind.DATE, "PAST_REF", None, TimeBasis.RELATIVE, "before now", days)
    return None


def _some_day(found: Found, unit: Token) -> bool:
    """Tell whether the words are "one day", which is some day if it is to come."""
    number = found.all("n")
    return (
        len(number) == 1
        and number[0].word == "one"
        and unit.value == "D"
        and found.before() not in ("in", "for", "within")
    )


def _tied(
    relation: Token | None,
    ahead: Token | None,
    number: float | None,
    unit: Token,
    context: Context,
) -> Days:
    """Return the days of a length that ends now or begins now."""
    kind = relation.kind if relation else "ahead" if ahead else ""
    if kind in ("last", "past", "recent", "latest", "previous", "these"):
        return around(context.published, -1, number, unit.value)
    if kind in ("next", "coming", "ahead"):
        return around(context.published, 1, number, unit.value)
    return None, None


def _no_length(found: Found, unit: Token) -> bool:
    """Tell whether the words measure no time: a day's pay, "day one", a second place."""
    after, before = found.after(), found.before()
    if after in ("-", "–") and found.after(2) in ("ago", "earlier"):
        return True
    if after == "old" or (after in ("-", "–") and found.after(2) == "old"):
        return True
    number = found.all("n")
    if unit.kind == "second" and (not number or number[0].kind == "a"):
        return True
    bare = not number and not (found.has("dx") and unit.kind == "quarters")
    if unit.kind in ("quarter", "quarters") and (bare or after == "of"):
        return True
    if not number and not found.has("dx") and not found.has("d"):
        long = found.tokens.word(found.end - 1) == "long"
        told = unit.kind == "units" and after in cues("length_follows")
        return not long and not told and before not in cues("length_place")
    if number and number[0].kind == "a" and len(number) == 1:
        lasting = before in cues("length_place") and before not in _BY_PART
        return (unit.kind == "quarter" and not lasting) or _rate(found)
    return before in ("$", "£", "€", "#") or (before == "." and found.tokens.joined(found.first))


def _rate(found: Found) -> bool:
    """Tell whether "a year" is "per year": some number stands just before it."""
    if found.has("mod") or found.has("h") or found.before() in cues("not_a_rate"):
        return False
    for index in range(found.first - 1, max(-1, found.first - 7), -1):
        word = found.tokens.word(index)
        if word[:1].isdigit() or word in ("%", "percent", "million", "thousand", "times"):
            return True
        if word in (".", ";", "!", "?"):
            break
    return False


def _age(found: Found, context: Context) -> Draft:
    """Refuse an age."""
    return NOTHING


def _each(found: Found, context: Context) -> Draft | None:
    """Read what comes again: every Monday, daily, twice a week, Tuesday nights."""
    value = _set_value(found)
    if value is None:
        return None
    return Draft(TimeKind.SET, value, None, TimeBasis.WORDS, "comes again")


def _set_value(found: Found) -> str | None:
    often, weekday, unit, month = (found.one(name) for name in ("o", "w", "u", "m"))
    if often is not None:
        # "quarterly results" are a kind of results, "reports quarterly" is a time.
        following = found.tokens.written(found.end)
        paper = often.word in ("daily", "weekly", "monthly") and following[:1].isupper()
        noun = paper or (often.word == "quarterly" and following[:1].isalpha())
        return None if noun else often.value
    if weekday is not None:
        part = found.one("p")
        return f"XXXX-WXX-{weekday.value}" + (f"T{part.value}" if part else "")
    if month is not None:
        return f"XXXX-{month.value}"
    if unit is None:
        return None
    if unit.kind == "part":
        return f"XXXX-XX-XXT{unit.value}"
    if unit.kind in ("season", "season_doubt"):
        return f"XXXX-{unit.value}"
    number = count(found.all("n")) if found.has("n") else 2 if found.has("x") else 1
    return "P1Q" if unit.value == "Q" and number == 1 else period(number, unit.value)


READINGS = {"length": length, "age": _age, "each": _each}
