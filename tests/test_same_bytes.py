"""The same report gives the same bytes, whatever runs it and whatever runs beside it."""

from __future__ import annotations

from pathlib import Path

import dragoman
from dragoman.engines import many_processes
from dragoman.readers import Given, read
from dragoman.record import Report

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("[0-9]*.md"))[:10]


def reports() -> list[Report]:
    found = [report for path in EXAMPLES for report in read(path, Given())]
    return [report for report in found if isinstance(report, Report)]


def test_two_processes_give_the_bytes_of_one(coder: dragoman.Coder) -> None:
    alone = [coder.code_report(report).to_json() for report in reports()]
    together = [r.to_json() for r in many_processes(dragoman.Coder, reports(), 2)]
    assert together == alone


def test_what_stands_before_a_report_in_a_batch_changes_nothing(coder: dragoman.Coder) -> None:
    shuffled = [*reports()[5:], *reports()[:5]]
    by_id = {r.id: r.to_json() for r in coder.code_many(shuffled)}
    assert all(by_id[r.id] == coder.code_report(r).to_json() for r in reports())
