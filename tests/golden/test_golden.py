from pathlib import Path

import pytest

import dragoman
from tests.golden.renew import EXAMPLES, HERE, expected

PATHS = sorted(EXAMPLES.glob("[0-9]*.md"))


@pytest.mark.parametrize("path", PATHS, ids=lambda p: p.stem)
def test_an_example_gives_the_record_that_was_read_by_a_person(
    path: Path, coder: dragoman.Coder
) -> None:
    golden = (HERE / f"{path.stem}.txt").read_text(encoding="utf-8")
    assert expected(coder, path) == golden


def test_there_are_enough_examples_and_each_has_a_golden_record() -> None:
    assert len(PATHS) >= 16
    assert {p.stem for p in PATHS} == {p.stem for p in HERE.glob("*.txt")}
