from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.languages.en.slips import load_slips
from dragoman.models.parser import Parser
from dragoman.pipeline import GIVEN, STAGES
from dragoman.readers import Given, make_report, read
from dragoman.readers.report import normalise
from dragoman.record import Report, Span
from dragoman.stages.triage import worth_parsing

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("[0-9]*.md"))
PIECES = st.lists(
    st.sampled_from(
        [
            "Turkish Foreign Minister Hakan Fidan met U.S. envoy Marco Rubio on Monday. ",
            "He said that Russia had attacked Ukraine. ",
            "At least 12 people were killed in Kabul, ",
            '"We will not agree," ',
            "according to officials. ",
            "The two ministers called for a ceasefire in Gaza.\n\n",
            "Both sides ",
            "Türkiye's ",
            "ANKARA, Aug 19 (AA) - ",
            "reportedly ",
            "e\u0301\u00df\u0130\U0001f54a ",
        ]
    )
    | st.text(max_size=12),
    max_size=9,
).map("".join)
PROPERTY = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def spans_in(value: object) -> Iterator[Span]:
    """Yield every span of a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)


def check_spans(report: Report) -> None:
    for span in spans_in(report):
        assert 0 <= span.start < span.end <= len(report.text)
    for anchored in (*report.mentions, *report.times, *report.places):
        words = report.words(anchored.span)
        assert words == words.strip()
    for event in report.events:
        assert any(sentence.covers(event.anchor) for sentence in report.sentences)
        assert all(0 <= said.attribution < len(report.attributions) for said in event.said_by)
    for statement in report.statements:
        assert 0 <= statement.attribution < len(report.attributions)


def code_example(path: Path, coder: dragoman.Coder) -> Report:
    (report,) = read(path, Given())
    assert isinstance(report, Report)
    return coder.code_report(report)


def test_a_stage_reads_only_what_is_already_written() -> None:
    ready = set(GIVEN)
    for stage in STAGES:
        assert stage.reads <= ready, f"{stage.name} runs too early"
        ready |= stage.writes


def test_every_coded_field_of_a_report_is_written_by_a_stage() -> None:
    written = {field for stage in STAGES for field in stage.writes}
    assert written == set(Report.__struct_fields__) - GIVEN


@pytest.mark.parametrize("number", range(len(STAGES)), ids=lambda n: STAGES[n].name)
def test_a_stage_writes_only_what_it_declares(number: int, coder: dragoman.Coder) -> None:
    (report,) = read(EXAMPLES[2], Given())
    assert isinstance(report, Report)
    parse = Parser(load_slips()).read(report.text, worth_parsing)
    for stage in STAGES[:number]:
        report = stage.run(report, parse)
    after = STAGES[number].run(report, parse)
    changed = {f for f in Report.__struct_fields__ if getattr(after, f) != getattr(report, f)}
    assert changed <= STAGES[number].writes


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_every_span_of_an_example_cuts_words_of_its_text(path: Path, coder: dragoman.Coder) -> None:
    check_spans(code_example(path, coder))


@PROPERTY
@given(text=PIECES)
def test_any_text_is_coded_with_spans_inside_it(text: str, coder: dragoman.Coder) -> None:
    check_spans(coder.code_report(Report(id="x", text=text)))


@PROPERTY
@given(text=PIECES)
@example(text="\x1b")
def test_coding_twice_changes_nothing(text: str, coder: dragoman.Coder) -> None:
    once = coder.code_report(make_report_or_bare(text))
    assert coder.code_report(once) == once


def make_report_or_bare(text: str) -> Report:
    return make_report(text) if normalise(text) else Report(id="x", text=text)


def test_the_order_of_reports_does_not_matter(coder: dragoman.Coder) -> None:
    forward = [code_example(p, coder).to_json() for p in EXAMPLES[:8]]
    backward = [code_example(p, coder).to_json() for p in reversed(EXAMPLES[:8])]
    assert forward == backward[::-1]


def test_a_new_coder_gives_the_same_bytes(coder: dragoman.Coder) -> None:
    assert code_example(EXAMPLES[0], dragoman.Coder()).to_json() == (
        code_example(EXAMPLES[0], coder).to_json()
    )


def test_every_event_says_which_rule_and_which_words_made_it(coder: dragoman.Coder) -> None:
    for path in EXAMPLES:
        for event in code_example(path, coder).events:
            fields = {e.field for e in event.evidence}
            assert event.rule
            assert {"type", "status"} <= fields
