from pathlib import Path

import dragoman.languages.en
from dragoman.lexicon import read_table
from dragoman.ontology import load_ontology

TABLE = Path(dragoman.languages.en.__file__).parent / "contexts.tsv"
ROWS = tuple(read_table(TABLE, ("cue", "context", "scope")))


def test_there_are_cues_for_every_context():
    assert {row["context"] for row in ROWS} == set(load_ontology().contexts)


def test_there_are_many_cues():
    assert len(ROWS) >= 350


def test_a_cue_has_a_scope():
    assert {row["scope"] for row in ROWS} == {"event", "sentence"}


def test_a_cue_is_in_lower_case():
    assert all(row["cue"] == row["cue"].lower() for row in ROWS)


def test_a_cue_is_listed_once_for_a_context():
    assert len({(row["cue"], row["context"]) for row in ROWS}) == len(ROWS)
