"""The actors of one report as reading goes on: what is known of each, and how salient it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.models.view import Word
from dragoman.record import Actor, Mention, MentionKind

__all__ = ["Discourse", "Entity", "Sighting", "weight"]

# How much a function in the clause adds to salience, in sentences' worth of distance times ten.
_WEIGHTS = {"nsubj": 8, "nsubjpass": 7, "agent": 4, "dobj": 4, "poss": 3, "pobj": 2, "appos": 2}
_PER_SENTENCE = 10
_REMEMBERED = 24  # sightings of one actor; older ones are out of every reach
_REPEATED = 4  # mentions beyond these add nothing

_PERSONS = frozenset((MentionKind.PERSON, MentionKind.OFFICE))
_BODIES = frozenset((MentionKind.COUNTRY, MentionKind.ORGANIZATION, MentionKind.GROUP))


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention of an entity: where, and as what."""

    sentence: int
    position: int
    weight: int
    head: Word


@dataclass(slots=True)
class Entity:
    """What the report has said of one actor so far."""

    chain: int
    kind: MentionKind
    actor: Actor
    plural: bool = False
    gender: str | None = None
    titles: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    members: tuple[int, ...] = ()
    seen: list[Sighting] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        """Whether the entity is one human being."""
        return self.kind in _PERSONS and not self.plural

    @property
    def is_body(self) -> bool:
        """Whether "it" may mean the entity."""
        return self.kind in _BODIES

    def salience(self, sentence: int, before: int) -> int | None:
        """Return how near and prominent the entity is at a place; None if not seen before it."""
        best: int | None = None
        for sighting in self.seen:
            if sighting.position >= before:
                break
            value = sighting.weight - _PER_SENTENCE * (sentence - sighting.sentence)
            best = value if best is None else max(best, value)
        return None if best is None else best + min(_REPEATED, len(self.seen))

    def last_before(self, position: int) -> Sighting | None:
        """Return the last sighting before a place."""
        found = [s for s in self.seen if s.position < position]
        return found[-1] if found else None


class Discourse:
    """The entities of a report, by chain number."""

    def __init__(self) -> None:
        """Start with nobody seen."""
        self.entities: dict[int, Entity] = {}
        self._recent: dict[int, Entity] = {}

    def see(self, mention: Mention, sentence: int, head: Word, chain: int) -> Entity:
        """Note a mention and return its entity."""
        entity = self.entities.get(chain)
        if entity is None:
            plural = mention.kind is MentionKind.PEOPLE
            entity = Entity(chain, mention.kind, mention.actor, plural=plural)
            self.entities[chain] = entity
        if entity.kind in (MentionKind.PRONOUN, MentionKind.OFFICE) and (
            mention.kind is MentionKind.PERSON
        ):
            entity.kind = mention.kind
        entity.seen.append(Sighting(sentence, mention.span.start, weight(head), head))
        del entity.seen[:-_REMEMBERED]
        self._recent.pop(chain, None)
        self._recent[chain] = entity
        return entity

    def near(self, sentence: int, before: int, reach: int) -> list[tuple[int, Entity]]:
        """Return entities seen in the last sentences before a place, with salience, best first."""
        found = []
        for entity in reversed(self._recent.values()):
            if sentence - entity.seen[-1].sentence > reach:
                break  # they stand in the order in which they were last seen
            last = entity.last_before(before)
            if last is None or sentence - last.sentence > reach:
                continue
            value = entity.salience(sentence, before)
            if value is not None:
                found.append((value, entity))
        found.sort(key=lambda pair: (-pair[0], -_last(pair[1], before)))
        return found


def _last(entity: Entity, before: int) -> int:
    last = entity.last_before(before)
    return last.position if last else -1


def weight(word: Word) -> int:
    """Return the salience of a word's function in its clause; conjuncts have that of the first."""
    steps = 0
    while word.dep == "conj" and steps < 8:
        word, steps = word.head, steps + 1
    if word.dep in ("compound", "nmod", "amod"):
        return 0
    value = _WEIGHTS.get(word.dep, 1)
    if word.dep in ("nsubj", "nsubjpass") and word.head.is_root:
        value += 2
    return value
