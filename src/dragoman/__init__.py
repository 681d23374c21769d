"""Dragoman reads reports of diplomacy and conflict and keeps the record.

Who did what to whom, when, where, and who says so: `Coder().code(text)` returns a Report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError
from dragoman.record import Actor, Event, Place, Report, Span, Statement, Time

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from dragoman.coder import Coder
    from dragoman.store import Store

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Coder",
    "DragomanError",
    "Event",
    "Place",
    "Report",
    "Span",
    "Statement",
    "Time",
    "open_store",
    "place",
    "when",
    "who",
]


def __getattr__(name: str) -> Any:
    """Load the coder only when it is asked for: the nouns alone import in milliseconds."""
    if name == "Coder":
        from dragoman.coder import Coder

        return Coder
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")


def who(words: str, *, on: date | str | None = None) -> Actor | None:
    """Return the actor that words name on a day (today's knowledge if none is given), or None.

    The actor's `reason` says which row or words decided. Raises BadInput for a day that is no date.
    """
    from dragoman.coder import day
    from dragoman.stages.who import who as ask

    return ask(words, day(on))


def when(
    words: str, *, published: date | str | None = None, country: str | None = None
) -> tuple[Time, ...]:
    """Return the times that words give, read as in a report published that day in a country.

    Raises BadInput for a day that is no date.
    """
    from dragoman.coder import day
    from dragoman.stages.times import when as ask

    return ask(words, day(published), country)


def place(words: str, *, country: str | None = None) -> Place | None:
    """Return the place that words name, within a country (ISO 3166-1 alpha-3) if given, or None."""
    from dragoman.stages.places import place as ask

    return ask(words, country)


def open_store(path: str | Path, *, read_only: bool = False) -> Store:
    """Return the store in a DuckDB file, made if it is not there; raises BadStore."""
    from dragoman.store import open_store as opened

    return opened(path, read_only=read_only)
