"""Which engine codes for a command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from dragoman.coder import Coder
from dragoman.engines import many_processes, one_process
from dragoman.record import Report

__all__ = ["code_reports"]


def code_reports(reports: Iterable[Report], processes: int) -> Iterator[Report]:
    """Yield the coded reports in order; where there are none, no model is loaded."""
    waiting = iter(reports)
    first = next(waiting, None)
    if first is None:
        return
    waiting = chain((first,), waiting)
    if processes > 1:
        yield from many_processes(Coder, waiting, processes)
    else:
        yield from one_process(Coder().code_report, waiting)
