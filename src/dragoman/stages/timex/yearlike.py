"""Whether a number of four figures is a year: "in 2019", not "2019 soldiers"."""

from __future__ import annotations

from dragoman.languages.en.times import cues
from dragoman.stages.timex.parts import (
    year_of,
)
from dragoman.stages.timex.tokens import Found

__all__ = ["digit_next", "is_amount", "is_label", "is_plausible"]


def is_plausible(year: int, found: Found) -> bool:
    """Tell whether a number of four figures is in the range years have in such a place."""
    if found.has("mod") or found.before() in cues("year_place"):
        return 1000 <= year <= 2199
    return 1800 <= year <= 2100


def is_label(found: Found) -> bool:
    """Tell whether the number is a name or an amount: resolution 1975, $2000, 0.1990."""
    before, after = found.before(), found.after()
    if before in cues("label") or (before == "." and found.before(2) in cues("label")):
        return True
    if before == "(" and found.tokens.word(found.first - 3) in cues("label"):
        return True
    if before in (".", ",", "/", "-", "–", ":") and found.tokens.joined(found.first):
        return before not in ("-", "–") or not found.before(2).isalpha()
    return (after in ("%", "/", ".", ":", ",", "-") and digit_next(found)) or after == "%"


def digit_next(found: Found) -> bool:
    """Tell whether figures follow without a blank, so that the number goes on."""
    return (
        found.tokens.joined(found.end)
        and found.tokens.joined(found.end + 1)
        and found.after(2)[:1].isdigit()
    )


def is_amount(found: Found) -> bool:
    """Tell whether the number counts what follows it: "2000 soldiers"."""
    after = found.after()
    if after in ("-", "–") and found.after(2) in ("strong", "plus", "odd", "man", "page"):
        return True
    if after not in cues("counted"):
        return after in ("us", "u") and found.before() not in cues("year_place")
    year = year_of(found) or 0
    # "in 2019 troops entered" against "in 2000 villages": round numbers count.
    return not (found.before() in ("in", "since", "during") and year % 100 and after != "more")
