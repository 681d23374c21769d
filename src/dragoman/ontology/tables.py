"""Readers of the ontology tables, one a table; each refuses a code it does not know."""

from __future__ import annotations

from collections.abc import Callable, Container
from pathlib import Path
from typing import TypeVar

from dragoman.lexicon import Row, read_table
from dragoman.ontology.nouns import (
    CameoCode,
    Context,
    CrosswalkRule,
    EventType,
    FutureRule,
    InnerRule,
    Mode,
    PartialState,
    Quad,
    Sector,
)

__all__ = [
    "Known",
    "read_cameo",
    "read_contexts",
    "read_crosswalk",
    "read_future_types",
    "read_inner_modes",
    "read_modes",
    "read_partial_states",
    "read_sectors",
    "read_types",
]

Noun = TypeVar("Noun")
ANY = "*"
SENSES = ("do", "end", ANY)


class Known:
    """The names that may stand in a table: types, the modes of each, contexts."""

    def __init__(
        self,
        types: Container[str],
        modes: Container[tuple[str, str]],
        contexts: Container[str],
    ) -> None:
        """Keep the names; they are asked for by row and column."""
        self._types = types
        self._modes = modes
        self._contexts = contexts

    def type(self, row: Row, column: str = "type") -> str:
        """Return the type a row names; raises BadTable for an unknown one."""
        name = row[column]
        if name not in self._types:
            raise row.fault(f"unknown type {name!r}")
        return name

    def mode(self, row: Row, type_name: str, column: str = "mode") -> str | None:
        """Return the mode a row names, None where empty; raises BadTable for an unknown one."""
        name = row[column]
        if name and (type_name, name) not in self._modes:
            raise row.fault(f"{type_name} has no mode {name!r}")
        return name or None

    def contexts(self, row: Row, column: str) -> tuple[str, ...]:
        """Return the contexts a row names; raises BadTable for an unknown one."""
        names = row.many(column)
        for name in names:
            if name not in self._contexts:
                raise row.fault(f"unknown context {name!r}")
        return names

    def acts(self, row: Row, column: str) -> tuple[tuple[str, str | None], ...]:
        """Return the pairs of type and mode a row names; raises BadTable for an unknown one."""
        return tuple(self._act(row, words) for words in row.many(column))

    def _act(self, row: Row, words: str) -> tuple[str, str | None]:
        type_name, _, mode = words.partition(" ")
        if type_name not in self._types or (mode and (type_name, mode) not in self._modes):
            raise row.fault(f"unknown act {words!r}")
        return type_name, mode or None


def read_types(path: Path) -> tuple[EventType, ...]:
    """Return the types; raises BadTable for a bad line."""
    columns = ("type", "quad", "recipient_required", "score", "definition")
    return _read(path, columns, ("type",), _type)


def read_contexts(path: Path) -> tuple[Context, ...]:
    """Return the contexts; raises BadTable for a bad line."""
    return _read(
        path,
        ("context", "definition"),
        ("context",),
        lambda row: Context(row["context"], row["definition"]),
    )


def read_sectors(path: Path) -> tuple[Sector, ...]:
    """Return the sectors; raises BadTable for a bad line."""
    return _read(
        path,
        ("code", "name", "definition"),
        ("code",),
        lambda row: Sector(row["code"], row["name"], row["definition"]),
    )


def read_modes(path: Path, types: Container[str], contexts: Container[str]) -> tuple[Mode, ...]:
    """Return the modes; raises BadTable for a bad line, an unknown type or context."""
    known = Known(types, (), contexts)

    def mode(row: Row) -> Mode:
        implied = known.contexts(row, "context")
        return Mode(
            type=known.type(row),
            name=row["mode"],
            score=_number(row, "score") if row["score"] else None,
            definition=row["definition"],
            context=implied[0] if implied else None,
        )

    columns = ("type", "mode", "score", "definition", "context")
    return _read(path, columns, ("type", "mode"), mode)


def read_partial_states(path: Path, sectors: Container[str]) -> tuple[PartialState, ...]:
    """Return the entities recognised by few; raises BadTable for an unknown sector."""

    def state(row: Row) -> PartialState:
        if row["sector"] not in sectors:
            raise row.fault(f"unknown sector {row['sector']!r}")
        return PartialState(row["name"], row["country"], row["sector"])

    return _read(path, ("name", "country", "sector"), ("name",), state)


