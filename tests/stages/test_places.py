from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dragoman.lexicon import Row, read_table
from dragoman.models.parser import Parser
from dragoman.models.view import Parse
from dragoman.record import Actor, Mention, MentionKind, Place, Precision, Report, Span
from dragoman.stages.places import event_place, find_places, namesakes, place, toponyms

CASES = list(
    read_table(
        Path(__file__).with_name("places_cases.tsv"),
        ("text", "words", "name", "country", "admin1", "precision"),
    )
)


@cache
def parser() -> Parser:
    return Parser()


@cache
def read(text: str) -> Parse:
    return parser().read(text, lambda _: True)


def report_of(text: str, *mentions: Mention) -> Report:
    return Report(id="r", text=text, mentions=mentions)


def named(text: str, words: str, *mentions: Mention) -> Place | None:
    """The place found at the first occurrence of the words in a text."""
    found = find_places(report_of(text, *mentions), read(text))
    start = text.index(words)
    inside = [p for p in found.places if p.span and p.span.start <= start < p.span.end]
    return inside[0] if inside else None


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.line}-{c['words']}")
def test_words_name_the_place_a_reader_takes_them_for(case: Row) -> None:
    found = named(case["text"], case["words"])
    if case["name"] == "-":
        assert found is None
        return
    assert found is not None
    assert found.span is not None
    assert found.span.cut(case["text"]) == case["words"]
    assert (found.name, found.country or "", found.admin1 or "", found.precision) == (
        case["name"],
        case["country"],
        case["admin1"],
        case["precision"],
    )
