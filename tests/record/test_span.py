import pytest

from dragoman import Span
from dragoman.record import report_id


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_a_span_is_never_empty_or_reversed(start, end):
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


def test_a_span_cuts_code_points():
    assert Span(0, 7).cut("Türkiye said") == "Türkiye"


def test_spans_that_only_touch_do_not_overlap():
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_the_same_report_has_the_same_id_and_another_text_another():
    assert report_id("p", None, "a") == report_id("p", None, "a")
    assert report_id("p", None, "a") != report_id("p", None, "b")
    assert report_id("p", "a", "") != report_id("p", None, "a")
