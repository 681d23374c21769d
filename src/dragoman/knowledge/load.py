"""Reading the tables of knowledge: one function a table, each row to one value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from dragoman.errors import BadInput
from dragoman.knowledge import compiled
from dragoman.knowledge.compiled import TABLES, Alias
from dragoman.knowledge.days import LAST, first_day, last_day
from dragoman.knowledge.facts import Country, Group, GroupStatus, Organization, Person, Term
from dragoman.lexicon import Row, read_table

__all__ = [
    "COLUMNS",
    "aliases",
    "aliases_in_tables",
    "cautions",
    "check_folder",
    "from_tables",
    "known_rows",
    "read",
    "rows",
]

# The tables, and the columns each must have.
_NAMES = ("iso3", "alias", "kind", "sector", "source", "licence")
_PEOPLE = ("id", "name", "family", "aliases", "gender", "wikidata", "source", "licence")
_TERMS = (
    *("person", "country", "organization", "role", "title", "from", "to", "precision"),
    *("acting", "sector", "source", "licence", "checked"),
)
COLUMNS: dict[str, tuple[str, ...]] = {
    "countries": (
        *("iso3", "iso2", "name", "official", "wikidata", "state", "parent", "source", "licence"),
    ),
    "country_names": _NAMES,
    "country_names_hand": _NAMES,
    "cautions": ("phrase", "kind", "reason", "source", "licence"),
    "people": _PEOPLE,
    "people_hand": _PEOPLE,
    "people_visits": _PEOPLE,
    "terms": _TERMS,
    "terms_hand": _TERMS,
    "terms_visits": _TERMS,
    "shared_posts": ("country", "role", "from", "to", "reason", "source", "licence"),
    "organizations": (
        *("id", "name", "aliases", "code", "sector", "kind", "wikidata", "source", "licence"),
    ),
    "groups": ("id", "name", "aliases", "country", "sector", "wikidata", "source", "licence"),
    "group_status": ("group", "sector", "from", "to", "note", "source"),
    "country_places": (
        *("id", "name", "aliases", "geonames_id", "latitude", "longitude", "source", "licence"),
    ),
    "areas": (
        *("id", "name", "aliases", "kind", "country", "claimants", "controller"),
        *("latitude", "longitude", "radius_km", "source", "licence"),
    ),
    "places_hand": (
        *("name", "aliases", "country", "admin1", "latitude", "longitude"),
        *("geonames_id", "source", "licence"),
    ),
    "admin1": (
        *("id", "name", "aliases", "abbreviations", "country", "geonames_admin1", "geonames_id"),
        *("latitude", "longitude", "population", "source", "licence"),
    ),
    "admin2": (
        *("id", "name", "aliases", "country", "geonames_admin1", "latitude", "longitude"),
        *("population", "source", "licence"),
    ),
}

Fact = TypeVar("Fact", Country, Person, Term, Organization, Group, GroupStatus)


def check_folder(folder: Path) -> Path:
    """Return the full path of a folder with tables; raises BadInput if it holds none of ours."""
    if not folder.is_dir():
        raise BadInput(f"{folder}: there is no such folder of knowledge tables")
    found = {path.stem for path in folder.glob("*.tsv")}
    known = ", ".join(f"{name}.tsv" for name in COLUMNS)
    if unknown := sorted(found - COLUMNS.keys()):
        raise BadInput(f"{folder}/{unknown[0]}.tsv: no such table of knowledge; there are {known}")
    if not found:
        raise BadInput(f"{folder} holds no table of knowledge; it may have {known}")
    return folder.resolve()


def rows(name: str, folders: Iterable[Path] = (), *, ours: bool = True) -> Iterator[Row]:
    """Yield the rows of a table, ours first, then those of the user's folders that have it."""
    for folder in (TABLES, *folders) if ours else folders:
        path = folder / f"{name}.tsv"
        if path.exists():
            yield from read_table(path, COLUMNS[name])


def read(kind: type[Fact], folders: Iterable[Path] = (), *, ours: bool = True) -> list[Fact]:
    """Return all facts of a kind, ours first, in table order; raises BadTable for a bad date.

    Ours come from the compiled file where there is one. With `ours` false, only those of the
    user's folders.
    """
    found = from_tables(kind, folders, ours=False)
    if ours:
        held = compiled.ours()
        found[:0] = held.facts(kind) if held else from_tables(kind)
    return found


