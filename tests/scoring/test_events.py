"""Coded events are counted against marked acts as the figures say."""

import pytest

from dragoman.record import Event, Party, Span, Status
from dragoman.scoring.events import EventScore, score_sentence
from dragoman.scoring.markup import read_sentence

MARKED = read_sentence("[Chad|a1 TCD.GOV] [expelled|1=SANCTION.expel] [envoys|r1 FRA.GOV].")


def event(type_="SANCTION", mode="expel", anchor=(5, 13), status="actual", **roles):
    parties = {
        role: tuple(Party(span=Span(0, 4), country=c, sector=s) for c, s in codes)
        for role, codes in roles.items()
    }
    return Event(
        id="x-1", type=type_, mode=mode, status=Status(status), anchor=Span(*anchor),
        confidence=0.5, rule="r", **parties,
    )  # fmt: skip


RIGHT = event(actors=[("TCD", "GOV")], recipients=[("FRA", "GOV")])


def test_an_event_as_marked_has_everything_right():
    figures = score_sentence(MARKED, [RIGHT]).figures
    assert {figures[n] for n in ("anchor", "type", "mode", "parties", "status")} == {1.0}
    assert figures["false facts"] == 0


@pytest.mark.parametrize(
    ("wrong", "figure"),
    [
        (event(mode=None, actors=[("TCD", "GOV")], recipients=[("FRA", "GOV")]), "mode"),
        (event(actors=[("TCD", "MIL")], recipients=[("FRA", "GOV")]), "actors"),
        (event(actors=[("TCD", "GOV")]), "recipients"),
        (event(status="negated"), "status"),
        (event("COERCE", None), "type"),
        (event(anchor=(0, 4)), "anchor"),
    ],
)
def test_what_is_wrong_is_counted_where_it_is_wrong(wrong, figure):
    assert score_sentence(MARKED, [wrong]).figures[figure] == 0
    assert any(f.kind in (figure, "type") for f in score_sentence(MARKED, [wrong]).faults) or (
        figure == "anchor"
    )


def test_a_missed_act_and_a_false_one_are_faults():
    assert [f.kind for f in score_sentence(MARKED, []).faults] == ["missed"]
    empty = read_sentence("Nothing was done there today.")
    assert [f.kind for f in score_sentence(empty, [RIGHT]).faults] == ["false"]


def test_one_event_is_right_once():
    assert score_sentence(MARKED, [RIGHT, RIGHT]).figures["type precision"] == 0.5


def test_what_is_only_promised_and_told_as_done_is_a_false_fact():
    marked = read_sentence("[Fiji|a1 FJI.GOV] [promised|1=AGREE] a [visit|1~CONSULT.visit].")
    told = event("CONSULT", "visit", (16, 21))
    assert score_sentence(marked, [told]).figures["false facts"] == 1
    promised = event("AGREE", None, (5, 13))
    assert score_sentence(marked, [promised]).figures["false facts"] == 0


def test_scores_add_up():
    both = score_sentence(MARKED, [RIGHT]) + score_sentence(MARKED, [])
    assert both.figures["type"] == pytest.approx(2 / 3)
    assert EventScore().figures["type"] == 0
