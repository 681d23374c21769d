from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from dragoman.languages.en import predicates as table
from dragoman.languages.en.predicates import load_predicates
from dragoman.lexicon import Row, read_table
from dragoman.models.parser import Parser
from dragoman.ontology import load_ontology
from dragoman.stages.events.anchors import find_anchors

_ROWS = tuple(
    read_table(
        Path(table.__file__).with_name("predicates.tsv"),
        ("phrase", "pos", "type", "mode", "frame", "notes"),
    )
)
_CASES = tuple(
    read_table(
        Path(__file__).with_name("predicate_cases.tsv"),
        ("sentence", "anchor", "type", "mode", "parser"),
    )
)


@cache
def _parser() -> Parser:
    return Parser()


def _found(case: Row) -> list[tuple[str, str]]:
    predicates = load_predicates()
    return [
        (found.predicate.type, found.predicate.mode or "")
        for sentence in _parser().read(case["sentence"], lambda _: True).sentences
        for found in find_anchors(sentence, predicates)
        if found.head.text == case["anchor"]
    ]


def _expected(case: Row) -> list[tuple[str, str]]:
    return [(case["type"], case["mode"])] if case["type"] else []


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case['anchor']}-{case.line}")
def test_the_table_reads_a_word_as_the_act_it_names(case: Row) -> None:
    if case["parser"]:
        pytest.skip(case["parser"])
    assert _found(case) == _expected(case)


def test_at_most_three_in_a_hundred_cases_are_left_to_the_parser() -> None:
    assert sum(bool(case["parser"]) for case in _CASES) <= 0.03 * len(_CASES)


def test_the_cases_hold_every_type_and_mode() -> None:
    ontology = load_ontology()
    wanted = {(t, m) for t in ontology.types for m in ontology.modes_of(t)}
    wanted -= {("CONSULT", "third-party"), ("CONSULT", "multilateral")}  # told by the parties
    wanted -= {(t, m) for t, m in wanted if t in ("REQUEST", "REJECT")}  # told by the content
    assert not wanted - {(case["type"], case["mode"]) for case in _CASES}


def test_no_phrase_stands_twice_with_one_part_of_speech() -> None:
    phrases = Counter(
        (row["pos"], row["phrase"].split()[0], frozenset(row["phrase"].split()[1:]))
        for row in _ROWS
    )
    assert [phrase for phrase, times in phrases.items() if times > 1] == []


def test_every_type_and_mode_is_in_the_ontology() -> None:
    ontology = load_ontology()
    wrong = [
        row.rule
        for row in _ROWS
        if row["type"] not in ("NONE", "STRESS")
        and (
            row["type"] not in ontology.types
            or (row["mode"] and row["mode"] not in ontology.modes_of(row["type"]))
        )
    ]
    assert wrong == []


def test_the_table_has_rows_for_every_type() -> None:
    counts = Counter(row["type"] for row in _ROWS)
    assert len(_ROWS) >= 1150
    assert not [t for t in load_ontology().types if counts[t] < 40]


@pytest.mark.parametrize("row", _ROWS[:1], ids=["first"])
def test_the_readings_that_are_no_act_come_first(row: Row) -> None:
    assert row["type"] == "NONE"


def test_no_head_has_a_hyphen_for_the_parser_cuts_there() -> None:
    assert [row.rule for row in _ROWS if "-" in row["phrase"].split()[0]] == []
