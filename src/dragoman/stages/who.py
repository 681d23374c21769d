"""Who is meant by a few words, without a report around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.facts import Person, Term
from dragoman.knowledge.names import NameEntry
from dragoman.models.view import Sentence
from dragoman.record import Actor, Basis
from dragoman.stages.actors.find import contain
from dragoman.stages.actors.members import everyone, member_answers
from dragoman.stages.actors.names import fold
from dragoman.stages.actors.offices import office_code, same_office
from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.pieces import Piece
from dragoman.stages.actors.reader import read_phrases
from dragoman.stages.actors.resolve import Answer, Resolver
from dragoman.stages.actors.short_text import read_short
from dragoman.stages.actors.usual import usual_phrase

__all__ = ["Reading", "consider", "who"]

_OTHERS = 8  # further readings told at most


@dataclass(frozen=True, slots=True)
class Reading:
    """What words were found to mean at a date.

    `checked` is the day up to which the row of the actor's office is known to be right; the answer
    is `stale` where it rests on nothing newer than an older check. `others` are the readings that
    were considered and not chosen; without an actor, those among which nothing decides. `near` are
    actors with names spelt much alike, proposed where no name is known.
    """

    actor: Actor | None
    checked: date | None = None
    stale: bool = False
    others: tuple[Actor, ...] = ()
    near: tuple[Actor, ...] = ()


def who(words: str, on: date | None = None, knowledge: Knowledge | None = None) -> Actor | None:
    """Return the actor a few words mean at a date, with the reason; None where they name none.

    Without a date offices stay open: a person is still that person, a title alone means nobody.
    """
    text = words.strip()
    return _who(text, on, knowledge or Knowledge.load()) if text else None


@lru_cache(maxsize=1 << 15)
def _who(text: str, on: date | None, knowledge: Knowledge) -> Actor | None:
    return _Reader(text, on, knowledge).actor


def consider(words: str, on: date | None = None, knowledge: Knowledge | None = None) -> Reading:
    """Return what a few words mean at a date, how far that is checked, and what else they may."""
    text = words.strip()
    if not text:
        return Reading(None)
    reader = _Reader(text, on, knowledge or Knowledge.load())
    term = reader.term()
    known = reader.actor is not None and reader.actor.id is not None
    return Reading(
        reader.actor,
        term.checked if term else None,
        stale=term is not None and on is not None and term.stale(on),
        others=reader.others(),
        near=() if known else reader.near(),
    )


class _Reader:
    """Reads the words once; `actor` is whom they mean."""

    def __init__(self, text: str, on: date | None, knowledge: Knowledge) -> None:
        self._text = text
        self._on = on
        self._knowledge = knowledge
        self._hits = knowledge.find(text)
        self._resolver = Resolver(knowledge, on, self._hits)
        self._phrase: Phrase | None = None
        self.actor = self._read()

    def _read(self) -> Actor | None:
        resolver = self._resolver
        sentence, pieces = read_short(self._text, self._hits)
        phrases = self._phrases(sentence, pieces)
        answers = [(p, a) for p in phrases for a in _answers(resolver, p)]
        if not answers:
            return resolver.family_alone(self._text)
        phrase, answer = answers[0]
        if len(answers) > 1:
            phrase, answer = max(answers, key=lambda pair: (_width(pair[0]), -pair[0].first))
        self._phrase = phrase
        if answer.actor.id is None and answer.actor.country is None:
            return self._by_office(phrase) or answer.actor
        return answer.actor

    def _phrases(self, sentence: Sentence, pieces: list[Piece]) -> list[Phrase]:
        usual = usual_phrase(sentence, pieces)
        if usual is not None:
            return [usual]
        phrases = read_phrases(sentence, pieces, self._resolver.names.knows)
        contain(phrases, pieces)
        return phrases

    def _by_office(self, phrase: Phrase) -> Actor | None:
        """Return the one holder, in any state, of the office before a name spelt otherwise.

        The family name and the first letter are as the tables have them.
        """
        role = phrase.roles[-1].role if len(phrase.roles) == 1 else None
        code = office_code(role, None)
        if self._on is None or code is None or not phrase.name_words or phrase.owners:
            return None
        held = [
            (person, term)
            for person in self._families(phrase)
            for term in self._knowledge.offices_at(person.id, self._on)
            if same_office(term.role, code)
        ]
        if len({person.id for person, _ in held}) != 1:
            return None
        person, term = held[0]
        return self._resolver.known(person, term, f"{term.rule}: {term.title} on {self._on}")

    def _families(self, phrase: Phrase) -> Iterator[Person]:
        """Yield the people whom the family name can mean, with the first letter as written."""
        words = [word.text for word in phrase.name_words]
        for person in self._knowledge.people_by_family(words[-1]):
            if len(words) == 1 or fold(person.name)[:1] == fold(words[0])[:1]:
                yield person

    def term(self) -> Term | None:
        """Return the term behind the office of the actor."""
        actor = self.actor
        if actor is None or actor.id is None or actor.office is None or self._on is None:
            return None
        terms = self._knowledge.offices_at(actor.id, self._on)
        return next((term for term in terms if term.title == actor.office), None)

    def others(self) -> tuple[Actor, ...]:
        """Return the readings that were considered and not chosen, each once."""
        chosen = self.actor.id if self.actor else None
        found: dict[tuple[str | None, str | None], Actor] = {}
        for actor in (*self._of_hits(), *self._of_family(), *self._of_office()):
            if actor.id != chosen:
                found.setdefault((actor.id, actor.name), actor)
        return tuple(found.values())[:_OTHERS]

    def near(self) -> tuple[Actor, ...]:
        """Return actors whose names are spelt much like a name that no table has."""
        name = self._text
        if self._phrase is not None:
            name = " ".join(word.text for word in self._phrase.name_words)
        return tuple(self._of_entry(entry) for entry in self._knowledge.near(name)) if name else ()

    def _of_hits(self) -> Iterator[Actor]:
        """Yield what else the known name may mean."""
        phrase = self._phrase
        if phrase is None:
            for hit in self._hits:
                yield from map(self._of_entry, hit.entries)
        elif phrase.person is not None:
            yield from map(self._of_entry, phrase.person.entries)
        elif phrase.owners and not phrase.roles and not phrase.name_words:
            yield from map(self._of_entry, phrase.owners[-1].entries)

    def _of_family(self) -> Iterator[Actor]:
        """Yield the people whom the words, or the last of them, may mean as a family name."""
        words = self._text.split()
        named = bool(self._phrase and self._phrase.person)
        if named or not words:
            return
        for person in self._knowledge.people_by_family(words[-1]):
            yield self._of_person(person)

    def _of_office(self) -> Iterator[Actor]:
        """Yield who else can have held the office on the day."""
        term = self.term()
        if term is None or self._on is None:
            return
        owner = term.organization or term.country or ""
        for other in self._knowledge.holders(owner, term.role, self._on):
            person = self._knowledge.person(other.person)
            if person is not None and other.role != "OTHER" and other.title == term.title:
                reason = f"{other.rule}: {other.title} on {self._on} too"
                yield self._resolver.known(person, other, reason)

    def _of_entry(self, entry: NameEntry) -> Actor:
        person = self._knowledge.person(entry.id) if entry.kind == "person" else None
        if person is not None:
            return self._of_person(person)
        return Actor(
            id=entry.id,
            name=entry.alias,
            country=entry.country,
            sector=entry.sector,
            basis=Basis.KNOWLEDGE,
            reason=f"{entry.rule}: {entry.kind}",
        )

    def _of_person(self, person: Person) -> Actor:
        term = self._knowledge.office_at(person.id, self._on) if self._on else None
        return self._resolver.known(person, term, term.rule if term else person.rule)


def _width(phrase: Phrase) -> int:
    return phrase.last - phrase.first


def _answers(resolver: Resolver, phrase: Phrase) -> list[Answer]:
    if phrase.parts and phrase.roles:
        return [everyone(phrase, [a.actor for _, a in member_answers(resolver, phrase)])]
    answer = resolver.answer(phrase)
    return [answer] if answer is not None else []
