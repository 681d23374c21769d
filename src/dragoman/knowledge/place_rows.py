"""The tables of places: each row to one place, a user's rows before ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from dragoman.knowledge import load
from dragoman.knowledge.gazetteer import fold
from dragoman.lexicon import Row
from dragoman.record import Precision

__all__ = ["PLACE_TABLES", "Kind", "KnownPlace", "place_rows", "read_place"]


class Kind(StrEnum):
    """What sort of thing a known place is."""

    COUNTRY = "country"
    DIVISION = "division"  # of the first order: state, province, oblast, governorate
    COUNTY = "county"  # of the second order
    TOWN = "town"  # of the project's own table, or the user's
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


_NO_AREAS = (Kind.COUNTRY, Kind.DIVISION, Kind.COUNTY, Kind.TOWN, Kind.CITY)
_AREAS = tuple(kind for kind in Kind if kind not in _NO_AREAS)
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


def place_rows(table: str, folders: Iterable[Path] = ()) -> list[Row]:
    """Return the rows of a table of places: ours, then those of each folder, which outweigh.

    A row takes the place of an earlier one with its id; of a town, which has none, with its
    GeoNames number or its name in the same division.
    """
    kept = load.known_rows(table)
    for folder in folders:
        new = list(load.rows(table, (folder,), ours=False))
        taken = {sign for row in new for sign in _signs(row)}
        if taken:
            kept = [row for row in kept if taken.isdisjoint(_signs(row))]
        kept += new
    return kept


def _signs(row: Row) -> tuple[object, ...]:
    """Return all by which a row is known to be of the same place as another."""
    if "id" in row.values:
        return (row["id"],)
    named = fold(row["name"]), row["country"], row["admin1"]
    return (named, row["geonames_id"]) if row["geonames_id"] else (named,)


def read_place(table: str, row: Row) -> KnownPlace:
    """Return the place of a row; raises BadTable naming the line that breaks the table's rules."""
    return PLACE_TABLES[table](row)


def _country(row: Row) -> KnownPlace:
    return _place(row, Kind.COUNTRY, Precision.COUNTRY, country=row["id"])


def _area(row: Row) -> KnownPlace:
    if row["kind"] not in _AREAS:
        raise row.fault(f"no kind of area: {row['kind']!r}; the kinds are {', '.join(_AREAS)}")
    kind = Kind(row["kind"])
    return _place(row, kind, _PRECISIONS.get(kind, Precision.ADMIN))


def _town(row: Row) -> KnownPlace:
    return _place(row, Kind.TOWN, Precision.CITY, admin1=row["admin1"])


def _division(row: Row) -> KnownPlace:
    return _peopled(row, Kind.DIVISION)


def _county(row: Row) -> KnownPlace:
    return _peopled(row, Kind.COUNTY)


def _peopled(row: Row, kind: Kind) -> KnownPlace:
    place = _place(row, kind, Precision.ADMIN, admin1=row["geonames_admin1"])
    try:
        return replace(place, population=int(row["population"] or 0))
    except ValueError as error:
        raise row.fault(f"population is a number: {error}") from error


def _place(
    row: Row, kind: Kind, precision: Precision, *, country: str = "", admin1: str = ""
) -> KnownPlace:
    if not fold(row["name"]):
        raise row.fault("no name")
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


PLACE_TABLES: dict[str, Callable[[Row], KnownPlace]] = {
    "country_places": _country,
    "areas": _area,
    "places_hand": _town,
    "admin1": _division,
    "admin2": _county,
}
