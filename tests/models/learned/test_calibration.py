"""What a share is worth rises with the share and stays between 0 and 1."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.models.learned.calibration import calibrated

SHARES = st.floats(0, 1)


@given(SHARES, st.booleans())
def test_it_is_a_share(share, proposed):
    assert 0 <= calibrated(share, proposed=proposed) <= 1


@given(SHARES, SHARES, st.booleans())
def test_a_likelier_act_is_worth_no_less(one, other, proposed):
    low, high = sorted((one, other))
    assert calibrated(low, proposed=proposed) <= calibrated(high, proposed=proposed)
