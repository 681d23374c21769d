import re
from pathlib import Path

import pytest

import dragoman.languages.en
from dragoman.lexicon import read_table

TABLE = Path(dragoman.languages.en.__file__).parent / "topics.tsv"
COLUMNS = ("id", "label", "kind", "countries", "from", "to", "cues", "source")
ROWS = tuple(read_table(TABLE, COLUMNS))
KINDS = {"war", "talks", "programme", "dispute", "transition", "agreement"}

each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])


def test_there_are_many_topics():
    assert len(ROWS) >= 120


def test_a_topic_is_listed_once():
    assert len({row["id"] for row in ROWS}) == len(ROWS)


@each_row
def test_a_topic_says_what_kind_it_is_and_where_it_is_documented(row):
    assert row["kind"] in KINDS
    assert row["label"]
    assert row["source"]


@each_row
def test_a_topic_has_cues_each_given_once(row):
    cues = row.many("cues")
    assert cues
    assert len(set(cues)) == len(cues)


@each_row
def test_a_topic_begins_before_it_ends(row):
    days = [row["from"], row["to"] or "9999"]
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", day) for day in days)
    assert days[0] <= days[1]


@each_row
def test_a_topic_names_countries_by_three_letters(row):
    assert all(re.fullmatch("[A-Z]{3}", country) for country in row.many("countries"))
