"""Readings of months, years, decades, centuries, seasons, quarters and halves."""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.en.times import cues
from dragoman.record import TimeBasis, TimeKind
from dragoman.stages.timex.context import COMPARED, FUTURE, Context, Draft
from dragoman.stages.timex.fiscal import fiscal_days, quarter_end, quarter_to
from dragoman.stages.timex.parts import (
    bare_month,
    day_number,
    joined,
    modifier,
    related_year,
    year_of,
)
from dragoman.stages.timex.tokens import Found, Token
from dragoman.stages.timex.values import (
    add_months,
    at_grain,
    days_of,
    grain_of,
    month_value,
)
from dragoman.stages.timex.yearlike import digit_next, is_amount, is_label, is_plausible

__all__ = ["READINGS"]


def _month_range(found: Found, context: Context) -> Draft | None:
    first, last = found.one("m"), found.one("n")
    year = year_of(found)
    if not joined(found) or (found.has("mod") and first is None):
        return None
    if first is None or last is None or (year is None and first.kind != "month"):
        return None
    basis = TimeBasis.WORDS if year else TimeBasis.RELATIVE
    if year is None:
        draft = bare_month(int(first.value), 0, context, None)
        if draft.value[0] == "X":
            return None
        year = int(draft.value[:4])
    following = year + (last.value < first.value)
    return Draft(TimeKind.DATE, f"{year}-{first.value}/{following}-{last.value}", None, basis)


def _year_range(found: Found, context: Context) -> Draft | None:
    """Read 2003-2005 and 2003-05 (months are read by `iso_month`)."""
    start, end = found.one("y"), found.one("z")
    if start is None or end is None or is_label(found) or not joined(found):
        return None
    dash = found.tokens.token(found.first + 1).kind == "hyphen"
    if (dash and not found.whole()) or (not dash and end.kind != "year"):
        return None
    first = int(start.word)
    last = int(end.word) if end.kind == "year" else first // 100 * 100 + int(end.word)
    if not (first < last <= first + 150) or len(end.word) < 2 or not is_plausible(first, found):
        return None
    if found.after() in cues("counted"):
        return None
    return Draft(TimeKind.DATE, f"{first}/{last}")


def _iso_month(found: Found, context: Context) -> Draft | None:
    year, month = found.one("y"), found.one("m")
    if year is None or month is None or not found.whole() or len(month.word) != 2:
        return None
    number = int(month.word)
    if not 1 <= number <= 12 or not 1900 <= int(year.word) <= 2100 or is_label(found):
        return None
    if found.after() == "-" and digit_next(found):
        return None
    if number == (int(year.word) + 1) % 100:  # 2004-05 is more often two years than May
        return None
    return Draft(TimeKind.DATE, month_value(int(year.word), number))


def _month(found: Found, context: Context) -> Draft | None:
    """Read a month: with its year, with "last" or "next", or bare."""
    month = found.one("m")
    if month is None:
        return None
    mod = modifier(found)
    if found.has("y"):
        year = year_of(found)
        if year is None or not 1000 <= year <= 2999 or is_amount(found):
            return None
        return Draft(TimeKind.DATE, month_value(year, int(month.value)), mod)
    if month.kind != "month" and not (found.has("dx") or mod or _month_place(found, month)):
        return None
    if not (found.has("dx") or mod) and _name(found, month):
        return None
    draft = _bare_or_related(found, int(month.value), context, mod)
    beside = found.one("mod")
    if beside is not None and beside.kind in ("earlier", "later"):
        return replace(draft, days=days_of(draft.value))  # earlier or later than what was told
    return draft


def _bare_or_related(found: Found, month: int, context: Context, mod: str | None) -> Draft:
    relation = found.one("dx")
    after_month = relation is not None and relation.start > (found.one("m") or relation).start
    if relation is not None and after_month:
        year = related_year(found, context)
        value = month_value(year, month) if year else f"XXXX-{month:02}"
        return Draft(
            TimeKind.DATE, value, mod, TimeBasis.RELATIVE, f"month of {relation.word} year"
        )
    step = 0
    if relation is not None and relation.kind not in ("this", "that", "same"):
        step = int(relation.value or 0)
    if relation is not None and relation.kind == "this" and context.published is not None:
        value = month_value(context.published.year, month)
        return Draft(TimeKind.DATE, value, mod, TimeBasis.RELATIVE, "this year, by publication")
    return bare_month(month, step, context, mod)


