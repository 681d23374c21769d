from __future__ import annotations

import pytest

from dragoman import Coder
from dragoman.stages.coreference.home_state import home_state

LOCAL = """GAZIPUR: Garment workers of forty factories stayed on strike yesterday. \
Workers blocked the road from Dhaka to Mymensingh.

Police detained fourteen of them. A court sentenced an organiser to six months in prison.

The Indian high commission in Dhaka said it was following the situation.
"""
COUNCIL = """NEW YORK, 5 June 2025. The United States vetoed a resolution of the United Nations \
Security Council on Wednesday. The Council had voted on a truce. The United Nations regretted the \
veto of the United States.

The resolution demanded the release of all hostages. The Council did not mention police.
"""
TWO = """Thailand and Cambodia accused each other of opening fire. Thailand summoned the \
ambassador of Cambodia. Cambodia and Thailand closed the border.

The army said that two soldiers had been wounded.
"""


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(coder="tables")


@pytest.mark.parametrize(
    ("text", "title", "wanted"),
    [(LOCAL, "Strike enters third day", "BGD"), (COUNCIL, "", None), (TWO, "", None)],
)
def test_a_report_is_at_home_in_the_state_it_mostly_tells_of(coder, text, title, wanted):
    assert home_state(coder.code(text, title=title, published="2025-06-06")) == wanted


def test_people_of_a_paragraph_without_another_state_are_of_the_home_state(coder):
    report = coder.code(LOCAL, title="Strike enters third day", published="2025-06-06")
    found = {report.words(m.span): m.actor for m in report.mentions}
    assert found["Police"].country == "BGD"
    assert "at home" in (found["Police"].reason or "")


def test_in_a_report_of_two_states_nobody_is_given_one(coder):
    report = coder.code(TWO, published="2025-06-06")
    found = {report.words(m.span): m.actor for m in report.mentions}
    assert found["army"].country is None
