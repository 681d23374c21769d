"""Coding in many processes: the same records in the same order, sooner."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import Protocol

from dragoman.errors import BadInput, DragomanError
from dragoman.record import Report

__all__ = ["Coder", "many_processes"]

_CHUNK_REPORTS = 16
_CHUNK_CHARACTERS = 100_000  # one long report is a chunk of its own: a few seconds of work
_CHUNKS_AHEAD = 3  # for each process: one at work, one waiting, one being written out


class Coder(Protocol):
    """What codes one report; made once in each process."""

    def code_report(self, report: Report) -> Report:
        """Return the report with what was found in it."""
        ...


def many_processes(
    make_coder: Callable[[], Coder], reports: Iterable[Report], processes: int
) -> Iterator[Report]:
    """Yield the coded reports in order, while at most a few chunks for each process are under way.

    `make_coder` is a function of a module, as it is sent to the processes; each calls it once. An
    error it raises, or coding raises, is raised here. Raises BadInput for less than one process and
    DragomanError where a process dies. A caller that stops early, by Ctrl-C too, leaves no process.
    """
    if processes < 1:
        raise BadInput(f"{processes} processes: at least one is needed")
    return _code_all(make_coder, reports, processes)


def _code_all(
    make_coder: Callable[[], Coder], reports: Iterable[Report], processes: int
) -> Iterator[Report]:
    pool = ProcessPoolExecutor(
        processes,
        # A fresh interpreter: a fork would copy locks that threads of the parent may hold.
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start,
        initargs=(make_coder,),
    )
    try:
        under_way: deque[Future[list[Report]]] = deque()
        for chunk in _chunks(reports):
            with _interrupts_held():
                under_way.append(pool.submit(_code_chunk, chunk))
            if len(under_way) >= processes * _CHUNKS_AHEAD:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    except BrokenProcessPool as error:
        raise DragomanError(
            "a coding process ended unexpectedly, perhaps for want of memory: try fewer processes"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back for a moment; a process started in it never sees one, not even loading."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # when started later, within, it would let interrupts through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _chunks(reports: Iterable[Report]) -> Iterator[list[Report]]:
    chunk: list[Report] = []
    characters = 0
    for report in reports:
        chunk.append(report)
        characters += len(report.text)
        if len(chunk) >= _CHUNK_REPORTS or characters >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


# Below: what runs in the processes. A coder is too large to be sent with each chunk, so that each
# process keeps its own; a failure to make it is kept as well, or the caller would not learn why.
_coder: Coder | Exception | None = None


def _start(make_coder: Callable[[], Coder]) -> None:
    global _coder  # noqa: PLW0603 - the one place a pool offers to keep what a process has loaded
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where interrupts cannot be held back
    try:
        _coder = make_coder()
    except Exception as error:  # noqa: BLE001 - raised again in the parent, with the first chunk
        _coder = error


def _code_chunk(chunk: list[Report]) -> list[Report]:
    if isinstance(_coder, Exception):
        raise _coder
    assert _coder is not None, "the pool starts each process with _start"
    return [_coder.code_report(report) for report in chunk]
