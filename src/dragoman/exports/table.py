"""Coded reports as a table for a terminal; in a pipe the same without colours, 100 wide."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.exports.cells import Cells, cells, heading_lines, statement_lines
from dragoman.record import Report

__all__ = ["print_report", "write_table"]

PIPE_WIDTH = 100
# Columns with their narrowest width; who, to whom and who says so share what a wide terminal adds.
_COLUMNS = (
    ("no.", 3),
    ("act", 14),
    ("status", 8),
    ("who", 18),
    ("to whom", 16),
    ("when", 10),
    ("where", 10),
    ("who says so", 13),
)
_WIDENED = ("who", "to whom", "who says so")
_INDENT = 4
_STATUS_STYLES = {"planned": "yellow", "possible": "yellow", "negated": "red"}


def write_table(reports: Iterable[Report], out: TextIO) -> None:
    """Write a table a report."""
    terminal = out.isatty()
    console = Console(file=out, width=None if terminal else PIPE_WIDTH, highlight=False)
    for report in reports:
        with console.capture() as drawn:
            print_report(report, console)
        # rich fills each line up to the width, which a pipe has no use for
        out.writelines(f"{line.rstrip()}\n" for line in drawn.get().splitlines())


def print_report(report: Report, console: Console) -> None:
    """Print a report's events, each with its words below, and its statements."""
    title, known = heading_lines(report)
    console.print(Text(title, style="bold"))
    console.print(Text(", ".join(value for _, value in known), style="dim"))
    if not report.events:
        console.print(Text("no events found"))
    extra = max(0, console.width - PIPE_WIDTH) // len(_WIDENED)
    for number, event in enumerate(report.events, start=1):
        _print_event(number, cells(report, event), extra, console)
    if report.statements:
        console.print(Text("statements", style="bold"))
    for who, words in statement_lines(report):
        _print_below(f"{who}: “{words}”", console)
    console.print()


def _print_event(number: int, event: Cells, extra: int, console: Console) -> None:
    table = Table(box=None, show_header=number == 1, padding=(0, 1, 0, 0), header_style="bold")
    for name, width in _COLUMNS:
        wide = width + extra if name in _WIDENED else width
        table.add_column(name, width=wide, overflow="fold")
    table.add_row(
        str(number),
        Text("\n".join(event.act)),
        Text(event.status, style=_STATUS_STYLES.get(event.status, "")),
        *map(Text, ("\n".join(event.who), "\n".join(event.whom), event.when, event.where)),
        Text("\n".join(event.said_by)),
    )
    console.print(table)
    for label, value in _below(event):
        _print_below(f"{label}: {value}", console)


def _below(event: Cells) -> Iterable[tuple[str, str]]:
    several = (
        ("through", event.mediators),
        ("numbers", event.numbers),
        ("concerns", event.concerns),
    )
    yield "words", f"“{event.words}”"
    yield from ((label, "; ".join(values)) for label, values in several if values)


def _print_below(words: str, console: Console) -> None:
    console.print(Padding(Text(words, style="dim"), (0, 0, 0, _INDENT)))
