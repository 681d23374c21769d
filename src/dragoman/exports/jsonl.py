"""Coded reports as JSON Lines: one line a report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from dragoman.record import Report

__all__ = ["write_jsonl"]


def write_jsonl(reports: Iterable[Report], out: TextIO) -> None:
    """Write one line a report, each as soon as it is coded."""
    for report in reports:
        out.write(report.to_json() + "\n")
