"""Whether a place is known well enough, or introduced well enough, to be what a word means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.knowledge.places import Kind, KnownPlace
from dragoman.languages.en.placing import PlaceWords
from dragoman.record import Span
from dragoman.stages.toponyms.choose import Context
from dragoman.stages.toponyms.surroundings import Surroundings
from dragoman.stages.toponyms.tokens import Token
from dragoman.stages.toponyms.windows import Window

__all__ = ["Judge"]

# Below this many people a settlement is named so rarely that the word is likely something else.
_OBSCURE = 15_000
_KNOWN_BY_ALTERNATE = 100_000
_SHORT_ALTERNATE = 5  # letters; shorter alternates are codes and words of other languages
_OPENS_SENTENCE = 100_000
_AMBIGUOUS_TOWN = 20_000
# Votes of other names that a settlement needs to be named without a word that introduces it.
_NEIGHBOURS = 0.8
_MANY_NEIGHBOURS = 1.0
# After a name in capitals at the opening of a sentence: here the report proper begins.
_FILED = re.compile(r"(?:, [A-Z][A-Za-z. ]{1,20})?[ ]*(?:\([A-Z][\w ]{1,20}\))?[ ]*(?:--|[-–—])[ ]")
_LISTED = re.compile(r",[ ](?:and |or )?|[ ](?:and|or)[ ](?:in )?")
_SHORTEST_SHOUTED = 6  # letters; shorter words in capitals are abbreviations, but in datelines
_WRITTEN_SHORT = frozenset(set(Kind) - {Kind.CITY, Kind.TOWN, Kind.DIVISION})


class Judge:
    """Weighs the words around names in one report."""

    def __init__(
        self,
        text: str,
        tokens: list[Token],
        words: PlaceWords,
        persons: frozenset[str],
        dateline: Span | None,
        context: Context,
    ) -> None:
        """Keep what is known of the report."""
        self._context = context
        self._established: set[str] = set()
        self._text = text
        self._tokens = tokens
        self._words = words
        self._persons = persons
        self._dateline = dateline

    def establish(self, windows: Iterable[tuple[Window, Surroundings]]) -> None:
        """Note the names that the report introduces as places; they are places all through it."""
        for window, around in windows:
            if not self._names_place(window, around):
                continue
            likely = self.likely(window, around, None)
            if window.key in self._words.ambiguous and not self._in_dateline(window):
                likely = tuple(p for p in likely if self._beside(p, window) >= _MANY_NEIGHBOURS)
            if likely:
                self._established.add(window.key)

    def may_vote(self, window: Window, around: Surroundings) -> bool:
        """Tell whether a name is sure enough to be a place to say where the report plays."""
        if window.key in self._persons or window.key in self._words.ambiguous:
            return self._names_place(window, around)
        return True

    def _names_place(self, window: Window, around: Surroundings) -> bool:
        return self.strong(around) or self._in_dateline(window)

    def likely(
        self,
        window: Window,
        around: Surroundings,
        last: tuple[Span, Surroundings] | None,
    ) -> tuple[KnownPlace, ...]:
        """Return those meanings of a name that it can have here; `last` is the place before it."""
        strong = self._names_place(window, around) or self._lists(window, last)
        if window.key in self._persons and not strong:
            return ()
        if around.kind == "county" and not any(p.kind is Kind.DIVISION for p in window.places):
            return ()  # a county of the second order is in no table, and is not its namesake town
        strong = strong or window.key in self._established
        introduced = strong or self._introduced(around)
        return tuple(
            p for p in window.places if self._fits(p, window, strong=strong, introduced=introduced)
        )

    def strong(self, around: Surroundings) -> bool:
        """Tell whether a preposition or "the city of" says that a place follows."""
        words = self._words
        if around.preposition is not None and words.has("strong", around.preposition):
            return True
        return around.of is not None and words.has("settlement", around.of)

    def _fits(self, place: KnownPlace, window: Window, *, strong: bool, introduced: bool) -> bool:
        if place.kind is Kind.COUNTRY:
            return True
        one_word = window.end == window.first + 1
        token = self._tokens[window.first]
        if one_word and token.text.isupper() and len(token.text) < _SHORTEST_SHOUTED:
            return self._in_dateline(window) or place.kind in _WRITTEN_SHORT
        if window.key in self._words.ambiguous and not _is_state_too(place, window):
            return strong and (
                place.kind is not Kind.CITY
                or place.population >= _AMBIGUOUS_TOWN
                or self._beside(place, window) >= _MANY_NEIGHBOURS
            )
        if place.kind is Kind.COUNTY:
            return introduced or " " in window.key
        if place.kind is not Kind.CITY:
            return True
        if not place.own and not self._known_alternate(place, window):
            return introduced and place.population >= _OBSCURE
        if one_word and token.opens and place.population < _OPENS_SENTENCE:
            return strong or self._beside(place, window) >= _MANY_NEIGHBOURS
        if place.population >= _OBSCURE or introduced:
            return True
        return self._beside(place, window) >= _NEIGHBOURS

    def _beside(self, place: KnownPlace, window: Window) -> float:
        """Return how much the other names of the report lie around a place."""
        return self._context.beside(place, window.key)

    def _known_alternate(self, place: KnownPlace, window: Window) -> bool:
        return place.population >= _KNOWN_BY_ALTERNATE and len(window.key) >= _SHORT_ALTERNATE

    def _introduced(self, around: Surroundings) -> bool:
        words, before, after = self._words, around.preposition, around.after
        if before is not None and words.has("locative", before):
            return True
        if around.of is not None and around.of.isdigit():
            return True  # "Ann Lee, 41, of Grovetown"
        return after is not None and words.has("after", after.lower)

    def _in_dateline(self, window: Window) -> bool:
        if self._dateline is not None and self._dateline.covers(window.span):
            return True
        if not (self._tokens[window.first].opens and self._tokens[window.first].text.isupper()):
            return False
        return bool(_FILED.match(self._text, window.span.end))

    def _lists(self, window: Window, last: tuple[Span, Surroundings] | None) -> bool:
        """Tell whether the window goes on a list of places: "in Kyiv, Lviv and Odesa"."""
        if last is None or last[0].end > window.span.start:
            return False
        between = self._text[last[0].end : window.span.start]
        return bool(_LISTED.fullmatch(between)) and self.strong(last[1])


def _is_state_too(place: KnownPlace, window: Window) -> bool:
    """Tell whether a division bears the name of a state, as Georgia does: context decides."""
    return place.kind is Kind.DIVISION and any(p.kind is Kind.COUNTRY for p in window.places)
