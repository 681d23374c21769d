from __future__ import annotations

from datetime import date

import pytest

from dragoman.stages.who import who

DATED = (
    ("Turkish foreign minister", "2019-05-01", "TUR", "Mevlüt Çavuşoğlu"),
    ("the Turkish foreign minister", "2024-05-01", "TUR", "Hakan Fidan"),
    ("U.S. Secretary of State", "2014-06-01", "USA", "John Kerry"),
    ("president of the European Commission", "2024-01-01", "EUR", "Ursula von der Leyen"),
    ("Queen of Denmark", "2020-01-01", "DNK", "Margrethe II"),
    ("Iranian president", "2023-01-01", "IRN", "Ebrahim Raisi"),
    ("King Abdullah II of Jordan", "2010-01-01", "JOR", "Abdullah II"),
    ("Merkel", "2015-01-01", "DEU", "Angela Merkel"),
    ("Indian foreign secretary", "2023-01-01", "IND", None),
    ("former French president", "2024-01-01", "FRA", None),
    ("Nigerian Information Minister Lai Mohammed", "2022-01-01", "NGA", "Lai Mohammed"),
)

UNDATED = (
    ("Turkish diplomatic sources", "TUR", "GOV"),
    ("Israel's army", "ISR", "MIL"),
    ("lawmakers in Kenya", "KEN", "LEG"),
    ("Kremlin", "RUS", "GOV"),
    ("Ankara", "TUR", "GOV"),
    ("Palestinians", "PSE", "CVL"),
    ("police", None, "COP"),
)


@pytest.mark.parametrize(("words", "on", "country", "name"), DATED)
def test_words_with_a_date_mean_the_holder_of_the_day(
    words: str, on: str, country: str, name: str | None
) -> None:
    actor = who(words, date.fromisoformat(on))
    assert actor is not None
    assert (actor.country, actor.name) == (country, name)


@pytest.mark.parametrize(("words", "country", "sector"), UNDATED)
def test_words_without_a_date_give_country_and_sector(
    words: str, country: str | None, sector: str
) -> None:
    actor = who(words)
    assert actor is not None
    assert (actor.country, actor.sector) == (country, sector)


def test_a_title_without_a_date_means_nobody() -> None:
    actor = who("Turkish foreign minister")
    assert actor is not None
    assert actor.id is None


def test_a_known_name_without_a_date_is_still_that_person_without_office() -> None:
    actor = who("Marco Rubio")
    assert actor is not None
    assert (actor.id, actor.country, actor.office) == ("marco-rubio", "USA", None)


@pytest.mark.parametrize("words", ["", "  ", "nonsense", "of the", "-"])
def test_words_that_name_no_actor_have_no_answer(words: str) -> None:
    assert who(words) is None


def test_an_answer_says_its_reason() -> None:
    actor = who("the Turkish foreign minister", date(2024, 5, 1))
    assert actor is not None
    assert actor.reason is not None
    assert "terms" in actor.reason


@pytest.mark.parametrize(
    ("words", "on", "person", "office"),
    [
        ("Japanese Prime Minister", "1980-06-11", "masayoshi-ohira", "Prime Minister"),
        ("Prime Minister of Japan", "1980-07-09", "masayoshi-ito", "Prime Minister"),
        ("Emperor of Japan", "1980-07-09", "hirohito", "Emperor"),
        ("President Houphouet-Boigny", "1962-05-22", "felix-houphouet-boigny", "President"),
        ("President Houphouet-Boigny", "1987-01-12", "felix-houphouet-boigny", "President"),
        ("President Oduber of Costa Rica", "1976-02-23", "daniel-oduber", "President"),
        ("King Hussein of Jordan", "1959-03-24", "hussein-of-jordan", "King"),
        ("King Hussein I of Jordan", "1998-03-19", "hussein-of-jordan", "King"),
        (
            "President Mijatovic of Yugoslavia",
            "1980-06-24",
            "cvijetin-mijatovic",
            "President of the Presidency of Yugoslavia",
        ),
    ],
)
def test_one_person_has_one_id_in_all_spellings(
    words: str, on: str, person: str, office: str
) -> None:
    actor = who(words, date.fromisoformat(on))
    assert actor is not None
    assert (actor.id, actor.office) == (person, office)
