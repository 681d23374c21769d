"""Opens a store, or says why it cannot be opened and what to do."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Sequence
from pathlib import Path

import duckdb

from dragoman.errors import BadStore
from dragoman.store.statements import statement
from dragoman.store.store import Store

__all__ = ["MIGRATIONS", "VERSION", "open_store"]

VERSION = 3
# SQL that brings a store of version N to N + 1, at index N - 1.
MIGRATIONS: tuple[str, ...] = (statement("to_version_2"), statement("to_version_3"))

# A store reads and writes its own file: no other file, no network, no extension.
_CONFIG = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


def open_store(path: str | Path, read_only: bool = False) -> Store:
    """Return the store of a file, made if it is not there and may be written.

    Close it, or use it as a context manager. Raises BadStore for a file that is no store, is in
    use by another process, or was made by a newer version.
    """
    file = Path(path)
    _check_path(file, read_only)
    connection = _connect(file, read_only)
    try:
        _prepare(connection, file, read_only)
    except BaseException:
        connection.close()
        raise
    return Store(connection, file)


def _check_path(file: Path, read_only: bool) -> None:
    if file.is_dir():
        raise BadStore(f"{file} is a folder; name the file of the store in it")
    if read_only and not file.exists():
        raise BadStore(f"{file} is not there; `dragoman add ... --store {file}` makes a store")
    if not file.parent.is_dir():
        raise BadStore(f"{file}: the folder {file.parent} is not there; make it first")


def _connect(file: Path, read_only: bool) -> duckdb.DuckDBPyConnection:
    try:
        return duckdb.connect(str(file), read_only=read_only, config=dict(_CONFIG))
    except duckdb.Error as error:
        raise BadStore(_refusal(file, str(error))) from error


def _refusal(file: Path, said: str) -> str:
    if "not a valid DuckDB database" in said:
        return f"{file} is not a store: it is not a DuckDB file; name another file"
    if "lock" in said:
        holder = said.partition("held in ")[2].partition(". See")[0]
        by = f" ({holder})" if holder else ""
        return f"{file} is in use by another process{by}; wait until it is done, or end it"
    if "different configuration" in said:
        return f"{file} is open in this process already; close that first"
    return f"{file} cannot be opened: {said.splitlines()[0]}"


def _prepare(connection: duckdb.DuckDBPyConnection, file: Path, read_only: bool) -> None:
    """Make the tables of a new file; bring those of an older version up to this one."""
    try:
        tables = {str(name) for (name,) in connection.execute(statement("tables")).fetchall()}
        if not tables:
            if read_only:
                raise BadStore(f"{file} is empty; `dragoman add ... --store {file}` fills it")
            _make(connection)
            return
        found = _version(connection, file, tables)
        if found < VERSION:
            _renew(connection, file, found, read_only)
    except duckdb.Error as error:
        raise BadStore(_refusal(file, str(error))) from error


def _make(connection: duckdb.DuckDBPyConnection) -> None:
    connection.begin()
    connection.execute(statement("schema"))
    made_by = importlib.metadata.version("dragoman")
    connection.execute(statement("mark"), {"version": VERSION, "made_by": made_by})
    connection.commit()


def _version(connection: duckdb.DuckDBPyConnection, file: Path, tables: set[str]) -> int:
    if not {"store", "report", "event"} <= tables:
        raise BadStore(f"{file} is a DuckDB file, but not a store of Dragoman; name another file")
    row = connection.execute(statement("version")).fetchone()
    if row is None:
        raise BadStore(f"{file} does not say its version: it was not made by Dragoman")
    found, made_by = int(row[0]), str(row[1])
    if found > VERSION:
        raise BadStore(
            f"{file} was made by Dragoman {made_by} (store version {found}); this is Dragoman "
            f"{importlib.metadata.version('dragoman')}, which reads up to version {VERSION}: "
            "upgrade with `pip install -U dragoman`"
        )
    return found


def _renew(connection: duckdb.DuckDBPyConnection, file: Path, found: int, read_only: bool) -> None:
    if read_only:
        raise BadStore(
            f"{file} has store version {found}, older than {VERSION}; open it once for writing, "
            f"as `dragoman add` does, to bring it up to date"
        )
    connection.begin()
    for step in _steps(file, found):
        connection.execute(step)
    made_by = importlib.metadata.version("dragoman")
    connection.execute(statement("mark"), {"version": VERSION, "made_by": made_by})
    connection.commit()


def _steps(file: Path, found: int) -> Sequence[str]:
    if found < 1:
        raise BadStore(f"{file} has store version {found}, which no Dragoman has made")
    return MIGRATIONS[found - 1 :]
