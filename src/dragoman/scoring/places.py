"""Scores of places against marked ones: how many are recognised, and how far off they lie."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.record import Place, Span

__all__ = ["NEAR", "GoldPlace", "PlaceScore", "kilometres", "score_places"]

NEAR = 161.0  # kilometres: the hundred miles within which the field counts a place as right
_RADIUS = 6371.0  # of the globe, in kilometres


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A place name of an annotated document; without degrees where the annotators gave none."""

    span: Span
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class PlaceScore:
    """Counts and distances of one or many documents; scores add up.

    `marked` are the marked names with degrees, `recognised` those of them that share characters
    with a found name that has degrees, `exact` those with the same characters; `errors` are the
    kilometres between the two. `found` are all names found, `true` those that share characters
    with a marked name, whether or not that has degrees; `near` are the recognised names that lie
    within 161 km of the marked degrees.
    """

    marked: int = 0
    recognised: int = 0
    exact: int = 0
    found: int = 0
    true: int = 0
    near: int = 0
    errors: tuple[float, ...] = ()

    def __add__(self, other: PlaceScore) -> PlaceScore:
        """Return the score of both sets of documents together."""
        return PlaceScore(
            self.marked + other.marked,
            self.recognised + other.recognised,
            self.exact + other.exact,
            self.found + other.found,
            self.true + other.true,
            self.near + other.near,
            self.errors + other.errors,
        )

    @property
    def recall(self) -> float:
        """The share of the marked names that is recognised."""
        return self.recognised / self.marked if self.marked else 0.0

    @property
    def precision(self) -> float:
        """The share of the found names that is marked."""
        return self.true / self.found if self.found else 0.0

    @property
    def accuracy(self) -> float:
        """The share of the recognised names that lies near the marked degrees."""
        return self.near / self.recognised if self.recognised else 0.0

    @property
    def median_error(self) -> float:
        """The median distance of the recognised names, in kilometres; 0 where there are none."""
        return statistics.median(self.errors) if self.errors else 0.0


def kilometres(place: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance between two places along the globe; each is latitude and longitude."""
    (north, east), (other_north, other_east) = (map(math.radians, p) for p in (place, other))
    half = (
        math.sin((other_north - north) / 2) ** 2
        + math.cos(north) * math.cos(other_north) * math.sin((other_east - east) / 2) ** 2
    )
    return 2 * _RADIUS * math.asin(math.sqrt(min(1.0, half)))


def score_places(found: Sequence[Place], gold: Sequence[GoldPlace]) -> PlaceScore:
    """Return the score of one document."""
    named = [(place.span, place) for place in found if place.span is not None]
    recognised = exact = marked = 0
    errors: list[float] = []
    for mark in gold:
        if mark.latitude is None or mark.longitude is None:
            continue
        marked += 1
        at = _nearest(mark.span, named)
        if at is None or at.latitude is None or at.longitude is None:
            continue
        recognised += 1
        exact += at.span == mark.span
        errors.append(kilometres((at.latitude, at.longitude), (mark.latitude, mark.longitude)))
    return PlaceScore(
        marked=marked,
        recognised=recognised,
        exact=exact,
        found=len(named),
        true=sum(any(_shares(span, mark.span) for mark in gold) for span, _ in named),
        near=sum(error <= NEAR for error in errors),
        errors=tuple(errors),
    )


def _nearest(span: Span, named: Sequence[tuple[Span, Place]]) -> Place | None:
    """Return the found place that shares the most of a marked name, in doubt the first."""
    best, most = None, 0
    for other, place in named:
        shared = min(span.end, other.end) - max(span.start, other.start)
        if shared > most:
            best, most = place, shared
    return best


def _shares(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end
