"""Acts that CAMEO files under another root than PLOVER does, by their words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.languages.en.inflection import forms
from dragoman.lexicon import read_table
from dragoman.ontology import load_ontology

__all__ = ["RootRule", "load_root_rules"]

_FILE = Path(__file__).parent / "cameo_roots.tsv"


@dataclass(frozen=True, slots=True)
class RootRule:
    """A row: what an act must be and which words it must have for a CAMEO code."""

    type: str
    mode: str | None
    words: frozenset[str]
    beside: frozenset[str]
    unless: frozenset[str]
    code: str

    def fits(self, type_name: str, mode: str | None, words: Collection[str]) -> bool:
        """Tell whether an act of a type and mode, told in lower-case words, is meant."""
        return (
            self.type == type_name
            and self.mode in (None, mode)
            and (not self.words or not self.words.isdisjoint(words))
            and (not self.beside or not self.beside.isdisjoint(words))
            and self.unless.isdisjoint(words)
        )


@cache
def load_root_rules() -> tuple[RootRule, ...]:
    """Return the rows in order, read once; raises BadTable naming file and line."""
    rules = []
    known = load_ontology().cameo
    for row in read_table(_FILE, ("type", "mode", "words", "with", "unless", "code")):
        if row["code"] not in known:
            raise row.fault(f"{row['code']!r} is no CAMEO code")
        words, beside, unless = (_forms(row[name]) for name in ("words", "with", "unless"))
        mode = row["mode"] or None
        rules.append(RootRule(row["type"], mode, words, beside, unless, row["code"]))
    return tuple(rules)


def _forms(cell: str) -> frozenset[str]:
    """Return the forms of all lemmas of a cell, as verbs and as nouns."""
    lemmas = [lemma for lemma in cell.split("/") if lemma]
    return frozenset(form for lemma in lemmas for pos in "vn" for form in forms(lemma, pos))
