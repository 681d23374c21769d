"""Who a noun phrase means: an actor with country, sector, office, and the reason for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.facts import Person, Term
from dragoman.knowledge.names import NameEntry, NameHit
from dragoman.record import Actor, Basis, MentionKind
from dragoman.stages.actors.names import Names, fold
from dragoman.stages.actors.offices import (
    SINGLE_OFFICES,
    holder,
    holder_by_code,
    office_code,
    office_of,
    same_office,
)
from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.pieces import COUNTRY_NOUNS, Kind, Piece
from dragoman.stages.actors.words import gender_of_given_name
from dragoman.stages.actors.words import words as word_classes

__all__ = ["Answer", "Resolver"]

_BODIES = frozenset(("IGO", "UNO", "EUR"))
# Sectors that an armed group's own standing at the date decides, whatever its people are called.
_GROUP_DECIDES = frozenset((None, "", "GOV", "REB", "MIL", "UAF"))
_PARTY_DECIDES = frozenset((None, "", "GOV", "LAB", "CVL", "BUS", "AGR", "SOC"))
_KINDS = {
    Kind.STATE: MentionKind.COUNTRY,
    Kind.CAPITAL: MentionKind.COUNTRY,
    Kind.SEAT: MentionKind.ORGANIZATION,
    Kind.ORGANIZATION: MentionKind.ORGANIZATION,
    Kind.GROUP: MentionKind.GROUP,
    Kind.PEOPLE: MentionKind.PEOPLE,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The actor a phrase means; phrases with one `key` mean one actor."""

    actor: Actor
    kind: MentionKind
    key: Hashable


