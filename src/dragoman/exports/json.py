"""Coded reports as JSON to be read by people: one indented object a report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from dragoman.record import Report

__all__ = ["write_json"]


def write_json(reports: Iterable[Report], out: TextIO) -> None:
    """Write one object a report, one after the other, each ending its line."""
    for report in reports:
        out.write(report.to_json(indent=2) + "\n")
