"""Coded events as the lines of a table."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from dragoman.corpus.brief import sentence_of
from dragoman.record import Event, Party, Report
from dragoman.service.terminal import draw, print_table
from dragoman.store import StoredEvent, StoredParty

__all__ = ["print_events", "row_of"]

_COLUMNS = ("id", "date", "type", "status", "actors", "recipients", "where", "words", "said by")


def row_of(report: Report, event: Event) -> StoredEvent:
    """Return the row that a store gives of an event."""
    when, where = event.when, event.where
    sentence = sentence_of(report, event)
    return StoredEvent(
        id=event.id,
        report=report.id,
        publisher=report.publisher,
        published=report.published,
        type=event.type,
        mode=event.mode,
        status=event.status.value,
        when=when.value if when else None,
        first=when.first if when else None,
        last=when.last if when else None,
        actors=_parties(report, event.actors),
        recipients=_parties(report, event.recipients),
        mediators=_parties(report, event.mediators),
        place=where.name if where else None,
        place_country=where.country if where else None,
        words=report.words(event.anchor),
        sentence=report.words(sentence),
        said_by=tuple(
            said.source.name or report.words(said.source.span)
            for said in event.said_by
            if said.source
        ),
        confidence=event.confidence,
    )


def _cells(row: StoredEvent) -> tuple[object, ...]:
    return (
        row.id,
        row.when,
        f"{row.type} {row.mode}" if row.mode else row.type,
        row.status,
        row.actors,
        row.recipients,
        f"{row.place} ({row.place_country})" if row.place and row.place_country else row.place,
        row.words,
        row.said_by,
    )


def print_events(rows: Sequence[StoredEvent]) -> None:
    """Write events to standard output: some lines each on a terminal, one each into a pipe."""
    if not sys.stdout.isatty():
        print_table(_COLUMNS, (_cells(row) for row in rows))
    elif rows:
        draw(("date, id", "act", "who to whom", "where, words"), (_stack(row) for row in rows))


def _stack(row: StoredEvent) -> tuple[str, ...]:
    """Return the cells of a row drawn on a terminal, where width is dear."""
    place = f"{row.place} ({row.place_country})" if row.place_country else row.place
    said = f"said by {', '.join(row.said_by)}" if row.said_by else None
    who = [str(party) for party in row.actors]
    whom = [f"→ {party}" for party in row.recipients]
    between = [f"through {party}" for party in row.mediators]
    return (
        _lines(row.when, row.id),
        _lines(row.type, row.mode, None if row.status == "actual" else row.status),
        _lines(*who, *whom, *between),
        _lines(place, f"“{row.words}”", said),
    )


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def _parties(report: Report, parties: tuple[Party, ...]) -> tuple[StoredParty, ...]:
    return tuple(
        StoredParty(
            id=party.id,
            name=report.words(party.span) if party.name is None else party.name,
            country=party.country,
            sector=party.sector,
        )
        for party in parties
    )
