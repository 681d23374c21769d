"""Terms of office learned from reports, beside those of the tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.days import LAST
from dragoman.knowledge.facts import Person, Term
from dragoman.knowledge.folding import key
from dragoman.knowledge.override import SINGLE_POSTS

__all__ = ["Conflict", "Observed", "observing"]

_NO_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Observed:
    """What independent reports say of one person in one office: from which day, and until when.

    `actor` is an id of the tables, None for somebody they do not know. `reports` are ids.
    """

    name: str
    actor: str | None
    role: str
    title: str
    country: str
    since: date
    seen: date
    reports: tuple[str, ...]

    @property
    def rule(self) -> str:
        """What the answers that rest on it name as their reason."""
        found = ", ".join(self.reports[:3]) + (", ..." if len(self.reports) > 3 else "")
        return f"observed in {len(self.reports)} reports, not later than {self.since}: {found}"


@dataclass(frozen=True, slots=True)
class Conflict:
    """An office that reports give to one person and a row of the tables to another."""

    observed: Observed
    term: Term


def observing(
    knowledge: Knowledge, observed: Iterable[Observed]
) -> tuple[Knowledge, tuple[Conflict, ...]]:
    """Return the knowledge with terms that begin "not later than" they were seen; and conflicts.

    A row of the tables that holds for the day outweighs what was seen, and that is a conflict; one
    that nobody has checked up to that day gives way.
    """
    people: dict[str, Person] = {}
    terms: list[Term] = []
    conflicts: list[Conflict] = []
    for seen in observed:
        person = seen.actor or _id(seen.name)
        role = "HOS" if seen.role == "MONARCH" else seen.role
        holders = knowledge.holders(seen.country, role, seen.since)
        if any(term.person == person for term in holders):
            continue
        certain = [term for term in holders if not term.stale(seen.since)]
        if role in SINGLE_POSTS and certain:
            conflicts.append(Conflict(seen, certain[0]))
            continue
        if knowledge.person(person) is None:
            people[person] = _person(person, seen)
        terms.append(_term(person, role, seen))
    if terms:
        knowledge = knowledge.extended(people.values(), terms)
    return knowledge, tuple(conflicts)


def _id(name: str) -> str:
    return "observed-" + _NO_LETTERS.sub("-", key(name)).strip("-")


def _person(person: str, seen: Observed) -> Person:
    return Person(
        id=person,
        name=seen.name,
        family=seen.name.split()[-1],
        aliases=(),
        gender=None,
        wikidata=None,
        rule=seen.rule,
    )


def _term(person: str, role: str, seen: Observed) -> Term:
    return Term(
        person=person,
        country=seen.country,
        organization=None,
        role=role,
        title=seen.title,
        begun=seen.since.isoformat(),
        ended=None,
        first=seen.since,
        last=LAST,
        precision="day",
        acting=False,
        sectors=("GOV",),
        checked=seen.seen,
        source="reports",
        rule=seen.rule,
    )
