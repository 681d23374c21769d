"""A chronology: the coded events of many reports in the order of their days."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.record import Event, Report, Span, Status

__all__ = ["Chronology", "Entry", "chronology", "sentence_of"]

_EVER = date.max


@dataclass(frozen=True, slots=True)
class Entry:
    """A coded event in its report, with the sentence that holds its anchor."""

    report: Report
    event: Event
    sentence: Span

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and last day the event may have been on; None is open or not known."""
        when = self.event.when
        return (when.first, when.last) if when else (None, None)

    @property
    def dated(self) -> bool:
        """Whether the report gives at least one end of the event's time."""
        return self.days != (None, None)


@dataclass(frozen=True, slots=True)
class Chronology:
    """Coded events oldest first, those without a date apart, and how many denied were left out."""

    dated: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    negated: int


def chronology(
    reports: Iterable[Report], wanted: Container[str] | None = None, *, negated: bool = False
) -> Chronology:
    """Return the chronology of the events with these ids, or of all, in the reports.

    What a report says was not done is left out unless `negated`. The day a report was published
    is never taken for the day of an event.
    """
    entries = [
        Entry(report, event, sentence_of(report, event))
        for report in reports
        for event in report.events
        if wanted is None or event.id in wanted
    ]
    kept = [e for e in entries if negated or e.event.status is not Status.NEGATED]
    return Chronology(
        dated=tuple(sorted((e for e in kept if e.dated), key=_day_order)),
        undated=tuple(sorted((e for e in kept if not e.dated), key=_report_order)),
        negated=len(entries) - len(kept),
    )


def sentence_of(report: Report, event: Event) -> Span:
    """Return the sentence that holds an event's anchor; the anchor where none does."""
    for sentence in report.sentences:
        if sentence.covers(event.anchor):
            return sentence
    return event.anchor


def _day_order(entry: Entry) -> tuple[object, ...]:
    first, last = entry.days
    return (first or last or _EVER, last or _EVER, *_report_order(entry))


def _report_order(entry: Entry) -> tuple[object, ...]:
    report = entry.report
    return (report.published or _EVER, report.id, entry.sentence, entry.event.anchor)
