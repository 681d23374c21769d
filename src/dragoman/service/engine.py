"""Which engine codes for a command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from dragoman.coder import LEARNED, Coder
from dragoman.engines import many_processes, one_process
from dragoman.knowledge.gazetteer import Gazetteer
from dragoman.record import Report
from dragoman.service.terminal import note

__all__ = ["code_reports"]


def code_reports(
    reports: Iterable[Report],
    processes: int,
    knowledge: Path | None = None,
    coder: str = LEARNED,
) -> Iterator[Report]:
    """Yield the coded reports in order; where there are none, no model is loaded.

    `knowledge` is a folder with tables of the user's own; `coder` one of CODERS.
    """
    waiting = iter(reports)
    first = next(waiting, None)
    if first is None:
        return
    waiting = chain((first,), waiting)
    Gazetteer.load(progress=note)  # compiled at first use, before any worker needs it: say so
    if processes > 1:
        yield from many_processes(partial(Coder, knowledge, coder=coder), waiting, processes)
    else:
        yield from one_process(Coder(knowledge, coder=coder).code_report, waiting)
