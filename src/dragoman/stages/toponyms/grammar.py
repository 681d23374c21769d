"""Whether a state or a capital is named as a place, or as somebody who acts."""

from __future__ import annotations

import re

from dragoman.knowledge.gazetteer import fold
from dragoman.knowledge.places import Kind
from dragoman.languages.en.placing import PlaceWords, place_words
from dragoman.models.view import Parse, Word
from dragoman.stages.toponyms.recognise import Toponym

__all__ = ["is_place"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent", "dative", "expl"})
_LED = re.compile(r"-[a-z]")
_STEPS = 6  # longer chains of coordination and apposition are parser errors


def is_place(toponym: Toponym, parse: Parse) -> bool:
    """Tell whether the words name a place as a place.

    States, capitals and seats of government are also actors: subjects and owners, and whoever one
    talks with. Other places are always places.
    """
    words = place_words()
    if not _can_act(toponym, words):
        return True
    if _LED.match(parse.text, toponym.span.end):
        return False  # "Qatar-brokered talks" need not be held there
    word = parse.head_of(toponym.span)
    if word is None:
        return _by_neighbours(toponym, words)
    return _by_function(word, toponym, words, _STEPS)


def _can_act(toponym: Toponym, words: PlaceWords) -> bool:
    place = toponym.place
    if place.kind is Kind.COUNTRY or place.capital:
        return True
    key = fold(place.name)
    return words.has("seat", key) or words.has("metonym", key)


def _by_neighbours(toponym: Toponym, words: PlaceWords) -> bool:
    """Decide without a parse, by the preposition before and the noun after."""
    around = toponym.around
    if toponym.choice.basis == "containment":
        return True
    if around.preposition is not None:
        return words.has("strong", around.preposition)
    return around.of is not None and words.has("settlement", around.of)


def _by_function(word: Word, toponym: Toponym, words: PlaceWords, steps: int) -> bool:
    if toponym.choice.basis == "containment":
        return True
    head, dep = word.head, word.dep
    if dep in ("conj", "appos", "npadvmod") and steps and not word.is_root:
        return _by_function(head, toponym, words, steps - 1) or dep == "npadvmod"
    if words.has("misspelt", head.lower):
        return True
    if dep == "poss":
        return toponym.place.kind is not Kind.COUNTRY and words.has("after", head.lower)
    if dep in _SUBJECTS:
        return False
    if dep in ("compound", "nmod", "amod"):
        return toponym.place.kind is not Kind.COUNTRY and _modifies_a_place(head, words)
    if dep in ("dobj", "oprd"):
        return words.has("visiting", head.lower) or words.has("striking", head.lower)
    if dep == "pobj":
        return _after(head, words)
    return word.is_root or dep in ("ROOT", "dep", "attr")


def _modifies_a_place(noun: Word, words: PlaceWords) -> bool:
    """Tell whether a noun after a capital is something that happens or stands there."""
    lower = noun.lower
    return any(words.has(use, lower) for use in ("event", "after", "facility", "geography"))


def _after(preposition: Word, words: PlaceWords) -> bool:
    """Tell whether a preposition makes its object a place."""
    lower, governor = preposition.lower, preposition.head
    if lower == "of":
        return words.has("settlement", governor.lower)
    if lower in ("to", "for", "toward", "towards"):
        return words.has("going", governor.lower)
    if lower == "from":
        over = governor.head if governor.dep == "dobj" else governor
        return over.tag.startswith("VB") or words.has("leaving", over.lower)
    if lower in ("around", "through", "via", "into", "onto", "off", "along"):
        return True
    return words.has("there", lower) or words.has("strong", lower)
