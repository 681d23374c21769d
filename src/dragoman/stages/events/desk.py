"""What lies ready while the events of a report are coded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.languages.en.predicates import Predicates
from dragoman.models.learned.network import Learned
from dragoman.ontology import Ontology
from dragoman.record import Report
from dragoman.stages.events.parties import Cast

__all__ = ["Desk"]


@dataclass(frozen=True)
class Desk:
    """The report, its cast, and the tables that coding reads."""

    report: Report
    cast: Cast
    predicates: Predicates
    ontology: Ontology
    cues: frozenset[int]  # offsets of the verbs of saying
    learned: Learned | None = None  # without it the tables alone decide
    states: Mapping[int, str] = field(default_factory=dict)  # words that name a state, by offset
