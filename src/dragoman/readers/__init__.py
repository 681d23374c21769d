"""Reports from files: one module an input format."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import BadInput
from dragoman.readers.given import Failure, Given, give
from dragoman.readers.html import read_html
from dragoman.readers.jsonl import read_jsonl
from dragoman.readers.markdown import read_markdown
from dragoman.readers.plain import read_plain
from dragoman.readers.report import Metadata, make_report
from dragoman.record import Report

__all__ = ["READERS", "Failure", "Given", "Metadata", "Reader", "give", "make_report", "read"]

Reader = Callable[[str, BinaryIO, Given], Iterator[Report | Failure]]

READERS: Mapping[str, Reader] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
}
STANDARD_INPUT = "-"


def read(path: str | Path, given: Given | None = None) -> Iterator[Report | Failure]:
    """Yield the reports of a file, of a folder's files in sorted order, or of standard input (`-`).

    What gives no report is a Failure in its place, and the rest goes on. In folders hidden files
    and README files are passed over.
    """
    known = given or Given()
    if str(path) == STANDARD_INPUT:
        yield from _guarded("standard input", read_plain, sys.stdin.buffer, known)
        return
    place = Path(path)
    if place.is_dir():
        yield from _read_folder(place, known)
    else:
        yield from _read_file(place, known)


def _read_folder(folder: Path, given: Given) -> Iterator[Report | Failure]:
    closed: list[OSError] = []
    files = sorted(_files(folder, closed), key=lambda file: file.parts)
    for error in closed:
        yield Failure(str(error.filename), f"cannot be opened: {error.strerror}")
    for file in files:
        yield from _read_file(file, given)
    if not files and not closed:
        yield Failure(str(folder), f"no files in this folder; readable are {_supported()}")


def _files(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """Yield the files below a folder; folders that cannot be listed are added to `closed`."""
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        # A README tells of the folder and is no report of its own.
        yield from (Path(place, name) for name in names if not name.startswith((".", "README")))


def _read_file(file: Path, given: Given) -> Iterator[Report | Failure]:
    if not file.exists():
        yield Failure(str(file), "no such file or folder")
        return
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        kind = f"files ending in {file.suffix}" if file.suffix else "files without an ending"
        yield Failure(str(file), f"no reader for {kind}; readable are {_supported()}")
        return
    try:
        with file.open("rb") as stream:
            yield from _guarded(str(file), reader, stream, given)
    except OSError as error:
        yield Failure(str(file), f"cannot be opened: {error.strerror}")


def _guarded(
    source: str, reader: Reader, stream: BinaryIO, given: Given
) -> Iterator[Report | Failure]:
    try:
        yield from reader(source, stream, given)
    except BadInput as error:
        yield Failure(source, str(error))
    except OSError as error:
        yield Failure(source, f"cannot be read: {error.strerror}")


def _supported() -> str:
    return ", ".join(READERS) + ", and - for standard input"
