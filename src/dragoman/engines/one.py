"""Coding in this process, one report after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dragoman.record import Report

__all__ = ["one_process"]


def one_process(code: Callable[[Report], Report], reports: Iterable[Report]) -> Iterator[Report]:
    """Yield the coded reports in order, each as soon as it is asked for."""
    return map(code, reports)
