import json

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from dragoman import Report
from dragoman.errors import BadInput
from dragoman.record import Span, schema
from tests.record.values import reports

VALIDATOR = Draft202012Validator(schema())
PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@PROPERTY
@given(report=reports)
def test_a_report_comes_back_from_its_json(report):
    assert Report.from_json(report.to_json()) == report


@PROPERTY
@given(report=reports)
def test_the_json_of_a_report_fits_the_schema(report):
    VALIDATOR.validate(json.loads(report.to_json()))


@PROPERTY
@given(report=reports)
def test_indented_json_says_the_same(report):
    assert json.loads(report.to_json(indent=2)) == json.loads(report.to_json())


def test_the_schema_is_itself_valid():
    Draft202012Validator.check_schema(schema())


def test_a_span_is_two_numbers_in_json():
    report = Report(id="r", text="Oslo met Bergen.", sentences=(Span(0, 16),))
    assert json.loads(report.to_json())["sentences"] == [[0, 16]]


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ('{"id": "r"}', "text"),
        ('{"id": "r", "text": 3}', "text"),
        ('{"id": "r", "text": "a", "sentences": [[4, 2]]}', "sentences"),
        ("not json", "malformed"),
    ],
)
def test_a_wrong_report_is_refused_with_the_field_that_is_wrong(data, named):
    with pytest.raises(BadInput, match=named):
        Report.from_json(data)
