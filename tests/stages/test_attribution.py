from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.errors import BadTable
from dragoman.languages.en import source_kinds, speech
from dragoman.languages.en.speech import load_speech
from dragoman.lexicon import Row, read_table
from dragoman.models.parser import Parser
from dragoman.record import Attribution, Report, SourceKind
from dragoman.scoring.attribution import AttributionScore, score_spans
from dragoman.scoring.speech import read_marked_texts
from dragoman.stages.actors import find_actors
from dragoman.stages.attribution import find_attributions
from dragoman.stages.attribution.quotes import find_quotes
from dragoman.stages.coreference import link_mentions

HERE = Path(__file__).parent
KINDS = list(read_table(HERE / "source_kind_cases.tsv", ("text", "kind")))
CASES = list(
    read_table(
        HERE / "attribution_cases.tsv",
        ("text", "source", "cue", "content", "kind", "class"),
    )
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def attributed(text: str, parser: Parser) -> Report:
    return find_attributions(Report(id="r", text=text), parser.read(text, lambda _: True))


def written(report: Report, attribution: Attribution) -> tuple[str, ...]:
    return (
        " … ".join(report.words(span) for span in attribution.source),
        report.words(attribution.cue),
        " … ".join(report.words(span) for span in attribution.content),
        attribution.kind.value,
        attribution.verb.value,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda row: row["text"][:60])
def test_a_sentence_says_who_says_what(case: Row, parser: Parser) -> None:
    report = attributed(case["text"], parser)
    found = [written(report, a) for a in report.attributions]
    if not case["cue"]:
        assert found == []
    else:
        wanted = tuple(case[c] for c in ("source", "cue", "content", "kind", "class"))
        assert wanted in found


def test_the_cases_cover_every_kind_and_class() -> None:
    assert len(CASES) >= 120
    assert {row["kind"] for row in CASES} == {"", "direct", "indirect", "mixed"}
    assert {row["class"] for row in CASES} >= {
        "asserts", "denies", "accuses", "promises", "asks", "doubts"
    }  # fmt: skip


def test_the_marked_texts_are_found_as_they_were_when_last_measured(parser: Parser) -> None:
    """The issue asks for 0.85, 0.85 and 0.80; the floors are what was reached."""
    total = AttributionScore()
    marked = list(read_marked_texts(HERE / "attribution_gold.txt"))
    for one in marked:
        parse = parser.read(one.text, lambda _: True)
        report = find_actors(Report(id="r", text=one.text), parse)
        found = find_attributions(report, parse).attributions
        total += score_spans(one.text, found, one.attributions)
    assert len(marked) >= 120
    assert total.source.f1 >= 0.94
    assert total.cue.f1 >= 0.91
    assert total.content.f1 >= 0.87


@pytest.mark.parametrize("case", KINDS, ids=lambda row: row["text"][:60])
def test_a_source_is_of_its_kind(case: Row, parser: Parser) -> None:
    parse = parser.read(case["text"], lambda _: True)
    report = Report(id="r", text=case["text"], published=date(2024, 3, 1))
    for stage in (find_actors, link_mentions, find_attributions):
        report = stage(report, parse)
    kind = report.attributions[0].source_kind
    assert (kind.value if kind else "") == case["kind"]


def test_the_kinds_are_all_among_the_cases() -> None:
    assert len(KINDS) >= 60
    assert {row["kind"] for row in KINDS} == {"", *SourceKind}


def test_a_kind_that_is_none_is_refused_with_file_and_line() -> None:
    row = Row("en/source_nouns.tsv", 9, {"noun": "envoy", "beside": "", "kind": "spy"})
    with pytest.raises(BadTable, match=r"source_nouns\.tsv:9.*spy.*witness"):
        source_kinds._kind(row, "kind")


def test_what_a_speaker_hopes_within_his_words_is_no_saying_of_its_own(parser: Parser) -> None:
    text = "The envoy said he hoped for rain and that the union backed the plan."
    assert [a.cue.cut(text) for a in attributed(text, parser).attributions] == ["said"]


def test_what_another_denies_is_not_part_of_what_was_said(parser: Parser) -> None:
    text = "Kyiv said the drone had crossed the river, which Moscow denied."
    said = attributed(text, parser).attributions[0]
    assert [s.cut(text) for s in said.content] == ["the drone had crossed the river"]


def test_nested_speech_names_the_attribution_it_stands_in(parser: Parser) -> None:
    report = attributed("The ministry said the envoy had warned that the truce was over.", parser)
    outer, inner = report.attributions
    assert (report.words(outer.cue), outer.parent) == ("said", None)
    assert (report.words(inner.cue), inner.parent) == ("had warned", 0)


def test_a_quotation_that_follows_is_still_the_speakers(parser: Parser) -> None:
    text = "“We are ready,” the envoy said. “The map is drawn. The ink is dry.”"
    (one,) = attributed(text, parser).attributions
    assert [span.cut(text) for span in one.content] == [
        "“We are ready,”", "“The map is drawn", "The ink is dry.”"
    ]  # fmt: skip


def test_a_quotation_of_several_paragraphs_opens_anew_in_each(parser: Parser) -> None:
    text = "The envoy said: “The map is drawn.\n\n“The ink is dry.”\n\nShips left the port."
    (one,) = attributed(text, parser).attributions
    assert [span.cut(text) for span in one.content] == ["“The map is drawn", "“The ink is dry.”"]


def test_a_quotation_may_follow_a_colon_in_the_next_paragraph(parser: Parser) -> None:
    text = "The envoy went on to say:\n\n“The map is drawn, and the ink is dry.”"
    (one,) = attributed(text, parser).attributions
    assert [s.cut(text) for s in one.content] == ["“The map is drawn, and the ink is dry.”"]


def test_a_hedge_right_after_a_speaker_is_in_that_voice(parser: Parser) -> None:
    text = "Diplomats said a draft exists. It reportedly names three towns."
    said, hedge = attributed(text, parser).attributions
    assert hedge.source == said.source


def test_a_hedge_in_a_new_paragraph_has_no_speaker(parser: Parser) -> None:
    text = "Diplomats said a draft exists.\n\nThe army reportedly holds three towns."
    _, hedge = attributed(text, parser).attributions
    assert hedge.source == ()


def test_a_phrase_quoted_in_the_reporters_words_is_not_speech_of_its_own(parser: Parser) -> None:
    text = "The envoy expressed willingness to work for “a lasting peace” in the valley."
    found = attributed(text, parser).attributions
    assert [a.cue.cut(text) for a in found] == ["expressed"]


def test_the_reporter_is_no_source(parser: Parser) -> None:
    text = "I think the war will go on. We believe the truce is over."
    assert attributed(text, parser).attributions == ()


def test_what_somebody_thinks_within_a_quotation_is_part_of_the_quotation(parser: Parser) -> None:
    text = "“I think they want to stop us,” the mayor said."
    assert len(attributed(text, parser).attributions) == 1


def test_a_mention_gives_the_actor_and_a_pronoun_its_antecedent(coder: dragoman.Coder) -> None:
    text = "Japanese Foreign Minister Yoko Kamikawa, who said the map was final, left for Oslo."
    report = coder.code(text, published="2024-03-01")
    (one,) = report.attributions
    assert [report.words(span) for span in one.source] == ["who"]
    assert one.actor is not None
    assert one.actor.country == "JPN"


def test_a_statement_names_who_was_told(coder: dragoman.Coder) -> None:
    text = "The minister told the ambassador that the harvest was poor."
    report = coder.code(text, published="2024-03-01")
    (statement,) = report.statements
    assert [report.words(p.span) for p in statement.addressee] in (
        ["ambassador"],
        ["the ambassador"],
    )


def test_what_a_source_says_within_its_own_words_is_one_statement(coder: dragoman.Coder) -> None:
    text = "The Norwegian foreign minister said he was optimistic about the harvest."
    assert len(coder.code(text, published="2024-03-01").statements) == 1


def test_straight_marks_within_curly_ones_do_not_close_them() -> None:
    text = '“The "shadow" army is a myth,” she said.'
    assert [q.span.cut(text) for q in find_quotes(text)] == ['“The "shadow" army is a myth,”']


def test_a_mark_that_never_closes_opens_nothing() -> None:
    assert find_quotes("He called it “a trap.\n\nShips left the port.") == ()


def test_apostrophes_and_inches_are_no_quotation_marks() -> None:
    assert find_quotes("The army's men and the rebels' guns; a 5'10\" fence.") == ()


def test_a_class_that_is_none_is_refused_with_file_and_line() -> None:
    row = Row("en/reporting.tsv", 7, {"lemma": "say", "class": "shouts", "content": "clause"})
    with pytest.raises(BadTable, match=r"reporting\.tsv:7.*shouts.*asserts"):
        speech._verb(row)


def test_what_triage_looks_for_leaves_out_words_that_are_everywhere() -> None:
    words = load_speech().words
    assert {"said", "according", "reportedly", "confident"} <= words
    assert words.isdisjoint({"is", "was", "made", "supports"})


_PIECES = st.sampled_from(
    "The minister said that|“|”|\"|''|‘|’|:|,|.|?|\n\n|\n| |according to|reportedly|told|he|who|"
    "in a statement|said|asked whether|the army|denied|attacking|as|was quoted as saying|—|(|)|"
    "made clear|called for|an end|to fight|vowed|issued a statement|the claim that|POLICE: |I|not|"
    "he added|…|–|5'10\"|é|🙂|\u00a0|\t|it".split("|")
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES, max_size=40).map(" ".join))
def test_any_text_gives_spans_that_lie_within_sentences(text: str) -> None:
    parse = Parser().read(text, lambda _: True)
    report = find_attributions(Report(id="r", text=text), parse)
    bounds = [(s.start, s.end) for s in parse.sentences]
    for attribution in report.attributions:
        assert attribution.content
        for span in (*attribution.source, attribution.cue, *attribution.content):
            assert any(start <= span.start and span.end <= end for start, end in bounds)
        assert not any(span.overlaps(attribution.cue) for span in attribution.content)
        assert list(attribution.content) == sorted(attribution.content)
        if attribution.parent is not None:
            holder = report.attributions[attribution.parent]
            assert any(span.covers(attribution.cue) for span in holder.content)


SEED = Path(__file__).parents[3] / "shared" / "reports" / "seed-report.txt"


@pytest.mark.skipif(not SEED.exists(), reason="the seed report is not here")
def test_the_seed_report_gives_its_sources(coder: dragoman.Coder) -> None:
    report = coder.code(SEED.read_text(encoding="utf-8"), published="2025-08-19")
    found = {w[1]: w for w in (written(report, a) for a in report.attributions)}
    assert found["according to"][0] == "Turkish diplomatic sources"
    assert found["according to a statement from"][0].endswith("spokesperson Tommy Pigott")
    assert found["indicated"][0] == found["reportedly"][0]
    assert found["indicated"][0].endswith("sources")
    said = [w for w in (written(report, a) for a in report.attributions) if w[1] == "said"]
    assert [w[0] for w in said] == ["Pigott", "Turkish Foreign Ministry sources"]
    assert said[0][2].startswith("Additional")
    assert said[0][2].endswith("program")
