from __future__ import annotations

from itertools import pairwise

import pytest

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.names import NameEntry, NameFinder

KNOWLEDGE = Knowledge.load()


def found(text: str) -> list[tuple[str, str]]:
    return [
        (hit.span.cut(text), entry.id) for hit in KNOWLEDGE.find(text) for entry in hit.entries[:1]
    ]


def words(text: str) -> list[str]:
    return [hit.span.cut(text) for hit in KNOWLEDGE.find(text)]


def kinds(text: str) -> set[str]:
    return {entry.kind for hit in KNOWLEDGE.find(text) for entry in hit.entries}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S.-brokered truce held.", [("U.S.", "USA")]),
        ("He left the U.S.", [("U.S.", "USA")]),
        ("U.S.' allies met.", [("U.S.", "USA")]),
        ("US forces withdrew.", [("US", "USA")]),
        ("They told us that the us of it was lost.", []),
        ("It costs US$5 million.", []),
        ("The U.K. and the UAE agreed.", [("U.K.", "GBR"), ("UAE", "ARE")]),
        ("the turkey was cold", []),
        ("Türkiye’s parliament voted.", [("Türkiye", "TUR")]),
        ("Turkiye voted, Turkey said.", [("Turkiye", "TUR"), ("Turkey", "TUR")]),
        ("ANKARA, Aug 19", [("ANKARA", "TUR")]),
        ("Nigerian and Nigerien troops", [("Nigerian", "NGA"), ("Nigerien", "NER")]),
        ("Niger and Nigeria", [("Niger", "NER"), ("Nigeria", "NGA")]),
        ("Guinea-Bissau and Guinea", [("Guinea-Bissau", "GNB"), ("Guinea", "GIN")]),
        ("Equatorial Guinea", [("Equatorial Guinea", "GNQ")]),
        ("Papua New Guinea", [("Papua New Guinea", "PNG")]),
        ("South Sudanese rebels", [("South Sudanese", "SSD")]),
        ("Sudanese rebels", [("Sudanese", "SDN")]),
        ("Somalia, not Mali", [("Somalia", "SOM"), ("Mali", "MLI")]),
        ("Sino-Russian ties", [("Sino", "CHN"), ("Russian", "RUS")]),
        ("a Franco-German plan", [("Franco", "FRA"), ("German", "DEU")]),
        ("Franco died in 1975.", []),
        ("Côte d’Ivoire and Ivory Coast", [("Côte d’Ivoire", "CIV"), ("Ivory Coast", "CIV")]),
        ("the Czech Republic, or Czechia", [("Czech Republic", "CZE"), ("Czechia", "CZE")]),
        ("Myanmar, once Burma", [("Myanmar", "MMR"), ("Burma", "MMR")]),
        ("DR Congo and the DRC", [("DR Congo", "COD"), ("DRC", "COD")]),
        ("South Korea and the DPRK", [("South Korea", "KOR"), ("DPRK", "PRK")]),
        ("the United\nKingdom", [("United\nKingdom", "GBR")]),
        ("Georgian Dream won in Georgia.", [("Georgian Dream", ""), ("Georgia", "GEO")]),
    ],
)
def test_countries_are_found_as_they_are_written(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(w, i if e[1] else "") for (w, i), e in zip(found(text), expected, strict=True)] == (
        expected
    )


@pytest.mark.parametrize(
    "text",
    [
        "Latin America and South America",
        "New Mexico and New England",
        "the Persian Gulf, the Indian Ocean and the Gulf of Mexico",
        "the Jordan Valley",
        "French fries and a guinea pig",
        "the Paris Agreement",
        "African Americans",
    ],
)
def test_longer_names_hide_the_countries_inside_them(text: str) -> None:
    assert found(text) == []


def test_washington_is_a_capital() -> None:
    assert "capital" in kinds("Washington said so.")


def test_a_paragraph_break_parts_a_name() -> None:
    assert "GBR" not in {owner for _, owner in found("United\n\nKingdom")}


def test_a_territory_gets_the_code_of_its_state() -> None:
    (hit,) = KNOWLEDGE.find("Puerto Rico")
    assert (hit.entries[0].id, hit.entries[0].country) == ("PRI", "USA")


