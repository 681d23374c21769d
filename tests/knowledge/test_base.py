from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import BadTable
from dragoman.knowledge.base import Knowledge

KNOWLEDGE = Knowledge.load()


def day(written: str) -> date:
    return date.fromisoformat(written)


def holders(owner: str, role: str, on: str) -> list[str]:
    return [term.person for term in KNOWLEDGE.holders(owner, role, day(on))]


@pytest.mark.parametrize(
    ("owner", "role", "on", "person"),
    [
        ("TUR", "FM", "2019-05-01", "mevlut-cavusoglu"),
        ("TUR", "FM", "2025-03-01", "hakan-fidan"),
        ("TUR", "FM", "2015-10-01", "feridun-sinirlioglu"),
        ("TUR", "HOS", "2010-01-01", "abdullah-gul"),
        ("TUR", "HOG", "2010-01-01", "recep-tayyip-erdogan"),
        ("USA", "FM", "2025-08-19", "marco-rubio"),
        ("USA", "FM", "2003-02-05", "colin-powell"),
        ("USA", "HOS", "2012-01-01", "barack-obama"),
        ("USA", "DM", "2022-02-24", "lloyd-austin"),
        ("FRA", "FM", "2025-08-19", "jean-noel-barrot"),
        ("FRA", "HOS", "2008-08-12", "nicolas-sarkozy"),
        ("GBR", "HOG", "2003-03-20", "tony-blair"),
        ("GBR", "FM", "2017-06-01", "boris-johnson"),
        ("DEU", "HOG", "2015-09-01", "angela-merkel"),
        ("RUS", "HOS", "2010-06-01", "dmitry-medvedev"),
        ("RUS", "FM", "2014-03-18", "sergei-lavrov"),
        ("UKR", "FM", "2022-02-24", "dmytro-kuleba"),
        ("UKR", "FM", "2025-08-19", "andrii-sybiha"),
        ("CHN", "FM", "2023-03-01", "qin-gang"),
        ("CHN", "FM", "2024-03-01", "wang-yi"),
        ("ISR", "HOG", "2007-05-01", "ehud-olmert"),
        ("IRN", "FM", "2015-07-14", "mohammad-javad-zarif"),
        ("EGY", "HOS", "2012-11-21", "mohamed-morsi"),
        ("SYR", "HOS", "2013-08-21", "bashar-al-assad"),
        ("SYR", "HOS", "2025-08-19", "ahmed-al-sharaa"),
        ("IRQ", "HOS", "2002-10-01", "saddam-hussein"),
        ("ARM", "HOG", "2025-08-08", "nikol-pashinyan"),
        ("AZE", "HOS", "2025-08-08", "ilham-aliyev"),
        ("KOS", "HOS", "2024-01-01", "vjosa-osmani"),
        ("KOR", "HOG", "2023-01-01", "han-duck-soo"),
        ("VAT", "HOS", "2010-01-01", "benedict-xvi"),
        ("un", "ORGHEAD", "2003-03-20", "kofi-annan"),
        ("un", "ORGHEAD", "2025-01-01", "antonio-guterres"),
        ("nato", "ORGHEAD", "2022-06-29", "jens-stoltenberg"),
        ("nato", "ORGHEAD", "2025-06-24", "mark-rutte"),
        ("iaea", "ORGHEAD", "2025-06-13", "rafael-grossi"),
        ("eu", "FM", "2025-01-15", "kaja-kallas"),
        ("european-commission", "ORGHEAD", "2010-01-15", "jose-manuel-durao-barroso"),
        ("hezbollah", "ORGHEAD", "2006-07-12", "hassan-nasrallah"),
    ],
)
def test_a_post_has_its_holder_on_the_day(owner: str, role: str, on: str, person: str) -> None:
    assert holders(owner, role, on)[0] == person


def test_a_day_of_handover_has_two_holders_the_new_one_first() -> None:
    assert holders("TUR", "FM", "2023-06-03") == ["hakan-fidan", "mevlut-cavusoglu"]


