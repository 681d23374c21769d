import shutil
from pathlib import Path

import pytest

import dragoman.ontology
from dragoman.errors import BadTable
from dragoman.ontology import Quad, load_ontology, read_ontology

ONTOLOGY = load_ontology()
FOLDER = Path(dragoman.ontology.__file__).parent


@pytest.mark.parametrize(
    ("nouns", "count"), [("types", 16), ("modes", 67), ("contexts", 37), ("sectors", 25)]
)
def test_the_codebook_has_all_its_names(nouns, count):
    assert len(getattr(ONTOLOGY, nouns)) == count


def test_the_ontology_is_read_once():
    assert load_ontology() is ONTOLOGY


@pytest.mark.parametrize(
    ("type_name", "mode", "score"),
    [
        ("AGREE", None, 2.5),
        ("CONSULT", "visit", 4),
        ("CONSULT", "phone", 1.5),
        ("AID", None, 10),
        ("RETREAT", "disarm", 10),
        ("REQUEST", None, 0),
        ("REQUEST", "assist", 0.5),
        ("ACCUSE", None, -3),
        ("ACCUSE", "allege", -3.5),
        ("THREATEN", "territory", -4),
        ("SANCTION", "expel", -5.5),
        ("COERCE", "martial-law", -7.5),
        ("ASSAULT", "unconventional", -10),
    ],
)
def test_a_score_is_the_one_of_the_codebook(type_name, mode, score):
    assert ONTOLOGY.score(type_name, mode) == score


def test_a_mode_without_a_score_takes_the_score_of_its_type():
    assert ONTOLOGY.score("PROTEST", "vandalize") == ONTOLOGY.score("PROTEST")


@pytest.mark.parametrize(
    ("type_name", "quad"),
    [
        ("SUPPORT", Quad.VERBAL_COOPERATION),
        ("RETREAT", Quad.MATERIAL_COOPERATION),
        ("THREATEN", Quad.VERBAL_CONFLICT),
        ("SANCTION", Quad.MATERIAL_CONFLICT),
        ("PROTEST", Quad.MATERIAL_CONFLICT),
    ],
)
def test_a_type_has_its_quad_class(type_name, quad):
    assert ONTOLOGY.quad(type_name) is quad


@pytest.mark.parametrize("type_name", ["AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID"])
def test_some_types_have_no_modes(type_name):
    assert ONTOLOGY.modes_of(type_name) == ()


def test_modes_come_in_the_order_of_the_codebook():
    assert ONTOLOGY.modes_of("CONSULT") == ("visit", "third-party", "multilateral", "phone")


def test_a_mode_can_bring_its_context():
    assert ONTOLOGY.implied_context("COERCE", "cyber") == "cyber"
    assert ONTOLOGY.implied_context("PROTEST", "demo") is None


@pytest.mark.parametrize(
    ("outer", "inner", "mode", "ending", "expected"),
    [
        ("REQUEST", "RETREAT", "ceasefire", False, "yield"),
        ("REQUEST", "RETREAT", "resign", False, "change"),
        ("REQUEST", "CONSULT", None, False, "meet"),
        ("REQUEST", "AID", None, False, "assist"),
        ("REQUEST", "CONCEDE", None, False, "yield"),
        ("REQUEST", "ASSAULT", "aerial", True, "yield"),
        ("REQUEST", "SANCTION", "discontinue", False, "change"),
        ("REQUEST", "SANCTION", "discontinue", True, "yield"),
        ("REJECT", "CONSULT", "phone", False, "meet"),
        ("REJECT", "REQUEST", "yield", False, "yield"),
        ("REJECT", "ACCUSE", "allege", False, None),
        ("THREATEN", "ASSAULT", "drone", False, "violence"),
        ("THREATEN", "COERCE", "arrest", False, "arrest"),
        ("THREATEN", "SANCTION", "withdraw", False, "relations"),
        ("THREATEN", "SANCTION", "discontinue", False, "restrict"),
        ("THREATEN", "SANCTION", "expel", False, "expel"),
        ("ACCUSE", "AID", None, False, "allege"),
        ("CONSULT", "AID", None, False, None),
    ],
)
def test_an_outer_act_takes_its_mode_from_the_act_it_is_about(outer, inner, mode, ending, expected):
    assert ONTOLOGY.outer_mode(outer, inner, mode, ending=ending) == expected


@pytest.mark.parametrize("outer", ["REQUEST", "REJECT", "THREATEN", "ACCUSE"])
def test_every_inner_mode_that_is_given_belongs_to_the_outer_type(outer):
    given = {
        ONTOLOGY.outer_mode(outer, inner, ending=ending)
        for inner in ONTOLOGY.types
        for ending in (False, True)
    }
    assert given - {None} <= set(ONTOLOGY.modes_of(outer))


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("CONSULT", "AGREE"),
        ("SUPPORT", "AGREE"),
        ("COOPERATE", "AGREE"),
        ("AID", "AGREE"),
        ("RETREAT", "CONCEDE"),
        ("CONCEDE", "CONCEDE"),
        ("ASSAULT", None),
        ("COERCE", None),
        ("MOBILIZE", None),
    ],
)
def test_a_planned_act_has_the_type_of_the_promise(inner, outer):
    assert ONTOLOGY.future_type(inner) == outer


def test_an_entity_recognised_by_few_has_the_country_that_claims_it():
    state = ONTOLOGY.partial_states["Transnistria"]
    assert (state.country, state.sector) == ("MDA", "PRE")


@pytest.mark.parametrize(
    ("table", "good", "bad", "message"),
    [
        ("types.tsv", "\tverbal-conflict\t", "\tverbal\t", "unknown quad class 'verbal'"),
        ("types.tsv", "\tyes\t9.5", "\tmaybe\t9.5", "should be yes or no"),
        ("types.tsv", "\t9.5\t", "\thigh\t", "should be a number"),
        ("modes.tsv", "CONSULT\tphone", "CONSOLE\tphone", "unknown type 'CONSOLE'"),
        ("modes.tsv", "CONSULT\tphone", "CONSULT\tvisit", "is already on line"),
        ("sectors.tsv", "SPY\t", "COP\t", "'COP' is already on line"),
        ("partial_states.tsv", "GEO\tPRE", "GEO\tPRO", "unknown sector 'PRO'"),
        ("cameo.tsv", "\tphone\t", "\tfax\t", "CONSULT has no mode 'fax'"),
        ("cameo.tsv", "\tasylum\t", "\tshelter\t", "unknown context 'shelter'"),
        ("cameo.tsv", "075\t", "O75\t", "three or four digits"),
        ("plover_to_cameo.tsv", "\t054", "\t999", "unknown CAMEO code '999'"),
        ("plover_to_cameo.tsv", "RETREAT release\t", "RETREAT free\t", "unknown act"),
        ("inner_modes.tsv", "\tend\t", "\tstop\t", "sense is 'stop'"),
        ("future_types.tsv", "COOPERATE\t", "COOP\t", "unknown type 'COOP'"),
    ],
)
def test_a_bad_line_is_named_with_its_file(tmp_path, table, good, bad, message):
    folder = tmp_path / "ontology"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    path = folder / table
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(BadTable, match=rf"^ontology/{table}:\d+: .*{message}"):
        read_ontology(folder)
