from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pytest

from dragoman.lexicon import Row, read_table
from dragoman.models.view import Parse, Sentence, Word
from dragoman.record import Report, Time, TimeBasis, TimeKind
from dragoman.stages.times import find_times, when

_COLUMNS = ("words", "published", "context", "value", "first", "last")
_CASES = list(read_table(Path(__file__).with_name("times_cases.tsv"), _COLUMNS))
PUBLISHED = date(2025, 8, 19)  # a Tuesday


def _read(text: str, published: date | None = PUBLISHED) -> list[tuple[str, Time]]:
    return [(time.span.cut(text), time) for time in when(text, published)]


def _report(text: str, country: str | None = None) -> Report:
    return Report(id="r", text=text, published=PUBLISHED, publisher_country=country)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case.line}:{case['words']}")
def test_words_are_read_as_the_table_says(case: Row) -> None:
    published = date.fromisoformat(case["published"]) if case["published"] else None
    text = case["context"].replace("{}", case["words"])
    start = case["context"].index("{}")
    end = start + len(case["words"])
    found = [t for t in when(text, published) if t.span.start < end and start < t.span.end]
    if case["value"] == "none":
        assert found == []
        return
    assert [(t.span.start, t.span.end) for t in found] == [(start, end)]
    days = tuple(day.isoformat() if day else "" for day in (found[0].first, found[0].last))
    assert (found[0].value, *days) == (case["value"], case["first"], case["last"])


def test_the_table_has_many_cases() -> None:
    assert len(_CASES) >= 250


@pytest.mark.parametrize(
    ("words", "mod"),
    [
        ("early August", "START"),
        ("mid-August", "MID"),
        ("late August", "END"),
        ("the end of the year", "END"),
        ("the middle of July", "MID"),
        ("earlier this week", "START"),
        ("later this month", "END"),
        ("about three weeks", "APPROX"),
        ("nearly three weeks", "LESS_THAN"),
        ("more than three weeks", "MORE_THAN"),
        ("less than three weeks", "LESS_THAN"),
        ("at least three weeks", "EQUAL_OR_MORE"),
        ("up to three weeks", "EQUAL_OR_LESS"),
        ("no more than three weeks", "EQUAL_OR_LESS"),
        ("three weeks", None),
    ],
)
def test_words_that_narrow_or_widen_are_kept_as_mod(words: str, mod: str | None) -> None:
    assert [(w, t.mod) for w, t in _read(words)] == [(words, mod)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("15 August 2025", TimeKind.DATE),
        ("9 a.m.", TimeKind.TIME),
        ("Tuesday night", TimeKind.TIME),
        ("for three days", TimeKind.DURATION),
        ("every Monday", TimeKind.SET),
        ("now", TimeKind.DATE),
    ],
)
def test_the_kind_is_one_of_timex3(words: str, kind: TimeKind) -> None:
    assert [t.kind for _, t in _read(words)] == [kind]


def test_a_whole_date_rests_on_its_words() -> None:
    assert _read("15 August 2025")[0][1].basis is TimeBasis.WORDS


def test_a_weekday_rests_on_publication_and_says_why() -> None:
    time = _read("They met Monday.")[0][1]
    assert time.basis is TimeBasis.RELATIVE
    assert time.reason == "weekday before 2025-08-19, past tense"


def test_times_stand_in_text_order_and_do_not_overlap() -> None:
    times = when(
        "On Monday at 9 a.m., two days after 3 May 2024, for a week since 2014.", PUBLISHED
    )
    assert len(times) >= 4
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(times))


def test_a_publisher_of_the_united_states_writes_the_month_first() -> None:
    text = "The order is dated 12/5/2024."
    american = find_times(_report(text, "USA"), Parse(text, ()))
    british = find_times(_report(text, "GBR"), Parse(text, ()))
    assert [t.value for t in american.times] == ["2024-12-05"]
    assert [t.value for t in british.times] == ["2024-05-12"]


def _sentence(text: str, rows: list[tuple[str, str, str, int]]) -> Parse:
    """Return a parse of one sentence from word, tag, function and index of head."""
    words, place = [], 0
    for index, (word, tag, dep, _) in enumerate(rows):
        place = text.index(word, place)
        words.append(Word(index, word, tag, dep, place))
        place += len(word)
    for word, (_, _, _, head) in zip(words, rows, strict=True):
        if head != word.index:
            word.head = words[head]
            words[head].children.append(word)
    return Parse(text, (Sentence(0, 0, len(text), tuple(words)),))


def test_the_verb_the_time_hangs_on_gives_the_tense() -> None:
    text = "He said they will meet Monday"
    rows = [
        ("He", "PRP", "nsubj", 1),
        ("said", "VBD", "ROOT", 1),
        ("they", "PRP", "nsubj", 4),
        ("will", "MD", "aux", 4),
        ("meet", "VB", "ccomp", 1),
        ("Monday", "NNP", "npadvmod", 4),
    ]
    saying = [*rows[:5], ("Monday", "NNP", "npadvmod", 1)]
    ahead = find_times(_report(text), _sentence(text, rows))
    back = find_times(_report(text), _sentence(text, saying))
    assert [t.value for t in ahead.times] == ["2025-08-25"]
    assert [t.value for t in back.times] == ["2025-08-18"]


def test_the_report_keeps_everything_but_its_times() -> None:
    report = _report("They met Monday.")
    found = find_times(report, Parse(report.text, ()))
    assert found.times
    assert (found.id, found.text, found.mentions) == (report.id, report.text, report.mentions)


def test_a_text_without_times_has_none() -> None:
    assert when("The minister spoke of peace.", PUBLISHED) == ()
    assert when("", None) == ()


def test_a_blank_line_parts_two_times() -> None:
    assert [w for w, _ in _read("They met in August\n\n15 people died")] == ["August"]
