"""The parts of a record in a few words: who, when, where, how many, said by whom."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from dragoman.record import Actor, Concern, Party, Place, Quantity, Report, SaidBy, Span, When

__all__ = [
    "actor_words",
    "concern_words",
    "days",
    "listed",
    "on_days",
    "party_words",
    "place_words",
    "quantity_words",
    "quoted",
    "source_words",
]


def quoted(report: Report, span: Span) -> str:
    """Return the words of a span on one line."""
    return " ".join(report.words(span).split())


def listed(items: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"; empty for none."""
    return " and ".join([part for part in (", ".join(items[:-1]), *items[-1:]) if part])


def actor_words(actor: Actor, words: str) -> str:
    """Return the name of an actor, or else the words for it, with country and sector."""
    codes = " ".join(code for code in (actor.country, actor.sector) if code)
    return f"{actor.name or words} ({codes})" if codes else actor.name or words


def party_words(report: Report, party: Party) -> str:
    """Return the name of a party, or the report's words for it, with country and sector."""
    return actor_words(party, quoted(report, party.span))


def source_words(report: Report, said: SaidBy) -> str:
    """Return who says so; a source left unsaid shows by which word the report says it."""
    if said.source is None:
        return f"an unnamed source, “{quoted(report, said.cue)}”"
    return party_words(report, said.source)


def days(report: Report, when: When) -> str:
    """Return the day, month, year or days of a date; what is not resolved in the report's words."""
    first, last = when.first, when.last
    if first and last:
        return _between(first, last)
    if first or last:
        return f"since {first}" if first else f"until {last}"
    return f"“{quoted(report, when.span)}”"


def on_days(report: Report, when: When) -> str:
    """Return the days of a date as they stand within a sentence: "on 2025-08-19"."""
    told = days(report, when)
    if when.first is None or when.last is None:
        return told
    if when.first == when.last:
        return f"on {told}"
    return f"from {told}" if " to " in told else f"in {told}"


def place_words(place: Place) -> str:
    """Return the name of a place with the code of its country."""
    return f"{place.name} ({place.country})" if place.country else place.name


def quantity_words(quantity: Quantity) -> str:
    """Return a number with its bound, as in "more than 62,000"."""
    number = f"{quantity.value:,}"
    return number if quantity.bound == "exactly" else f"{quantity.bound} {number}"


def concern_words(report: Report, concern: Concern) -> str:
    """Return the act an event is about: its codes, its parties, when and where."""
    who, whom = (
        ", ".join(party_words(report, party) for party in parties)
        for parties in (concern.actors, concern.recipients)
    )
    parts = [
        f"{concern.type} {concern.mode}" if concern.mode else concern.type,
        f"{who} → {whom}".strip() if whom else who,
        days(report, concern.when) if concern.when else "",
        place_words(concern.where) if concern.where else "",
    ]
    return ", ".join(part for part in parts if part)


def _between(first: date, last: date) -> str:
    """Return two days as short as they allow: a day, a whole month, a whole year."""
    if first == last:
        return first.isoformat()
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole and first.year == last.year and first.month == last.month:
        return f"{first:%Y-%m}"
    if whole and first.year == last.year and (first.month, last.month) == (1, 12):
        return f"{first:%Y}"
    return f"{first} to {last}"
