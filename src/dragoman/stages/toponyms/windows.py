"""Runs of words that a table or the gazetteer has as the name of a place."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.knowledge.gazetteer import fold
from dragoman.knowledge.places import KnownPlace, KnownPlaces
from dragoman.languages.en.placing import place_words
from dragoman.record import Span
from dragoman.stages.toponyms.tokens import Token

__all__ = ["Window", "windows_of"]

# The longest names of the tables and of the gazetteer that reports write out, in words.
_LONGEST_LISTED = 7
_LONGEST_CITY = 5


class Window(msgspec.Struct, frozen=True):
    """Words from one token up to another, and what their name can mean."""

    first: int
    end: int
    span: Span
    key: str
    places: tuple[KnownPlace, ...]
    listed: bool


def windows_of(tokens: list[Token], text: str, known: KnownPlaces) -> dict[int, list[Window]]:
    """Return the windows that have a meaning by their first token, the longest first."""
    spans: list[tuple[int, int, str, bool]] = []
    directions = place_words().uses["direction"]
    for first, token in enumerate(tokens):
        if token.capital or token.lower in directions:
            spans.extend(_keys(tokens, first, text, known))
    meanings = known.find({key for _, _, key, _ in spans})
    found: dict[int, list[Window]] = {}
    for first, end, key, listed in reversed(spans):
        if places := meanings[key]:
            span = Span(tokens[first].start, tokens[end - 1].end)
            found.setdefault(first, []).append(Window(first, end, span, key, places, listed))
    return found


def _keys(
    tokens: list[Token], first: int, text: str, known: KnownPlaces
) -> Iterator[tuple[int, int, str, bool]]:
    """Yield end, folded name and whether a table has it, for all runs from one token on."""
    capitals = tokens[first].capital
    all_inner = capitals
    words = place_words()
    for end in range(first + 1, min(first + _LONGEST_LISTED, len(tokens)) + 1):
        token = tokens[end - 1]
        if end > first + 1:
            joined = token.linked or _written_together(tokens[end - 2], token, text)
            if not joined:
                return
            all_inner = all_inner and (token.capital or token.lower in words.uses["inner"])
        key = fold(text[tokens[first].start : token.end])
        if key in words.never or (end == first + 1 and token.lower in words.uses["calendar"]):
            continue
        listed = known.in_tables(key) and _as_written(tokens, first, end, known, key)
        if listed and (capitals or any(t.capital for t in tokens[first + 1 : end])):
            yield first, end, key, True
        elif all_inner and _is_city_name(tokens, first, end, key):
            yield first, end, key, False
        if not all_inner and not known.goes_on(key):
            return


def _written_together(before: Token, token: Token, text: str) -> bool:
    """Tell whether a comma or a possessive stands inside a name: "Washington, D.C."."""
    between = text[before.end : token.start]
    return between in (", ", "'s ", "’s ") and token.capital


def _is_city_name(tokens: list[Token], first: int, end: int, key: str) -> bool:
    if end - first > _LONGEST_CITY or not tokens[end - 1].capital or len(key) < 3:
        return False
    return all(token.linked for token in tokens[first + 1 : end])


def _as_written(tokens: list[Token], first: int, end: int, known: KnownPlaces, key: str) -> bool:
    """Tell whether an abbreviation is written as one: "US" in a text that is not all capitals."""
    if not known.in_capitals(key):
        return True
    written = tokens[first:end]
    if not all(token.text.isupper() for token in written):
        return False
    if "." in written[0].text:
        return True
    around = [
        t for t in (*tokens[max(0, first - 2) : first], *tokens[end : end + 2]) if len(t.text) > 1
    ]
    return not around or not all(token.text.isupper() for token in around)
