"""Runs of words that a table or the gazetteer has as the name of a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from dragoman.knowledge.gazetteer import fold
from dragoman.knowledge.places import Kind, KnownPlace, KnownPlaces
from dragoman.languages.en.placing import place_words
from dragoman.record import Span
from dragoman.stages.toponyms.tokens import Token

__all__ = ["Window", "short_windows", "windows_of"]

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
    for window in _counties(tokens, text, known):
        found.setdefault(window.first, []).insert(0, window)
    return found


def _counties(tokens: list[Token], text: str, known: KnownPlaces) -> Iterator[Window]:
    """Yield the counties of a list: "Barrow, Jackson and Madison counties"."""
    for last, token in enumerate(tokens):
        if token.lower != "counties":
            continue
        end = last
        while end > 0 and tokens[end - 1].capital:
            first = end - 1
            while first and tokens[first].linked and tokens[first - 1].capital:
                first -= 1
            span = Span(tokens[first].start, tokens[end - 1].end)
            key = f"{fold(span.cut(text))} county"
            places = tuple(p for p in known.named(key) if p.kind is Kind.COUNTY)
            if places:
                yield Window(first, end, span, key, places, listed=True)
            between = text[tokens[first - 1].end : tokens[first].start] if first else ""
            if between == ", ":
                end = first
            elif first and tokens[first - 1].lower in ("and", "or"):
                end = first - 1
            else:
                break


def short_windows(tokens: list[Token], text: str, known: KnownPlaces) -> dict[int, Window]:
    """Return the divisions that are written short by themselves, by their first token.

    Forms with full stops are ("S.C.", "Ill."); two letters are not, as they may mean anything.
    """
    pattern = _short_forms(known)
    found: dict[int, Window] = {}
    for first, token in enumerate(tokens):
        if not token.capital or len(token.text) > _LONGEST_SHORT:
            continue
        if text[token.end : token.end + 1] != "." and "." not in token.text:
            continue
        written = pattern.match(text, token.start)
        if written is None:
            continue
        if written.group() in _ALSO_WORDS and text[: token.start][-2:] not in _AFTER_TOWN:
            continue
        span = Span(token.start, written.end())
        end = first + 1
        while end < len(tokens) and tokens[end].start < span.end:
            end += 1
        words = re.sub(r"\s", "", written.group())
        places = known.shortened(words) or known.shortened(f"{words}.")
        if places:
            found[first] = Window(first, end, span, fold(words), places, listed=True)
    return found


_LONGEST_SHORT = 6


@cache
def _short_forms(known: KnownPlaces) -> re.Pattern[str]:
    """Return a pattern of all short forms with full stops; blanks may stand between initials."""
    dotted = {form for form in known.short_forms() if "." in form}
    kept = sorted(dotted, key=len, reverse=True)
    parts = (re.escape(form).replace(r"\.", r"\.[ ]?") for form in kept)
    return re.compile("|".join(part.removesuffix("[ ]?") for part in parts))


# Short for other things as well where no town stands before them.
_ALSO_WORDS = frozenset(
    ["La.", "Miss.", "Mass.", "Man.", "Ind.", "Del.", "Pa.", "Md.", "Ark.", "Cal.", "N.B.", "B.C."]
)
_AFTER_TOWN = frozenset({", ", "D-", "R-"})


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
            joined = token.linked or token.hyphen or _written_together(tokens[end - 2], token, text)
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
    return all(token.linked or token.hyphen for token in tokens[first + 1 : end])


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
