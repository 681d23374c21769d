"""Claims of others, and the verbs that deny or confirm them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.languages.en.inflection import forms
from dragoman.lexicon import read_table

__all__ = ["Claims", "Judging", "load_claims"]

_FOLDER = Path(__file__).parent
_JUDGEMENTS = ("denies", "confirms")


@dataclass(frozen=True, slots=True)
class Judging:
    """A verb that judges a claim; `companion` is the second word it must have ("bore *out*")."""

    companion: str | None
    denies: bool


@dataclass(frozen=True, slots=True)
class Claims:
    """The tables of claims, by lower-case form; verbs with a companion before those without."""

    nouns: frozenset[str]
    verbs: dict[str, tuple[Judging, ...]]


@cache
def load_claims() -> Claims:
    """Return the tables of claims, read once; raises BadTable naming file and line."""
    verbs: dict[str, tuple[Judging, ...]] = {}
    for row in read_table(_FOLDER / "claims.tsv", ("verb", "judgement")):
        if row["judgement"] not in _JUDGEMENTS:
            raise row.fault(f"{row['judgement']!r}: a verb {' or '.join(_JUDGEMENTS)} a claim")
        lemma, _, companion = row["verb"].partition(" ")
        judging = Judging(companion or None, row["judgement"] == "denies")
        for form in forms(lemma, "v"):
            others = verbs.get(form, ())
            verbs[form] = (judging, *others) if companion else (*others, judging)
    rows = read_table(_FOLDER / "claim_nouns.tsv", ("noun",))
    return Claims(frozenset(form for row in rows for form in forms(row["noun"], "n")), verbs)
