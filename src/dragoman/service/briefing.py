"""A chronology as text or Markdown: sentences, their source words, and where they are from."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TextIO

from dragoman.corpus.brief import Chronology, Entry
from dragoman.exports.sentences import describe
from dragoman.exports.wording import days, quoted

__all__ = ["UNDATED", "write_brief"]

UNDATED = "Day not known"
_WIDTH = 88
_MARKS = re.compile(r"([\\`*_\[\]<>|#])")
_EVER = date.max


def write_brief(told: Chronology, form: str, out: TextIO) -> None:
    """Write a chronology as `text` or `md`, and at its end what was left out.

    Events whose day is not told stand under a heading of their own, after those of the day by
    which they were reported; those of reports without a date come last.
    """
    parts: list[str] = []
    for heading, entries in _sections(told):
        lines = _in_markdown(heading, entries) if form == "md" else _in_text(heading, entries)
        parts.append("".join(f"{line}\n" for line in lines))
    if told.negated:
        what = "1 event" if told.negated == 1 else f"{told.negated} events"
        parts.append(f"({what} said not to have happened left out; --all tells them too)\n")
    out.write("\n".join(parts))


def _sections(told: Chronology) -> Iterator[tuple[str, Sequence[Entry]]]:
    entries = sorted((*told.dated, *told.undated), key=_place)
    for heading, section in groupby(entries, key=_heading):
        yield heading, tuple(section)


def _place(entry: Entry) -> tuple[date, date, bool]:
    """Return where an entry stands: by its days, or after those of the day it was reported."""
    if not entry.dated:
        published = entry.report.published or _EVER
        return published, _EVER, True
    first, last = entry.days
    return first or last or _EVER, last or _EVER, False


def _heading(entry: Entry) -> str:
    when, published = entry.event.when, entry.report.published
    if entry.dated and when:
        words = days(entry.report, when)
        return words[0].upper() + words[1:]
    return f"Reported {published}, day not told" if published else UNDATED


def _in_text(heading: str, entries: Iterable[Entry]) -> Iterator[str]:
    yield heading
    for same in _by_sentence(entries):
        yield from (_wrapped(_told(entry), "  - ", "    ") for entry in same)
        yield _wrapped(_words(same[0]), "      ", "      ")
        yield f"      {_source(same)}"


def _in_markdown(heading: str, entries: Iterable[Entry]) -> Iterator[str]:
    yield f"## {heading}"
    for same in _by_sentence(entries):
        yield ""
        yield from (f"- {_plain(_told(entry))}" for entry in same)
        yield ""
        yield f"  > {_plain(_words(same[0]))}  "
        yield f"  > {_plain(_source(same))}"


def _by_sentence(entries: Iterable[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Yield neighbours that rest on one sentence together: it is quoted once."""
    for _, same in groupby(entries, key=lambda entry: (entry.report.id, entry.sentence)):
        yield tuple(same)


def _told(entry: Entry) -> str:
    """Return the event in a sentence; the day stands above it, or else in the report's words."""
    unresolved = entry.event.when is not None and not entry.dated
    return describe(entry.report, entry.event, dated=unresolved)


def _words(entry: Entry) -> str:
    return f"“{quoted(entry.report, entry.sentence)}”"


def _source(entries: Sequence[Entry]) -> str:
    """Return publisher and day of the report, the events' ids, and where the words stand in it."""
    report, sentence = entries[0].report, entries[0].sentence
    day = report.published.isoformat() if report.published else "date not known"
    publisher = report.publisher or report.title or "publisher not known"
    first, *others = (entry.event.id for entry in entries)
    ids = ", ".join((first, *(other.removeprefix(report.id) for other in others)))
    return f"{publisher}, {day} [{ids}; characters {sentence.start}-{sentence.end}]"


def _wrapped(words: str, first: str, rest: str) -> str:
    return textwrap.fill(
        words,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _plain(words: str) -> str:
    """Return words such that none of their characters is taken for a mark of Markdown."""
    return _MARKS.sub(r"\\\1", words)
