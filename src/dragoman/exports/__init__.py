"""Coded reports to files and terminals: one module an output format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TextIO

from dragoman.exports.json import write_json
from dragoman.exports.jsonl import write_jsonl
from dragoman.exports.markdown import write_markdown
from dragoman.exports.sentences import describe
from dragoman.exports.table import print_report, write_table
from dragoman.record import Report

__all__ = ["EXPORTS", "Export", "describe", "print_report"]

Export = Callable[[Iterable[Report], TextIO], None]

EXPORTS: Mapping[str, Export] = {
    "table": write_table,
    "json": write_json,
    "jsonl": write_jsonl,
    "md": write_markdown,
}
