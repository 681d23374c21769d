"""The nouns of the record: frozen values, and their JSON."""

from dragoman.record.actor import Actor, Basis, Mention, MentionKind, Party
from dragoman.record.attribution import (
    Attribution,
    SaidBy,
    SourceKind,
    Speech,
    Statement,
    VerbClass,
)
from dragoman.record.event import Concern, Event, Evidence, Quantity, Status
from dragoman.record.json import report_from_json, report_to_json, schema
from dragoman.record.place import Place, Precision
from dragoman.record.relation import Relation
from dragoman.record.report import PublishedBasis, Report, report_id
from dragoman.record.span import Span
from dragoman.record.time import Time, TimeBasis, TimeKind, When
from dragoman.record.topic import Topic

__all__ = [
    "Actor",
    "Attribution",
    "Basis",
    "Concern",
    "Event",
    "Evidence",
    "Mention",
    "MentionKind",
    "Party",
    "Place",
    "Precision",
    "PublishedBasis",
    "Quantity",
    "Relation",
    "Report",
    "SaidBy",
    "SourceKind",
    "Span",
    "Speech",
    "Statement",
    "Status",
    "Time",
    "TimeBasis",
    "TimeKind",
    "Topic",
    "VerbClass",
    "When",
    "report_from_json",
    "report_id",
    "report_to_json",
    "schema",
]
