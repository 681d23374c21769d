"""The nouns of the ontology: types, modes, contexts, sectors, and CAMEO codes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

__all__ = [
    "CameoCode",
    "Context",
    "CrosswalkRule",
    "EventType",
    "FutureRule",
    "InnerRule",
    "Mode",
    "PartialState",
    "Quad",
    "Sector",
]


class Quad(IntEnum):
    """The four classes of events, numbered as event data sets number them."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the 16 types: what was done."""

    name: str
    quad: Quad
    recipient_required: bool
    score: float
    definition: str


@dataclass(frozen=True, slots=True)
class Mode:
    """One of the 67 modes: how it was done. `score` is None where the type's own counts."""

    type: str
    name: str
    score: float | None
    definition: str
    context: str | None


@dataclass(frozen=True, slots=True)
class Context:
    """One of the 37 contexts: what it was about."""

    name: str
    definition: str


@dataclass(frozen=True, slots=True)
class Sector:
    """One of the 25 sectors: what kind of actor."""

    code: str
    name: str
    definition: str


@dataclass(frozen=True, slots=True)
class PartialState:
    """An entity recognised by few states, with the country and sector it is coded as."""

    name: str
    country: str
    sector: str


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code with what it is in PLOVER, and its Goldstein score on two scales."""

    code: str
    label: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    goldstein_icews: float
    goldstein_gdelt: float

    @property
    def root(self) -> str:
        """The two digits that name the root category."""
        return self.code[:2]


@dataclass(frozen=True, slots=True)
class CrosswalkRule:
    """A line of the way back from PLOVER to CAMEO; an empty condition fits everything.

    `concerns` holds pairs of type and mode, the mode None where any mode fits.
    """

    type: str
    mode: str | None
    concerns: tuple[tuple[str, str | None], ...]
    detail: str | None
    contexts: tuple[str, ...]
    code: str
    gdelt: str


@dataclass(frozen=True, slots=True)
class InnerRule:
    """The mode an outer act takes from the act it is about; `*` fits everything."""

    outer_type: str
    inner_type: str
    inner_mode: str
    sense: str
    outer_mode: str | None


@dataclass(frozen=True, slots=True)
class FutureRule:
    """The type a planned act is coded as, None where no type stands for it."""

    inner_type: str
    outer_type: str | None
