"""How far the names of a report lie together: each votes for the ground its namesakes stand on."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping

from dragoman.knowledge.places import Kind, KnownPlace

__all__ = ["Votes", "is_renowned"]

Cell = tuple[int, int]
Division = tuple[str, str]

_VOTERS = frozenset({Kind.CITY, Kind.TOWN, Kind.COUNTY})
_MOST = 40  # namesakes that vote: the likeliest of names like San Jose
# A town that only its neighbours know says more about where a report plays than a metropolis.
_LARGE, _SPAN = 6.5, 2.0  # decimal logarithms of people: nothing said at the first, all 2 below
_LEAST, _GREATEST = 0.15, 1.2


class Votes:
    """The weight of all names of a report on each degree of the globe and in each division."""

    def __init__(self, meanings: Mapping[str, tuple[KnownPlace, ...]]) -> None:
        """Keep the names that take part, with what each can mean."""
        voters = {
            key: [p for p in places if p.kind in _VOTERS and p.own][:_MOST]
            for key, places in meanings.items()
        }
        self._voters = {key: places for key, places in voters.items() if places}
        self._meanings = meanings
        self.renowned = {key for key, some in self._voters.items() if any(map(is_renowned, some))}
        self._near: dict[Cell, float] = {}
        self._own: dict[tuple[str, Cell], float] = {}
        self._divisions: dict[Division, float] = {}
        self._own_divisions: dict[tuple[str, Division], float] = {}

    def count(self, score: Callable[[KnownPlace, str], float]) -> None:
        """Count anew: each name spreads one vote over its meanings as their scores say."""
        near: dict[Cell, float] = defaultdict(float)
        own: dict[tuple[str, Cell], float] = defaultdict(float)
        divisions: dict[Division, float] = defaultdict(float)
        own_divisions: dict[tuple[str, Division], float] = defaultdict(float)
        for key, places in self._voters.items():
            scores = [score(place, key) for place in places]
            highest = max(score(place, key) for place in self._meanings[key])
            weights = [10 ** ((value - highest) / 2) for value in scores]
            total = max(sum(weights), 1.0)
            for place, weight in zip(places, weights, strict=True):
                share = weight / total * _telling(place)
                if share < _NOTHING:
                    continue
                cell = _cell(place)
                division = (place.country, place.admin1)
                near[cell] += share
                own[key, cell] += share
                divisions[division] += share
                own_divisions[key, division] += share
        self._near, self._own = near, own
        self._divisions, self._own_divisions = divisions, own_divisions

    def beside(self, place: KnownPlace, key: str) -> float:
        """Return the votes of all other names for the ground within some 150 km of a place."""
        north, east = _cell(place)
        total = 0.0
        for row in (north - 1, north, north + 1):
            for column in (east - 1, east, east + 1):
                cell = (row, column)
                if cell in self._near:
                    total += self._near[cell] - self._own.get((key, cell), 0.0)
        return total

    def inside(self, country: str, admin1: str, key: str) -> float:
        """Return the votes of all other names for a division."""
        division = (country, admin1)
        return self._divisions.get(division, 0.0) - self._own_divisions.get((key, division), 0.0)


_NOTHING = 0.01
_METROPOLIS = 250_000


def is_renowned(place: KnownPlace) -> bool:
    """Tell whether a town is known without saying where it lies: a capital, or a metropolis."""
    if not place.own or place.kind not in (Kind.CITY, Kind.TOWN):
        return False
    return place.capital or place.population >= _METROPOLIS


def _cell(place: KnownPlace) -> Cell:
    return math.floor(place.latitude), math.floor(place.longitude)


def _telling(place: KnownPlace) -> float:
    size = math.log10(place.population + 10)
    return min(_GREATEST, max(_LEAST, (_LARGE - size) / _SPAN))
