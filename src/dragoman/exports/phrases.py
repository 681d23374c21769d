"""How each act is told: the table of phrases."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.lexicon import Row, read_table

__all__ = ["Phrase", "phrases"]

FORMS = ("done", "act", "noun")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words for an act in one form, with a recipient and without."""

    directed: str
    alone: str

    def tell(self, whom: str) -> str:
        """Return the words, with the recipient in its place; `whom` is empty where none is told."""
        return self.directed.replace("{whom}", whom) if whom else self.alone


@cache
def phrases() -> dict[tuple[str, str], dict[str, Phrase]]:
    """Return the forms of each act by type and mode; the mode is empty for a type as a whole.

    Raises BadTable for a line without its two phrases, and for an act told twice.
    """
    told: dict[tuple[str, str], dict[str, Phrase]] = {}
    for row in read_table(Path(__file__).with_name("phrases.tsv"), ("type", "mode", *FORMS)):
        key = (row["type"], row["mode"])
        if key in told:
            raise row.fault(f"{' '.join(key)} is told already")
        told[key] = {form: _phrase(row, form) for form in FORMS}
    return told


def _phrase(row: Row, form: str) -> Phrase:
    parts = row.many(form)
    if len(parts) != 2 or "{whom}" not in parts[0] or "{whom}" in parts[1]:
        raise row.fault(f"{form} is two phrases, 'with {{whom}} | without', not {row[form]!r}")
    return Phrase(*parts)
