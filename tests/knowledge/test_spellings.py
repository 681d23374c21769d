from __future__ import annotations

import pytest

from dragoman.knowledge.base import Knowledge


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Malcolm B. Turnbull spoke", "malcolm-turnbull"),
        ("Yahya A. J. J. Jammeh left", "yahya-jammeh"),
        ("Donald J. Trump said", "donald-trump"),
        ("George W. Bush said", "george-w-bush"),
        ("George H. W. Bush said", "george-h-w-bush"),
        ("Kim Dae-Jung met", "kim-dae-jung"),
        ("Gerhard Schroeder met", "gerhard-schroder"),
    ],
)
def test_a_name_is_found_in_another_spelling(text: str, person: str) -> None:
    (hit,) = Knowledge.load().find(text)
    assert [entry.id for entry in hit.entries] == [person]
    assert hit.span.cut(text) == text.rsplit(" ", 1)[0]


@pytest.mark.parametrize("text", ["George Q. Bush", "He met Paul B. Then he left."])
def test_other_initials_make_another_person(text: str) -> None:
    assert not [hit for hit in Knowledge.load().find(text) if hit.entries[0].kind == "person"]


def test_an_article_may_be_written_small() -> None:
    (hit,) = Knowledge.load().find("fighters of al-Shabaab")
    assert hit.entries[0].id == "al-shabaab"


def test_a_family_name_is_known_as_an_alias_spells_it() -> None:
    people = Knowledge.load().people_by_family("Sarkisian")
    assert "serzh-sargsyan" in [person.id for person in people]


def test_names_spelt_much_alike_are_proposed() -> None:
    assert "hezbollah" in Knowledge.load().near("Hezbolah")[0].alias.lower()


def test_nothing_is_proposed_for_what_is_like_nothing() -> None:
    assert Knowledge.load().near("qwxzvk jjkqx") == ()
