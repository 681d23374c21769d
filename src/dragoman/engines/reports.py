"""Coding reports with the pipeline, in as many processes as wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.engines.many import many_processes
from dragoman.engines.one import one_process
from dragoman.record import Report

__all__ = ["PipelineCoder", "code_reports"]


class PipelineCoder:
    """Runs the stages on a report, with a parser loaded once."""

    def __init__(self) -> None:
        """Load the parser; raises MissingModel."""
        # Here, as engines are loaded by each new process, and by commands that code nothing.
        from dragoman.models.parser import Parser  # noqa: PLC0415
        from dragoman.pipeline import code_report  # noqa: PLC0415

        self._parser = Parser()
        self._code = code_report

    def code_report(self, report: Report) -> Report:
        """Return the coded report."""
        return self._code(report, self._parser)


def code_reports(reports: Iterable[Report], processes: int = 1) -> Iterator[Report]:
    """Yield the coded reports in order: with one process in this one, with more in so many new."""
    if processes == 1:
        return one_process(PipelineCoder().code_report, reports)
    return many_processes(PipelineCoder, reports, processes)