class Resolver:
    """Answers for the phrases of one report, at its date."""

    def __init__(self, knowledge: Knowledge, on: date | None, hits: Iterable[NameHit]) -> None:
        """Read the report's known names: they decide between namesakes."""
        hits = tuple(hits)
        self.knowledge = knowledge
        self.on = on
        self.names = Names(knowledge, on)
        self.names.introduce_known(hits)
        self._told: dict[str, Actor] = {}  # what the words said of people of the tables
        self._states = Counter(
            hit.entries[0].country
            for hit in hits
            if len({e.country for e in hit.entries}) == 1 and hit.entries[0].country
        )

    # Entries

    def entry(self, piece: Piece) -> NameEntry:
        """Return the entry a known name means: among several, the state the text names most."""
        entries = piece.entries
        if len(entries) == 1:
            return entries[0]
        return max(entries, key=lambda e: self._states.get(e.country, 0))

    def owner(self, phrase: Phrase) -> NameEntry | None:
        """Return the state, body or group to which the phrase's people belong."""
        if phrase.owners:
            return self.entry(phrase.owners[-1])
        return None

    # Answers

    def answer(self, phrase: Phrase) -> Answer | None:
        """Return who the phrase means, or None where it names no actor."""
        if phrase.name_words:
            return self._person(phrase)
        if phrase.roles:
            return self._role(phrase)
        if phrase.owners:
            return self.name(phrase.owners[-1], phrase)
        return None

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
        return self._organization(entry)

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
            sector=self._group_sector(entry),
            basis=Basis.KNOWLEDGE,
            reason=entry.rule,
        )
        return Answer(actor, MentionKind.GROUP, ("group", entry.id))

    def _group_sector(self, entry: NameEntry) -> str | None:
        status = self.knowledge.group_status(entry.id, self.on) if self.on else None
        return (status.sector if status else None) or entry.sector or None

    # Roles without a name

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
        country, sector, why = self._side(phrase, owner)
        kind = self._role_kind(phrase)
        actor = Actor(
            country=country,
            sector=sector,
            office=self._title(phrase) if kind is MentionKind.OFFICE else None,
            basis=Basis.WORDS,
            reason=why,
        )
        return Answer(actor, kind, ("words", phrase.span.start))

    def _is_group_itself(self, phrase: Phrase, owner: NameEntry) -> bool:
        """Tell whether a noun only says what the named group is ("the Hamas movement")."""
        noun = phrase.roles[-1].lower
        alone = word_classes().value("state_noun_alone", noun.split()[-1])
        return owner.kind == "group" and len(phrase.roles) == 1 and alone == "group"

    def share(self, phrase: Phrase) -> Answer:
        """Return who one part of a shared role is ("Turkish" of "Turkish and Greek ministers")."""
        term = self._holder(phrase, self.owner(phrase))
        held = self._office(phrase, term) if term is not None and not phrase.flags else None
        if held is not None:
            return held
        if not phrase.roles:
            return self.name(phrase.owners[-1], phrase)
        country, sector, why = self._side(phrase, self.owner(phrase))
        actor = Actor(country=country, sector=sector, basis=Basis.WORDS, reason=why)
        return Answer(actor, self._role_kind(phrase), ("words", phrase.span.start))

    def _definite(self, phrase: Phrase) -> bool:
        """Tell whether the words mean the holder of an office at the date of the report."""
        if phrase.plural or phrase.flags & {"former", "then", "incoming", "under", "shadow"}:
            return False
        return phrase.determiner not in ("a", "an", "another", "any", "no", "every", "some")

    def _holder(self, phrase: Phrase, owner: NameEntry | None) -> Term | None:
        role = phrase.roles[-1].role
        if owner is None or role is None or len(phrase.roles) > 1:
            return None
        return holder(self.knowledge, owner, role, self.on)

    def _office(self, phrase: Phrase, term: Term) -> Answer | None:
        person = self.knowledge.person(term.person)
        if person is None:
            return None
        actor = self._known(person, term, f"{term.rule}: {term.title} on {self.on}")
        return Answer(actor, MentionKind.OFFICE, ("person", person.id))

    def _role_kind(self, phrase: Phrase) -> MentionKind:
        role = phrase.roles[-1].role
        if role is not None and role.kind == "body":
            return MentionKind.ORGANIZATION
        if phrase.plural or (role is not None and role.kind == "people"):
            return MentionKind.PEOPLE
        return MentionKind.OFFICE if role is not None and role.role else MentionKind.PERSON

    def _side(self, phrase: Phrase, owner: NameEntry | None) -> tuple[str | None, str | None, str]:
        """Return country and sector from the words, and the reason."""
        country = owner.country if owner else None
        words = [p.lower for p in (*phrase.owners, *phrase.roles)]
        sector = self._sector(phrase, owner)
        if country is None and phrase.holder is not None:
            held = self.answer(phrase.holder)
            country = held.actor.country if held else None
            sector = sector or (held.actor.sector if held else None)
        if country is None and phrase.containment is not None:
            inside = self.entry(phrase.containment)
            country = inside.country
            words.append(f"in {phrase.containment.lower}")
        return country, sector, f"words: {' + '.join(words)}"

    def _sector(self, phrase: Phrase, owner: NameEntry | None) -> str | None:
        sectors = [p.role.sector for p in reversed(phrase.roles) if p.role and p.role.sector]
        sector = sectors[0] if sectors else None
        if owner is not None and owner.country in _BODIES:
            return owner.sector or None
        if "shadow" in phrase.flags:
            return "OPP"
        if "former" in phrase.flags and sector in ("GOV", "LEG", "MIL", "JUD", "SPY"):
            return "ELI"
        if owner is not None and owner.kind == "group" and sector in _GROUP_DECIDES:
            return self._group_sector(owner)
        if owner is not None and owner.sector == "PTY" and sector in _PARTY_DECIDES:
            return "PTY"
        if owner is not None and owner.kind in ("organization", "seat"):
            return sector if sector not in (None, "GOV") else owner.sector or sector
        if sector is None and phrase.rank is not None:
            return phrase.rank
        if sector is None and phrase.roles and owner is not None:
            return "GOV"  # the people of a state without more: its sources, envoys, spokesmen
        return sector

    # People

    def _person(self, phrase: Phrase) -> Answer | None:
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
            people = [
                self.knowledge.person(e.id) for e in phrase.person.entries if e.kind == "person"
            ]
            return self._best([p for p in people if p is not None], phrase, owner), None
        name = " ".join(w.text for w in phrase.name_words)
        text = self._text(phrase)
        known = self.names.stranger(text)
        if known is not None:
            return None, self._again(text, known.actor)
        person = self.names.person(text)
        if person is not None and self._fits(person, owner):
            return person, None
        return self._by_title(phrase, owner, name), None

    def _best(self, people: list[Person], phrase: Phrase, owner: NameEntry | None) -> Person | None:
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
        places: set[str | None] = set()
        for term in self.knowledge.terms_of(person.id):
            places |= {term.country, term.organization}
        if owner.country in places or owner.id in places:
            return True
        return owner.country in _BODIES

    def _by_title(self, phrase: Phrase, owner: NameEntry | None, name: str) -> Person | None:
        """Return the holder of the office before a surname, or the one person it can mean."""
        if owner is None or not owner.country:
            return None
        role = phrase.roles[-1].role if phrase.roles else None
        words = name.split()
        term = holder(self.knowledge, owner, role, self.on)
        if term is not None:
            person = self.knowledge.person(term.person)
            if person is not None and self._same_name(person, words):
                return person
        if len(words) > 1:
            return None
        people = [p for p in self.knowledge.people_by_family(name) if self._fits(p, owner)]
        return self._best(people, phrase, owner)

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
        elif phrase.flags & {"then", "incoming", "under", "shadow"}:
            actor = self._titled(person, term, phrase, "the words say it is not held now")
        elif not phrase.roles and person.id in self._told:
            actor = self._told[person.id]
        elif term is None and phrase.roles:
            actor = self._titled(person, None, phrase, "no row for the date")
        elif term is not None and code in SINGLE_OFFICES and not same_office(term.role, code):
            actor = self._titled(person, term, phrase, f"against {term.rule}: {term.title}")
        else:
            actor = self._known(person, term, term.rule if term else person.rule)
        if phrase.roles:
            self._told.setdefault(person.id, actor)
        return Answer(actor, MentionKind.PERSON, ("person", person.id))

    def _known(self, person: Person, term: Term | None, reason: str) -> Actor:
        base = term or self._nearest(person)
        sector = base.sector if base else None
        if term is None and self.on is not None:
            sector = "ELI" if base and base.last < self.on else None
        return Actor(
            id=person.id,
            name=person.name,
            country=self._country_of(base),
            sector=sector or None,
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
        known = self._known(person, None, person.rule)
        title = " ".join(p.lower for p in phrase.roles)
        return Actor(
            id=known.id,
            name=known.name,
            country=self._words_country(phrase) or known.country,
            sector="ELI",
            basis=Basis.KNOWLEDGE,
            wikidata=known.wikidata,
            reason=f"{person.rule}; words: former {title}".rstrip(),
        )

    def _titled(self, person: Person, term: Term | None, phrase: Phrase, why: str) -> Actor:
        """Return a known person in the office that the words give, not the tables."""
        known = self._known(person, term, person.rule)
        title = self._title(phrase)
        gone = bool(phrase.flags & {"then", "incoming"})
        return Actor(
            id=known.id,
            name=known.name,
            country=self._words_country(phrase) or known.country,
            sector=self._sector(phrase, self.owner(phrase)) or known.sector,
            office=None if gone else title or known.office,
            basis=Basis.KNOWLEDGE,
            wikidata=known.wikidata,
            reason=f"{person.rule}; words: {' '.join(p.lower for p in phrase.roles)}; {why}",
        )

    def _words_country(self, phrase: Phrase) -> str | None:
        owner = self.owner(phrase)
        return owner.country if owner else None

    def _stranger(self, phrase: Phrase) -> Answer | None:
        """Return a person no table knows, with country and sector from the title's words."""
        text = self._text(phrase)
        if not phrase.roles and not phrase.rank and not self._may_be_stranger(phrase, text):
            return None
        country, sector, why = self._side(phrase, self.owner(phrase))
        actor = Actor(
            name=text,
            country=country,
            sector=sector,
            office=self._title(phrase),
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

    def _title(self, phrase: Phrase) -> str | None:
        """Return the title in the words, if it is held now."""
        if not phrase.roles or phrase.flags & {"former", "then", "incoming"}:
            return None
        return " ".join(p.lower for p in phrase.roles).replace(" - ", "-")

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

    def _text(self, phrase: Phrase) -> str:
        """Return the words of the personal name as written."""
        words = phrase.name_words
        written = ""
        for word, after in zip(words, [*words[1:], None], strict=True):
            written += word.text + (" " if after is not None and after.start > word.end else "")
        return written

    # What others ask

    def family_alone(self, name: str) -> Actor | None:
        """Return the one person of the tables with a family name."""
        people = self.knowledge.people_by_family(name)
        if len(people) != 1:
            return None
        return self._known(
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
        """Return the one holder in a state of one of these offices at the date."""
        for code in sorted(codes & SINGLE_OFFICES):
            term = holder_by_code(self.knowledge, country, code, self.on)
            person = self.knowledge.person(term.person) if term is not None else None
            if term is not None and person is not None:
                return self._known(person, term, f"{term.rule}: {term.title} on {self.on}")
        return None
