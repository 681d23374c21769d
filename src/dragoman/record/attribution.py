"""Who says what."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dragoman.record.actor import Actor, Party
from dragoman.record.span import Span
from dragoman.record.topic import Topic

__all__ = ["Attribution", "SaidBy", "Speech", "Statement", "VerbClass"]


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


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Content that a report gives in the voice of a source.

    `source` is empty where the source is left unsaid ("reportedly"). `parent` is the index of the
    attribution this one stands in ("the ministry said the minister had told ...").
    """

    source: tuple[Span, ...]
    actor: Actor | None
    cue: Span
    content: tuple[Span, ...]
    kind: Speech
    verb: VerbClass
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
