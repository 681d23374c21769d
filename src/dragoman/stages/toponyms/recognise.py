"""All words of a report that name a place, and the place each means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from dragoman.knowledge.gazetteer import fold
from dragoman.knowledge.places import Kind, KnownPlace, KnownPlaces
from dragoman.languages.en.datelines import read_dateline
from dragoman.languages.en.placing import place_words
from dragoman.models.view import Parse
from dragoman.record import MentionKind, Report, Span
from dragoman.stages.toponyms.choose import Choice, Context, choose
from dragoman.stages.toponyms.holders import Held, Holders
from dragoman.stages.toponyms.likely import Judge
from dragoman.stages.toponyms.named import named_in
from dragoman.stages.toponyms.persons import own_names, person_names
from dragoman.stages.toponyms.surroundings import (
    Surroundings,
    carries_name,
    edges_allow,
    surroundings_of,
)
from dragoman.stages.toponyms.tokens import Token, tokens_of
from dragoman.stages.toponyms.windows import Window, short_windows, windows_of

__all__ = ["Role", "Toponym", "recognise"]

_BODIES = frozenset({MentionKind.ORGANIZATION, MentionKind.GROUP})
_STATES = frozenset({MentionKind.COUNTRY, MentionKind.PEOPLE, MentionKind.OFFICE})
_TOWNS = (Kind.CITY, Kind.TOWN)


class Role(StrEnum):
    """As what a report names a place."""

    PLACE = "place"
    NAME = "name"  # within the name of a body, or the words for a person
    PEOPLE = "people"  # by its people or its adjective


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that name a place, with what stands beside them and the place they mean."""

    span: Span
    window: Window
    around: Surroundings
    choice: Choice
    role: Role = Role.PLACE

    @property
    def place(self) -> KnownPlace:
        """The place meant."""
        return self.choice.place


def recognise(report: Report, parse: Parse, known: KnownPlaces) -> tuple[Toponym, ...]:
    """Return all words that name a place, states as actors included, in order of the text."""
    return tuple(_Reading(report, parse, known).toponyms())


