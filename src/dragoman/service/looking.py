"""The commands that ask one resolver and tell its reasons: `who`, `when`, `place`."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import msgspec
import typer

import dragoman
from dragoman.service.options import check_country, check_day, check_format, check_words
from dragoman.service.terminal import note

__all__ = ["place", "when", "who"]

Words = Annotated[str, typer.Argument(metavar="WORDS", help="Words as a report would have them.")]
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or json.")]


def who(
    words: Words,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day asked about, as 2019-05-01.")
    ] = None,
    form: Format = "text",
) -> None:
    """Tell who is meant by a name or an office."""
    _answer("who", words, dragoman.who(check_words(words), on=check_day("--on", on)), form=form)


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
    form: Format = "text",
) -> None:
    """Tell which place is meant by a name."""
    within = check_country("--country", country)
    found = dragoman.place(check_words(words), country=within)
    _answer("place", words, found, form=form, limit=f" within {within}" if within else "")


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