def _month_place(found: Found, month: Token) -> bool:
    """Tell whether a word that is also something else (May, March, Mar) stands as a month."""
    return found.before() in cues("month_place") and not found.after().startswith(("'", "’"))


def _name(found: Found, month: Token) -> bool:
    """Tell whether a month is part of a name: "Black September", "and Jan Kavan"."""
    after = found.tokens.written(found.end)
    if found.before() in ("black", "ms", "mrs", "mr", "queen"):
        return True
    short = month.kind == "month_short" and found.tokens.word(found.end - 1) != "."
    return short and after[:1].isupper()


def _year_alone(found: Found, context: Context) -> Draft | None:
    """Read a year, and refuse numbers that are none: 2019 troops, resolution 1975 (2011)."""
    fiscal = found.one("y")
    if fiscal is not None and fiscal.kind == "fiscal_code":
        return _fiscal_year(int(fiscal.word[-4:]), found, context)
    unit = found.one("x")
    if fiscal is not None and fiscal.kind == "short_year":
        return _short_year(found, fiscal)
    if unit is not None and unit.value != "Y" and unit.kind not in ("period", "quarter"):
        return None
    year = year_of(found)
    if year is None:
        return None
    if unit is not None and unit.kind in ("period", "quarter"):
        return _same_quarter(year, context)
    marked = bool(unit or found.has("f") or fiscal is None or fiscal.kind != "year")
    if not marked and (not is_plausible(year, found) or is_label(found) or is_amount(found)):
        return None
    if found.has("f"):
        return _fiscal_year(year, found, context)
    return Draft(TimeKind.DATE, f"{year}", modifier(found))


def _fiscal_year(year: int, found: Found, context: Context) -> Draft:
    return Draft(
        TimeKind.DATE,
        f"{year}",
        modifier(found),
        reason="a fiscal year, by the habit of the country, or of any where none is known",
        days=fiscal_days(year, context.country),
    )


def _short_year(found: Found, year: Token) -> Draft | None:
    """Read '82 after a word that leads to a year."""
    if found.before() not in cues("year_place") or digit_next(found):
        return None
    figures = year.word[1:]
    century = 20 if int(figures) <= 40 else 19
    return Draft(TimeKind.DATE, f"{century}{figures}", reason="a year of two figures")


def _same_quarter(year: int, context: Context) -> Draft:
    """Read "the 1988 period": the quarter told of, in that year."""
    quarter = context.quarter[4:] if context.quarter else ""
    return Draft(TimeKind.DATE, f"{year}{quarter}", None, TimeBasis.RELATIVE, "the quarter told of")


def _decade(found: Found, context: Context) -> Draft | None:
    token = found.one("y")
    if token is None:
        return None
    if token.kind == "decade_word":
        return Draft(TimeKind.DATE, f"19{token.value}", modifier(found))
    number = token.word.rstrip("s")
    if len(number) == 2:
        if found.before() not in (
            "and",
            "or",
            "'",
            "’",
            "the",
            "mid",
            "early",
            "late",
            "-",
            "and",
            "or",
        ) and not any(
            found.tokens.word(i) in ("'", "’", "the") for i in range(found.first, found.end)
        ):
            return None
        number = ("20" if number in ("00", "10") else "19") + number
    return Draft(TimeKind.DATE, number[:3], modifier(found))


def _century(found: Found, context: Context) -> Draft | None:
    ordinal, unit = found.one("o"), found.one("u")
    if ordinal is None or unit is None or unit.value not in ("C",):
        return None
    number = day_number(ordinal) + int(found.one("t").value if found.one("t") else 0)  # type: ignore[union-attr]
    if not 1 <= number <= 30:
        return None
    return Draft(TimeKind.DATE, f"{number - 1:02}", modifier(found))


