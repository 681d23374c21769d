"""What several readings share: modifiers, years, day numbers, the year a tense allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.record import TimeBasis, TimeKind
from dragoman.stages.timex.context import FUTURE, PAST, Context, Draft
from dragoman.stages.timex.numbers import spoken_year
from dragoman.stages.timex.tokens import Found, Token
from dragoman.stages.timex.values import month_value, shifted

__all__ = [
    "bare_month",
    "chosen_day",
    "day_number",
    "joined",
    "modifier",
    "related_year",
    "widened",
    "year_of",
]

# Days: what is nearer ahead than this stays ahead, whatever the tense of the verb beside it.
_NEAR = 100


def modifier(found: Found, *names: str) -> str | None:
    """Return START, MID, END, ... of the words that narrow a time; None where there are none."""
    value: str | None = None
    for name in names or ("mod", "mod2"):
        tokens = found.all(name)
        refused = any(token.kind == "no" for token in tokens)
        for token in tokens:
            if token.kind in ("earlier", "later"):
                value = "START" if token.kind == "earlier" else "END"
            elif token.value.isupper() and token.kind not in ("some_other",):
                value = token.value
        if refused and value:
            value = "EQUAL_OR_LESS" if value == "MORE_THAN" else "EQUAL_OR_MORE"
    return value


def year_of(found: Found, name: str = "y") -> int | None:
    """Return the year that a part names, in figures or in words."""
    tokens = found.all(name)
    if not tokens:
        return None
    if tokens[0].kind == "year":
        return int(tokens[0].word)
    return spoken_year(tokens)


def day_number(token: Token | None) -> int:
    """Return the number of "15", "15th" or "fifteenth"; 0 for none."""
    if token is None:
        return 0
    if token.kind in ("ordinal", "second"):
        return int(token.value)
    return int("".join(c for c in token.word if c.isdigit()) or 0)


def joined(found: Found) -> bool:
    """Tell whether the word inside a range makes it one: "from May to June", "between ... and".

    A dash always does; "to" alone may lead from a time to a place or a number.
    """
    before = found.before()
    words = {found.tokens.token(index).kind for index in range(found.first, found.end)}
    if "and" in words:
        return before == "between"
    return not words & {"to", "until"} or before in ("from", "between")


def related_year(found: Found, context: Context) -> int | None:
    """Return the year of "last year", "this year", "that year" after a month or season."""
    relation = found.one("dx")
    if relation is None:
        return None
    anchored = relation.kind in ("that", "same", "following", "previous")
    start = context.earlier("Y") if anchored else context.published
    if start is None:
        return None
    return start.year + int(relation.value or 0)


def widened(draft: Draft, slack: int) -> Draft:
    """Return a time counted from one that is coarser, as all the days it can be."""
    first, last = draft.span_of_days
    if not slack or first is None or last is None or not (end := shifted(last, slack, "D")):
        return draft
    reason = f"{draft.reason}, which is no single day"
    return replace(draft, value=f"{first}/{end}", days=(first, end), reason=reason)


def chosen_day(near: list[date], context: Context) -> tuple[date, str]:
    """Return the date the tense allows that is nearest to publication, and why."""
    published = context.published or near[0]
    closest = min(near, key=lambda d: abs((d - published).days))
    direction = context.direction
    # A day later this year stays ahead whatever the verb ("was told to leave by 4 December"), as a
    # report would say "last year" of the other; next January gives way to this one.
    ahead = (closest - published).days
    if direction == PAST and ahead > 0:
        before = [d for d in near if d <= published]
        if before and (context.happened or ahead > _NEAR or closest.year > published.year):
            return before[-1], "past tense, last before"
    if direction == FUTURE and closest < published:
        after = [d for d in near if d >= published]
        if after and (published - closest).days > _NEAR:
            return after[0], "future tense, first after"
    return closest, "nearest to"


def _side(month: int, published: date, context: Context) -> int:
    """Return on which side of publication a bare month lies.

    The next month is ahead, whatever the verb beside it: of the one eleven months ago a report
    says "last".
    """
    return FUTURE if month == published.month % 12 + 1 else context.direction or PAST


def bare_month(month: int, step: int, context: Context, mod: str | None) -> Draft:
    """Read a month without a year: the last one, or the next where words or tense look ahead."""
    published = context.published
    if published is None and not step and (settled := context.years.of(month, 1, None)):
        return Draft(
            TimeKind.DATE,
            month_value(settled, month),
            mod,
            TimeBasis.RELATIVE,
            "no publication date; the year of the full dates of the text",
        )
    if published is None:
        return Draft(
            TimeKind.DATE,
            f"XXXX-{month:02}",
            mod,
            TimeBasis.RELATIVE,
            "no publication date to take the year from",
        )
    direction = step or _side(month, published, context)
    year = published.year
    if direction < 0 and (month > published.month or (step and month == published.month)):
        year -= 1
    elif direction > 0 and (month < published.month or (step and month == published.month)):
        year += 1
    tense = "past" if direction < 0 else "future"
    return Draft(
        TimeKind.DATE,
        month_value(year, month),
        mod,
        TimeBasis.RELATIVE,
        f"{'last' if direction < 0 else 'next'} such month from {published}, {tense}",
    )
