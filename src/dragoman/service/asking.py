"""The commands that put questions to a store: `events`, `show`, `brief`, `sql`."""

from __future__ import annotations

import shutil
import sys
from typing import Annotated

import msgspec
import typer

from dragoman.corpus.brief import chronology
from dragoman.exports import EXPORTS
from dragoman.service.briefing import write_brief
from dragoman.service.options import (
    Limit,
    StoreFile,
    actor_asked,
    check_act,
    check_country,
    check_format,
    check_period,
    check_status,
    store_file,
)
from dragoman.service.rows import print_events
from dragoman.service.telling import event_text
from dragoman.service.terminal import note, print_table, write_csv
from dragoman.store import StoredEvent, open_store

__all__ = ["brief", "events", "show", "sql"]

NOTHING = "dragoman: no event of the store matches"

Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="Not over before this day, as 2025-08-01.")
]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Begun by this day.")]
Actor = Annotated[
    str | None,
    typer.Option(
        metavar="ACTOR",
        help="Who did it: a country code, a code with sector (TUR GOV), a name, an id.",
    ),
]


def events(
    *,
    store: StoreFile = None,
    actor: Actor = None,
    recipient: Annotated[
        str | None, typer.Option(metavar="ACTOR", help="To whom, named like --actor.")
    ] = None,
    type_: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="PLOVER event type, such as CONSULT."),
    ] = None,
    mode: Annotated[
        str | None, typer.Option(metavar="MODE", help="PLOVER mode, such as phone.")
    ] = None,
    status: Annotated[
        str | None, typer.Option(metavar="STATUS", help="actual, planned, possible or negated.")
    ] = None,
    since: Since = None,
    until: Until = None,
    country: Annotated[
        str | None, typer.Option(metavar="ISO3", help="Where it was, as ISO 3166-1 alpha-3.")
    ] = None,
    limit: Limit = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="table, jsonl or csv.")
    ] = "table",
) -> None:
    """List coded events, oldest first; undated ones only when no period is asked for."""
    check_format(form, ("table", "jsonl", "csv"))
    name, act_mode = check_act(type_, mode)
    state, where = check_status(status), check_country("--country", country)
    first, last = check_period(since, until)
    with open_store(store_file(store), read_only=True) as opened:
        found = opened.events(
            actor=actor_asked(actor),
            recipient=actor_asked(recipient),
            type=name,
            mode=act_mode,
            status=state,
            since=first,
            until=last,
            country=where,
            limit=limit,
        )
    _write_events(found, form)


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of an event or of a report.")],
    store: StoreFile = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"text, {', '.join(EXPORTS)}.")
    ] = "text",
) -> None:
    """Show an event with the words behind each field, or a report with its record."""
    check_format(form, ("text", *EXPORTS))
    with open_store(store_file(store), read_only=True) as opened:
        report, event = opened.show(id_)
    if form == "text":
        shown = [event] if event else report.events
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        sys.stdout.write("\n\n".join(event_text(report, one, width) for one in shown) + "\n")
    else:
        EXPORTS[form]([report], sys.stdout)


def brief(
    *,
    store: StoreFile = None,
    since: Since = None,
    until: Until = None,
    actor: Actor = None,
    all_: Annotated[bool, typer.Option("--all", help="Also what was denied.")] = False,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or md.")] = "text",
) -> None:
    """Write a dated chronology in sentences, each with its source words and who says so."""
    check_format(form, ("text", "md"))
    first, last = check_period(since, until)
    with open_store(store_file(store), read_only=True) as opened:
        found = opened.events(actor=actor_asked(actor), since=first, until=last)
        reports = list(opened.coded(sorted({row.report for row in found})))
    told = chronology(reports, {row.id for row in found}, negated=all_)
    write_brief(told, form, sys.stdout)
    if not found:
        note(NOTHING)


def sql(
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="One query that reads; `show tables` lists them.")
    ],
    store: StoreFile = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="table, csv or jsonl.")
    ] = "table",
) -> None:
    """Answer an SQL query on the tables of a store; the view `chronology` is the place to start."""
    check_format(form, ("table", "csv", "jsonl"))
    with open_store(store_file(store), read_only=True) as opened:
        columns, rows = opened.sql(query)
    if form == "jsonl":
        for row in rows:
            _write_json(dict(zip(columns, row, strict=True)))
    else:
        (write_csv if form == "csv" else print_table)(columns, rows)


def _write_events(found: list[StoredEvent], form: str) -> None:
    if form == "jsonl":
        for row in found:
            _write_json(row)
    elif form == "csv":
        fields = StoredEvent.__struct_fields__
        write_csv(fields, ([getattr(row, field) for field in fields] for row in found))
    else:
        print_events(found)
    if not found:
        note(NOTHING)


def _write_json(value: object) -> None:
    encoded = msgspec.json.encode(value, enc_hook=str)
    sys.stdout.write(encoded.decode() + "\n")
