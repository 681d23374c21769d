"""One event in full: each field with the words it rests on and the reason for it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from dragoman.corpus.brief import sentence_of
from dragoman.exports.sentences import describe
from dragoman.exports.wording import (
    actor_words,
    days,
    place_words,
    quantity_words,
    quoted,
    source_words,
)
from dragoman.record import Concern, Event, Party, Place, Report, Span, When

__all__ = ["event_text"]

_WIDTH = 11
Line = tuple[str, str]


def event_text(report: Report, event: Event, width: int | None = None) -> str:
    """Return an event as lines of label and value, with quoted words of its report.

    Values longer than `width` are wrapped and go on below themselves; without it they are one line.
    """
    lines = (*_head(report, event), *_fields(report, event), *_grounds(report, event))
    return "\n".join(_line(label, value, width) for label, value in lines)


def _line(label: str, value: str, width: int | None) -> str:
    line = f"{label:<{_WIDTH}} {value}".rstrip()
    if width is None or len(line) <= width:
        return line
    indent = " " * (_WIDTH + 1)
    return textwrap.fill(line, width, subsequent_indent=indent, break_on_hyphens=False)


def _head(report: Report, event: Event) -> Iterator[Line]:
    yield "event", event.id
    yield "in words", describe(report, event)
    yield "act", f"{_act(event)}, {event.status.value} {_quote(report, event.anchor)}"
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
    numbers = (("dead", event.dead), ("injured", event.injured), ("size", event.size))
    for label, number in numbers:
        if number is not None:
            yield label, f"{quantity_words(number)} {_quote(report, number.span)}"
    for concern in event.concerns:
        yield from _concern(report, concern)
    for topic in event.about:
        yield "about", f"{topic.label} {_quote(report, topic.span)}"
    if event.contexts:
        yield "context", ", ".join(event.contexts)


def _grounds(report: Report, event: Event) -> Iterator[Line]:
    for said in event.said_by:
        words = _quote(report, said.source.span) if said.source else ""
        yield "said by", f"{source_words(report, said)} {words}"
    for span in event.hedges:
        yield "hedged", _quote(report, span)
    for evidence in event.evidence:
        words = " ".join(_quote(report, span) for span in evidence.spans)
        yield "because", f"{evidence.field}: {evidence.reason} {words}"
    yield "rule", f"{event.rule}, confidence {event.confidence:.2f}"
    yield "sentence", _quote(report, sentence_of(report, event))
    yield "report", _source(report)


def _parties(report: Report, label: str, parties: Sequence[Party]) -> Iterator[Line]:
    for party in parties:
        words = quoted(report, party.span)
        office = f", {party.office}" if party.office else ""
        reason = f": {party.reason}" if party.reason else ""
        yield label, f"{actor_words(party, words)}{office} “{words}” {party.basis.value}{reason}"


def _when(report: Report, when: When | None) -> Iterator[Line]:
    if when is not None:
        yield "when", f"{days(report, when)} {_quote(report, when.span)} {when.basis.value}"


def _place(report: Report, label: str, place: Place | None) -> Iterator[Line]:
    if place is not None:
        words = _quote(report, place.span) if place.span else ""
        reason = f": {place.reason}" if place.reason else ""
        yield label, f"{place_words(place)} {words} {place.precision.value}{reason}"


def _concern(report: Report, concern: Concern) -> Iterator[Line]:
    yield "concerns", f"{_act(concern)}, not told as done {_quote(report, concern.anchor)}"
    inside = (
        *_parties(report, "who", concern.actors),
        *_parties(report, "to whom", concern.recipients),
        *_when(report, concern.when),
        *_place(report, "where", concern.where),
    )
    yield from ((f"  {label}", value) for label, value in inside)


def _source(report: Report) -> str:
    """Return where a report is from: publisher, date, title, address, id."""
    day = f"published {report.published}" if report.published else "date not known"
    parts = (report.publisher or "publisher not known", day, report.title, report.url)
    return ", ".join(part for part in parts if part) + f" [{report.id}]"


def _act(act: Event | Concern) -> str:
    return f"{act.type} {act.mode}" if act.mode else act.type


def _quote(report: Report, span: Span) -> str:
    return f"“{quoted(report, span)}”"
