from __future__ import annotations

import pytest

from dragoman.stages.coreference.ranking import shares
from tests.stages.actor_checks import linked, mention

ALIKE = {"last named 0 back": 1.0, "salience": 0.8}


def test_shares_sum_to_one_and_do_not_depend_on_the_order():
    far = {"last named 3 back": 1.0, "salience": -2.0}
    one, other = shares([ALIKE, far], person=True), shares([far, ALIKE], person=True)
    assert sum(one) == pytest.approx(1)
    assert one == other[::-1]
    assert one[0] > one[1]


def test_candidates_alike_have_equal_shares():
    assert shares([ALIKE, ALIKE], person=False) == [0.5, 0.5]


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("The Security Council met. It condemned North Korea.", "It", "Security Council"),
        ("Putin met Trump in Alaska. He thanked his host.", "He", "Putin"),
        ("Macron said that he would call Zelensky.", "he", "Macron"),
    ],
)
def test_a_pronoun_takes_the_likeliest(text, words, meant):
    report = linked(text, "2025-08-19")
    pronoun, name = mention(report, words), mention(report, meant)
    assert pronoun is not None
    assert name is not None
    assert pronoun.chain == name.chain


def test_two_named_side_by_side_leave_a_pronoun_open():
    report = linked("Putin and Trump met in Alaska. He spoke for an hour.", "2025-08-19")
    pronoun = mention(report, "He")
    assert pronoun is not None
    assert pronoun.reason == "no safe antecedent"
