"""Who a noun phrase means: an actor with country, sector, office, and the reason for it."""

from __future__ import annotations

from dragoman.knowledge.facts import Term
from dragoman.knowledge.names import NameEntry
from dragoman.record import Actor, Basis, MentionKind
from dragoman.stages.actors.kinds import COUNTRY_NOUNS, Kind
from dragoman.stages.actors.offices import SINGLE_OFFICES, holder, holder_by_code, office_of
from dragoman.stages.actors.people import Answer, People
from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.pieces import Piece
from dragoman.stages.actors.words import words as word_classes

__all__ = ["Answer", "Resolver"]

_KINDS = {
    Kind.STATE: MentionKind.COUNTRY,
    Kind.CAPITAL: MentionKind.COUNTRY,
    Kind.SEAT: MentionKind.ORGANIZATION,
    Kind.ORGANIZATION: MentionKind.ORGANIZATION,
    Kind.GROUP: MentionKind.GROUP,
    Kind.PEOPLE: MentionKind.PEOPLE,
}
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_NOT_NOW = frozenset(("former", "then", "incoming", "under", "shadow"))
_INDEFINITE = frozenset(("a", "an", "another", "any", "no", "every", "some"))
_OF_STATES = frozenset({"name", "official", "abbreviation", "capital", "part"})


