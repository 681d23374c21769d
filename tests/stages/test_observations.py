from __future__ import annotations

import pytest

from dragoman import Coder
from dragoman.stages.observations import Observation, observations


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def seen(coder: Coder, text: str, published: str | None = "2026-11-03") -> list[Observation]:
    return list(observations(coder.code(text, published=published)))


@pytest.mark.parametrize(
    "text",
    [
        "Jordan's new foreign minister, Anwar Karim, flew to Cairo on Monday.",
        "Anwar Karim, the foreign minister of Jordan, arrived in Cairo.",
        "Jordanian Foreign Minister Anwar Karim said that talks would follow.",
    ],
)
def test_a_name_beside_an_office_of_a_country_is_observed(coder: Coder, text: str) -> None:
    (one,) = seen(coder, text)
    assert (one.name, one.role, one.country) == ("Anwar Karim", "FM", "JOR")
    assert str(one.day) == "2026-11-03"


def test_an_observation_names_the_row_it_speaks_against(coder: Coder) -> None:
    (one,) = seen(coder, "Turkish Foreign Minister Mehmet Demir said so.", "2025-01-03")
    assert one.against is not None
    assert "terms_hand.tsv" in one.against


def test_what_the_tables_have_is_observed_without_contradiction(coder: Coder) -> None:
    (one,) = seen(coder, "Turkish Foreign Minister Hakan Fidan said so.", "2025-01-03")
    assert (one.actor, one.against) == ("hakan-fidan", None)


@pytest.mark.parametrize(
    "text",
    [
        "Former Jordanian foreign minister Anwar Karim said so.",
        "Jordanian Deputy Foreign Minister Anwar Karim said so.",
        "Anwar Karim said the foreign minister of Jordan would resign.",
        "Karim said so.",
    ],
)
def test_what_is_no_office_held_is_not_observed(coder: Coder, text: str) -> None:
    assert not [one for one in seen(coder, text) if one.role == "FM" and "Karim" in one.name]


def test_a_report_without_a_date_observes_nothing(coder: Coder) -> None:
    assert seen(coder, "Jordanian Foreign Minister Anwar Karim said so.", None) == []
