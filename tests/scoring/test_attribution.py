from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import BadTable
from dragoman.record import Attribution, Span, Speech, VerbClass
from dragoman.scoring.attribution import (
    AttributionScore,
    Counts,
    GoldAttribution,
    score_attributions,
    score_spans,
)
from dragoman.scoring.speech import read_marked_texts

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


def test_a_span_is_right_when_both_its_ends_are() -> None:
    text = "“We are ready,” the envoy said."
    marked = GoldAttribution((Span(16, 25),), (Span(26, 30),), (Span(1, 14),))
    ours = Attribution(
        source=(Span(20, 25),),
        actor=None,
        cue=Span(26, 30),
        content=(Span(0, 15),),
        kind=Speech.DIRECT,
        verb=VerbClass.ASSERTS,
    )
    score = score_spans(text, [ours], [marked])
    assert score.source == Counts(0, 1, 1)
    assert score.cue == Counts(1, 1, 1)
    assert score.content == Counts(1, 1, 1)


def test_marked_texts_are_read_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "marked.txt"
    path.write_text(
        "# note\nHe said she said no.¶End.\n\tshe\tsaid#2\tno\n\t\tsaid#1\tshe … no\nNo.\n"
    )
    one, other = read_marked_texts(path)
    assert (one.text, one.line) == ("He said she said no.\n\nEnd.", 2)
    assert (other.text, other.line, other.attributions) == ("No.", 5, ())
    assert one.attributions == (
        GoldAttribution((Span(8, 11),), (Span(12, 16),), (Span(17, 19),)),
        GoldAttribution((), (Span(3, 7),), (Span(8, 11), Span(17, 19))),
    )


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("he\tsaid\tno", r"marked\.txt:2: 'said' stands 2 times"),
        ("he\tsaid#3\tno", r"marked\.txt:2: 'said' stands 2 times"),
        ("they\tsaid#1\tno", r"marked\.txt:2: 'they' stands 0 times"),
        ("he\tsaid#1", r"marked\.txt:2: 2 cells"),
    ],
)
def test_a_mark_that_is_not_in_the_text_is_refused(tmp_path: Path, row: str, fault: str) -> None:
    path = tmp_path / "marked.txt"
    path.write_text(f"Then he said she said no.\n\t{row}\n")
    with pytest.raises(BadTable, match=fault):
        list(read_marked_texts(path))
