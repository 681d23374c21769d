"""Relations are scored as event data sets score them."""

import pytest

from dragoman.scoring.relations import macro_f1, score_relations


def test_the_mean_is_over_what_is_marked():
    assert macro_f1([("A", "A"), ("A", "B"), ("C", "C")]) == pytest.approx((2 / 3 + 1) / 2)


def test_a_wrong_root_of_the_right_side_is_half_right():
    score = score_relations([("AID", "AID"), ("ACCUSE", "REQUEST"), ("ASSAULT", "ASSAULT")])
    assert (score.root, score.quad, score.binary) == (pytest.approx(2 / 3), 1, 1)