def test_an_unknown_post_has_no_holder() -> None:
    assert holders("TUV", "DM", "2020-01-01") == []


def test_a_title_tells_the_president_from_the_supreme_leader() -> None:
    found = [
        term.person
        for role in ("HOS", "HOG")
        for term in KNOWLEDGE.holders("IRN", role, day("2015-01-01"), title="president")
    ]
    assert found == ["hassan-rouhani"]


@pytest.mark.parametrize(
    ("person", "on", "title"),
    [
        ("marco-rubio", "2025-08-19", "Secretary of State"),
        ("hakan-fidan", "2020-01-01", "Director of the National Intelligence Organization"),
        ("hakan-fidan", "2025-01-01", "Minister of Foreign Affairs"),
        ("vladimir-putin", "2010-01-01", "Prime Minister"),
        ("vladimir-putin", "2022-02-24", "President"),
        ("ursula-von-der-leyen", "2016-01-01", "Federal Minister of Defence"),
        ("ursula-von-der-leyen", "2022-01-01", "President of the European Commission"),
        ("geir-pedersen", "2023-01-01", "Special Envoy for Syria"),
        ("tommy-pigott", "2025-08-08", "Principal Deputy Spokesperson of the Department of State"),
    ],
)
def test_a_person_has_an_office_on_a_day(person: str, on: str, title: str) -> None:
    term = KNOWLEDGE.office_at(person, day(on))
    assert term
    assert term.title == title


def test_out_of_office_is_no_office() -> None:
    assert KNOWLEDGE.office_at("barack-obama", day("2024-01-01")) is None


def test_an_answer_past_the_day_of_checking_is_stale() -> None:
    (term,) = KNOWLEDGE.holders("TUR", "FM", day("2030-01-01"))
    assert term.stale(day("2030-01-01"))
    assert not term.stale(day("2025-01-01"))


@pytest.mark.parametrize(
    ("words", "iso3"),
    [
        ("Turkey", "TUR"),
        ("türkiye", "TUR"),
        ("Turkish", "TUR"),
        ("Turks", "TUR"),
        ("the United States", "USA"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("the Netherlands", "NLD"),
        ("Briton", "GBR"),
        ("Frenchwoman", "FRA"),
        ("Poles", "POL"),
        ("Palestinian", "PSE"),
        ("Kosovar", "KOS"),
        ("Filipina", "PHL"),
        ("Soviet Union", "RUS"),
    ],
)
def test_a_country_is_known_by_its_names_and_its_people(words: str, iso3: str) -> None:
    country = KNOWLEDGE.country_named(words)
    assert country
    assert country.iso3 == iso3


@pytest.mark.parametrize("words", ["us", "Kurdish", "Congo", "Korean", "Dominican", "Atlantis"])
def test_words_of_no_country_or_of_two_name_none(words: str) -> None:
    assert KNOWLEDGE.country_named(words) is None


def test_two_congos_are_both_named() -> None:
    assert {entry.id for entry in KNOWLEDGE.named("Congo")} == {"COD", "COG"}


STATES = sorted(country.iso3 for country in KNOWLEDGE.countries.values() if country.state)


def test_the_states_are_those_of_the_correlates_of_war_and_four_more() -> None:
    assert len(STATES) == 197
    assert {"VAT", "PSE", "KOS", "TWN"} <= set(STATES)
    assert "HKG" not in STATES


@pytest.mark.parametrize("kind", ["name", "adjective", "demonym", "demonym_plural", "capital"])
def test_every_state_has_its_names(kind: str) -> None:
    named = {entry.id for entry in KNOWLEDGE.names if entry.kind == kind}
    # The capital of Maldives and of Seychelles are an English word and a given name; nobody is
    # called after the Holy See.
    without = {"capital": {"MDV", "SYC"}, "demonym_plural": {"VAT"}}
    assert set(STATES) - named == without.get(kind, set())


def test_there_are_at_least_sixty_seats() -> None:
    assert sum(entry.kind == "seat" for entry in KNOWLEDGE.names) >= 60


def test_kosovo_has_one_code() -> None:
    kosovo = KNOWLEDGE.country("XKX")
    assert kosovo
    assert kosovo.iso3 == "KOS"
    assert kosovo == KNOWLEDGE.country("KOS")


def test_hong_kong_keeps_its_code_and_greenland_does_not() -> None:
    codes = {iso3: KNOWLEDGE.countries[iso3].code for iso3 in ("HKG", "GRL", "TWN")}
    assert codes == {"HKG": "HKG", "GRL": "DNK", "TWN": "TWN"}


def test_a_family_name_may_mean_several_people() -> None:
    ids = {person.id for person in KNOWLEDGE.people_by_family("Bush")}
    assert {"george-w-bush", "george-h-w-bush"} <= ids


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Fidan", "hakan-fidan"),
        ("Zelensky", "volodymyr-zelenskyy"),
        ("Sharaa", "ahmed-al-sharaa"),
        ("al-Sharaa", "ahmed-al-sharaa"),
        ("bin Salman", "mohammed-bin-salman"),
        ("Erdogan", "recep-tayyip-erdogan"),
        ("Xi", "xi-jinping"),
    ],
)
def test_a_family_name_leads_to_the_person(name: str, person: str) -> None:
    assert person in {one.id for one in KNOWLEDGE.people_by_family(name)}


