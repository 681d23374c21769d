from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import BadInput
from dragoman.scoring.floors import Floor, digest, faults, raised, read_floors, write_floors

FLOOR = Floor(gold="g", figures={"strict": 0.8, "value": 0.7})


def test_figures_at_the_floor_or_above_are_no_fault() -> None:
    assert faults("times", FLOOR, "g", {"strict": 0.8, "value": 0.75, "more": 0.1}) == []


@pytest.mark.parametrize(
    ("floor", "gold", "figures", "words"),
    [
        (FLOOR, "g", {"strict": 0.79, "value": 0.7}, "strict is 0.7900, its floor 0.8000"),
        (FLOOR, "h", {"strict": 0.8, "value": 0.7}, "files have changed"),
        (FLOOR, "g", {"strict": 0.8}, "value is not measured any more"),
        (None, "g", {"strict": 0.8}, "no floor is kept"),
    ],
)
def test_a_fault_says_what_is_wrong(
    floor: Floor | None, gold: str, figures: dict[str, float], words: str
) -> None:
    found = faults("times", floor, gold, figures)
    assert len(found) == 1
    assert found[0].startswith("times: ")
    assert words in found[0]


def test_floors_rise_and_are_not_lowered_by_accident() -> None:
    assert raised(FLOOR, "g", {"strict": 0.9, "value": 0.6}).figures == {
        "strict": 0.9,
        "value": 0.7,
    }


def test_floors_are_lowered_where_that_is_allowed() -> None:
    lowered = raised(FLOOR, "h", {"strict": 0.5}, allow_lower=True)
    assert lowered == Floor(gold="h", figures={"strict": 0.5})


def test_floors_on_other_gold_are_kept_only_on_purpose() -> None:
    with pytest.raises(BadInput, match="gold has changed"):
        raised(FLOOR, "h", {"strict": 0.9})


def test_a_floor_is_never_above_what_was_measured() -> None:
    floor = raised(None, "g", {"strict": 0.88888})
    assert floor.figures == {"strict": 0.8888}
    assert faults("times", floor, "g", {"strict": 0.88888}) == []


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert read_floors(path) == {}
    write_floors(path, {"times": FLOOR})
    assert read_floors(path) == {"times": FLOOR}


def test_a_broken_file_of_floors_is_named(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text('{"times": 3}')
    with pytest.raises(BadInput, match=r"floors\.json: not a file of floors"):
        read_floors(path)


def test_a_digest_changes_with_a_file_and_not_with_the_order(tmp_path: Path) -> None:
    one, two = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    one.write_text("1")
    two.write_text("2")
    first = digest([one, two])
    assert digest([two, one]) == first
    two.write_text("3")
    assert digest([one, two]) != first
