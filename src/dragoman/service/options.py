"""The options that commands share, and the checks of what a person types."""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from dragoman.coder import CODERS
from dragoman.errors import BadInput
from dragoman.knowledge.check import sound_folder
from dragoman.knowledge.facts import Country as KnownCountry
from dragoman.knowledge.load import aliases, read
from dragoman.ontology import load_ontology
from dragoman.readers.given import iso_date
from dragoman.record import Status
from dragoman.settings import Settings, read_settings

__all__ = [
    "Coding",
    "Country",
    "Limit",
    "Paths",
    "Processes",
    "Published",
    "Publisher",
    "StoreFile",
    "Tables",
    "actor_asked",
    "check_act",
    "check_coder",
    "check_country",
    "check_day",
    "check_format",
    "check_period",
    "check_status",
    "check_tables",
    "check_words",
    "settings",
    "store_file",
]

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Files or folders of reports; - reads text from standard input."
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="When the reports were published, as 2025-08-19; wins over the files."
    ),
]
Publisher = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who published the reports; wins over the files.")
]
Country = Annotated[
    str | None,
    typer.Option(
        metavar="ISO3", help="The publisher's country, as ISO 3166-1 alpha-3; wins over the files."
    ),
]
StoreFile = Annotated[
    list[Path] | None,
    typer.Option(
        "--store", metavar="FILE", help="The file of the store; default is DRAGOMAN_STORE."
    ),
]
Processes = Annotated[
    int | None,
    typer.Option(
        metavar="NUMBER", min=1, help="Processes that code; default is DRAGOMAN_PROCESSES, or 1."
    ),
]
Tables = Annotated[
    Path | None,
    typer.Option(
        "--knowledge",
        metavar="DIR",
        help="A folder with tables of your own: they correct and extend who is who and where.",
    ),
]
Coding = Annotated[
    str,
    typer.Option(
        "--coder",
        metavar="CODER",
        help="What decides on events: learned (the network weighs what the tables propose) or "
        "tables (they decide alone).",
    ),
]
Limit = Annotated[int | None, typer.Option(metavar="NUMBER", min=1, help="At most so many.")]


# Words for a country itself; those for its people and its government may mean less than all of it.
_NAMING = frozenset({"name", "official", "abbreviation", "adjective"})


@cache
def settings() -> Settings:
    """Return the settings of this process's environment."""
    return read_settings(os.environ)


def store_file(named: list[Path] | None) -> Path:
    """Return the store to use; raises BadInput when none is named, or several are."""
    if named and len(named) > 1:
        files = ", ".join(str(file) for file in named)
        raise BadInput(f"--store: a command works on one store; these are {len(named)}: {files}")
    chosen = named[0] if named else settings().store
    if chosen is None:
        raise BadInput("no store: name its file with --store FILE, or set DRAGOMAN_STORE")
    return chosen


def check_tables(folder: Path | None) -> Path | None:
    """Return the folder of the user's tables; raises BadInput or BadTable for what is wrong."""
    return None if folder is None else sound_folder(folder)


def check_coder(words: str) -> str:
    """Return the name of a coder; raises BadInput naming those there are."""
    if words not in CODERS:
        raise BadInput(f"--coder {words}: there is no such coder; choose {' or '.join(CODERS)}")
    return words


def check_words(words: str) -> str:
    """Return what is asked about; raises BadInput for nothing."""
    if not words.strip():
        raise BadInput("WORDS is empty: give the words to ask about, in quotation marks")
    return words


def check_period(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Return the days of --since and --until; raises BadInput if the last is before the first."""
    first, last = check_day("--since", since), check_day("--until", until)
    if first and last and last < first:
        raise BadInput(f"--until {last} lies before --since {first}")
    return first, last


def check_day(name: str, words: str | None) -> date | None:
    """Return the day of an option; raises BadInput for what is no day."""
    return None if words is None else iso_date(words, name)


def check_country(name: str, words: str | None) -> str | None:
    """Return a country code in capitals; raises BadInput for one that no country has."""
    if words is None:
        return None
    code = words.strip().upper()
    if code in _codes():
        return code
    meant = _two_letters().get(code) or actor_asked(words.strip())
    if meant in _codes():
        raise BadInput(f"{name} {words}: write the country as its three letters, {meant}")
    raise BadInput(f"{name} {words}: no country has this code; use ISO alpha-3, such as TUR")


def actor_asked(words: str | None) -> str | None:
    """Return the code of a country a person names by its name or adjective; else the words."""
    meant = {code for code, alias in _country_names() if words and alias == words.casefold()}
    return meant.pop() if len(meant) == 1 else words


def check_format(words: str, known: tuple[str, ...]) -> str:
    """Return the name of a format; raises BadInput naming those there are."""
    if words not in known:
        raise BadInput(f"--format {words}: there is no such format; choose {', '.join(known)}")
    return words


def check_act(type_: str | None, mode: str | None) -> tuple[str | None, str | None]:
    """Return event type and mode as the record writes them; raises BadInput for unknown ones."""
    ontology = load_ontology()
    name = type_.upper() if type_ else None
    if name and name not in ontology.types:
        raise BadInput(f"--type {type_}: choose {', '.join(ontology.types)}")
    modes = [m for owner, m in ontology.modes if name in (None, owner)]
    by_lower = {m.lower(): m for m in modes}
    if mode and mode.lower() not in by_lower:
        raise BadInput(f"--mode {mode}: choose {', '.join(dict.fromkeys(modes)) or 'no mode'}")
    return name, by_lower[mode.lower()] if mode else None


def check_status(words: str | None) -> str | None:
    """Return an event status; raises BadInput for an unknown one."""
    known = [status.value for status in Status]
    if words is not None and words.lower() not in known:
        raise BadInput(f"--status {words}: choose {', '.join(known)}")
    return words.lower() if words else None


@cache
def _codes() -> frozenset[str]:
    return frozenset({country.iso3 for country in read(KnownCountry)})


@cache
def _two_letters() -> dict[str, str]:
    return {country.iso2: country.iso3 for country in read(KnownCountry) if country.iso2}


@cache
def _country_names() -> tuple[tuple[str, str], ...]:
    return tuple((code, alias.casefold()) for code, alias, kind, *_ in aliases() if kind in _NAMING)
