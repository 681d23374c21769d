"""Where: words that name a place."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dragoman.record.span import Span

__all__ = ["Place", "Precision"]


class Precision(StrEnum):
    """How exactly a place is known."""

    POINT = "point"
    CITY = "city"
    ADMIN = "admin"
    COUNTRY = "country"
    REGION = "region"


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name a place, and the place meant; degrees are WGS 84.

    `span` is absent only in the answer to a question asked without a report. A name that no table
    knows is no place. `reason` says which row, and what decided among namesakes.
    """

    span: Span | None
    name: str
    precision: Precision
    geonames_id: int | None = None
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    basis: str | None = None
    reason: str | None = None
