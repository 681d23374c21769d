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
    assert len(_CASES) >= 350


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


@pytest.mark.parametrize(
    ("words", "country", "value", "first", "last"),
    [
        ("Independence Day", "PAK", "2025-08-14", "2025-08-14", "2025-08-14"),
        ("Independence Day", "UKR", "2025-08-24", "2025-08-24", "2025-08-24"),
        ("Independence Day", "ISR", "2025-05-01", "2025-05-01", "2025-05-01"),
        ("Labor Day", "USA", "2025-09-01", "2025-09-01", "2025-09-01"),
        ("Labour Day", "ZAF", "2025-05-01", "2025-05-01", "2025-05-01"),
        ("Thanksgiving 2024", "CAN", "2024-10-14", "2024-10-14", "2024-10-14"),
        ("Thanksgiving 2024", "USA", "2024-11-28", "2024-11-28", "2024-11-28"),
        ("Republic Day 2024", "TUR", "2024-10-29", "2024-10-29", "2024-10-29"),
        ("fiscal 2025", "USA", "2025", "2024-10-01", "2025-09-30"),
        ("fiscal 2025", "JPN", "2025", "2025-04-01", "2026-03-31"),
        ("fiscal 2025", "IND", "2025", "2024-04-01", "2025-03-31"),
        ("the first quarter of fiscal 2025", "USA", "2025-Q1", "2024-10-01", "2024-12-31"),
        ("12/5/2024", "USA", "2024-12-05", "2024-12-05", "2024-12-05"),
        ("12/5/2024", "PHL", "2024-12-05", "2024-12-05", "2024-12-05"),
        ("12/5/2024", "TUR", "2024-05-12", "2024-05-12", "2024-05-12"),
    ],
)
def test_the_country_of_the_publisher_settles_what_differs_by_country(
    words: str, country: str, value: str, first: str, last: str
) -> None:
    (time,) = when(words, PUBLISHED, country)
    assert (time.value, str(time.first), str(time.last)) == (value, first, last)


def test_words_beside_a_national_day_outweigh_the_country_of_the_publisher() -> None:
    text = "They marked Ukrainian Independence Day in Islamabad."
    (time,) = when(text, PUBLISHED, "PAK")
    assert time.value == "2025-08-24"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("They met on Eid al-Fitr 2024.", "date of Eid al-Fitr, give or take a day"),
        ("On Independence Day they met.", "which country's is not said"),
        ("They met last week.", "last week from publication, 2025-08-19"),
        (
            "He was killed on 3 May. Two days before the killing he fled.",
            "2 days before the killing, 2025-05-03",
        ),
        ("They look at Wednesday's ruling.", "weekday before 2025-08-19, of what has been"),
    ],
)
def test_a_reading_gives_its_reason(text: str, reason: str) -> None:
    assert when(text, PUBLISHED)[-1].reason == reason


def test_a_year_that_the_text_settles_is_said_to_be_settled_by_it() -> None:
    time = when("On 5 August 2025 they met. On Aug. 8 they signed.", None)[-1]
    assert (time.value, time.basis) == ("2025-08-08", TimeBasis.RELATIVE)
    assert time.reason == "no publication date; the year of the full dates of the text"


def test_a_text_of_two_dated_events_of_one_name_settles_neither() -> None:
    text = "The attack on 3 May and the attack on 9 June. Two days before the attack he fled."
    assert [time.value for time in when(text, PUBLISHED)] == ["2025-05-03", "2025-06-09", "P2D"]


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


def test_times_that_count_from_one_another_without_end_are_still_read() -> None:
    times = when("two days before " * 400 + "3 May 2025", PUBLISHED)
    assert times[-1].value == "2025-04-25"
