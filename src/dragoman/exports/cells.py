"""An event as the cells of a table, the same for all tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.exports.wording import (
    concern_words,
    days,
    party_words,
    place_words,
    quantity_words,
    quoted,
    source_words,
)
from dragoman.record import Event, Party, Report

__all__ = ["Cells", "cells", "heading_lines", "statement_lines"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """What a table shows of an event; what is not known is empty, several are several items."""

    act: tuple[str, ...]
    status: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    when: str
    where: str
    said_by: tuple[str, ...]
    words: str
    mediators: tuple[str, ...]
    numbers: tuple[str, ...]
    concerns: tuple[str, ...]


def cells(report: Report, event: Event) -> Cells:
    """Return the cells of an event."""
    counted = ((event.dead, "dead"), (event.injured, "injured"), (event.size, "taking part"))
    return Cells(
        act=(event.type, event.mode) if event.mode else (event.type,),
        status=event.status.value,
        who=_parties(report, event.actors),
        whom=_parties(report, event.recipients),
        when=days(report, event.when) if event.when else "",
        where=place_words(event.where) if event.where else "",
        said_by=tuple(source_words(report, said) for said in event.said_by),
        words=quoted(report, event.anchor),
        mediators=_parties(report, event.mediators),
        numbers=tuple(f"{quantity_words(number)} {what}" for number, what in counted if number),
        concerns=tuple(concern_words(report, concern) for concern in event.concerns),
    )


def heading_lines(report: Report) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the title of a report, and what is known of it as label and value."""
    publisher = report.publisher or "not known"
    if report.publisher_country:
        publisher = f"{publisher} ({report.publisher_country})"
    day, basis = report.published, report.published_basis.value
    known = [
        ("Publisher", publisher),
        ("Published", f"{day} ({basis})" if day else "not known"),
        ("Address", report.url or ""),
        ("Report", report.id),
    ]
    title = report.title or f"Report {report.id}"
    return title, tuple((label, value) for label, value in known if value)


def statement_lines(report: Report) -> tuple[tuple[str, str], ...]:
    """Return each statement as who says it - to whom, about what - and the words said."""
    lines = []
    for statement in report.statements:
        said = report.attributions[statement.attribution]
        source = " ".join(quoted(report, span) for span in said.source)
        who = _speaker(source, said.actor.country, said.actor.sector) if said.actor else source
        who = who or f"an unnamed source, “{quoted(report, said.cue)}”"
        if statement.addressee:
            who += " to " + ", ".join(_parties(report, statement.addressee))
        if statement.about:
            who += ", about " + ", ".join(topic.label for topic in statement.about)
        lines.append((who, " … ".join(quoted(report, span) for span in said.content)))
    return tuple(lines)


def _speaker(words: str, country: str | None, sector: str | None) -> str:
    codes = " ".join(code for code in (country, sector) if code)
    return f"{words} ({codes})".strip() if codes else words


def _parties(report: Report, parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(party_words(report, party) for party in parties)