def _season(found: Found, context: Context) -> Draft | None:
    """Read a season: of a year, last, next, or bare after a word that shows it is one."""
    season = found.one("s")
    if season is None:
        return None
    mod, basis = modifier(found), TimeBasis.RELATIVE
    year = year_of(found)
    relation = found.one("dx")
    if year is not None:
        basis = TimeBasis.WORDS
    elif relation is not None and relation.start > season.start:
        year = related_year(found, context)
    else:
        shown = season.kind == "season" or found.before() in (
            "in",
            "since",
            "until",
            "during",
            "by",
        )
        if not (relation or mod or shown) or (relation is None and found.after() == "of"):
            return None
        year = _season_year(season.value, relation, context)
    value = f"{year:04}-{season.value}" if year else f"XXXX-{season.value}"
    return Draft(TimeKind.DATE, value, mod, basis, "season nearest to publication")


def _season_year(season: str, relation: Token | None, context: Context) -> int | None:
    published = context.published
    if published is None:
        return None
    here = published.year - (season == "WI" and published.month < 7)
    first, last = days_of(f"{here}-{season}")
    kind = relation.kind if relation else ""
    if first is None or last is None:
        return None
    if kind in ("last", "past", "previous"):
        return here if last < published else here - 1
    if kind in ("next", "coming", "following"):
        return here if first > published else here + 1
    if kind == "this" or context.direction == FUTURE:
        return here + (context.direction == FUTURE and last < published)
    return here if first <= published else here - 1


def _quarter(found: Found, context: Context) -> Draft | None:
    """Read a quarter of a year: the last that has begun, unless words say which."""
    ordinal = found.one("o")
    if ordinal is None:
        return None
    number = int(ordinal.word[1]) if ordinal.kind == "quarter_code" else day_number(ordinal)
    number = 4 if ordinal.kind == "final" else number
    if not 1 <= number <= 4:
        return None
    year = year_of(found)
    basis = TimeBasis.WORDS if year else TimeBasis.RELATIVE
    if year is None and (end := quarter_end(found, context)):
        value, reason = f"{end.year}-Q{number}", f"the quarter ended {end}"
        return Draft(TimeKind.DATE, value, modifier(found), basis, reason, quarter_to(end))
    if year is None and found.has("dx"):
        year = related_year(found, context)
    elif year is None and context.published is not None:
        year = context.published.year
        begun = (context.published.month + 2) // 3 >= number
        year += (not begun and context.direction != FUTURE) * -1
    value = f"{year}-Q{number}" if year else f"XXXX-Q{number}"
    if year and (found.has("f") or found.has("f2")):
        days = fiscal_days(year, context.country, number)
        return Draft(TimeKind.DATE, value, modifier(found), basis, "quarter of a fiscal year", days)
    return Draft(TimeKind.DATE, value, modifier(found), basis, "the last such quarter begun")


def _half(found: Found, context: Context) -> Draft | None:
    ordinal, year = found.one("o"), found.one("y")
    if ordinal is None:
        return None
    number = 2 if ordinal.kind == "last" else day_number(ordinal)
    if number not in (1, 2):
        return None
    if year is not None and year.kind == "decade":
        return Draft(TimeKind.DATE, year.word[:3], "START" if number == 1 else "END")
    known = year_of(found) or related_year(found, context)
    if known is None and context.published is not None:
        known = context.published.year
    basis = TimeBasis.WORDS if year else TimeBasis.RELATIVE
    value = f"{known}-H{number}" if known else f"XXXX-H{number}"
    return Draft(TimeKind.DATE, value, modifier(found), basis, "half of the year named")


def _year_ago(found: Found, context: Context) -> Draft | None:
    """Read "the year-earlier quarter": the quarter spoken of, a year before."""
    start, unit = context.published, found.one("u")
    if start is None or (unit is not None and (unit.value != "Y" or not context.quarter)):
        return None
    ordinal = found.one("o")
    before = add_months(start, -15)
    if ordinal is not None:
        value = f"{start.year - 1}-Q{day_number(ordinal)}"
    elif context.quarter:
        value = f"{int(context.quarter[:4]) - 1}{context.quarter[4:]}"
    elif context.previous is not None and grain_of(context.previous.value) == "M":
        value = f"{int(context.previous.value[:4]) - 1}{context.previous.value[4:]}"
    else:
        value = at_grain(before, "Q") if before else "PAST_REF"
    return Draft(TimeKind.DATE, value, None, TimeBasis.RELATIVE, COMPARED)


READINGS = {
    "month_range": _month_range,
    "year_range": _year_range,
    "iso_month": _iso_month,
    "month": _month,
    "year": _year_alone,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "year_ago": _year_ago,
}
