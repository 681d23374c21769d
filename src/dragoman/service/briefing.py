"""A chronology as text or Markdown: sentences, their source words, and who says so."""

from __future__ import annotations

import textwrap
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import TextIO

from dragoman.corpus.brief import Chronology, Entry
from dragoman.exports.sentences import describe
from dragoman.record import Status

__all__ = ["days_in_words", "write_brief"]

# Written out here: month names must not change with the locale of the machine.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WIDTH = 88
UNDATED = "Without a date"


def write_brief(told: Chronology, form: str, out: TextIO) -> None:
    """Write a chronology, its undated events last, then how many denials were left out."""
    heading, quote = _MARKDOWN if form == "md" else _TEXT
    first = True
    for title, entries in _sections(told):
        out.write(heading(title, first))
        first = False
        for _, same in groupby(entries, key=lambda entry: (entry.report.id, entry.sentence)):
            out.write(quote(list(same)))
    if told.negated:
        what = "1 event" if told.negated == 1 else f"{told.negated} events"
        out.write(f"\n({what} said not to have happened left out; --all tells them too.)\n")


def days_in_words(first: date | None, last: date | None) -> str:
    """Return the days an event may have been on: one day, a month, a year, or from and until."""
    if first is None or last is None:
        known = first or last
        if known is None:
            return UNDATED
        return f"Since {_day(known)}" if first else f"Until {_day(known)}"
    if first == last:
        return _day(first)
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole and first.year == last.year:
        if first.month == last.month:
            return f"{_MONTHS[first.month - 1]} {first.year}"
        if (first.month, last.month) == (1, 12):
            return str(first.year)
    return f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _sections(told: Chronology) -> Iterator[tuple[str, Iterator[Entry]]]:
    for days, entries in groupby(told.dated, key=lambda entry: entry.days):
        yield days_in_words(*days), entries
    if told.undated:
        yield UNDATED, iter(told.undated)


def _sentence(entry: Entry) -> str:
    said = describe(entry.report, entry.event)
    mark = "" if entry.event.status is Status.ACTUAL else f" [{entry.event.status.value}]"
    return f"{said}{mark}"


def _source(entry: Entry) -> str:
    report = entry.report
    day = report.published.isoformat() if report.published else "date not known"
    return f"{report.publisher or report.title or 'publisher not known'}, {day}"


def _said_by(entries: list[Entry]) -> str:
    names = [
        said.source.name or entry.report.words(said.source.span)
        for entry in entries
        for said in entry.event.said_by
        if said.source
    ]
    return f"said by {', '.join(dict.fromkeys(names))}; " if names else ""


def _words(entries: list[Entry]) -> str:
    entry = entries[0]
    return "“" + " ".join(entry.report.words(entry.sentence).split()) + "”"


def _ids(entries: list[Entry]) -> str:
    return ", ".join(entry.event.id for entry in entries)


def _text_heading(title: str, first: bool) -> str:
    return ("" if first else "\n") + title + "\n"


def _text_quote(entries: list[Entry]) -> str:
    told = [_wrapped(_sentence(entry), "  ", "    ") for entry in entries]
    told.append(_wrapped(_words(entries), "      ", "      "))
    told.append(f"      {_said_by(entries)}{_source(entries[0])} [{_ids(entries)}]\n")
    return "".join(told)


def _wrapped(words: str, first: str, rest: str) -> str:
    return (
        textwrap.fill(
            words,
            _WIDTH,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
        + "\n"
    )


def _md_heading(title: str, first: bool) -> str:
    return ("" if first else "\n") + f"## {title}\n"


def _md_quote(entries: list[Entry]) -> str:
    told = "".join(f"\n- {_escaped(_sentence(entry))}" for entry in entries)
    source = f"{_said_by(entries)}{_source(entries[0])}"
    return (
        f"{told}\n\n  > {_escaped(_words(entries))}\n  > — {_escaped(source)} `{_ids(entries)}`\n"
    )


def _escaped(words: str) -> str:
    for mark in "\\`*_[]<>":
        words = words.replace(mark, f"\\{mark}")
    return words


_TEXT = (_text_heading, _text_quote)
_MARKDOWN = (_md_heading, _md_quote)
