"""Coded reports as Markdown: a table of the events, each told with its words; the statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from dragoman.exports.cells import Cells, cells, heading_lines, statement_lines
from dragoman.exports.sentences import describe
from dragoman.record import Event, Report

__all__ = ["write_markdown"]

_COLUMNS = ("no.", "act", "status", "who", "to whom", "when", "where", "who says so")
_MARKS = re.compile(r"([\\`*_\[\]<>|#])")


def write_markdown(reports: Iterable[Report], out: TextIO) -> None:
    """Write a record a report, divided by blank lines."""
    for number, report in enumerate(reports):
        out.write("\n" if number else "")
        out.writelines(f"{line}\n" for line in _record(report))


def _record(report: Report) -> Iterator[str]:
    title, known = heading_lines(report)
    yield f"# {_plain(title)}"
    yield ""
    yield from (f"- {label}: {_plain(value)}" for label, value in known)
    yield from ("", "## Events", "")
    yield from _events(report) if report.events else ("No events were found.",)
    if report.statements:
        yield from ("", "## Statements", "")
    for who, words in statement_lines(report):
        yield f"- {_plain(who)}: “{_plain(words)}”"


def _events(report: Report) -> Iterator[str]:
    yield _row(_COLUMNS)
    yield _row("---" for _ in _COLUMNS)
    for number, event in enumerate(report.events, start=1):
        yield _row(_cells(number, cells(report, event)))
    yield ""
    for number, event in enumerate(report.events, start=1):
        yield from _told(number, report, event)


def _told(number: int, report: Report, event: Event) -> Iterator[str]:
    """Yield an event as a sentence, the sentence of the report, and what only some events have."""
    shown = cells(report, event)
    before, anchor, after = map(_plain, shown.words)
    yield f"{number}. {_plain(describe(report, event))}"
    yield f"   - words: “{before}**{anchor}**{after}”"
    yield from (f"   - {label}: {_plain(value)}" for label, value in shown.below)


def _cells(number: int, event: Cells) -> Iterator[str]:
    plain = (
        " ".join(event.act),
        event.status,
        "; ".join(event.who),
        "; ".join(event.whom),
        event.when,
        event.where,
        "; ".join(event.said_by),
    )
    return iter((str(number), *map(_plain, plain)))


def _row(row: Iterable[str]) -> str:
    return f"| {' | '.join(row)} |"


def _plain(words: str) -> str:
    """Return words of a report such that none of their characters is taken for a mark."""
    return _MARKS.sub(r"\\\1", words)
