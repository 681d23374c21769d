"""Coded reports as a table for a terminal; in a pipe the same without colours, 100 wide."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.exports.cells import NOT_KNOWN, Cells, cells, heading_lines, statement_lines
from dragoman.record import Report

__all__ = ["print_report", "write_table"]

PIPE_WIDTH = 100
# Columns with their width in a pipe; those of names share what a terminal has more or less.
_COLUMNS = (
    ("no.", 3),
    ("act", 14),
    ("when", 10),
    ("who", 28),
    ("to whom", 25),
    ("where", 14),
)
_SHARING = ("who", "to whom")
_LEAST = -13  # of what these columns may lose: a name a line is still legible at 12
_INDENT = 4
_MISSING = {"Publisher": "publisher", "Published": "publication date"}
_LABEL = 8
_STATUS_STYLES = {"planned": "bold yellow", "possible": "bold yellow", "negated": "bold red"}


def write_table(reports: Iterable[Report], out: TextIO) -> None:
    """Write a table a report."""
    terminal = out.isatty()
    console = Console(file=out, width=None if terminal else PIPE_WIDTH, highlight=False)
    for number, report in enumerate(reports):
        with console.capture() as drawn:
            print_report(report, console)
        out.write("\n" if number else "")
        # rich fills each line up to the width, which a pipe has no use for
        out.writelines(f"{line.rstrip()}\n" for line in drawn.get().splitlines())


def print_report(report: Report, console: Console) -> None:
    """Print a report's events, each with the sentence it rests on below, and its statements."""
    title, known = heading_lines(report)
    console.print(Text(title, style="bold"))
    told = (f"{_MISSING[label]} {value}" if value == NOT_KNOWN else value for label, value in known)
    console.print(Text(", ".join(told), style="dim"))
    if not report.events:
        console.print(Text("no events found"))
    for number, event in enumerate(report.events, start=1):
        console.print()
        _print_event(number, cells(report, event), console)
    if report.statements:
        console.print(Text("\nstatements", style="bold"))
    for who, words in statement_lines(report):
        _print_below(Text.assemble((f"{who}: ", "dim"), f"“{words}”"), console)


def _print_event(number: int, event: Cells, console: Console) -> None:
    extra = max(_LEAST, (console.width - PIPE_WIDTH) // len(_SHARING))
    table = Table(box=None, show_header=number == 1, padding=(0, 1, 0, 0), header_style="bold")
    for name, width in _COLUMNS:
        wide = width + extra if name in _SHARING else width
        table.add_column(name, width=wide, overflow="fold")
    columns = (event.when, "\n".join(event.who), "\n".join(event.whom), event.where)
    table.add_row(str(number), _act(event), *map(Text, columns))
    console.print(table)
    _print_below(_sentence(event, console), console)
    below = Table(box=None, show_header=False, padding=(0, 1, 0, 0))
    below.add_column(min_width=_LABEL)
    below.add_column()
    for label, value in (*(("said by", words) for words in event.said_by), *event.below):
        below.add_row(Text(label, style="dim"), Text(value))
    if below.row_count:
        _print_below(below, console)


def _act(event: Cells) -> Text:
    """Return type and mode, and below them in capitals what is not told as done."""
    told = Text("\n".join(event.act))
    if event.status in _STATUS_STYLES:
        told.append(f"\n{event.status.upper()}", style=_STATUS_STYLES[event.status])
    return told


def _sentence(event: Cells, console: Console) -> Text:
    """Return the sentence with its anchor bold, or between marks where there is no bold."""
    before, anchor, after = event.words
    shown = (anchor, "bold underline") if console.is_terminal else f"«{anchor}»"
    return Text.assemble("“", before, shown, after, "”", style="italic")


def _print_below(words: Text | Table, console: Console) -> None:
    console.print(Padding(words, (0, 0, 0, _INDENT)))
