"""The annotated sentences are whole: marks, codes, counts, splits."""

from collections import Counter
from pathlib import Path

import pytest

from dragoman.knowledge.base import Knowledge
from dragoman.ontology import load_ontology
from training.check import faults
from training.examples import read_all, split_of

FOLDER = Path(__file__).parents[2] / "data" / "annotated"


@pytest.fixture(scope="module")
def sentences():
    return read_all(FOLDER)


def test_no_sentence_breaks_the_codebook(sentences):
    countries = frozenset(Knowledge.load().countries)
    found = [f"{s.file}:{s.line}: {f}" for s in sentences for f in faults(s, countries)]
    assert found == []


def test_no_sentence_stands_twice(sentences):
    twice = [text for text, n in Counter(s.text for s in sentences).items() if n > 1]
    assert twice == []


def test_there_are_enough_sentences_of_each_type(sentences):
    counts = Counter(act.type for s in sentences for act in s.acts)
    assert len(sentences) >= 5000
    assert {name: counts[name] for name in load_ontology().types if counts[name] < 150} == {}


def test_a_fifth_holds_no_act(sentences):
    assert sum(not s.acts for s in sentences) >= len(sentences) / 5


def test_each_part_has_every_type(sentences):
    for part in ("train", "dev", "test"):
        types = {act.type for s in sentences if split_of(s.theme) == part for act in s.acts}
        assert types == set(load_ontology().types)
