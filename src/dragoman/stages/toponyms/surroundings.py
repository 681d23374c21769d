"""What the words around a name say: whether it is a place, and in which larger place it lies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.knowledge.places import Kind
from dragoman.languages.en.placing import PlaceWords
from dragoman.stages.toponyms.tokens import Token
from dragoman.stages.toponyms.windows import Window

__all__ = ["Surroundings", "carries_name", "edges_allow", "surroundings_of"]

_FURTHEST = 4  # words between a preposition and the name: "in the far eastern Ukrainian city of"
_IN_LARGER = re.compile(r"[ ]in (?:the )?(?:[a-z-]+[ ])?(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands beside a window.

    `preposition` is the word that governs it, over articles and directions; `of` the noun before
    "of" ("city of"); `kind` the noun of division or settlement that names what it is ("Kursk
    region", "the city of Luxembourg"); `before` and `after` the neighbours that join it.
    """

    preposition: str | None
    of: str | None
    kind: str | None
    kind_follows: bool
    before: Token | None
    after: Token | None


def surroundings_of(window: Window, tokens: list[Token], words: PlaceWords) -> Surroundings:
    """Return what stands beside a window."""
    before = tokens[window.first - 1] if tokens[window.first].linked else None
    after = tokens[window.end] if window.end < len(tokens) and tokens[window.end].linked else None
    governor, position = _governor(window.first, tokens, words)
    noun = None
    if governor == "of" and position:
        noun = tokens[position - 1].lower
        governor, _ = _governor(position - 1, tokens, words)
    kind, follows = noun, False
    if after and words.has("division", after.lower):
        kind, follows = after.lower, True
    elif after and after.lower in ("city", "town"):
        kind = after.lower
    return Surroundings(governor, noun, kind, follows, before, after)


def _governor(first: int, tokens: list[Token], words: PlaceWords) -> tuple[str | None, int]:
    """Return the word before a name over articles and directions, and where it stands."""
    place = first
    for _ in range(_FURTHEST):
        if not place or not tokens[place].linked:
            return None, place
        place -= 1
        lower = tokens[place].lower
        if words.has("misspelt", lower):
            return "in", place
        if lower == "of" or words.has("locative", lower):
            return lower, place
        if not _passes(tokens[place], words):
            return lower, place
    return None, place


def _passes(token: Token, words: PlaceWords) -> bool:
    """Tell whether a word may stand between a preposition and a name."""
    if words.has("article", token.lower) or words.has("direction", token.lower):
        return True
    # "the Syrian city of", "the Iraqi town": an adjective of a people, or the sort of place
    return token.capital or words.has("after", token.lower)


def edges_allow(
    window: Window,
    around: Surroundings,
    words: PlaceWords,
    *,
    headline: bool,
    adjective: bool = False,
) -> bool:
    """Tell whether the capitalised neighbours leave the window a name of its own.

    In "Paris Hilton" and "Kyiv Post" they do not; in "Kyiv Mayor" and "In Kyiv" they do.
    """
    left = adjective or _left_allows(window, around, words, headline)
    return left and _right_allows(around.after, words, headline)


def _left_allows(window: Window, around: Surroundings, words: PlaceWords, headline: bool) -> bool:
    before = around.before
    if before is None:
        return True
    if not before.capital:
        return not words.has("person", before.lower) or any(
            place.kind == "country" for place in window.places
        )
    if words.has("opener", before.lower) and (before.opens or len(before.text) < 5 or headline):
        return True
    if words.has("calendar", before.lower) or words.has("direction", before.lower):
        return True
    if headline:
        return not words.has("prefix", before.lower) and not words.has("person", before.lower)
    return False


def _right_allows(after: Token | None, words: PlaceWords, headline: bool) -> bool:
    if after is None:
        return True
    if not after.capital:
        return True
    if words.has("name-of-act", after.lower):
        return False
    allowed = ("calendar", "title", "facility", "event", "geography", "settlement")
    if any(words.has(use, after.lower) for use in allowed):
        return True
    return headline or len(after.text) == 1


_LONGEST_BODY = 6  # words of a body's name after the place's, small ones between them too
_SMALL = frozenset({"of", "and", "for", "the", "on"})


def carries_name(window: Window, tokens: list[Token], words: PlaceWords) -> bool:
    """Tell whether the words go on as the name of a body: "Tega Cay Volunteer Fire Department".

    Before the place stands nothing of the name but a direction or what a sentence opens with.
    """
    before = tokens[window.first - 1] if tokens[window.first].linked else None
    if before is not None and before.capital and not _may_lead(before, words):
        return False
    inner = range(window.first + 1, window.end)
    if not all(tokens[i].linked or tokens[i].hyphen or tokens[i - 1].possessive for i in inner):
        return False  # "Washington, State Department spokesmen said"
    if any(p.kind in _DIVISIONS for p in window.places) and window.key not in words.given:
        return True
    for index in range(window.end, min(window.end + _LONGEST_BODY, len(tokens))):
        token = tokens[index]
        if not token.linked and not tokens[index - 1].possessive:
            return False
        if token.capital and words.has("body", token.lower):
            return True
        if not token.capital and token.lower not in _SMALL:
            return False
    return False


_DIVISIONS = frozenset({Kind.DIVISION, Kind.COUNTY, Kind.COUNTRY})


def _may_lead(token: Token, words: PlaceWords) -> bool:
    return any(words.has(use, token.lower) for use in ("opener", "direction", "calendar")) or (
        words.has("title", token.lower)
    )