def from_tables(kind: type[Fact], folders: Iterable[Path] = (), *, ours: bool = True) -> list[Fact]:
    """Return all facts of a kind as `read` does, read from the tables themselves."""
    names, make = _READERS[kind]
    found: list[Fact] = []
    for name in names:
        for row in rows(name, folders, ours=ours):
            try:
                found.append(make(row))
            except ValueError as error:
                raise row.fault(f"not a date (2023, 2023-06 or 2023-06-03): {error}") from error
    return found


def aliases(folders: Iterable[Path] = ()) -> Iterator[Alias]:
    """Yield the words that name countries and their people."""
    held = compiled.ours()
    yield from held.aliases if held else aliases_in_tables()
    yield from aliases_in_tables(folders, ours=False)


def aliases_in_tables(folders: Iterable[Path] = (), *, ours: bool = True) -> Iterator[Alias]:
    """Yield what `aliases` does, read from the tables themselves."""
    for name in ("country_names", "country_names_hand"):
        for row in rows(name, folders, ours=ours):
            yield _code(row["iso3"]), row["alias"], row["kind"], row.many("sector"), row.rule


def cautions(kind: str, folders: Iterable[Path] = ()) -> frozenset[str]:
    """Return the phrases to be careful with, of one kind."""
    held = compiled.ours()
    more = rows("cautions", folders, ours=held is None)
    found = {row["phrase"] for row in more if row["kind"] == kind}
    return frozenset(found.union(p for k, p in held.cautions if k == kind) if held else found)


def known_rows(name: str) -> list[Row]:
    """Return our rows of a table of places."""
    held = compiled.ours()
    return list(held.places[name]) if held else list(rows(name))


def _code(code: str) -> str:
    """Return a country code as PLOVER writes it: Kosovo is KOS."""
    return "KOS" if code == "XKX" else code


def _country(row: Row) -> Country:
    return Country(
        iso3=_code(row["iso3"]),
        iso2=row["iso2"],
        name=row["name"],
        official=row["official"] or None,
        wikidata=row["wikidata"] or None,
        state=row["state"] == "1",
        parent=row["parent"] or None,
        rule=row.rule,
    )


def _person(row: Row) -> Person:
    return Person(
        id=row["id"],
        name=row["name"],
        family=row["family"] or None,
        aliases=row.many("aliases"),
        gender=row["gender"] or None,
        wikidata=row["wikidata"] or None,
        rule=row.rule,
    )


def _term(row: Row) -> Term:
    begun, ended = row["from"], row["to"]
    return Term(
        person=row["person"],
        country=_code(row["country"]) or None,
        organization=row["organization"] or None,
        role=row["role"],
        title=row["title"],
        begun=begun,
        ended=ended or None,
        first=first_day(begun),
        last=last_day(ended) if ended else LAST,
        precision=row["precision"],
        acting=row["acting"] == "1",
        sectors=row.many("sector"),
        checked=date.fromisoformat(row["checked"]),
        source=row["source"],
        rule=row.rule,
    )


def _organization(row: Row) -> Organization:
    return Organization(
        id=row["id"],
        name=row["name"],
        aliases=row.many("aliases"),
        code=_code(row["code"]) or None,
        sectors=row.many("sector"),
        kind=row["kind"],
        wikidata=row["wikidata"] or None,
        rule=row.rule,
    )


def _group(row: Row) -> Group:
    return Group(
        id=row["id"],
        name=row["name"],
        aliases=row.many("aliases"),
        country=_code(row["country"]),
        sectors=row.many("sector"),
        wikidata=row["wikidata"] or None,
        rule=row.rule,
    )


def _status(row: Row) -> GroupStatus:
    # The table gives the first day of what came after.
    last = first_day(row["to"]) - timedelta(days=1) if row["to"] else LAST
    return GroupStatus(
        group=row["group"],
        sectors=row.many("sector"),
        first=first_day(row["from"]) if row["from"] else date.min,
        last=last,
        note=row["note"] or None,
        rule=row.rule,
    )


_READERS: dict[type, tuple[tuple[str, ...], Callable[[Row], Any]]] = {
    Country: (("countries",), _country),
    Person: (("people_visits", "people", "people_hand"), _person),
    Term: (("terms_visits", "terms", "terms_hand"), _term),
    Organization: (("organizations",), _organization),
    Group: (("groups",), _group),
    GroupStatus: (("group_status",), _status),
}
