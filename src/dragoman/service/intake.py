"""Reports from what a person names, with each failure told as it happens."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.readers import Failure, Given, read
from dragoman.record import Report
from dragoman.service.terminal import Meter

__all__ = ["Intake", "count_inputs"]


class Intake:
    """Reads paths; counts what came and what failed."""

    def __init__(self, paths: Sequence[str], given: Given, meter: Meter) -> None:
        """Take the paths, what is given of all reports, and the meter to tell failures on."""
        self._paths = paths
        self._given = given
        self._meter = meter
        self.failures = 0

    def reports(self) -> Iterator[Report]:
        """Yield the reports of all paths, in order."""
        for path in dict.fromkeys(self._paths):
            for found in read(path, self._given):
                if isinstance(found, Failure):
                    self.failures += 1
                    self._meter.note(f"dragoman: {found}")
                    self._meter.advance()
                else:
                    yield found


def count_inputs(paths: Sequence[str]) -> int | None:
    """Return about how many reports the paths hold; None when standard input is among them."""
    if "-" in paths:
        return None
    files = [file for path in dict.fromkeys(paths) for file in _files(Path(path))]
    return sum(_lines(f) if f.suffix in {".jsonl", ".ndjson"} else 1 for f in files)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
    for place, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if not name.startswith("."))


def _lines(file: Path) -> int:
    try:
        with file.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:
        return 1
