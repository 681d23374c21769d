"""What the network tells apart, in the order of its outputs."""

from __future__ import annotations

from dragoman.ontology import load_ontology

__all__ = ["MODES", "NOTHING", "PROMISED", "RELATIONS", "ROLES", "SECTORS", "STATUSES", "TYPES"]

NOTHING = "NONE"
_ontology = load_ontology()

TYPES: tuple[str, ...] = (NOTHING, *_ontology.types)
"""The first means that a word names no act."""

PROMISED = "CONCEDE promised"
"""A CONCEDE that only says that somebody will yield: "agreed to withdraw", not a pardon."""

RELATIONS: tuple[str, ...] = (*TYPES, PROMISED)
"""What links two parties; data sets of relations count a promise to yield apart."""

MODES: tuple[tuple[str, str | None], ...] = tuple(
    (name, mode) for name in TYPES for mode in (None, *_ontology.modes_of(name))
)
"""A type with each of its modes, or with none."""

STATUSES: tuple[str, ...] = ("actual", "planned", "possible", "negated")

ROLES: tuple[str, ...] = ("none", "actor", "recipient", "mediator", "source", "time", "place")
"""What a word is to an act; a host counts as mediator."""

SECTORS: tuple[str, ...] = (NOTHING, *sorted(_ontology.sectors))
"""What sort of actor a word names; the first for bodies that have none, and for nobody."""
