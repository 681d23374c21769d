"""Several actors named by one phrase: states that share a plural role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.record import Actor, MentionKind
from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.pieces import Piece
from dragoman.stages.actors.resolve import Answer, Resolver

__all__ = ["everyone", "member_answers"]


def member_answers(resolver: Resolver, phrase: Phrase) -> list[tuple[Phrase, Answer]]:
    """Return phrase and actor of each part of a shared role ("Turkish and American ministers")."""
    alone = [_alone(phrase, part) for part in phrase.parts]
    return [(part, resolver.share(part)) for part in alone]


def _alone(phrase: Phrase, part: Piece) -> Phrase:
    """Return the phrase of one part: its words, with the role that all parts share."""
    return replace(
        phrase, first=part.first, last=part.last, owners=[part], parts=[], modifier=False
    )


def everyone(phrase: Phrase, actors: list[Actor]) -> Answer:
    """Return the actor that all parts are together: what they have in common, and no identity."""
    words = " + ".join(p.lower for p in (*phrase.parts, phrase.roles[-1]))
    actor = Actor(
        country=_common(a.country for a in actors),
        sector=_common(a.sector for a in actors),
        reason=f"words: {words}",
    )
    return Answer(actor, MentionKind.PEOPLE, ("words", phrase.span.start, "all"))


def _common(values: Iterable[str | None]) -> str | None:
    different = set(values)
    return different.pop() if len(different) == 1 else None
