"""What the environment says, read once at the edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadInput

__all__ = ["Settings", "read_settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Defaults of the commands: DRAGOMAN_STORE and DRAGOMAN_PROCESSES."""

    store: Path | None = None
    processes: int = 1


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Return the settings of an environment; raises BadInput naming the variable that is wrong."""
    store = environment.get("DRAGOMAN_STORE", "").strip()
    processes = environment.get("DRAGOMAN_PROCESSES", "").strip() or "1"
    if not (processes.isascii() and processes.isdigit() and int(processes) > 0):
        raise BadInput(f"DRAGOMAN_PROCESSES is {processes!r}; it should be a number from 1 up")
    return Settings(store=Path(store) if store else None, processes=int(processes))
