from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.lexicon import Row, read_table
from dragoman.stages.who import who

COLUMNS = ("words", "on", "country", "sector", "person", "office")
CASES = tuple(read_table(Path(__file__).with_name("who_cases.tsv"), COLUMNS))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule} {case['words']}")
def test_the_words_mean_the_actor_of_the_case(case: Row) -> None:
    actor = who(case["words"], date.fromisoformat(case["on"]))
    if case["country"] == "nobody":
        assert actor is None
        return
    assert actor is not None
    found = {
        "country": actor.country,
        "sector": actor.sector,
        "person": actor.name,
        "office": actor.office,
    }
    wanted = {name: case[name] for name in found if case[name]}
    assert {name: found[name] or "-" for name in wanted} == wanted