def read_cameo(path: Path, known: Known) -> tuple[CameoCode, ...]:
    """Return the CAMEO codes; raises BadTable for a type, mode or context that is unknown."""

    def code(row: Row) -> CameoCode:
        return CameoCode(
            code=_code(row, "code"),
            label=row["label"],
            type=known.type(row),
            mode=known.mode(row, row["type"]),
            contexts=known.contexts(row, "context"),
            goldstein_icews=_number(row, "goldstein_icews"),
            goldstein_gdelt=_number(row, "goldstein_gdelt"),
        )

    scales = ("goldstein_icews", "goldstein_gdelt")
    columns = ("code", "label", "type", "mode", "context", *scales)
    return _read(path, columns, ("code",), code)


def read_crosswalk(path: Path, known: Known, codes: Container[str]) -> tuple[CrosswalkRule, ...]:
    """Return the way back to CAMEO in order; raises BadTable for an unknown name or code."""

    def rule(row: Row) -> CrosswalkRule:
        for column in ("code", "gdelt"):
            if row[column] and row[column] not in codes:
                raise row.fault(f"unknown CAMEO code {row[column]!r}")
        return CrosswalkRule(
            type=known.type(row),
            mode=known.mode(row, row["type"]),
            concerns=known.acts(row, "concerns"),
            detail=row["detail"] or None,
            contexts=known.contexts(row, "contexts"),
            code=_code(row, "code"),
            gdelt=row["gdelt"] or row["code"],
        )

    conditions = ("type", "mode", "concerns", "detail", "contexts")
    return _read(path, (*conditions, "code", "gdelt"), conditions, rule)


def read_inner_modes(path: Path, known: Known) -> tuple[InnerRule, ...]:
    """Return the modes taken from inner acts; raises BadTable for an unknown name."""

    def rule(row: Row) -> InnerRule:
        if row["sense"] not in SENSES:
            raise row.fault(f"sense is {row['sense']!r}; it should be one of {', '.join(SENSES)}")
        if row["inner_type"] != ANY:
            known.type(row, "inner_type")
        if row["inner_mode"] != ANY:
            known.mode(row, row["inner_type"], "inner_mode")
        return InnerRule(
            outer_type=known.type(row, "outer_type"),
            inner_type=row["inner_type"],
            inner_mode=row["inner_mode"],
            sense=row["sense"],
            outer_mode=known.mode(row, row["outer_type"], "outer_mode"),
        )

    conditions = ("outer_type", "inner_type", "inner_mode", "sense")
    return _read(path, (*conditions, "outer_mode"), conditions, rule)


def read_future_types(path: Path, known: Known) -> tuple[FutureRule, ...]:
    """Return the types of planned acts; raises BadTable for an unknown type."""

    def rule(row: Row) -> FutureRule:
        outer = known.type(row, "outer_type") if row["outer_type"] else None
        return FutureRule(known.type(row, "inner_type"), outer)

    return _read(path, ("inner_type", "outer_type"), ("inner_type",), rule)


def _read(
    path: Path,
    columns: tuple[str, ...],
    key: tuple[str, ...],
    make: Callable[[Row], Noun],
) -> tuple[Noun, ...]:
    seen: dict[tuple[str, ...], int] = {}
    nouns = []
    for row in read_table(path, columns):
        name = tuple(row[column] for column in key)
        if name in seen:
            raise row.fault(f"{' '.join(name).strip()!r} is already on line {seen[name]}")
        seen[name] = row.line
        nouns.append(make(row))
    return tuple(nouns)


def _type(row: Row) -> EventType:
    return EventType(
        name=row["type"],
        quad=_quad(row),
        recipient_required=_yes(row, "recipient_required"),
        score=_number(row, "score"),
        definition=row["definition"],
    )


def _quad(row: Row) -> Quad:
    words = row["quad"].replace("-", "_").upper()
    if words not in Quad.__members__:
        raise row.fault(f"unknown quad class {row['quad']!r}")
    return Quad[words]


def _yes(row: Row, column: str) -> bool:
    if row[column] not in ("yes", "no"):
        raise row.fault(f"{column} is {row[column]!r}; it should be yes or no")
    return row[column] == "yes"


def _number(row: Row, column: str) -> float:
    try:
        return float(row[column])
    except ValueError:
        raise row.fault(f"{column} is {row[column]!r}; it should be a number") from None


def _code(row: Row, column: str) -> str:
    code = row[column]
    if not (code.isdigit() and len(code) in (3, 4)):
        raise row.fault(f"{column} is {code!r}; a CAMEO code has three or four digits")
    return code
