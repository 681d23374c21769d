"""Verbs, nouns and adverbs that give words to a source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.languages.en.inflection import forms
from dragoman.lexicon import Row, read_table
from dragoman.record import VerbClass

__all__ = ["ReportingVerb", "Saying", "Speech", "load_speech"]

_FOLDER = Path(__file__).parent
_FRAMES = frozenset("clause quote wh infinitive ing object as shows tell raised".split())
_COMMON = frozenset(("be", "make"))  # in too many sentences to tell anything
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
    issuing: frozenset[str]
    nouns: dict[str, Saying]
    hedges: dict[str, VerbClass]
    labels: frozenset[str]
    days: frozenset[str]

    @property
    def words(self) -> frozenset[str]:
        """Every form that can cue an attribution of whole clauses: what triage looks for.

        Of two words ("is confident") the second stands for both: the first is in every sentence.
        """
        found = {"according", *self.hedges}
        for form, rows in self.verbs.items():
            for row in rows:
                if row.spoken:
                    common = row.lemma.partition(" ")[0] in _COMMON
                    found.add(row.companion if common and row.companion else form)
        found.update(form for form, noun in self.nouns.items() if "that" in noun.follows)
        return frozenset(found)


@cache
def load_speech() -> Speech:
    """Return the tables of saying, read once; raises BadTable naming file and line."""
    hedges = read_table(_FOLDER / "hedges.tsv", ("adverb", "class"))
    issuing = (row["verb"] for row in read_table(_FOLDER / "issuing.tsv", ("verb",)))
    nouns = list(
        read_table(_FOLDER / "sayings.tsv", ("noun", "class", "content", "owner", "issued"))
    )
    return Speech(
        verbs=_verbs(),
        issued=_forms(row["noun"] for row in nouns if row["issued"]),
        issuing=frozenset(form for verb in issuing for form in forms(verb, "v")),
        nouns={f: _saying(row) for row in nouns if row["content"] for f in forms(row["noun"], "n")},
        hedges={row["adverb"]: _class(row) for row in hedges},
        days=_days(),
        labels=frozenset(row["label"] for row in read_table(_FOLDER / "labels.tsv", ("label",))),
    )


def _days() -> frozenset[str]:
    words = read_table(_FOLDER / "time_words.tsv", ("word", "class", "value", "case"))
    return frozenset(row["word"] for row in words if row["class"] == "weekday")


def _verbs() -> dict[str, tuple[ReportingVerb, ...]]:
    verbs: dict[str, tuple[ReportingVerb, ...]] = {}
    copulas = [row["verb"] for row in read_table(_FOLDER / "copulas.tsv", ("verb",))]
    for row in read_table(_FOLDER / "reporting.tsv", ("lemma", "class", "content")):
        verb = _verb(row)
        first = verb.lemma.partition(" ")[0]
        lemmas = ("be", *copulas) if first == "be" else (first,)
        for form in sorted({form for lemma in lemmas for form in forms(lemma, "v")}):
            others = verbs.get(form, ())
            # The reading with two words goes before the one with one: rule out, rule.
            verbs[form] = (verb, *others) if verb.companion else (*others, verb)
    return verbs


def _forms(nouns: Iterable[str]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in forms(noun, "n"))


def _saying(row: Row) -> Saying:
    return Saying(
        row["noun"], _class(row), frozenset(row.many("content")), row["owner"] == "needed"
    )


def _verb(row: Row) -> ReportingVerb:
    content = frozenset(row.many("content"))
    if not content:
        raise row.fault("no content: say what may follow the verb, such as clause or quote")
    companion = row["lemma"].partition(" ")[2] or None
    return ReportingVerb(row["lemma"], companion, _class(row), content & _FRAMES, content - _FRAMES)


def _class(row: Row) -> VerbClass:
    try:
        return VerbClass(row["class"])
    except ValueError as error:
        known = ", ".join(VerbClass)
        raise row.fault(f"{row['class']!r} is no class of saying; these are: {known}") from error
