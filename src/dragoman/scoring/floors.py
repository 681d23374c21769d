"""Floors: the figures that a change must not lower, and the digest of the gold behind them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from dragoman.errors import BadInput

__all__ = ["Floor", "digest", "faults", "held", "raised", "read_floors", "write_floors"]

# Figures are kept to four places, rounded down, so that a floor is never above what was measured.
_PLACES = 10_000


class Floor(msgspec.Struct, frozen=True, kw_only=True):
    """The floors of one scorer: its figures by name, and the digest of the gold they rest on."""

    gold: str
    figures: dict[str, float]


def read_floors(path: Path) -> dict[str, Floor]:
    """Return the floors of a file, by scorer; empty for no file. Raises BadInput for a bad one."""
    if not path.exists():
        return {}
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Floor])
    except msgspec.DecodeError as error:
        raise BadInput(f"{path}: not a file of floors: {error}") from error


def write_floors(path: Path, floors: Mapping[str, Floor]) -> None:
    """Write floors as JSON that reads well in a difference: sorted, one figure a line."""
    plain = {name: msgspec.to_builtins(floor) for name, floor in sorted(floors.items())}
    path.write_text(json.dumps(plain, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def digest(files: Iterable[Path]) -> str:
    """Return the SHA-256 of files, names included, whatever order they come in."""
    whole = hashlib.sha256()
    for path in sorted(files, key=lambda path: path.name):
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def faults(name: str, floor: Floor | None, gold: str, figures: Mapping[str, float]) -> list[str]:
    """Return what is wrong with the figures of a scorer: below the floor, or on other gold."""
    if floor is None:
        return [f"{name}: no floor is kept; keep one with --update"]
    found = []
    if floor.gold != gold:
        found.append(f"{name}: the gold is not that of the floor: its files have changed")
    for figure, least in sorted(floor.figures.items()):
        value = figures.get(figure)
        if value is None:
            found.append(f"{name}: {figure} is not measured any more")
        elif _rounded(value) < least:
            found.append(f"{name}: {figure} is {value:.4f}, its floor {least:.4f}")
    return found


def raised(
    floor: Floor | None, gold: str, figures: Mapping[str, float], *, allow_lower: bool = False
) -> Floor:
    """Return the floor with the figures now measured; none is lowered unless that is allowed.

    On other gold the old figures say nothing: the new ones replace them, which needs the same
    leave as lowering. Raises BadInput where it is not given.
    """
    if floor is not None and floor.gold != gold and not allow_lower:
        raise BadInput("the gold has changed: keeping its figures needs --allow-lower")
    kept = {} if floor is None or allow_lower else floor.figures
    new = {name: _rounded(value) for name, value in figures.items()}
    return Floor(gold=gold, figures={**new, **{n: max(v, new.get(n, v)) for n, v in kept.items()}})


def held(
    path: Path,
    name: str,
    gold: str,
    figures: Mapping[str, float],
    *,
    check: bool = False,
    update: bool = False,
    allow_lower: bool = False,
) -> list[str]:
    """Raise the floors of one scorer in a file, or check them, as asked; return the faults."""
    floors = read_floors(path)
    if update:
        floor = raised(floors.get(name), gold, figures, allow_lower=allow_lower)
        floors = {**floors, name: floor}
        write_floors(path, floors)
    return faults(name, floors.get(name), gold, figures) if check else []


def _rounded(value: float) -> float:
    # A tenth of the last place makes up for figures that binary fractions cannot hold.
    return int(value * _PLACES + 0.1) / _PLACES
