"""The store: coded reports in one DuckDB file, and questions to it."""

from dragoman.store.found import Added, Shown, StoredEvent, StoredParty, StoredReport
from dragoman.store.opening import open_store
from dragoman.store.run import Run, current_run
from dragoman.store.store import Store

__all__ = [
    "Added",
    "Run",
    "Shown",
    "Store",
    "StoredEvent",
    "StoredParty",
    "StoredReport",
    "current_run",
    "open_store",
]
