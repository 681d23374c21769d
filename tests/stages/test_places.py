from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from dragoman.lexicon import Row, read_table
from dragoman.models.parser import Parser
from dragoman.models.view import Parse
from dragoman.record import Actor, Mention, MentionKind, Place, Precision, Report, Span
from dragoman.stages.places import find_places, namesakes, place, toponyms

CASES = list(
    read_table(
        Path(__file__).with_name("places_cases.tsv"),
        ("text", "words", "name", "country", "admin1", "precision"),
    )
)


@cache
def parser() -> Parser:
    return Parser()


@cache
def read(text: str) -> Parse:
    return parser().read(text, lambda _: True)


def report_of(text: str, *mentions: Mention) -> Report:
    return Report(id="r", text=text, mentions=mentions)


def named(text: str, words: str, *mentions: Mention) -> Place | None:
    """The place found at the first occurrence of the words in a text."""
    found = find_places(report_of(text, *mentions), read(text))
    start = text.index(words)
    inside = [p for p in found.places if p.span and p.span.start <= start < p.span.end]
    return inside[0] if inside else None


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.line}-{c['words']}")
def test_words_name_the_place_a_reader_takes_them_for(case: Row) -> None:
    found = named(case["text"], case["words"])
    if case["name"] == "-":
        assert found is None
        return
    assert found is not None
    assert found.span is not None
    assert found.span.cut(case["text"]) == case["words"]
    assert (found.name, found.country or "", found.admin1 or "", found.precision) == (
        case["name"],
        case["country"],
        case["admin1"],
        case["precision"],
    )


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def person(text: str, words: str, kind: MentionKind = MentionKind.PERSON) -> Mention:
    span = at(text, words)
    head = at(text, words.rsplit(maxsplit=1)[-1])
    return Mention(span=span, head=head, kind=kind, actor=Actor(), chain=0)


def test_words_inside_a_person_are_no_place() -> None:
    text = "They met Jack London in Oakland."
    assert named(text, "London", person(text, "Jack London")) is None
    assert named(text, "Oakland", person(text, "Jack London")) is not None


def test_a_surname_is_no_place_later_in_the_report() -> None:
    text = "Sam Houston spoke first. After that Houston left."
    assert named(text, "Houston left", person(text, "Sam Houston")) is None


def test_a_building_that_stands_for_a_government_is_a_place_after_at() -> None:
    text = "They met at the White House."
    organization = person(text, "White House", MentionKind.ORGANIZATION)
    found = named(text, "White House", organization)
    assert found is not None
    assert found.precision is Precision.POINT
    assert named("The White House denied it.", "White House") is None


def test_the_countries_of_a_report_decide_between_namesakes() -> None:
    libya = "The Libyan coast guard came. Libya has asked for help. Rebels held Tripoli."
    lebanon = "Lebanon has asked for help. In Lebanon, rebels held Tripoli."
    first, second = named(libya, "Tripoli"), named(lebanon, "Tripoli")
    assert first is not None
    assert second is not None
    assert (first.country, second.country) == ("LBY", "LBN")


def test_the_nationalities_of_a_report_decide_between_namesakes() -> None:
    text = "A Lebanese minister spoke. Gunmen fought in Tripoli."
    span = at(text, "Lebanese minister")
    minister = Mention(
        span=span, head=span, kind=MentionKind.OFFICE, actor=Actor(country="LBN"), chain=0
    )
    found = named(text, "Tripoli", minister)
    assert found is not None
    assert found.country == "LBN"


def test_what_containment_decided_holds_for_the_rest_of_the_report() -> None:
    text = "The court sits in Athens, Georgia. Judges in Athens heard the case."
    found = find_places(report_of(text), read(text)).places
    assert [(p.name, p.country) for p in found] == [
        ("Athens", "USA"),
        ("Georgia", "USA"),
        ("Athens", "USA"),
    ]


def test_an_abbreviated_state_is_a_place_of_its_own() -> None:
    text = "The fair opens in Springfield, Ill., on Monday."
    found = find_places(report_of(text), read(text)).places
    assert [(p.name, p.admin1) for p in found] == [
        ("Springfield", "Illinois"),
        ("Illinois", "Illinois"),
    ]


