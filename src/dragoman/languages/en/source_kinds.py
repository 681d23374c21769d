"""What nouns and sectors say of the kind of a source."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.languages.en.inflection import forms
from dragoman.lexicon import Row, read_table
from dragoman.record import SourceKind

__all__ = ["SectorKinds", "SourceKinds", "load_source_kinds"]

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class SectorKinds:
    """The kinds of the actors of one sector: a person with a name, others, a body."""

    named: SourceKind
    unnamed: SourceKind
    body: SourceKind


@dataclass(frozen=True, slots=True)
class SourceKinds:
    """The tables of kinds: nouns by any form with the words they need beside them, sectors."""

    nouns: Mapping[str, tuple[tuple[frozenset[str], SourceKind], ...]]
    sectors: Mapping[str, SectorKinds]

    def of_noun(self, noun: str, beside: Set[str]) -> SourceKind | None:
        """Return the kind a noun tells, in lower case, with the words beside it; None for none."""
        for needed, kind in self.nouns.get(noun, ()):
            if not needed or needed & beside:
                return kind
        return None


@cache
def load_source_kinds() -> SourceKinds:
    """Return the tables of kinds, read once; raises BadTable naming file and line."""
    nouns: dict[str, list[tuple[frozenset[str], SourceKind]]] = {}
    for row in read_table(_FOLDER / "source_nouns.tsv", ("noun", "beside", "kind")):
        needed = frozenset(form for word in row.many("beside") for form in forms(word, "n"))
        for form in forms(row["noun"], "n"):
            known = nouns.setdefault(form, [])
            # The row that needs words beside goes before the one that does not.
            known.insert(0 if needed else len(known), (needed, _kind(row, "kind")))
    columns = ("sector", "named", "unnamed", "body")
    sectors = {
        row["sector"]: SectorKinds(_kind(row, "named"), _kind(row, "unnamed"), _kind(row, "body"))
        for row in read_table(_FOLDER / "source_sectors.tsv", columns)
    }
    return SourceKinds({form: tuple(rows) for form, rows in nouns.items()}, sectors)


def _kind(row: Row, column: str) -> SourceKind:
    try:
        return SourceKind(row[column])
    except ValueError as error:
        known = ", ".join(SourceKind)
        raise row.fault(f"{row[column]!r} is no kind of source; these are: {known}") from error
