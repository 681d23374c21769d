"""Stored events as the lines of a table."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from dragoman.service.terminal import draw, print_table
from dragoman.store import StoredEvent

__all__ = ["print_events"]

_COLUMNS = ("id", "date", "type", "status", "actors", "recipients", "where", "words", "said by")


def print_events(rows: Sequence[StoredEvent]) -> None:
    """Write events to standard output: some lines each on a terminal, one each into a pipe."""
    if not sys.stdout.isatty():
        print_table(_COLUMNS, (_cells(row) for row in rows))
    elif rows:
        draw(("date, id", "act", "who to whom", "where, words"), (_stack(row) for row in rows))


def _cells(row: StoredEvent) -> tuple[object, ...]:
    return (
        row.id,
        row.when,
        f"{row.type} {row.mode}" if row.mode else row.type,
        row.status,
        row.actors,
        row.recipients,
        _place(row),
        row.words,
        row.said_by,
    )


def _stack(row: StoredEvent) -> tuple[str, ...]:
    """Return the cells of a row drawn on a terminal, where width is dear."""
    who = [str(party) for party in row.actors]
    whom = [f"→ {party}" for party in row.recipients]
    between = [f"through {party}" for party in row.mediators]
    said = f"said by {', '.join(row.said_by)}" if row.said_by else None
    return (
        _lines(row.when, row.id),
        _lines(row.type, row.mode, None if row.status == "actual" else row.status),
        _lines(*who, *whom, *between),
        _lines(_place(row), f"“{row.words}”", said),
    )


def _place(row: StoredEvent) -> str | None:
    return f"{row.place} ({row.place_country})" if row.place and row.place_country else row.place


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)
