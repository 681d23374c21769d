"""PLOVER 2.0 and CAMEO as tables, and one small loader."""

from dragoman.ontology.codebook import Ontology, load_ontology, read_ontology
from dragoman.ontology.domestic import is_domestic
from dragoman.ontology.nouns import (
    CameoCode,
    Context,
    EventType,
    Mode,
    PartialState,
    Quad,
    Sector,
)

__all__ = [
    "CameoCode",
    "Context",
    "EventType",
    "Mode",
    "Ontology",
    "PartialState",
    "Quad",
    "Sector",
    "is_domestic",
    "load_ontology",
    "read_ontology",
]
