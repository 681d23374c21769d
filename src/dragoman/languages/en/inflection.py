"""The forms of English verbs and nouns: regular rules and a table of the rest."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from dragoman.lexicon import read_table

__all__ = ["forms"]

_FOLDER = Path(__file__).parent
# One stressed vowel before one consonant doubles it: ban, banned. Longer words need the table.
_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprtvz]$")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


@cache
def _irregular() -> dict[tuple[str, str], tuple[str, ...]]:
    rows = read_table(_FOLDER / "irregular.tsv", ("lemma", "pos", "forms"))
    return {(row["lemma"], row["pos"]): row.many("forms") for row in rows}


def forms(lemma: str, pos: str) -> frozenset[str]:
    """Return all forms of a lemma, itself included; `pos` is v (verb), n (noun) or another.

    A lemma of another part of speech has one form.
    """
    known = _irregular().get((lemma, pos))
    if known is not None:
        return frozenset((lemma, *known))
    if pos == "v":
        return frozenset((lemma, _with_s(lemma), *_past_and_ing(lemma)))
    if pos == "n":
        return frozenset((lemma, _with_s(lemma)))
    return frozenset((lemma,))


def _with_s(word: str) -> str:
    if _SIBILANT.search(word):
        return word + "es"
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    return word + "s"


def _past_and_ing(verb: str) -> tuple[str, str]:
    if verb.endswith("ie"):
        return verb + "d", verb[:-2] + "ying"
    if verb.endswith("ee"):
        return verb + "d", verb + "ing"
    if verb.endswith("e"):
        return verb + "d", verb[:-1] + "ing"
    if _CONSONANT_Y.search(verb):
        return verb[:-1] + "ied", verb + "ing"
    if _DOUBLES.match(verb):
        return verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    return verb + "ed", verb + "ing"
