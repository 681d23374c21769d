"""Which of several places of one name a report means."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.knowledge.places import Kind, KnownPlace
from dragoman.languages.en.placing import place_words
from dragoman.stages.toponyms.votes import Votes, is_renowned

__all__ = ["Choice", "Context", "choose", "within"]

# What a kind is worth beside the logarithm of its population. News means the state, the region at
# war and the town of the project's table far more often than a namesake of the same size; a city
# before the division named after it.
_WORTH = {
    Kind.COUNTRY: 5.0,
    Kind.TOWN: 3.0,
    Kind.CITY: 0.0,
    Kind.DIVISION: 0.4,
    Kind.COUNTY: -0.5,
}
_AREA = 14.0  # areas have no population; this places them above every namesake
_ALTERNATE = -2.0  # own names before alternates: a hundredfold in people
_CAPITAL = 1.0
_COUNTRY_NAMED = 2.5  # the report names the country: three hundredfold in people
_DIVISION_NAMED = 2.5
_STATES_NAMED = 5.0  # Georgia beside Alabama is the state
# What the other names of a report are worth that lie near, and in the same division; tuned on half
# of the LGL corpus, by hand.
_RENOWN = 3.0  # less for a namesake of a capital or a metropolis, whatever lies near
_NEAR = 2.5
_INSIDE = 2.0
_LOCAL = 1.5  # votes from which a division is where the report plays


@dataclass(slots=True)
class Context:
    """What a report has named for certain, as far as it helps to choose among namesakes."""

    countries: dict[str, float] = field(default_factory=dict)
    divisions: set[tuple[str, str]] = field(default_factory=set)
    seats: set[tuple[str, str]] = field(default_factory=set)  # divisions of cities named
    votes: Votes | None = None

    def add(self, place: KnownPlace, weight: float = 1.0) -> None:
        """Count a place that is certain."""
        self.add_country(place.country, weight)
        if place.kind is Kind.DIVISION:
            self.divisions.add((place.country, place.admin1))
        elif place.kind is Kind.CITY:
            self.seats.add((place.country, place.admin1))

    def add_country(self, country: str | None, weight: float = 1.0) -> None:
        """Count a country named, or meant by somebody's nationality."""
        if country:
            self.countries[country] = self.countries.get(country, 0.0) + weight

    def of_country(self, country: str) -> float:
        """Return how much a country is named: 1 for the most named, 0 for one that is not."""
        named = self.countries.get(country)
        return math.sqrt(named / max(self.countries.values())) if named else 0.0

    def hear(self, meanings: Mapping[str, tuple[KnownPlace, ...]]) -> None:
        """Let the names of the report vote where it plays, twice: the second time knowing more."""
        self.votes = None
        votes = Votes(meanings)
        votes.count(lambda place, key: _score(place, self, key))
        self.votes = votes
        votes.count(lambda place, key: _score(place, self, key))

    def beside(self, place: KnownPlace, key: str) -> float:
        """Return how much the other names of the report speak for the ground of a place."""
        return self.votes.beside(place, key) if self.votes else 0.0

    def is_local(self, place: KnownPlace, key: str) -> bool:
        """Tell whether the other names of the report lie in a division."""
        return self.votes is not None and (
            self.votes.inside(place.country, place.admin1, key) >= _LOCAL
        )

    def names_divisions(self, place: KnownPlace) -> bool:
        """Tell whether the report names a town in a division, or another of its country."""
        own = (place.country, place.admin1)
        return own in self.seats or any(
            c == place.country and (c, d) != own for c, d in self.divisions
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen, what decided, and among how many."""

    place: KnownPlace
    basis: str
    reason: str


def within(places: Iterable[KnownPlace], holder: KnownPlace) -> tuple[KnownPlace, ...]:
    """Return those places that lie in a larger one."""
    if holder.kind is Kind.DIVISION:
        found = [
            p
            for p in places
            if (p.country, p.admin1) == (holder.country, holder.admin1)
            and p.kind is not Kind.DIVISION
        ]
    else:
        found = [
            p
            for p in places
            if p.country and p.country == holder.country and p.kind is not Kind.COUNTRY
        ]
    return tuple(found)


def choose(
    places: tuple[KnownPlace, ...],
    context: Context,
    *,
    key: str = "",
    kind: str | None = None,
    holder: str | None = None,
) -> Choice:
    """Return the likeliest of several places, with the reason.

    `key` is the folded name, whose own vote is not heard; `kind` is the noun that says what sort of
    place is meant, `holder` the words of the larger place, where `places` are only those in it.
    """
    fitting, sort = _of_kind(places, kind)
    fitting = fitting if sort else _without_eponyms(fitting)
    ranked = sorted(fitting, key=lambda p: (-_score(p, context, key), -p.population, p.row))
    best = ranked[0]
    namesakes = _namesakes(best, ranked, len(places) - 1)
    if holder:
        return Choice(best, "containment", f"{best.row}; {namesakes}; it lies in {holder!r}")
    if sort:
        return Choice(best, "words", f"{best.row}; {namesakes}; called a {kind}")
    basis = _basis(best, ranked, context, key)
    why = {"table": "tables come before cities", "population": "the most populous"}
    decided = _surroundings(best, context, key) if basis == "context" else why.get(basis)
    return Choice(best, basis, "; ".join(filter(None, (best.row, namesakes, decided))))


_NAMED = 2  # namesakes that a reason spells out


def _namesakes(best: KnownPlace, ranked: list[KnownPlace], others: int) -> str:
    """Return how many places share the name, and which are the next likeliest."""
    if not others:
        return "the only place of that name"
    rivals = [p for p in ranked[1:] if p.row != best.row][:_NAMED]
    spelled = ", ".join(
        f"{p.name} ({p.kind}, {p.country} {p.admin1}".rstrip() + ")" for p in rivals
    )
    return f"{others} more of that name" + (f", next {spelled}" if spelled else "")


def _surroundings(place: KnownPlace, context: Context, key: str) -> str:
    """Return what in the report spoke for a place."""
    found = []
    if (place.country, place.admin1) in context.divisions:
        found.append("its division")
    if context.of_country(place.country):
        found.append(place.country)
    told = f"the report names {' and '.join(found)}" if found else ""
    near = "other names of the report lie near" if context.beside(place, key) >= _FELT else ""
    return ", ".join(filter(None, (told, near))) or "the report speaks for it"


_FELT = 0.5  # votes that a reason tells of


def _basis(best: KnownPlace, ranked: list[KnownPlace], context: Context, key: str) -> str:
    if len(ranked) == 1:
        return "unique"
    if best.kind not in (Kind.CITY, Kind.DIVISION, Kind.COUNTY):
        return "table"
    bare = max(ranked, key=lambda p: (_score(p, Context(), key), p.population))
    if bare.row != best.row or context.of_country(best.country):
        return "context"
    return "population"


def _of_kind(
    places: tuple[KnownPlace, ...], kind: str | None
) -> tuple[tuple[KnownPlace, ...], bool]:
    """Return the places that are what the noun says, all where none is."""
    if kind and place_words().has("called-division", kind):
        wanted = tuple(p for p in places if p.kind not in (Kind.CITY, Kind.TOWN, Kind.COUNTRY))
    elif kind and place_words().has("called-town", kind):
        wanted = tuple(p for p in places if p.kind in (Kind.CITY, Kind.TOWN))
    else:
        wanted = ()
    return (wanted, True) if wanted else (places, False)


def _without_eponyms(places: tuple[KnownPlace, ...]) -> tuple[KnownPlace, ...]:
    """Return the places without those that share name and ground with a better known one.

    "Washington" alone is never the state, nor "Kharkiv" the province; "Western Sahara" is one.
    """
    towns = {p.country for p in places if p.kind is Kind.TOWN}
    states = {p.country for p in places if p.kind is Kind.COUNTRY}
    return tuple(
        p
        for p in places
        if not (p.kind is Kind.DIVISION and p.country in towns)
        and (p.kind in _WORTH or p.country not in states)
    )


def _score(place: KnownPlace, context: Context, key: str) -> float:
    if place.kind in _WORTH:
        score = _WORTH[place.kind] + math.log10(place.population + 10)
    else:
        score = _AREA
    score += 0.0 if place.own else _ALTERNATE
    score += _CAPITAL if place.capital else 0.0
    score += _COUNTRY_NAMED * context.of_country(place.country)
    if place.kind is Kind.DIVISION:
        here = context.names_divisions(place) or context.is_local(place, key)
        return score + (_STATES_NAMED if here else 0.0)
    return score + _surrounded(place, context, key)


def _surrounded(place: KnownPlace, context: Context, key: str) -> float:
    """Return what the other names of the report add, less where the name is a household word."""
    named = (place.country, place.admin1) in context.divisions
    worth = _DIVISION_NAMED if named else 0.0
    votes = context.votes
    if votes is None or not place.own or place.kind not in _SETTLED:
        return worth
    beside, inside = votes.beside(place, key), votes.inside(place.country, place.admin1, key)
    worth += _NEAR * math.log2(1 + beside) + _INSIDE * math.log2(1 + inside)
    if key in votes.renowned and not is_renowned(place):
        return max(0.0, worth - _RENOWN)
    return worth


_SETTLED = frozenset({Kind.CITY, Kind.TOWN, Kind.COUNTY})
