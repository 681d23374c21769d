"""Common nouns that name an actor only in some places: "force", "ship", "body", "house"."""

from __future__ import annotations

from dragoman.models.view import Word
from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.words import words as word_classes

__all__ = ["common_noun_acts"]

_CHAIN = 6  # no clause coordinates more names than this; guards against odd parses
_SIDES = frozenset(("with", "between", "by"))


def common_noun_acts(phrase: Phrase) -> bool:
    """Tell whether a phrase of a role without a name is an actor where it stands.

    Only nouns of the class `common_noun` are doubted, and only where nobody is named as owner:
    they must act, speak, be spoken to, or be one side of something.
    """
    piece = phrase.roles[-1]
    known = word_classes()
    if piece.role is None or not known.among("common_noun", piece.role.noun):
        return True
    if phrase.owners or phrase.parts or phrase.holder or len(phrase.roles) > 1:
        return True
    if known.among("owned_noun", piece.role.noun):
        return False
    word = phrase.sentence.words[piece.last]
    if known.among("proper_noun", piece.role.noun):
        return word.text[:1].isupper() and word.index > 0
    if not phrase.plural and not _determined(phrase):
        return False
    if _followed_by(word, "of") and not known.among("charge", word.head.lower):
        return False  # "a state of emergency", but not "accused the opposition of treason"
    return _acts(word)


def _followed_by(word: Word, preposition: str) -> bool:
    return any(p.lower == preposition and p.start == word.end + 1 for p in word.all("prep"))


def _determined(phrase: Phrase) -> bool:
    if phrase.determiner or phrase.first < phrase.roles[-1].first:
        return True
    before = phrase.sentence.words[phrase.first - 1] if phrase.first else None
    return before is not None and before.tag in ("CD", "POS", "NNP", "JJ")


def _acts(word: Word, depth: int = _CHAIN) -> bool:
    """Tell whether the grammar makes a word the doer, the one told, or one side of something."""
    known, head = word_classes(), word.head
    if word.dep == "conj" and depth:
        return _acts(head, depth - 1)
    if word.dep == "nsubj":
        return head.tag.startswith(("VB", "MD")) and not known.among("thing_verb", head.lower)
    if word.dep in ("dobj", "dative", "nsubjpass"):
        return known.among("state_object", head.lower)
    if word.dep == "pobj":
        return head.dep == "agent" or head.lower in _SIDES
    return word.dep == "poss"