class _Reading:
    """One report being read for places."""

    def __init__(self, report: Report, parse: Parse, known: KnownPlaces) -> None:
        text = report.text
        self._known = known
        self._words = place_words()
        starts = frozenset(sentence.start for sentence in parse.sentences)
        self._tokens = tokens_of(text, starts)
        self._windows = windows_of(self._tokens, text, known)
        self._short = short_windows(self._tokens, text, known)
        self._named = named = named_in(text, self._tokens)
        self._holders = Holders(text, self._tokens, self._windows, known, named.adjectives)
        self._own_names = (*own_names(report, known, self._words), *named.persons)
        mentioned = (m.span for m in report.mentions if m.kind in _BODIES)
        persons = (m.span for m in report.mentions if m.kind is MentionKind.PERSON)
        self._carriers = (*mentioned, *persons, *named.bodies)
        self._adjective_ends = frozenset(named.adjectives)
        self._headlines = _headlines(self._tokens)
        self._context = _first_context(report, self._windows, named.adjectives.values())
        self._judge = self._judged(report)
        self._settled: dict[str, Choice] = {}  # what containment decided, by folded name
        self._larger: dict[int, Toponym] = {}  # the larger places that decided, by first token
        self._roles: dict[tuple[int, int], tuple[Surroundings, Role | None]] = {}
        self._held = self._find_held()
        self._weigh()

    def _judged(self, report: Report) -> Judge:
        text = report.text
        dateline = read_dateline(text)
        persons = person_names(report, self._own_names, self._tokens, self._windows, self._words)
        place = dateline.place if dateline else None
        return Judge(text, self._tokens, self._words, persons, place, self._context)

    def _weigh(self) -> None:
        """Let the names vote, and note those that the report introduces as places."""
        named: list[tuple[Window, Surroundings]] = []
        meanings: dict[str, tuple[KnownPlace, ...]] = {}
        for first in sorted(self._windows):
            for window in self._windows[first]:
                around, role = self._role(window)
                if role is None:
                    continue
                if role is Role.PLACE:
                    named.append((window, around))
                if self._judge.may_vote(window, around):
                    held = self._held.get((window.first, window.end))
                    meanings[window.key] = held.places if held else window.places
                break
        self._context.hear(meanings)
        self._judge.establish(named)

    def _find_held(self) -> dict[tuple[int, int], Held]:
        """Return what lies in a larger place named beside it; it decides for all of the report."""
        found: dict[tuple[int, int], Held] = {}
        for first in sorted(self._windows):
            for window in self._windows[first]:
                held = self._holders.of(window)
                if held is None:
                    continue
                around, role = self._role(window)
                if role is None:
                    continue
                found[window.first, window.end] = held
                self._context.add(held.holder)
                choice = choose(held.places, self._context, kind=around.kind, holder=held.words)
                self._settled.setdefault(window.key, choice)
                self._context.add(choice.place)
                break
        return found

    def toponyms(self) -> Iterator[Toponym]:
        """Yield the places of the report in order, those meant by their people too."""
        found = list(self._by_name())
        taken = [t.span for t in found] + list(self._own_names)
        peoples = [t for t in self._by_people() if not any(_shares(t.span, s) for s in taken)]
        yield from sorted((*found, *peoples), key=lambda t: t.span.start)

    def _by_name(self) -> Iterator[Toponym]:
        first, last = 0, None
        for start in sorted({*self._windows, *self._short}):
            if start < first:
                continue
            toponym = self._larger.get(start) or self._at(start, last)
            if toponym is not None:
                yield toponym
                last = (toponym.span, toponym.around)
                first = toponym.window.end
                if (short := self._short_form(toponym)) is not None:
                    yield short
                    first = short.window.end

    def _by_people(self) -> Iterator[Toponym]:
        """Yield the places that are named by an adjective or by their people."""
        for span, country in self._named.peoples:
            if place := self._known.country(country):
                yield self._people(span, place)
        for span, name in self._named.folk:
            if places := self._known.named(fold(name)):
                yield self._people(span, choose(places, self._context, key=fold(name)).place)

    def _people(self, span: Span, place: KnownPlace) -> Toponym:
        window = Window(0, 0, span, fold(place.name), (place,), listed=True)
        choice = Choice(place, "words", f"{place.row}; named by its people or its adjective")
        return Toponym(span, window, _NOTHING_AROUND, choice, Role.PEOPLE)

    def _short_form(self, toponym: Toponym) -> Toponym | None:
        """Return the "Ill." of "Springfield, Ill.", which no window begins with."""
        larger = self._larger.get(toponym.window.end)
        return larger if larger and larger.window.first not in self._windows else None

    def _at(self, first: int, last: tuple[Span, Surroundings] | None) -> Toponym | None:
        """Return the longest name of a place that begins at a token."""
        if (short := self._short.get(first)) is not None:
            decided = choose(short.places, self._context, key=short.key)
            return Toponym(short.span, short, _NOTHING_AROUND, decided, Role.NAME)
        for window in self._windows[first]:
            around, role = self._role(window)
            choice = self._choice(window, around, last) if role else None
            if role and choice:
                return Toponym(_extent(window, around, choice), window, around, choice, role)
        return None

    def _role(self, window: Window) -> tuple[Surroundings, Role | None]:
        """Return what stands beside a window and as what it may name a place, read once."""
        known = self._roles.get((window.first, window.end))
        if known is None:
            around = surroundings_of(window, self._tokens, self._words)
            known = around, self._role_of(window, around)
            self._roles[window.first, window.end] = known
        return known

    def _role_of(self, window: Window, around: Surroundings) -> Role | None:
        """Return as what words may name a place: by themselves, within another name, not at all."""
        if any(_takes(span, window.span) for span in self._own_names):
            return None
        if any(span.covers(window.span) for span in self._carriers):
            facility = any(p.kind is Kind.FACILITY for p in window.places)
            return Role.PLACE if facility and self._judge.strong(around) else Role.NAME
        headline = window.first in self._headlines
        adjective = around.before is not None and around.before.end in self._adjective_ends
        if edges_allow(window, around, self._words, headline=headline, adjective=adjective):
            return Role.PLACE
        return Role.NAME if carries_name(window, self._tokens, self._words) else None

    def _choice(
        self, window: Window, around: Surroundings, last: tuple[Span, Surroundings] | None
    ) -> Choice | None:
        held = self._held.get((window.first, window.end))
        if held is not None:
            choice = choose(held.places, self._context, kind=around.kind, holder=held.words)
            self._remember(window, around, held, choice)
            return choice
        likely = self._judge.likely(window, around, last)
        if not likely:
            return None
        settled = self._settled.get(window.key)
        if settled is not None and settled.place in likely:
            return replace(settled, reason=f"{settled.reason}, as said elsewhere in the report")
        if self._is_paired(window):
            likely = tuple(p for p in likely if _is_renowned(p)) or likely
        choice = choose(likely, self._context, key=window.key, kind=around.kind)
        if choice.basis == "words":
            self._context.add(choice.place)
        return choice

    def _is_paired(self, window: Window) -> bool:
        """Tell whether a hyphen joins the name to another, as in "Georgia-Russia talks"."""
        tokens, end = self._tokens, window.end
        return tokens[window.first].hyphen or (end < len(tokens) and tokens[end].hyphen)

    def _remember(self, window: Window, around: Surroundings, held: Held, choice: Choice) -> None:
        """Keep which larger place containment decided by, for when its own name is reached."""
        if held.follows is not None:
            inner = choice.place.name
            larger = Choice(held.holder, "containment", f"{held.holder.row}; it holds {inner!r}")
            place = held.follows
            self._larger[place.first] = Toponym(place.span, place, around, larger)


