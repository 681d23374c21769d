"""The ontology as one frozen value, and the look-ups on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from dragoman.ontology import tables
from dragoman.ontology.nouns import (
    CameoCode,
    Context,
    CrosswalkRule,
    EventType,
    Mode,
    PartialState,
    Quad,
    Sector,
)

__all__ = ["Ontology", "load_ontology", "read_ontology"]

Act = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Ontology:
    """The codebook: every name an event may carry, and what each one counts for."""

    types: Mapping[str, EventType]
    modes: Mapping[tuple[str, str], Mode]
    contexts: Mapping[str, Context]
    sectors: Mapping[str, Sector]
    partial_states: Mapping[str, PartialState]
    cameo: Mapping[str, CameoCode]
    _crosswalk: tuple[CrosswalkRule, ...] = field(repr=False)
    _inner: Mapping[tuple[str, str, str, str], str | None] = field(repr=False)
    _future: Mapping[str, str | None] = field(repr=False)

    def modes_of(self, type_name: str) -> tuple[str, ...]:
        """Return the modes of a type, in codebook order; empty for a type without modes."""
        return tuple(mode for owner, mode in self.modes if owner == type_name)

    def score(self, type_name: str, mode: str | None = None) -> float:
        """Return the score from cooperation (+10) to conflict (-10), the type's own if need be."""
        own = self.modes[type_name, mode].score if mode else None
        return self.types[type_name].score if own is None else own

    def quad(self, type_name: str) -> Quad:
        """Return the class of a type: verbal or material, cooperation or conflict."""
        return self.types[type_name].quad

    def implied_context(self, type_name: str, mode: str | None) -> str | None:
        """Return the context a mode brings with it, if any."""
        return self.modes[type_name, mode].context if mode else None

    def outer_mode(
        self,
        outer_type: str,
        inner_type: str,
        inner_mode: str | None = None,
        *,
        ending: bool = False,
    ) -> str | None:
        """Return the mode an act takes from the act it is about, None where no mode fits.

        `ending` says that the inner act is to end or not to be done ("stop the arrests").
        """
        types = (inner_type, tables.ANY)
        modes = (inner_mode, tables.ANY) if inner_mode else (tables.ANY,)
        senses = ("end" if ending else "do", tables.ANY)
        keys = ((outer_type, t, m, s) for t in types for m in modes for s in senses)
        return next((self._inner[key] for key in keys if key in self._inner), None)

    def future_type(self, type_name: str) -> str | None:
        """Return the type a planned act is coded as; None if it keeps its own, status planned."""
        return self._future.get(type_name)

    def cameo_of(
        self,
        type_name: str,
        mode: str | None = None,
        *,
        contexts: Collection[str] = (),
        concerns: Collection[Act] = (),
        details: Collection[str] = (),
        scheme: Literal["icews", "gdelt"] = "icews",
    ) -> CameoCode:
        """Return the most precise CAMEO code for an event, in the code list of ICEWS or GDELT.

        `concerns` are types and modes of the acts it is about; `details` words of the table
        plover_to_cameo, such as "signature". Raises KeyError for an unknown type.
        """
        for rule in self._crosswalk:
            if _fits(rule, (type_name, mode), contexts, concerns, details):
                return self.cameo[rule.gdelt if scheme == "gdelt" else rule.code]
        raise KeyError(type_name)


def _fits(
    rule: CrosswalkRule,
    act: Act,
    contexts: Collection[str],
    concerns: Collection[Act],
    details: Collection[str],
) -> bool:
    type_name, mode = act
    return (
        rule.type == type_name
        and rule.mode in (None, mode)
        and (rule.detail is None or rule.detail in details)
        and (not rule.contexts or any(context in contexts for context in rule.contexts))
        and (not rule.concerns or any(_concerns(rule, inner) for inner in concerns))
    )


def _concerns(rule: CrosswalkRule, inner: Act) -> bool:
    return inner in rule.concerns or (inner[0], None) in rule.concerns


def read_ontology(folder: Path) -> Ontology:
    """Return the ontology kept in a folder; raises BadTable, naming file and line, for a fault."""
    types = {noun.name: noun for noun in tables.read_types(folder / "types.tsv")}
    contexts = {noun.name: noun for noun in tables.read_contexts(folder / "contexts.tsv")}
    sectors = {noun.code: noun for noun in tables.read_sectors(folder / "sectors.tsv")}
    modes = {
        (noun.type, noun.name): noun
        for noun in tables.read_modes(folder / "modes.tsv", types, contexts)
    }
    partial = tables.read_partial_states(folder / "partial_states.tsv", sectors)
    known = tables.Known(types, modes, contexts)
    cameo = {noun.code: noun for noun in tables.read_cameo(folder / "cameo.tsv", known)}
    inner = tables.read_inner_modes(folder / "inner_modes.tsv", known)
    future = tables.read_future_types(folder / "future_types.tsv", known)
    return Ontology(
        types=MappingProxyType(types),
        modes=MappingProxyType(modes),
        contexts=MappingProxyType(contexts),
        sectors=MappingProxyType(sectors),
        partial_states=MappingProxyType({state.name: state for state in partial}),
        cameo=MappingProxyType(cameo),
        _crosswalk=tables.read_crosswalk(folder / "plover_to_cameo.tsv", known, cameo),
        _inner=MappingProxyType(
            {(r.outer_type, r.inner_type, r.inner_mode, r.sense): r.outer_mode for r in inner}
        ),
        _future=MappingProxyType({rule.inner_type: rule.outer_type for rule in future}),
    )


@cache
def load_ontology() -> Ontology:
    """Return the ontology that ships with the package; read once."""
    return read_ontology(Path(__file__).parent)
