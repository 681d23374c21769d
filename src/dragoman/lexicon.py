"""The one reader of tables: tab-separated, a header line, `#` lines as comments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from dragoman.errors import BadTable

__all__ = ["Row", "read_table"]


class Row(msgspec.Struct, frozen=True, gc=False):
    """One line of a table: its values by column, and where it stands."""

    file: str
    line: int
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the value of a column, without surrounding blanks; empty where it is left out."""
        return self.values[column]

    def many(self, column: str, separator: str = "|") -> tuple[str, ...]:
        """Return the values of a column that may hold several."""
        value = self.values[column]
        if separator not in value:
            return (value,) if value else ()
        return tuple(part.strip() for part in value.split(separator) if part.strip())

    def fault(self, problem: str) -> BadTable:
        """Return an error that names this line; the caller raises it."""
        return BadTable(f"{self.file}:{self.line}: {problem}")

    @property
    def rule(self) -> str:
        """The name of this line in records: file and line number."""
        return f"{self.file}:{self.line}"


def read_table(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of a table that has these columns (a column `comment` may follow).

    Raises BadTable, naming file and line, for an unexpected header or a line of the wrong width.
    """
    label = f"{path.parent.name}/{path.name}"
    header: list[str] | None = None
    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, start=1):
            if line[0] == "#" or not line.strip():
                continue
            cells = [cell.strip() for cell in line.split("\t")]
            if header is None:
                header = _header(label, number, cells, columns)
                continue
            cells += [""] * (len(header) - len(cells))  # most rows leave out the comment
            if len(cells) > len(header):
                raise BadTable(f"{label}:{number}: {len(cells)} cells, but {len(header)} columns")
            yield Row(label, number, dict(zip(header, cells, strict=True)))
    if header is None:
        raise BadTable(f"{label}: no header line; the columns are {', '.join(columns)}")


def _header(label: str, number: int, cells: list[str], columns: tuple[str, ...]) -> list[str]:
    wanted = [*columns, "comment"]
    if cells not in (wanted, list(columns)):
        raise BadTable(f"{label}:{number}: columns are {cells}; they should be {wanted}")
    return cells
