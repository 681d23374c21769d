from __future__ import annotations

import pytest

from dragoman.record import Span, Time, TimeKind
from dragoman.scoring.timeml import GoldTime, score_times, timex_value


def _time(start: int, end: int, value: str, kind: TimeKind = TimeKind.DATE) -> Time:
    return Time(span=Span(start, end), kind=kind, value=value)


GOLD = [[GoldTime(0, 6, "DATE", "2025-08-18"), GoldTime(10, 20, "DURATION", "P3D")]]


def test_the_same_times_score_one_throughout() -> None:
    found = [[_time(0, 6, "2025-08-18"), _time(10, 20, "P3D", TimeKind.DURATION)]]
    score = score_times(found, GOLD)
    assert (score.strict, score.relaxed, score.kind, score.value) == (1, 1, 1, 1)


def test_a_shared_character_counts_as_relaxed_but_not_as_strict() -> None:
    found = [[_time(0, 6, "2025-08-18"), _time(12, 20, "P3D", TimeKind.DURATION)]]
    score = score_times(found, GOLD)
    assert (score.strict, score.relaxed) == (0.5, 1)


def test_value_is_relaxed_times_the_share_of_right_values() -> None:
    found = [[_time(0, 6, "2025-08-25"), _time(10, 20, "P3D"), _time(30, 35, "2025")]]
    score = score_times(found, GOLD)
    assert score.relaxed == pytest.approx(0.8)
    assert score.value == pytest.approx(0.4)
    assert score.kind == pytest.approx(0.4)


def test_one_time_serves_one_mark_only() -> None:
    score = score_times([[_time(0, 20, "2025-08-18")]], GOLD)
    assert score.relaxed == pytest.approx(2 / 3)


def test_nothing_found_and_nothing_marked_is_zero() -> None:
    score = score_times([[]], [[]])
    assert (score.strict, score.relaxed, score.value) == (0, 0, 0)


@pytest.mark.parametrize(
    ("value", "written"),
    [("2023-10/..", "2023-10"), ("../2025-05-05", "2025-05-05"), ("2024", "2024")],
)
def test_open_intervals_are_compared_by_their_stated_end(value: str, written: str) -> None:
    assert timex_value(value) == written
