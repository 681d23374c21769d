import pytest

from dragoman.ontology import load_ontology

ONTOLOGY = load_ontology()
COOPERATION = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}


@pytest.mark.parametrize("code", ONTOLOGY.cameo.values(), ids=lambda code: code.code)
def test_every_code_names_a_known_type_mode_and_context(code):
    assert code.type in ONTOLOGY.types
    assert code.mode is None or (code.type, code.mode) in ONTOLOGY.modes
    assert set(code.contexts) <= set(ONTOLOGY.contexts)


@pytest.mark.parametrize("code", ONTOLOGY.cameo.values(), ids=lambda code: code.code)
def test_a_goldstein_score_has_the_sign_of_its_type(code):
    if code.type != "REQUEST":
        assert (code.goldstein_icews > 0) == (code.type in COOPERATION)


def test_the_list_holds_the_codes_of_the_source_and_the_appeals():
    added = {"176", "1951", "1952"}
    appeals = {code for code in ONTOLOGY.cameo if code.startswith("02")}
    assert len(ONTOLOGY.cameo) == 256 + len(added) + len(appeals)
    assert len(appeals) == 27


@pytest.mark.parametrize(
    ("code", "type_name", "mode"),
    [
        ("055", "CONCEDE", None),
        ("0842", "RETREAT", None),
        ("116", "SANCTION", "convict"),
        ("132", "THREATEN", "restrict"),
        ("163", "SANCTION", "discontinue"),
        ("1712", "ASSAULT", "destroy"),
        ("186", "ASSAULT", "targeted"),
        ("195", "ASSAULT", "aerial"),
        ("203", "ASSAULT", None),
        ("0254", "REQUEST", "yield"),
    ],
)
def test_a_repaired_code_maps_to_the_codebook_of_today(code, type_name, mode):
    assert (ONTOLOGY.cameo[code].type, ONTOLOGY.cameo[code].mode) == (type_name, mode)


@pytest.mark.parametrize(
    ("code", "icews", "gdelt"),
    [("022", 3.4, 3.2), ("164", -6.5, -7), ("165", -7, -6.5), ("163", -8, -8), ("057", 8, 8)],
)
def test_the_two_goldstein_scales_differ_where_they_should(code, icews, gdelt):
    row = ONTOLOGY.cameo[code]
    assert (row.goldstein_icews, row.goldstein_gdelt) == (icews, gdelt)


@pytest.mark.parametrize(
    ("type_name", "mode", "given", "code"),
    [
        ("AGREE", None, {"concerns": [("CONSULT", "visit")]}, "036"),
        ("AGREE", None, {"contexts": ["economic"]}, "0311"),
        ("AGREE", None, {"concerns": [("AID", None)], "contexts": ["disasters"]}, "0333"),
        ("AGREE", None, {}, "030"),
        ("CONSULT", "phone", {}, "041"),
        ("CONSULT", "visit", {}, "042"),
        ("CONSULT", "visit", {"details": ["mirrored"]}, "043"),
        ("CONSULT", "multilateral", {}, "040"),
        ("SUPPORT", None, {"details": ["signature"]}, "057"),
        ("CONCEDE", None, {"concerns": [("RETREAT", "ceasefire")]}, "0871"),
        ("REQUEST", "meet", {}, "106"),
        ("REQUEST", "meet", {"details": ["appeal"]}, "026"),
        ("REQUEST", "meet", {"scheme": "gdelt"}, "108"),
        ("SANCTION", "convict", {}, "116"),
        ("SANCTION", "discontinue", {"details": ["aid"]}, "162"),
        ("COERCE", "cyber", {}, "176"),
        ("COERCE", "cyber", {"scheme": "gdelt"}, "170"),
        ("ASSAULT", "destroy", {}, "1712"),
        ("ASSAULT", None, {"details": ["both-armed"]}, "190"),
        ("ASSAULT", "primitive", {}, "180"),
    ],
)
def test_the_most_precise_code_is_chosen(type_name, mode, given, code):
    assert ONTOLOGY.cameo_of(type_name, mode, **given).code == code


@pytest.mark.parametrize("key", ONTOLOGY.modes, ids=" ".join)
@pytest.mark.parametrize("scheme", ["icews", "gdelt"])
def test_every_mode_has_a_way_back_to_cameo(key, scheme):
    type_name, mode = key
    assert ONTOLOGY.cameo_of(type_name, mode, scheme=scheme).code in ONTOLOGY.cameo


@pytest.mark.parametrize("type_name", ONTOLOGY.types)
def test_every_type_has_a_way_back_to_cameo(type_name):
    assert ONTOLOGY.cameo_of(type_name).code in ONTOLOGY.cameo


def test_an_unknown_type_has_no_code():
    with pytest.raises(KeyError):
        ONTOLOGY.cameo_of("FIGHT")
