"""All words of a report that name a place, and the place each means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.knowledge.gazetteer import fold
from dragoman.knowledge.places import Kind, KnownPlace, KnownPlaces
from dragoman.languages.en.datelines import read_dateline
from dragoman.languages.en.placing import PlaceWords, place_words
from dragoman.models.view import Parse
from dragoman.record import Mention, MentionKind, Report, Span
from dragoman.stages.toponyms.choose import Choice, Context, choose, within
from dragoman.stages.toponyms.surroundings import Surroundings, edges_allow, surroundings_of
from dragoman.stages.toponyms.tokens import Token, tokens_of
from dragoman.stages.toponyms.windows import Window, windows_of

__all__ = ["Toponym", "recognise"]

# Below this many people a settlement is named so rarely that the word is likely something else.
_OBSCURE = 15_000
_KNOWN_BY_ALTERNATE = 100_000
_OPENS_SENTENCE = 100_000
_AMBIGUOUS_TOWN = 20_000
_NOT_PLACES = frozenset({MentionKind.PERSON, MentionKind.ORGANIZATION, MentionKind.GROUP})
_STATES = frozenset({MentionKind.COUNTRY, MentionKind.PEOPLE, MentionKind.OFFICE})
_LARGER = re.compile(r",[ ](?:in (?:the )?)?|[ ]in (?:the )?(?:[a-z-]+[ ])?")
_LISTED = re.compile(r",[ ](?:and |or )?|[ ](?:and|or)[ ](?:in )?")


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that name a place, with what stands beside them and the place they mean."""

    span: Span
    window: Window
    around: Surroundings
    choice: Choice

    @property
    def place(self) -> KnownPlace:
        """The place meant."""
        return self.choice.place


def recognise(report: Report, parse: Parse, known: KnownPlaces) -> tuple[Toponym, ...]:
    """Return all words that name a place, states as actors included, in order of the text."""
    return _Reading(report, parse, known).toponyms()


