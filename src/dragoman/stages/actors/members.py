"""Several actors named by one phrase: states that share a plural role."""

from __future__ import annotations

from dataclasses import replace

from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.pieces import Piece
from dragoman.stages.actors.resolve import Answer, Resolver

__all__ = ["member_answers", "member_phrase"]


def member_phrase(phrase: Phrase, part: Piece) -> Phrase:
    """Return the phrase of one part alone: its words, with the role that all parts share."""
    return replace(
        phrase, first=part.first, last=part.last, owners=[part], parts=[], modifier=False
    )


def member_answers(resolver: Resolver, phrase: Phrase) -> list[tuple[Phrase, Answer]]:
    """Return phrase and actor of each part of a shared role ("Turkish and American ministers")."""
    found = []
    for part in phrase.parts:
        alone = member_phrase(phrase, part)
        answer = resolver.share(alone)
        found.append((alone, answer))
    return found
