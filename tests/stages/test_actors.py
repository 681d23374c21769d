from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record import Mention
from tests.stages.actor_checks import Case, cases, linked, mention


def _same(expected: str, found: str | None) -> bool:
    return not expected or (found is None if expected == "-" else found == expected)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.rule} {case.words}")
def test_the_words_mean_the_actor_of_the_case(case: Case) -> None:
    report = linked(case.text, case.published)
    found = mention(report, case.words)
    if case.country == "no mention":
        assert found is None
        return
    assert isinstance(found, Mention), [report.words(m.span) for m in report.mentions]
    actor = found.actor
    told = (actor.country, actor.sector, actor.name, actor.office)
    wanted = (case.country, case.sector, case.name, case.office)
    assert all(_same(w, t) for w, t in zip(wanted, told, strict=True)), told


WORDS = (
    "the U.S.-China Turkish and American foreign ministers of 's - , President Trump Fidan Chad "
    "Lake al-Sharaa his its They both officials Hamas Ankara Kremlin former ex-president Mr. Col. "
    "“ ” said that met with in Israel's army Michael Jordan pro-Russian U.S.-brokered it Rubio "
    "Prime Minister-designate EU who New Delhi's Putin's spokesman countries sides two leaders . We"
).split()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_mentions_of_any_words_lie_in_their_sentence_and_name_known_members(
    words: list[str],
) -> None:
    report = linked(" ".join(words), "2025-08-19")
    chains = {m.chain for m in report.mentions}
    for found in report.mentions:
        assert 0 <= found.span.start < found.span.end <= len(report.text)
        assert found.span.overlaps(found.head)
        assert set(found.members) <= chains


def test_mentions_stand_in_text_order() -> None:
    report = linked("Turkish and Greek officials met. Both sides thanked Qatar.", "2025-08-19")
    assert [m.span.start for m in report.mentions] == sorted(m.span.start for m in report.mentions)


def test_a_report_without_sentences_has_no_mentions() -> None:
    assert linked("", "2025-08-19").mentions == ()


def test_every_mention_says_why() -> None:
    report = linked("The Turkish foreign minister met Putin. He thanked him.", "2025-08-19")
    assert all(m.reason for m in report.mentions)
