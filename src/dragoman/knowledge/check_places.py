"""What is wrong with the tables of places, each finding with its file and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import BadTable
from dragoman.knowledge import load
from dragoman.knowledge.place_rows import PLACE_TABLES, read_place
from dragoman.lexicon import Row

__all__ = ["place_faults"]


def place_faults(countries: Iterable[str], folders: tuple[Path, ...] = ()) -> Iterator[str]:
    """Yield what our rows and those of the folders say that cannot be; `countries` are known."""
    known = frozenset(countries)
    for table in PLACE_TABLES:
        yield from _repeated(table, folders)
        for row in load.rows(table, folders):
            yield from _unreadable(table, row)
            for column, code in _codes(row):
                if code not in known:
                    yield f"{row.rule}: {column}: no such country: {code}"


def _unreadable(table: str, row: Row) -> Iterator[str]:
    try:
        read_place(table, row)
    except BadTable as error:
        yield str(error)
    if row.values.get("id") == "":
        yield f"{row.rule}: no id"
    radius = row.values.get("radius_km", "1")
    if not radius.replace(".", "", 1).isdigit():
        yield f"{row.rule}: radius_km is a number, not {radius!r}"


def _codes(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the column and the code of each country that a row names."""
    for column in ("country", "claimants"):
        if column in row.values:
            yield from ((column, code) for code in row.many(column))
    if "country" not in row.values:
        yield "id", row["id"]


def _repeated(table: str, folders: tuple[Path, ...]) -> Iterator[str]:
    if "id" not in load.COLUMNS[table]:
        return
    # A folder of the user's may repeat what ours has, to correct it.
    for place in ((), *((folder,) for folder in folders)):
        seen: dict[str, str] = {}
        for row in load.rows(table, place, ours=not place):
            if row["id"] in seen:
                yield f"{row.rule}: {row['id']} stands at {seen[row['id']]} too"
            seen[row["id"]] = row.rule
