from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman.lexicon import Row, read_table
from dragoman.record import Event, Report

CASES = list(
    read_table(Path(__file__).with_name("placing_cases.tsv"), ("text", "anchor", "places"))
)


def told_as(report: Report, words: str) -> Event:
    """The one event that words of a report name."""
    (event,) = [e for e in report.events if words in map(report.words, (e.anchor, *e.mentions))]
    return event


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.line}-{c['anchor']}")
def test_an_act_took_place_where_its_own_clause_says(case: Row, coder: dragoman.Coder) -> None:
    event = told_as(coder.code(case["text"]), case["anchor"])
    wanted = [] if case["places"] == "-" else case.many("places")
    assert [p.name for p in event.places] == list(wanted)
    assert event.where == (event.places[0] if wanted else None)


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Hakan Fidan called for a ceasefire in Gaza.", "ceasefire", "Gaza Strip"),
        ("Germany rejected the truce in Lebanon.", "truce", "Lebanon"),
        ("Germany called on Russia to withdraw its forces from Kherson.", "withdraw", "Kherson"),
    ],
)
def test_what_is_asked_for_has_the_place_and_the_asking_has_none(
    text: str, words: str, place: str, coder: dragoman.Coder
) -> None:
    report = coder.code(text)
    (event,) = report.events
    (concern,) = event.concerns
    assert report.words(concern.anchor) == words
    assert concern.where is not None
    assert concern.where.name == place
    assert (event.where, event.places) == (None, ())


def test_a_town_and_the_state_it_lies_in_tell_of_one_attack(coder: dragoman.Coder) -> None:
    text = "Russia attacked Ukraine on 3 May 2024. The Russian attack on Kharkiv lasted hours."
    (event,) = coder.code(text).events
    assert event.type == "ASSAULT"