def test_partly_recognized_entities_get_the_claiming_state_and_a_sector() -> None:
    (hit,) = KNOWLEDGE.find("Abkhazia")
    assert (hit.entries[0].country, hit.entries[0].sector) == ("GEO", "PRE")


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Kremlin", "RUS", "GOV"),
        ("White House", "USA", "GOV"),
        ("Downing Street", "GBR", "GOV"),
        ("Elysée", "FRA", "GOV"),
        ("Quai d'Orsay", "FRA", "GOV"),
        ("Capitol Hill", "USA", "LEG"),
        ("Foggy Bottom", "USA", "GOV"),
        ("Zhongnanhai", "CHN", "GOV"),
        ("Blue House", "KOR", "GOV"),
        ("Bankova", "UKR", "GOV"),
        ("Rashtrapati Bhavan", "IND", "GOV"),
        ("Palazzo Chigi", "ITA", "GOV"),
        ("Beştepe", "TUR", "GOV"),
        ("Zarzuela Palace", "ESP", "GOV"),
    ],
)
def test_seats_stand_for_a_branch_of_a_state(text: str, country: str, sector: str) -> None:
    entries = [entry for hit in KNOWLEDGE.find(text) for entry in hit.entries]
    assert (country, sector) in [(entry.country, entry.sector) for entry in entries]


def test_the_pentagon_is_government_and_military() -> None:
    (hit,) = KNOWLEDGE.find("Pentagon")
    assert hit.entries[0].sectors == ("GOV", "MIL")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Volodymyr Zelenskyy", "volodymyr-zelenskyy"),
        ("Volodymyr Zelensky", "volodymyr-zelenskyy"),
        ("Volodymyr Zelenskiy", "volodymyr-zelenskyy"),
        ("Recep Tayyip Erdogan", "recep-tayyip-erdogan"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Jean-Noel Barrot", "jean-noel-barrot"),
        ("Jean Noël Barrot", "jean-noel-barrot"),
        ("Ahmed al-Sharaa", "ahmed-al-sharaa"),
        ("Ahmed Al-Sharaa", "ahmed-al-sharaa"),
        ("Ahmad Sharaa", "ahmed-al-sharaa"),
        ("Abu Mohammad al-Julani", "ahmed-al-sharaa"),
        ("Kim Jong-un", "kim-jong-un"),
        ("Kim Jong Un", "kim-jong-un"),
        ("Joseph Biden", "joe-biden"),
        ("Joe Biden", "joe-biden"),
        ("Muammar Gadhafi", "muammar-gaddafi"),
        ("Alexander Lukashenko", "alexander-lukashenko"),
        ("King Charles", "charles-iii"),
        ("Pope Francis", "pope-francis"),
        ("Sergey Lavrov", "sergei-lavrov"),
        ("Gideon Saar", "gideon-saar"),
        ("Tommy Pigott", "tommy-pigott"),
        ("King Philippe", "philippe-of-belgium"),
        ("Hemedti", "mohamed-hamdan-dagalo"),
    ],
)
def test_people_are_found_in_all_their_spellings(text: str, person: str) -> None:
    assert found(text) == [(text, person)]


def test_israel_katz_is_a_person_not_a_country() -> None:
    assert found("Israel Katz spoke.") == [("Israel Katz", "israel-katz")]


def test_a_family_name_alone_is_found_only_when_asked() -> None:
    text = "The Trump-Putin talks"
    assert words(text) == []
    asked = KNOWLEDGE.find(text, families=True)
    assert [hit.span.cut(text) for hit in asked] == ["Trump", "Putin"]
    assert {entry.kind for hit in asked for entry in hit.entries} == {"family"}


def test_capitals_decide_between_who_and_the_organization() -> None:
    assert words("WHO asked who was ill.") == ["WHO"]


def test_a_given_name_that_is_a_country_is_marked() -> None:
    (hit,) = KNOWLEDGE.find("Jordan")
    assert hit.entries[0].given


def test_hits_never_overlap_and_stand_in_order() -> None:
    text = (
        "UN Security Council and United Nations officials in Addis Ababa, Ethiopia, met Kofi Annan."
    )
    spans = [hit.span for hit in KNOWLEDGE.find(text)]
    assert spans
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_no_name_is_found_inside_a_word() -> None:
    finder = NameFinder([NameEntry(kind="name", id="X", alias="Oman", rule="t:1")])
    assert finder.find("Romano, Omani and Womans") == ()
    assert len(finder.find("non-Oman, Oman's (Oman)")) == 3


def test_the_longest_name_wins() -> None:
    entries = [
        NameEntry(kind="name", id=alias, alias=alias, rule="t:1")
        for alias in ("Iran", "Iran Air", "Air")
    ]
    (hit,) = NameFinder(entries).find("Iran Air")
    assert hit.entries[0].id == "Iran Air"


def test_every_entry_names_the_row_it_comes_from() -> None:
    assert all(entry.rule.startswith("tables/") for entry in KNOWLEDGE.names)
