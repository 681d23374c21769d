"""Compiling our tables: `python -m dragoman.knowledge.compile`, run by every build of the package.

Tables that break their rules (see `dragoman.knowledge.check`) are refused, each fault with its
file and line, and the build fails.
"""

from __future__ import annotations

import sys
from pathlib import Path

from dragoman.errors import BadTable, DragomanError
from dragoman.knowledge import load
from dragoman.knowledge.check import check
from dragoman.knowledge.compiled import FILE, Compiled, digest, write
from dragoman.knowledge.facts import Country, Group, GroupStatus, Organization, Person, Term
from dragoman.knowledge.place_rows import PLACE_TABLES

__all__ = ["build", "gather"]


def gather() -> Compiled:
    """Return all that the tables say, read from the tables."""
    return Compiled(
        made_of=digest(),
        countries=load.from_tables(Country),
        people=load.from_tables(Person),
        terms=load.from_tables(Term),
        organizations=load.from_tables(Organization),
        groups=load.from_tables(Group),
        statuses=load.from_tables(GroupStatus),
        aliases=list(load.aliases_in_tables()),
        cautions=[(row["kind"], row["phrase"]) for row in load.rows("cautions")],
        places={table: list(load.rows(table)) for table in PLACE_TABLES},
    )


def build(file: Path = FILE) -> None:
    """Check the tables and write the compiled file; raises BadTable, telling all faults."""
    if faults := check():
        raise BadTable("\n".join(faults))
    write(gather(), file)


if __name__ == "__main__":
    try:
        build(*(Path(argument) for argument in sys.argv[1:2]))
    except DragomanError as error:
        sys.exit(f"the tables of knowledge break their rules:\n{error}")
