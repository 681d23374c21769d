"""What the learned coder may do to the drafts of the tables, and what it may not."""

from __future__ import annotations

import pytest

import dragoman
from dragoman.record import Status


def coded(coder, text):
    return coder.code(text, published="2024-05-15").events


def test_a_bare_role_takes_the_state_that_a_word_of_the_sentence_names(coder):
    (event,) = coded(coder, "Gunmen abducted twelve students from a school in Nigeria.")
    (victims,) = event.recipients
    assert victims.country == "NGA"
    assert "'Nigeria'" in victims.reason


@pytest.mark.parametrize(
    "text",
    [
        "Israel denied that its forces had attacked the hospital.",
        "The army did not shell the town, the ministry said.",
        "The United States will not attack Iran, the Pentagon said.",
    ],
)
def test_what_the_words_mark_as_not_done_is_never_told_as_done(coder, text):
    told = [e for e in coded(coder, text) if e.type == "ASSAULT" and e.status is Status.ACTUAL]
    assert told == []


def test_each_event_has_a_confidence_and_a_reason_for_its_type(coder):
    (event,) = coded(coder, "Norway expelled two Russian diplomats on Tuesday.")
    assert 0 < event.confidence <= 1
    assert any(e.field == "type" and "share" in e.reason for e in event.evidence)


def test_separate_calls_stay_two(coder):
    text = (
        "The Turkish foreign minister held separate phone conversations with his Egyptian and "
        "Jordanian counterparts on Tuesday."
    )
    calls = [e for e in coded(coder, text) if e.type == "CONSULT"]
    assert [len(call.actors) for call in calls] in ([2, 2], [3])


def test_without_the_network_no_event_speaks_of_it():
    tables = dragoman.Coder(coder="tables")
    events = coded(tables, "Norway expelled two Russian diplomats on Tuesday.")
    assert events
    assert not any("share" in e.reason for event in events for e in event.evidence)


def test_coding_again_and_after_others_gives_the_same(coder):
    text = "Police in Nairobi arrested 40 demonstrators, and Kenya recalled its envoy to Juba."
    first = coder.code(text, published="2024-05-15").to_json()
    coder.code("Norway expelled two Russian diplomats.", published="2024-05-15")
    assert coder.code(text, published="2024-05-15").to_json() == first


def test_a_speaker_who_says_we_gets_no_state_from_where_he_speaks(coder):
    text = '"We shall not sign this agreement," the rebel spokesman told delegates in Doha.'
    assert "QAT" not in {a.country for e in coded(coder, text) for a in e.actors}


def test_the_counterpart_of_one_who_reigns_and_governs_is_nobody_where_two_share_that(coder):
    text = "Kenya's president spoke by phone with his Ugandan counterpart on Monday."
    (call,) = coder.code(text, published="2026-03-04").events
    assert [(a.name is None, a.country) for a in call.actors] == [(False, "KEN"), (True, "UGA")]


def test_the_press_that_is_told_of_a_threat_is_not_threatened(coder):
    text = (
        "Rwanda's foreign minister told reporters that Kigali would close the border with Uganda."
    )
    parties = [p.sector for event in coded(coder, text) for p in event.recipients]
    assert "JRN" not in parties


def codes(parties):
    return [(party.country, party.sector) for party in parties]


def test_a_capital_that_the_network_sees_as_recipient_stands_for_its_government(coder):
    (event,) = coded(coder, "Accra downgraded its mission in Minsk to a consulate.")
    assert codes(event.recipients) == [("BLR", "GOV")]
    assert "capital" in event.recipients[0].reason


def test_a_number_alone_counts_people_to_whom_violence_or_force_is_done(coder):
    (event,) = coded(coder, "Kenyan police arrested nine.")
    assert codes(event.recipients) == [("KEN", "CVL")]


def test_who_is_shot_dead_is_found_by_a_bare_office(coder):
    (event,) = coded(coder, "Gunmen shot dead the county commissioner.")
    assert codes(event.recipients) == [(None, "GOV")]


def test_a_named_man_is_not_given_the_state_of_the_court_that_sentences_him(coder):
    event, *_ = coded(coder, "A Russian court sentenced journalist Roman Sushchenko to prison.")
    assert codes(event.recipients) == [(None, "JRN")]


def test_who_calls_off_what_he_would_do_refuses_it(coder):
    text = "Germany has cancelled a loan of 100 million euros to Georgia for its power grid."
    (event,) = coded(coder, text)
    assert (event.type, event.mode, event.status) == ("REJECT", "assist", Status.ACTUAL)
    assert [c.type for c in event.concerns] == ["AID"]


def test_one_act_that_the_network_sees_in_two_verbs_is_told_as_the_tables_read_it(coder):
    text = "Honduras announced on Wednesday that it had restored diplomatic ties with Taiwan."
    (event,) = coded(coder, text)
    assert (event.type, event.status) == ("SUPPORT", Status.ACTUAL)


@pytest.mark.parametrize(
    ("text", "act", "status"),
    [
        (
            (
                "The Russian Defence Ministry dismissed reports of shelling by Russian troops of a "
                "hospital in Kherson."
            ),
            "ASSAULT",
            "negated",
        ),
        (
            "The Indian army disputed that it had moved two brigades to the Chinese border.",
            "MOBILIZE",
            "negated",
        ),
        (
            (
                "An attempt by Russian hackers to break into the network of the Estonian tax "
                "authority was repelled."
            ),
            "COERCE",
            "negated",
        ),
        (
            (
                "Poland was said by Ukraine to have handed over a second air defence battery to "
                "Ukrainian troops."
            ),
            "AID",
            "actual",
        ),
        (
            "Plans for the Philippines to expel the Chinese ambassador have been abandoned.",
            "SANCTION",
            "negated",
        ),
        (
            "Indonesia and Papua New Guinea could not agree on a joint border patrol.",
            "REJECT",
            "actual",
        ),
        (
            "Hitmen botched an attempt to assassinate a police officer in Duran.",
            "ASSAULT",
            "negated",
        ),
    ],
)
def test_an_act_that_came_to_nothing_or_is_told_in_the_passive(coder, text, act, status):
    told = {(e.type, str(e.status)) for e in coded(coder, text) if e.type == act}
    assert told == {(act, status)}
