"""Whom "both officials", "the two sides" and "they" mean: actors named together before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.models.view import Sentence, Word
from dragoman.record import MentionKind
from dragoman.stages.actors.words import words as word_classes
from dragoman.stages.coreference.descriptions import fits_noun, singular
from dragoman.stages.coreference.entities import Discourse, Entity
from dragoman.stages.coreference.groups import Together

__all__ = ["Call", "call_of", "several", "they"]

_REACH = 6  # sentences that a set of actors is remembered
_THEY_REACH = 2
_MARGIN = 1
# Nouns for people in office or arms that need not have been used of them before.
_GENERAL = frozenset(
    "leader official diplomat politician statesman general commander chief man woman envoy "
    "negotiator head".split()
)
_LESS = 6  # a body is "it" more often than "they"


@dataclass(frozen=True, slots=True)
class Call:
    """A noun that calls up several actors: what they are, and how many if it says so."""

    kind: str
    noun: str
    number: int | None


def call_of(word: Word, sentence: Sentence) -> Call | None:
    """Return what a word calls up, if it is such a noun with an article or a number."""
    known = word_classes()
    kind = known.value("collective", word.lower)
    if kind is None or word.tag == "CD":
        return _bare(word)
    before = _before(word, sentence)
    number = next((known.value("both", w) for w in before if known.among("both", w)), None)
    count = int(number) if number else None
    definite = "the" in before or "both" in before or "these" in before
    if any(known.among("party_adjective", w) for w in before):
        return Call(kind, singular(word.lower), count)
    if word.lower in ("pair", "duo"):
        return Call("any", "", 2) if "the" in before and not _has_of(word) else None
    if word.lower == "trio":
        return Call("any", "", 3) if "the" in before and not _has_of(word) else None
    if not word.tag.startswith("NN") or word.tag in ("NN", "NNP") or not definite or _has_of(word):
        return None
    return Call(kind, singular(word.lower), count)


def _bare(word: Word) -> Call | None:
    """Read "both" and "the two" without a noun."""
    if word.dep not in ("nsubj", "nsubjpass", "pobj", "dobj"):
        return None
    if word.lower == "both" and not word.child("prep"):
        return Call("any", "", 2)
    if word.lower in ("two", "three") and any(c.lower == "the" for c in word.all("det")):
        return Call("any", "", 2 if word.lower == "two" else 3)
    return None


def _before(word: Word, sentence: Sentence) -> list[str]:
    found: list[str] = []
    for other in reversed(sentence.words[: word.index]):
        if other.tag not in ("DT", "PDT", "CD", "JJ", "VBG", "VBN", "NN", "CC") or other.lower in (
            "and",
            "or",
            "but",
        ):
            break
        found.append(other.lower)
    return found


def _has_of(word: Word) -> bool:
    return any(p.lower == "of" for p in word.all("prep"))


def several(
    call: Call, sets: Sequence[Together], discourse: Discourse, sentence: int, before: int
) -> tuple[tuple[int, ...], str] | None:
    """Return the chains a noun calls up, and why; None where no set fits."""
    near = [t for t in sets if t.position < before and sentence - t.sentence <= _reach(t)]
    fitting = [t for t in near if _fits(call, _entities(t, discourse), t)]
    if not fitting and call.noun in _GENERAL:
        call = Call(call.kind, "", call.number)
        fitting = [t for t in near if _fits(call, _entities(t, discourse), t)]
    if fitting:
        best = max(fitting, key=lambda t: (_order(t, sentence), t.weight, t.position))
        return best.members, f"{best.why}, {sentence - best.sentence} sentence(s) before"
    if call.kind == "state":
        return _states_of_people(call, sets, discourse, sentence, before)
    return _two_people(call, discourse, sentence, before)


def _entities(found: Together, discourse: Discourse) -> list[Entity]:
    return [discourse.entities[c] for c in found.members if c in discourse.entities]


def _reach(found: Together) -> int:
    """Return for how many sentences a set is remembered: mere pairs only in the next."""
    return _REACH if found.strength > 1 else 1


def _order(found: Together, sentence: int) -> int:
    """Return how well a set is remembered: encounters and lists longer than mere pairs."""
    return found.strength * 2 - (sentence - found.sentence)


def _fits(call: Call, members: list[Entity], found: Together) -> bool:
    if len(members) != len(found.members):
        return False
    if call.number is not None and len(members) != call.number:
        return False
    if call.kind == "person":
        return all(m.is_person and _called(m, call.noun) for m in members)
    if call.kind == "state":
        return all(m.kind is MentionKind.COUNTRY for m in members)
    return all(m.is_person or m.is_body or m.plural for m in members)


def _called(person: Entity, noun: str) -> bool:
    return not noun or not person.titles or fits_noun(person, noun)


def _states_of_people(
    call: Call, sets: Sequence[Together], discourse: Discourse, sentence: int, before: int
) -> tuple[tuple[int, ...], str] | None:
    """Return the states of the people who met last ("the two countries")."""
    states = {
        e.actor.country: e.chain
        for e in discourse.entities.values()
        if e.kind is MentionKind.COUNTRY
    }
    for found in reversed(sets):
        if found.position >= before or sentence - found.sentence > _REACH:
            continue
        members = [discourse.entities[c] for c in found.members if c in discourse.entities]
        countries = list(dict.fromkeys(m.actor.country for m in members))
        if call.number is not None and len(countries) != call.number:
            continue
        if len(countries) > 1 and all(c in states for c in countries):
            return tuple(states[c] for c in countries), f"the states of {found.why}"
    return None


def _two_people(
    call: Call, discourse: Discourse, sentence: int, before: int
) -> tuple[tuple[int, ...], str] | None:
    """Return the only two people spoken of lately, if there are just two."""
    if call.kind != "person" or call.number != 2:
        return None
    people = [
        e
        for _, e in discourse.near(sentence, before, _THEY_REACH)
        if e.is_person and _called(e, call.noun)
    ]
    if len(people) != 2:
        return None
    return tuple(p.chain for p in people), "the only two spoken of in the last sentences"


def they(
    sets: Sequence[Together],
    discourse: Discourse,
    sentence: int,
    before: int,
    barred: frozenset[int] = frozenset(),
    things: int | None = None,
) -> tuple[tuple[int, ...], int | None, str] | None:
    """Return members, or the one chain, that "they" means, and why; None if it is open.

    `barred` are chains that the grammar forbids; `things` is the salience of the most prominent
    plural that is no actor ("the missiles ... their targets").
    """
    scored: list[tuple[int, int, tuple[int, ...], int | None, str]] = []
    for found in sets:
        distance = sentence - found.sentence
        if found.position < before and distance <= _THEY_REACH and found.strength > 1:
            value = found.weight + found.strength - 10 * distance
            scored.append((value, found.position, found.members, None, found.why))
    for value, entity in discourse.near(sentence, before, _THEY_REACH):
        last = entity.last_before(before)
        if last is None or not (entity.plural or _of_people(entity)):
            continue
        if entity.chain in barred:
            continue
        less = 0 if entity.plural else _LESS
        if entity.members:
            scored.append((value, last.position, entity.members, entity.chain, "the same several"))
        else:
            scored.append((value - less, last.position, (), entity.chain, "the nearest plural"))
    if not scored:
        return None
    scored.sort(key=lambda s: (-s[0], -s[1]))
    best = scored[0]
    if things is not None and things > best[0]:
        return None
    for other in scored[1:]:
        if best[0] - other[0] < _MARGIN and not _same(best, other):
            return None
    return best[2], best[3], best[4]


def _of_people(entity: Entity) -> bool:
    """Tell whether a body is one of people ("the police ... they"); states and offices are "it"."""
    if entity.kind is MentionKind.GROUP:
        return True
    if not entity.is_body or entity.kind is MentionKind.COUNTRY:
        return False
    if any(s.head.tag in ("NNS", "NNPS") for s in entity.seen):
        return True  # "the White Helmets"; "the Houthis" are a group
    return any(word_classes().among("of_people", noun) for noun in entity.nouns)


def _same(
    one: tuple[int, int, tuple[int, ...], int | None, str],
    other: tuple[int, int, tuple[int, ...], int | None, str],
) -> bool:
    return bool(one[2]) and set(one[2]) == set(other[2])
