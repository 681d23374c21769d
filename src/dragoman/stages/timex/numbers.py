"""Counts in words and digits: "two and a half", "62,000", "several"."""

from __future__ import annotations

from dragoman.stages.timex.tokens import Token

__all__ = ["count", "least", "spoken_year"]

_DIGITS = frozenset({"int", "number", "year"})


def count(tokens: list[Token]) -> float | None:
    """Return the number the tokens say; None for an indefinite one ("several", "a few").

    Of a range ("three to four") it is the upper number.
    """
    kinds = [token.kind for token in tokens]
    if not tokens or "vague" in kinds or "hundreds" in kinds:
        return None
    if "half" in kinds:
        return 0.5 + (_plain(tokens[: kinds.index("and")]) if "and" in kinds else 0)
    for place in range(len(tokens) - 2, 0, -1):
        if _divides(kinds, place):
            return _plain(tokens[place + 1 :])
    return _plain(tokens)


def least(tokens: list[Token]) -> float | None:
    """Return the lower number of a range ("three to four"), else the number as `count` does."""
    kinds = [token.kind for token in tokens]
    if "half" in kinds:
        return count(tokens)
    for place in range(1, len(tokens) - 1):
        if _divides(kinds, place):
            return count(tokens[:place])
    return count(tokens)


def _divides(kinds: list[str], place: int) -> bool:
    """Tell whether a token stands between two numbers, not between parts of one (twenty-four)."""
    if kinds[place] == "hyphen":
        return kinds[place - 1] != "tens"
    return kinds[place] in ("to", "or", "and")


def _plain(tokens: list[Token]) -> float:
    current = 0.0
    for place, token in enumerate(tokens):
        if token.kind in _DIGITS:
            number = float(token.word.replace(",", ""))
            if place and tokens[place - 1].kind == "slash":  # 2 1/2: the 1 was added as a whole
                above = float(tokens[place - 2].word)
                current += (above / number if number else 0.0) - above
            else:
                current += number
        elif token.kind in ("hundred", "dozen"):
            current = max(current, 1) * float(token.value)
        elif token.kind == "couple":
            current = 2
        elif token.kind in ("small", "teen", "tens"):
            current += float(token.value)
    return current or float(any(token.kind == "a" for token in tokens))


def spoken_year(tokens: list[Token]) -> int | None:
    """Return the year of "nineteen ninety-seven" or "two thousand five"; None for other numbers."""
    values = [int(token.value) for token in tokens if token.value.isdigit()]
    if tokens and tokens[0].kind == "teen" and len(values) > 1:
        return values[0] * 100 + sum(values[1:]) if values[0] >= 17 else None
    if values[:2] == [2, 1000]:
        return 2000 + sum(values[2:])
    return None
