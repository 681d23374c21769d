"""The short way to read a few words gives what the long way gives."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.base import Knowledge
from dragoman.models.view import Sentence, Word
from dragoman.stages.actors.find import contain
from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.pieces import Piece, cut
from dragoman.stages.actors.reader import read_phrases
from dragoman.stages.actors.resolve import Resolver
from dragoman.stages.actors.short_text import read_short
from dragoman.stages.actors.usual import usual_phrase

DAY = date(2015, 6, 1)
# Words that stand before, in and after names, and names of all kinds.
WORDS = (
    *("the", "of", "and", "in", "to", "for", "'s", "-", ",", "former", "acting", "then", "a"),
    *("President", "president", "Prime Minister", "foreign minister", "ministers", "King", "army"),
    *("President-elect", "government", "Secretary of State", "spokesman", "state", "agent"),
    *("Angela Merkel", "Merkel", "François Hollande", "Vladimir Putin", "Kim Jong Un", "Obama"),
    *("Zorbax", "bin Zorbax", "Quilby", "de la Zorbax", "Bank", "Sir", "Gen.", "Col.", "May"),
    *("France", "French", "the Netherlands", "U.S.", "Jordan", "Georgia", "Berlin", "Kremlin"),
    *("NATO", "the European Commission", "Hamas", "Germans", "South Korea", "Republic of Korea"),
)
USUAL = (
    *("the President of France", "French President François Hollande", "Angela Merkel"),
    *("President Zorbax of Mali", "Angela Merkel of Germany", "Secretary of State John Kerry"),
    *("King Abdullah of the Hashemite Kingdom of Jordan", "the president of the United States"),
)
UNUSUAL = (
    *("former French president", "President-elect Obama", "the government of Angela Merkel"),
    *("French President Zorbax of Mali", "Sir Zorbax", "the army of Merkel", "General Motors", ""),
)


@cache
def case_words() -> tuple[str, ...]:
    """Return the words asked about in the cases of the actor stage."""
    path = Path(__file__).with_name("actor_cases.tsv")
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(dict.fromkeys(value for row in rows for value in (row["words"], row["text"])))


def shown(phrase: Phrase) -> tuple[object, ...]:
    """Return all that a phrase holds, pieces by their words and places."""
    return tuple(
        (part.kind, part.first, part.last, part.start, part.end)
        if isinstance(part, Piece)
        else part
        for value in (getattr(phrase, name) for name in Phrase.__slots__ if name != "sentence")
        for part in (value if isinstance(value, list) else [value])
    )


def read(text: str) -> tuple[Sentence, list[Piece], Resolver]:
    knowledge = Knowledge.load()
    hits = knowledge.find(text)
    return (*read_short(text, hits), Resolver(knowledge, DAY, hits))


def assert_same_phrase(text: str) -> None:
    sentence, pieces, resolver = read(text)
    usual = usual_phrase(sentence, pieces)
    if usual is None:
        return
    phrases = read_phrases(sentence, pieces, resolver.names.knows)
    contain(phrases, pieces)
    assert [shown(phrase) for phrase in phrases] == [shown(usual)], text


def assert_same_pieces(text: str) -> None:
    hits = Knowledge.load().find(text)
    sentence, pieces = read_short(text, hits)
    # A blank at the end keeps the words from being cut part by part.
    whole, as_one = read_short(f"{text}  ", hits)
    assert [_word(word) for word in sentence.words] == [_word(word) for word in whole.words]
    assert [_piece(piece) for piece in pieces] == [_piece(piece) for piece in as_one]
    assert [_piece(piece) for piece in pieces] == [
        _piece(piece) for piece in cut(sentence.words, hits)
    ]


def _word(word: Word) -> tuple[object, ...]:
    return word.index, word.text, word.lower, word.tag, word.start, word.end


def _piece(piece: Piece) -> tuple[object, ...]:
    return tuple(getattr(piece, name) for name in Piece.__slots__)


@pytest.mark.parametrize("text", USUAL)
def test_the_usual_orders_are_read_at_a_glance(text: str) -> None:
    sentence, pieces, _ = read(text)
    assert usual_phrase(sentence, pieces) is not None


@pytest.mark.parametrize("text", UNUSUAL)
def test_other_orders_are_left_to_the_reader(text: str) -> None:
    sentence, pieces, _ = read(text)
    assert usual_phrase(sentence, pieces) is None


@pytest.mark.parametrize("text", case_words())
def test_words_of_the_cases_are_read_alike_both_ways(text: str) -> None:
    assert_same_phrase(text)
    assert_same_pieces(text)


@pytest.mark.parametrize("first", WORDS)
def test_all_pairs_of_words_are_read_alike_both_ways(first: str) -> None:
    for second, third in product(WORDS, ("", "of France", "Zorbax", "president")):
        text = f"{first} {second} {third}".strip()
        assert_same_phrase(text)
        assert_same_pieces(text)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join))
def test_any_words_are_read_alike_both_ways(text: str) -> None:
    assert_same_phrase(text)
    assert_same_pieces(text)
