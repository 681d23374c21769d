"""From words to the pieces the network reads."""

import pytest

from dragoman.models.learned.network import Learned
from dragoman.models.learned.pieces import first_pieces, mark_pair
from dragoman.record import Span


def test_each_word_has_the_first_of_its_pieces():
    # [CLS] Hou ##this met [SEP]
    offsets = [(0, 0), (0, 3), (3, 7), (8, 11), (0, 0)]
    assert first_pieces(offsets, [(0, 7), (8, 11)]) == [1, 3]


def test_words_that_were_cut_off_have_the_first_piece_of_all():
    assert first_pieces([(0, 0), (0, 3)], [(0, 3), (4, 9)]) == [1, 0]


@pytest.fixture(scope="module")
def tokenizer():
    return Learned.shipped().tokenizer


def test_both_parties_are_marked(tokenizer):
    text = "Norway expelled two Russian diplomats."
    marked = mark_pair(text, Span(0, 6), Span(20, 37), tokenizer)
    assert marked.pieces[marked.marks[0]] == 1
    assert marked.pieces[marked.marks[1]] == 3
    assert sorted(p for p in marked.pieces if p in (1, 2, 3, 4)) == [1, 2, 3, 4]


def test_without_a_target_only_the_source_is_marked(tokenizer):
    marked = mark_pair("Norway protested.", Span(0, 6), None, tokenizer)
    assert marked.marks[1] == 0
    assert sorted(p for p in marked.pieces if p in (1, 2, 3, 4)) == [1, 2]


def test_a_party_at_the_end_of_the_text_is_closed(tokenizer):
    marked = mark_pair("They met Norway", Span(0, 4), Span(9, 15), tokenizer)
    assert {1, 2, 3, 4} <= set(marked.pieces)
