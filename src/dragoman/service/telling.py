"""One event in full: each field with the words it rests on and the reason for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.corpus.brief import sentence_of
from dragoman.record import (
    Actor,
    Concern,
    Event,
    Party,
    Place,
    Quantity,
    Report,
    SaidBy,
    Span,
    When,
)

__all__ = ["actor_text", "event_text", "source_line"]

_WIDTH = 11
Line = tuple[str, str]


def event_text(report: Report, event: Event) -> str:
    """Return an event as lines of label and value, with quoted words of its report."""
    lines = [*_head(report, event), *_fields(report, event), *_grounds(report, event)]
    return "\n".join(f"{label:<{_WIDTH}} {value}".rstrip() for label, value in lines)


def actor_text(actor: Actor) -> str:
    """Return who somebody is: name, country and sector, office; what is not known is left out."""
    known = " ".join(part for part in (actor.country, actor.sector) if part)
    parts = [actor.name or "unnamed", f"({known})" if known else "", actor.office or ""]
    return ", ".join(part for part in (" ".join(parts[:2]).strip(), parts[2]) if part)


def source_line(report: Report) -> str:
    """Return where a report is from: publisher, date, title, address, id."""
    day = report.published.isoformat() if report.published else "date not known"
    parts = (report.publisher or "publisher not known", day, report.title, report.url)
    return ", ".join(part for part in parts if part) + f" [{report.id}]"


def _head(report: Report, event: Event) -> Iterator[Line]:
    act = f"{event.type} {event.mode}" if event.mode else event.type
    yield "event", event.id
    yield "act", f"{act}, {event.status.value} {_quote(report, event.anchor)}"
    for span in event.mentions:
        yield "also told", _quote(report, span)


def _fields(report: Report, event: Event) -> Iterator[Line]:
    yield from _parties(report, "who", event.actors)
    yield from _parties(report, "to whom", event.recipients)
    yield from _parties(report, "mediator", event.mediators)
    yield from _when(report, event.when)
    yield from _place(report, "where", event.where)
    for place in event.places:
        yield from _place(report, "named", place)
    for label, quantity in (
        ("dead", event.dead),
        ("injured", event.injured),
        ("size", event.size),
    ):
        yield from _quantity(report, label, quantity)
    for concern in event.concerns:
        yield from _concern(report, concern)
    for topic in event.about:
        yield "about", f"{topic.label} {_quote(report, topic.span)}"
    if event.contexts:
        yield "context", ", ".join(event.contexts)
    for said in event.said_by:
        yield "said by", _said_by(report, said)
    for span in event.hedges:
        yield "hedged", _quote(report, span)


def _grounds(report: Report, event: Event) -> Iterator[Line]:
    yield "sentence", _quote(report, sentence_of(report, event))
    yield "report", source_line(report)
    for evidence in event.evidence:
        words = " ".join(_quote(report, span) for span in evidence.spans)
        yield "because", f"{evidence.field}: {evidence.reason} {words}"
    yield "rule", f"{event.rule}, confidence {event.confidence:.2f}"


def _parties(report: Report, label: str, parties: Sequence[Party]) -> Iterator[Line]:
    for party in parties:
        reason = f": {party.reason}" if party.reason else ""
        words = _quote(report, party.span)
        yield label, f"{actor_text(party)} {words} {party.basis.value}{reason}"


def _when(report: Report, when: When | None) -> Iterator[Line]:
    if when is not None:
        yield "when", f"{when.value} {_quote(report, when.span)} {when.basis.value}"


def _place(report: Report, label: str, place: Place | None) -> Iterator[Line]:
    if place is not None:
        country = f" ({place.country})" if place.country else ""
        words = _quote(report, place.span) if place.span else ""
        yield label, f"{place.name}{country}, {place.precision.value} {words}"


def _quantity(report: Report, label: str, quantity: Quantity | None) -> Iterator[Line]:
    if quantity is not None:
        yield label, f"{quantity.bound} {quantity.value:,} {_quote(report, quantity.span)}"


def _concern(report: Report, concern: Concern) -> Iterator[Line]:
    act = f"{concern.type} {concern.mode}" if concern.mode else concern.type
    yield "concerns", f"{act}, not told as done {_quote(report, concern.anchor)}"
    yield from _parties(report, "  who", concern.actors)
    yield from _parties(report, "  to whom", concern.recipients)
    for label, value in (*_when(report, concern.when), *_place(report, "where", concern.where)):
        yield f"  {label}", value


def _said_by(report: Report, said: SaidBy) -> str:
    if said.source is None:
        return f"a source left unsaid {_quote(report, said.cue)}"
    return f"{actor_text(said.source)} {_quote(report, said.source.span)}"


def _quote(report: Report, span: Span) -> str:
    return "“" + " ".join(report.words(span).split()) + "”"