def test_states_that_act_are_toponyms_but_no_places() -> None:
    text = "Russia recalled its ambassador from Ankara."
    report, parse = report_of(text), read(text)
    assert [p.name for p in toponyms(report, parse)] == ["Russia", "Ankara"]
    assert [p.name for p in find_places(report, parse).places] == ["Ankara"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Egyptian envoys met Gazans.", ["Egypt", "Gaza Strip"]),
        ("The Minnesotans and a Texan won.", ["Minnesota", "Texas"]),
        ("The Ohio Supreme Court ruled.", ["Ohio"]),
        ("He joined the Lagos Chamber of Commerce.", ["Lagos"]),
        ("Egypt-Israel talks went on.", ["Egypt", "Israel"]),
        ("Guinea-Bissau voted.", ["Guinea-Bissau"]),
        ("The US-led force left.", ["United States"]),
        ("A former US ambassador to Egypt, Ann Lee, spoke.", ["United States", "Egypt"]),
        ("Jean-Pierre Lacroix spoke.", []),
        ("Sen. Ann Lee, R-Calif., spoke.", ["California"]),
        ("S.C. lawmakers met.", ["South Carolina"]),
        ("Deputies of Cook County, Ill., came.", ["Cook County", "Illinois"]),
        (
            "Deputies came from Butler and Warren counties in Ohio.",
            ["Butler County", "Warren County", "Ohio"],
        ),
    ],
)
def test_toponyms_are_all_words_that_point_to_a_place(text: str, wanted: list[str]) -> None:
    assert [p.name for p in toponyms(report_of(text), read(text))] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Egyptian envoys met Gazans.",
        "A ruling of the Ohio Supreme Court came late.",
        "Qatar-brokered talks went on.",
        "The Minnesotans won.",
    ],
)
def test_peoples_and_names_of_bodies_are_no_places(text: str) -> None:
    assert find_places(report_of(text), read(text)).places == ()


def test_the_other_names_of_a_report_decide_between_namesakes() -> None:
    text = "Floods reached Trenton, Monroe, Middletown and Lebanon near Hamilton and Cincinnati."
    found = {p.name: p.admin1 for p in toponyms(report_of(text), read(text))}
    assert found["Trenton"] == found["Middletown"] == "Ohio"


def test_a_renowned_city_is_not_moved_by_its_namesake_near_another_name() -> None:
    text = "Envoys met in Washington. Later they spoke in London and in Durham."
    found = {p.name: p.country for p in toponyms(report_of(text), read(text))}
    assert (found["Washington"], found["London"]) == ("USA", "GBR")


def test_a_state_joined_to_a_state_is_no_division() -> None:
    text = "A delegation from Ohio and Texas came. Georgia-Russia talks resumed."
    found = {p.name: p.country for p in toponyms(report_of(text), read(text))}
    assert found["Georgia"] == "GEO"


def test_a_reason_names_the_row_the_namesakes_and_what_decided() -> None:
    found = place("Springfield")
    assert found is not None
    assert found.reason is not None
    assert found.reason.startswith("geonames:")
    assert "more of that name, next Springfield (city, USA" in found.reason
    assert found.reason.endswith("the most populous")


def test_places_are_found_in_sentences_that_were_not_parsed() -> None:
    text = "Shells fell in Kharkiv. Russia denied it. Troops crossed into Lebanon."
    parse = parser().read(text, lambda _: False)
    found = find_places(report_of(text), parse).places
    assert [p.name for p in found] == ["Kharkiv", "Lebanon"]


def test_every_place_states_precision_and_reason() -> None:
    text = "They met in Geneva, in Alaska, at Camp David, in Africa and in Peru."
    found = find_places(report_of(text), read(text)).places
    assert [p.precision for p in found] == [
        Precision.CITY,
        Precision.ADMIN,
        Precision.POINT,
        Precision.REGION,
        Precision.COUNTRY,
    ]
    assert all(p.reason and p.basis for p in found)


def test_finding_places_twice_changes_nothing() -> None:
    text = "Envoys met in Doha and flew to Cairo."
    once = find_places(report_of(text), read(text))
    assert find_places(once, read(text)) == once


@pytest.mark.parametrize(
    ("words", "country", "name", "in_country"),
    [
        ("Springfield, Illinois", None, "Springfield", "USA"),
        ("Springfield", "USA", "Springfield", "USA"),
        ("Alexandria", "EGY", "Alexandria", "EGY"),
        ("Alexandria, Va.", None, "Alexandria", "USA"),
        ("Georgia", None, "Georgia", "GEO"),
        ("Georgia", "USA", "Georgia", "USA"),
        ("Gaza", None, "Gaza Strip", "PSE"),
        ("Gaza City", None, "Gaza City", "PSE"),
        ("Washington, D.C.", None, "Washington", "USA"),
        ("Kiev", None, "Kyiv", "UKR"),
        ("hodeidah", None, "Hodeidah", "YEM"),
        ("Santiago", "CHL", "Santiago", "CHL"),
        ("Makiivka", None, "Makiivka", "UKR"),
        ("Cork", None, "Cork", "IRL"),
        ("County Kerry", None, "County Kerry", "IRL"),
        ("Orange County, Calif.", None, "Orange County", "USA"),
    ],
)
def test_words_alone_name_a_place(
    words: str, country: str | None, name: str, in_country: str
) -> None:
    found = place(words, country)
    assert found is not None
    assert (found.name, found.country, found.span) == (name, in_country, None)
    assert found.reason


@pytest.mark.parametrize("words", ["", "Xyzzyville", "Springfield, Narnia"])
def test_unknown_words_name_no_place(words: str) -> None:
    assert place(words) is None


def test_namesakes_are_listed_the_likeliest_first() -> None:
    found = namesakes("Tripoli")
    assert [p.country for p in found[:2]] == ["LBY", "LBN"]
    assert len({(p.latitude, p.longitude) for p in found}) == len(found)