class Resolver(People):
    """Answers for the phrases of one report, at its date."""

    def answer(self, phrase: Phrase) -> Answer | None:
        """Return who the phrase means, or None where it names no actor."""
        if phrase.name_words:
            return self.person(phrase)
        if phrase.roles:
            return self._role(phrase)
        if phrase.owners:
            return self.name(phrase.owners[-1], phrase)
        return None

    def actor_of(self, phrase: Phrase) -> Actor | None:
        """Return the actor of a phrase, without more."""
        answer = self.answer(phrase)
        return answer.actor if answer is not None else None

    def name(self, piece: Piece, phrase: Phrase) -> Answer:
        """Return the actor of a name that stands alone."""
        entry = self.entry(piece)
        kind = _KINDS[piece.kind]
        if kind is MentionKind.COUNTRY and self._means_people(piece, phrase):
            kind = MentionKind.PEOPLE
        if kind is MentionKind.PEOPLE:
            return self._people(entry)
        if kind is MentionKind.COUNTRY:
            return self._state(entry)
        if kind is MentionKind.GROUP:
            return self._group(entry)
        owner = self._owner_elsewhere(entry, phrase)
        return self._organization(entry) if owner is None else self._namesake(entry, owner)

    def _owner_elsewhere(self, entry: NameEntry, phrase: Phrase) -> NameEntry | None:
        """Return the other state that a national body is said to be of: "Mexico's Congress"."""
        words, first = phrase.sentence.words, phrase.first
        if first < 2 or words[first - 1].lower not in _POSSESSIVES or not entry.sector:
            return None
        for start in (first - 3, first - 2):
            before = " ".join(w.text for w in words[max(0, start) : first - 1])
            states = [e for e in self.knowledge.named(before) if e.kind in _OF_STATES]
            if states:
                same = any(e.country == entry.country for e in states)
                return None if same else states[0]
        return None

    def _namesake(self, entry: NameEntry, owner: NameEntry) -> Answer:
        """Return a body of another state than the one known by that name; it has no identity."""
        actor = Actor(
            country=owner.country,
            sector=entry.sector,
            sectors=entry.sectors[1:],
            basis=Basis.WORDS,
            reason=f"words: {entry.alias} of {owner.alias}",
        )
        return Answer(actor, MentionKind.ORGANIZATION, ("body", f"{owner.country} {entry.alias}"))

    def _means_people(self, piece: Piece, phrase: Phrase) -> bool:
        """Tell whether an adjective or demonym stands for people ("an American", "the French")."""
        if any(e.kind in COUNTRY_NOUNS for e in piece.entries) or piece.kind is Kind.CAPITAL:
            return False
        return not phrase.modifier

    def _state(self, entry: NameEntry) -> Answer:
        actor = Actor(
            id=entry.id,
            name=self._country_name(entry),
            country=entry.country,
            sector=entry.sector if entry.sector not in (None, "", "CVL") else "GOV",
            sectors=entry.sectors[1:],
            basis=Basis.KNOWLEDGE,
            reason=entry.rule,
        )
        return Answer(actor, MentionKind.COUNTRY, ("state", entry.country))

    def _country_name(self, entry: NameEntry) -> str | None:
        country = self.knowledge.country(entry.id)
        return country.name if country else None

    def _people(self, entry: NameEntry) -> Answer:
        actor = Actor(country=entry.country, sector="CVL", basis=Basis.WORDS, reason=entry.rule)
        return Answer(actor, MentionKind.PEOPLE, ("people", entry.country))

    def _organization(self, entry: NameEntry) -> Answer:
        known = self.knowledge.organization(entry.id)
        actor = Actor(
            id=entry.id,
            name=known.name if known else entry.alias,
            country=entry.country,
            sector=entry.sector or None,
            sectors=entry.sectors[1:],
            basis=Basis.KNOWLEDGE,
            reason=entry.rule,
        )
        return Answer(actor, MentionKind.ORGANIZATION, ("organization", entry.id))

    def _group(self, entry: NameEntry) -> Answer:
        known = self.knowledge.group(entry.id)
        actor = Actor(
            id=entry.id,
            name=known.name if known else entry.alias,
            country=entry.country,
            sector=self.group_sector(entry),
            basis=Basis.KNOWLEDGE,
            reason=entry.rule,
        )
        return Answer(actor, MentionKind.GROUP, ("group", entry.id))

    def _role(self, phrase: Phrase) -> Answer | None:
        role = phrase.roles[-1].role
        if role is None:
            return None
        owner = self.owner(phrase)
        if owner is not None and self._is_group_itself(phrase, owner):
            return self._group(owner)
        if self._definite(phrase):
            term = self._holder(phrase, owner)
            if term is not None:
                return self._office(phrase, term)
        country, sector, why = self.side(phrase, owner)
        kind = self._role_kind(phrase)
        actor = Actor(
            country=country,
            sector=sector,
            sectors=self.more_sectors(phrase),
            office=self.title(phrase) if kind is MentionKind.OFFICE else None,
            basis=Basis.WORDS,
            reason=why,
        )
        return Answer(actor, kind, ("words", phrase.span.start))

    def _is_group_itself(self, phrase: Phrase, owner: NameEntry) -> bool:
        """Tell whether a noun only says what the named group is ("the Hamas movement")."""
        if owner.kind != "group" or len(phrase.roles) != 1:
            return False
        noun = phrase.roles[-1].lower.split()[-1]
        return word_classes().value("state_noun_alone", noun) == "group"

    def share(self, phrase: Phrase) -> Answer:
        """Return who one part of a shared role is ("Turkish" of "Turkish and Greek ministers")."""
        term = self._holder(phrase, self.owner(phrase))
        held = self._office(phrase, term) if term is not None and not phrase.flags else None
        if held is not None:
            return held
        if not phrase.roles:
            return self.name(phrase.owners[-1], phrase)
        country, sector, why = self.side(phrase, self.owner(phrase))
        actor = Actor(country=country, sector=sector, basis=Basis.WORDS, reason=why)
        return Answer(actor, self._role_kind(phrase), ("words", phrase.span.start))

    def _definite(self, phrase: Phrase) -> bool:
        """Tell whether the words mean the holder of an office at the date of the report."""
        if phrase.plural or (phrase.flags and phrase.flags & _NOT_NOW):
            return False
        return phrase.determiner not in _INDEFINITE

    def _holder(self, phrase: Phrase, owner: NameEntry | None) -> Term | None:
        role = phrase.roles[-1].role
        if owner is None or role is None or len(phrase.roles) > 1:
            return None
        return holder(self.knowledge, owner, role, self.on)

    def _office(self, phrase: Phrase, term: Term) -> Answer | None:
        person = self.knowledge.person(term.person)
        if person is None:
            return None
        actor = self.known(person, term, f"{term.rule}: {term.title} on {self.on}")
        return Answer(actor, MentionKind.OFFICE, ("person", person.id))

    def _role_kind(self, phrase: Phrase) -> MentionKind:
        role = phrase.roles[-1].role
        if role is not None and role.kind == "body":
            return MentionKind.ORGANIZATION
        if phrase.plural:
            return MentionKind.PEOPLE
        return MentionKind.OFFICE if role is not None and role.role else MentionKind.PERSON

    def family_alone(self, name: str) -> Actor | None:
        """Return the one person of the tables with a family name."""
        people = self.knowledge.people_by_family(name)
        if len(people) != 1:
            return None
        return self.known(
            people[0], office_of(self.knowledge, people[0], self.on, None), people[0].rule
        )

    def state(self, country: str) -> Actor | None:
        """Return the actor of a state by its code."""
        known = self.knowledge.country(country)
        if known is None or not known.state:
            return None
        return Actor(
            id=known.iso3,
            name=known.name,
            country=known.code,
            sector="GOV",
            basis=Basis.KNOWLEDGE,
            reason=known.rule,
        )

    def codes(self, person: str) -> set[str]:
        """Return the codes of the offices a person held at the date."""
        if self.on is None:
            return {t.role for t in self.knowledge.terms_of(person)}
        return {t.role for t in self.knowledge.offices_at(person, self.on)}

    def gender(self, person: str) -> str | None:
        """Return m or f where the tables say it."""
        known = self.knowledge.person(person)
        return known.gender if known is not None else None

    def holder_of(self, country: str, codes: set[str]) -> Actor | None:
        """Return the one holder in a state of these offices at the date.

        None where two persons hold them: whose counterpart a president who also governs is, where
        another state has a president and a prime minister, the words do not say.
        """
        terms = [
            holder_by_code(self.knowledge, country, code, self.on)
            for code in sorted(codes & SINGLE_OFFICES)
        ]
        held = [term for term in terms if term is not None]
        person = self.knowledge.person(held[0].person) if held else None
        if person is None or len({term.person for term in held}) > 1:
            return None
        return self.known(person, held[0], f"{held[0].rule}: {held[0].title} on {self.on}")
