"""Marked sentences are read as they are written, and faults are named."""

import pytest

from dragoman.errors import BadTable
from dragoman.record import Span
from dragoman.scoring.markup import read_marked, read_sentence

FRANCE = (
    "[France|a1 FRA.GOV] [recalled|1=SANCTION.withdraw] its ambassador from "
    "[Niger|r1 NER.GOV] on [Friday|t1]."
)


def test_the_text_is_what_stands_outside_the_marks():
    sentence = read_sentence(FRANCE)
    assert sentence.text == "France recalled its ambassador from Niger on Friday."


def test_an_act_has_its_words_and_parties():
    (act,) = read_sentence(FRANCE).acts
    text = read_sentence(FRANCE).text
    assert (act.type, act.mode, act.status) == ("SANCTION", "withdraw", "actual")
    assert text[act.anchor.start : act.anchor.end] == "recalled"
    assert [(p.country, p.sector) for p in act.actors] == [("FRA", "GOV")]
    assert [text[p.span.start : p.span.end] for p in act.recipients] == ["Niger"]
    assert [text[s.start : s.end] for s in act.times] == ["Friday"]


def test_a_status_is_read_after_the_mode():
    (act,) = read_sentence("[Chad|a1 TCD.GOV] did not [sign|1=SUPPORT!negated].").acts
    assert act.status == "negated"


def test_words_can_be_anchor_and_concern_at_once():
    (act,) = read_sentence("[Modi|a1 IND.GOV] will [visit|1=AGREE 1~CONSULT.visit] soon.").acts
    assert act.concerns == (("CONSULT", "visit", act.anchor),)


def test_brackets_may_nest():
    sentence = read_sentence("[a [Paris|p1] court|a1 FRA.JUD] [convicted|1=SANCTION.convict] him.")
    (act,) = sentence.acts
    assert sentence.text == "a Paris court convicted him."
    assert act.actors[0].span == Span(0, 13)
    assert act.places == (Span(2, 7),)


def test_one_mention_may_take_part_in_several_acts():
    marked = "[He|a1 a2 ?] [came|1=CONSULT.visit] and [pledged|2=AGREE] help."
    first, second = read_sentence(marked).acts
    assert first.actors == second.actors
    assert first.actors[0].country is None


def test_a_backslash_keeps_a_bracket():
    assert read_sentence(r"He said \[sic\] nothing.").text == "He said [sic] nothing."


@pytest.mark.parametrize(
    ("marked", "problem"),
    [
        ("[France|a1 FRA.GOV] met.", "no anchor 1=TYPE"),
        ("[France|a1] [met|1=CONSULT].", "has no code"),
        ("[met|1=CONSULT!perhaps].", "status 'perhaps'"),
        ("[met|1=CONSULT", "not closed"),
        ("[met", "without '|tags]'"),
        ("met] him", "outside a mark"),
        ("[met|one].", "is no tag"),
        ("[|1=CONSULT] x", "without words"),
        ("[met|1=CONSULT] [spoke|1=CONSULT]", "given twice"),
        ("[X|a1 FRA.GOV DEU.GOV] [met|1=CONSULT]", "two codes"),
    ],
)
def test_faults_say_what_is_wrong(marked, problem):
    with pytest.raises(BadTable, match="sentence:1") as fault:
        read_sentence(marked)
    assert problem in str(fault.value)


def test_a_file_names_its_lines(tmp_path):
    path = tmp_path / "theme.txt"
    path.write_text("# a comment\n\nNothing here.\n[met|1=CONSULT\n", encoding="utf-8")
    with pytest.raises(BadTable, match=r"theme\.txt:4"):
        list(read_marked(path))
