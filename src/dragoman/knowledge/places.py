"""Places of all kinds by name: the tables of countries, areas, towns, divisions; the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path

from dragoman.knowledge.gazetteer import City, Gazetteer, fold
from dragoman.lexicon import Row, read_table
from dragoman.record import Precision

__all__ = ["Kind", "KnownPlace", "KnownPlaces"]

_TABLES = Path(__file__).with_name("tables")
_COUNTRY = ("id", "name", "aliases", "geonames_id", "latitude", "longitude", "source", "licence")
_AREA = (
    *("id", "name", "aliases", "kind", "country", "claimants", "controller"),
    *("latitude", "longitude", "radius_km", "source", "licence"),
)
_ADMIN1 = (
    *("id", "name", "aliases", "abbreviations", "country", "geonames_admin1", "geonames_id"),
    *("latitude", "longitude", "population", "source", "licence"),
)
_COUNTY = (
    *("id", "name", "aliases", "country", "geonames_admin1", "latitude", "longitude"),
    *("population", "source", "licence"),
)
_TOWN = (
    *("name", "aliases", "country", "admin1", "latitude", "longitude"),
    *("geonames_id", "source", "licence"),
)


class Kind(StrEnum):
    """What sort of thing a known place is."""

    COUNTRY = "country"
    DIVISION = "division"  # of the first order: state, province, oblast, governorate
    COUNTY = "county"  # of the second order
    TOWN = "town"  # of the project's own table
    CITY = "city"  # of the gazetteer
    # areas
    REGION = "region"
    DISPUTED = "disputed"
    TERRITORY = "territory"
    ISLAND = "island"
    MOUNTAINS = "mountains"
    RIVER = "river"
    SEA = "sea"
    STRAIT = "strait"
    FACILITY = "facility"
    WORLD = "world"  # a part of the world too wide to be the place of an event


# A region, a sea, an island is known as exactly as a division; only parts of the world are wider.
_PRECISIONS = {Kind.FACILITY: Precision.POINT, Kind.WORLD: Precision.REGION}


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """One place a name can mean.

    `country` is ISO 3166-1 alpha-3 and empty for the high sea; `admin1` the GeoNames code of the
    first-order division; `own` whether the name looked up is its own and no alternate; `row` names
    the table line or the gazetteer's number.
    """

    name: str
    kind: Kind
    precision: Precision
    country: str
    admin1: str
    latitude: float
    longitude: float
    geonames_id: int | None
    population: int
    capital: bool
    own: bool
    row: str


class KnownPlaces:
    """All tables of places and the gazetteer, looked up by folded name."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Read the tables; raises BadTable naming the line that breaks its rules."""
        self._gazetteer = gazetteer
        self._named: dict[str, list[KnownPlace]] = {}
        self._shortened: dict[str, list[KnownPlace]] = {}
        self._divisions: dict[tuple[str, str], str] = {}
        self._countries: dict[str, KnownPlace] = {}
        self._abbreviated: set[str] = set()
        for file, columns, add in (
            ("country_places.tsv", _COUNTRY, self._add_country),
            ("areas.tsv", _AREA, self._add_area),
            ("places_hand.tsv", _TOWN, self._add_town),
            ("admin1.tsv", _ADMIN1, self._add_division),
            ("admin2.tsv", _COUNTY, self._add_county),
        ):
            for row in read_table(_TABLES / file, columns):
                add(row)
        self._populations = {c.iso3: c.population for c in gazetteer.countries()}
        self._prefixes = _prefixes(self._named)
        self._known: dict[str, tuple[KnownPlace, ...]] = {}

    @staticmethod
    @cache
    def load(directory: Path | None = None) -> KnownPlaces:
        """Return the places with the gazetteer of a cache directory, read once a process."""
        return KnownPlaces(Gazetteer.load(directory))

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
            if all(other.row != place.row for other in places):
                places.append(place)

    def _add_country(self, row: Row) -> None:
        place = _place(row, Kind.COUNTRY, Precision.COUNTRY, country=row["id"])
        self._countries[place.country] = place
        self._add(row, place)

    def _add_area(self, row: Row) -> None:
        try:
            kind = Kind(row["kind"])
        except ValueError as error:
            raise row.fault(f"{error}; the kinds are {', '.join(Kind)}") from error
        self._add(row, _place(row, kind, _PRECISIONS.get(kind, Precision.ADMIN)))

    def _add_town(self, row: Row) -> None:
        self._add(row, _place(row, Kind.TOWN, Precision.CITY, admin1=row["admin1"]))

    def _add_division(self, row: Row) -> None:
        code = row["geonames_admin1"]
        place = _place(row, Kind.DIVISION, Precision.ADMIN, admin1=code)
        self._divisions[place.country, code] = place.name
        self._add(row, replace(place, population=int(row["population"])))
        if row["abbreviations"] or place.country in _POSTAL:
            for short in (*row.many("abbreviations"), *([code] if code.isalpha() else [])):
                self._shortened.setdefault(short, []).append(place)

    def _add_county(self, row: Row) -> None:
        place = _place(row, Kind.COUNTY, Precision.ADMIN, admin1=row["geonames_admin1"])
        county = replace(place, population=int(row["population"]))
        self._add(row, county)
        # "Cork" is the city before it is the county
        for bare in (a for a in row.many("aliases") if not a.startswith(("Co ", "County "))):
            others = self._named[fold(bare)]
            others[others.index(county)] = replace(county, own=False)


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


def _place(
    row: Row, kind: Kind, precision: Precision, *, country: str = "", admin1: str = ""
) -> KnownPlace:
    try:
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
        number = int(row.values.get("geonames_id") or 0) or None
    except ValueError as error:
        raise row.fault(f"latitude, longitude and geonames_id are numbers: {error}") from error
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise row.fault(f"{latitude}, {longitude} is not on the globe")
    return KnownPlace(
        name=row["name"],
        kind=kind,
        precision=precision,
        country=country or row["country"],
        admin1=admin1,
        latitude=latitude,
        longitude=longitude,
        geonames_id=number,
        population=0,
        capital=False,
        own=True,
        row=row.rule,
    )


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
