"""Twins are read in pairs, and a sentence is right only as a whole."""

import pytest

from dragoman.errors import BadTable
from dragoman.scoring.status import coded_alike, is_right, read_twins, typed_and_right
from tests.scoring.test_events import event

PAIR = """# PAIR 3 negated
[Chad|a1 TCD.GOV] never [paid|1=AID!negated] [Mali|r1 MLI.GOV].
[Chad|a1 TCD.GOV] [paid|1=AID] [Mali|r1 MLI.GOV].
"""


@pytest.fixture
def twins(tmp_path):
    path = tmp_path / "twins.txt"
    path.write_text(PAIR, encoding="utf-8")
    return next(read_twins(path))


def test_a_pair_has_the_act_not_done_first(twins):
    assert (twins.number, twins.kind) == (3, "negated")
    assert [a.acts[0].status for a in (twins.undone, twins.done)] == ["negated", "actual"]


def test_a_pair_without_its_second_sentence_is_named(tmp_path):
    path = tmp_path / "twins.txt"
    path.write_text("# PAIR 1 denied\nOne.\n", encoding="utf-8")
    with pytest.raises(BadTable, match=r"twins\.txt:1"):
        list(read_twins(path))


def test_status_counts(twins):
    negated, done = event("AID", None, (11, 15), "negated"), event("AID", None, (5, 9))
    assert is_right(twins.undone, [negated])
    assert not is_right(twins.undone, [event("AID", None, (11, 15))])
    assert is_right(twins.done, [done])
    assert not is_right(twins.done, [])
    assert not coded_alike([negated], [done])
    assert coded_alike([done], [done])


def test_of_acts_coded_with_their_type_the_status_is_counted_apart(twins):
    wrong, right = event("AID", None, (11, 15)), event("AID", None, (11, 15), "negated")
    assert typed_and_right(twins.undone, [wrong]) == (1, 0)
    assert typed_and_right(twins.undone, [right]) == (1, 1)
    assert typed_and_right(twins.undone, [event("ASSAULT", None, (11, 15))]) == (0, 0)
