"""An event while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.models.view import Word
from dragoman.record import Concern, Evidence, Party, Place, Quantity, Span, Time
from dragoman.stages.events.anchors import Found
from dragoman.stages.events.reading import Reading

__all__ = ["Draft"]


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """One act of one sentence with what its words give; refined by replacing, never by editing."""

    found: Found
    type: str
    mode: str | None
    reading: Reading
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    mediators: tuple[Party, ...] = ()
    content: tuple[Word, ...] = ()
    topics: tuple[Word, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    concerns: tuple[Concern, ...] = ()
    dead: Quantity | None = None
    injured: Quantity | None = None
    size: Quantity | None = None
    mentions: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    frame: Found | None = None
    definite: bool = False
    claims: tuple[Span, ...] = ()  # where its doer claims it: "claimed responsibility"
    told: tuple[Found, ...] = ()  # acts it takes for granted: "condemned the attack"
    by_thing: bool = False  # done by what is no actor and no violence
    several: bool = False  # the subject is a plural: "the leaders met"
    on_place: bool = False  # its object is a place: "captured Damascus"
    led: bool = False  # somebody stands as subject of the act
    share: float | None = None  # how likely the learned coder holds the type; None without it
    retyped: bool = False  # the learned coder gave it another type than its row

    @property
    def parties(self) -> tuple[Party, ...]:
        """Actors and recipients together."""
        return (*self.actors, *self.recipients)

    @property
    def anchor(self) -> Span:
        """The words that name the act."""
        return self.found.anchor
