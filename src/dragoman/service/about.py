"""The commands about the program itself: `schema`, `doctor`, `demo`."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import typer

from dragoman.corpus.brief import chronology
from dragoman.errors import BadInput
from dragoman.readers import Failure, read
from dragoman.record import schema as record_schema
from dragoman.service.briefing import write_brief
from dragoman.service.engine import code_reports
from dragoman.service.examining import examine
from dragoman.service.terminal import note
from dragoman.store import open_store

__all__ = ["demo", "doctor", "example_folder", "schema"]

_PACKAGE = Path(__file__).parents[1]


def schema() -> None:
    """Print the JSON Schema of a coded report."""
    sys.stdout.write(json.dumps(record_schema(), indent=2, sort_keys=True) + "\n")


def doctor() -> None:
    """Tell versions, digests, models, tables and disk space, and what is wrong with them."""
    faults = 0
    for finding in examine():
        mark = "ok" if finding.good else "WRONG"
        sys.stdout.write(f"{mark:<6} {finding.name:<40} {finding.value}\n")
        faults += not finding.good
    if faults:
        note(f"dragoman: {faults} of these must be put right")
        raise typer.Exit(1)


def demo() -> None:
    """Code the example reports into a store of the moment and print a brief of them."""
    files = sorted(example_folder().glob("[0-9]*.md"))
    with tempfile.TemporaryDirectory() as place, open_store(Path(place, "demo.duckdb")) as store:
        read_in = (found for file in files for found in read(file))
        reports = (found for found in read_in if not isinstance(found, Failure))
        store.add(code_reports(reports, 1))
        write_brief(chronology(store.coded()), "text", sys.stdout)
        count, events = store.size()
    note(
        f"{count} reports, {events} coded events. Now your own: "
        "dragoman add FOLDER --store record.duckdb"
    )


def example_folder() -> Path:
    """Return the folder of the example reports: of the package, or of the checkout it runs from."""
    for folder in (_PACKAGE / "examples", _PACKAGE.parents[1] / "examples"):
        if folder.is_dir():
            return folder
    raise BadInput("the example reports are not installed; code a report of your own instead")
