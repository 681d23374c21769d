"""Who "the two sides" and "the Secretary-General" are in the papers of states and bodies."""

from __future__ import annotations

import pytest

from dragoman import Coder

PAPER = """The ministers of Kazakhstan and Viet Nam held a friendly meeting.

The two sides condemned terrorism in all its forms.
"""
SIDES = """The Kazakh side praised the reforms. The Vietnamese side thanked its hosts.

Both sides condemned terrorism in all its forms.
"""
RESOLUTION = """The Security Council,

Recalling its previous resolutions,

1. Requests the Secretary-General to report every ninety days.
"""


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(coder="tables")


def sides(coder: Coder, text: str, title: str | None = None) -> set[str | None]:
    """Return the states that the last "sides" of a text means."""
    report = coder.code(text, published="2025-05-07", title=title)
    called = [m for m in report.mentions if m.span.cut(text) == "sides"]
    members = called[-1].members if called else ()
    return {m.actor.country for m in report.mentions if m.chain in members}


def test_the_sides_of_a_joint_paper_are_the_states_of_its_title(coder):
    title = "Joint Communiqué between the Republic of Kazakhstan and Viet Nam"
    assert sides(coder, PAPER, title) == {"KAZ", "VNM"}


def test_sides_that_the_text_does_not_name_stay_unknown(coder):
    title = "Joint Communiqué between the Republic of Kazakhstan and Viet Nam"
    assert sides(coder, "The two sides condemned terrorism.", title) == set()


def test_the_sides_are_the_states_of_whose_sides_the_text_speaks(coder):
    assert sides(coder, SIDES) == {"KAZ", "VNM"}


def test_a_news_title_with_two_states_says_nothing_of_the_sides(coder):
    title = "Yerevan signs statement to end war over Azerbaijan's borders"
    text = (
        "Armenia and Azerbaijan are neighbours. Russia and Turkey are, too.\n\nThe two sides spoke."
    )
    assert sides(coder, text, title) == set()


def heads(coder: Coder, text: str, title: str) -> list[str | None]:
    mentions = coder.code(text, published="2025-05-07", title=title).mentions
    return [m.actor.country for m in mentions if m.span.cut(text).endswith("Secretary-General")]


def test_the_secretary_general_is_of_the_body_named_first(coder):
    assert heads(coder, RESOLUTION, "Resolution 2791 (2025)") == ["UNO"]


def test_without_a_body_the_secretary_general_stays_unknown(coder):
    assert heads(coder, "The Secretary-General met the minister.", "Notes") == [None]
