"""What links two parties that a user names."""

from __future__ import annotations

import msgspec

from dragoman.record.event import Status

__all__ = ["Relation"]


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """What a source does to a target by the words of a text.

    `type`, `mode` and `status` are None where nothing links them; `confidence` (0-1) is the share
    of the answer; `shares` those of all types, `NONE` among them.

    `root` is always one of the fifteen that data sets of relations count by, for who must have an
    answer, and `roots` holds their shares: YIELD for CONCEDE and RETREAT, but AGREE where somebody
    only says that he will yield.
    """

    type: str | None
    mode: str | None
    status: Status | None
    confidence: float
    shares: dict[str, float]
    root: str
    roots: dict[str, float]
