"""Verbs, nouns and adverbs that give words to a source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.languages.en.inflection import forms
from dragoman.lexicon import read_table
from dragoman.record import VerbClass

__all__ = ["ReportingVerb", "Speech", "load_speech"]

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb of saying, and what it needs beside it to be a cue."""

    lemma: str
    verb_class: VerbClass
    needs_quote: bool


@dataclass(frozen=True, slots=True)
class Speech:
    """The tables of saying, by lower-case form."""

    verbs: dict[str, ReportingVerb]
    issued: frozenset[str]
    nouns: dict[str, VerbClass]
    hedges: dict[str, VerbClass]

    @property
    def words(self) -> frozenset[str]:
        """Every form that can cue an attribution: what triage looks for."""
        return frozenset((*self.verbs, *self.nouns, *self.hedges, "according"))


@cache
def load_speech() -> Speech:
    """Return the tables of saying, read once; raises BadTable naming file and line."""
    verbs: dict[str, ReportingVerb] = {}
    for row in read_table(_FOLDER / "reporting.tsv", ("lemma", "class", "needs")):
        verb = ReportingVerb(row["lemma"], VerbClass(row["class"]), row["needs"] == "quote")
        verbs.update(dict.fromkeys(forms(row["lemma"], "v"), verb))
    issued, nouns = set(), {}
    for row in read_table(_FOLDER / "sayings.tsv", ("noun", "class")):
        issued.update(forms(row["noun"], "n"))
        if row["class"]:
            nouns.update(dict.fromkeys(forms(row["noun"], "n"), VerbClass(row["class"])))
    hedges = {
        row["adverb"]: VerbClass(row["class"])
        for row in read_table(_FOLDER / "hedges.tsv", ("adverb", "class"))
    }
    return Speech(verbs, frozenset(issued), nouns, hedges)
