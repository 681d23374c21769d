"""The commands that code: `code` prints, `add` stores."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from dragoman.coder import LEARNED
from dragoman.exports import EXPORTS
from dragoman.knowledge.base import Knowledge
from dragoman.readers import Given, give
from dragoman.record import Report
from dragoman.service.engine import code_reports
from dragoman.service.intake import Intake, count_inputs
from dragoman.service.options import (
    Coding,
    Country,
    Paths,
    Processes,
    Published,
    Publisher,
    StoreFile,
    Tables,
    check_coder,
    check_country,
    check_format,
    check_tables,
    settings,
    store_file,
)
from dragoman.service.terminal import Meter, meter, note
from dragoman.store import Added, Store, current_run, open_store

__all__ = ["add", "code"]


def code(
    paths: Paths,
    *,
    published: Published = None,
    publisher: Publisher = None,
    country: Country = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(EXPORTS)}.")
    ] = "table",
    processes: Processes = None,
    knowledge: Tables = None,
    coder: Coding = LEARNED,
) -> None:
    """Code reports and print the record."""
    check_format(form, tuple(EXPORTS))
    given = _given(published, publisher, country)
    # records that scroll by on the terminal are progress enough, and a bar would stand among them
    tables = check_tables(knowledge)
    how = check_coder(coder)
    with _work(paths, given, processes, tables, how, quiet=sys.stdout.isatty()) as work:
        EXPORTS[form](work.coded(work.reports()), sys.stdout)
    work.end()


def add(
    paths: Paths,
    *,
    store: StoreFile = None,
    published: Published = None,
    publisher: Publisher = None,
    country: Country = None,
    processes: Processes = None,
    knowledge: Tables = None,
    coder: Coding = LEARNED,
) -> None:
    """Code reports and keep them in a store; what is there already is not coded again."""
    given = _given(published, publisher, country)
    tables = check_tables(knowledge)
    how = check_coder(coder)
    opening = open_store(store_file(store))
    with opening as opened, _work(paths, given, processes, tables, how) as work:
        try:
            added = work.keep(opened)
        except KeyboardInterrupt:
            note(
                f"dragoman: stopped; {opened.path} holds {opened.size()[0]} reports, all whole: "
                "run the same command again to go on"
            )
            raise
    note(
        f"{opened.path}: {added.new} new, {added.unchanged} unchanged, "
        f"{added.replaced} replaced, {work.intake.failures} failed"
    )
    work.end()


class _Work:
    """Reads and codes what a command names; counts what a person should know of it."""

    def __init__(
        self, intake: Intake, bar: Meter, processes: int, tables: Path | None, coder: str
    ) -> None:
        self.intake = intake
        self._tables = tables
        self._coder = coder
        self._bar = bar
        self._processes = processes
        self._held = 0
        self._undated = 0

    def reports(self) -> Iterator[Report]:
        return self.intake.reports()

    def coded(self, reports: Iterator[Report]) -> Iterator[Report]:
        for report in code_reports(reports, self._processes, self._tables, self._coder):
            self._undated += report.published is None
            yield report
            self._bar.advance()

    def keep(self, store: Store) -> Added:
        """Code and store what the store does not hold yet."""
        folders = [self._tables] if self._tables else []
        run = current_run(*folders, learned=self._coder == LEARNED)
        missing = self._missing(store, run.id)
        with Knowledge.using(*folders):
            new, unchanged, replaced = store.add(self.coded(missing), run)
        return Added(new, unchanged + self._held, replaced)

    def _missing(self, store: Store, run: str) -> Iterator[Report]:
        for report in self.reports():
            if store.has(report, run):
                self._held += 1
                self._bar.advance()
            else:
                yield report

    def end(self) -> None:
        """Say what stays open; leave with 1 if some inputs failed."""
        if self._undated:
            what = "1 report has" if self._undated == 1 else f"{self._undated} reports have"
            note(
                f'dragoman: {what} no publication date: words such as "yesterday" stay '
                "unresolved; give one with --published"
            )
        if self.intake.failures:
            raise typer.Exit(1)


def _given(published: str | None, publisher: str | None, country: str | None) -> Given:
    return give(published, publisher, check_country("--country", country))


@contextmanager
def _work(
    paths: list[str],
    given: Given,
    processes: int | None,
    tables: Path | None,
    coder: str,
    *,
    quiet: bool = False,
) -> Iterator[_Work]:
    number = processes or settings().processes
    drawn = sys.stderr.isatty() and not quiet
    with meter(count_inputs(paths) if drawn else None, drawn=drawn) as bar:
        yield _Work(Intake(paths, given, bar), bar, number, tables, coder)
