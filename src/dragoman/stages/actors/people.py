"""Which person a name means, and what he or she was at the date of the report."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.facts import Person, Term
from dragoman.knowledge.names import NameEntry, NameHit
from dragoman.record import Actor, Basis, MentionKind
from dragoman.stages.actors.names import fold
from dragoman.stages.actors.offices import (
    SINGLE_OFFICES,
    holder,
    office_code,
    office_of,
    same_office,
)
from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.pieces import Piece
from dragoman.stages.actors.sides import Sides
from dragoman.stages.actors.words import gender_of_given_name
from dragoman.stages.actors.words import words as word_classes

__all__ = ["Answer", "People"]

_BODIES = frozenset(("IGO", "UNO", "EUR"))
# Flags of an office that its owner does not have now.
_NOT_HELD = frozenset(("then", "incoming", "under", "shadow"))


class Answer(NamedTuple):
    """The actor a phrase means; phrases with one `key` mean one actor."""

    actor: Actor
    kind: MentionKind
    key: Hashable


class People(Sides):
    """Answers for the phrases of one report that give a personal name."""

    def __init__(self, knowledge: Knowledge, on: date | None, hits: Iterable[NameHit]) -> None:
        """Read the report's known names: they decide between namesakes."""
        super().__init__(knowledge, on, hits)
        self._told: dict[str, Actor] = {}  # what the words said of people of the tables

    def person(self, phrase: Phrase) -> Answer | None:
        """Return who a personal name means; None where it is likely no person's name."""
        person, stranger = self._identity(phrase)
        if person is not None:
            self.names.introduce(person)
            return self._known_person(phrase, person)
        if stranger is not None:
            return stranger
        return self._stranger(phrase)

    def _identity(self, phrase: Phrase) -> tuple[Person | None, Answer | None]:
        owner = self.owner(phrase)
        if phrase.person is not None:
            return self._best(list(self._people_of(phrase.person)), owner), None
        text = self.text(phrase)
        known = self.names.stranger(text)
        if known is not None:
            return None, self._again(text, known.actor)
        person = self.names.person(text)
        if person is not None and self._fits(person, owner):
            return person, None
        return self._by_title(phrase, owner), None

    def _people_of(self, piece: Piece) -> Iterator[Person]:
        """Yield the people of the tables whom a known name can mean."""
        for entry in piece.entries:
            person = self.knowledge.person(entry.id) if entry.kind == "person" else None
            if person is not None:
                yield person

    def _best(self, people: list[Person], owner: NameEntry | None) -> Person | None:
        """Return the one namesake that fits country, date and office; None where none does."""
        fitting = [p for p in people if self._fits(p, owner)]
        if len(fitting) <= 1:
            return fitting[0] if fitting else None
        holding = [p for p in fitting if office_of(self.knowledge, p, self.on, None) is not None]
        return holding[0] if len(holding) == 1 else None

    def _fits(self, person: Person, owner: NameEntry | None) -> bool:
        """Tell whether the country words before a name do not speak against the person."""
        if owner is None or not owner.country or owner.kind in ("capital", "seat"):
            return True
        sought = (owner.country, owner.id)
        for term in self.knowledge.terms_of(person.id):
            if term.country in sought or term.organization in sought:
                return True
        return owner.country in _BODIES

    def _by_title(self, phrase: Phrase, owner: NameEntry | None) -> Person | None:
        """Return the holder of the office before a surname, or the one person it can mean."""
        if owner is None or not owner.country:
            return None
        role = phrase.roles[-1].role if phrase.roles else None
        name = " ".join([word.text for word in phrase.name_words])
        words = name.split()
        term = holder(self.knowledge, owner, role, self.on)
        if term is not None:
            person = self.knowledge.person(term.person)
            if person is not None and self._same_name(person, words):
                return person
        if len(words) > 1:
            return None
        people = [p for p in self.knowledge.people_by_family(name) if self._fits(p, owner)]
        return self._best(people, owner)

    def _same_name(self, person: Person, words: list[str]) -> bool:
        """Tell whether written words may be a spelling of a person's name."""
        known = {fold(w) for w in person.name.replace("-", " ").split()}
        known |= {fold(person.family)} if person.family else set()
        written = [fold(w) for w in " ".join(words).replace("-", " ").split()]
        hits = sum(w in known for w in written)
        if hits == len(written) or (len(written) > 2 and hits >= 2 and written[-1] in known):
            return True
        # The office agrees already: a slip in the given name does not make another person.
        family = fold(person.family or "").split()[-1:]
        return written[-1:] == family and written[0][:1] == fold(person.name)[:1]

    def _known_person(self, phrase: Phrase, person: Person) -> Answer:
        role = phrase.roles[-1].role if phrase.roles else None
        code = office_code(role, self.owner(phrase))
        term = office_of(self.knowledge, person, self.on, code)
        if "former" in phrase.flags:
            actor = self._former(person, phrase)
        elif phrase.flags and phrase.flags & _NOT_HELD:
            actor = self._titled(person, term, phrase, "the words say it is not held now")
        elif not phrase.roles and person.id in self._told:
            actor = self._told[person.id]
        elif term is None and phrase.roles:
            actor = self._titled(person, None, phrase, "no row for the date")
        elif term is not None and code in SINGLE_OFFICES and not same_office(term.role, code):
            actor = self._titled(person, term, phrase, f"against {term.rule}: {term.title}")
        else:
            actor = self.known(person, term, term.rule if term else person.rule)
        if phrase.roles:
            self._told.setdefault(person.id, actor)
        return Answer(actor, MentionKind.PERSON, ("person", person.id))

    def known(self, person: Person, term: Term | None, reason: str) -> Actor:
        """Return a person of the tables in the office of a term, or without office."""
        base = term or self._nearest(person)
        sector = base.sector if base else None
        if term is None and self.on is not None:
            sector = "ELI" if base and base.last < self.on else None
        return Actor(
            id=person.id,
            name=person.name,
            country=self._country_of(base),
            sector=sector or None,
            sectors=base.sectors[1:] if base and sector == base.sector else (),
            office=term.title if term else None,
            basis=Basis.KNOWLEDGE,
            wikidata=person.wikidata or None,
            reason=reason,
        )

    def _nearest(self, person: Person) -> Term | None:
        """Return the last term that began before the report, else the first of all."""
        terms = self.knowledge.terms_of(person.id)
        begun = [t for t in terms if self.on is None or t.first <= self.on]
        if begun:
            return begun[-1]
        return terms[0] if terms else None

    def _country_of(self, term: Term | None) -> str | None:
        """Return the state or body served."""
        if term is not None and term.country:
            return term.country
        if term is not None and term.organization:
            body = self.knowledge.organization(term.organization)
            return body.code if body is not None else None
        return None

    def _former(self, person: Person, phrase: Phrase) -> Actor:
        known = self.known(person, None, person.rule)
        title = " ".join(p.lower for p in phrase.roles)
        return Actor(
            id=known.id,
            name=known.name,
            country=self.words_country(phrase) or known.country,
            sector="ELI",
            basis=Basis.KNOWLEDGE,
            wikidata=known.wikidata,
            reason=f"{person.rule}; words: former {title.removeprefix('former ')}".rstrip(),
        )

    def _titled(self, person: Person, term: Term | None, phrase: Phrase, why: str) -> Actor:
        """Return a known person in the office that the words give, not the tables."""
        known = self.known(person, term, person.rule)
        title = self.title(phrase)
        gone = bool(phrase.flags & {"then", "incoming"})
        return Actor(
            id=known.id,
            name=known.name,
            country=self.words_country(phrase) or known.country,
            sector=self.sector(phrase, self.owner(phrase)) or known.sector,
            office=None if gone else title or known.office,
            basis=Basis.KNOWLEDGE,
            wikidata=known.wikidata,
            reason=f"{person.rule}; words: {' '.join(p.lower for p in phrase.roles)}; {why}",
        )

    def _stranger(self, phrase: Phrase) -> Answer | None:
        """Return a person no table knows, with country and sector from the title's words."""
        text = self.text(phrase)
        if not phrase.roles and not phrase.rank and not self._may_be_stranger(phrase, text):
            return None
        country, sector, why = self.side(phrase, self.owner(phrase))
        actor = Actor(
            name=text,
            country=country,
            sector=sector,
            sectors=self.more_sectors(phrase),
            office=self.title(phrase),
            basis=Basis.WORDS,
            reason=why
            if phrase.roles or phrase.owners
            else "words: a name before a verb of speech",
        )
        last = phrase.name_words[-1].lower
        if word_classes().among("body_word", last):
            return Answer(actor, MentionKind.ORGANIZATION, ("name", fold(text)))
        self.names.introduce_stranger(text, actor)
        return Answer(actor, MentionKind.PERSON, ("stranger", fold(text)))

    def _may_be_stranger(self, phrase: Phrase, text: str) -> bool:
        """Tell whether a bare unknown name is likely a speaking person or body."""
        if "honorific" in phrase.flags or phrase.apposed:
            return True
        if len(text.split()) < 2 or phrase.modifier:
            return False
        head = phrase.sentence.head_of(phrase.span)
        if head is None:
            return False
        known = word_classes()
        if head.dep == "nsubj" and known.among("speech", head.head.lower):
            return True
        if head.dep not in ("nsubj", "nsubjpass", "dobj", "agent", "pobj", "conj"):
            return False
        given = gender_of_given_name(phrase.name_words[0].text) is not None
        return given or known.among("on_person", head.head.lower)

    def _again(self, text: str, actor: Actor) -> Answer:
        again = Actor(
            name=actor.name,
            country=actor.country,
            sector=actor.sector,
            office=actor.office,
            basis=Basis.COREFERENCE,
            reason=f"introduced as {actor.name}",
        )
        return Answer(again, MentionKind.PERSON, ("stranger", fold(actor.name or text)))
