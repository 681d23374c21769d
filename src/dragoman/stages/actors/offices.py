"""Offices at a date: who holds one, what a person was, and whether the words agree."""

from __future__ import annotations

from datetime import date

from dragoman.knowledge import Knowledge, Person, Term

__all__ = ["SINGLE_OFFICES", "holder", "office_of"]

# Offices that one person holds at a time, so that the title alone says who is meant.
SINGLE_OFFICES = frozenset(
    ("HOS", "HOG", "MONARCH", "FM", "DM", "INTERIOR", "FINANCE", "NSA", "CHOD", "ORGHEAD")
)


def holder(
    knowledge: Knowledge, where: str | None, role: str | None, on: date | None
) -> Term | None:
    """Return the term of the one holder of an office of a state or body at a date, or None."""
    if on is None or not where or role not in SINGLE_OFFICES:
        return None
    terms = knowledge.holders(where, role, on)
    full = [t for t in terms if not t.acting] or list(terms)
    people = {t.person for t in full}
    return full[0] if len(people) == 1 else None


def office_of(
    knowledge: Knowledge, person: Person, on: date | None, role: str | None
) -> Term | None:
    """Return what a person was at a date; the office that fits the role, if he or she holds it."""
    if on is None:
        return None
    term = knowledge.office_at(person.id, on)
    if term is None or role is None or term.role == role:
        return term
    for where in (term.country, term.organization):
        if where:
            for other in knowledge.holders(where, role, on):
                if other.person == person.id:
                    return other
    return term
