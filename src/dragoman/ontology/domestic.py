"""Acts that a state does to its own people."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dragoman.lexicon import read_table
from dragoman.ontology.codebook import load_ontology

__all__ = ["is_domestic"]

_FILE = Path(__file__).parent / "domestic_acts.tsv"


def is_domestic(sector: str | None, type_name: str, mode: str | None) -> bool:
    """Tell whether an act by a doer of a sector is mostly done to people of the doer's own state.

    Raises BadTable, naming file and line, when the table names a code that is unknown.
    """
    return not _acts().isdisjoint({(sector, type_name, None), (sector, type_name, mode)})


@cache
def _acts() -> frozenset[tuple[str | None, str, str | None]]:
    known = load_ontology()
    acts = set()
    for row in read_table(_FILE, ("sector", "type", "mode")):
        sector, type_name, mode = row["sector"], row["type"], row["mode"] or None
        if sector not in known.sectors or type_name not in known.types:
            raise row.fault(f"unknown sector or type: {sector!r}, {type_name!r}")
        if mode is not None and (type_name, mode) not in known.modes:
            raise row.fault(f"{type_name} has no mode {mode!r}")
        acts.add((sector, type_name, mode))
    return frozenset(acts)
