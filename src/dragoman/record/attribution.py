"""Who says what."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dragoman.record.actor import Actor, Party
from dragoman.record.span import Span
from dragoman.record.topic import Topic

__all__ = ["Attribution", "SaidBy", "SourceKind", "Speech", "Statement", "VerbClass"]


class Speech(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class VerbClass(StrEnum):
    """What the source does by saying it."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ACCUSES = "accuses"
    PROMISES = "promises"
    ASKS = "asks"
    DOUBTS = "doubts"


class SourceKind(StrEnum):
    """What sort of source speaks."""

    NAMED_OFFICIAL = "named official"  # a person in an office, by name or by the office
    INSTITUTION = "institution"  # a state, ministry, army, court, international organization
    UNNAMED_OFFICIALS = "unnamed officials"  # "two officials", "a ministry spokesman"
    UNNAMED_SOURCES = "unnamed sources"  # "a source", "people familiar with the matter"
    MEDIA = "media"
    DOCUMENT = "document"
    DATA = "data"  # figures, polls, images
    WITNESS = "witness"
    PERSON = "person"  # by name, without an office
    PEOPLE = "people"  # without name or office: analysts, critics, farmers
    GROUP = "group"  # rebels, parties, companies, campaigners


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Content that a report gives in the voice of a source.

    `source` is empty where the source is left unsaid ("reportedly"). `parent` is the index of the
    attribution this one stands in ("the ministry said the minister had told ..."). `source_kind` is
    None where nothing tells it.
    """

    source: tuple[Span, ...]
    actor: Actor | None
    cue: Span
    content: tuple[Span, ...]
    kind: Speech
    verb: VerbClass
    source_kind: SourceKind | None = None
    parent: int | None = None
    reason: str | None = None


class SaidBy(msgspec.Struct, frozen=True, kw_only=True):
    """One source of an event: the actor with its words, the cue, the attribution's index."""

    source: Party | None
    cue: Span
    attribution: int


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Attributed words that are no event; `attribution` is an index into the report's own."""

    id: str
    attribution: int
    addressee: tuple[Party, ...] = ()
    about: tuple[Topic, ...] = ()
