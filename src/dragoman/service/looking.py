"""The commands that ask one resolver and tell its reasons: `who`, `when`, `place`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

import dragoman
from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.observed import Conflict, observing
from dragoman.record import Actor
from dragoman.service.options import (
    Tables,
    check_country,
    check_day,
    check_format,
    check_tables,
    check_words,
)
from dragoman.service.terminal import note
from dragoman.stages.who import Reading, consider
from dragoman.store import open_store

__all__ = ["place", "when", "who"]

Words = Annotated[str, typer.Argument(metavar="WORDS", help="Words as a report would have them.")]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or json.")]


def who(
    words: Words,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day asked about, as 2019-05-01.")
    ] = None,
    knowledge: Tables = None,
    store: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Also ask what the reports of this store say."),
    ] = None,
    form: Format = "text",
) -> None:
    """Tell who is meant by a name or an office, why, and who else was considered."""
    check_format(form, ("text", "json"))
    tables, day = check_tables(knowledge), check_day("--on", on)
    known = Knowledge.load(*([tables] if tables else []))
    conflicts: tuple[Conflict, ...] = ()
    if store is not None:
        with open_store(store, read_only=True) as opened:
            known, conflicts = observing(known, opened.observed())
    reading = consider(check_words(words), day, known)
    for conflict in conflicts:
        if _concerns(conflict, reading):
            note(f"dragoman: who: {_disputed(known, conflict)}")
    if reading.actor is None:
        note(f"dragoman: who: {_unknown(words, reading)}")
        raise typer.Exit(1)
    if form == "json":
        sys.stdout.write(msgspec.json.encode(_fields(reading)).decode() + "\n")
        return
    for name, got in _lines(reading):
        sys.stdout.write(f"{name:<14} {got}\n")


def when(
    words: Words,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day the words were published, as 2025-08-19."),
    ] = None,
    form: Format = "text",
) -> None:
    """Tell which days are meant by words such as "last Tuesday"."""
    found = dragoman.when(check_words(words), published=check_day("--published", published))
    _answer("when", words, *found, form=form)


def place(
    words: Words,
    country: Annotated[
        str | None,
        typer.Option(metavar="ISO3", help="The country it lies in, as ISO 3166-1 alpha-3."),
    ] = None,
    knowledge: Tables = None,
    form: Format = "text",
) -> None:
    """Tell which place is meant by a name."""
    within, tables = check_country("--country", country), check_tables(knowledge)
    with Knowledge.using(*([tables] if tables else [])):
        found = dragoman.place(check_words(words), country=within)
    _answer("place", words, found, form=form, limit=f" within {within}" if within else "")


def _fields(reading: Reading) -> dict[str, object]:
    """Return the fields of the actor, then what is to be known of the answer."""
    more = {
        "checked": reading.checked,
        "stale": reading.stale or None,
        "others": reading.others,
        "near": reading.near,
    }
    fields = {**msgspec.to_builtins(reading.actor), **more}
    return {name: got for name, got in fields.items() if _given(got)}


def _lines(reading: Reading) -> Iterator[tuple[str, str]]:
    for name, got in _fields(reading).items():
        if name == "stale":
            yield name, f"no row is newer than {reading.checked}: this may have changed since"
        elif name in ("others", "near"):
            yield from ((name, _told(actor)) for actor in getattr(reading, name))
        else:
            yield name, _text("", name, got)


def _told(actor: Actor) -> str:
    """Return an actor in a line: name, codes, office and the row that has it."""
    parts = (actor.name, actor.country, actor.sector, actor.office, actor.reason)
    return ", ".join(part for part in parts if part)


def _concerns(conflict: Conflict, reading: Reading) -> bool:
    """Tell whether an answer may be wrong if the reports are right."""
    actors = (reading.actor,) if reading.actor else reading.others
    names = {actor.name for actor in actors}
    ids = {actor.id for actor in actors}
    return conflict.term.person in ids or conflict.observed.name in names


def _disputed(knowledge: Knowledge, conflict: Conflict) -> str:
    seen, term = conflict.observed, conflict.term
    person = knowledge.person(term.person)
    return (
        f"reports and tables differ: {seen.name}, {seen.title} of {seen.country}, {seen.rule}; "
        f"{term.rule} has {person.name if person else term.person}, {term.title}"
    )


def _unknown(words: str, reading: Reading) -> str:
    """Return why there is no answer, and what comes nearest."""
    if reading.others:
        several = "; ".join(_told(actor) for actor in reading.others)
        return f"{words!r} alone may mean several, or nobody at that date: {several}"
    near = "; ".join(_told(actor) for actor in reading.near)
    return f"nothing is known by the words {words!r}" + (f"; near: {near}" if near else "")


def _answer(question: str, words: str, *found: Any, form: str, limit: str = "") -> None:
    check_format(form, ("text", "json"))
    known = [value for value in found if value is not None]
    for value in known:
        fields = {name: got for name, got in msgspec.to_builtins(value).items() if _given(got)}
        if form == "json":
            sys.stdout.write(msgspec.json.encode(fields).decode() + "\n")
        else:
            for name, got in fields.items():
                sys.stdout.write(f"{name:<14} {_text(words, name, got)}\n")
    if not known:
        note(f"dragoman: {question}: nothing is known by the words {words!r}{limit}")
        raise typer.Exit(1)


def _given(value: object) -> bool:
    return value not in (None, (), [], "")


def _text(words: str, name: str, value: object) -> str:
    if name == "span" and isinstance(value, (list, tuple)):
        return f"“{words[value[0] : value[1]]}” {value[0]}..{value[1]}"
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
