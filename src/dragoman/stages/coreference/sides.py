"""Who "both sides" and "the parties" are: those who fight, talk or sign, never those who comment.

Every sentence gives evidence: a list that is subject of a verb of encounter or conflict, "between A
and B", the two ends of an accusation or attack. Mediators, hosts and observers stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.models.view import Sentence, Word
from dragoman.record import Mention, MentionKind
from dragoman.stages.actors.words import words as word_classes

__all__ = ["Opposed", "opposed", "the_sides"]

_TOGETHER, _BETWEEN, _WITH, _APART, _TOLD = 6, 6, 5.5, 3.2, 2  # weight of a kind of evidence
_FADING = 4  # sentences in which evidence loses half its weight
_ENOUGH = 2.6  # one accusation shows two sides only in the same sentence and the next
_CLEAR = 1.5  # the best must outweigh the second by this much
_BODIES = frozenset((MentionKind.COUNTRY, MentionKind.ORGANIZATION, MentionKind.GROUP))
_GROUPS = frozenset((MentionKind.ORGANIZATION, MentionKind.GROUP, MentionKind.PERSON))
_RECIPROCAL = frozenset(("other", "another"))


@dataclass(frozen=True, slots=True)
class Opposed:
    """Chains that one place of the text shows as sides of a conflict, a talk or a paper.

    `who` names them by state where each has one: an army and its ministry are one side.
    """

    members: tuple[int, ...]
    who: frozenset[str]
    bodies: bool
    sentence: int
    position: int
    weight: float


class _Finder:
    """Reads one sentence; mentions are found by the number of their head word."""

    def __init__(
        self, sentence: Sentence, mentions: Sequence[Mention], chain_of: Callable[[Mention], int]
    ) -> None:
        self.sentence = sentence
        self.chain_of = chain_of
        self.heads: dict[int, list[Mention]] = {}
        for mention in mentions:
            word = sentence.at(mention.head.start)
            if word is not None:
                self.heads.setdefault(word.index, []).append(mention)
        self.by_chain = {chain_of(m): m for m in mentions}
        self.found: list[Opposed] = []

    def named(self, words: Sequence[Word]) -> list[Mention]:
        """Return the mentions of words, the members of one that names several in its place."""
        named: list[Mention] = []
        for word in dict.fromkeys(w for first in words for w in (first, *self._beside(first))):
            here = self.heads.get(word.index, [])
            several = next((m for m in here if m.members), None)
            if several is not None:
                named += [self.by_chain[c] for c in several.members if c in self.by_chain]
            else:
                named += here[:1]
        return named

    def _beside(self, word: Word) -> list[Word]:
        """Return the B Front of "the government of A and the B Front", which hangs on A."""
        late = [
            c
            for p in word.all("prep")
            if p.lower == "of"
            for o in p.all("pobj")
            for c in o.conjuncts()[1:]
        ]
        return [w for w in late if any(m.kind in _GROUPS for m in self.heads.get(w.index, []))]

    def add(self, sides: Sequence[Mention], weight: float) -> None:
        """Note sides, if they are at least two."""
        members = tuple(dict.fromkeys(self.chain_of(m) for m in sides))
        if len(members) < 2 or any(m.kind is MentionKind.PRONOUN and m.members for m in sides):
            return
        who = frozenset(m.actor.country or f"chain {self.chain_of(m)}" for m in sides)
        if len(who) < len(members):
            who = frozenset(f"chain {c}" for c in members)
        bodies = all(m.kind in _BODIES for m in sides)
        position = max(m.span.start for m in sides)
        number = self.sentence.number
        self.found.append(Opposed(members, who, bodies, number, position, weight))


def opposed(
    sentence: Sentence, mentions: Sequence[Mention], chain_of: Callable[[Mention], int]
) -> list[Opposed]:
    """Return the sides a sentence shows, in no set order."""
    finder = _Finder(sentence, mentions, chain_of)
    for word in sentence.words:
        if word.tag.startswith("VB"):
            _verb(finder, word)
        if word.lower == "between":
            _between(finder, word)
    return finder.found


def _verb(finder: _Finder, verb: Word) -> None:
    subject = verb.child("nsubj", "nsubjpass") or _shared_subject(verb)
    if subject is None:
        return
    doers = finder.named(_listed(subject))
    if len(doers) > 1:
        if _joint(verb):
            finder.add(doers, _TOGETHER)
        return
    finder.add(finder.named(_told(verb)), _TOLD)
    others = finder.named(_others(verb))
    if len(doers) == 1 and len(others) == 1:
        against = word_classes().among("against_verb", verb.lower)
        finder.add([*doers, *others], _APART if against else _WITH)


def _shared_subject(verb: Word) -> Word | None:
    """Return the subject of the verb that a verb is coordinated with or hangs on ("to sign")."""
    above = verb.head
    if verb.dep in ("conj", "xcomp") and above is not verb:
        return above.child("nsubj", "nsubjpass")
    return None


def _listed(word: Word) -> list[Word]:
    """Return a word and what is listed after it; the parser takes some lists for appositions."""
    before = [c for c in word.all("nmod") if c.child("cc") is not None]
    return [*before, *(w for first in (word, *word.all("appos")) for w in first.conjuncts())]


def _joint(verb: Word) -> bool:
    """Tell whether several subjects of a verb face one another, rather than all do the same."""
    known = word_classes()
    if known.among("joint_verb", verb.lower):
        return True
    below = [w for w in verb.subtree() if w.lower in _RECIPROCAL]
    if any(w.lower == "other" and any(c.lower == "each" for c in w.children) for w in below):
        return True
    if any(w.lower == "another" and any(c.lower == "one" for c in w.children) for w in below):
        return True
    return known.among("having_verb", verb.lower) and _joint_object(verb) is not None


def _others(verb: Word) -> list[Word]:
    """Return who stands on the other side of a verb or of its object."""
    known = word_classes()
    held = _joint_object(verb) if known.among("having_verb", verb.lower) else None
    joint = held is not None or known.among("joint_verb", verb.lower)
    found: list[Word] = []
    for child in verb.all("dobj", "prep", "dative"):
        if child.dep == "prep":
            if child.lower in ("with", "against") and joint:
                found += [w for o in child.all("pobj") for w in o.conjuncts()]
        elif child is held:
            withs = [p for p in child.all("prep") if p.lower in ("with", "against")]
            found += [w for p in withs for o in p.all("pobj") for w in o.conjuncts()]
        elif known.among("joint_verb", verb.lower) or known.among("against_verb", verb.lower):
            found += child.conjuncts()
    return found


def _told(verb: Word) -> list[Word]:
    """Return who is asked to act together ("urged Israel and Hamas", "called on both")."""
    known = word_classes()
    found: list[Word] = []
    if known.among("bring_verb", verb.lower):
        found += [w for o in verb.all("dobj") for w in o.conjuncts()]
    if known.among("state_after", verb.lower):
        asked = [p for p in verb.all("prep") if p.lower in ("on", "upon")]
        found += [w for p in asked for o in p.all("pobj") for w in o.conjuncts()]
    return found


def _joint_object(verb: Word) -> Word | None:
    """Return what is had with one another: "a truce", "the first part of a deal", "in talks"."""
    known = word_classes()
    things = [*verb.all("dobj"), *(o for p in verb.all("prep") for o in p.all("pobj"))]
    things += [o for w in things for p in w.all("prep") if p.lower == "of" for o in p.all("pobj")]
    return next((w for w in things if known.among("joint_noun", w.lower)), None)


def _between(finder: _Finder, word: Word) -> None:
    sides = finder.named([w for o in word.all("pobj") for w in o.conjuncts()])
    finder.add(sides, _BETWEEN)


def the_sides(
    evidence: Sequence[Opposed], number: int | None, sentence: int, before: int
) -> tuple[tuple[int, ...], str] | None:
    """Return the chains of the sides of the report so far, if they are clear, and why."""
    fitting = [
        o for o in evidence if o.position < before and (number is None or len(o.members) == number)
    ]
    weights: dict[frozenset[str], float] = {}
    for found in fitting:
        fading = 0.5 ** ((sentence - found.sentence) / _FADING)
        weights[found.who] = weights.get(found.who, 0.0) + found.weight * fading
    ranked = sorted(weights.items(), key=lambda pair: (-pair[1], sorted(pair[0])))
    if (
        not ranked
        or ranked[0][1] < _ENOUGH
        or (len(ranked) > 1 and ranked[0][1] < _CLEAR * ranked[1][1])
    ):
        return None
    shown = [o for o in fitting if o.who == ranked[0][0]]
    best = max(shown, key=lambda o: (o.weight, o.bodies, o.position))
    return best.members, "the sides of the conflict, talks or agreement told of"
