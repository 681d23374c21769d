"""What links two parties that a user names."""

from __future__ import annotations

import msgspec

from dragoman.record.event import Status

__all__ = ["Relation"]


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """What a source does to a target by the words of a text.

    `type`, `mode` and `status` are None where nothing links them; `confidence` (0-1) is the share
    of the answer; `shares` those of all types, `NONE` among them, for who must have an answer.
    """

    type: str | None
    mode: str | None
    status: Status | None
    confidence: float
    shares: dict[str, float]
