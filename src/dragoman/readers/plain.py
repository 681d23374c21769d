"""Plain text: one file, one report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from dragoman.readers.decode import read_text
from dragoman.readers.given import Given
from dragoman.readers.report import Metadata, report_of
from dragoman.record import Report

__all__ = ["read_plain"]


def read_plain(source: str, stream: BinaryIO, given: Given) -> Iterator[Report]:
    """Yield the one report of a text file; raises BadInput where it cannot be one."""
    yield report_of(read_text(stream), Metadata(), given)