def _is_renowned(place: KnownPlace) -> bool:
    return place.kind is Kind.COUNTRY or place.population >= _RENOWNED


_RENOWNED = 10_000_000  # people of divisions of which one speaks as of states
_NOTHING_AROUND = Surroundings(None, None, None, False, None, None)


def _shares(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end


def _extent(window: Window, around: Surroundings, choice: Choice) -> Span:
    """Return the words with the noun of division that belongs to them: "Kursk region"."""
    if around.kind_follows and around.after and choice.basis == "words":
        return Span(window.span.start, around.after.end)
    return window.span


def _takes(name: Span, span: Span) -> bool:
    """Tell whether a person's name leaves words no name of their own; longer words keep theirs."""
    return _shares(name, span) and (name.covers(span) or not span.covers(name))


# Cities below this are not certain enough to say where a report plays.
_CERTAIN_CITY = 100_000


def _first_context(
    report: Report, windows: dict[int, list[Window]], adjectives: Iterable[str]
) -> Context:
    """Return what is certain before any choice: states, areas, nationalities, sole cities."""
    context = Context()
    for country in adjectives:
        context.add_country(country)
    context.add_country(report.publisher_country, 0.5)
    for mention in report.mentions:
        if mention.kind in _STATES:
            context.add_country(mention.actor.country)
    ambiguous = place_words().ambiguous
    for found in windows.values():
        certain = _certain(found[0].places)
        if certain is None or (certain.kind is Kind.CITY and found[0].key in ambiguous):
            continue
        context.add(certain, 0.5 if certain.kind in _TOWNS else 1.0)
    return context


def _certain(places: tuple[KnownPlace, ...]) -> KnownPlace | None:
    """Return the one place that a name can only mean, or None."""
    own = [p for p in places if p.own and (p.kind is not Kind.CITY or p.population)]
    tables = [p for p in own if p.kind is not Kind.CITY]
    if tables:
        sole = len({p.country for p in tables}) == 1
        return tables[0] if sole and tables[0].kind is not Kind.TOWN else None
    large = own[0] if own else None
    if large is None or large.population < _CERTAIN_CITY:
        return None
    rivals = [p for p in own[1:] if p.country != large.country or p.population > _CERTAIN_CITY]
    return None if rivals else large


# A line is a headline when nearly all its longer words are in capitals.
_HEADLINE_WORDS = 4
_HEADLINE_SHARE = 0.75


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
