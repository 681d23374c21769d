"""When a capital or a seat of government stands for the state, and when it is only a place."""

from __future__ import annotations

from dragoman.models.view import Word
from dragoman.stages.actors.words import words as word_classes

__all__ = ["capital_acts", "seat_acts"]

_AT = frozenset("in at outside inside near around into behind toward towards within".split())
_CHAIN = 6  # no clause coordinates more names than this; guards against odd parses


def capital_acts(word: Word, depth: int = _CHAIN) -> bool:
    """Tell whether a capital's name, by its function in the clause, means the state."""
    if word.dep == "conj" and depth:
        return capital_acts(word.head, depth - 1)
    head = word.head
    known = word_classes()
    if word.dep == "nsubj":
        return _acts_as_subject(head)
    if word.dep in ("nsubjpass", "dobj", "dative", "iobj"):
        return known.among("state_object", head.lower)
    if word.dep == "poss":
        return not known.among("city_noun", head.lower)
    if word.dep == "pobj":
        return _acts_after(head, word)
    return False


def _acts_as_subject(verb: Word) -> bool:
    if not verb.tag.startswith(("VB", "MD")):
        return False
    if not word_classes().among("city_verb", verb.lower):
        return True
    return verb.child("acomp") is not None


def _acts_after(preposition: Word, word: Word) -> bool:
    """Tell whether a capital after a preposition means the state ("ties with Moscow")."""
    lower, head = preposition.lower, preposition.head
    known = word_classes()
    if lower == "between":
        return bool(word.all("conj")) and not known.among("road", head.lower)
    if preposition.dep == "agent":
        return True
    if head.tag.startswith("VB"):
        if lower == "with":
            return True
        if lower == "to" and known.among("state_dative", head.lower):
            return True
        if lower in known.values("state_after", head.lower):
            return True
        object_ = head.child("dobj", "nsubjpass")
        return object_ is not None and _fits(object_, lower)
    return _fits(head, lower)


def _fits(noun: Word, preposition: str) -> bool:
    values = word_classes().values("state_noun", noun.lower)
    return preposition in values


def seat_acts(word: Word) -> bool:
    """Tell whether a seat of government ("the Kremlin") is an actor rather than a building."""
    head = word.head
    known = word_classes()
    if word.dep == "pobj":
        if head.lower in _AT:
            return False
        return head.lower != "to" or not known.among("motion", head.head.lower)
    if word.dep == "dobj":
        return not known.among("motion", head.lower)
    if word.dep in ("compound", "nmod", "amod"):
        return not known.among("encounter", head.lower)
    return True
