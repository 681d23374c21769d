"""An event as the cells of a table, the same for all tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.corpus.brief import sentence_of
from dragoman.exports.wording import (
    concern_words,
    days,
    office_words,
    party_words,
    place_words,
    quantity_words,
    quoted,
    said_words,
    source_words,
    topics_words,
)
from dragoman.record import Event, Party, Report, Statement

__all__ = ["NOT_KNOWN", "Cells", "cells", "heading_lines", "statement_lines"]

NOT_KNOWN = "not known"
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """What a table shows of an event; what is not known is empty, several are several items.

    `words` are those of the sentence before the anchor, of the anchor, and after it. `below` are
    labels and values of what only some events have.
    """

    act: tuple[str, ...]
    status: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    when: str
    where: str
    said_by: tuple[str, ...]
    words: tuple[str, str, str]
    below: tuple[tuple[str, str], ...]


def cells(report: Report, event: Event) -> Cells:
    """Return the cells of an event."""
    return Cells(
        act=(event.type, event.mode) if event.mode else (event.type,),
        status=event.status.value,
        who=_parties(report, event.actors),
        whom=_parties(report, event.recipients),
        when=days(report, event.when) if event.when else "",
        where=place_words(event.where) if event.where else "",
        said_by=tuple(source_words(report, said) for said in event.said_by),
        words=_words(report, event),
        below=tuple(_below(report, event)),
    )


def _words(report: Report, event: Event) -> tuple[str, str, str]:
    """Return the words of the sentence on one line, in three parts."""
    whole, anchor = sentence_of(report, event), event.anchor
    before, after = report.text[whole.start : anchor.start], report.text[anchor.end : whole.end]
    parts = [_SPACE.sub(" ", words) for words in (before, report.words(anchor), after)]
    return parts[0].lstrip(), parts[1], parts[2].rstrip()


def _below(report: Report, event: Event) -> Iterator[tuple[str, str]]:
    yield from (("through", words) for words in _parties(report, event.mediators))
    counted = ((event.dead, "dead"), (event.injured, "injured"), (event.size, "taking part"))
    if numbers := [f"{quantity_words(number)} {what}" for number, what in counted if number]:
        yield "numbers", ", ".join(numbers)
    yield from (("concerns", concern_words(report, concern)) for concern in event.concerns)
    if topics := topics_words(event.about):
        yield "about", ", ".join(topics)
    if event.hedges:
        yield "hedged", ", ".join(f"“{quoted(report, span)}”" for span in event.hedges)
    if event.when and not (event.when.first or event.when.last):
        why = "" if report.published else ": no publication date is known"
        yield "time", f"“{quoted(report, event.when.span)}” stays unresolved{why}"


def heading_lines(report: Report) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the title of a report, and what is known of it as label and value."""
    publisher = report.publisher or NOT_KNOWN
    if report.publisher_country:
        publisher = f"{publisher} ({report.publisher_country})"
    day, basis = report.published, report.published_basis.value
    known = [
        ("Publisher", publisher),
        ("Published", f"{day} ({basis})" if day else NOT_KNOWN),
        ("Address", report.url or ""),
        ("Report", report.id),
    ]
    title = report.title or f"Report {report.id}"
    return title, tuple((label, value) for label, value in known if value)


def statement_lines(report: Report) -> tuple[tuple[str, str], ...]:
    """Return each statement as who says it, how, to whom, about what - and the words said."""
    return tuple(_statement(report, statement) for statement in report.statements)


def _statement(report: Report, statement: Statement) -> tuple[str, str]:
    said = report.attributions[statement.attribution]
    who = f"{said_words(report, said) or 'an unnamed source'}, “{quoted(report, said.cue)}”"
    if statement.addressee:
        to = ", ".join(party_words(report, party) for party in statement.addressee)
        who += f", to {to}"
    if topics := topics_words(statement.about):
        who += ", about " + ", ".join(topics)
    return who, " … ".join(quoted(report, span) for span in said.content)


def _parties(report: Report, parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(office_words(report, party) for party in parties)
