"""What is said of a claim that somebody made: "rejected reports that", "called it a lie that"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.languages.en.claims import load_claims
from dragoman.languages.en.predicates import Predicates
from dragoman.models.view import Word

__all__ = ["Verdict", "is_claim", "judged_claim", "judged_verb", "verdict_of"]

_UP = 4  # steps from a claim to the verb: "dismissed as pure fabrication a report that"
_NOT = frozenset({"no", "little", "hardly", "without", "any"})
_LINKED = (
    "prep",
    "pobj",
    "dobj",
    "oprd",
    "appos",
    "attr",
    "nsubj",
    "nsubjpass",
    "amod",
    "pcomp",
    "nmod",
    "dep",
)
_JUDGED = ("acomp", "attr", "oprd")


class Verdict(NamedTuple):
    """The word that judges what is claimed, and whether it is said not to be so."""

    word: Word
    denies: bool

    @property
    def effect(self) -> str:
        """What it makes of the act that is claimed."""
        return "negated" if self.denies else "actual"

    @property
    def reason(self) -> str:
        """Why, in words, before the word that judges."""
        return "denied by" if self.denies else "confirmed by"


def is_claim(noun: Word) -> bool:
    """Tell whether a noun names what somebody claims."""
    return noun.lower in load_claims().nouns


def judged_claim(noun: Word, tables: Predicates) -> Verdict | None:
    """Return what is said of the claim that a noun names; None where nobody judges it."""
    if not is_claim(noun):
        return None
    chain = list(_above(noun))
    if any(word.child("neg") for word in chain[-1:]):
        return None  # "did not deny reports that" leaves it open
    for word in _judging(noun, chain):
        if (verdict := verdict_of(word, tables)) is not None:
            return verdict
    verb = judged_verb(noun)
    return verb if verb is not None and verb.word.child("neg") is None else None


def judged_verb(noun: Word) -> Verdict | None:
    """Return the verb that denies or confirms the claim a noun names."""
    claims = load_claims()
    if noun.lower not in claims.nouns:
        return None
    verb = noun.head.head if noun.dep == "pobj" and not noun.head.is_root else noun.head
    if noun.dep == "appos":
        verb = next(reversed(list(_above(noun))), noun.head)
    for judging in claims.verbs.get(verb.lower, ()):
        beside = (c.lower for c in verb.children if c.dep in ("prt", "advmod", "prep"))
        if judging.companion is None or judging.companion in beside:
            return Verdict(verb, judging.denies)
    return None


def verdict_of(word: Word, tables: Predicates) -> Verdict | None:
    """Return the verdict that a word gives: "baseless", "no truth in", "fake news"."""
    for said in (word, *word.all("amod", "compound")):
        for entry in tables.modal.get((said.lower, "a"), ()):
            if entry.under == "truth":
                denied = any(c.lower in _NOT for c in word.children) or said.child("neg")
                return Verdict(said, bool(denied) != (entry.effect == "negated"))
    return None


def _above(noun: Word) -> Iterator[Word]:
    """Yield the words from a claim up to the verb that has it somewhere under it."""
    word = noun
    for _ in range(_UP):
        if word.is_root or word.dep not in _LINKED:
            return
        word = word.head
        yield word
        if word.tag.startswith("VB"):
            return


def _judging(noun: Word, chain: list[Word]) -> Iterator[Word]:
    """Yield the words that may judge a claim, nearest first."""
    yield from noun.all("amod")
    yield from (w for w in chain if not w.tag.startswith("VB"))
    for verb in chain[-1:]:
        yield from verb.all(*_JUDGED)
        for preposition in (c for c in verb.all("prep") if c.lower == "as"):
            yield from preposition.all("pobj", "amod", "acomp")
