from __future__ import annotations

import pytest

from dragoman.record import Attribution, Span, Speech, VerbClass
from dragoman.scoring.attribution import AttributionScore, GoldAttribution, score_attributions

TEXT = "Ministers in Oslo said that the talks had failed."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def found(source: str, cue: str, content: str) -> Attribution:
    return Attribution(
        source=(span(source),),
        actor=None,
        cue=span(cue),
        content=(span(content),),
        kind=Speech.INDIRECT,
        verb=VerbClass.ASSERTS,
    )


def gold(source: str, cue: str, content: str) -> GoldAttribution:
    return GoldAttribution((span(source),), (span(cue),), (span(content),))


def test_the_same_words_are_wholly_right() -> None:
    words = ("Ministers in Oslo", "said", "that the talks had failed")
    score = score_attributions(TEXT, [found(*words)], [gold(*words)])
    assert (score.source.f1, score.cue.f1, score.content.f1) == (1.0, 1.0, 1.0)


def test_a_shorter_source_costs_recall_only() -> None:
    ours = found("Ministers", "said", "the talks had failed")
    score = score_attributions(TEXT, [ours], [gold("Ministers in Oslo", "said", "the talks")])
    assert score.source.precision == 1.0
    assert score.source.recall == pytest.approx(1 / 3)
    assert score.content.precision == pytest.approx(1 / 2)


def test_a_word_of_two_attributions_counts_once() -> None:
    ours = found("Ministers", "said", "the talks")
    score = score_attributions(TEXT, [ours, ours], [gold("Ministers", "said", "the talks")])
    assert score.content.found == 2


def test_marks_count_only_when_asked_for() -> None:
    ours = found("Ministers", "said", "failed.")
    theirs = gold("Ministers", "said", "failed")
    assert score_attributions(TEXT, [ours], [theirs]).content.f1 == 1.0
    assert score_attributions(TEXT, [ours], [theirs], marks=True).content.precision == 0.5


def test_words_set_aside_do_not_count() -> None:
    ours = found("Ministers in Oslo", "said", "the talks")
    score = score_attributions(TEXT, [ours], [], unread=[span("Ministers in Oslo")])
    assert score.source.found == 0


def test_scores_of_documents_add_up() -> None:
    one = score_attributions(TEXT, [found("Ministers", "said", "the talks")], [])
    two = score_attributions(TEXT, [], [gold("Ministers", "said", "the talks")])
    both = one + two
    assert (both.content.found, both.content.gold, both.content.right) == (2, 2, 0)
    assert both.cue.f1 == 0.0


def test_nothing_found_where_nothing_is_marked_scores_zero_without_fault() -> None:
    assert AttributionScore().source.f1 == 0.0
