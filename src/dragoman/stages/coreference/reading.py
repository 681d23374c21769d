"""What coreference keeps while it reads a report: mentions, chains, sets of actors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import msgspec

from dragoman.knowledge.base import Knowledge
from dragoman.models.view import Sentence, Word
from dragoman.record import Actor, Basis, Mention, MentionKind, Report
from dragoman.stages.actors.resolve import Resolver
from dragoman.stages.actors.words import gender_of_given_name
from dragoman.stages.actors.words import words as word_classes
from dragoman.stages.coreference.descriptions import titles_in
from dragoman.stages.coreference.entities import Discourse, Entity, weight
from dragoman.stages.coreference.groups import Together, together
from dragoman.stages.coreference.only_state import home_of_title, is_national
from dragoman.stages.coreference.sides import Opposed, opposed
from dragoman.stages.coreference.two_parties import two_parties

__all__ = ["NOBODY", "PERSONS", "Reading", "again"]

PERSONS = (MentionKind.PERSON, MentionKind.OFFICE)
NOBODY = Actor()
_SETS = 8  # sentences whose sets of actors are remembered; no noun reaches farther back
_PER_SENTENCE = 10  # as in entities.Entity.salience
_SIDES = 40  # the same for the sides of a conflict or talks


@dataclass(slots=True)
class _Past:
    """A sentence that was read, and the sets of actors in it once they are asked for."""

    sentence: Sentence
    mentions: list[Mention]
    sets: list[Together] | None = None
    opposed: list[Opposed] | None = None


class Reading:
    """The state of reading one report; `sentence` is the one at hand."""

    def __init__(self, report: Report) -> None:
        """Start before the first sentence."""
        self.report = report
        self.resolver = Resolver(Knowledge.load(), report.published, ())
        self.discourse = Discourse()
        self.sentence: Sentence = Sentence(0, 0, 0, ())
        self.here: list[Mention] = []  # the mentions of this sentence that were read
        self.heads: dict[int, Mention] = {}  # those the actor stage found, by head word
        self.meant: dict[int, int] = {}  # chains of this sentence's heads, by word start
        self.speaker: int | None = None
        # Of the last main subject: sentence, state, sector.
        self.last_state: tuple[int, str, str | None] | None = None
        self._found: list[Mention] = []
        self._past: list[_Past] = []
        self._joined: dict[int, int] = {}  # chains found to be others
        self._next = 1 + max((m.chain for m in report.mentions), default=-1)
        self._several: dict[tuple[int, ...], int] = {}
        self._by_actor = {m.actor.id: m.chain for m in report.mentions if m.actor.id}

    def begin(self, sentence: Sentence, mentions: Iterable[Mention]) -> None:
        """Turn to a sentence and the mentions that were found in it."""
        self.sentence = sentence
        self.here = []
        self.meant = {}
        self.heads = {m.head.start: m for m in mentions}

    def end(self) -> None:
        """Remember who was named together, and who spoke."""
        self._past = [*self._past[1 - _SIDES :], _Past(self.sentence, self.here)]
        self._found += self.here
        self.last_state = self._state_of_subject()
        for mention in self.here:
            word = self.sentence.at(mention.head.start)
            spoken = word is not None and word.dep == "nsubj"
            if word is not None and spoken and word_classes().among("speech", word.head.lower):
                self.speaker = self.chain(mention.chain)

    def _state_of_subject(self) -> tuple[int, str, str | None] | None:
        """Return the state of the subject of the sentence's main clause, if it is one alone."""
        subject = self.sentence.root.child("nsubj", "nsubjpass")
        if subject is None or len(subject.conjuncts()) > 1:
            return None
        entity = self.entity(self.meant.get(subject.start))
        country = entity.actor.country if entity is not None else None
        if entity is None or country is None or not is_national(country):
            return None
        return self.sentence.number, country, entity.actor.sector

    def mentions(self) -> tuple[Mention, ...]:
        """Return all mentions with their final chains, in text order, the wider first."""
        final = [
            msgspec.structs.replace(
                m,
                chain=self.chain(m.chain),
                members=tuple(self.chain(c) for c in m.members),
                actor=self._final_actor(m),
            )
            for m in self._found
        ]
        return tuple(sorted(final, key=lambda m: (m.span.start, -m.span.end)))

    def _final_actor(self, mention: Mention) -> Actor:
        """Return the actor of a mention, completed from its chain where the words said less."""
        entity = self.discourse.entities.get(self.chain(mention.chain))
        if entity is None or mention.actor.id or mention.members:
            return mention.actor
        best, own = entity.actor, mention.actor
        if best == own:
            return own
        if own.basis is Basis.COREFERENCE or own.country is None or best.id:
            return again(best, own, mention.reason)
        return own

    # Chains

    def chain(self, number: int) -> int:
        """Return the chain that a chain was found to be."""
        while number in self._joined:
            number = self._joined[number]
        return number

    def new_chain(self) -> int:
        """Return a chain number not used before."""
        self._next += 1
        return self._next - 1

    def join(self, chain: int, other: int) -> None:
        """Make the second chain part of the first."""
        one, two = self.chain(chain), self.chain(other)
        if one != two:
            self._joined[two] = one

    def set_chain(self, members: tuple[int, ...]) -> int:
        """Return the chain of a set of actors, the same for the same members."""
        key = tuple(sorted(members))
        if key not in self._several:
            self._several[key] = self.new_chain()
        return self._several[key]

    def chain_at(self, word: Word | None) -> int | None:
        """Return the chain of the actor whose head a word of this sentence is."""
        if word is None:
            return None
        if word.start in self.meant:
            return self.chain(self.meant[word.start])
        mention = self.heads.get(word.start)
        return self.chain(mention.chain) if mention is not None else None

    # Entities

    def entity(self, chain: int | None) -> Entity | None:
        """Return what is known of a chain."""
        return None if chain is None else self.discourse.entities.get(self.chain(chain))

    def expect(self, mention: Mention) -> Entity:
        """Return the entity of a mention that stands later in the sentence."""
        chain = self.chain(mention.chain)
        return self.discourse.entities.setdefault(chain, Entity(chain, mention.kind, mention.actor))

    def state(self, country: str) -> Entity | None:
        """Return the entity of a state, which the report may have named only by an adjective."""
        actor = self.resolver.state(country)
        return self._of_actor(actor, MentionKind.COUNTRY) if actor is not None else None

    @cached_property
    def issuing(self) -> Entity | None:
        """The state whose official paper the report is, by its title."""
        country = home_of_title(self.report)
        return self.state(country) if country is not None else None

    def two_parties(self) -> tuple[tuple[int, ...], str] | None:
        """Return the chains of the two states that a joint paper or readout is about, and why."""
        if self._two_parties is None:
            return None
        codes, why = self._two_parties
        named = [entity for code in codes if (entity := self._named_of(code)) is not None]
        return (tuple(e.chain for e in named), why) if len(named) == len(codes) else None

    @cached_property
    def _two_parties(self) -> tuple[tuple[str, ...], str] | None:
        return two_parties(self.report)

    def _named_of(self, country: str) -> Entity | None:
        """Return a state that the report names anywhere, or the first of its side named so far."""
        if country in self._by_actor:
            return self.state(country)
        sides = (e for e in self.discourse.entities.values() if e.actor.country == country)
        return next((e for e in sides if e.actor.sector in (None, "GOV")), None)

    def holder(self, country: str, codes: set[str]) -> Entity | None:
        """Return the entity of who holds one of these offices in a state at the date."""
        actor = self.resolver.holder_of(country, codes)
        if actor is None:
            return None
        entity = self._of_actor(actor, MentionKind.OFFICE)
        if actor.id is not None:
            entity.codes |= self.resolver.codes(actor.id)
            entity.gender = self.resolver.gender(actor.id)
        return entity

    def _of_actor(self, actor: Actor, kind: MentionKind) -> Entity:
        name = actor.id or ""
        if name not in self._by_actor:
            self._by_actor[name] = self.new_chain()
        chain = self.chain(self._by_actor[name])
        return self.discourse.entities.setdefault(chain, Entity(chain, kind, actor))

    # Sets of actors

    def sets(self, before: int) -> list[Together]:
        """Return the sets of actors named together before a place."""
        for past in self._past[-_SETS:]:
            if past.sets is None:
                past.sets = self._sets_of(past.sentence, past.mentions)
        found = [t for past in self._past[-_SETS:] for t in past.sets or ()]
        return found + self._sets_of(self.sentence, self._before(before))

    def opposed(self, before: int) -> list[Opposed]:
        """Return what the text before a place shows of the sides of a conflict or talks."""
        for past in self._past:
            if past.opposed is None:
                past.opposed = self._opposed_of(past.sentence, past.mentions)
        found = [o for past in self._past for o in past.opposed or ()]
        return found + self._opposed_of(self.sentence, self._before(before))

    def things(self, word: Word) -> int | None:
        """Return the salience of the most prominent plural before a word that is no actor.

        Only this sentence and the one before count, and not what measures time.
        """
        best: int | None = None
        for sentence, distance in ((self.sentence, 0), (self._last_sentence(), 1)):
            for other in sentence.words if sentence is not None else ():
                if other.tag not in ("NNS", "NNPS") or other.start >= word.start:
                    continue
                if not self._is_actor(other, distance) and not _is_measure(other):
                    value = weight(other) - _PER_SENTENCE * distance
                    best = value if best is None else max(best, value)
        return best

    def _last_sentence(self) -> Sentence | None:
        last = self._past[-1].sentence if self._past else None
        return last if last is not None and last.number == self.sentence.number - 1 else None

    def _is_actor(self, word: Word, distance: int) -> bool:
        """Tell whether a word stands in a mention of its sentence."""
        mentions = self._past[-1].mentions if distance else self.here
        return any(m.span.start <= word.start < m.span.end for m in mentions)

    def _before(self, place: int) -> list[Mention]:
        return [m for m in self.here if m.span.start < place]

    def _opposed_of(self, sentence: Sentence, mentions: list[Mention]) -> list[Opposed]:
        if len(mentions) < 2:
            return []
        found = opposed(sentence, mentions, lambda m: self.chain(m.chain))
        return [o for o in found if all(self.entity(c) is not None for c in o.members)]

    def _sets_of(self, sentence: Sentence, mentions: list[Mention]) -> list[Together]:
        if not mentions:
            return []
        found = together(sentence, mentions, lambda m: self.chain(m.chain))
        # A pronoun left open is nobody that could be meant again.
        return [t for t in found if all(self.entity(c) is not None for c in t.members)]

    def all_of(self, members: Iterable[int], why: str) -> Actor:
        """Return the actor that several are together: what they have in common."""
        actors = [self.discourse.entities[self.chain(c)].actor for c in members]
        countries, sectors = {a.country for a in actors}, {a.sector for a in actors}
        return Actor(
            country=countries.pop() if len(countries) == 1 else None,
            sector=sectors.pop() if len(sectors) == 1 else None,
            basis=Basis.COREFERENCE,
            reason=why,
        )

    # Keeping

    def keep(self, mention: Mention) -> Entity | None:
        """Add a mention to the report and to what was said."""
        self.here.append(mention)
        head = self.sentence.at(mention.head.start)
        if head is None:
            return None
        chain = self.chain(mention.chain)
        self.meant[mention.head.start] = chain
        entity = self.discourse.see(mention, self.sentence.number, head, chain)
        if mention.kind in PERSONS and not mention.members:
            self._learn(mention, entity)
        entity.nouns.add(head.lower)
        if mention.members:
            entity.members, entity.plural = mention.members, True
            self._several.setdefault(tuple(sorted(mention.members)), chain)
        return entity

    def keep_apart(self, mention: Mention) -> None:
        """Add a mention to the report that means nobody known."""
        self.here.append(mention)

    def _learn(self, mention: Mention, entity: Entity) -> None:
        """Note titles, offices and gender of a person from the words of one mention."""
        actor = mention.actor
        if actor.country and not entity.actor.country:
            entity.actor = actor
        for word, code in titles_in(self.sentence, mention):
            entity.titles.add(word)
            entity.gender = entity.gender or _gender_of_word(word)
            if code:
                entity.codes.add(code)
        if actor.office:
            entity.titles |= set(actor.office.lower().replace("defense", "defence").split())
        if actor.id:
            entity.codes |= self.resolver.codes(actor.id)
            entity.gender = entity.gender or self.resolver.gender(actor.id)
        if entity.gender is None and actor.name:
            entity.gender = gender_of_given_name(actor.name.split()[0])


def _is_measure(word: Word) -> bool:
    return word_classes().among("measure", word.lower)


def _gender_of_word(word: str) -> str | None:
    known = word_classes()
    return known.value("gender", word) or known.value("honorific", word) or None


def again(actor: Actor, own: Actor, why: str | None) -> Actor:
    """Return an actor as another mention of the report means it."""
    return msgspec.structs.replace(
        actor,
        country=actor.country or own.country,
        sector=actor.sector or own.sector,
        basis=Basis.COREFERENCE,
        reason=why or own.reason,
    )
