from pathlib import Path

import pytest

from dragoman.errors import BadTable
from dragoman.languages.en.roles import RoleKind, load_roles, read_roles

HEADER = "noun\tplural\tsector\tkind\trole\trank\tcomment\n"


def found(text: str, end: int | None = None):
    words = text.split()
    return load_roles().match(words, len(words) if end is None else end)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("the norwegian foreign minister", "foreign minister"),
        ("a deputy foreign minister", "deputy foreign minister"),
        ("the secretary of state", "secretary of state"),
        ("an assistant secretary of state", "assistant secretary of state"),
        ("the former president", "former president"),
        ("a foreign ministry spokeswoman", "foreign ministry spokeswoman"),
        ("the rebel leader", "rebel leader"),
        ("some big oil company", "oil company"),
    ],
)
def test_the_longest_role_noun_that_ends_there_is_found(text, noun):
    assert found(text).noun == noun


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("ministers", "minister"),
        ("foreign ministries", "foreign ministry"),
        ("ministers of state", "minister of state"),
        ("secretaries of state", "secretary of state"),
        ("gunmen", "gunman"),
        ("policewomen", "policewoman"),
        ("spokespeople", "spokesperson"),
        ("attorneys general", "attorney general"),
        ("witnesses", "witness"),
        ("thieves", "thief"),
        ("oligarchs", "oligarch"),
        ("refugees", "refugee"),
    ],
)
def test_a_plural_is_found_and_told(text, noun):
    role = found(text)
    assert (role.noun, role.plural) == (noun, True)


@pytest.mark.parametrize("text", ["police", "troops", "forces", "armed forces", "authorities"])
def test_a_word_that_is_plural_by_itself_is_told_as_plural(text):
    assert found(text).noun == text
    assert found(text).plural


def test_a_singular_is_told_as_singular():
    assert not found("minister").plural


@pytest.mark.parametrize(
    "text",
    [
        "un secretary-general",
        "un secretary - general",
        "the vice - president",
        "the opposition ’s prosecutor ’s office",
    ],
)
def test_hyphens_and_apostrophes_may_be_words_of_their_own(text):
    assert found(text).length >= 1
    assert found(text).noun in {"secretary-general", "vice-president", "prosecutor's office"}


def test_the_length_counts_the_words_of_the_text():
    assert found("the secretary - general").length == 3
    assert found("the secretary-general").length == 1


def test_only_words_before_the_end_count():
    assert found("foreign minister of norway", end=2).noun == "foreign minister"


@pytest.mark.parametrize("text", ["bridge", "the weather", "oslo"])
def test_other_words_are_no_role(text):
    assert found(text) is None


@pytest.mark.parametrize("end", [0, 5])
def test_an_end_outside_the_words_finds_nothing(end):
    assert load_roles().match(["minister"], end) is None


@pytest.mark.parametrize(
    ("noun", "sector", "kind", "role"),
    [
        ("president", "GOV", "person", "HOS"),
        ("prime minister", "GOV", "person", "HOG"),
        ("vice president", "GOV", "person", "VICE_HOS"),
        ("deputy prime minister", "GOV", "person", "DEPUTY_HOG"),
        ("king", "GOV", "person", "MONARCH"),
        ("foreign secretary", "GOV", "person", "FM"),
        ("defence minister", "GOV", "person", "DM"),
        ("defense secretary", "GOV", "person", "DM"),
        ("home secretary", "GOV", "person", "INTERIOR"),
        ("treasury secretary", "GOV", "person", "FINANCE"),
        ("national security adviser", "GOV", "person", "NSA"),
        ("spy chief", "SPY", "person", "INTEL"),
        ("army chief", "MIL", "person", "CHOD"),
        ("spokesman", None, "person", "SPOX"),
        ("special envoy", None, "person", "ENVOY"),
        ("ambassador", "GOV", "person", "AMB"),
        ("permanent representative to the un", "GOV", "person", "UNREP"),
        ("secretary-general", None, "person", "ORGHEAD"),
        ("opposition leader", "OPP", "person", "PARTYHEAD"),
        ("parliament speaker", "LEG", "person", "SPEAKER"),
        ("deputy foreign minister", "GOV", "person", None),
        ("deputy defense minister", "GOV", "person", None),
        ("foreign ministry", "GOV", "body", None),
        ("warplane", "MIL", "body", None),
        ("gunman", "UAF", "people", None),
        ("militia", "PRM", "body", None),
        ("rebel", "REB", "people", None),
        ("journalist", "JRN", "people", None),
        ("newspaper", "JRN", "body", None),
        ("doctor", "MED", "people", None),
        ("refugee", "REF", "people", None),
        ("protester", "CVL", "people", None),
        ("striker", "LAB", "people", None),
        ("witness", None, "person", None),
        ("source", None, "person", None),
    ],
)
def test_a_noun_says_its_sector_kind_and_office(noun, sector, kind, role):
    held = found(noun)
    assert (held.sector, held.kind, held.role) == (sector, RoleKind(kind), role)


def test_further_sectors_follow_the_first():
    assert found("opposition party").sectors == ("PTY",)


def test_every_noun_is_found_in_its_own_words():
    roles = load_roles()
    for noun in roles.nouns:
        match = roles.match(noun.words, noun.length)
        assert (match.noun, match.length) == (noun.noun, noun.length), noun.rule


def test_a_longer_noun_outranks_what_it_ends_in():
    roles = load_roles()
    by_noun = {noun.noun: noun for noun in roles.nouns}
    for noun in roles.nouns:
        for start in range(1, noun.length):
            shorter = by_noun.get(" ".join(noun.words[start:]))
            assert shorter is None or shorter.rank < noun.rank, noun.rule


@pytest.mark.parametrize(
    "start", ["us ", "u.s. ", "un ", "russian ", "israeli ", "turkish ", "palestinian ", "chinese "]
)
def test_no_noun_swallows_the_country_it_belongs_to(start):
    allowed = {"un ambassador"}  # "the French UN ambassador" is no officer of the UN
    nouns = {noun.noun for noun in load_roles().nouns} - allowed
    assert not [noun for noun in nouns if noun.startswith(start)]


def test_the_table_is_large_enough_for_news():
    assert len(load_roles().nouns) >= 700


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("envoy\t\tGOV\tperson\t\t10\nenvoy\t\t\tperson\t\t10\n", "'envoy' is already at"),
        ("envoy\t\tGOV\tthing\t\t10\n", "kind 'thing'"),
        ("envoy\t\tGOV\tperson\tKAISER\t10\n", "role 'KAISER'"),
        ("Envoy\t\tGOV\tperson\t\t10\n", "lower case"),
        ("envoy\t\tGOV\tperson\t\thigh\n", "rank 'high'"),
    ],
)
def test_a_bad_line_is_refused_with_its_place(tmp_path: Path, lines, problem):
    table = tmp_path / "role_nouns.tsv"
    table.write_text(HEADER + lines, encoding="utf-8")
    with pytest.raises(BadTable, match=r"role_nouns\.tsv:\d+: .*" + problem):
        read_roles(table)
