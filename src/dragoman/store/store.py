"""Coded reports in a file, and questions to them."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

from dragoman.errors import BadInput, BadStore
from dragoman.knowledge.observed import Observed
from dragoman.record import Report
from dragoman.store.found import Added, Shown, StoredEvent, StoredParty, StoredReport
from dragoman.store.rows import rows
from dragoman.store.run import Run, current_run
from dragoman.store.statements import statement

__all__ = ["Store"]

# Reports in one transaction: few enough that an interrupt costs little, enough to be quick.
_BATCH = 32
_READING = ("SELECT", "EXPLAIN", "MULTI")  # MULTI is a pivot


class Store:
    """An open store; made by `open_store`, used as a context manager."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        """Take an open connection whose tables are of this version."""
        self._connection = connection
        self.path = path

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        self._connection.close()

    def add(self, reports: Iterable[Report], run: Run | None = None) -> Added:
        """Store coded reports; return how many were new, unchanged, replaced.

        `run` is what coded them, by default the installed program. A report that is there already
        is replaced if another run coded it or its coding differs. Reports are written whole, some
        at a time: if reading or coding stops half-way by an error or an interrupt, what was coded
        until then is stored.
        """
        coded_by = run or current_run()
        total = Added(0, 0, 0)
        waiting: list[Report] = []
        try:
            for report in reports:
                waiting.append(report)
                if len(waiting) == _BATCH:
                    batch, waiting = waiting, []
                    total = _sum(total, self._write(batch, coded_by))
        finally:
            if waiting:
                total = _sum(total, self._write(waiting, coded_by))
        return total

    def has(self, report: Report, run: str) -> bool:
        """Tell whether a report was coded by the run with this id, from what is now given of it.

        What is not given now (a publisher's country, a date) is taken to be as it was.
        """
        given = {
            "id": report.id,
            "run": run,
            "title": report.title,
            "publisher_country": report.publisher_country,
            "published": report.published,
            "language": report.language,
        }
        return bool(self._ask("coded", given))

    def events(
        self,
        *,
        actor: str | None = None,
        recipient: str | None = None,
        type: str | None = None,  # noqa: A002 - the word of the record
        mode: str | None = None,
        status: str | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        country: str | None = None,
        limit: int | None = None,
    ) -> list[StoredEvent]:
        """Return the coded events that match all that is given, oldest first, undated last.

        `actor` and `recipient` are an id, a country code, a code with a sector ("TUR GOV") or
        words of a name; `country` is where the event was. An event matches `since` and `until`
        (both days inclusive) when one of the days it may have been on lies between them; an event
        without a date matches only when neither is given. Raises BadInput for what is no date.
        """
        wanted = {
            "actor": actor,
            "recipient": recipient,
            "type": type.upper() if type else None,
            "mode": mode,
            "status": status.lower() if status else None,
            "since": _day("since", since),
            "until": _day("until", until),
            "country": country.upper() if country else None,
            "limit": limit,
        }
        return [_event(row) for row in self._ask("events", wanted)]

    def reports(self) -> list[StoredReport]:
        """Return the reports of the store as rows, oldest first."""
        fields = StoredReport.__struct_fields__
        return [
            StoredReport(**dict(zip(fields, row, strict=True))) for row in self._ask("reports", {})
        ]

    def runs(self) -> list[tuple[Run, int]]:
        """Return the runs that coded reports of this store, each with the number of them now."""
        fields = Run.__struct_fields__
        return [
            (Run(**dict(zip(fields, row, strict=False))), row[-1]) for row in self._ask("runs", {})
        ]

    def observed(self) -> list[Observed]:
        """Return the offices that at least two independent reports give to one person."""
        rows = self._ask("observed", {})
        fields = [field.name for field in dataclasses.fields(Observed)]
        return [
            Observed(**{**dict(zip(fields, row, strict=True)), "reports": tuple(row[-1])})
            for row in rows
        ]

    def size(self) -> tuple[int, int]:
        """Return the numbers of reports and of coded events."""
        ((reports, events),) = self._ask("size", {})
        return int(reports), int(events)

    def coded(self, ids: Sequence[str] | None = None) -> Iterator[Report]:
        """Yield the coded reports with these ids, or all, oldest first."""
        wanted = None if ids is None else list(ids)
        # a cursor of its own: records are many and large, and other questions may come between
        with self._connection.cursor() as cursor:
            cursor.execute(statement("records"), {"ids": wanted})
            while found := cursor.fetchmany(_BATCH):
                yield from (Report.from_json(record) for (record,) in found)

    def show(self, id: str) -> Shown:  # noqa: A002 - the word of the record
        """Return the report of an id, and the event if the id is one of an event.

        Raises BadInput when the store holds neither.
        """
        found = self._ask("report_of", {"id": id})
        if not found:
            raise BadInput(
                f"{self.path} holds no report and no event {id!r}; "
                f"`dragoman events --store {self.path}` lists the events"
            )
        report = Report.from_json(found[0][0])
        return Shown(report, next((event for event in report.events if event.id == id), None))

    def sql(self, query: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
        """Return the column names and the rows of one SQL query, which may only read.

        Raises BadInput with DuckDB's own words for a query that is wrong or would write.
        """
        try:
            _check_reading(self._connection.extract_statements(query))
            self._connection.execute("begin transaction read only")
            try:
                answer = self._connection.execute(query)
                columns = tuple(str(column[0]) for column in answer.description or ())
                return columns, answer.fetchall()
            finally:
                self._connection.rollback()
        except duckdb.Error as error:
            raise BadInput(f"the query cannot be answered: {error}") from error

    def _ask(self, name: str, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(statement(name), values).fetchall()
        except duckdb.Error as error:
            raise BadStore(f"{self.path} cannot be read: {error}") from error

    def _write(self, batch: list[Report], run: Run) -> Added:
        """Write reports in one transaction, wholly or not at all."""
        try:
            self._connection.begin()
            try:
                added = self._replace(batch, run)
                self._connection.commit()
            except BaseException:
                # a commit that failed has ended the transaction: its own error is the one to tell
                with suppress(duckdb.TransactionException):
                    self._connection.rollback()
                raise
        except duckdb.Error as error:
            raise BadStore(
                f"{self.path} cannot be written: {str(error).splitlines()[0]}; "
                "what was stored before is kept"
            ) from error
        return added

    def _replace(self, batch: list[Report], run: Run) -> Added:
        known = {
            identity: (coded_by, record)
            for identity, coded_by, record in self._ask("known", {"ids": [r.id for r in batch]})
        }
        before = set(known)
        changed: dict[str, Report] = {}
        counts = {"new": 0, "unchanged": 0, "replaced": 0}
        for report in batch:
            coding = (run.id, report.to_json())
            kind = _kind(known.get(report.id), coding)
            counts[kind] += 1
            if kind != "unchanged":
                changed[report.id] = report
                known[report.id] = coding
        if changed:
            self._connection.execute(statement("add_run"), _values(run))
            self._delete([identity for identity in changed if identity in before])
            self._insert(changed.values(), run.id)
        return Added(**counts)

    def _delete(self, ids: list[str]) -> None:
        if ids:
            self._connection.execute(statement("leaving"), {"ids": ids})
            self._connection.execute(statement("delete"))

    def _insert(self, reports: Iterable[Report], run: str) -> None:
        made: dict[str, list[tuple[object, ...]]] = defaultdict(list)
        for report in reports:
            for table, values in rows(report, run, report.to_json()):
                made[table].append(values)
        for table, found in made.items():
            with self._connection.appender(table) as appender:
                appender.append_rows(found)


def _sum(one: Added, other: Added) -> Added:
    return Added(*(a + b for a, b in zip(one, other, strict=True)))


def _kind(known: tuple[str, str] | None, coding: tuple[str, str]) -> str:
    if known is None:
        return "new"
    return "unchanged" if known == coding else "replaced"


def _values(run: Run) -> dict[str, str]:
    return {field: getattr(run, field) for field in Run.__struct_fields__}


def _day(name: str, value: date | str | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise BadInput(f"{name}: {value!r} is not a date; write it like 2025-08-19") from error


def _event(row: tuple[Any, ...]) -> StoredEvent:
    values = dict(zip(StoredEvent.__struct_fields__, row, strict=True))
    for role in ("actors", "recipients", "mediators"):
        values[role] = tuple(StoredParty(**party) for party in values[role] or ())
    values["said_by"] = tuple(values["said_by"] or ())
    return StoredEvent(**values)


def _check_reading(statements: Sequence[Any]) -> None:
    if len(statements) != 1:
        raise BadInput(f"one query at a time; this has {len(statements)} statements")
    kind = statements[0].type.name
    if kind not in _READING:
        raise BadInput(f"a query may only read (select ...); this is {kind}")
