"""The report this project starts from; its text is not part of the project, so it may be absent."""

from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman.record import Event, Report
from tests.test_pipeline import check_spans

SEED = Path(__file__).parents[2] / "shared" / "reports" / "seed-report.txt"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seed report is not here")


@pytest.fixture(scope="module")
def seed(coder: dragoman.Coder) -> Report:
    return coder.code(SEED.read_text(encoding="utf-8"), published="2025-08-19")


def names(parties: tuple) -> set[str]:
    return {p.name or f"{p.country} {p.sector}" for p in parties}


def one(report: Report, kind: str, actors: set[str], mode: str | None = None) -> Event:
    found = [
        e
        for e in report.events
        if e.type == kind and names(e.actors) == actors and (mode is None or e.mode == mode)
    ]
    assert len(found) == 1, [(e.type, e.mode, names(e.actors)) for e in report.events]
    return found[0]


def sources(report: Report, event: Event) -> list[str]:
    return [s.source.name or report.words(s.source.span) for s in event.said_by if s.source]


@pytest.mark.parametrize(
    ("other", "country"), [("Marco Rubio", "USA"), ("Jean-Noël Barrot", "FRA")]
)
def test_each_phone_call_is_an_event_of_the_day(seed: Report, other: str, country: str) -> None:
    call = one(seed, "CONSULT", {"Hakan Fidan", other}, "phone")
    assert call.when is not None
    assert call.when.value == "2025-08-19"
    assert {(p.country, p.sector) for p in call.actors} == {("TUR", "GOV"), (country, "GOV")}
    assert all(p.office for p in call.actors)
    assert call.status == "actual"


def test_the_alaska_meeting_is_told_by_turkish_sources(seed: Report) -> None:
    meeting = one(seed, "CONSULT", {"Donald Trump", "Vladimir Putin"})
    assert meeting.when is not None
    assert meeting.when.value == "2025-08-15"
    assert meeting.where is not None
    assert meeting.where.name == "Alaska"
    assert any("sources" in s for s in sources(seed, meeting))


def test_the_washington_talks_are_told_by_turkish_sources(seed: Report) -> None:
    (talks,) = [
        e for e in seed.events if e.type == "CONSULT" and "Volodymyr Zelenskyy" in names(e.actors)
    ]
    assert "Donald Trump" in names(talks.actors)
    assert any(p.country == "EUR" for p in talks.actors)
    assert talks.when is not None
    assert talks.when.value == "2025-08-18"
    assert talks.where is not None
    assert talks.where.name.startswith("Washington")
    assert any("sources" in s for s in sources(seed, talks))


def test_the_willingness_to_support_is_an_agreement(seed: Report) -> None:
    (offer,) = [e for e in seed.events if e.type == "AGREE"]
    assert {p.country for p in offer.actors} == {"TUR"}
    assert [c.type for c in offer.concerns] == ["SUPPORT"]


def test_the_call_to_halt_the_killing_is_a_request_told_by_pigott(seed: Report) -> None:
    request = one(seed, "REQUEST", {"Hakan Fidan", "Marco Rubio"}, "yield")
    assert sources(seed, request) == ["Tommy Pigott"]
    assert {p.country for p in request.recipients} == {"RUS", "UKR"}
    said = request.said_by[0].source
    assert said is not None
    assert (said.country, said.sector) == ("USA", "GOV")


def test_the_invasion_is_dated_to_the_month(seed: Report) -> None:
    (invasion,) = [
        e for e in seed.events if e.type == "ASSAULT" and {p.country for p in e.actors} == {"RUS"}
    ]
    assert {p.country for p in invasion.recipients} == {"UKR"}
    assert invasion.when is not None
    assert invasion.when.value == "2022-02"


def test_the_campaign_in_gaza_has_its_dead_and_its_place(seed: Report) -> None:
    (campaign,) = [
        e for e in seed.events if e.type == "ASSAULT" and {p.country for p in e.actors} == {"ISR"}
    ]
    assert campaign.dead is not None
    assert (campaign.dead.value, campaign.dead.bound) == (62_000, "more than")
    assert campaign.where is not None
    assert campaign.where.name.startswith("Gaza")
    assert {p.country for p in campaign.recipients} == {"PSE"}
    assert campaign.when is not None
    assert campaign.when.value == "2023-10/.."


def test_fidan_asks_for_a_ceasefire_and_for_aid(seed: Report) -> None:
    asked = [e for e in seed.events if e.type == "REQUEST" and names(e.actors) == {"Hakan Fidan"}]
    assert {(e.mode, e.concerns[0].type) for e in asked} == {
        ("yield", "RETREAT"),
        ("assist", "AID"),
    }


def test_both_support_the_integrity_of_syria(seed: Report) -> None:
    support = one(seed, "SUPPORT", {"Hakan Fidan", "Marco Rubio"})
    assert {p.country for p in support.recipients} == {"SYR"}


def test_the_agreement_has_its_day_its_mediator_and_its_teller(seed: Report) -> None:
    (signed,) = [e for e in seed.events if {p.country for p in e.actors} == {"ARM", "AZE"}]
    assert signed.type == "SUPPORT"
    assert {p.country for p in signed.mediators} == {"USA"}
    assert signed.when is not None
    assert signed.when.value == "2025-08-08"
    assert sources(seed, signed) == ["Tommy Pigott"]


@pytest.mark.parametrize("words", ["an advanced stage", "Major obstacles"])
def test_what_was_only_said_is_a_statement_with_its_source(seed: Report, words: str) -> None:
    told = [seed.attributions[s.attribution] for s in seed.statements]
    (attribution,) = [a for a in told if any(words in seed.words(content) for content in a.content)]
    assert attribution.source


def test_nothing_only_called_for_or_aimed_at_is_done(seed: Report) -> None:
    done = {(e.type, e.mode) for e in seed.events if e.status == "actual"}
    assert ("RETREAT", "ceasefire") not in done
    assert not {t for t, _ in done} & {"AID", "COOPERATE"}


def test_every_span_of_the_seed_report_lies_in_its_text(seed: Report) -> None:
    check_spans(seed)
