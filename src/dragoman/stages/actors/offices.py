"""Offices at a date: who holds one, what a person was, and whether the words agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.facts import Person, Term
from dragoman.knowledge.names import NameEntry
from dragoman.languages.en.roles import RoleNoun
from dragoman.stages.actors.words import words as word_classes

__all__ = ["SINGLE_OFFICES", "holder", "holder_by_code", "office_code", "office_of", "same_office"]

# Offices that one person holds at a time, so that the title alone says who is meant.
SINGLE_OFFICES = frozenset(
    ("HOS", "HOG", "MONARCH", "FM", "DM", "INTERIOR", "FINANCE", "NSA", "CHOD", "ORGHEAD")
)
# Heads of bodies are called by these nouns, which the table of roles gives to states.
_HEADS = frozenset(
    "president chairman chairwoman chairperson chair chief head director leader secretary-general "
    "commissioner".split()
)
_HANDOVER = timedelta(days=45)  # ends of terms may be told late; a later holder outweighs them


def office_code(role: RoleNoun | None, owner: NameEntry | None) -> str | None:
    """Return the office a role noun names for its owner; None where it names none there."""
    if role is None:
        return None
    if owner is not None and owner.kind == "organization":
        return "ORGHEAD" if role.noun in _HEADS else role.role
    states = word_classes().value("office_in", role.noun)
    if states is not None and owner is not None and owner.country not in states.split():
        return None
    return role.role


def same_office(left: str | None, right: str | None) -> bool:
    """Tell whether two office codes may be one office (a monarch is a head of state)."""
    heads = ("HOS", "MONARCH")
    return left == right or (left in heads and right in heads)


def holder(
    knowledge: Knowledge, owner: NameEntry, role: RoleNoun | None, on: date | None
) -> Term | None:
    """Return the term of the one holder of an office of a state or body at a date, or None."""
    code = office_code(role, owner)
    if on is None or role is None or code not in SINGLE_OFFICES:
        return None
    where = owner.id if owner.kind in ("organization", "group") else owner.country
    if not where:
        return None
    title = word_classes().value("titled", role.noun) if code != "ORGHEAD" else None
    for terms in _candidates(knowledge, where, code, on, title):
        term = _only(terms)
        if term is not None:
            return term
    return None


def _candidates(
    knowledge: Knowledge, where: str, code: str, on: date, title: str | None
) -> Iterator[tuple[Term, ...]]:
    if code in ("HOS", "MONARCH"):
        if code == "MONARCH":
            heads = knowledge.holders(where, "HOS", on)
            yield tuple(t for t in heads if "President" not in t.title.split())
            return
        yield knowledge.holders(where, "HOS", on, title=title)
        if title == "President":  # where a religious leader or a council is head of state
            yield knowledge.holders(where, "HOG", on, title=title)
    elif code == "HOG":
        terms = knowledge.holders(where, code, on, title=title)
        yield tuple(t for t in terms if title or "President" not in t.title.split())
    else:
        yield knowledge.holders(where, code, on)


def _only(terms: tuple[Term, ...]) -> Term | None:
    """Return the one term, or the latest where the others were just ending."""
    if not terms:
        return None
    latest = terms[0]
    for other in terms[1:]:
        if other.person == latest.person or (other.acting and not latest.acting):
            continue
        if other.last > latest.first + _HANDOVER:
            return None
    return latest


def holder_by_code(knowledge: Knowledge, where: str, code: str, on: date | None) -> Term | None:
    """Return the term of the one holder of an office given by its code."""
    if on is None or code not in SINGLE_OFFICES:
        return None
    return _only(knowledge.holders(where, "HOS" if code == "MONARCH" else code, on))


def office_of(
    knowledge: Knowledge, person: Person, on: date | None, code: str | None
) -> Term | None:
    """Return what a person was at a date; the office that fits the code, if he or she holds it."""
    if on is None:
        return None
    offices = knowledge.offices_at(person.id, on)
    fitting = [t for t in offices if code is not None and same_office(t.role, code)]
    return _main(fitting) if fitting else _main(list(offices))


def _main(offices: list[Term]) -> Term | None:
    """Return the first office; of a head of several states the one entered by hand.

    A king of many realms and a co-prince are told for the state that reports mean by them.
    """
    heads = [t for t in offices if t.role == "HOS"]
    if offices and len(heads) > 1 and offices[0].role == "HOS":
        return min(heads, key=lambda t: "_hand" not in t.rule)
    return offices[0] if offices else None
