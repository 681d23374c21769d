"""Official papers: whose they are stands in their title, their verbs may stand in capitals."""

import pytest

from dragoman.coder import Coder

COMMUNIQUE = """The Assembly, having received a briefing by the Executive Secretary:

1. CONDEMNS the bombardment of Nasir by the South Sudan People's Defence Forces;

2. CALLS UPON the Republic of the Sudan to reopen the Renk crossing to relief convoys;

3. REMAINS SEIZED of the matter.
"""
STATEMENT = """Finland condemns these sentences. We call on the Belarusian authorities to free them.

The Ministry has today summoned the Belarusian chargé d'affaires. The spokesperson thanked Poland.
"""


@pytest.fixture(scope="module")
def coder():
    return Coder()


def codes(report):
    return {
        (event.type, actor.country, recipient.country)
        for event in report.events
        for actor in event.actors
        for recipient in event.recipients
    }


def test_verbs_in_capitals_are_read_and_the_title_says_which_assembly(coder):
    report = coder.code(COMMUNIQUE, title="Communiqué of the Assembly of IGAD on South Sudan")
    found = codes(report)
    assert ("ACCUSE", "IGO", "SSD") in found
    assert ("REQUEST", "IGO", "SDN") in found
    assert all("title" in a.reason for e in report.events for a in e.actors if a.country == "IGO")


def test_without_a_title_nobody_knows_which_assembly(coder):
    assert not any(country == "IGO" for _, country, _ in codes(coder.code(COMMUNIQUE)))


def test_we_and_the_ministry_are_of_the_state_that_the_title_names(coder):
    title = "Ministry for Foreign Affairs of Finland: Statement on the sentences in Belarus"
    found = codes(coder.code(STATEMENT, title=title))
    assert ("REQUEST", "FIN", "BLR") in found
    assert ("ACCUSE", "FIN", "BLR") in found
    assert ("SUPPORT", "FIN", "POL") in found


@pytest.mark.parametrize(
    "title",
    [
        "Commons report: statement on Georgia and Belarus",
        "Joint statement by Finland and Sweden",
        "Finland sends tents",
    ],
)
def test_a_title_that_leaves_it_open_gives_no_state(coder, title):
    found = codes(coder.code(STATEMENT, title=title))
    assert ("SUPPORT", "FIN", "POL") not in found
