"""What was done: coded events."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dragoman.record.actor import Party
from dragoman.record.attribution import SaidBy
from dragoman.record.place import Place
from dragoman.record.span import Span
from dragoman.record.time import When
from dragoman.record.topic import Topic

__all__ = ["Concern", "Event", "Evidence", "Quantity", "Status"]


class Status(StrEnum):
    """Whether it happened."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number of people with its bound: exactly, at least, more than, about, up to, less than."""

    value: int
    bound: str
    span: Span


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """Why a field has its value: the words it rests on, and the reason in a few words."""

    field: str
    spans: tuple[Span, ...]
    reason: str


class Concern(msgspec.Struct, frozen=True, kw_only=True):
    """The act an event is about: promised, asked for, refused, threatened, alleged; never done."""

    type: str
    mode: str | None = None
    anchor: Span
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    when: When | None = None
    where: Place | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A coded event: what one report says was done, by whom, to whom, when, where.

    `anchor` is the shortest run of words that names the act in its fullest mention; `mentions` are
    the anchors of the other mentions. `rule` names the table row that made it. `confidence` (0-1)
    ranks events by the strength of their row and how complete they are; it is not calibrated.
    """

    id: str
    type: str
    mode: str | None = None
    status: Status
    anchor: Span
    mentions: tuple[Span, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    mediators: tuple[Party, ...] = ()
    when: When | None = None
    where: Place | None = None
    places: tuple[Place, ...] = ()
    contexts: tuple[str, ...] = ()
    about: tuple[Topic, ...] = ()
    concerns: tuple[Concern, ...] = ()
    dead: Quantity | None = None
    injured: Quantity | None = None
    size: Quantity | None = None
    said_by: tuple[SaidBy, ...] = ()
    hedges: tuple[Span, ...] = ()
    confidence: float
    rule: str
    evidence: tuple[Evidence, ...] = ()
