"""What the network is told of the words of a sentence."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.models.learned.features import PATHS, Features, paths

TREES = st.integers(1, 12).flatmap(
    lambda size: st.tuples(*(st.integers(0, n) for n in range(size)))
)


@given(TREES)
def test_a_path_is_one_that_is_told_apart(heads):
    assert all(0 <= number < PATHS for row in paths(heads) for number in row)


def test_a_path_tells_child_from_parent_and_before_from_after():
    rows = paths((1, 1, 1))  # "France recalled it": both hang on the verb
    assert len({rows[0][1], rows[1][0], rows[1][2], rows[0][2], rows[2][0]}) == 5


def test_joined_features_count_the_heads_on():
    one = Features((1,), (1,), (0,), (0,))
    joined = Features.joined([one, Features((2, 3), (2, 3), (1, 1), (0, 4))])
    assert joined.heads == (0, 2, 2)
    assert joined.table == (0, 0, 4)