@pytest.mark.parametrize(
    ("on", "sector"), [("2000-01-01", "GOV"), ("2010-01-01", "REB"), ("2023-01-01", "GOV")]
)
def test_a_group_has_a_status_on_a_day(on: str, sector: str) -> None:
    status = KNOWLEDGE.group_status("taliban", day(on))
    assert status
    assert status.sector == sector


def test_nothing_is_known_of_nobody() -> None:
    assert KNOWLEDGE.person("nobody") is None
    assert KNOWLEDGE.organization("nothing") is None
    assert KNOWLEDGE.group("nothing") is None
    assert KNOWLEDGE.terms_of("nobody") == ()
    assert KNOWLEDGE.group_status("nothing", day("2020-01-01")) is None
    assert KNOWLEDGE.country("XXX") is None


def test_loading_twice_is_loading_once() -> None:
    assert Knowledge.load() is KNOWLEDGE


PEOPLE = "id\tname\tfamily\taliases\tgender\twikidata\tsource\tlicence\n"


def test_a_folder_of_the_user_extends_and_overrides_the_tables(tmp_path: Path) -> None:
    table = tmp_path / "people_hand.tsv"
    table.write_text(
        PEOPLE
        + "ada-example\tAda Example\tExample\t\tf\t\tmine\tCC0\n"
        + "hakan-fidan\tHakan Fidan\tFidan\tH. Fidan\tm\t\tmine\tCC0\n",
        encoding="utf-8",
    )
    knowledge = Knowledge.load(tmp_path)
    assert [hit.entries[0].id for hit in knowledge.find("Ada Example met H. Fidan.")] == [
        "ada-example",
        "hakan-fidan",
    ]
    assert knowledge.terms_of("hakan-fidan") == KNOWLEDGE.terms_of("hakan-fidan")


def test_a_bad_date_names_file_and_line(tmp_path: Path) -> None:
    columns = (
        "person\tcountry\torganization\trole\ttitle\tfrom\tto\tprecision\tacting\tsector\tsource"
        "\tlicence\tchecked\n"
    )
    row = "x\tTUR\t\tFM\tMinister\t2023-13\t\tday\t0\tGOV\tmine\tCC0\t2025-01-01\n"
    (tmp_path / "terms_hand.tsv").write_text(columns + row, encoding="utf-8")
    with pytest.raises(BadTable, match=r"terms_hand\.tsv:2: .*date"):
        Knowledge.load(tmp_path)