class _Reading:
    """One report being read for places."""

    def __init__(self, report: Report, parse: Parse, known: KnownPlaces) -> None:
        self._report = report
        self._known = known
        self._words: PlaceWords = place_words()
        starts = frozenset(sentence.start for sentence in parse.sentences)
        self._tokens = tokens_of(report.text, starts)
        self._windows = windows_of(self._tokens, report.text, known)
        self._taken = [m.span for m in report.mentions if m.kind in _NOT_PLACES]
        self._headlines = _headlines(self._tokens)
        dateline = read_dateline(report.text)
        self._dateline = dateline.place if dateline else None
        self._persons = self._person_names()
        self._context = self._first_context()
        self._settled: dict[str, Choice] = {}

    def toponyms(self) -> tuple[Toponym, ...]:
        found: list[Toponym] = []
        first = 0
        while first < len(self._tokens):
            toponym = self._at(first, found[-1] if found else None)
            if toponym is None:
                first += 1
            else:
                found.append(toponym)
                self._remember(toponym)
                first = toponym.window.end
        return tuple(found)

    def _at(self, first: int, last: Toponym | None) -> Toponym | None:
        """Return the longest name of a place that begins at a token."""
        for window in self._windows.get(first, ()):
            around = surroundings_of(window, self._tokens, self._words)
            if self._is_other_name(window, around):
                continue
            choice = self._choice(window, around, last)
            if choice is not None:
                return Toponym(self._extent(window, around, choice), window, around, choice)
        return None

    def _is_other_name(self, window: Window, around: Surroundings) -> bool:
        """Tell whether the words belong to somebody's name."""
        if any(span.covers(window.span) for span in self._taken):
            facility = any(p.kind is Kind.FACILITY for p in window.places)
            return not (facility and self._strong(around))
        headline = window.first in self._headlines
        return not edges_allow(window, around, self._words, headline=headline)

    def _choice(self, window: Window, around: Surroundings, last: Toponym | None) -> Choice | None:
        held = self._held(window)
        if held is not None:
            inside, holder = held
            return choose(inside, self._context, kind=around.kind, holder=holder)
        if (settled := self._settled.get(window.key)) is not None:
            if settled.place.kind in (Kind.CITY, Kind.TOWN) and not self._likely(
                settled.place, window, around, last
            ):
                return None
            return replace(settled, reason=f"{settled.reason}; as before in the report")
        likely = tuple(p for p in window.places if self._likely(p, window, around, last))
        if not likely:
            return None
        return choose(likely, self._context, kind=around.kind)

    def _held(self, window: Window) -> tuple[tuple[KnownPlace, ...], str] | None:
        """Return the places that lie in the larger place named beside the window, and its words."""
        for holders, words in self._holders(window):
            for holder in holders:
                if inside := within(window.places, holder):
                    self._context.add(holder)
                    return inside, words
        return None

    def _holders(self, window: Window) -> Iterator[tuple[tuple[KnownPlace, ...], str]]:
        """Yield what can hold the window's place: the name after a comma or "in", the owner."""
        text = self._report.text
        country = any(p.kind is Kind.COUNTRY for p in window.places)
        if joint := _LARGER.match(text, window.span.end):
            start = joint.end()
            short = re.compile(r"[A-Z][A-Za-z.]{1,5}").match(text, start)
            if short and "in" not in joint.group() and (held := self._shortened(short.group())):
                yield held, short.group().rstrip(",")
            after = self._token_at(start)
            for other in self._windows.get(after, ()) if after is not None else ():
                holders = tuple(
                    p
                    for p in other.places
                    if p.kind is Kind.DIVISION or (p.kind is Kind.COUNTRY and not country)
                )
                yield holders, other.span.cut(text)
        if window.first and self._tokens[window.first - 1].possessive:
            owner = self._windows.get(window.first - 1, ())
            for other in owner:
                if other.end == window.first:
                    yield (
                        tuple(p for p in other.places if p.kind is Kind.COUNTRY),
                        other.span.cut(text),
                    )

    def _shortened(self, words: str) -> tuple[KnownPlace, ...]:
        return self._known.shortened(words) or self._known.shortened(words.rstrip("."))

    def _token_at(self, offset: int) -> int | None:
        low, high = 0, len(self._tokens)
        while low < high:
            middle = (low + high) // 2
            if self._tokens[middle].start < offset:
                low = middle + 1
            else:
                high = middle
        found = low < len(self._tokens) and self._tokens[low].start == offset
        return low if found else None

    def _likely(
        self, place: KnownPlace, window: Window, around: Surroundings, last: Toponym | None
    ) -> bool:
        """Tell whether a place is well enough known, or well enough introduced, to be meant."""
        one_word = window.end == window.first + 1
        if window.key in self._persons and not self._strong(around):
            return False
        if place.kind not in (Kind.CITY, Kind.TOWN, Kind.DIVISION):
            return not self._is_word(window) or self._strong(around)
        strong = self._strong(around) or self._in_dateline(window) or self._lists(window, last)
        if self._is_word(window):
            return strong and (place.kind is not Kind.CITY or place.population >= _AMBIGUOUS_TOWN)
        if place.kind is not Kind.CITY:
            return True
        if one_word and self._is_acronym(window):
            return self._in_dateline(window)
        introduced = strong or self._introduced(around)
        if not place.own and (place.population < _KNOWN_BY_ALTERNATE or self._common(window)):
            return introduced and place.population >= _OBSCURE
        if one_word and self._tokens[window.first].opens and place.population < _OPENS_SENTENCE:
            return strong
        return place.population >= _OBSCURE or introduced

    def _common(self, window: Window) -> bool:
        return len(window.key) < 5

    def _strong(self, around: Surroundings) -> bool:
        words = self._words
        if around.preposition is not None and words.has("strong", around.preposition):
            return True
        return around.of is not None and words.has("settlement", around.of)

    def _introduced(self, around: Surroundings) -> bool:
        words = self._words
        if around.preposition is not None and (
            around.preposition == "of" or words.has("locative", around.preposition)
        ):
            return True
        after = around.after
        return after is not None and words.has("after", after.lower)

    def _in_dateline(self, window: Window) -> bool:
        return self._dateline is not None and self._dateline.covers(window.span)

    def _lists(self, window: Window, last: Toponym | None) -> bool:
        """Tell whether the window goes on a list of places: "in Kyiv, Lviv and Odesa"."""
        if last is None or last.span.end > window.span.start:
            return False
        between = self._report.text[last.span.end : window.span.start]
        return bool(_LISTED.fullmatch(between)) and self._strong(last.around)

    def _is_word(self, window: Window) -> bool:
        return window.key in self._words.ambiguous

    def _is_acronym(self, window: Window) -> bool:
        text = self._tokens[window.first].text
        return text.isupper() and len(text) <= 5

    def _extent(self, window: Window, around: Surroundings, choice: Choice) -> Span:
        """Return the words with the noun of division that belongs to them: "Kursk region"."""
        if around.kind_follows and around.after and choice.basis == "words":
            return Span(window.span.start, around.after.end)
        return window.span

    def _remember(self, toponym: Toponym) -> None:
        if toponym.choice.basis in ("containment", "words"):
            self._context.add(toponym.place)
        if toponym.choice.basis == "containment":
            self._settled.setdefault(toponym.window.key, toponym.choice)

    def _person_names(self) -> frozenset[str]:
        """Return the words of persons' names: alone they are persons, unless "in" says else."""
        mentioned = (m for m in self._report.mentions if m.kind is MentionKind.PERSON)
        words = {fold(w) for m in mentioned for w in self._report.words(m.span).split()}
        return frozenset(words | set(self._run_ends()))

    def _run_ends(self) -> Iterator[str]:
        """Yield the last words of runs like "Paris Hilton" in which the whole is no place."""
        tokens = self._tokens
        for index in range(1, len(tokens) - 1):
            first, second = tokens[index - 1], tokens[index]
            if not (first.capital and second.capital and second.linked) or first.text.isupper():
                continue
            if tokens[index + 1].linked and tokens[index + 1].capital:
                continue
            given = fold(first.text)
            if given in self._words.ambiguous and not self._words.has("opener", first.lower):
                windows = self._windows.get(index - 1, ())
                if not any(w.end > index for w in windows):
                    yield fold(second.text)

    def _first_context(self) -> Context:
        """Return what is certain before any choice: states, areas, nationalities."""
        context = Context()
        context.add_country(self._report.publisher_country, 0.5)
        for country in _nationalities(self._report.mentions):
            context.add_country(country)
        for windows in self._windows.values():
            places = windows[0].places
            if windows[0].listed and len({p.country for p in places if p.kind in _CERTAIN}) == 1:
                certain = next(p for p in places if p.kind in _CERTAIN)
                rivals = [p for p in places if p.kind is Kind.DIVISION and p is not certain]
                if not rivals or certain.kind is Kind.DIVISION:
                    context.add(certain)
        return context


_CERTAIN = frozenset(set(Kind) - {Kind.CITY, Kind.TOWN})
# A line is a headline when nearly all its longer words are in capitals.
_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.75


def _nationalities(mentions: Iterable[Mention]) -> Iterator[str]:
    for mention in mentions:
        if mention.kind in _STATES and mention.actor.country:
            yield mention.actor.country


def _headlines(tokens: list[Token]) -> frozenset[int]:
    """Return the indices of tokens that stand in headlines."""
    found: set[int] = set()
    line: list[int] = []
    for index in range(len(tokens) + 1):
        if index < len(tokens) and not tokens[index].opens:
            line.append(index)
            continue
        long = [i for i in line if len(tokens[i].text) > 3]
        capital = [i for i in long if tokens[i].capital]
        if len(long) >= _HEADLINE_WORDS and len(capital) >= _HEADLINE_SHARE * len(long):
            found.update(line)
        line = [index]
    return frozenset(found)
