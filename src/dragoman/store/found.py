"""What a store answers with: frozen rows."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import msgspec

from dragoman.record import Event, Report

__all__ = ["Added", "Shown", "StoredEvent", "StoredParty", "StoredReport"]


class Added(NamedTuple):
    """How many reports were new, were there already with the same coding, were coded anew."""

    new: int
    unchanged: int
    replaced: int


class StoredParty(msgspec.Struct, frozen=True, kw_only=True):
    """A party of a stored event; `name` is the words of the report where no name is known."""

    id: str | None
    name: str
    country: str | None
    sector: str | None

    def __str__(self) -> str:
        """Show the name with what is known of country and sector: "Hakan Fidan (TUR GOV)"."""
        known = " ".join(part for part in (self.country, self.sector) if part)
        return f"{self.name} ({known})" if known else self.name


class StoredEvent(msgspec.Struct, frozen=True, kw_only=True):
    """A coded event as a row; `words` is its anchor, `sentence` the sentence that holds it.

    `published` is the date of the report, not of the event: `when`, `first` and `last` are.
    """

    id: str
    report: str
    publisher: str | None
    published: date | None
    type: str
    mode: str | None
    status: str
    when: str | None
    first: date | None
    last: date | None
    actors: tuple[StoredParty, ...]
    recipients: tuple[StoredParty, ...]
    mediators: tuple[StoredParty, ...]
    place: str | None
    place_country: str | None
    words: str
    sentence: str
    said_by: tuple[str, ...]
    confidence: float


class StoredReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report as a row, with the numbers of its coded events and statements."""

    id: str
    publisher: str | None
    publisher_country: str | None
    published: date | None
    title: str | None
    url: str | None
    language: str
    events: int
    statements: int
    run: str


class Shown(NamedTuple):
    """The answer to an id: the coded report, and the event if the id is one of an event."""

    report: Report
    event: Event | None
