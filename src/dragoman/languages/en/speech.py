"""Verbs, nouns and adverbs that give words to a source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.languages.en.inflection import forms
from dragoman.lexicon import Row, read_table
from dragoman.record import VerbClass

__all__ = ["ReportingVerb", "Saying", "Speech", "load_speech"]

_FOLDER = Path(__file__).parent
_FRAMES = frozenset("clause quote wh infinitive ing object as shows tell raised".split())
_SPOKEN = frozenset(("clause", "quote"))


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A verb of saying, and the grammar its content may have beside it.

    `prepositions` are the words that may stand between it and its content ("called for");
    `companion` is a second word it must have beside it ("made *clear*").
    """

    lemma: str
    companion: str | None
    verb_class: VerbClass
    frames: frozenset[str]
    prepositions: frozenset[str]

    @property
    def spoken(self) -> bool:
        """Whether whole clauses or quotations are given with it, not only positions taken."""
        return bool(self.frames & _SPOKEN)


@dataclass(frozen=True, slots=True)
class Saying:
    """A noun of saying: "the claim that", "his refusal to"; `follows` is what brings its content.

    An `owned` noun is a cue only with whose it is.
    """

    noun: str
    verb_class: VerbClass
    follows: frozenset[str]
    owned: bool


@dataclass(frozen=True, slots=True)
class Speech:
    """The tables of saying, by lower-case form."""

    verbs: dict[str, tuple[ReportingVerb, ...]]
    issued: frozenset[str]
    statements: frozenset[str]
    nouns: dict[str, Saying]
    hedges: dict[str, VerbClass]
    labels: frozenset[str]

    @property
    def words(self) -> frozenset[str]:
        """Every form that can cue an attribution of whole clauses: what triage looks for."""
        spoken = (
            form
            for form, rows in self.verbs.items()
            if any(row.spoken and row.companion is None for row in rows)
        )
        clauses = (form for form, noun in self.nouns.items() if "that" in noun.follows)
        return frozenset((*spoken, *clauses, *self.hedges, "according"))


@cache
def load_speech() -> Speech:
    """Return the tables of saying, read once; raises BadTable naming file and line."""
    verbs: dict[str, tuple[ReportingVerb, ...]] = {}
    for row in read_table(_FOLDER / "reporting.tsv", ("lemma", "class", "content")):
        verb = _verb(row)
        for form in forms(verb.lemma.partition(" ")[0], "v"):
            others = verbs.get(form, ())
            # the reading with two words goes before the one with one: rule out, rule
            verbs[form] = (verb, *others) if verb.companion else (*others, verb)
    issued, statements, nouns = set(), set(), {}
    for row in read_table(_FOLDER / "sayings.tsv", ("noun", "class", "content", "owner", "issued")):
        known = forms(row["noun"], "n")
        if row["issued"]:
            issued.update(known)
        if row["issued"] == "statement":
            statements.update(known)
        if row["content"]:
            follows = frozenset(row.many("content"))
            noun = Saying(row["noun"], _class(row), follows, row["owner"] == "needed")
            nouns.update(dict.fromkeys(known, noun))
    hedges = {
        row["adverb"]: _class(row)
        for row in read_table(_FOLDER / "hedges.tsv", ("adverb", "class"))
    }
    labels = frozenset(row["label"] for row in read_table(_FOLDER / "labels.tsv", ("label",)))
    return Speech(verbs, frozenset(issued), frozenset(statements), nouns, hedges, labels)


def _verb(row: Row) -> ReportingVerb:
    content = frozenset(row.many("content"))
    if not content:
        raise row.fault("no content: say what may follow the verb, such as clause or quote")
    companion = row["lemma"].partition(" ")[2] or None
    return ReportingVerb(
        row["lemma"], companion, _class(row), content & _FRAMES, content - _FRAMES
    )


def _class(row: Row) -> VerbClass:
    try:
        return VerbClass(row["class"])
    except ValueError as error:
        known = ", ".join(VerbClass)
        raise row.fault(f"{row['class']!r} is no class of saying; these are: {known}") from error
