"""The larger place that a report names beside a place: "Paris, Texas", "Ukraine's Kharkiv"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.knowledge.places import Kind, KnownPlace, KnownPlaces
from dragoman.languages.en.placing import place_words
from dragoman.stages.toponyms.choose import within
from dragoman.stages.toponyms.tokens import Token
from dragoman.stages.toponyms.windows import Window

__all__ = ["Held", "Holders"]

_JOINT = re.compile(r",[ ](?:in (?:the )?)?|[ ]\(|[ ]in (?:the )?(?:[a-z-]+[ ])?")
_FURTHEST = 4  # words from an adjective to the name: "Syrian border town of"
_SHORT = re.compile(r"[A-Z][A-Za-z.]{1,5}")


@dataclass(frozen=True, slots=True)
class Held:
    """Those meanings of a name that lie in the larger place beside it.

    `follows` is the window of the larger place where it comes after the name.
    """

    places: tuple[KnownPlace, ...]
    holder: KnownPlace
    words: str
    follows: Window | None


class Holders:
    """Finds the larger places of one report."""

    def __init__(
        self,
        text: str,
        tokens: list[Token],
        windows: dict[int, list[Window]],
        known: KnownPlaces,
        adjectives: dict[int, str],
    ) -> None:
        """Keep what was found in the text; `adjectives` are countries by the end of the word."""
        self._words = place_words()
        self._adjectives = adjectives
        self._text = text
        self._tokens = tokens
        self._windows = windows
        self._known = known
        self._first = {token.start: index for index, token in enumerate(tokens) if token.capital}

    def of(self, window: Window) -> Held | None:
        """Return what a name means in the larger place beside it, None without such a place."""
        for candidate, follows in self._beside(window):
            for holder in candidate.places:
                if inside := within(window.places, holder):
                    words = candidate.span.cut(self._text)
                    return Held(inside, holder, words, candidate if follows else None)
        return None

    def _beside(self, window: Window) -> Iterator[tuple[Window, bool]]:
        yield from self._after(window)
        yield from self._owners(window)
        yield from self._adjective(window)

    def _adjective(self, window: Window) -> Iterator[tuple[Window, bool]]:
        """Yield the country of an adjective before the name: "the Syrian city of Hama"."""
        index = window.first - 1
        while index >= 0 and window.first - index <= _FURTHEST and self._tokens[index + 1].linked:
            token = self._tokens[index]
            country = self._known.country(self._adjectives.get(token.end, ""))
            if country is not None:
                yield Window(index, index + 1, token.span, token.lower, (country,), True), False
                return
            if token.capital or not self._describes(token.lower):
                return
            index -= 1

    def _describes(self, word: str) -> bool:
        uses = ("settlement", "after", "direction")
        return word == "of" or any(self._words.has(use, word) for use in uses)

    def _after(self, window: Window) -> Iterator[tuple[Window, bool]]:
        """Yield the names after a comma or "in"; a country holds no country."""
        joint = _JOINT.match(self._text, window.span.end)
        first = self._first.get(joint.end()) if joint else None
        if joint is None or first is None:
            return
        if "in" not in joint.group() and (short := self._shortened(first)):
            yield short, True
        country = any(p.kind is Kind.COUNTRY for p in window.places)
        kinds = (Kind.DIVISION,) if country else (Kind.DIVISION, Kind.COUNTRY)
        for other in self._windows.get(first, ()):
            yield _only(other, kinds), True

    def _owners(self, window: Window) -> Iterator[tuple[Window, bool]]:
        """Yield the country whose possessive stands before the name."""
        before = window.first - 1
        if before >= 0 and self._tokens[before].possessive:
            for start in range(before, max(-1, before - 3), -1):
                for other in self._windows.get(start, ()):
                    if other.end == window.first:
                        yield _only(other, (Kind.COUNTRY,)), False

    def _shortened(self, first: int) -> Window | None:
        """Return the division written short at a token: "Ill.", "D.C.", "TX"."""
        token = self._tokens[first]
        written = _SHORT.match(self._text, token.start)
        if written is None:
            return None
        words = written.group()
        places = self._known.shortened(words) or self._known.shortened(words.rstrip("."))
        if not places:
            return None
        return Window(first, first + 1, token.span, words, places, listed=True)


def _only(window: Window, kinds: tuple[Kind, ...]) -> Window:
    places = tuple(p for p in window.places if p.kind in kinds)
    return Window(window.first, window.end, window.span, window.key, places, window.listed)
