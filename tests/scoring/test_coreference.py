from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path

import pytest

from dragoman.record import Actor, Mention, MentionKind, Report, Span
from dragoman.scoring.coreference import (
    CoreferenceScore,
    MarkedReport,
    read_marked,
    score_coreference,
    wrong_words,
)

TEXT = "== call 2024-05-14\n[a:Ann] met [b:Bob]. [a:She] thanked [b:him]. [a+b:They] left.\n"


def _marked(tmp_path: Path, text: str = TEXT) -> MarkedReport:
    path = tmp_path / "marked.txt"
    path.write_text(text, encoding="utf-8")
    (report,) = read_marked(path)
    return report


def _coded(marked: MarkedReport, chains: dict[str, int], members: tuple[int, ...] = ()) -> Report:
    """Code the report with these chains for its words; the last word of a sentence is a set."""
    found = []
    for words, chain in chains.items():
        start = marked.text.index(words)
        span = Span(start, start + len(words))
        pronoun = words in ("She", "him", "They")
        found.append(
            Mention(
                span=span,
                head=span,
                kind=MentionKind.PRONOUN if pronoun else MentionKind.PERSON,
                actor=Actor(country="TUR", reason="a reason"),
                chain=chain,
                members=members if words == "They" else (),
            )
        )
    return Report(id="x", text=marked.text, mentions=tuple(found))


RIGHT = {"Ann": 1, "Bob": 2, "She": 1, "him": 2, "They": 3}


def test_marks_are_taken_out_of_the_text(tmp_path: Path) -> None:
    assert _marked(tmp_path).text == "Ann met Bob. She thanked him. They left."


def test_a_mark_holds_the_words_and_the_keys(tmp_path: Path) -> None:
    marked = _marked(tmp_path)
    found = [(m.span.cut(marked.text), m.keys) for m in marked.mentions]
    assert found[-1] == ("They", ("a", "b"))
    assert marked.published == date(2024, 5, 14)


def test_marks_may_stand_inside_marks(tmp_path: Path) -> None:
    marked = _marked(tmp_path, "== x 2024-05-14\n[m:[t:Its] army] left.")
    assert [m.span.cut(marked.text) for m in marked.mentions] == ["Its army", "Its"]


@pytest.mark.parametrize("text", ["== x 2024-05-14\n[a:Ann left.", "== x 2024-05-14\nAnn] left."])
def test_an_odd_bracket_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match="report x"):
        _marked(tmp_path, text)


def test_the_right_chains_score_one(tmp_path: Path) -> None:
    marked = _marked(tmp_path)
    score = score_coreference(marked, _coded(marked, RIGHT, (1, 2)))
    assert (score.conll, score.pronouns.f1) == pytest.approx((1.0, 1.0))


def test_no_chains_score_nothing(tmp_path: Path) -> None:
    marked = _marked(tmp_path)
    alone = dict(zip(RIGHT, count(), strict=False))
    score = score_coreference(marked, _coded(marked, alone))
    assert (score.muc.f1, score.b3.f1, score.ceaf_e.f1) == (0.0, 0.0, 0.0)


def test_the_scores_of_one_chain_for_all_are_those_of_the_formulas(tmp_path: Path) -> None:
    marked = _marked(tmp_path)
    one = {words: 1 for words in RIGHT if words != "They"}
    score = score_coreference(marked, _coded(marked, one))
    assert (score.muc.recall, score.muc.precision) == (1.0, pytest.approx(2 / 3))
    assert (score.b3.recall, score.b3.precision) == (1.0, pytest.approx(0.5))
    assert (score.ceaf_e.recall, score.ceaf_e.precision) == pytest.approx((1 / 3, 2 / 3))


def test_a_pronoun_in_the_wrong_chain_is_wrong(tmp_path: Path) -> None:
    marked = _marked(tmp_path)
    coded = _coded(marked, RIGHT | {"She": 2}, (1, 2))
    assert score_coreference(marked, coded).pronouns.recall == pytest.approx(2 / 3)
    assert [line.split(" is ")[1] for line in wrong_words(marked, coded)] == ["('a',), not ('b',)"]


def test_a_pronoun_for_the_wrong_members_is_wrong(tmp_path: Path) -> None:
    marked = _marked(tmp_path)
    coded = _coded(marked, RIGHT, (1, 3))
    assert score_coreference(marked, coded).pronouns.recall == pytest.approx(2 / 3)


def test_scores_of_reports_add_up(tmp_path: Path) -> None:
    marked = _marked(tmp_path)
    good = score_coreference(marked, _coded(marked, RIGHT, (1, 2)))
    bad = score_coreference(marked, _coded(marked, dict(zip(RIGHT, count(), strict=False))))
    assert (CoreferenceScore() + good + bad).b3.recall == pytest.approx(0.5)
