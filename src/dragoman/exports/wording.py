"""The parts of a record in a few words: who, when, where, how many, said by whom."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from dragoman.knowledge.load import aliases
from dragoman.record import (
    Actor,
    Attribution,
    Concern,
    Party,
    Place,
    Quantity,
    Report,
    SaidBy,
    SourceKind,
    Span,
    Topic,
    When,
)

__all__ = [
    "actor_words",
    "concern_words",
    "days",
    "listed",
    "office_words",
    "on_days",
    "party_words",
    "place_words",
    "quantity_words",
    "quoted",
    "said_words",
    "source_words",
    "topics_words",
]

# Officials, institutions and groups show by their office or sector.
_TOLD_KINDS = frozenset(
    (
        SourceKind.UNNAMED_OFFICIALS,
        SourceKind.UNNAMED_SOURCES,
        SourceKind.MEDIA,
        SourceKind.DOCUMENT,
        SourceKind.DATA,
        SourceKind.WITNESS,
    )
)
# What may begin a sentence without being part of a name.
_BEGINNINGS = frozenset(
    "The A An Both His Her Its Their This These That Those Some Several".split()
)


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
    """Return the name of a party, or the report's words for it, with country and sector.

    An adjective alone ("the Saudi and Iranian sides") is told as the side it stands for, and an
    article or the like that began a sentence is written small.
    """
    words = quoted(report, party.span)
    first, _, rest = words.partition(" ")
    if rest and first in _BEGINNINGS:
        words = f"{first.lower()} {rest}"
    return actor_words(party, f"the {words} side" if words in _adjectives() else words)


def office_words(report: Report, party: Party) -> str:
    """Return a party as `party_words` does, with the office it held at the time."""
    told = party_words(report, party)
    if not (party.name and party.office) or party.office.casefold() in party.name.casefold():
        return told
    return told.replace(party.name, f"{party.name}, {party.office}", 1)


def said_words(report: Report, attribution: Attribution) -> str:
    """Return who says something: "Matthew Miller, Spokesperson (USA GOV)", "Locals [witness]"."""
    source = " ".join(quoted(report, span) for span in attribution.source)
    actor = attribution.actor
    if actor is None:
        return source + _of_kind(attribution)
    name = actor.name or source
    office = f", {actor.office}" if actor.name and actor.office else ""
    codes = " ".join(code for code in (actor.country, actor.sector) if code)
    told = f"{name}{office} ({codes})" if codes else f"{name}{office}"
    return told + _of_kind(attribution)


def _of_kind(attribution: Attribution) -> str:
    """Return the kind of a source where name, office and codes do not tell it: " [witness]"."""
    kind = attribution.source_kind
    return f" [{kind}]" if kind in _TOLD_KINDS else ""


def topics_words(topics: Iterable[Topic]) -> list[str]:
    """Return what something is about: known processes by their labels, words in quotation marks.

    A single word of the report ("the need") says nothing beside its sentence and is left out.
    """
    told = (t.label if t.id else f"“{t.label}”" for t in topics if t.id or " " in t.label)
    return list(dict.fromkeys(told))


def source_words(report: Report, said: SaidBy) -> str:
    """Return who says so, with the kind of source where nothing else shows it.

    A source left unsaid shows by which word the report says it.
    """
    if said.source is None:
        return f"an unnamed source, “{quoted(report, said.cue)}”"
    told = (_of_kind(a) for a in report.attributions[said.attribution : said.attribution + 1])
    return party_words(report, said.source) + "".join(told)


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
    """Return the act an event is about, with its words, and that it is not told as done."""
    who, whom = (
        ", ".join(party_words(report, party) for party in parties)
        for parties in (concern.actors, concern.recipients)
    )
    act = f"{concern.type} {concern.mode}" if concern.mode else concern.type
    parts = [
        f"{act} “{quoted(report, concern.anchor)}”",
        f"{who} → {whom}".strip() if whom else who,
        days(report, concern.when) if concern.when else "",
        f"in {place_words(concern.where)}" if concern.where else "",
    ]
    return ", ".join(part for part in parts if part) + " (not told as done)"


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


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(alias for _, alias, kind, *_ in aliases() if kind == "adjective")
