"""Relations are scored as event data sets score them."""

import pytest

from dragoman.scoring.relations import likeliest_root, macro_f1, score_relations


def test_concede_and_retreat_count_as_one_root():
    assert likeliest_root({"CONCEDE": 0.3, "RETREAT": 0.3, "AID": 0.4}) == "YIELD"


def test_none_is_never_the_answer():
    assert likeliest_root({"NONE": 0.9, "AID": 0.06, "ASSAULT": 0.04}) == "AID"


def test_the_mean_is_over_what_is_marked():
    assert macro_f1([("A", "A"), ("A", "B"), ("C", "C")]) == pytest.approx((2 / 3 + 1) / 2)


def test_a_wrong_root_of_the_right_side_is_half_right():
    score = score_relations([("AID", "AID"), ("ACCUSE", "REQUEST"), ("ASSAULT", "ASSAULT")])
    assert (score.root, score.quad, score.binary) == (pytest.approx(2 / 3), 1, 1)
