"""Who is who and who was what: look-ups over all tables of knowledge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from dragoman.knowledge import load
from dragoman.knowledge.facts import Country, Group, GroupStatus, Organization, Person, Term
from dragoman.knowledge.folders import in_use, using
from dragoman.knowledge.folding import fold, key
from dragoman.knowledge.names import NameEntry, NameFinder, NameHit, digraphs
from dragoman.knowledge.override import corrected

__all__ = ["Knowledge"]

K = TypeVar("K")
V = TypeVar("V")

# Which of several offices of a person on one day is told first.
_RANK = (
    *("HOS", "HOG", "ORGHEAD", "FM", "DM", "VICE_HOS", "DEPUTY_HOG", "SPEAKER", "INTERIOR"),
    *("FINANCE", "CHOD", "NSA", "INTEL", "ENVOY", "UNREP", "AMB", "SPOX", "PARTYHEAD", "OTHER"),
)
_COUNTRY_WORDS = frozenset(
    {"name", "official", "former", "abbreviation", "part", "adjective", "demonym", "demonym_plural"}
)
_LIKE = 80  # per cent of the letters; below, names that only look alike crowd in
_SHORTEST = 4  # letters of a family name as an alias has it
# Family names with an article are looked up without it too.
_ARTICLES = ("al ", "el ")


@dataclass(frozen=True, eq=False)
class Knowledge:
    """All that the tables say, read once and never changed; equal only to itself.

    Every fact has a `rule`: the file and line of the row it comes from.
    """

    countries: Mapping[str, Country]
    people: Mapping[str, Person]
    organizations: Mapping[str, Organization]
    groups: Mapping[str, Group]
    statuses: Mapping[str, tuple[GroupStatus, ...]]
    terms: Mapping[str, tuple[Term, ...]]
    posts: Mapping[tuple[str, str], tuple[Term, ...]]
    names: tuple[NameEntry, ...]
    blocked: frozenset[str]

    @staticmethod
    def load(*folders: Path) -> Knowledge:
        """Return the knowledge of our tables, overridden and extended by those of the folders.

        Without folders, those hold that are `using` here. They may have any of the tables, with
        the same names and columns; the later outweighs. Raises BadTable, naming file and line, for
        a table that is not as it should be.
        """
        return _load(folders or in_use())

    @staticmethod
    @contextmanager
    def using(*folders: Path) -> Iterator[None]:
        """Let `load` give, within this context, the knowledge that these folders change.

        So do the places of `KnownPlaces.load`.
        """
        with using(*folders):
            yield

    def extended(self, people: Iterable[Person], terms: Sequence[Term]) -> Knowledge:
        """Return this knowledge with further people and terms of office; they correct as a user's.

        See `dragoman.knowledge.override.corrected`.
        """
        more = {person.id: person for person in people}
        ours = (term for held in self.terms.values() for term in held)
        together = corrected(ours, terms)
        return replace(
            self,
            people={**self.people, **more},
            terms=_by_person(together),
            posts=_by_post(together),
            names=(*self.names, *_person_entries(more.values())),
        )

    def find(self, text: str, *, families: bool = False) -> tuple[NameHit, ...]:
        """Return the names in a text; family names alone only if asked."""
        return (self._families if families else self._finder).find(text)

    def named(self, words: str) -> tuple[NameEntry, ...]:
        """Return all that the words by themselves may name; case counts only for short names."""
        sought = key(words)
        found = self._by_key.get(sought, ())
        if len(sought) > 3 or words.replace(".", "").isupper():
            return found
        return tuple(entry for entry in found if fold(entry.alias) == fold(words))

    def country(self, iso3: str) -> Country | None:
        """Return the state or territory of an ISO 3166 code (Kosovo is KOS, XKX is taken too)."""
        return self.countries.get("KOS" if iso3 == "XKX" else iso3)

    def country_named(self, words: str) -> Country | None:
        """Return the country of a name, adjective or demonym; None if there is none or several."""
        ids = {entry.id for entry in self.named(words) if entry.kind in _COUNTRY_WORDS}
        return self.countries.get(ids.pop()) if len(ids) == 1 else None

    def person(self, person: str) -> Person | None:
        """Return the person of an id."""
        return self.people.get(person)

    def organization(self, organization: str) -> Organization | None:
        """Return the organization of an id."""
        return self.organizations.get(organization)

    def group(self, group: str) -> Group | None:
        """Return the group of an id."""
        return self.groups.get(group)

    def group_status(self, group: str, on: date) -> GroupStatus | None:
        """Return what a group or party was on a day; None where its own row holds."""
        for status in reversed(self.statuses.get(group, ())):
            if status.first <= on <= status.last:
                return status
        return None

    def terms_of(self, person: str) -> tuple[Term, ...]:
        """Return all offices of a person, the earliest first."""
        return self.terms.get(person, ())

    def offices_at(self, person: str, on: date) -> tuple[Term, ...]:
        """Return the offices a person can have held on a day, the one to tell first first."""
        held = [term for term in self.terms_of(person) if term.first <= on <= term.last]
        return tuple(sorted(held, key=_precedence) if len(held) > 1 else held)

    def office_at(self, person: str, on: date) -> Term | None:
        """Return the office of a person on a day, the latest of several; None if none is known."""
        return next(iter(self.offices_at(person, on)), None)

    def holders(
        self, owner: str, role: str, on: date, *, title: str | None = None
    ) -> tuple[Term, ...]:
        """Return who can have held a post of a country or organization on a day, the latest first.

        On the day of a handover these are two. `title` asks for offices whose title has that word,
        as "President" where a state has another head.
        """
        held = [t for t in self.posts.get((owner, role), ()) if t.first <= on <= t.last]
        if title:
            sought = title.casefold()
            held = [term for term in held if sought in term.title.casefold()]
        if len(held) > 1:
            held.sort(key=lambda term: (term.acting, -term.first.toordinal()))
        return tuple(held)

    def people_by_family(self, name: str) -> tuple[Person, ...]:
        """Return the people whom a family name, or a name used like one, may mean."""
        return self._by_family.get(key(name), ())

    def near(self, words: str, limit: int = 5) -> tuple[NameEntry, ...]:
        """Return names spelt much like the words, the likest first: to propose, not to decide."""
        from rapidfuzz import fuzz, process  # only where a name is not known

        sought = key(words)
        found = process.extract(
            sought, list(self._by_key), scorer=fuzz.ratio, score_cutoff=_LIKE, limit=limit * 4
        )
        owners: dict[tuple[str, str], NameEntry] = {}
        for alias in (alias for alias, _, _ in found if alias != sought):
            for entry in self._by_key[alias]:
                owners.setdefault((entry.kind, entry.id), entry)
        return tuple(owners.values())[:limit]

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[NameEntry, ...]]:
        return _grouped((key(entry.alias), entry) for entry in self.names)

    @cached_property
    def _by_family(self) -> Mapping[str, tuple[Person, ...]]:
        return _grouped((key(name), person) for person, name in _families(self.people.values()))

    @cached_property
    def _finder(self) -> NameFinder:
        return NameFinder(self.names, self.blocked)

    @cached_property
    def _families(self) -> NameFinder:
        alone = [
            NameEntry(kind="family", id=person.id, alias=name, rule=person.rule)
            for person, name in _families(self.people.values())
        ]
        return NameFinder([*self.names, *alone], self.blocked)


@cache
def _load(folders: tuple[Path, ...]) -> Knowledge:
    countries = {fact.iso3: fact for fact in load.read(Country, folders)}
    people = {fact.id: fact for fact in load.read(Person, folders)}
    organizations = {fact.id: fact for fact in load.read(Organization, folders)}
    groups = {fact.id: fact for fact in load.read(Group, folders)}
    terms = corrected(load.read(Term), load.read(Term, folders, ours=False))
    statuses = load.read(GroupStatus, folders)
    names = (
        *_country_entries(countries, folders),
        *_person_entries(people.values()),
        *_body_entries(organizations.values(), groups.values()),
    )
    return Knowledge(
        countries=countries,
        people=people,
        organizations=organizations,
        groups=groups,
        statuses=_grouped((fact.group, fact) for fact in statuses),
        terms=_by_person(terms),
        posts=_by_post(terms),
        names=names,
        blocked=load.cautions("block", folders),
    )


def _by_person(terms: Iterable[Term]) -> Mapping[str, tuple[Term, ...]]:
    return _grouped((term.person, term) for term in sorted(terms, key=lambda term: term.first))


def _by_post(terms: Iterable[Term]) -> Mapping[tuple[str, str], tuple[Term, ...]]:
    return _grouped(((term.organization or term.country or "", term.role), term) for term in terms)


def _country_entries(
    countries: Mapping[str, Country], folders: tuple[Path, ...]
) -> Iterator[NameEntry]:
    given = load.cautions("given", folders)
    for iso3, alias, kind, sectors, rule in load.aliases(folders):
        country = countries.get(iso3)
        yield NameEntry(
            kind=kind,
            id=iso3,
            alias=alias,
            rule=rule,
            country=country.code if country else iso3,
            sectors=sectors,
            given=alias in given,
        )


def _person_entries(people: Iterable[Person]) -> Iterator[NameEntry]:
    for person in people:
        # A name of one word ("Philippe") is too little to know somebody by, unless it is an alias.
        full = [person.name] if " " in person.name else []
        for alias in (*full, *person.aliases):
            yield NameEntry(kind="person", id=person.id, alias=alias, rule=person.rule)


def _body_entries(
    organizations: Iterable[Organization], groups: Iterable[Group]
) -> Iterator[NameEntry]:
    for body in organizations:
        for alias in (body.name, *body.aliases):
            yield NameEntry(
                kind="organization",
                id=body.id,
                alias=alias,
                rule=body.rule,
                country=body.code,
                sectors=body.sectors,
            )
    for group in groups:
        for alias in (group.name, *group.aliases):
            yield NameEntry(
                kind="group",
                id=group.id,
                alias=alias,
                rule=group.rule,
                country=group.country,
                sectors=group.sectors,
            )


def _families(people: Iterable[Person]) -> Iterator[tuple[Person, str]]:
    """Yield the people with each name that is used like a family name, in each of its spellings."""
    for person in people:
        single = [alias for alias in person.aliases if " " not in alias]
        names = [person.family or "", *single, *_spelt_otherwise(person)]
        for name in dict.fromkeys([*names, *(digraphs(name) for name in names)]):
            if name:
                yield person, name
            if key(name).startswith(_ARTICLES):
                yield person, name[3:]


def _spelt_otherwise(person: Person) -> Iterator[str]:
    """Yield the last words of aliases that begin like the family name ("Sarkisian", "Sargsyan")."""
    family = person.family
    if not family or not family.isalpha() or not person.name.endswith(family):
        return
    first, given = key(family)[:1], key(person.name)[:1]
    for alias in person.aliases:
        *before, last = alias.split()
        alike = len(last) >= _SHORTEST and key(last)[:1] == first
        if before and alike and key(before[0])[:1] == given:
            yield last


def _precedence(term: Term) -> tuple[bool, int, int]:
    return term.acting, -term.first.toordinal(), _RANK.index(term.role)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for name, value in pairs:
        groups[name].append(value)
    return {name: tuple(values) for name, values in groups.items()}
