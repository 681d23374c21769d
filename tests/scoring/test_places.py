from __future__ import annotations

import pytest

from dragoman.record import Place, Precision, Span
from dragoman.scoring.places import GoldPlace, PlaceScore, kilometres, score_places

ANKARA = (39.92, 32.85)
CAIRO = (30.06, 31.25)


def _place(start: int, end: int, at: tuple[float, float] | None = ANKARA) -> Place:
    latitude, longitude = at or (None, None)
    return Place(
        span=Span(start, end),
        name="somewhere",
        precision=Precision.CITY,
        latitude=latitude,
        longitude=longitude,
    )


def test_the_distance_of_a_degree_of_latitude_is_111_km() -> None:
    assert kilometres((0, 0), (1, 0)) == pytest.approx(111.2, abs=0.1)
    assert kilometres((10, 179.5), (10, -179.5)) == pytest.approx(109.5, abs=0.1)


def test_a_place_at_the_marked_degrees_is_right() -> None:
    score = score_places([_place(0, 6)], [GoldPlace(Span(0, 6), *ANKARA)])
    assert (score.recall, score.accuracy, score.precision, score.exact) == (1, 1, 1, 1)
    assert score.median_error == 0


def test_a_place_too_far_away_is_recognised_but_not_right() -> None:
    score = score_places([_place(0, 6, CAIRO)], [GoldPlace(Span(0, 6), *ANKARA)])
    assert (score.recall, score.accuracy) == (1, 0)
    assert score.median_error > 1000


def test_a_place_without_degrees_is_not_recognised() -> None:
    score = score_places([_place(0, 6, None)], [GoldPlace(Span(0, 6), *ANKARA)])
    assert (score.recall, score.precision) == (0, 1)


def test_a_mark_without_degrees_counts_for_precision_only() -> None:
    score = score_places([_place(0, 6)], [GoldPlace(Span(0, 6))])
    assert (score.marked, score.precision) == (0, 1)


def test_the_found_name_that_shares_the_most_is_compared() -> None:
    found = [_place(0, 4, CAIRO), _place(5, 12, ANKARA)]
    score = score_places(found, [GoldPlace(Span(3, 12), *ANKARA)])
    assert (score.recognised, score.near, score.exact) == (1, 1, 0)


def test_what_is_marked_nowhere_is_a_fault_of_precision() -> None:
    score = score_places([_place(0, 6), _place(20, 26)], [GoldPlace(Span(0, 6), *ANKARA)])
    assert score.precision == 0.5


def test_scores_add_up_and_nothing_scores_zero() -> None:
    one = score_places([_place(0, 6)], [GoldPlace(Span(0, 6), *ANKARA)])
    other = score_places([], [GoldPlace(Span(0, 6), *CAIRO)])
    both = one + other
    assert (both.marked, both.recall, both.accuracy) == (2, 0.5, 1)
    empty = PlaceScore()
    assert (empty.recall, empty.accuracy, empty.precision, empty.median_error) == (0, 0, 0, 0)
