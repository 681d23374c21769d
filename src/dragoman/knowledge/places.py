"""Places of all kinds by name: the tables of countries, areas, towns, divisions; the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from dragoman.knowledge.folders import in_use
from dragoman.knowledge.gazetteer import City, Gazetteer, fold
from dragoman.knowledge.place_rows import (
    PLACE_TABLES,
    Kind,
    KnownPlace,
    place_rows,
    read_place,
)
from dragoman.lexicon import Row
from dragoman.record import Precision

__all__ = ["Kind", "KnownPlace", "KnownPlaces"]


class KnownPlaces:
    """All tables of places and the gazetteer, looked up by folded name."""

    def __init__(self, gazetteer: Gazetteer, folders: Iterable[Path] = ()) -> None:
        """Read our tables and those of the folders, which correct and extend them.

        Raises BadTable naming the line that breaks its table's rules.
        """
        self._gazetteer = gazetteer
        self._named: dict[str, list[KnownPlace]] = {}
        self._shortened: dict[str, list[KnownPlace]] = {}
        self._divisions: dict[tuple[str, str], str] = {}
        self._countries: dict[str, KnownPlace] = {}
        self._abbreviated: set[str] = set()
        add = {
            "country_places": self._add_country,
            "admin1": self._add_division,
            "admin2": self._add_county,
        }
        for table in PLACE_TABLES:
            for row in place_rows(table, folders):
                add.get(table, self._add)(row, read_place(table, row))
        self._populations = {c.iso3: c.population for c in gazetteer.countries()}
        self._prefixes = _prefixes(self._named)
        self._known: dict[str, tuple[KnownPlace, ...]] = {}

    @staticmethod
    def load(directory: Path | None = None, *folders: Path) -> KnownPlaces:
        """Return the places with the gazetteer of a cache directory, read once a process.

        Our tables are corrected and extended by those of the folders; without folders, by those
        that hold here (see `Knowledge.using`).
        """
        return _load(directory, folders or in_use())

    def find(self, keys: Iterable[str]) -> dict[str, tuple[KnownPlace, ...]]:
        """Return what each folded name can mean, tables before the gazetteer."""
        wanted = list(keys)
        fresh = {key for key in wanted if key not in self._known}
        if fresh:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
                fresh = set(wanted)
            for key, cities in self._gazetteer.find(fresh).items():
                self._known[key] = self._together(self._named.get(key, ()), cities)
        return {key: self._known[key] for key in wanted}

    def named(self, key: str) -> tuple[KnownPlace, ...]:
        """Return what one folded name can mean."""
        known = self._known.get(key)
        return self.find([key])[key] if known is None else known

    def in_tables(self, key: str) -> bool:
        """Tell whether a table, not only the gazetteer, has this folded name."""
        return key in self._named

    def goes_on(self, key: str) -> bool:
        """Tell whether a name in the tables begins with this folded one and is longer."""
        return key in self._prefixes

    def in_capitals(self, key: str) -> bool:
        """Tell whether a folded name is a place only when written in capitals: "US", "CAR"."""
        return key in self._abbreviated

    def division(self, country: str, admin1: str) -> str | None:
        """Return the name of a first-order division by country and GeoNames code."""
        return self._divisions.get((country, admin1))

    def country(self, iso3: str) -> KnownPlace | None:
        """Return a country as a place, by its code."""
        return self._countries.get(iso3)

    def short_forms(self) -> tuple[str, ...]:
        """Return all that divisions are written as after a town."""
        return tuple(self._shortened)

    def shortened(self, words: str) -> tuple[KnownPlace, ...]:
        """Return the divisions written so after a town: "Ill.", "D.C.", "TX"."""
        return tuple(self._shortened.get(words, ()))

    def _together(
        self, listed: Iterable[KnownPlace], cities: tuple[City, ...]
    ) -> tuple[KnownPlace, ...]:
        """Return table rows and cities as one list, each GeoNames number once."""
        by_number = {city.id: city for city in cities}
        merged = [
            replace(place, population=city.population, capital=city.capital)
            if (city := by_number.pop(place.geonames_id or 0, None))
            else replace(place, population=self._populations.get(place.country, 0))
            if place.kind == Kind.COUNTRY
            else place
            for place in listed
        ]
        return (*merged, *(_from_city(city) for city in by_number.values()))

    def _add(self, row: Row, place: KnownPlace) -> None:
        for name in (row["name"], *row.many("aliases")):
            if name.isupper() and len(name) <= _LONGEST_ABBREVIATION:
                self._abbreviated.add(fold(name))
            places = self._named.setdefault(fold(name), [])
            if place not in places:
                places.append(place)

    def _add_country(self, row: Row, place: KnownPlace) -> None:
        self._countries[place.country] = place
        self._add(row, place)

    def _add_division(self, row: Row, place: KnownPlace) -> None:
        code = place.admin1
        self._divisions[place.country, code] = place.name
        self._add(row, place)
        if row["abbreviations"] or place.country in _POSTAL:
            for short in (*row.many("abbreviations"), *([code] if code.isalpha() else [])):
                self._shortened.setdefault(short, []).append(replace(place, population=0))

    def _add_county(self, row: Row, place: KnownPlace) -> None:
        self._add(row, place)
        # "Cork" is the city before it is the county
        for bare in (a for a in row.many("aliases") if not a.startswith(("Co ", "County "))):
            others = self._named[fold(bare)]
            others[others.index(place)] = replace(place, own=False)


@cache
def _load(directory: Path | None, folders: tuple[Path, ...]) -> KnownPlaces:
    return KnownPlaces(Gazetteer.load(directory), folders)


# Countries whose divisions are written after a town by their postal letters.
_POSTAL = frozenset({"USA", "CAN"})
_LONGEST_ABBREVIATION = 6
# Names kept with their meanings between reports.
_REMEMBERED = 50_000


def _prefixes(keys: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for key in keys:
        words = key.split(" ")
        found.update(" ".join(words[:length]) for length in range(1, len(words)))
    return frozenset(found)


def _from_city(city: City) -> KnownPlace:
    return KnownPlace(
        name=city.name,
        kind=Kind.CITY,
        precision=Precision.CITY,
        country=city.country,
        admin1=city.admin1,
        latitude=city.latitude,
        longitude=city.longitude,
        geonames_id=city.id,
        population=city.population,
        capital=city.capital,
        own=city.own,
        row=f"geonames:{city.id}",
    )
