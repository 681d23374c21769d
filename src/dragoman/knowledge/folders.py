"""Which folders of the user's own tables hold here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

__all__ = ["in_use", "using"]

_IN_USE: ContextVar[tuple[Path, ...]] = ContextVar("folders of knowledge in use", default=())


def in_use() -> tuple[Path, ...]:
    """Return the folders whose tables correct and extend ours within this context."""
    return _IN_USE.get()


@contextmanager
def using(*folders: Path) -> Iterator[None]:
    """Let the tables of these folders hold within this context."""
    before = _IN_USE.set(folders)
    try:
        yield
    finally:
        _IN_USE.reset(before)
