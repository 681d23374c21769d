"""What the commands write: results to standard output, all else to standard error."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.box import HORIZONTALS
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

__all__ = ["Meter", "draw", "meter", "note", "print_table", "write_csv"]


def note(words: str) -> None:
    """Write one line to standard error."""
    Console(file=sys.stderr, highlight=False, markup=False, soft_wrap=True).print(words)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table to standard output: drawn on a terminal, tab-separated into a pipe."""
    if sys.stdout.isatty():
        draw(columns, rows)
        return
    for row in (columns, *rows):
        sys.stdout.write("\t".join(" ".join(_cell(value).split()) for value in row) + "\n")


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table to standard output as CSV with a header line."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)


def draw(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Draw a table on the terminal of standard output."""
    table = Table(header_style="bold", box=HORIZONTALS, show_lines=True, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(value)) for value in row))
    Console(file=sys.stdout).print(table)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(_cell(item) for item in value)
    if isinstance(value, dict):
        return _struct(value)
    return str(value)


def _struct(value: dict[str, object]) -> str:
    """Return a struct of the store: a party by name and codes, any other by its fields."""
    if value.keys() == {"id", "name", "country", "sector"}:
        codes = " ".join(str(value[key]) for key in ("country", "sector") if value[key])
        return f"{value['name']} ({codes})" if codes else str(value["name"])
    return ", ".join(f"{key}: {_cell(got)}" for key, got in value.items())


class Meter:
    """How far a long work is: a bar on a terminal, nothing elsewhere."""

    def __init__(self, progress: Progress | None, total: int | None) -> None:
        """Take the bar to move, if there is one."""
        self._progress = progress
        self._task = progress.add_task("reports", total=total) if progress else None

    def advance(self) -> None:
        """Say that one more input is done."""
        if self._progress is not None and self._task is not None:
            self._progress.advance(self._task)

    def note(self, words: str) -> None:
        """Write a line to standard error without breaking the bar."""
        if self._progress is None:
            note(words)
        else:
            self._progress.console.print(words, highlight=False, markup=False, soft_wrap=True)


@contextmanager
def meter(total: int | None, *, drawn: bool) -> Iterator[Meter]:
    """Give a meter for a work of so many inputs; only a drawn one shows a bar."""
    if not drawn:
        yield Meter(None, total)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        yield Meter(progress, total)
