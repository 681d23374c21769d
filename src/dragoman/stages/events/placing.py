"""Which places belong to which act."""

from __future__ import annotations

from collections.abc import Container

from dragoman.models.view import Word
from dragoman.record import Place, Report
from dragoman.stages.events.anchors import Found

__all__ = ["places_of"]

_LOCATIVE = frozenset("in at near outside inside across around on off throughout".split())
# What an attack is aimed at is where it happens; where a visitor goes to is where the visit is.
_AIMED = frozenset("on against at in into over toward".split())
_DEPTH = 8


def places_of(
    found: Found, report: Report, acts: Container[Word] = frozenset()
) -> tuple[Place, ...]:
    """Return the places where an act took place, the nearest in the grammar first.

    A place counts when a locative preposition ties it to the act's own words ("met in Alaska"),
    when it stands directly before a nominal act ("the Alaska meeting"), is its visited or attacked
    object, or is what a "where" clause hangs on. `acts` are the words of all acts of the sentence:
    a place tied to another act ("called for a truce in Gaza") is that act's.
    """
    mine = [
        p
        for p in report.places
        if p.span is not None and found.sentence.start <= p.span.start < found.sentence.end
    ]
    ranked = []
    for place in mine:
        word = found.sentence.head_of(place.span) if place.span else None
        rank = _rank(found, word, acts) if word is not None else None
        if rank is not None:
            ranked.append((rank, place))
    return tuple(place for _, place in sorted(ranked, key=lambda pair: pair[0]))


def _rank(found: Found, word: Word, acts: Container[Word]) -> int | None:
    """Return how near a place word is tied to an act, or None when it is not."""
    first = _first_conjunct(word)
    if first.dep in ("compound", "nmod", "amod") and first.head is found.head:
        return 1
    if first.dep in ("dobj", "nsubjpass") and first.head in found.own:
        taken = found.type_is("ASSAULT") or found.predicate.mode in ("visit", "seize")
        return 2 if taken else None
    taken = found.type_is("ASSAULT") or found.predicate.mode in ("seize", "withdraw")
    if taken and first.dep == "pobj" and first.head.lower == "of":
        target = first.head.head  # "struck the port of Odesa"
        if target.dep in ("dobj", "nsubjpass") and target.head in found.own:
            return 2
    if first.dep == "pobj" and first.head.lower == "of" and first.head.head.tag in ("NN", "NNS"):
        held = _by_preposition(found, first.head.head, acts)  # "at the village of Panmunjom"
        if held is not None:
            return held
    if found.head.dep == "relcl" and found.head.head is word:
        return 3 if any(c.lower == "where" for c in found.head.children) else None
    return _by_preposition(found, first, acts)


def _first_conjunct(word: Word) -> Word:
    while word.dep == "conj":
        word = word.head
    return word


def _by_preposition(found: Found, word: Word, acts: Container[Word]) -> int | None:
    if word.dep != "pobj" or word.head.dep not in ("prep", "advmod"):
        return None
    preposition = word.head
    if not _fits(found, preposition.lower):
        return None
    holder, depth = preposition.head, 0
    while depth < _DEPTH:
        if holder in found.own:
            return 0 if holder is found.head else 1
        if holder in acts:
            return None
        # "met President Putin in Alaska": hung on a name inside the act's own phrase
        inside = holder.tag.startswith("NN") and holder.dep in ("pobj", "dobj", "conj", "prep")
        if inside or holder.dep in ("prep", "agent"):
            holder = holder.head
        else:
            return None
        depth += 1
    return None


def _fits(found: Found, preposition: str) -> bool:
    if preposition in _LOCATIVE:
        return True
    if preposition == "to":
        return found.predicate.mode == "visit"
    return found.type_is("ASSAULT") and preposition in _AIMED
