"""Who a report says holds an office: names beside offices, kept as observations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.names import NameEntry, NameHit
from dragoman.knowledge.override import SINGLE_POSTS
from dragoman.languages.en.roles import load_roles
from dragoman.record import Mention, MentionKind, Report, Span
from dragoman.stages.actors.names import fold
from dragoman.stages.actors.offices import office_code

__all__ = ["Observation", "observations"]

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|['’]s\b")
_COUNTRY = frozenset({"name", "official", "adjective", "demonym", "abbreviation"})
# The words say that the office is not held, or not yet, or by nobody in particular.
_NOT_NOW = frozenset(
    "former ex then late outgoing incoming next designate elect nominee candidate shadow acting "
    "deputy would-be self-proclaimed".split()
)
_APPOSED = "apposition"


@dataclass(frozen=True, slots=True)
class Observation:
    """A report's words that somebody holds an office of a country at its date.

    `actor` is the id of a person of the tables; `against` the row that says another held it.
    """

    span: Span
    name: str
    actor: str | None
    role: str
    title: str
    country: str
    day: date
    against: str | None


def observations(report: Report) -> tuple[Observation, ...]:
    """Return what a coded report says of who holds which office, each once, in text order.

    A report without a date says nothing here.
    """
    if report.published is None:
        return ()
    found: dict[tuple[str, str, str], Observation] = {}
    for mention in report.mentions:
        for seen in _of(report, mention, report.published):
            found.setdefault((fold(seen.name), seen.role, seen.country), seen)
    return tuple(found.values())


def _of(report: Report, mention: Mention, day: date) -> Iterator[Observation]:
    name = mention.actor.name
    apposed = mention.kind is MentionKind.OFFICE and (mention.reason or "").startswith(_APPOSED)
    if not (apposed or mention.kind is MentionKind.PERSON) or not name or " " not in name:
        return
    words = report.words(mention.span)
    knowledge = Knowledge.load()
    hits = knowledge.find(words)
    owner = _owner(hits)
    office = _office(words, owner)
    if owner is None or owner.country is None or office is None:
        return
    role, title = office
    yield Observation(
        span=mention.span,
        name=name,
        actor=mention.actor.id,
        role=role,
        title=title,
        country=owner.country,
        day=day,
        against=_against(knowledge, mention, role, owner.country, day),
    )


def _owner(hits: tuple[NameHit, ...]) -> NameEntry | None:
    """Return the one country among the names; a body's officers are not learned from words."""
    entries = [entry for hit in hits for entry in hit.entries if entry.kind != "person"]
    states = {entry.country for entry in entries}
    return entries[0] if len(states) == 1 and entries[0].kind in _COUNTRY else None


def _office(words: str, owner: NameEntry | None) -> tuple[str, str] | None:
    """Return the office that the words name, as code and words."""
    lowers = [word.lower() for word in _WORD.findall(words)]
    parts = [part for lower in lowers for part in lower.split("-")]
    if _NOT_NOW.intersection(parts):
        return None
    roles = load_roles()
    for end in range(len(lowers), 0, -1):
        role = roles.match(lowers, end)
        if role is not None:
            code = office_code(role, owner)
            return (code, role.noun) if code not in (None, "OTHER") and not role.plural else None
    return None


def _against(
    knowledge: Knowledge, mention: Mention, role: str, country: str, day: date
) -> str | None:
    """Return the row of who held the office instead, where one person holds it."""
    code = "HOS" if role == "MONARCH" else role
    if code not in SINGLE_POSTS:
        return None
    terms = knowledge.holders(country, code, day)
    if not terms or any(term.person == mention.actor.id for term in terms):
        return None
    return terms[0].rule
