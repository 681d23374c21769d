"""The one reader of SQL files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

__all__ = ["statement"]

_FOLDER = Path(__file__).parent


@cache
def statement(name: str) -> str:
    """Return the SQL of `queries/NAME.sql`, or of `schema.sql` for the name `schema`."""
    path = _FOLDER / "schema.sql" if name == "schema" else _FOLDER / "queries" / f"{name}.sql"
    return path.read_text(encoding="utf-8")
