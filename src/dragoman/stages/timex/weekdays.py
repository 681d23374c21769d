"""Readings of days by name: yesterday, Monday, next Friday, Tuesday night, this morning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.languages.en.times import cues
from dragoman.record import TimeBasis, TimeKind
from dragoman.stages.timex.context import FUTURE, PAST, Context, Draft
from dragoman.stages.timex.parts import (
    modifier,
)
from dragoman.stages.timex.tokens import Found, Token
from dragoman.stages.timex.values import (
    shifted,
    weekday_near,
)

__all__ = ["READINGS"]

_RELATIVE = TimeBasis.RELATIVE
_UNKNOWN_DAY = "XXXX-XX-XX"
# "the following week" and "that week" count from the time told before, "next week" from today.
_ANCHORED = frozenset({"following", "previous", "that", "same"})


def _day_word(found: Found, context: Context) -> Draft | None:
    """Read today, yesterday, tomorrow, tonight, with parts of the day."""
    word, part, beyond = found.one("w"), found.one("p"), found.one("e")
    if word is None:
        return None
    steps = int(word.value) if word.kind == "day_word" else 0
    steps += int(beyond.value) if beyond else 0
    when = shifted(context.published, steps, "D") if context.published else None
    value = when.isoformat() if when else _UNKNOWN_DAY
    reason = f"{word.word} from {context.published}" if when else "no publication date"
    mod = modifier(found)
    part_value = part.value if part else "NI" if word.kind == "tonight" else None
    if part_value:
        return Draft(TimeKind.TIME, f"{value}T{part_value}", mod, _RELATIVE, reason)
    return Draft(TimeKind.DATE, value, mod, _RELATIVE, reason)


def _weekday(found: Found, context: Context) -> Draft | None:
    """Read Monday, last Monday, next Monday, Monday night, Monday of last week."""
    word, part, relation = found.one("w"), found.one("p"), found.one("dx")
    if word is None or _weekday_name(found):
        return None
    number = int(word.value)
    if _of_what_has_been(found):
        context = replace(context, happened=True)
    when, reason = _weekday_date(number, relation, found.one("z"), context)
    value = when.isoformat() if when else f"XXXX-WXX-{number}"
    mod = modifier(found)
    if part is None:
        return Draft(TimeKind.DATE, value, mod, _RELATIVE, reason)
    hour = part.value if part.value else "NI"
    return Draft(TimeKind.TIME, f"{value}T{hour}", mod, _RELATIVE, reason)


def _of_what_has_been(found: Found) -> bool:
    """Tell whether a day only names something past: "Wednesday's ruling", "the Friday attack"."""
    possessive = found.after() in ("'s", "’s")
    return found.after(2 if possessive else 1) in cues("done")


def _weekday_name(found: Found) -> bool:
    """Tell whether the day is part of a name: Bloody Sunday, Good Friday, Sunday Times."""
    capital = found.tokens.written(found.end)[:1].isupper()
    return found.before() in cues("weekday_name_before") or (
        capital and found.after() in cues("weekday_name_after")
    )


def _weekday_date(
    number: int, relation: Token | None, week: Token | None, context: Context
) -> tuple[date | None, str]:
    kind = relation.kind if relation else ""
    anchored = kind in _ANCHORED
    start = context.earlier("D") if anchored else context.published
    if start is None:
        return None, "no publication date"
    if week is not None:
        of_week = shifted(start, int(week.value), "W")
        return of_week and shifted(
            of_week, number - of_week.isoweekday(), "D"
        ), f"weekday of {week.word} week, publication {start}"
    if kind in ("last", "past", "previous"):
        return weekday_near(start, number, PAST, strict=True), f"last such weekday before {start}"
    if kind in ("next", "following"):
        return weekday_near(start, number, FUTURE, strict=True), f"first such weekday after {start}"
    if kind in ("coming", "this"):
        ahead = kind == "coming" or context.direction != PAST
        return weekday_near(start, number, FUTURE if ahead else PAST), f"this weekday at {start}"
    if kind in ("that", "same"):
        return weekday_near(start, number, FUTURE), f"such weekday at {context.earlier_name('D')}"
    if context.happened:
        return weekday_near(start, number, PAST), f"weekday before {start}, of what has been"
    if context.direction == FUTURE:
        return weekday_near(start, number, FUTURE), f"weekday after {start}, future tense"
    tense = "past tense" if context.direction == PAST else "no tense, so past"
    return weekday_near(start, number, PAST), f"weekday before {start}, {tense}"


def _part(found: Found, context: Context) -> Draft | None:
    """Read "this morning", "last night", "the next morning", "overnight"."""
    part, relation = found.one("p"), found.one("dx")
    if part is None or found.after() in ("-", "–") or (found.has("x") and not _part_place(found)):
        return None
    kind = relation.kind if relation else ""
    steps = {"last": -1, "next": 1, "following": 1, "previous": -1}.get(kind, 0)
    anchored = kind in ("next", "following", "previous", "that", "same", "")
    start = context.earlier("D") if anchored else context.published
    if found.has("x") or kind == "this":
        start = context.earlier("D") if found.has("x") else context.published
    if part.kind == "overnight":
        start = context.published
    when = shifted(start, steps, "D") if start else None
    value = when.isoformat() if when else _UNKNOWN_DAY
    if part.kind == "overnight" and when and context.direction != FUTURE:
        days = (shifted(when, -1, "D"), when)
        reason = f"the night up to {when}"
        return Draft(TimeKind.TIME, f"{value}T{part.value}", None, _RELATIVE, reason, days)
    reason = f"{part.word} counted from {start}" if when else "no publication date"
    return Draft(TimeKind.TIME, f"{value}T{part.value}", modifier(found), _RELATIVE, reason)


def _part_place(found: Found) -> bool:
    return found.before() in ("in", "during", "on") and found.after() != "of"


READINGS = {"day_word": _day_word, "weekday": _weekday, "part": _part}
