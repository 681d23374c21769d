"""How the grammar of a sentence ties the name of a place to an act."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from dragoman.languages.en.placing import place_words
from dragoman.models.view import Word
from dragoman.record import Place, Span
from dragoman.stages.events.anchors import Found

__all__ = ["Act", "Tie"]

_STEPS = 8  # words between a place and its act; longer paths are other clauses
_BESIDE = 40  # characters; a date and a preposition fit in
_FILLING = frozenset(["the", "last", "this"])
_TALK = "ACCUSE AGREE CONSULT REJECT REQUEST SUPPORT THREATEN".split()


class Tie(IntEnum):
    """How a place can hang on an act, the nearest first.

    WITHIN is said beside an argument of the act ("met the president in Kyiv"), CLAUSE what a
    "where" clause hangs on, SHARED the place of a verb beside ("arrived in Ankara and met").
    """

    OWN = 1
    WITHIN = 2
    MODIFIER = 3
    TARGET = 4
    CLAUSE = 5
    SHARED = 6


class Act:
    """An act as its places see it; `others` are all acts of the sentence by their words."""

    def __init__(self, found: Found, others: Mapping[Word, Found]) -> None:
        """Note the verbs that share their place with the act."""
        self._found = found
        self._others = others
        self._words = place_words()
        self._own = {*found.own, *self._happening()}
        self._shared = frozenset(self._beside_it())
        self._hits = found.type_is("ASSAULT", "MOBILIZE")
        # What is attacked or taken is where that is done.
        self._takes = found.type_is("ASSAULT") or found.predicate.mode in ("seize", "withdraw")

    def tie(self, word: Word, place: Place) -> Tie | None:
        """Return how near a place is tied to the act by its word; None where it is not."""
        return self._by_grammar(word) or self._by_order(place.span)

    def _by_grammar(self, word: Word) -> Tie | None:
        first = _first(word)
        if first.dep in ("compound", "nmod", "amod") and first.head is self._found.head:
            return Tie.MODIFIER
        if first.dep in ("compound", "nmod") and first.head.dep == "pobj":
            first = first.head  # "at Ankara airport"
        if first.dep in ("dobj", "nsubjpass", "advmod", "npadvmod"):  # unknown towns: adverbs
            return self._as_object(first)
        if first.dep == "pobj" and (tie := self._by_preposition(first)) is not None:
            return tie
        where = any(child.lower == "where" for child in self._found.head.children)
        clause = where and self._found.head.dep == "relcl" and self._found.head.head is word
        return Tie.CLAUSE if clause else None

    def _as_object(self, word: Word) -> Tie | None:
        if word.head in self._shared:
            return Tie.SHARED if self._words.has("visiting", word.head.lower) else None
        taken = self._takes or self._found.predicate.mode == "visit"
        return Tie.TARGET if taken and word.head in self._own else None

    def _by_preposition(self, word: Word) -> Tie | None:
        preposition = word.head
        if preposition.lower == "of":
            return self._by_of(preposition.head)
        if preposition.dep not in ("prep", "advmod", "pcomp", "conj"):
            return None
        top = preposition
        while top.dep in ("prep", "pcomp", "conj") and top.head.tag == top.tag:
            top = top.head  # "from inside Gaza", "in Tbilisi and in Batumi"
        return self._from(top.head, preposition)

    def _by_of(self, noun: Word) -> Tie | None:
        """Judge "the shelling of Odesa", "struck the port of Odesa", "at the village of X"."""
        if noun in self._own:
            return Tie.TARGET if self._takes else None
        if self._takes and noun.dep in ("dobj", "nsubjpass") and noun.head in self._own:
            return Tie.TARGET
        known = noun.dep == "pobj" and noun.head.lower != "of" and noun.tag in ("NN", "NNS")
        return self._by_preposition(noun) if known else None

    def _from(self, holder: Word, preposition: Word) -> Tie | None:
        """Follow a prepositional phrase up to the act, over its arguments only."""
        before = self._found.sentence.words[preposition.index - 1]
        for step in range(_STEPS):
            own = holder in self._own and not self._is_topic(holder)
            if own or holder in self._shared:
                passed = before is not holder and self._stands_apart(before)
                if passed or not self._locates(preposition.lower, holder):
                    return None
                if not own:
                    return Tie.SHARED
                if self._takes and self._words.has("source", preposition.lower):
                    return Tie.TARGET  # the country that an army leaves
                return Tie.OWN if step == 0 else Tie.WITHIN
            inside = holder.tag.startswith("NN") and not self._stands_apart(holder)
            argument = inside and holder.dep in ("pobj", "dobj", "conj", "prep")
            if not argument and holder.dep not in ("prep", "agent"):
                return None
            holder = holder.head
        return None

    def _stands_apart(self, noun: Word) -> bool:
        """Tell whether a noun has a place of its own: "condemned the attack in Jerusalem"."""
        other = self._others.get(noun)
        if other is None or noun in self._own:
            return self._is_topic(noun)
        frame = other.type_is("CONSULT") and noun.dep == "pobj"
        within = frame and noun.head.lower in ("at", "during", "in")
        return not (within and noun.head.head in self._own)  # "agreed at a summit in Bonn"

    def _is_topic(self, noun: Word) -> bool:
        """Tell whether a noun is what is only talked about: "discussed the war in Yemen"."""
        if noun is self._found.head or not self._words.has("act", noun.lower):
            return False
        if noun in self._own:
            return self._found.type_is("CONSULT")
        protested = self._found.type_is("PROTEST") and noun.dep == "pobj"
        return protested or self._found.type_is(*_TALK)

    def _locates(self, preposition: str, holder: Word) -> bool:
        """Tell whether a preposition says where, given the word it ends up with."""
        words = self._words
        if holder in self._own and self._hits and words.has("aimed", preposition):
            return True
        if words.has("topic", preposition):
            return False
        if words.has("goal", preposition):
            moves = self._found.type_is("CONSULT", "MOBILIZE") or holder in self._shared
            goes = words.has("going", holder.lower) or self._found.predicate.mode == "visit"
            return moves and goes
        if words.has("source", preposition):
            return words.has("leaving", holder.lower)
        return words.has("there", preposition)

    def _happening(self) -> list[Word]:
        """Return the verb that only says that a nominal act was: "fighting went on in Goma"."""
        head = self._found.head
        only = head.dep in ("nsubj", "nsubjpass") and self._words.has("happening", head.head.lower)
        return [head.head] if only else []

    def _beside_it(self) -> list[Word]:
        """Return the verbs of going and speaking whose place is also the act's."""
        verb, uses = self._found.clause, ("going", "speaking")
        beside = [child for child in verb.all("advcl") if child.lower.endswith("ing")]
        if verb.dep in ("conj", "xcomp", "advcl") and verb.head.start < verb.start:
            beside.append(verb.head)
        return [w for w in beside if any(self._words.has(use, w.lower) for use in uses)]

    def _by_order(self, span: Span | None) -> Tie | None:
        """Find "discussions Monday in Doha" and "the truce in Gaza" whatever the parser says."""
        sentence, anchor = self._found.sentence, self._found.anchor
        if span is None or not 0 < span.start - anchor.end < _BESIDE:
            return None
        between = sentence.within(Span(anchor.end, span.start))
        told = [w for w in between if w.lower not in _FILLING]
        if not told or not self._locates(told[-1].lower, self._found.head):
            return None
        days = all(self._words.has("calendar", w.lower) or w.tag == "CD" for w in told[:-1])
        return Tie.OWN if days else None


def _first(word: Word) -> Word:
    """Return the first of the names that a name is listed with or explains."""
    while word.dep in ("conj", "appos") and not word.is_root:
        word = word.head
    return word
