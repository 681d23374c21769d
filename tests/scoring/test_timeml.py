from __future__ import annotations

import pytest

from dragoman.record import Span, Time, TimeKind
from dragoman.scoring.timeml import GoldTime, plain_value, score_times, timex_value


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("196X", "196"),
        ("19XX", "19"),
        ("1998-XX-XX", "1998"),
        ("1998-10-XX", "1998-10"),
        ("2000-W7", "2000-W07"),
        ("P2Q", "P6M"),
        ("P3E", "P30Y"),
        ("P1C", "P100Y"),
        ("P2L", "P2000Y"),
        ("P3.5Y", "P3Y6M"),
    ],
)
def test_two_spellings_of_a_value_are_alike_but_not_the_same(one: str, other: str) -> None:
    assert plain_value(one) == plain_value(other)
    score = score_times([[_time(0, 6, one)]], [[GoldTime(0, 6, "DATE", other)]])
    assert (score.value, score.value_alike) == (0, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("196", "197"),
        ("1998", "1998-10"),
        ("1998-10", "1998-10-05"),
        ("1989-WXX", "1989-W42"),
        ("1989-QX", "1989-Q3"),
        ("XXXX-WXX-1", "XXXX-WXX-2"),
        ("XXXX-XX-XX", "XXXX"),
        ("2000-W7", "2000-W70"),
        ("2000-W07", "2000-W07-WE"),
        ("2000-01-05", "2000-01-05TNI"),
        ("2000-01-05TEV", "2000-01-05TNI"),
        ("1989-11-06T17", "1989-11-06T17:30"),
        ("P1D", "PT24H"),
        ("P1W", "P7D"),
        ("P12M", "P1Y"),
        ("PXE", "PXY"),
        ("PXD", "PXW"),
        ("PAST_REF", "FUTURE_REF"),
    ],
)
def test_different_values_are_not_alike(one: str, other: str) -> None:
    assert plain_value(one) != plain_value(other)
